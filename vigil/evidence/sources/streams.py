"""A page's words in two streams, prose and quotations, folded so that copies meet.

Folding is for matching only and never reaches a reader: case, kinds of quotation mark and
apostrophe, punctuation and the dots of initials ("U.S.") are gone; what an editor put into a
quotation in square brackets is left out. Each word keeps its offsets. A run is a stretch of words
that stand together; n-grams do not reach over the edge of one.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from sys import intern
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


class Run(NamedTuple):
    """Words that stand together: folded, and where each begins and ends in the page's text."""

    folded: list[str]
    begins: list[int]
    ends: list[int]


class Stream:
    """Words of one kind on one page, in order, with the n-grams that stand in them.

    `hashes` are the n-grams' stable 32-bit hashes, in order, `firsts` the indices of their first
    words; `starts` are the indices of words that begin a run; `countable` is how many words stand
    in any n-gram. Arrays, as a room holds many.
    """

    def __init__(self, runs: list[Run]) -> None:
        self.folded: list[str] = []
        self.begins, self.ends = array("I"), array("I")
        self.hashes, self.firsts = array("I"), array("I")
        self.starts: set[int] = set()
        self.countable = 0
        for folded, begins, ends in runs:
            start = len(self.folded)
            self.starts.add(start)
            self.folded += folded
            self.begins.extend(begins)
            self.ends.extend(ends)
            if len(folded) >= GRAM:
                self.countable += len(folded)
                self.hashes.extend(_gram_hashes(folded))
                self.firsts.extend(range(start, start + len(folded) - GRAM + 1))

    def __len__(self) -> int:
        return len(self.folded)

    def span(self, first: int, last: int) -> Span:
        """Offsets from one word to another, both included."""
        return Span(self.begins[first], self.ends[last])


def _gram_hashes(folded: list[str]) -> Iterator[int]:
    """The hash of each n-gram: its words with blanks between."""
    words = [word.encode() for word in folded]
    said = b" ".join(words)
    edges = list(accumulate((len(word) + 1 for word in words), initial=0))
    return (crc32(said[start : end - 1]) for start, end in zip(edges, edges[GRAM:], strict=False))


@lru_cache(maxsize=64)
def places_of(stream: Stream) -> dict[int, int]:
    """From the hash of each n-gram to the index where it stands first."""
    return dict(zip(reversed(stream.hashes), reversed(stream.firsts), strict=True))


class Streams(NamedTuple):
    """What a page's own words are, and what stands there in quotation marks."""

    prose: Stream
    quotations: Stream


def streams_of(page: Page, reading: Reading) -> Streams:
    """The words of the page's body (no headlines), parted by its quotations.

    Names of things and scare quotes count as prose.
    """
    quoted = [q.at for q in reading.quotations if not q.title]
    bodies = [block.at for block in page.blocks if block.kind == "body"]
    prose = (_run(page.text, [part]) for part in _outside(bodies, quoted))
    said = (_run(page.text, list(_said(page.text, at))) for at in quoted)
    return Streams(
        Stream([run for run in prose if run.folded]), Stream([run for run in said if run.folded])
    )


def _run(text: str, parts: list[Span]) -> Run:
    """The words of some parts of a text, as if these stood together."""
    found = [m.span() for start, end in parts for m in _WORD.finditer(text, start, end)]
    words = [text[start:end].lower() for start, end in found]
    return Run(
        [intern(word if word.isalnum() else word.translate(_UNSAID)) for word in words],
        [start for start, _ in found],
        [end for _, end in found],
    )


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
