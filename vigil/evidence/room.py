"""The evidence room: reports examined together, and what was found, by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import msgspec

from vigil.evidence.claim import Claim, Discrepancy, Place
from vigil.evidence.claims import claims_of
from vigil.evidence.discrepancies import discrepancies_of
from vigil.evidence.link import Link
from vigil.evidence.links import Linker
from vigil.evidence.origin import OriginGraph
from vigil.evidence.origins import origin_graph
from vigil.evidence.page import Mark, Page, Span
from vigil.evidence.statement import Reading
from vigil.evidence.statements import read_statements

# A report of 40 printed pages; two such compared take seconds, and more grows faster than length.
MOST_STATEMENTS = 800


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
    def story_by_page(self) -> dict[str, int]:
        """The number of a page's story, counted from 1."""
        return {page: n for n, story in enumerate(self.graph.stories, 1) for page in story}

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Claims by their id."""
        return {claim.id: claim for claim in self.claims}

    def words(self, place: Place) -> str:
        """What stands at a place, word for word."""
        return self.page_by_id[place.page].slice(place.at)

    def is_denial(self, place: Place) -> bool:
        """Does the speaker at a place deny what stands there? A quoted denial says so itself."""
        return any(
            statement.denial
            and statement.mode != "direct"
            and statement.at.start <= place.at.start
            and place.at.end <= statement.at.end
            for statement in self.reading_by_page[place.page].statements
        )

    def claims_at(self, place: Place) -> tuple[Claim, ...]:
        """The claims that a place of a page belongs to."""
        found = {
            claim.id: claim
            for at, claim in self._told_by_page.get(place.page, ())
            if at.start < place.at.end and place.at.start < at.end
        }
        return tuple(found.values())

    @cached_property
    def _told_by_page(self) -> dict[str, list[tuple[Span, Claim]]]:
        """Where a page tells which claim, in the order of the claims."""
        found: dict[str, list[tuple[Span, Claim]]] = {}
        for claim in self.claims:
            for told in claim.statements:
                found.setdefault(told.page, []).append((told.at, claim))
        return found

    def discrepancies_of(self, claim: str) -> tuple[Discrepancy, ...]:
        """What its pages say differently."""
        return tuple(d for d in self.discrepancies if d.claim == claim)


def examine(pages: Iterable[Page], linker: Linker | None = None) -> Room:
    """Everything that can be read out of some pages together.

    Args:
        pages: as read, in the order in which a reader is to see them; of the same bytes the first.
        linker: finds the names of a world; without it `links` are empty and nothing is linked.
    """
    page_by_id: dict[str, Page] = {}
    for page in pages:
        page_by_id.setdefault(page.id, page)
    readings = tuple(read_statements(page) for page in page_by_id.values())
    own = tuple(map(_marked, page_by_id.values(), readings))
    links = tuple(() if linker is None else linker.links(page) for page in own)
    graph = origin_graph(own, readings)
    compared = tuple(map(_compared, readings))
    claims = claims_of(own, compared, links, graph)
    found = discrepancies_of(own, compared, links, graph, claims)
    return Room(own, readings, links, graph, claims, found)


def _marked(page: Page, reading: Reading) -> Page:
    """The page, with a mark when it states more than is compared."""
    count = len(reading.statements)
    if count <= MOST_STATEMENTS:
        return page
    why = (
        f"the first {MOST_STATEMENTS} of {count:,} statements are compared with other pages; names "
        "and shared text are sought in all"
    )
    return msgspec.structs.replace(page, marks=(*page.marks, Mark("not_compared", None, why)))


def _compared(reading: Reading) -> Reading:
    return msgspec.structs.replace(reading, statements=reading.statements[:MOST_STATEMENTS])
