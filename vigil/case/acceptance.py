"""An accepted match: two persons say that somebody is not the listed one, for these reasons.

It is the fold of its events, like a case. It counts only for what it is tied to (`Binding`), never
for a finding stronger than the one looked at, and until its last day; then it has ended, by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum

import msgspec

from vigil.case.binding import ACCEPTABLE, Binding
from vigil.case.persons import is_person, is_same_person
from vigil.case.policy import CasePolicy, Role
from vigil.errors import IllegalStep
from vigil.model.finding import Finding, Ground, Strength


class Standing(StrEnum):
    """Where an acceptance stands, by what persons did."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class AcceptanceStep(msgspec.Struct, frozen=True, tag_field="event", kw_only=True):
    """Common to all: which acceptance, who, when (milliseconds since 1970, UTC), and why."""

    acceptance: str
    by: str
    at: int
    reason: str


class Proposed(AcceptanceStep, tag="proposed", frozen=True, kw_only=True):
    """One person says that it is somebody else. `strength` is that of the finding looked at."""

    binding: Binding
    strength: Strength
    name: str  # as screened
    listed: str  # the name that met
    last_day: date
    case: str | None = None


class Approved(AcceptanceStep, tag="approved", frozen=True, kw_only=True):
    """Another person says so, too: from now on it counts."""


class Refused(AcceptanceStep, tag="refused", frozen=True, kw_only=True):
    """Another person does not say so."""


class Withdrawn(AcceptanceStep, tag="withdrawn", frozen=True, kw_only=True):
    """It no longer counts, or is no longer proposed."""


AcceptanceEvent = Proposed | Approved | Refused | Withdrawn
STEPS: dict[type[AcceptanceStep], tuple[frozenset[Standing], Standing, Role]] = {
    Approved: (frozenset({Standing.PROPOSED}), Standing.APPROVED, "approve"),
    Refused: (frozenset({Standing.PROPOSED}), Standing.REFUSED, "approve"),
    Withdrawn: (
        frozenset({Standing.PROPOSED, Standing.APPROVED}), Standing.WITHDRAWN, "review",
    ),
}  # fmt: skip


class Acceptance(msgspec.Struct, frozen=True):
    """What is known after its last event; `last` is that one."""

    proposed: Proposed
    state: Standing = Standing.PROPOSED
    approved: Approved | None = None
    last: AcceptanceEvent | None = None

    @property
    def id(self) -> str:
        """What it is called by."""
        return self.proposed.acceptance

    @property
    def last_at(self) -> int:
        """When somebody last did something."""
        return (self.last or self.proposed).at


def fold_acceptance(events: Iterable[AcceptanceEvent]) -> Acceptance:
    """The acceptance after all its events.

    Raises:
        IllegalStep: the first proposes nothing, or a later one is no step from where it stands.
    """
    stream = iter(events)
    first = next(stream, None)
    if not isinstance(first, Proposed):
        raise IllegalStep(f"an acceptance must begin with a proposal, got {first!r:.60}")
    acceptance = Acceptance(first)
    for event in stream:
        acceptance = after_step(acceptance, event)
    return acceptance


def after_step(acceptance: Acceptance, event: AcceptanceEvent) -> Acceptance:
    """The acceptance after one more event.

    Raises:
        IllegalStep: it is no step from where the acceptance stands.
    """
    states, to, _ = STEPS.get(type(event), (frozenset(), acceptance.state, "review"))
    if event.acceptance != acceptance.id or acceptance.state not in states:
        what = type(event).__name__.lower()
        raise IllegalStep(f"acceptance {acceptance.id} is {acceptance.state}: it can't be {what}")
    approved = event if isinstance(event, Approved) else acceptance.approved
    return msgspec.structs.replace(acceptance, state=to, approved=approved, last=event)


def check_proposal(event: Proposed, finding: Finding, policy: CasePolicy) -> None:
    """Refuse a proposal that may not be made, or not by this person.

    Raises:
        IllegalStep: with what would be right.
    """
    _check_said(event, "review", policy)
    if finding.kind not in ACCEPTABLE:
        kinds = ", ".join(sorted(ACCEPTABLE))
        raise IllegalStep(f"only a match can be accepted ({kinds}), got {finding.kind}")
    if rests_on_a_number(finding):
        raise IllegalStep(
            f"a match by a unique identifier can't be accepted as another one: {finding.value!r} "
            f"is {event.binding.entity}'s, at {finding.path}"
        )
    if finding.strength is Strength.NOTE:
        raise IllegalStep(f"a note asks for no acceptance, got {finding.id} at {finding.path}")
    first = day_of(event.at)
    days = (event.last_day - first).days
    if not 0 <= days <= policy.acceptance_days:
        raise IllegalStep(
            f"an acceptance must end within {policy.acceptance_days} days from {first}, "
            f"got {event.last_day}"
        )


def check_step(acceptance: Acceptance, event: AcceptanceEvent, policy: CasePolicy) -> None:
    """Refuse a step that may not be done now, or not by this person.

    Raises:
        IllegalStep: with what would be right.
    """
    after_step(acceptance, event)
    _check_said(event, STEPS[type(event)][2], policy)
    if event.at < acceptance.last_at:
        raise IllegalStep(f"a step must not be before the last one, at {acceptance.last_at}")
    if isinstance(event, Approved | Refused) and is_same_person(event.by, acceptance.proposed.by):
        what = "approve" if isinstance(event, Approved) else "refuse"
        raise IllegalStep(
            f"a second person must {what}, got {event.by!r}, who proposed it (who proposed "
            "may withdraw)"
        )
    if isinstance(event, Approved) and day_of(event.at) > acceptance.proposed.last_day:
        raise IllegalStep(
            f"acceptance {acceptance.id} ended on {acceptance.proposed.last_day}; propose it anew"
        )


def why_ended(acceptance: Acceptance, finding: Finding, now: Binding, today: date) -> str | None:
    """Why an acceptance does not count for a finding; None while it stands.

    Args:
        acceptance: as it stands by its events.
        finding: weighed, on which it would count.
        now: what that finding is tied to.
        today: the day on which it is asked for; never an order's own, which a customer writes.
    """
    was = acceptance.proposed.binding
    if acceptance.state is not Standing.APPROVED:
        return f"it is {acceptance.state}"
    if today > acceptance.proposed.last_day:
        return f"its last day was {acceptance.proposed.last_day}"
    if now.input != was.input:
        return "who is screened has changed"
    if now.entity != was.entity:
        return f"it is about {was.entity}"
    if now.record != was.record:
        return f"the record of {was.entity} has changed"
    if now.scoring != was.scoring:
        return "names are scored by another version"
    if finding.kind not in ACCEPTABLE or rests_on_a_number(finding):
        return "a unique identifier is equal"
    if finding.strength is Strength.STOP and acceptance.proposed.strength is not Strength.STOP:
        return "the finding is stronger than the one that was looked at"
    return None


def rests_on_a_number(finding: Finding) -> bool:
    """Does a unique identifier that is equal stop the order? No person can say otherwise."""
    return Ground.IDENTIFIER_EQUAL in finding.grounds and finding.strength is Strength.STOP


def day_of(at: int) -> date:
    """The UTC day of a time in milliseconds since 1970."""
    return datetime.fromtimestamp(at // 1000, UTC).date()


def _check_said(event: AcceptanceEvent, role: Role, policy: CasePolicy) -> None:
    if not is_person(event.by):
        raise IllegalStep(f"an acceptance must be a person's, got {event.by!r}")
    if not event.reason.strip():
        raise IllegalStep("an acceptance must have a reason, got an empty one")
    if not policy.may(event.by, role):
        raise IllegalStep(f"this step asks for the role {role!r}, which {event.by!r} has not")
