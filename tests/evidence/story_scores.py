"""Invented stories with what must be found in them, and what of it is found.

A story is a file of `stories`: its pages, and by page how many sentences are kept and who says each
quotation; the chains; the primary origins by a name each; differences that a reader must be told
(of one of these kinds, on one of these pages, with one of these words), and such that must not.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

from vigil.evidence.claim import Discrepancy
from vigil.evidence.reading import read_page
from vigil.evidence.room import Room, examine

FOLDER = Path(__file__).parent / "stories"


class Story(NamedTuple):
    """A story as it was examined, with what is expected of it."""

    name: str
    room: Room
    expect: dict

    def page(self, page_id: str) -> str:
        """The name of a page."""
        return self.room.page_by_id[page_id].name


class Score(NamedTuple):
    """What is right of what is asked, and what is wrong, in words."""

    right: int
    asked: int
    wrong: tuple[str, ...]


def stories() -> list[Story]:
    """Every story, by name."""
    found = []
    for file in sorted(FOLDER.glob("*.yml")):
        read = yaml.safe_load(file.read_text())
        pages = [read_page(text.encode(), name) for name, text in read["pages"].items()]
        found.append(Story(file.stem, examine(pages), read["expect"]))
    return found


def kept(story: Story) -> Score:
    """Pages of which as many sentences are kept as are the report's."""
    wrong = []
    for page, reading in zip(story.room.pages, story.room.readings, strict=True):
        wanted, got = story.expect["kept"][page.name], len(reading.sentences)
        if wanted != got:
            wrong.append(f"{page.name}: {got} sentences for {wanted}")
    return Score(len(story.room.pages) - len(wrong), len(story.room.pages), tuple(wrong))


def speakers(story: Story) -> Score:
    """Quotations with their speaker; one too many or too few is wrong, too."""
    asked, right, wrong = 0, 0, []
    for page, reading in zip(story.room.pages, story.room.readings, strict=True):
        wanted = story.expect["speakers"][page.name]
        got = [q.speaker.name if q.speaker else None for q in reading.quotations if not q.title]
        asked += len(wanted)
        same = [_same(one, other) for one, other in zip(wanted, got, strict=False)]
        right += sum(same)
        if not all(same) or len(wanted) != len(got):
            wrong.append(f"{page.name}: {got} for {wanted}")
            right -= max(0, len(got) - len(wanted))
    return Score(right, asked, tuple(wrong))


def chains(story: Story) -> Score:
    """Chains that hold these pages and no others."""
    wanted = {frozenset(chain) for chain in story.expect["chains"]}
    got = {frozenset(map(story.page, chain.pages)) for chain in story.room.graph.chains}
    wrong = () if wanted == got else (f"{sorted(map(sorted, got))}",)
    return Score(len(wanted & got), len(wanted), wrong)


def origins(story: Story) -> Score:
    """Primary origins by name, none too many."""
    wanted = sorted(story.expect["origins"])
    got = sorted(o.speaker for o in story.room.graph.origins)
    wrong = () if wanted == got else (f"{got} for {wanted}",)
    return Score(int(wanted == got), 1, wrong)


def told(story: Story) -> Score:
    """Differences that must be told."""
    missed = [
        one for one in story.expect["told"] if not any(_is(story, d, one) for d in _all(story))
    ]
    asked = len(story.expect["told"])
    return Score(asked - len(missed), asked, tuple(map(str, missed)))


def silent(story: Story) -> Score:
    """Differences that must not be told."""
    wrong = [
        f"{d.kind}: {d.summary}"
        for one in story.expect["silent"]
        for d in _all(story)
        if _is(story, d, one)
    ]
    said = sum(any(_is(story, d, one) for d in _all(story)) for one in story.expect["silent"])
    asked = len(story.expect["silent"])
    return Score(asked - said, asked, tuple(wrong))


def _all(story: Story) -> tuple[Discrepancy, ...]:
    return story.room.discrepancies


def _is(story: Story, found: Discrepancy, wanted: dict) -> bool:
    places = [*found.left, *found.right]
    texts = [found.summary, *map(story.room.words, places)]
    on = {story.page(place.page) for place in places}
    on |= {name for name in wanted.get("pages", ()) if name in found.summary}
    return (
        found.kind in wanted["kinds"]
        and (not wanted.get("pages") or not on.isdisjoint(wanted["pages"]))
        and any(word in text for word in wanted["words"] for text in texts)
    )


def _same(wanted: str | None, got: str | None) -> bool:
    if wanted is None or got is None:
        return wanted is got
    return wanted in got or (got in wanted and got.split()[-1:] == wanted.split()[-1:])


SCORES = {
    "kept": kept,
    "speakers": speakers,
    "chains": chains,
    "origins": origins,
    "told": told,
    "silent": silent,
}
