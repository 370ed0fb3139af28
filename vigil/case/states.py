"""The states of a case and the steps between them, as one table.

A step that the table does not have from a state is an `IllegalStep`; `docs/methods/cases.md` draws
its diagram from here. What a step asks for beyond its state (another person, no open finding) is in
`vigil.case.rules`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    ASSIGNED = "assigned"
    WAITING = "waiting"  # for an answer
    ESCALATED = "escalated"
    DECIDED = "decided"  # waits for a second person
    CLOSED = "closed"
    REOPENED = "reopened"


class Step(StrEnum):
    """What can be done with a case; each leaves one event."""

    ASSIGN = "assign"
    ASK = "ask"
    ANSWER = "answer"
    DISPOSE = "dispose"
    CLOSE_GAP = "close_gap"  # what was not checked was checked by a person
    NOTE = "note"
    ATTACH = "attach"
    SET_DUE = "set_due"
    ESCALATE = "escalate"
    DECIDE = "decide"
    APPROVE = "approve"
    REFUSE = "refuse"
    REOPEN = "reopen"
    RESCREEN = "rescreen"  # the lists or the order changed; done by Vigil itself
    HOLD = "hold"  # legal hold: nothing of the case is ever removed
    LIFT_HOLD = "lift_hold"


class Way(NamedTuple):
    """One row: `to` None leaves the state as it is."""

    step: Step
    states: frozenset[State]
    to: State | None


AT_WORK = frozenset({State.ASSIGNED, State.ESCALATED})
UNDECIDED = frozenset({State.OPEN, State.ASSIGNED, State.WAITING, State.ESCALATED, State.REOPENED})
ANY = frozenset(State)

TABLE: tuple[Way, ...] = (
    Way(Step.ASSIGN, UNDECIDED, State.ASSIGNED),
    Way(Step.ASK, AT_WORK, State.WAITING),
    Way(Step.ANSWER, frozenset({State.WAITING}), State.ASSIGNED),
    Way(Step.ANSWER, UNDECIDED - {State.WAITING}, None),
    Way(Step.DISPOSE, AT_WORK, None),
    Way(Step.CLOSE_GAP, AT_WORK, None),
    Way(Step.NOTE, ANY, None),
    Way(Step.ATTACH, ANY, None),
    Way(Step.SET_DUE, UNDECIDED | {State.DECIDED}, None),
    Way(Step.ESCALATE, UNDECIDED - {State.ESCALATED}, State.ESCALATED),
    Way(Step.DECIDE, AT_WORK, State.DECIDED),  # closed at once where no second person is needed
    Way(Step.APPROVE, frozenset({State.DECIDED}), State.CLOSED),
    Way(Step.REFUSE, frozenset({State.DECIDED}), State.ASSIGNED),
    Way(Step.REOPEN, frozenset({State.DECIDED, State.CLOSED}), State.REOPENED),
    Way(Step.RESCREEN, frozenset({State.DECIDED, State.CLOSED}), State.REOPENED),
    Way(Step.RESCREEN, UNDECIDED, None),
    Way(Step.HOLD, ANY, None),
    Way(Step.LIFT_HOLD, ANY, None),
)
