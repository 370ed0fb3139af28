"""Which page comes from which, and the chains that makes.

Of two pages that share prose the source is, in this order: the one that prints an agency's report
under its name; the one the other credits; the later version, where marks tell; the one of the
earlier trusted day; the more complete one. A paraphrase comes from the page it shares most with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vigil.evidence.groups import components
from vigil.evidence.origin import Chain, Credit, Edge, Overlap
from vigil.evidence.overlap import SAME_TEXT, Read
from vigil.evidence.page import Page, Span

COPIES = ("same_text", "earlier_version", "paraphrase")
APART = 0.2  # of the words that two sources give to a page: below it they give different parts
SHORT = 12  # characters of a page's id in a chain's


class Source(NamedTuple):
    """One edge between pages that share prose, with the overlap it rests on."""

    edge: Edge
    overlap: Overlap


def sources_of(
    overlaps: Iterable[Overlap], reads: dict[str, Read], named: Sequence[Credit]
) -> list[Source]:
    """Of each pair that shares prose, which page comes from which."""
    given: dict[str, list[Credit]] = {}
    for credit in named:
        given.setdefault(credit.page, []).append(credit)
    found = []
    for overlap in overlaps:
        if overlap.relation not in COPIES:
            continue
        left, right = reads[overlap.left], reads[overlap.right]
        keys = (
            _source_key(left, right, overlap, given),
            _source_key(right, left, overlap, given),
        )
        source, page = (left, right) if keys[0] > keys[1] else (right, left)
        found.append(Source(_edge(page.page, source.page, overlap, given), overlap))
    return found


def nearest_sources(sources: Iterable[Source]) -> list[Edge]:
    """One edge a page: to the source it shares most with."""
    nearest: dict[str, Source] = {}
    for source in sources:
        known = nearest.get(source.edge.page)
        if known is None or _nearness(source) > _nearness(known):
            nearest[source.edge.page] = source
    return [source.edge for source in nearest.values()]


def _nearness(source: Source) -> tuple[object, ...]:
    o = source.overlap
    return (source.edge.credited, o.prose, o.aligned, source.edge.source)


def _source_key(
    page: Read, other: Read, overlap: Overlap, given: dict[str, list[Credit]]
) -> tuple[object, ...]:
    """The greater, the likelier the page is the source of the other."""
    day, other_day = page.page.day, other.page.day
    trusted = [d for d in (day, other_day) if d is not None and d.trust != "low"]
    earlier = len(trusted) == 2 and trusted[0].day < trusted[1].day
    return (
        bool(_prints(page.page.id, given)),
        _names(given.get(other.page.id, ()), page.page),
        overlap.earlier == other.page.id,
        earlier,
        page.streams.prose.countable + page.streams.quotations.countable,
        page.page.id,
    )


def _prints(page: str, given: dict[str, list[Credit]]) -> set[str]:
    """Agencies whose report the page prints under their name."""
    return {
        c.agency
        for c in given.get(page, ())
        if c.agency and c.for_text and c.how in ("dateline", "byline", "source_line", "given")
    }


def _names(given: Iterable[Credit], page: Page) -> bool:
    """Whether credits name a page's publisher."""
    publisher = (page.publisher or "").casefold()
    return bool(publisher) and any(
        c.how != "photo" and c.name.casefold() == publisher for c in given
    )


def _edge(page: Page, source: Page, overlap: Overlap, given: dict[str, list[Credit]]) -> Edge:
    own = [c for c in given.get(page.id, ()) if c.how != "photo"]
    agencies = {c.agency for c in given.get(source.id, ()) if c.agency and c.for_text}
    credited = _names(own, source) or any(c.agency in agencies for c in own if c.agency)
    relation = "paraphrase_of" if overlap.relation == "paraphrase" else "copy_of"
    if overlap.relation == "earlier_version" and overlap.earlier == page.id:
        relation = "earlier_version_of"
    if overlap.relation == "same_text" and overlap.prose < SAME_TEXT and credited:
        relation = "credits"  # took a part over and says from whom
    why = overlap.why
    others = sorted({c.name for c in own if c.for_text}) if not credited else []
    if others:
        why += f"; it credits {', '.join(others)}"
    return Edge(page.id, source.id, relation, credited, why)  # type: ignore[arg-type]  # a literal


def chains_of(
    stories: Iterable[tuple[str, ...]],
    sources: Iterable[Source],
    reads: dict[str, Read],
    named: Sequence[Credit],
) -> tuple[Chain, ...]:
    """The chains of each story, in order of their first page."""
    joined = _joined(list(sources))
    for_text: dict[str, set[str]] = {}
    mentions: Counter[tuple[str, str]] = Counter()
    for credit in named:
        if credit.agency and credit.how != "photo":
            mentions[credit.page, credit.agency] += 1
            if credit.for_text or mentions[credit.page, credit.agency] > 1:
                for_text.setdefault(credit.page, set()).add(credit.agency)
    chains = []
    for story in stories:
        groups = _groups(story, joined)
        by_agency: dict[str, set[str]] = {}
        for group in groups:
            agencies = Counter(a for page in group for a in for_text.get(page, ()))
            head = min(agencies, key=lambda a: (-agencies[a], a), default="")
            key = f"agency:{head}" if head else _most_complete(group, reads)
            by_agency.setdefault(key, set()).update(group)
        for head, members in by_agency.items():
            pages = tuple(sorted(members))
            chains.append(Chain(pages[0][:SHORT], head, pages))
    return tuple(sorted(chains, key=lambda c: c.pages))


def _most_complete(group: Iterable[str], reads: dict[str, Read]) -> str:
    def words(page: str) -> int:
        return len(reads[page].streams.prose.words) + len(reads[page].streams.quotations.words)

    return max(sorted(group), key=words)


def _joined(sources: list[Source]) -> list[tuple[str, str]]:
    """Pairs of one chain; a page put together of several reports stays with the nearest."""
    at: dict[str, list[Overlap]] = {}
    for source in sources:
        for page in (source.overlap.left, source.overlap.right):
            at.setdefault(page, []).append(source.overlap)
    nearest = {
        page: max(found, key=lambda o: (o.prose, o.aligned, o.left, o.right))
        for page, found in at.items()
    }
    return [
        (o.left, o.right)
        for o in (source.overlap for source in sources)
        if all(_same_part(page, o, nearest[page]) for page in (o.left, o.right))
    ]


def _same_part(page: str, one: Overlap, nearest: Overlap) -> bool:
    """Whether two overlaps of a page lie in the same part of it."""
    if one is nearest or "paraphrase" in (one.relation, nearest.relation):
        return True
    mine, best = _places(page, one), _places(page, nearest)
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in mine for b in best)
    return common >= APART * min(_length(mine), _length(best))


def _places(page: str, overlap: Overlap) -> list[Span]:
    return [p.left if overlap.left == page else p.right for p in overlap.passages]


def _length(spans: list[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _groups(story: tuple[str, ...], joined: list[tuple[str, str]]) -> list[list[str]]:
    members = set(story)
    inside = [(a, b) for a, b in joined if a in members and b in members]
    return [list(group) for group in components(story, inside)]
