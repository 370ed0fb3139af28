"""Which page comes from which, and the chains that makes.

Of two pages that share prose the source is, in this order: the one that prints an agency's report
under its name; the one the other credits; the one whose publisher the other tells of (a ministry's
release); the later version, where marks tell; the one of the earlier trusted day; the more complete
one. A page that shares prose with several comes from the one it shares most with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vigil.evidence.origin import Chain, Credit, Edge, Overlap
from vigil.evidence.page import Page
from vigil.evidence.sources.groups import components
from vigil.evidence.sources.overlap import SAME_TEXT
from vigil.evidence.sources.owners import owner_of

COPIES = ("same_text", "earlier_version", "paraphrase")
SHORT = 12  # characters of a page's id in a chain's


class Printed(NamedTuple):
    """A page and how many words its body has."""

    page: Page
    words: int


class Source(NamedTuple):
    """One edge between pages that share prose, with the overlap it rests on."""

    edge: Edge
    overlap: Overlap


def sources_of(
    overlaps: Iterable[Overlap], printed: Mapping[str, Printed], named: Sequence[Credit]
) -> list[Source]:
    """Of each pair that shares prose, which page comes from which."""
    given: dict[str, list[Credit]] = {}
    for credit in named:
        given.setdefault(credit.page, []).append(credit)
    found = []
    for overlap in overlaps:
        if overlap.relation not in COPIES:
            continue
        left, right = printed[overlap.left], printed[overlap.right]
        keys = (
            _source_key(left, right, overlap, given),
            _source_key(right, left, overlap, given),
        )
        source, page = (left, right) if keys[0] > keys[1] else (right, left)
        found.append(Source(_edge(page.page, source.page, overlap, given), overlap))
    return found


def nearest_sources(sources: Iterable[Source], printed: Mapping[str, Printed]) -> list[Edge]:
    """One edge a page: to the source it shares most with; of equals, to the most complete."""

    def nearness(source: Source) -> tuple[object, ...]:
        o, edge = source.overlap, source.edge
        return (edge.credited, o.prose, o.aligned, printed[edge.source].words, edge.source)

    nearest: dict[str, Source] = {}
    for source in sources:
        known = nearest.get(source.edge.page)
        if known is None or nearness(source) > nearness(known):
            nearest[source.edge.page] = source
    return [source.edge for source in nearest.values()]


def _source_key(
    page: Printed, other: Printed, overlap: Overlap, given: dict[str, list[Credit]]
) -> tuple[object, ...]:
    """The greater, the likelier the page is the source of the other."""
    day, other_day = page.page.day, other.page.day
    trusted = [d for d in (day, other_day) if d is not None and d.trust != "low"]
    earlier = len(trusted) == 2 and trusted[0].day < trusted[1].day
    return (
        bool(_prints(page.page.id, given)),
        _names(given.get(other.page.id, ()), page.page),
        _tells_of(other.page, page.page.publisher),
        overlap.earlier == other.page.id,
        earlier,
        page.words,
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


def _tells_of(page: Page, publisher: str | None) -> bool:
    """Whether a report names another page's publisher: a ministry's release that papers print."""
    name = (publisher or "").casefold()
    return len(name) > 3 and any(name in page.slice(b.at).casefold() for b in page.kept)


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
    printed: Mapping[str, Printed],
    named: Sequence[Credit],
) -> tuple[Chain, ...]:
    """The chains of each story, in order of their first page."""
    sources = list(sources)
    derived = {s.edge.page for s in sources}
    groups: dict[str, list[tuple[str, ...]]] = {}  # by the story's first page
    story_of = {page: story[0] for story in stories for page in story}
    for group in components(story_of, [(s.overlap.left, s.overlap.right) for s in sources]):
        groups.setdefault(story_of[group[0]], []).append(group)
    for_text: dict[str, set[str]] = {}
    mentions: Counter[tuple[str, str]] = Counter()
    for credit in named:
        if credit.agency and credit.how != "photo":
            mentions[credit.page, credit.agency] += 1
            if credit.for_text or mentions[credit.page, credit.agency] > 1:
                for_text.setdefault(credit.page, set()).add(credit.agency)
    chains = []
    for in_story in groups.values():
        by_agency: dict[str, set[str]] = {}
        for group in in_story:
            agencies = Counter(a for page in group for a in for_text.get(page, ()))
            head = min(agencies, key=lambda a: (-agencies[a], a), default="")
            key = f"agency:{head}" if head else _head(group, derived, printed)
            by_agency.setdefault(key, set()).update(group)
        for head, members in by_agency.items():
            pages = tuple(sorted(members))
            agency = head.removeprefix("agency:")
            owner = owner_of(printed[head].page.publisher if head in printed else agency)
            chains.append(Chain(pages[0][:SHORT], head, pages, owner))
    return tuple(sorted(chains, key=lambda c: c.pages))


def _head(group: Sequence[str], derived: set[str], printed: Mapping[str, Printed]) -> str:
    """The page that comes from no other; of several, the most complete."""
    first = [page for page in group if page not in derived] or group
    return max(sorted(first), key=lambda page: printed[page].words)
