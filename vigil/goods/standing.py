"""How a key item stands on a day: on which lists, since when, and how well that is known.

A membership is a *candidate* when the list's own table of codes was not read, or when the fact
comes from memory. A key item with candidates only is still reported, and says so.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from vigil.goods.basis import RANK, basis_in_words, best_basis
from vigil.model.finding import Feature
from vigil.model.provision import Basis

if TYPE_CHECKING:
    from vigil.goods.catalogue import GoodsCatalogue, GoodsList, KeyItem, Membership

CANDIDATE = "a candidate: the table of codes was not read at the source"


class Standing(msgspec.Struct, frozen=True, dict=True):
    """The memberships of a key item in force on a day, the best known first.

    It is kept for the day, so what findings tell of it is made once.
    """

    item: KeyItem
    memberships: tuple[tuple[Membership, GoodsList], ...]

    @cached_property
    def counts(self) -> bool:
        """Is the item worth a finding that day?"""
        return bool(self.memberships) or self.item.watch_only

    @cached_property
    def is_watch_only(self) -> bool:
        """Is the item on no list in force, and only watched?"""
        return self.item.watch_only and not self.memberships

    @cached_property
    def verified(self) -> bool:
        """Is at least one membership more than a candidate, and verified?"""
        return any(m.verified and not is_candidate(m, of) for m, of in self.memberships)

    @cached_property
    def basis(self) -> Basis:
        """The best basis among the memberships in force."""
        return best_basis(m.basis for m, _ in self.memberships)

    @cached_property
    def source(self) -> str | None:
        """Where the best known membership was read."""
        return next((m.source or listed.source for m, listed in self.memberships), None)

    @cached_property
    def provisions(self) -> tuple[str, ...]:
        """The provisions behind the lists."""
        return tuple(p for _, listed in self.memberships for p in listed.provisions)

    @cached_property
    def sentence(self) -> str:
        """Which list the item is on, as an officer reads it."""
        if not self.memberships:
            why = f": {self.item.why}" if self.item.why else ""
            return f"It is on no official list that was read, and is only watched{why}."
        membership, listed = self.memberships[0]
        tier = f", tier {membership.tier}" if membership.tier else ""
        others = len(self.memberships) - 1
        more = f" and {others} more list{'s' if others > 1 else ''}" if others else ""
        said = f"It stands on: {listed.title}{tier}, from {membership.in_force_from}{more}."
        if self.verified:
            return said
        unsure = CANDIDATE if is_candidate(membership, listed) else "not verified"
        return f"{said} This is {unsure}."

    @cached_property
    def features(self) -> tuple[Feature, ...]:
        """One feature a list: tier, window, and how it was read."""
        return tuple(Feature("list", 1.0, _detail(m, listed)) for m, listed in self.memberships)


def standing_of(item: KeyItem, goods: GoodsCatalogue, on: date) -> Standing:
    """How the item stands on that day; windows are closed on both sides."""
    lists = goods.list_by_id
    in_force = [
        (membership, lists[membership.list])
        for membership in item.memberships
        if covers(membership, on) and lists[membership.list].in_force_from <= on
    ]
    in_force.sort(key=lambda pair: _place(*pair))
    return Standing(item, tuple(in_force))


def covers(membership: Membership, on: date) -> bool:
    """Is the day inside the membership's window, both ends included?"""
    ended = membership.in_force_to is not None and membership.in_force_to < on
    return membership.in_force_from <= on and not ended


def is_candidate(membership: Membership, listed: GoodsList) -> bool:
    """Does the membership rest on no reading of the list's codes?"""
    from_reading = listed.read_from is not None and listed.read_from <= membership.in_force_from
    return not (listed.codes_read or from_reading) or membership.basis is Basis.MEMORY


def _place(membership: Membership, listed: GoodsList) -> tuple[bool, int, bool, str]:
    unsure = is_candidate(membership, listed) or not membership.verified
    return (unsure, RANK[membership.basis], not membership.from_verified, membership.list)


def _detail(membership: Membership, listed: GoodsList) -> str:
    said = [listed.title]
    if membership.tier:
        said.append(f"tier {membership.tier}")
    unread = "" if membership.from_verified else " (the first day was not read)"
    said.append(f"from {membership.in_force_from}{unread}")
    if membership.in_force_to:
        said.append(f"to {membership.in_force_to}")
    candidate = is_candidate(membership, listed)
    said.append(CANDIDATE if candidate else basis_in_words(membership.basis))
    said.append("verified" if membership.verified and not candidate else "not verified")
    said.append(f"codes of HS {listed.hs_edition}")
    if source := membership.source or listed.source:
        said.append(source)
    return ", ".join(said)
