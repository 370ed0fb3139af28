"""Keywords of key items by their first word, so that a description costs what it is long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vigil.goods.keywords import Keyword, plurals, read_keyword, span_of
from vigil.goods.wording import Word

if TYPE_CHECKING:
    from vigil.goods.catalogue import KeyItem


class Meeting(NamedTuple):
    """A keyword met: the places of its item and of itself in the catalogue, and of its words."""

    item: int
    order: int
    start: int
    end: int
    keyword: Keyword


class KeywordIndex:
    """The keywords of all key items, met together."""

    def __init__(self, items: Iterable[KeyItem]) -> None:
        self._by_first: dict[str, list[tuple[int, int, Keyword]]] = {}
        self._by_stem: dict[str, list[tuple[int, int, Keyword]]] = {}
        for place, item in enumerate(items):
            for order, text in enumerate(item.keywords):
                if keyword := read_keyword(text):
                    self._add(place, order, keyword)
        self._stem_lengths = sorted({len(stem) for stem in self._by_stem})

    def in_words(self, words: Sequence[Word]) -> list[Meeting]:
        """Every keyword that meets, by item, keyword and place."""
        return sorted(
            Meeting(item, order, start, start + length, keyword)
            for start, word in enumerate(words)
            for item, order, keyword in self._beginning(word.key)
            if (length := span_of(keyword, words, start))
        )

    def _add(self, item: int, order: int, keyword: Keyword) -> None:
        first = keyword.keys[0]
        alone = len(keyword.keys) == 1
        for key in {first, *(plurals(first) if alone else ())}:
            self._by_first.setdefault(key, []).append((item, order, keyword))
        if alone and keyword.is_stem:
            self._by_stem.setdefault(first, []).append((item, order, keyword))

    def _beginning(self, key: str) -> Iterator[tuple[int, int, Keyword]]:
        """Keywords that may begin with a word; each once, as a stem is shorter than the word."""
        told = self._by_first.get(key, ())
        yield from told
        for length in self._stem_lengths:
            if length < len(key):
                for found in self._by_stem.get(key[:length], ()):
                    if found not in told:
                        yield found
