"""Tables of spellings looked for in a text together, in one pass over its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from vigil.names.own_script import has_arabic
from vigil.names.phrases import Phrases
from vigil.routes.writing import Written, written

What = TypeVar("What")
KEPT = 2048  # texts, by use
LAST_BASIC = "\uffff"


class Spellings(Generic[What]):
    """Spellings in any script, each with what it stands for; they meet as `Written.holds` says.

    Args:
        spellings: as they are written.
        folded: further phrases of folded words.

    >>> ports = Spellings([("Bandar Anzali", "IRBAZ"), ("Оля", "RUOLY")])
    >>> list(ports.in_text(written("port Olya, ex Bandar Anzali")))
    ['RUOLY', 'IRBAZ']
    """

    def __init__(
        self,
        spellings: Iterable[tuple[str, What]],
        folded: Iterable[tuple[Sequence[str], What]] = (),
    ) -> None:
        read = [(written(spelling), what) for spelling, what in spellings]
        spelt = ((text.latin, what) for text, what in read if not text.is_arabic)
        latin = [(words, what) for words, what in (*spelt, *folded) if words]
        native = [(text.native, what) for text, what in read if text.is_arabic and text.native]
        self._latin, self._native = Phrases(latin), Phrases(native)
        self._first_words = frozenset(words[0] for words, _ in latin)
        # most texts are not of that script, and its words are dear to make
        self._only_arabic = all(any(map(has_arabic, words)) for words, _ in native)

    def in_text(self, text: Written) -> Iterator[What]:
        """What stands in the text, once for each place where it does."""
        if not self._first_words.isdisjoint(text.latin):
            for met in self._latin.in_words(text.latin):
                yield met.what
        if self._may_hold_native(text):
            for met in self._native.in_words(text.native):
                yield met.what

    def _may_hold_native(self, text: Written) -> bool:
        if text.text.isascii() and self._only_arabic:
            return False
        # beyond the basic plane stand symbols that are Arabic letters when compared
        return text.is_arabic or not self._only_arabic or max(text.text) > LAST_BASIC


class SpellingList:
    """Spellings of which the first in the list counts, wherever the others stand."""

    def __init__(self, spellings: Iterable[str]) -> None:
        self._spellings = tuple(spellings)
        self._places = Spellings((s, place) for place, s in enumerate(self._spellings))
        self.first_in = lru_cache(KEPT)(self._first_in)

    def _first_in(self, text: str) -> str | None:
        """The first of the spellings that the text holds, or None."""
        first = min(self._places.in_text(written(text)), default=None)
        return None if first is None else self._spellings[first]
