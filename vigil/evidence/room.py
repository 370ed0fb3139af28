"""The evidence room: reports examined together, and what was found, by name."""

from __future__ import annotations

from functools import cached_property

import msgspec

from vigil.evidence.claim import Claim, Discrepancy, Place
from vigil.evidence.link import Link
from vigil.evidence.origin import OriginGraph
from vigil.evidence.page import Page
from vigil.evidence.statement import Reading


class Room(msgspec.Struct, frozen=True, dict=True):
    """Pages and all that was read out of them; `readings` and `links` go with `pages`, in order."""

    pages: tuple[Page, ...]
    readings: tuple[Reading, ...]
    links: tuple[tuple[Link, ...], ...]
    graph: OriginGraph
    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...]

    @cached_property
    def page_by_id(self) -> dict[str, Page]:
        """Pages by their id."""
        return {page.id: page for page in self.pages}

    @cached_property
    def reading_by_page(self) -> dict[str, Reading]:
        """What a page states, by its id."""
        return {reading.page: reading for reading in self.readings}

    @cached_property
    def links_by_page(self) -> dict[str, tuple[Link, ...]]:
        """What a page names, by its id."""
        return dict(zip((page.id for page in self.pages), self.links, strict=True))

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Claims by their id."""
        return {claim.id: claim for claim in self.claims}

    def words(self, place: Place) -> str:
        """What stands at a place, word for word."""
        return self.page_by_id[place.page].slice(place.at)

    def claims_at(self, place: Place) -> tuple[Claim, ...]:
        """The claims that a place of a page belongs to."""
        return tuple(
            claim
            for claim in self.claims
            for told in claim.statements
            if told.page == place.page
            and told.at.start < place.at.end
            and place.at.start < told.at.end
        )

    def discrepancies_of(self, claim: str) -> tuple[Discrepancy, ...]:
        """What its pages say differently."""
        return tuple(d for d in self.discrepancies if d.claim == claim)
