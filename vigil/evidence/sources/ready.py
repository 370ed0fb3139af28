"""A page made ready to be compared with others, once: its words, its course, its fingerprints."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from vigil.evidence.page import Page, Span
from vigil.evidence.sources.aligned import Course, course_of
from vigil.evidence.sources.slips import slips_in
from vigil.evidence.sources.streams import Stream, Streams, streams_of
from vigil.evidence.sources.versions import take
from vigil.evidence.statement import Reading
from vigil.evidence.words.content import COMMON, keys_of

WINDOW = 4  # n-grams; chosen: a shared passage of eight words is always found


class Prints(NamedTuple):
    """Stable 32-bit hashes by which pages that share something are found.

    Of prose and of quotations the smallest hash of each window of `WINDOW` n-grams (winnowing:
    Schleimer, Wilkerson and Aiken 2003), so that a shared passage of `GRAM + WINDOW - 1` words
    always shares one, at two hashes in five n-grams. `topic` are pairs of content words side by
    side: they lead from a paraphrase to what it tells again.
    """

    prose: frozenset[int]
    quotations: frozenset[int]
    topic: frozenset[int]


NO_PRINTS = Prints(frozenset(), frozenset(), frozenset())


class Read(NamedTuple):
    """A page with all that it is compared by; `slips` are those of its body, in order; `take` is
    which version it says it is.
    """

    page: Page
    streams: Streams
    course: Course
    prints: Prints
    slips: tuple[Span, ...]
    take: int


def read(page: Page, reading: Reading) -> Read:
    """A page made ready to be compared."""
    streams = streams_of(page, reading)
    told = _told(page, reading)
    topic = {
        crc32((f"{a} {b}" if a < b else f"{b} {a}").encode())
        for keys, _ in told
        for a, b in pairwise(keys)
        if a != b
    }
    prints = Prints(_winnowed(streams.prose), _winnowed(streams.quotations), frozenset(topic))
    slips = tuple(slips_in(page.text, streams.prose))
    return Read(page, streams, course_of(told), prints, slips, take(page))


def _told(page: Page, reading: Reading) -> list[tuple[list[str], Span]]:
    """The keys of each sentence's content words, in order, without words of any report."""
    return [
        (keys_of(page.text, s.at, COMMON), s.at)
        for s in reading.sentences
        if page.blocks[s.block].kind == "body"
    ]


def _winnowed(stream: Stream) -> frozenset[int]:
    """The smallest hash of each window of n-grams that stand together."""
    chosen: set[int] = set()
    run: list[int] = []
    before = -1
    for hashed, index in zip(stream.hashes, stream.firsts, strict=True):
        if index != before + 1:
            _choose(run, chosen)
            run = []
        run.append(hashed)
        before = index
    _choose(run, chosen)
    return frozenset(chosen)


def _choose(run: list[int], chosen: set[int]) -> None:
    if 0 < len(run) < WINDOW:
        chosen.add(min(run))
    chosen.update(map(min, *(run[n : len(run) - WINDOW + n + 1] for n in range(WINDOW))))
