"""Tables of spellings looked for in a text together, in one pass over its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from vigil.names.phrases import Phrases
from vigil.routes.writing import Written, written

What = TypeVar("What")
KEPT = 2048  # texts, by use


class Spellings(Generic[What]):
    """Spellings in any script, each with what it stands for; they meet as `Written.holds` says.

    >>> ports = Spellings([("Bandar Anzali", "IRBAZ"), ("Оля", "RUOLY")])
    >>> list(ports.in_text(written("port Olya, ex Bandar Anzali")))
    ['RUOLY', 'IRBAZ']
    """

    def __init__(self, spellings: Iterable[tuple[str, What]]) -> None:
        read = [(written(spelling), what) for spelling, what in spellings]
        self._latin = Phrases(
            (text.latin, what) for text, what in read if text.latin and not text.is_arabic
        )
        self._native = Phrases(
            (text.native, what) for text, what in read if text.native and text.is_arabic
        )

    def in_text(self, text: Written) -> Iterator[What]:
        """What stands in the text, once for each place where it does."""
        for met in self._latin.in_words(text.latin):
            yield met.what
        if not text.text.isascii():
            for met in self._native.in_words(text.native):
                yield met.what


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
