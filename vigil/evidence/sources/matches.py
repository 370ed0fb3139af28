"""Stretches of words that two streams share, grown as far as they go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vigil.evidence.origin import Passage
from vigil.evidence.sources.streams import GRAM, Stream, places_of


class Match(NamedTuple):
    """`length` words that stand in both streams, by the index of the first."""

    left: int
    right: int
    length: int

    def passage(self, left: Stream, right: Stream) -> Passage:
        """The same as offsets into both pages."""
        return Passage(
            left.span(self.left, self.left + self.length - 1),
            right.span(self.right, self.right + self.length - 1),
        )


def matches(left: Stream, right: Stream) -> Iterator[Match]:
    """Shared stretches of at least `GRAM` words, in order of the left one, without overlap there.

    A stretch that stands on the right more than once is told where it stands first.
    """
    until = 0
    there = places_of(right)
    if there.keys().isdisjoint(left.hashes):
        return
    for hashed, i in zip(left.hashes, left.firsts, strict=True):
        j = there.get(hashed)
        if i < until or j is None:
            continue
        length = _alike(left, i, right, j)
        if length >= GRAM:
            until = i + length
            yield Match(i, j, length)


def _alike(left: Stream, i: int, right: Stream, j: int) -> int:
    """How many words are the same from two places on, up to the edge of a run."""
    longest = min(len(left) - i, len(right) - j)
    for n in range(longest):
        edge = n and (i + n in left.starts or j + n in right.starts)
        if edge or left.folded[i + n] != right.folded[j + n]:
            return n
    return longest


def shared_words(stream: Stream, *others: Stream) -> int:
    """How many words of a stream stand in an n-gram that another has, too."""
    shared = until = 0
    known = set[int]().union(*(places_of(other).keys() & stream.hashes for other in others))
    for hashed, i in zip(stream.hashes, stream.firsts, strict=True) if known else ():
        if hashed in known:
            shared += i + GRAM - max(i, until)
            until = i + GRAM
    return shared
