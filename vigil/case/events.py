"""What happened to a case, each event once and for ever; frozen, without floats.

Days and times are UTC: `at` is milliseconds since 1970. Persons are the ids that the store knows
them by. Every text that a person gives as a reason must say something: an empty one is refused
where events are made (`vigil.case.rules`).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Disposition = Literal["true_match", "false_match", "unsure"]
Verdict = Literal["clear", "stop"]
SYSTEM = "vigil"  # who does what no person did; it never decides, approves or accepts


class Event(msgspec.Struct, frozen=True, tag_field="event", kw_only=True, omit_defaults=True):
    """Common to all: whose case, who did it, when."""

    case: str
    by: str
    at: int  # milliseconds since 1970-01-01, UTC


class FoundThen(msgspec.Struct, frozen=True, omit_defaults=True):
    """A finding as the case keeps it. `score` is in ten-thousandths, None where there is none."""

    id: str
    kind: str
    strength: str  # stop, review, note
    path: str
    value: str | None
    summary: str
    entity: str | None = None
    record: str | None = None  # sha256 of the listed record as it was
    score: int | None = None


class Opened(Event, tag="opened", frozen=True, kw_only=True, omit_defaults=True):
    """A decision that a person must look at: its order, outcome, findings, what was not checked."""

    order: str
    screening: int  # the ledger's number of the screening
    on: date
    outcome: str
    world: str
    vigil: str
    findings: tuple[FoundThen, ...]
    not_checked: tuple[tuple[str, str], ...]  # path, why
    questions: tuple[str, ...] = ()
    due: date | None = None


class Assigned(Event, tag="assigned", frozen=True, kw_only=True, omit_defaults=True):
    """Somebody is to look at it."""

    to: str


class Asked(Event, tag="asked", frozen=True, kw_only=True, omit_defaults=True):
    """A question to the customer or the sales desk: a field of `answers`, or free text."""

    question: str
    of: str
    due: date | None = None


class Answered(Event, tag="answered", frozen=True, kw_only=True, omit_defaults=True):
    """An answer to a red-flag question (`field` of the order's `answers`) or to what was asked."""

    field: str
    answer: str
    proof: tuple[str, ...] = ()  # sha256 of attachments


class Disposed(Event, tag="disposed", frozen=True, kw_only=True, omit_defaults=True):
    """What a person thinks of one finding. `resolved_by` says how a true match was made harmless
    (a licence, a changed route); only with it may a `review` finding that is true be cleared.
    """

    finding: str
    disposition: Disposition
    reason: str
    proof: tuple[str, ...] = ()
    resolved_by: str = ""


class GapClosed(Event, tag="gap_closed", frozen=True, kw_only=True, omit_defaults=True):
    """What was not checked was checked by a person: how, and with what proof."""

    path: str
    why: str
    reason: str
    proof: tuple[str, ...] = ()


class Noted(Event, tag="noted", frozen=True, kw_only=True, omit_defaults=True):
    """A note."""

    text: str


class Attached(Event, tag="attached", frozen=True, kw_only=True, omit_defaults=True):
    """A file by its hash; the bytes are kept beside the store."""

    sha256: str
    name: str
    size: int


class DueSet(Event, tag="due_set", frozen=True, kw_only=True, omit_defaults=True):
    """By when it must be done; nothing happens by itself on that day but that it is overdue."""

    due: date
    reason: str


class Escalated(Event, tag="escalated", frozen=True, kw_only=True, omit_defaults=True):
    """Handed to somebody who may decide more."""

    to: str
    reason: str


class Decided(Event, tag="decided", frozen=True, kw_only=True, omit_defaults=True):
    """One person's verdict; it waits for a second one where policy said so that day."""

    verdict: Verdict
    reason: str
    needs_second: bool


class Approved(Event, tag="approved", frozen=True, kw_only=True, omit_defaults=True):
    """The verdict holds and the case is closed."""

    reason: str


class Refused(Event, tag="refused", frozen=True, kw_only=True, omit_defaults=True):
    """The verdict does not hold."""

    reason: str


class Reopened(Event, tag="reopened", frozen=True, kw_only=True, omit_defaults=True):
    """Looked at again."""

    reason: str


class Rescreened(Event, tag="rescreened", frozen=True, kw_only=True, omit_defaults=True):
    """The order was screened again; what is new reopens a decided case."""

    screening: int
    on: date
    outcome: str
    world: str
    vigil: str
    findings: tuple[FoundThen, ...]
    not_checked: tuple[tuple[str, str], ...]
    why: str


class Held(Event, tag="held", frozen=True, kw_only=True, omit_defaults=True):
    """Legal hold."""

    reason: str


class HoldLifted(Event, tag="hold_lifted", frozen=True, kw_only=True, omit_defaults=True):
    """The legal hold has ended."""

    reason: str


CaseEvent = (
    Opened | Assigned | Asked | Answered | Disposed | GapClosed | Noted | Attached | DueSet
    | Escalated | Decided | Approved | Refused | Reopened | Rescreened | Held | HoldLifted
)  # fmt: skip
