"""How many listed names hold a word at least as similar to a given one as asked."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import Protocol

from vigil.names.token_similarity import SCALE

WORDS_KEPT = 65_536  # words whose counts are kept; the names of people share most of their words


class Near(Protocol):
    """Listed names that tell how many of them hold words near a word."""

    @property
    def size(self) -> int:
        """How many names there are."""

    def near(self, word: str) -> list[tuple[int, int]]:
        """What each similar listed word lacks in thousandths, and how many names hold it."""


class ListedCrowd:
    """The listed names as `vigil.names.chance` asks for them.

    A name that holds two words similar to one counts twice, and the count stops at the number of
    names; so each word is reckoned once, from the words similar to it and how many names hold them.
    """

    def __init__(self, names: Near) -> None:
        self._names = names
        self._reckoned = lru_cache(maxsize=WORDS_KEPT)(self._reckon)

    @property
    def size(self) -> int:
        """How many listed names there are."""
        return self._names.size

    def holding(self, word: str, similarity: int) -> int:
        """How many names hold a word at least this similar, at least 1.

        Args:
            word: folded.
            similarity: in thousandths.
        """
        lacks, counts = self._reckoned(word)
        at = bisect_left(lacks, SCALE - similarity + 1)
        return max(1, min(self.size, counts[at - 1])) if at else 1

    def _reckon(self, word: str) -> tuple[list[int], list[int]]:
        """What similarities lack, rising, and how many names lie within each."""
        near = sorted(self._names.near(word))
        return [lack for lack, _ in near], list(accumulate(count for _, count in near))
