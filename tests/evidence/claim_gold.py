"""Claims held against what a person put together: pairs of sentences that tell the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from tests.evidence.simple import simple_page
from vigil.evidence.claim import Claim
from vigil.evidence.claims import claims_of
from vigil.evidence.origin import Chain, OriginGraph
from vigil.evidence.page import Page, Span
from vigil.evidence.statements import read_statements

STORIES = Path(__file__).with_name("claim_stories.txt")


class Labelled(NamedTuple):
    """A sentence of a page, and letters of what it tells."""

    at: Span
    letters: str


class Story(NamedTuple):
    """Pages and what their sentences tell, by page."""

    name: str
    pages: list[Page]
    labelled: dict[str, list[Labelled]]


class Agreement(NamedTuple):
    """Pairs of sentences: joined and alike, joined, alike."""

    right: int
    joined: int
    alike: int

    @property
    def precision(self) -> float:
        return self.right / self.joined

    @property
    def recall(self) -> float:
        return self.right / self.alike


def stories() -> Iterator[Story]:
    """The invented stories."""
    lines = [x for x in STORIES.read_text("utf-8").splitlines() if x and x[0] != "#"]
    starts = [n for n, line in enumerate(lines) if line.startswith("===")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        story = Story(lines[start][4:], [], {})
        marks = [n for n in range(start + 1, end) if lines[n].startswith("---")]
        for mark, after in zip(marks, [*marks[1:], end], strict=True):
            rows = [line.split(" | ", 1) for line in lines[mark + 1 : after]]
            page = simple_page("\n\n".join(text for _, text in rows))
            at = 0
            for letters, text in rows:
                here = Labelled(Span(at, at + len(text)), letters)
                story.labelled.setdefault(page.id, []).append(here)
                at += len(text) + 2
            story.pages.append(page)
        yield story


def one_story(pages: Sequence[Page]) -> OriginGraph:
    """A graph of pages that tell of the same thing, each of its own writing."""
    ids = tuple(page.id for page in pages)
    chains = tuple(Chain(i[:12], i, (i,)) for i in ids)
    return OriginGraph(ids, (), (), (), chains, (), (ids,))


def joined(pages: Sequence[Page]) -> tuple[Claim, ...]:
    """The claims of pages that are one story."""
    readings = [read_statements(page) for page in pages]
    return claims_of(pages, readings, [()] * len(pages), one_story(pages))


def agreement(claims: Sequence[Claim], labelled: Mapping[str, Sequence[Labelled]]) -> Agreement:
    """How far claims join what a person joined."""
    got = set()
    for claim in claims:
        placed = [(p.page, _sentence(labelled[p.page], p.at)) for p in claim.statements]
        known = sorted({(page, n) for page, n in placed if n is not None})
        got |= {pair for pair in combinations(known, 2) if pair[0][0] != pair[1][0]}
    every = sorted((page, n) for page, rows in labelled.items() for n in range(len(rows)))
    alike = {
        (one, other)
        for one, other in combinations(every, 2)
        if one[0] != other[0]
        and set(labelled[one[0]][one[1]].letters) & set(labelled[other[0]][other[1]].letters)
    }
    return Agreement(len(got & alike), len(got), len(alike))


def _sentence(rows: Sequence[Labelled], at: Span) -> int | None:
    found = [n for n, row in enumerate(rows) if row.at.start <= at.start < row.at.end]
    return found[0] if found else None
