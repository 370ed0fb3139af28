"""What a page says of itself that does not fit: its day, its body, whom it credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from vigil.evidence.claim import Discrepancy, Place
from vigil.evidence.omissions import NOWHERE
from vigil.evidence.origin import Edge, OriginGraph
from vigil.evidence.page import MarkKind, Page

# Marks that tell a reader something about how far the page can be relied on.
TOLD: dict[MarkKind, Literal[1, 2, 3]] = {
    "impossible_page_date": 2,
    "repeated_body": 1,
    "hidden_text": 3,
    "bidi_control": 3,
    "hidden_character": 2,
    "mixed_script": 2,
    "broken_encoding": 1,
}
_TAKES = {
    "copy_of": "is a copy of",
    "earlier_version_of": "is a copy of an earlier version of",
    "paraphrase_of": "paraphrases",
}


def misfits(pages: Sequence[Page], graph: OriginGraph) -> Iterator[Discrepancy]:
    """One line for each mark that matters, and for each text that is taken without credit."""
    by_id = {page.id: page for page in pages}
    for page in pages:
        for mark in page.marks:
            if mark.kind in TOLD:
                at = mark.at or NOWHERE
                why = mark.why.rstrip(".")
                yield Discrepancy(
                    "metadata",
                    (Place(page.id, at),),
                    (),
                    f"{page.name}: {why}.",
                    TOLD[mark.kind],
                )
    for edge in graph.edges:
        if edge.relation in _TAKES and not edge.credited and edge.page in by_id:
            yield from _miscredited(edge, by_id, graph)


def _miscredited(edge: Edge, pages: dict[str, Page], graph: OriginGraph) -> Iterator[Discrepancy]:
    """A page prints what another wrote and credits somebody else for it, or nobody an agency.

    Two pages that credit the same, or of which none credits anybody, do not contradict each other.
    """
    page, source = pages[edge.page], pages.get(edge.source)
    own = [c for c in graph.credits if c.page == edge.page and c.for_text]
    heads = [c.head for c in graph.chains if edge.page in c.pages]
    agency = next((h.partition(":")[2] for h in heads if h.startswith("agency:")), "")
    theirs = [c for c in graph.credits if c.page == edge.source and c.for_text]
    names = {c.name.casefold() for c in theirs} | ({agency} if agency else set())
    mine = {c.name.casefold() for c in own} | ({agency} & {c.agency for c in own})
    signed = "" if source is None else _signed(source)
    if names & mine or not (names or (signed and mine)):
        return
    if any(name in signed for name in mine):
        return
    of = source.name if source is not None else edge.source
    if agency:
        of = f"{of}, a report of {agency.title()},"
    who = ", ".join(dict.fromkeys(c.name for c in own)) or "nobody"
    at = next((c.at for c in own if c.at is not None), NOWHERE)
    right = () if source is None else (Place(source.id, NOWHERE),)
    summary = f"{page.name} {_TAKES[edge.relation]} {of} without saying so, and credits {who}."
    yield Discrepancy("metadata", (Place(page.id, at),), right, summary, 2)


def _signed(page: Page) -> str:
    """What a page prints as its credits, in small letters."""
    return " ".join(page.slice(b.at) for b in page.blocks if b.kind == "credit").casefold()
