"""What a page says of itself that does not fit: its day, its body, whom it credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from vigil.evidence.claim import Discrepancy, Place
from vigil.evidence.origin import Edge, OriginGraph
from vigil.evidence.page import MarkKind, Page, Span

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
                at = mark.at or Span(0, 0)
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
            yield _uncredited(edge, by_id, graph)


def _uncredited(edge: Edge, pages: dict[str, Page], graph: OriginGraph) -> Discrepancy:
    """A page prints what another wrote and does not say so."""
    page = pages[edge.page]
    source = pages.get(edge.source)
    heads = [c.head for c in graph.chains if edge.page in c.pages]
    agency = next((h.partition(":")[2] for h in heads if h.startswith("agency:")), "")
    of = source.name if source is not None else edge.source.partition(":")[2] or edge.source
    if agency and agency not in of.casefold():
        of = f"{of}, a report of {agency.title()}"
    credits_ = [c for c in graph.credits if c.page == edge.page and c.for_text]
    names = ", ".join(dict.fromkeys(c.name for c in credits_))
    credited = f"and credits {names}" if names else "and credits nobody"
    at = next((c.at for c in credits_ if c.at is not None), Span(0, 0))
    right = () if source is None else (Place(source.id, Span(0, 0)),)
    summary = f"{page.name} {_TAKES[edge.relation]} {of} without saying so, {credited}."
    return Discrepancy("metadata", (Place(page.id, at),), right, summary, 2)
