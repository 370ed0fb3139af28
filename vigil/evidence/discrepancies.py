"""Where pages of a story differ: over a claim, between claims, in what they say of themselves.

Not every difference of words is told: only those that change what is claimed, who is said to have
claimed it, or how far it can be relied on. Heaviest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from vigil.evidence.claim import Claim, Discrepancy, Place
from vigil.evidence.link import Link
from vigil.evidence.origin import OriginGraph
from vigil.evidence.page import Page, Span
from vigil.evidence.statement import Reading, Statement
from vigil.evidence.tellings.folding import cited, folded, named, printed, wordings
from vigil.evidence.tellings.misfits import misfits
from vigil.evidence.tellings.omissions import omissions, story_of
from vigil.evidence.tellings.widened import widened
from vigil.evidence.told import Told

_ONCE = frozenset({"spelling", "actor", "role"})  # the same words are the same difference


def discrepancies_of(
    pages: Sequence[Page],
    readings: Sequence[Reading],
    links: Sequence[Sequence[Link]],  # noqa: ARG001
    graph: OriginGraph,
    claims: Sequence[Claim],
) -> tuple[Discrepancy, ...]:
    """All lines that a reader must be told; by weight, then in the order of the claims.

    Args:
        pages: the pages.
        readings: what each states, in the same order.
        links: what each names, in the same order.
        graph: where they come from.
        claims: what `claims_of` gave for these pages.
    """
    by_id = {page.id: page for page in pages}
    said = {reading.page: reading.statements for reading in readings}
    read = {reading.page: reading for reading in readings}
    told = {c.id: [_told(place, by_id, said) for place in c.statements] for c in claims}
    stories = {
        page: story_of([by_id[p] for p in story if p in by_id], read, graph)
        for story in graph.stories
        for page in story
        if page == story[0]
    }
    story_by_page = {p: stories[story[0]] for story in graph.stories for p in story}
    siblings = _siblings(told)
    pages_of = {claim.id: claim.pages for claim in claims}
    held: dict[tuple[str, Span], list[Place]] = {}
    for place, one in ((o.place, o) for all_told in told.values() for o in all_told):
        held.setdefault((place.page, one.statement.at), []).append(place)
    lines: list[Discrepancy] = []
    for claim in claims:
        if len(claim.pages) > 1:
            own = _one_a_page(told[claim.id])
            near = [p for t in own for p in held.get((t.page.id, t.statement.at), ())]
            lines += folded(wordings(widened(own, near)), by_id, claim.id)
        story = story_by_page.get(claim.text.page)
        if story is not None:
            beside = {p for c in siblings.get(claim.id, ()) for p in pages_of[c]}
            lines += omissions(claim, _one_a_page(told[claim.id]), story, beside)
    lines = _once(lines, by_id)
    lines += _contradictions(claims, told, by_id)
    lines += misfits(pages, graph)
    order = {claim.id: n for n, claim in enumerate(claims)}
    return tuple(
        sorted(
            lines,
            key=lambda d: (
                -d.weight,
                order.get(d.claim or "", len(order)),
                d.kind,
                [(p.page, p.at) for p in d.left],
            ),
        )
    )


def _once(lines: Sequence[Discrepancy], pages: dict[str, Page]) -> list[Discrepancy]:
    """A name that is spelt in two ways in ten sentences is one line, with all places."""
    found: dict[object, Discrepancy] = {}
    for n, line in enumerate(lines):
        key: object = n
        if line.kind in _ONCE:
            sides = [
                {printed(pages[p.page].slice(p.at)) for p in s} for s in (line.left, line.right)
            ]
            same = sides[0] == sides[1]
            key = line.summary if same else (line.kind, *map(frozenset, sides))
        held = found.get(key)
        if held is None:
            found[key] = line
        else:
            left = tuple(dict.fromkeys((*held.left, *line.left)))
            right = tuple(dict.fromkeys((*held.right, *line.right)))
            found[key] = msgspec.structs.replace(held, left=left, right=right)
    spelt = [
        [printed(pages[p.page].slice(p.at)) for p in (line.left[0], line.right[0])]
        for line in found.values()
        if line.kind == "spelling"
    ]
    return [
        line
        for line in found.values()
        if line.kind != "spelling" or not _is_said(line, spelt, pages)
    ]


def _is_said(line: Discrepancy, spelt: Sequence[list[str]], pages: dict[str, Page]) -> bool:
    """Whether a line on a speaker's name says what another says by the words themselves."""
    own = [printed(pages[p.page].slice(p.at)) for p in (line.left[0], line.right[0])]
    text = line.summary.casefold()
    return own[0] == own[1] and any(
        one != two and one in text and two in text for one, two in spelt
    )


def _told(place: Place, pages: dict[str, Page], said: dict[str, tuple[Statement, ...]]) -> Told:
    """The statement that a place of a claim belongs to."""
    holding = [
        s for s in said[place.page] if s.at.start <= place.at.start and place.at.end <= s.at.end
    ]
    statement = min(holding, key=lambda s: s.at.end - s.at.start)
    return Told(pages[place.page], statement, place.at)


def _siblings(told: dict[str, list[Told]]) -> dict[str, set[str]]:
    """For each claim those that a sentence of one speaker tells with it."""
    together: dict[tuple[str, Span], list[tuple[str, str]]] = {}
    for claim, all_told in told.items():
        for one in all_told:
            speaker = one.statement.speaker
            if speaker is not None:
                key = (one.page.id, one.statement.sentence)
                together.setdefault(key, []).append((claim, speaker.name))
    found: dict[str, set[str]] = {}
    for held in together.values():
        for claim, name in held:
            others = {other for other, theirs in held if other != claim and theirs == name}
            found.setdefault(claim, set()).update(others)
    return found


def _one_a_page(told: Sequence[Told]) -> list[Told]:
    """Of each page the fullest statement, a headline only where there is no other.

    What a page tells in two statements of one sentence is taken together.
    """
    best: dict[str, Told] = {}
    for one in told:
        held = best.get(one.page.id)
        if held is not None and held.statement.sentence == one.statement.sentence:
            best[one.page.id] = _together(held, one)
        elif held is None or _fullness(one) > _fullness(held):
            best[one.page.id] = one
    return list(best.values())


def _together(one: Told, other: Told) -> Told:
    """Two statements of a sentence as one, from the first word to the last."""
    first, second = sorted((one, other), key=lambda t: (t.at.start, -t.at.end))
    left, right = first.statement, second.statement
    whole = Span(first.at.start, max(first.at.end, second.at.end))
    statement = msgspec.structs.replace(
        left,
        at=Span(min(left.at.start, right.at.start), max(left.at.end, right.at.end)),
        speaker=left.speaker or right.speaker,
        cue=left.cue or right.cue,
        hedges=tuple(sorted({*left.hedges, *right.hedges}, key=lambda h: h.at)),
        quotes=tuple(sorted({*left.quotes, *right.quotes})),
        negated=left.negated or right.negated,
        denial=left.denial or right.denial,
        admission=left.admission or right.admission,
    )
    return Told(one.page, statement, whole)


def _fullness(told: Told) -> tuple[bool, int]:
    return not told.statement.headline, told.at.end - told.at.start


def _contradictions(
    claims: Sequence[Claim], told: dict[str, list[Told]], pages: dict[str, Page]
) -> Iterator[Discrepancy]:
    """Claims that contradict what others state: one line each, against the one told most."""
    by_id = {claim.id: claim for claim in claims}
    denials = {c.id for c in claims if any(t.statement.denial for t in told[c.id])}
    done: set[frozenset[str]] = set()
    for claim in sorted(claims, key=lambda c: c.id not in denials):
        against = [by_id[c] for c in claim.contested_by if c in by_id]
        if claim.id not in denials:
            against = [c for c in against if c.id not in denials]
        if not against:
            continue
        best = against[0]  # the nearest; of what is denied, what most pages tell
        if claim.id in denials:
            best = max(against, key=lambda c: (len(c.pages), c.mode == "direct"))
        if frozenset((best.id, claim.id)) in done:
            continue
        done.add(frozenset((best.id, claim.id)))
        left, right = ([t.place for t in _one_a_page(told[c.id])] for c in (best, claim))
        summary = f"{_said(best, left, pages)}; {_said(claim, right, pages, claim.id in denials)}."
        yield Discrepancy("denial", tuple(left), tuple(right), summary, 3, best.id)


def _said(
    claim: Claim, places: Sequence[Place], pages: dict[str, Page], denies: bool = False
) -> str:
    """Who says it, the first words of what is said, and the pages that tell so."""
    words = cited(pages[claim.text.page], claim.text.at)
    verb = "denies" if denies else "says"
    who = f"{claim.speaker} {verb} " if claim.speaker else ""
    return f"{who}“{words}” ({named(places, pages)})"
