"""A piece of law in force from one day to another; windows are closed on both sides."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from vigil.model.reach import Reach


class Basis(StrEnum):
    """How near to the authority a fact was read."""

    PRIMARY = "primary"
    COPY_OF_PRIMARY = "copy_of_primary"
    SECONDARY = "secondary"
    MEMORY = "memory"


class Jurisdiction(StrEnum):
    """Whose law it is."""

    UN = "UN"
    US = "US"
    EU = "EU"
    UK = "UK"
    CN = "CN"


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A later change of a provision, in our own words; `on` None: the day was not read."""

    what: str
    on: date | None = None
    source: str | None = None
    verified: bool = True


class Phase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of a provision's life with its own reach, told in `what`.

    A test that is given here stands in the place of the provision's own; None leaves that as it
    is. `government_of_iran_party_test`: the Government of Iran as a party suffices.
    """

    in_force_from: date
    in_force_to: date | None
    what: str = ""
    destinations: tuple[str, ...] | None = None
    key_lists: tuple[str, ...] | None = None
    ccl_categories: tuple[str, ...] | None = None
    entry_citations: tuple[str, ...] | None = None
    government_of_iran_party_test: bool = False
    verified: bool = True
    source: str | None = None

    def reach_of(self, whole: Reach) -> Reach:
        """The provision's reach as this phase changes it."""
        names = ("destinations", "key_lists", "ccl_categories", "entry_citations")
        given = {n: value for n in names if (value := getattr(self, n)) is not None}
        if self.government_of_iran_party_test:
            given["governments"] = ("IR",)
        return msgspec.structs.replace(whole, **given)

    def covers(self, on: date) -> bool:
        """Is the day inside the window, both ends included?"""
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)


class OwnershipTest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a provision reaches what listed owners hold: whom of `lists`, and from which share on.

    `half_counts`: exactly half suffices. `adds_up`: shares of several listed owners add up.
    """

    lists: tuple[str, ...] = ()
    half_counts: bool = True
    adds_up: bool = True


class Proof(msgspec.Struct, frozen=True):
    """Why a provision counts on a day: its window, the phase of the day, and where that was read.

    `verified` covers the law and the first day; `contested` says how others read that day.
    """

    provision: str
    in_force_from: date | None
    in_force_to: date | None
    phase: Phase | None
    source: str | None
    verified: bool
    basis: Basis
    contested: str | None = None


class Provision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule of law or a published guidance, with its window and where it was read.

    `in_force_from` None: in force longer than any date asked here. `in_force_to` is the last day
    in force; None: no end was found. `binding` False marks guidance, which alone never stops an
    order. `citation` is how the law is cited.

    `destinations` (countries as ISO alpha-2, or ids of regions) and `key_lists` (goods lists) and
    the further tests in `limits` are what a program can test of its scope; `phases` change them by
    the day. Without any it counts only through the lists, places and goods lists that name it.
    `concerns`: countries that it is about, for whoever looks it up; no test of anything.
    `ownership` is given where it carries a listing over to what the listed own.

    `contested_by` read its window otherwise, as `contested_claim` says: never in force
    (`contested_void`), or to another last day (`contested_to`).
    """

    id: str
    jurisdiction: Jurisdiction
    title: str
    scope: str
    in_force_from: date | None
    in_force_to: date | None
    basis: Basis
    verified: bool
    authority: str = ""
    citation: str = ""
    source: str | None = None
    read_at: tuple[str, ...] = ()
    from_verified: bool = True
    binding: bool = True
    superseded_by: str | None = None
    contested_by: tuple[str, ...] = ()
    contested_claim: str | None = None
    contested_void: bool = False
    contested_to: date | None = None
    last_day_contested: bool = False
    note: str | None = None
    destinations: tuple[str, ...] = ()
    key_lists: tuple[str, ...] = ()
    limits: Reach = Reach()
    concerns: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    phases: tuple[Phase, ...] = ()
    ownership: OwnershipTest | None = None

    def covers(self, on: date) -> bool:
        """Is the day inside the window, both ends included?"""
        started = self.in_force_from is None or self.in_force_from <= on
        return started and (self.in_force_to is None or on <= self.in_force_to)

    def in_force(self, on: date) -> Proof | None:
        """Why it is in force on the day; None when it is not.

        Where two readings stand against each other the stricter one counts, and the proof says
        how the other reads.
        """
        if not self.covers(on):
            return None
        return Proof(
            provision=self.id,
            in_force_from=self.in_force_from,
            in_force_to=self.in_force_to,
            phase=self.phase_on(on),
            source=self.source,
            verified=self.verified and self.from_verified,
            basis=self.basis,
            contested=self.dispute(on),
        )

    def phase_on(self, on: date) -> Phase | None:
        """The phase of the day, or None when it has none."""
        return next((phase for phase in self.phases if phase.covers(on)), None)

    @property
    def reach(self) -> Reach:
        """All that a program can test of it, but for its phases."""
        return msgspec.structs.replace(
            self.limits, destinations=self.destinations, key_lists=self.key_lists
        )

    @property
    def reaches(self) -> tuple[Reach, ...]:
        """What it reaches in each phase of its life; one reach without phases."""
        return tuple(phase.reach_of(self.reach) for phase in self.phases) or (self.reach,)

    def reach_on(self, on: date) -> Reach:
        """What it reaches on a day of its window."""
        phase = self.phase_on(on)
        return phase.reach_of(self.reach) if phase else self.reach

    def contested(self, on: date) -> bool:
        """Does somebody with a say read that day the other way?"""
        return self.dispute(on) is not None

    def dispute(self, on: date) -> str | None:
        """How others read the day, in a sentence; None when nobody disputes it."""
        if self.contested_by and self._read_otherwise(on):
            return f"{', '.join(self.contested_by)}: {self.contested_claim}"
        if self.last_day_contested and on == self.in_force_to:
            return "whether the last day still belongs to it is disputed"
        return None

    def _read_otherwise(self, on: date) -> bool:
        if self.contested_void:
            return self.covers(on)
        theirs = msgspec.structs.replace(self, in_force_to=self.contested_to)
        return theirs.covers(on) is not self.covers(on)


class Citation(msgspec.Struct, frozen=True):
    """A provision as a finding cites it on one day.

    `phase_from`, `phase_to`: the stretch of its life whose reach counts that day. `because`: why
    it applies, in a sentence; `is_open`: something that the order does not tell would decide it.
    `other_reading`: how those who contest it read the day.
    """

    id: str
    title: str
    in_force_from: date | None
    in_force_to: date | None
    contested: bool
    binding: bool
    verified: bool
    basis: Basis
    source: str | None = None
    authority: str = ""
    citation: str = ""
    phase_from: date | None = None
    phase_to: date | None = None
    because: str = ""
    is_open: bool = False
    other_reading: str | None = None

    @classmethod
    def of(
        cls, provision: Provision, on: date, because: str = "", *, is_open: bool = False
    ) -> Citation:
        """The citation of a provision on that day."""
        phase, dispute = provision.phase_on(on), provision.dispute(on)
        is_verified = provision.verified and provision.from_verified
        return cls(
            id=provision.id,
            title=provision.title,
            in_force_from=provision.in_force_from,
            in_force_to=provision.in_force_to,
            contested=dispute is not None,
            binding=provision.binding,
            verified=is_verified and (phase is None or phase.verified),
            basis=provision.basis,
            source=provision.source,
            authority=provision.authority,
            citation=provision.citation,
            phase_from=phase.in_force_from if phase else None,
            phase_to=phase.in_force_to if phase else None,
            because=because,
            is_open=is_open,
            other_reading=dispute,
        )
