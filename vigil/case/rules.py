"""What a step asks for beyond the state of its case: reasons, persons, nothing left open."""

from __future__ import annotations

from vigil.case.case import HARD, Case, next_state
from vigil.case.events import (
    SYSTEM,
    Answered,
    Approved,
    Asked,
    Assigned,
    CaseEvent,
    Decided,
    Disposed,
    DueSet,
    Escalated,
    GapClosed,
    Held,
    HoldLifted,
    Noted,
    Refused,
    Reopened,
    Rescreened,
)
from vigil.case.persons import is_named, is_person, is_same_person
from vigil.case.policy import CasePolicy, Role
from vigil.errors import IllegalStep

ROLE_FOR: dict[type[CaseEvent], Role] = {
    Disposed: "review",
    GapClosed: "review",
    Decided: "review",
    Approved: "approve",
    Refused: "approve",
    HoldLifted: "admin",
}
DEFAULT_ROLE: Role = "screen"


def check(case: Case, event: CaseEvent, policy: CasePolicy) -> None:
    """Refuse what may not be done now, or not by this person.

    Raises:
        IllegalStep: with what would be right.
    """
    next_state(case, event)
    _check_person(event, policy)
    _check_words(event)
    if event.at < case.last_at:
        raise IllegalStep(f"a step must not be before the last one, at {case.last_at}")
    if isinstance(event, Disposed):
        _check_disposition(case, event)
    elif isinstance(event, GapClosed):
        if (event.path, event.why) not in case.not_checked:
            raise IllegalStep(f"a gap must be one of case {case.id}, got {event.path!r}")
        _check_proof(case, event.proof)
    elif isinstance(event, Answered):
        _check_proof(case, event.proof)
    elif isinstance(event, Decided):
        _check_decision(case, event, policy)
    elif isinstance(event, Approved):
        _check_approval(case, event)


def persons_of(case: Case) -> frozenset[str]:
    """Who had a hand in what would be approved: who decided, disposed or closed a gap."""
    by = {said.by for said in (*case.dispositions.values(), *case.closed_gaps.values())}
    return frozenset(by | ({case.decided.by} if case.decided else set()))


def needs_second(case: Case, verdict: str, policy: CasePolicy) -> bool:
    """Must another person approve? Always to clear what is true, whatever the policy."""
    said = (case.dispositions.get(found.id) for found in case.findings if found.strength in HARD)
    is_true = any(one is not None and one.disposition == "true_match" for one in said)
    return verdict in policy.four_eyes_on or (verdict == "clear" and is_true)


def _check_person(event: CaseEvent, policy: CasePolicy) -> None:
    if not is_named(event.by):
        raise IllegalStep("a step must say who did it, got no person")
    if event.by == SYSTEM:
        if not isinstance(event, Rescreened | Noted):
            raise IllegalStep(f"{type(event).__name__.lower()} must be done by a person")
        return
    if not is_person(event.by):
        raise IllegalStep(f"a step must not be by a name that reads as {SYSTEM}, got {event.by!r}")
    if isinstance(event, Rescreened):
        raise IllegalStep(f"a rescreening must be done by {SYSTEM}, got {event.by!r}")
    role = ROLE_FOR.get(type(event), DEFAULT_ROLE)
    if not policy.may(event.by, role):
        raise IllegalStep(f"this step asks for the role {role!r}, which {event.by!r} has not")


def _check_words(event: CaseEvent) -> None:
    words = {
        Noted: "text", Answered: "answer", Asked: "question", Assigned: "to",
    }.get(type(event), "reason")  # fmt: skip
    reasoned = (
        Disposed, GapClosed, DueSet, Escalated, Decided, Approved, Refused, Reopened, Held,
        HoldLifted, Noted, Answered, Asked, Assigned,
    )  # fmt: skip
    if isinstance(event, reasoned) and not str(getattr(event, words)).strip():
        raise IllegalStep(f"{type(event).__name__.lower()} must have a {words}, got an empty one")


def _check_disposition(case: Case, event: Disposed) -> None:
    if event.finding not in {found.id for found in case.findings}:
        raise IllegalStep(f"a finding must be one of case {case.id}, got {event.finding!r}")
    if event.resolved_by and event.disposition != "true_match":
        raise IllegalStep("only a true match can be resolved; a false one needs no resolution")
    _check_proof(case, event.proof)


def _check_proof(case: Case, proof: tuple[str, ...]) -> None:
    missing = [sha256 for sha256 in proof if sha256 not in case.attachments]
    if missing:
        raise IllegalStep(f"proof must be attached to case {case.id} first, got {missing[0][:12]}")


def _check_decision(case: Case, event: Decided, policy: CasePolicy) -> None:
    needed = needs_second(case, event.verdict, policy)
    if event.needs_second is not needed:
        asks = "asks" if needed else "does not ask"
        true = " of what is true" if needed and event.verdict not in policy.four_eyes_on else ""
        raise IllegalStep(f"the policy {asks} for a second person on {event.verdict}{true}")
    _check_nothing_open(case, event.verdict)


def _check_nothing_open(case: Case, verdict: str) -> None:
    if verdict != "clear":
        return
    left = [f"{found.kind} at {found.path}" for found in case.open_findings]
    left += [f"not checked: {path}" for path, _ in case.open_gaps]
    if left:
        more = f" and {len(left) - 1} more" if len(left) > 1 else ""
        raise IllegalStep(f"clear asks that nothing is open; case {case.id}: {left[0]}{more}")


def _check_approval(case: Case, event: Approved) -> None:
    if case.decided is None:
        raise IllegalStep(f"case {case.id} must have a verdict to approve")
    _check_nothing_open(case, case.decided.verdict)
    if any(is_same_person(event.by, person) for person in persons_of(case)):
        raise IllegalStep(
            f"a second person must approve, got {event.by!r}, who had a hand in the verdict"
        )
