"""A place's name in free text, resolved to its country, or the places that it may be.

A name of several countries is resolved only by what stands beside it (a country, a state, another
place of one of them) or by its use: one port for a sea leg, one airport for a flight. A use never
speaks against a place in an embargoed country, and a name alone, without a country beside it, is
resolved only to a port or an airport. Whatever stays open is told with its candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from types import MappingProxyType

import msgspec

from vigil.model.deal import EMBARGOED
from vigil.model.order import Mode
from vigil.names.other_scripts import is_han_name
from vigil.names.own_script import has_arabic, own_words
from vigil.names.text import fold
from vigil.routes.catalogue import State
from vigil.routes.elsewhere import EmbargoedNames
from vigil.routes.gazetteer import AIRPORT, PORT, POST, RAIL, Gazetteer, Spot
from vigil.rules.catalogue import Country

BETWEEN_PARTS = re.compile(r"[,;|/()\n，、،]+|\s[-–—]\s")
CODE = re.compile(r"\b[A-Z]{2}[A-Z2-9]{3}\b")  # a UN/LOCODE beside the name that it is of
COUNTRY_FIRST = re.compile(r"([A-Z]{2})[ -]\s*(\S.*)")
KEPT = 4096  # texts, by use
NO_TOWNS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
IATA = re.compile("[A-Z]{3}")  # in capitals, as air waybills print it
AREA_CODE = re.compile("[A-Z]{2,3}")
NUMBERS = re.compile(r"\b[0-9-]{3,}\b")
USES = {
    Mode.SEA: (PORT,), Mode.RIVER: (PORT,), Mode.AIR: (AIRPORT,), Mode.RAIL: (RAIL,),
}  # fmt: skip
OF_TRADE = (PORT, AIRPORT)
PORT_WORD = re.compile(r"\b(sea|river)?(port|harbour|harbor|hafen)\b")
AIRPORT_WORD = re.compile(r"\b(airport|apt|flughafen|aeropuerto|aeroport)\b")


class Within(msgspec.Struct, frozen=True):
    """A country, and a subdivision of it when the text names one."""

    country: str
    subdivision: str | None = None

    def holds(self, spot: Spot) -> bool:
        """Does the place lie there?"""
        return spot.country == self.country and self.subdivision in (None, spot.subdivision)


class Reading(msgspec.Struct, frozen=True):
    """What a text says of its place.

    `stated` is the country that stands in the text, `country` that or the one its name tells.
    `spots` are the places of that name: in `country`, or the candidates when that is None.
    `unknown` is the name, when no place has it.
    """

    stated: str | None = None
    country: str | None = None
    spots: tuple[Spot, ...] = ()
    unknown: str | None = None


class Atlas:
    """What names are looked up in; `read` is `read_place` with what it read lately kept.

    Args:
        gazetteer: places by name.
        countries: the countries known, with all their names.
        states: states and provinces that addresses name without their country.
        towns: the names of embargoed countries' towns by UN/LOCODE.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        countries: Iterable[Country],
        states: Iterable[State],
        towns: Mapping[str, tuple[str, ...]] = NO_TOWNS,
    ) -> None:
        self.gazetteer = gazetteer
        self._towns = towns
        self._countries = tuple(countries)
        self._states = tuple(states)
        self.read = lru_cache(KEPT)(self._read)
        self.one_slip_from = lru_cache(KEPT)(gazetteer.one_slip_from)

    def _read(self, text: str, mode: Mode | None) -> Reading:
        return read_place(text, mode, self)

    @cached_property
    def embargoed(self) -> EmbargoedNames:
        """The names of embargoed countries and of their towns."""
        return EmbargoedNames(self._countries, self._towns, self.gazetteer)

    @cached_property
    def _country_by_name(self) -> dict[str, str]:
        named = ((_plain(name), c.code) for c in self._countries for name in c.names)
        return dict(reversed(tuple(named)))

    @cached_property
    def _state_by_name(self) -> dict[str, Within]:
        return {fold(state.name): Within(state.country, state.code) for state in self._states}

    @cached_property
    def _areas_by_code(self) -> dict[str, tuple[Within, ...]]:
        areas: dict[str, tuple[Within, ...]] = {
            country.code: (Within(country.code),) for country in self._countries
        }
        for state in self._states:
            within = Within(state.country, state.code)
            areas[state.code] = (*areas.get(state.code, ()), within)
        return areas

    def country_named(self, text: str) -> str | None:
        """The country whose name the text is, in any script."""
        return self._country_by_name.get(_plain(text))

    def areas(self, text: str) -> tuple[Within, ...]:
        """The areas that a text is the name or the code of; `DE` is Germany and Delaware."""
        if AREA_CODE.fullmatch(text) and (coded := self._areas_by_code.get(text)):
            return coded
        country, state = self.country_named(text), self._state_by_name.get(fold(text))
        named = (Within(country) if country else None, state)
        return tuple(area for area in named if area is not None)


def read_place(text: str, mode: Mode | None, atlas: Atlas) -> Reading:
    """The place that a text names.

    Args:
        text: the end of a leg, which is no known code.
        mode: how the leg is travelled, which tells a port from an airport.
        atlas: the names known.
    """
    if mode is Mode.AIR and IATA.fullmatch(code := text.strip()):
        airports = atlas.gazetteer.airports(code)
        countries = {airport.country for airport in airports}
        if airports:
            return Reading(None, countries.pop() if len(countries) == 1 else None, airports)
    whole = atlas.country_named(text)
    if whole is not None:
        named = atlas.gazetteer.named(text)
        return Reading(whole, whole, tuple(spot for spot in named if spot.country == whole))
    parts = [part.strip() for part in BETWEEN_PARTS.split(NUMBERS.sub(" ", text))]
    parts = [part for part in parts if part]
    if len(parts) == 1:
        parts = _country_apart(parts[0], atlas)
    printed = CODE.search(text)
    if printed is not None and (coded := _with_code(text, printed[0], atlas)):
        return coded
    beside = [(part, atlas.areas(part)) for part in parts[1:]]
    if beside and not any(areas for _, areas in beside) and (first := atlas.areas(parts[0])):
        beside, parts = [(parts[0], first), *beside[1:]], parts[1:]  # `China, Shanghai`
    areas = next((areas for _, areas in reversed(beside) if areas), ())
    places = [*parts[:1], *(part for part, within in beside if not within)]
    met = [spots for place in places if (spots := atlas.gazetteer.named(place))]
    if areas:
        return _in_areas(met, areas)
    if not met:
        return Reading(unknown=places[0] if places else None)
    return _by_names(met, places, mode)


def _with_code(text: str, code: str, atlas: Atlas) -> Reading | None:
    """A name with a code beside it, when a place of that name lies in the code's country."""
    name = text.replace(code, " ").strip(" ()-–—,/")
    named = [spot for spot in atlas.gazetteer.named(name) if spot.country == code[:2]]
    meant = [spot for spot in named if spot.code == code] or named
    return Reading(code[:2], code[:2], tuple(meant)) if meant else None


def _by_names(met: list[tuple[Spot, ...]], places: list[str], mode: Mode | None) -> Reading:
    """The country that the names alone tell."""
    spots = _in_one_country(met)
    uses = _uses(" ".join(places), mode)
    fitting = _fitting(spots, uses)
    countries = {spot.country for spot in fitting}
    sure = len(countries) == 1 and _is_told_by_name(fitting, uses, places)
    return Reading(None, countries.pop(), fitting) if sure else Reading(None, None, spots)


def _in_areas(met: list[tuple[Spot, ...]], areas: tuple[Within, ...]) -> Reading:
    """The country beside the name; where its word means two areas, the one with such a place."""
    held = [(area, spots) for area in areas for name in met
            if (spots := tuple(s for s in name if area.holds(s)))]  # fmt: skip
    countries = {area.country for area, _ in held} or {area.country for area in areas}
    if len(countries) > 1:
        return Reading(spots=tuple(spot for _, spots in held for spot in spots))
    country = countries.pop()
    return Reading(country, country, held[0][1] if held else ())


def _in_one_country(met: list[tuple[Spot, ...]]) -> tuple[Spot, ...]:
    """The first name's places, only those in a country that every other name has, too."""
    shared = set.intersection(*({spot.country for spot in spots} for spots in met))
    return tuple(spot for spot in met[0] if not shared or spot.country in shared)


def _fitting(spots: tuple[Spot, ...], uses: tuple[str, ...]) -> tuple[Spot, ...]:
    """The places of that use, when no other country is lost that an embargo or a city speaks for:
    Paris has no airport of its code, and a flight to Paris does not go to Texas.
    """
    fitting = tuple(spot for spot in spots if _serves(spot, uses))
    left = {spot.country for spot in fitting}
    lost = [spot for spot in spots if spot.country not in left]
    weighty = any(POST in spot.functions or spot.country in EMBARGOED for spot in lost)
    return fitting if fitting and not weighty else spots


def _is_told_by_name(spots: tuple[Spot, ...], uses: tuple[str, ...], places: list[str]) -> bool:
    """Is a name without a country enough? Chinese characters name Korean and Japanese towns, too,
    so they must be printed in the list.
    """
    if len(places) > 1:
        return True
    printed = any(spot.name == places[0] for spot in spots)
    read = printed or not is_han_name(places[0])
    return read and any(_serves(spot, (*uses, *OF_TRADE)) for spot in spots)


def _serves(spot: Spot, uses: Iterable[str]) -> bool:
    return any(use in spot.functions for use in uses)


def _uses(text: str, mode: Mode | None) -> tuple[str, ...]:
    """The functions that a place of this leg has: by its mode, else by a word of the text."""
    folded = fold(text)
    by_word = ((AIRPORT,) if AIRPORT_WORD.search(folded) else
               (PORT,) if PORT_WORD.search(folded) else ())  # fmt: skip
    return USES.get(mode, by_word) if mode is not None else by_word


def _plain(name: str) -> str:
    """A country's name in comparable words: of its own script, where folding loses the vowels."""
    return " ".join(own_words(name)) if has_arabic(name) else fold(name)


def _country_apart(text: str, atlas: Atlas) -> list[str]:
    """`Tripoli Lebanon` as two parts; a text that ends in no country stays one."""
    first = COUNTRY_FIRST.fullmatch(text)
    if first is not None and any(s.country == first[1] for s in atlas.gazetteer.named(first[2])):
        return [first[2], first[1]]  # `CN Shanghai`, and no `BY SEA`
    if atlas.gazetteer.named(text):
        return [text]
    words = text.split()
    for begin in range(1, len(words)):
        tail = " ".join(words[begin:])
        if atlas.areas(tail):
            return [" ".join(words[:begin]), tail]
    return [text]
