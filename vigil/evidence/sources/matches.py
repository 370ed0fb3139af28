"""Stretches of words that two streams share, grown as far as they go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vigil.evidence.origin import Passage
from vigil.evidence.sources.streams import GRAM, Stream


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
    known = left.gram_at.keys() & right.gram_at.keys()
    for hashed, i in left.hashes if known else ():
        if i < until or hashed not in known:
            continue
        j = right.gram_at[hashed]
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
    known = set[int]().union(*(stream.gram_at.keys() & other.gram_at.keys() for other in others))
    for hashed, i in stream.hashes if known else ():
        if hashed in known:
            shared += i + GRAM - max(i, until)
            until = i + GRAM
    return shared
