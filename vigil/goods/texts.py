"""Tables of words in several languages, looked for in a text of an order in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from vigil.goods.wording import words_of
from vigil.names.phrases import Phrases

What = TypeVar("What")
KEPT = 4096  # texts, by use: goods of a catalogue come again
ByLanguage = Mapping[str, tuple[str, ...]]


class Spellings(Generic[What]):
    """Spellings of several things, each met as whole words whatever its case or script."""

    def __init__(self, spelt: Iterable[tuple[What, ByLanguage]]) -> None:
        self._phrases = Phrases(
            (tuple(word.key for word in words_of(text)), (what, text))
            for what, by_language in spelt
            for texts in by_language.values()
            for text in texts
        )
        self._kept = lru_cache(KEPT)(self._in_text)

    def in_text(self, text: str) -> Iterator[tuple[What, str]]:
        """What the text names, each meeting with the words as they stand in it."""
        yield from self._kept(text)

    def _in_text(self, text: str) -> tuple[tuple[What, str], ...]:
        return tuple(self._look_in(text))

    def _look_in(self, text: str) -> Iterator[tuple[What, str]]:
        words = words_of(text)
        for met in self._phrases.in_words([word.key for word in words]):
            what, _ = met.what
            printed = "".join(
                ("" if i == met.start or word.gap == "·" else word.gap) + word.text
                for i, word in enumerate(words[met.start : met.end], start=met.start)
            )
            yield what, printed
