"""A page's words in two streams, prose and quotations, folded so that copies meet.

Folding is for matching only and never reaches a reader: case, kinds of quotation mark and
apostrophe, punctuation and the dots of initials ("U.S.") are gone; what an editor put into a
quotation in square brackets is left out. Each word keeps its offsets. A run is a stretch of words
that stand together; n-grams do not reach over the edge of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from zlib import crc32

from vigil.evidence.page import Page, Span
from vigil.evidence.statement import Reading

GRAM = 5  # words; chosen: five words of prose in common are rarely chance, a clause is longer
Space = Literal["prose", "quotation"]

# Initials with dots are one word, glued to the next word or not: "U.S.has".
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_UNSAID = str.maketrans("", "", ".'’")
_INSERTED = re.compile(r"\[[^\[\]]{0,200}\]")


class Word(NamedTuple):
    """A folded word and its offsets in the page's text."""

    folded: str
    start: int
    end: int


class Stream:
    """Words of one kind on one page, in order, with the n-grams that stand in them.

    `gram_at` maps a gram's stable 32-bit hash to the index of its first word where it stands
    first; `hashes` are all of them in order, with the index of their first word.
    """

    def __init__(self, runs: list[list[Word]]) -> None:
        self.words = [word for run in runs for word in run]
        self.starts: set[int] = set()  # indices of words that begin a run
        self.hashes: list[tuple[int, int]] = []
        self.countable = 0  # words that stand in any n-gram
        start = 0
        for run in runs:
            self.starts.add(start)
            if len(run) >= GRAM:
                self.countable += len(run)
                folded = [word.folded for word in run]
                self.hashes += [
                    (crc32(" ".join(folded[i : i + GRAM]).encode()), start + i)
                    for i in range(len(run) - GRAM + 1)
                ]
            start += len(run)
        self.gram_at: dict[int, int] = {}
        for hashed, index in self.hashes:
            self.gram_at.setdefault(hashed, index)

    def span(self, first: int, last: int) -> Span:
        """Offsets from one word to another, both included."""
        return Span(self.words[first].start, self.words[last].end)


class Streams(NamedTuple):
    """What a page's own words are, and what stands there in quotation marks."""

    prose: Stream
    quotations: Stream


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets, folded."""
    return [
        Word(match[0].translate(_UNSAID).lower(), match.start(), match.end())
        for match in _WORD.finditer(text, start, end)
    ]


def streams_of(page: Page, reading: Reading) -> Streams:
    """The words of the page's body (no headlines), parted by its quotations.

    Names of things and scare quotes count as prose.
    """
    quoted = [q.at for q in reading.quotations if not q.title]
    bodies = [block.at for block in page.blocks if block.kind == "body"]
    prose = [words_of(page.text, *part) for part in _outside(bodies, quoted)]
    said = [
        [word for part in _said(page.text, at) for word in words_of(page.text, *part)]
        for at in quoted
    ]
    return Streams(Stream([run for run in prose if run]), Stream([run for run in said if run]))


def _outside(bodies: list[Span], quoted: list[Span]) -> Iterator[Span]:
    """The bodies without the quotations; bodies with only white space between are one."""
    at = 0
    for body in bodies:
        start = body.start
        while at < len(quoted) and quoted[at].end <= start:
            at += 1
        ahead = at
        while ahead < len(quoted) and quoted[ahead].start < body.end:
            if quoted[ahead].start > start:
                yield Span(start, quoted[ahead].start)
            start = max(start, quoted[ahead].end)
            ahead += 1
        if start < body.end:
            yield Span(start, body.end)


def _said(text: str, at: Span) -> Iterator[Span]:
    """A quotation without what stands in square brackets."""
    start = at.start
    for match in _INSERTED.finditer(text, at.start, at.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, at.end)
