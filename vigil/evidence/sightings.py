"""Where pages name what an order names, and whether that is adverse.

A name is adverse where its sentence or a neighbour speaks of sanctions, arms or drones, or names a
drone, a provision or a listed party. Who only speaks there, passes on what others say or is
credited for the text is named without harm, but for what he denies or admits himself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vigil.evidence.asked import Asked
from vigil.evidence.link import Known, Link, LinkKind
from vigil.evidence.links import Linker, disguises
from vigil.evidence.names.topics import TOPIC
from vigil.evidence.names.words import words_of
from vigil.evidence.page import Block, Page, Span
from vigil.evidence.room import Room
from vigil.evidence.statement import Reading, Statement

TELLING: tuple[LinkKind, ...] = ("model", "provision", "party")
STEM = 4  # letters of a name's word that a page must hold to be looked at
# Letters outside of Latin and of punctuation: there names may stand in other scripts.
OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u2c00-\ud7ff\uf900-\uffef]")


class Sighting(NamedTuple):
    """A name of the order on a page.

    `statement` is what the page says there, on whose word; `beside` the words that make it
    adverse, in their order; `hidden`: it is made to be
    unseen by readers of the page.
    """

    asked: Asked
    page: Page
    at: Span
    sentence: Span
    statement: Statement | None
    beside: tuple[str, ...]
    hidden: bool = False

    @property
    def is_adverse(self) -> bool:
        """Is it named beside something that asks for a person?"""
        return self.hidden or bool(self.beside)


def counted_pages(room: Room, on: date) -> tuple[Page, ...]:
    """The pages that are of the day or earlier, or have no day."""
    day = on.isoformat()
    return tuple(page for page in room.pages if page.day is None or page.day.day <= day)


def sightings_of(
    room: Room,
    pages: Iterable[Page],
    asked: Sequence[Asked],
    things: dict[tuple[LinkKind, str], tuple[Asked, ...]],
) -> Iterator[Sighting]:
    """Every place where a page names what is asked for, page by page.

    Args:
        room: what was read out of the pages.
        pages: those of the room that count.
        asked: names of the order.
        things: things of the world that the order has, each with where.
    """
    linker = Linker([*(one.known for one in asked), *_countries(room)])
    asked_by_path = {(one.known.kind, one.known.id): one for one in asked}
    stems = {word[:STEM] for one in asked for word in words_of(one.name).folded}
    for page in pages:
        named: dict[tuple[str, Span], Asked] = {}
        if _may_name(page, stems):
            for link in linker.links(page):
                if one := asked_by_path.get((link.kind, link.id)):
                    named[one.path, link.at] = one
        links = room.links_by_page[page.id]
        credited = [c.at for c in room.graph.credits if c.page == page.id and c.at is not None]
        for link in links:
            for one in things.get((link.kind, link.id), ()):
                named.setdefault((one.path, link.at), one)
        reading = room.reading_by_page[page.id]
        for (_, at), one in sorted(named.items(), key=lambda item: (item[0][1], item[0][0])):
            if found := _sighting(one, page, reading, at, links, credited):
                yield found


def _countries(room: Room) -> set[Known]:
    """The names of countries that the pages use."""
    return {
        Known("country", link.id, page.slice(link.at), weak=link.how == "weak_alias")
        for page, links in zip(room.pages, room.links, strict=True)
        for link in links
        if link.kind == "country"
    }


def _may_name(page: Page, stems: Iterable[str]) -> bool:
    if OTHER_SCRIPT.search(page.text):
        return True
    text = page.text.casefold()
    return any(stem in text for stem in stems)


def _sighting(
    asked: Asked,
    page: Page,
    reading: Reading,
    at: Span,
    links: Sequence[Link],
    credited: Iterable[Span],
) -> Sighting | None:
    block = _block_at(page, at)
    if block is None:
        return None
    if block.kind == "hidden":
        hidden = any(p.start <= at.start and at.end <= p.end for p in disguises(page))
        return Sighting(asked, page, at, block.at, None, (), hidden=hidden)
    place = bisect_right(reading.sentences, at.start, key=lambda sentence: sentence.at.start) - 1
    if not block.kept or place < 0 or reading.sentences[place].at.end < at.end:
        return None
    sentence = reading.sentences[place].at
    around = reading.sentences[max(0, place - 1) : place + 2]
    statement = _statement_at(reading, sentence, at)
    if _overlaps(credited, at) or _only_speaks(reading, sentence, at):
        return Sighting(asked, page, at, sentence, statement, ())
    beside = _beside(asked, page, [one.at for one in around], at, links)
    return Sighting(asked, page, at, sentence, statement, beside)


def _block_at(page: Page, at: Span) -> Block | None:
    place = bisect_right(page.blocks, at.start, key=lambda block: block.at.start) - 1
    return page.blocks[place] if place >= 0 and at.end <= page.blocks[place].at.end else None


def _statement_at(reading: Reading, sentence: Span, at: Span) -> Statement | None:
    """What is stated with the name in it; else what its sentence states."""
    own = [one for one in reading.statements if one.sentence == sentence]
    within = [one for one in own if one.at.start <= at.start and at.end <= one.at.end]
    return next(iter((*within, *own)), None)


def _only_speaks(reading: Reading, sentence: Span, at: Span) -> bool:
    """Is it who speaks, or passes it on, and neither denies nor admits anything?"""
    for one in reading.statements:
        if one.sentence == sentence:
            speakers = [one.speaker, *one.via] if one.speaker else [*one.via]
            said_by = [s.words for s in speakers if s.words is not None]
            if _overlaps(said_by, at):
                return not (one.denial or one.admission)
    return False


def _overlaps(spans: Iterable[Span], at: Span) -> bool:
    return any(span.start < at.end and at.start < span.end for span in spans)


def _beside(
    asked: Asked, page: Page, sentences: Iterable[Span], at: Span, links: Sequence[Link]
) -> tuple[str, ...]:
    """The words of the sentences that make the name adverse, its own aside."""
    own = set(words_of(asked.name).folded) | set(words_of(page.slice(at)).folded)
    found: dict[str, None] = {}
    for sentence in sentences:
        starts, ends, folded = words_of(page.slice(sentence))
        for start, end, word in zip(starts, ends, folded, strict=True):
            if word in TOPIC and word not in own:
                found.setdefault(
                    page.text[sentence.start + start : sentence.start + end].lower(), None
                )
        for link in links:
            inside = sentence.start <= link.at.start and link.at.end <= sentence.end
            apart = link.at.end <= at.start or at.end <= link.at.start
            if inside and apart and link.kind in TELLING and link.name != asked.name:
                found.setdefault(page.slice(link.at), None)
    return tuple(found)
