"""Pages → chains → primary origins: how many have spoken, not how many have printed.

Only pages that `TextReuse` finds to share something are compared. Pages are taken in the order of
their ids, so the order in which they come changes nothing. Days count only where they are trusted.

- A *story* is what is linked by shared prose, paraphrase or shared quotations.
- A *chain* is one writer within a story: a copy, an earlier version or a paraphrase belongs to the
  chain of its source, and so does a page that names the agency for its text. Shared quotations
  alone make no chain. A page that is put together of several reports belongs to the one it shares
  most with.
- A translated copy shares no words with its source and is not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from vigil.evidence.origin import Credit, Edge, OriginGraph, Overlap
from vigil.evidence.page import Page
from vigil.evidence.sources.chains import Printed, chains_of, nearest_sources, sources_of
from vigil.evidence.sources.credited import credits_of
from vigil.evidence.sources.groups import components
from vigil.evidence.sources.overlap import SAME_QUOTATIONS, overlap
from vigil.evidence.sources.parts import without_other_parts
from vigil.evidence.sources.primary import primary_origins
from vigil.evidence.sources.ready import NO_PRINTS, Read, read
from vigil.evidence.sources.reuse import TextReuse
from vigil.evidence.statement import Reading

FAR_APART = 3  # days between trusted days past which only much shared prose is one story; chosen
SAME_STORY_PROSE = 0.5
TOLD, LEAST_TOLD = 0.5, 4  # of the shorter page's sentences that both tell in order; chosen
# Of a short page this share of the prose in two passages at least; one sentence is background.
SHORT_PROSE, LEAST_PASSAGES = 0.2, 2
HELD = 4_000  # pages ready to be compared, at 95 kB each; others are made ready again


def origin_graph(pages: Iterable[Page], readings: Iterable[Reading]) -> OriginGraph:
    """The graph of some pages.

    Args:
        pages: in any order; of the same page the first counts.
        readings: of these pages, in any order.

    Raises:
        KeyError: a page has no reading.
    """
    page_by_id = {page.id: page for page in sorted(pages, key=lambda p: p.id)}
    reading_by_id = {reading.page: reading for reading in readings}
    compared = _Compared(page_by_id, reading_by_id)
    overlaps = tuple(compared.overlaps())
    printed = compared.printed
    named = tuple(c for i, page in page_by_id.items() for c in credits_of(page, reading_by_id[i]))
    linked = without_other_parts(o for o in overlaps if _is_same_story(o, page_by_id))
    stories = components(page_by_id, [(o.left, o.right) for o in linked])
    sources = sources_of(linked, printed, named)
    chains = chains_of(stories, sources, printed, named)
    said = primary_origins(stories, chains, page_by_id, reading_by_id)
    edges = sorted(
        {*nearest_sources(sources, printed), *_credit_edges(named), *said.edges},
        key=lambda e: (e.page, e.source, e.relation, e.why),
    )
    return OriginGraph(
        tuple(page_by_id), overlaps, named, tuple(edges), chains, said.origins, stories, said.beside
    )


class _Compared:
    """Pages compared with those that they share something with; few are held ready at a time."""

    def __init__(self, pages: dict[str, Page], readings: dict[str, Reading]) -> None:
        self._pages, self._readings = pages, readings
        self._ready: dict[str, Read] = {}
        self.printed: dict[str, Printed] = {}

    def overlaps(self) -> Iterator[Overlap]:
        """Of each pair of pages that share something, in order of their ids."""
        index = TextReuse()
        pairs: set[tuple[str, str]] = set()
        for i, page in self._pages.items():
            ready = self._made_ready(i)
            words = len(ready.streams.prose) + len(ready.streams.quotations)
            self.printed[i] = Printed(page, words)
            pairs.update((other, i) for other in index.partners(page, self._readings[i], ready))
            index.add(page, self._readings[i], ready)
            self._ready[i] = ready._replace(prints=NO_PRINTS)  # a quarter of what it takes
        for left, right in sorted(pairs):
            found = overlap(self._made_ready(left), self._made_ready(right))
            if found.relation != "unrelated" or found.passages:
                yield found

    def _made_ready(self, i: str) -> Read:
        ready = self._ready.pop(i, None) or read(self._pages[i], self._readings[i])
        self._ready[i] = ready  # the latest is the last
        if len(self._ready) > HELD:
            del self._ready[next(iter(self._ready))]
        return ready


def _is_same_story(found: Overlap, pages: dict[str, Page]) -> bool:
    """Whether two pages tell of the same thing; background that is printed again later does not."""
    if found.relation == "unrelated" and not _tells_enough(found):
        return False
    if found.prose >= SAME_STORY_PROSE:
        return True
    left, right = pages[found.left], pages[found.right]
    a_part = found.relation in ("same_text", "unrelated")
    if a_part and not found.slips and _is_background(found, left, right):
        return False
    one, other = left.day, right.day
    if one is None or other is None or "low" in (one.trust, other.trust):
        return True
    return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days) <= FAR_APART


def _tells_enough(found: Overlap) -> bool:
    """Whether pages that share too little for a relation still tell of one thing."""
    in_order = found.sentences >= LEAST_TOLD and found.aligned >= TOLD
    return in_order or (found.prose >= SHORT_PROSE and len(found.passages) >= LEAST_PASSAGES)


def _is_background(found: Overlap, left: Page, right: Page) -> bool:
    """Whether all that two pages share is prose in their later halves: what happened before."""
    return found.quotations < SAME_QUOTATIONS and all(
        passage.left.start > _middle(left) and passage.right.start > _middle(right)
        for passage in found.passages
    )


def _middle(page: Page) -> float:
    bodies = [block.at for block in page.kept]
    return (bodies[0].start + bodies[-1].end) / 2 if bodies else 0.0


def _credit_edges(named: Iterable[Credit]) -> Iterator[Edge]:
    """A page names an agency for its text or for parts of it."""
    for credit in named:
        if credit.agency and credit.how != "photo":
            why = f"names {credit.name} ({credit.how.replace('_', ' ')})"
            yield Edge(credit.page, f"agency:{credit.agency}", "credits", True, why)
