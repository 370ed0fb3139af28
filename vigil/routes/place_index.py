"""Places by all that a text can point to them with, so that most are never looked for.

The index only says which places a text may be about; whether it is is `vigil.routes.mention`'s
matter. What it leaves out, no rule there can find in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from vigil.routes.spellings import Spellings
from vigil.routes.writing import LETTERS_AND_NUMBER, written

if TYPE_CHECKING:
    from vigil.routes.catalogue import Place

KEPT = 8192  # texts, by use: an address stands at several parties of an order
POST_CODE_PART = 3  # digits of a post code's first group


class PlaceIndex:
    """The places of a catalogue by spelling, post code, street, house number and code."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = tuple(places)
        numbered = list(enumerate(self._places))
        self._spellings = Spellings(
            ((spelling, i) for i, p in numbered for spelling in _spellings(p)),
            ((words, i) for i, p in numbered for words in _joined(p)),
        )
        by_code: dict[str, dict[int, Place]] = {}
        for i, place in numbered:
            for code in _codes(place):
                by_code.setdefault(code, {})[i] = place
        self._by_code = {code: tuple(found.values()) for code, found in by_code.items()}
        self.possible = lru_cache(KEPT)(self._possible)

    def with_code(self, code: str) -> tuple[Place, ...]:
        """The places that may have the UN/LOCODE, IATA or ICAO code, in the catalogue's order."""
        return self._by_code.get(code, ())

    def in_any(self, *texts: str | None) -> tuple[Place, ...]:
        """The places that one of the texts may be about, in the catalogue's order."""
        found = {i for text in texts if text for i in self.possible(text)}
        return tuple(self._places[i] for i in sorted(found)) if found else ()

    def _possible(self, text: str) -> frozenset[int]:
        return frozenset(self._spellings.in_text(written(text)))


def _spellings(place: Place) -> Iterator[str]:
    yield from (place.name, *place.strong_spellings, *place.spellings, *place.streets)


def _joined(place: Place) -> Iterator[tuple[str, ...]]:
    """Post codes and streets in each way that they are joined, and numbers of a house."""
    for code in place.post_codes:
        head, tail = code[:POST_CODE_PART], code[POST_CODE_PART:]
        for begin in (head, f"ru{head}"):
            yield from ((begin + tail,), (begin, *tail.split()))
    for street in place.streets:
        parts = LETTERS_AND_NUMBER.fullmatch(written(street).flat)
        if parts is not None:
            yield from (parts.groups(), ("".join(parts.groups()),))
    for word in written(place.address or "").latin:
        if any(c.isdigit() for c in word):
            yield (word,)


def _codes(place: Place) -> Iterator[str]:
    yield from (code for code in (*place.locodes, place.iata, place.icao) if code)
    if place.iata:
        yield place.country + place.iata  # by air the city's UN/LOCODE is its airport
