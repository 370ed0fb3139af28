"""Many phrases looked for in a text at once: one pass over its words, however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

What = TypeVar("What")


class Met(NamedTuple, Generic[What]):
    """A phrase met: the place of its first word, the place after its last, and what it says."""

    start: int
    end: int
    what: What


class Phrases(Generic[What]):
    """Phrases by their first word, each with what it stands for.

    >>> ports = Phrases([(("bandar", "anzali"), "IRBAZ"), (("olya",), "RUOLY")])
    >>> [tuple(met) for met in ports.in_words("port of bandar anzali".split())]
    [(2, 4, 'IRBAZ')]
    """

    def __init__(self, phrases: Iterable[tuple[Sequence[str], What]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], What]]] = {}
        for words, what in phrases:
            first, *rest = words
            self._by_first.setdefault(first, []).append((tuple(rest), what))

    def in_words(self, words: Sequence[str]) -> Iterator[Met[What]]:
        """Every phrase that stands in the words as whole words, by its place."""
        for start, word in enumerate(words):
            for rest, what in self._by_first.get(word, ()):
                end = start + 1 + len(rest)
                if not rest or tuple(words[start + 1 : end]) == rest:
                    yield Met(start, end, what)
