"""A page cut into sentences and quotations, while it is read."""

from __future__ import annotations

import msgspec

from vigil.evidence.page import Page, Span
from vigil.evidence.speech.cue_clause import Attribution
from vigil.evidence.speech.people import Person
from vigil.evidence.speech.quotation_marks import Quoted, quoted_pieces
from vigil.evidence.speech.quoted_words import QUOTE, Word, words_of
from vigil.evidence.speech.sentences import paragraphs, sentences
from vigil.evidence.speech.transcripts import labels
from vigil.evidence.speech.via import Passing
from vigil.evidence.statement import Speaker


class Told(msgspec.Struct):
    """One attribution of a sentence with its speaker; `drop`: only passes on the next one."""

    clause: Attribution
    speaker: Speaker | None
    cue: Span
    via: tuple[Speaker, ...] = ()
    basis: Span | None = None
    drop: bool = False


class Line(msgspec.Struct):
    """A sentence while it is read."""

    at: Span
    block: int
    paragraph: int
    headline: bool
    words: list[Word]
    told: list[Told]
    passed: list[Passing]
    label: Span | None = None  # who speaks in a transcript: "MR. LEE"
    labelled: Speaker | None = None  # the same, as a speaker
    heading: tuple[Speaker, ...] = ()  # who passes on the whole paragraph: "Reports Reuters:"
    people: list[Person] = []  # named in it
    topic: Speaker | None = None  # the one person that it tells of
    goes_on: bool = False  # it begins with a pronoun
    quotes: list[int] = []  # the quotations that reach into it
    narrates: bool = False  # it has words outside of quotation marks
    lows: frozenset[str] = frozenset()  # its words in small letters

    def __post_init__(self) -> None:
        self.lows = frozenset([w.lower for w in self.words])
        if QUOTE in self.lows:
            self.quotes = [w.quote for w in self.words if w.quote >= 0]
        self.narrates = any(w.quote < 0 and w.text[:1].isalnum() for w in self.words)


class Spoken(msgspec.Struct):
    """A quotation with what was found of it; `whole`: speech, not a scrap in a clause."""

    quoted: Quoted
    lines: list[int]
    speaker: Speaker | None = None
    cue: Span | None = None
    via: tuple[Speaker, ...] = ()
    basis: Span | None = None
    whole: bool = False
    title: bool = False
    done: bool = False


class Layout(msgspec.Struct):
    """A page's sentences and quotations, in order."""

    lines: list[Line]
    spoken: list[Spoken]


def lay_out(page: Page) -> Layout:
    """Cuts the kept blocks into sentences and quotations; nobody speaks yet."""
    places: list[tuple[Span, int]] = []
    for place_of, part in enumerate(page.blocks):
        if part.kept:
            places.extend((p, place_of) for p in paragraphs(page.text, part.at))
    quoted = quoted_pieces(page.text, [p for p, _ in places])
    closing = {q.outer.end - 1 for q in quoted if q.closed}
    opening = {q.outer.start for q in quoted}
    spoken = [Spoken(q, []) for q in quoted]
    spoken_by = labels(page.text, [p for p, _ in places])
    label: Span | None = None
    lines: list[Line] = []
    first = 0
    for number, (place, block) in enumerate(places):
        headline = page.blocks[block].kind == "headline"
        label = spoken_by.get(number, None if headline else label)
        for at in sentences(page.text, place, closing, opening):
            while first < len(quoted) and quoted[first].outer.end <= at.start:
                first += 1
            last = first
            while last < len(quoted) and quoted[last].outer.start < at.end:
                spoken[last].lines.append(len(lines))
                last += 1
            words = words_of(page.text, at, quoted, range(first, last))
            lines.append(Line(at, block, number, headline, words, [], [], label))
    return Layout(lines, spoken)


def stands_alone(layout: Layout, spoken: Spoken) -> bool:
    """Whether its sentences have no words outside of quotation marks."""
    return not any(layout.lines[n].narrates for n in spoken.lines)


def stands_alone_but(line: Line, label: Span | None) -> bool:
    """Whether a sentence has no words outside of quotation marks behind its label."""
    after = 0 if label is None else label.end
    return not any(w.quote < 0 and w.text[:1].isalnum() and w.start >= after for w in line.words)


def ends_colon(line: Line) -> bool:
    """Whether the sentence announces the next one."""
    return bool(line.words) and line.words[-1].lower == ":"


def assign(spoken: Spoken, told: Told, whole: bool) -> None:
    """Gives a quotation the speaker of an attribution."""
    spoken.speaker, spoken.cue, spoken.via = told.speaker, told.cue, told.via
    spoken.basis, spoken.whole, spoken.done = told.basis, whole, True
