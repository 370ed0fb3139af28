"""A case as it stands: the fold of its events, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

import msgspec

from vigil.case.events import (
    Answered,
    Approved,
    Asked,
    Assigned,
    Attached,
    CaseEvent,
    Decided,
    Disposed,
    DueSet,
    Escalated,
    FoundThen,
    GapClosed,
    Held,
    HoldLifted,
    Opened,
    Refused,
    Reopened,
    Rescreened,
)
from vigil.case.states import TABLE, State, Step
from vigil.errors import IllegalStep

HARD = frozenset({"stop", "review"})  # strengths that ask for a person

STEP_OF: dict[type[CaseEvent], Step] = {
    Assigned: Step.ASSIGN,
    Asked: Step.ASK,
    Answered: Step.ANSWER,
    Disposed: Step.DISPOSE,
    GapClosed: Step.CLOSE_GAP,
    Attached: Step.ATTACH,
    DueSet: Step.SET_DUE,
    Escalated: Step.ESCALATE,
    Decided: Step.DECIDE,
    Approved: Step.APPROVE,
    Refused: Step.REFUSE,
    Reopened: Step.REOPEN,
    Rescreened: Step.RESCREEN,
    Held: Step.HOLD,
    HoldLifted: Step.LIFT_HOLD,
}


class Case(msgspec.Struct, frozen=True, dict=True):
    """What is known of a case after its last event.

    `dispositions` and `closed_gaps` are the last ones of each finding and gap; a finding that a
    rescreening finds changed (another record, another score, another strength) has none any more.
    `on` is the latest day of its screenings; one on an earlier day takes nothing hard and no gap
    away, for in yesterday's lists anybody is clear.
    `persons` did something about what is decided since it was last opened or reopened.
    """

    id: str
    opened: Opened
    state: State
    order: str
    screening: int
    on: date
    outcome: str
    findings: tuple[FoundThen, ...]
    not_checked: tuple[tuple[str, str], ...]
    dispositions: dict[str, Disposed]
    closed_gaps: dict[tuple[str, str], GapClosed]
    answers: dict[str, Answered]
    asked: tuple[Asked, ...]
    attachments: dict[str, Attached]
    assignee: str | None
    due: date | None
    decided: Decided | None
    approved: Approved | None
    held: bool
    events: int
    last_at: int

    @cached_property
    def open_findings(self) -> tuple[FoundThen, ...]:
        """Hard findings that still stand in the way of clear."""
        return tuple(f for f in self.findings if f.strength in HARD and not self._is_settled(f))

    @cached_property
    def open_gaps(self) -> tuple[tuple[str, str], ...]:
        """What was not checked, and no person has checked."""
        return tuple(gap for gap in self.not_checked if gap not in self.closed_gaps)

    @property
    def verdict(self) -> str | None:
        """The verdict that holds: only of a closed case."""
        return self.decided.verdict if self.decided and self.state is State.CLOSED else None

    def is_overdue(self, on: date) -> bool:
        """Past its day and not closed."""
        return self.due is not None and self.state is not State.CLOSED and on > self.due

    def _is_settled(self, finding: FoundThen) -> bool:
        said = self.dispositions.get(finding.id)
        if said is None or said.disposition == "unsure":
            return False
        if said.disposition == "false_match":
            return True
        return finding.strength != "stop" and bool(said.resolved_by)


def begin(event: Opened) -> Case:
    """The case that an opening makes."""
    return Case(
        id=event.case,
        opened=event,
        state=State.OPEN,
        order=event.order,
        screening=event.screening,
        on=event.on,
        outcome=event.outcome,
        findings=event.findings,
        not_checked=event.not_checked,
        dispositions={},
        closed_gaps={},
        answers={},
        asked=(),
        attachments={},
        assignee=None,
        due=event.due,
        decided=None,
        approved=None,
        held=False,
        events=1,
        last_at=event.at,
    )


def fold(events: Iterable[CaseEvent]) -> Case:
    """The case after all its events.

    Raises:
        IllegalStep: the first is no opening, another case's event is among them, or a step is not
            in the table.
    """
    stream = iter(events)
    first = next(stream, None)
    if not isinstance(first, Opened):
        raise IllegalStep(f"a case must begin with its opening, got {first!r:.60}")
    case = begin(first)
    for event in stream:
        case = after(case, event)
    return case


def next_state(case: Case, event: CaseEvent) -> State:
    """Where an event leads.

    Raises:
        IllegalStep: the table has no such step from here.
    """
    step = STEP_OF.get(type(event), Step.NOTE)
    if isinstance(event, Opened) or event.case != case.id:
        raise IllegalStep(f"the event must be a step of case {case.id}, got {event.case}")
    for way in TABLE:
        if way.step is step and case.state in way.states:
            if isinstance(event, Rescreened) and not _is_news(case, event):
                return case.state
            if isinstance(event, Decided) and not event.needs_second:
                return State.CLOSED
            return way.to or case.state
    allowed = ", ".join(sorted({way.step for way in TABLE if case.state in way.states}))
    raise IllegalStep(
        f"{step} must be a step from {case.state} (case {case.id}); from there: {allowed}"
    )


def after(case: Case, event: CaseEvent) -> Case:
    """The case after one more event.

    Raises:
        IllegalStep: the table has no such step from here.
    """
    state = next_state(case, event)
    changed: dict[str, object] = {"state": state, "events": case.events + 1, "last_at": event.at}
    match event:
        case Assigned() | Escalated():
            changed["assignee"] = event.to
        case Asked():
            changed["asked"] = (*case.asked, event)
        case Answered():
            changed["answers"] = {**case.answers, event.field: event}
        case Disposed():
            changed["dispositions"] = {**case.dispositions, event.finding: event}
        case GapClosed():
            gap = (event.path, event.why)
            changed["closed_gaps"] = {**case.closed_gaps, gap: event}
        case Attached():
            changed["attachments"] = {**case.attachments, event.sha256: event}
        case DueSet():
            changed["due"] = event.due
        case Decided():
            changed["decided"] = event
        case Approved():
            changed["approved"] = event
        case Refused() | Reopened():
            changed |= {"decided": None, "approved": None}
        case Rescreened():
            changed |= _rescreened(case, event, state)
        case Held():
            changed["held"] = True
        case HoldLifted():
            changed["held"] = False
    return msgspec.structs.replace(case, **changed)


def _is_news(case: Case, event: Rescreened) -> bool:
    """Does a screening hold a hard finding or a gap that the case did not have, as it was?"""
    known = {_as_it_was(found) for found in case.findings}
    new = any(f.strength in HARD and _as_it_was(f) not in known for f in event.findings)
    return new or bool(set(event.not_checked) - set(case.not_checked))


def _rescreened(case: Case, event: Rescreened, state: State) -> dict[str, object]:
    known = {_as_it_was(found) for found in case.findings}
    findings, not_checked = event.findings, event.not_checked
    outlives = event.on < case.on
    if outlives:
        now = {_as_it_was(found) for found in findings}
        hard = (found for found in case.findings if found.strength in HARD)
        findings += tuple(found for found in hard if _as_it_was(found) not in now)
        not_checked += tuple(gap for gap in case.not_checked if gap not in not_checked)
    same = {found.id for found in findings}
    same -= {found.id for found in findings if _as_it_was(found) not in known}
    changed: dict[str, object] = {
        "screening": event.screening,
        "on": max(case.on, event.on),
        "outcome": case.outcome if outlives and event.outcome == "clear" else event.outcome,
        "findings": findings,
        "not_checked": not_checked,
        "dispositions": {i: said for i, said in case.dispositions.items() if i in same},
        "closed_gaps": {g: said for g, said in case.closed_gaps.items() if g in not_checked},
    }
    if state is State.REOPENED:
        changed |= {"decided": None, "approved": None}
    return changed


def _as_it_was(found: FoundThen) -> tuple[object, ...]:
    """What a disposition rests on; the words of the summary may change."""
    return (found.id, found.strength, found.value, found.entity, found.record, found.score)
