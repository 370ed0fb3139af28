"""Towns and names of embargoed countries in a text that says to be about another country.

`Valiasr St 12, Tehran` under the United Arab Emirates, and a leg to `Dubai (for Tehran)`. Only a
whole part of the text counts, between commas, brackets or lines: `Teheran-ro 152, Seoul` is a
street. A name that the country given has, too, says nothing: `Moscow, ID` in the United States.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import msgspec

from vigil.model.deal import EMBARGOED
from vigil.routes.gazetteer import Gazetteer
from vigil.routes.spellings import Spellings
from vigil.routes.writing import Written, word_set, written
from vigil.rules.catalogue import Country

KEPT = 4096  # texts, by use
PARTS = re.compile(r"[,;|()\n，、،]+|\s[-–—/]\s")
# What stands before or after a town in a part of its own: `for Tehran`, `г. Москва`, `Tehran City`.
BEFORE = word_set("c city co g gor gorod near o of region sankt saint shahr st the town")
ON_THE_WAY = BEFORE | word_set("dlya do for in nach through to transit v via")  # `Via Teheran, 3`
AFTER = word_set("city oblast province region sehri shi town")


class Elsewhere(msgspec.Struct, frozen=True):
    """A part of a text that names an embargoed country, or a town there (`town`)."""

    town: str | None
    country: str


class EmbargoedNames:
    """Embargoed countries and their towns by name, looked for in one pass over a text.

    Args:
        countries: the countries known, with all their names.
        towns: the names of towns by UN/LOCODE.
        gazetteer: tells whether another country has a place of the name.
    """

    def __init__(
        self,
        countries: Iterable[Country],
        towns: Mapping[str, tuple[str, ...]],
        gazetteer: Gazetteer,
    ) -> None:
        named = [(n, Elsewhere(n, code[:2])) for code, names in towns.items() for n in names]
        named += [(n, Elsewhere(None, c.code)) for c in countries for n in c.names]
        named = [(name, what) for name, what in named if what.country in EMBARGOED]
        self._anywhere = Spellings(named)
        self._whole = {_words(written(name)): what for name, what in named}
        self._gazetteer = gazetteer
        self.beside = lru_cache(KEPT)(self._beside)

    def _beside(self, text: str, country: str, on_the_way: bool = False) -> Elsewhere | None:
        """The first whole part of a text that names a place which the country has not, or None.

        Args:
            country: ISO alpha-2 of the country that the text is said to be about.
            on_the_way: it is the end of a leg, where `via` is no street of Italy.
        """
        before = ON_THE_WAY if on_the_way else BEFORE
        if next(self._anywhere.in_text(written(text)), None) is None:
            return None
        for words in _parts(text, before):
            named = self._whole.get(words)
            if named is not None and named.country != country:
                known = self._gazetteer.named(" ".join(words))
                if country not in {spot.country for spot in known}:
                    return named
        return None


def _parts(text: str, before: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The words of each part, without numbers; then without what stands round a town, too."""
    for part in PARTS.split(text):
        every = _words(written(part))
        words = tuple(word for word in every if not any(letter.isdigit() for letter in word))
        yield words
        while len(words) > 1 and words[0] in before:
            words = words[1:]
        while len(words) > 1 and words[-1] in AFTER:
            words = words[:-1]
        yield words


def _words(held: Written) -> tuple[str, ...]:
    return held.native if held.is_arabic else held.latin
