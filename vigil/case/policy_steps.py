"""Which policy counts: tested on what was screened, activated with a reason, by two where asked.

What happened to policies is a list of events, and the active one their fold.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from vigil.case.persons import is_person, is_same_person
from vigil.case.policy import CasePolicy, Role
from vigil.case.policy_file import PolicyFile, parse_policy
from vigil.errors import IllegalStep
from vigil.model.policy import Policy


class PolicyStep(msgspec.Struct, frozen=True, tag_field="event", kw_only=True):
    """Common to all: which file (sha256), who, when (milliseconds since 1970, UTC)."""

    file: str
    by: str
    at: int


class Replayed(PolicyStep, tag="replayed", frozen=True, kw_only=True):
    """The last screenings were replayed under it, in a world: `changed` had another outcome."""

    world: str
    screenings: int
    changed: int


class Activated(PolicyStep, tag="activated", frozen=True, kw_only=True):
    """It counts from now on, or from its approval where the policy so far asks for a second."""

    version: str
    text: str
    reason: str
    needs_second: bool


class ActivationApproved(PolicyStep, tag="activation_approved", frozen=True, kw_only=True):
    """Another person says so, too."""

    reason: str


class ActivationRefused(PolicyStep, tag="activation_refused", frozen=True, kw_only=True):
    """It does not count; the one so far does."""

    reason: str


PolicyEvent = Replayed | Activated | ActivationApproved | ActivationRefused
ROLE_FOR: dict[type[PolicyStep], Role] = {
    Replayed: "screen", Activated: "admin", ActivationApproved: "approve",
    ActivationRefused: "approve",
}  # fmt: skip


class Policies(msgspec.Struct, frozen=True):
    """After the last event: what counts, who activated it, and what waits for a second person."""

    active: PolicyFile | None = None
    activated: Activated | None = None
    approved: ActivationApproved | None = None
    waiting: Activated | None = None
    tested: dict[str, Replayed] = {}
    files_by_version: dict[str, str] = {}  # sha256 of each that ever counted

    @property
    def cases(self) -> CasePolicy:
        """What counts for cases; the default before any was activated."""
        return self.active.cases if self.active else CasePolicy()

    @property
    def screening(self) -> Policy | None:
        """What counts for screening; None before any was activated."""
        return self.active.screening if self.active else None


def fold_policies(events: Iterable[PolicyEvent]) -> Policies:
    """What counts after all events."""
    now = Policies()
    for event in events:
        now = after_policy_step(now, event)
    return now


def after_policy_step(now: Policies, event: PolicyEvent) -> Policies:
    """What counts after one more event.

    Raises:
        IllegalStep: nothing of that file waits for a second person.
    """
    if isinstance(event, Replayed):
        return msgspec.structs.replace(now, tested={**now.tested, event.file: event})
    if isinstance(event, Activated):
        if event.needs_second:
            return msgspec.structs.replace(now, waiting=event)
        return _counts(now, event, None)
    if now.waiting is None or now.waiting.file != event.file:
        raise IllegalStep(f"a policy must wait for a second person, got {event.file[:12]}")
    if isinstance(event, ActivationApproved):
        return _counts(now, now.waiting, event)
    return msgspec.structs.replace(now, waiting=None)


def check_policy_step(now: Policies, event: PolicyEvent) -> None:
    """Refuse what may not be done now, or not by this person, by the policy so far.

    Raises:
        IllegalStep: with what would be right.
        InvalidInput: the text of a policy is none.
    """
    if not is_person(event.by):
        raise IllegalStep(f"a policy must be a person's, got {event.by!r}")
    role = ROLE_FOR[type(event)]
    if not now.cases.may(event.by, role):
        raise IllegalStep(f"this step asks for the role {role!r}, which {event.by!r} has not")
    if isinstance(event, Replayed):
        return
    if not event.reason.strip():
        raise IllegalStep("a change of the policy must have a reason, got an empty one")
    after_policy_step(now, event)
    if isinstance(event, Activated):
        _check_activation(now, event)
    elif now.waiting is not None and is_same_person(event.by, now.waiting.by):
        raise IllegalStep(f"a second person must say so, got {event.by!r}, who activated it")


def _check_activation(now: Policies, event: Activated) -> None:
    policy = parse_policy(event.text)
    if policy.sha256 != event.file or policy.version != event.version:
        raise IllegalStep("the text must be that of the file that is named")
    if event.file not in now.tested:
        raise IllegalStep(
            f"policy {event.version} ({event.file[:12]}) must be tested before it counts; first: "
            "vigil policy test FILE"
        )
    other = now.files_by_version.get(event.version, event.file)
    if other != event.file:
        raise IllegalStep(
            f"version {event.version!r} was another file, {other[:12]}; give this one a new version"
        )
    needed = "policy" in now.cases.four_eyes_on
    if event.needs_second is not needed:
        asks = "asks" if needed else "does not ask"
        raise IllegalStep(f"the policy so far {asks} for a second person on a policy")


def _counts(now: Policies, event: Activated, approved: ActivationApproved | None) -> Policies:
    return msgspec.structs.replace(
        now,
        active=parse_policy(event.text),
        activated=event,
        approved=approved,
        waiting=None,
        files_by_version={**now.files_by_version, event.version: event.file},
    )
