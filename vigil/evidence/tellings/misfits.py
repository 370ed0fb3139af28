"""What a page says of itself that does not fit: its day, its body, whom it credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from vigil.evidence.claim import Discrepancy, Place
from vigil.evidence.origin import Chain, Credit, Edge, OriginGraph
from vigil.evidence.page import MarkKind, Page
from vigil.evidence.tellings.folding import cited, named
from vigil.evidence.tellings.omissions import NOWHERE

# Marks that tell a reader something about how far the page can be relied on.
TOLD: dict[MarkKind, Literal[1, 2, 3]] = {
    "impossible_page_date": 2,
    "repeated_body": 1,
    "hidden_text": 3,
    "bidi_control": 3,
    "hidden_character": 2,
    "mixed_script": 2,
    "broken_encoding": 1,
    "not_compared": 2,
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
    for chain in graph.chains:
        yield from _credited_otherwise(chain, by_id, graph)


def _credited_otherwise(
    chain: Chain, pages: dict[str, Page], graph: OriginGraph
) -> Iterator[Discrepancy]:
    """Pages of one text that credit different ones for it, or nobody an agency's report.

    Pages that credit the same, or of which none credits anybody, do not contradict each other.
    """
    takes = {
        e.page: e for e in graph.edges
        if e.relation in _TAKES and not e.credited and e.page in chain.pages and e.page in pages
    }  # fmt: skip
    agency = chain.head.partition(":")[2] if chain.head.startswith("agency:") else ""
    credits_ = {p: [c for c in graph.credits if c.page == p and c.for_text] for p in chain.pages}
    if agency:
        for page, edge in takes.items():
            if all(c.agency != agency for c in credits_[page]):
                yield _uncredited(edge, agency, credits_[page], pages)
        return
    linked = [p for p in chain.pages if p in pages and (p in takes or _is_taken(p, takes))]
    by_name: dict[str, list[Place]] = {}
    for page in linked:
        for name, place in _names(pages[page], credits_[page]):
            by_name.setdefault(name, []).append(place)
    sides = sorted(by_name.items(), key=lambda item: (len(item[1]), item[0]))
    if len(sides) > 1:
        told = "; ".join(f"“{name}” ({named(places, pages)})" for name, places in sides)
        left, right = sides[0][1], [place for _, places in sides[1:] for place in places]
        text = f"One text, credited in more than one way: {told}."
        yield Discrepancy("metadata", tuple(left), tuple(right), text, 2)


def _is_taken(page: str, takes: dict[str, Edge]) -> bool:
    return any(edge.source == page for edge in takes.values())


def _names(page: Page, own: Sequence[Credit]) -> list[tuple[str, Place]]:
    """Whom a page credits for its text, else what it prints as its credit."""
    found = [(c.name, Place(page.id, c.at or NOWHERE)) for c in own]
    if not found:
        lines = [b.at for b in page.blocks if b.kind == "credit"][:1]
        found = [(cited(page, at), Place(page.id, at)) for at in lines]
    return found


def _uncredited(
    edge: Edge, agency: str, own: Sequence[Credit], pages: dict[str, Page]
) -> Discrepancy:
    """A page prints an agency's report and credits somebody else for it, or nobody."""
    page, source = pages[edge.page], pages.get(edge.source)
    of = f"{source.name}, a report of {agency.title()}," if source else agency.title()
    who = ", ".join(dict.fromkeys(c.name for c in own)) or "nobody"
    at = next((c.at for c in own if c.at is not None), NOWHERE)
    right = () if source is None else (Place(source.id, NOWHERE),)
    summary = f"{page.name} {_TAKES[edge.relation]} {of} without saying so, and credits {who}."
    return Discrepancy("metadata", (Place(page.id, at),), right, summary, 2)
