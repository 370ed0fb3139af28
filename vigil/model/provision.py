"""A piece of law in force from one day to another; windows are closed on both sides."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec


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
    """A stretch of a provision's life with its own reach."""

    in_force_from: date
    in_force_to: date | None
    ccl_categories: tuple[str, ...]
    government_of_iran_party_test: bool


class OwnershipTest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a provision reaches what listed owners hold: whom of `lists`, and from which share on.

    `half_counts`: exactly half suffices. `adds_up`: shares of several listed owners add up.
    """

    lists: tuple[str, ...] = ()
    half_counts: bool = True
    adds_up: bool = True


class Provision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule of law or a published guidance, with its window and where it was read.

    `in_force_from` None: in force longer than any date asked here. `in_force_to` is the last day
    in force; None: no end was found. `binding` False marks guidance, which alone never stops an
    order. `destinations` and `key_lists` say what a program can test: countries (ISO alpha-2)
    and goods lists that the provision is about. `ownership` is given where it carries a listing
    over to what the listed own.
    """

    id: str
    jurisdiction: Jurisdiction
    title: str
    scope: str
    in_force_from: date | None
    in_force_to: date | None
    basis: Basis
    verified: bool
    source: str | None = None
    read_at: tuple[str, ...] = ()
    from_verified: bool = True
    binding: bool = True
    contested_by: tuple[str, ...] = ()
    contested_claim: str | None = None
    last_day_contested: bool = False
    note: str | None = None
    destinations: tuple[str, ...] = ()
    key_lists: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    phases: tuple[Phase, ...] = ()
    ownership: OwnershipTest | None = None

    def in_force(self, on: date) -> bool:
        """Is the day inside the window, both ends included?"""
        started = self.in_force_from is None or self.in_force_from <= on
        return started and (self.in_force_to is None or on <= self.in_force_to)

    def contested(self, on: date) -> bool:
        """Does somebody with a say dispute that it is in force on that day?"""
        return bool(self.contested_by) or (self.last_day_contested and on == self.in_force_to)


class Citation(msgspec.Struct, frozen=True):
    """A provision as a finding cites it on one day."""

    id: str
    title: str
    in_force_from: date | None
    in_force_to: date | None
    contested: bool
    binding: bool
    verified: bool
    basis: Basis
    source: str | None = None

    @classmethod
    def of(cls, provision: Provision, on: date) -> Citation:
        """The citation of a provision on that day."""
        return cls(
            id=provision.id,
            title=provision.title,
            in_force_from=provision.in_force_from,
            in_force_to=provision.in_force_to,
            contested=provision.contested(on),
            binding=provision.binding,
            verified=provision.verified and provision.from_verified,
            basis=provision.basis,
            source=provision.source,
        )
