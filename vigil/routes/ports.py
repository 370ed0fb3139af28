"""The ends of legs: which place and which country they are.

A leg's end is a UN/LOCODE or free text. What cannot be resolved is said, never skipped: a route
whose end is not known was not screened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import msgspec

from vigil.model.finding import NotChecked
from vigil.model.order import Mode, Order, Position, is_locode
from vigil.model.placeholder import is_placeholder
from vigil.model.way import Way, is_in_codes, way_by_codes
from vigil.routes.catalogue import Place, PlaceKind, RouteCatalogue
from vigil.routes.gazetteer import Spot
from vigil.routes.mention import Evidence, Mention, mention_in, name_in
from vigil.routes.named_ends import USES, Atlas, Reading
from vigil.routes.own_countries import OwnCountries
from vigil.routes.writing import written
from vigil.rules.law import Law

POST_CODE = re.compile(r"( \d{5,10}| \d{3} \d{3})( \d{4,5})?$")  # Russia six, Iran five and five
BY_WATER = (Mode.SEA, Mode.RIVER, Mode.MULTIMODAL, None)
BY_AIR = (Mode.AIR, Mode.MULTIMODAL, None)
WAYS = {PlaceKind.PORT: BY_WATER, PlaceKind.AIRPORT: BY_AIR}
NO_READING = Reading()
MOST_TOLD = 4  # candidates that a sentence names
MOST_GUESSED = 5  # ends of an order whose name is looked for with a slip: each takes milliseconds


class LegEnd(msgspec.Struct, frozen=True):
    """One end of a leg: its path and text as given, and what it was resolved to.

    `country` is ISO alpha-2 or None. `mentions` are the places of the catalogue that it is;
    `resolved` False: neither a place nor a country is known for it. `reading` is what a text that
    is no code says by its names. `position` is what the order gives. `taken` says which of several
    places of its name it was taken for.
    """

    path: str
    leg: int
    text: str
    mode: Mode | None
    country: str | None
    mentions: tuple[Mention, ...]
    resolved: bool
    reading: Reading = NO_READING
    position: Position | None = None
    taken: str | None = None

    @property
    def in_words(self) -> str:
        """Its text, with what it was taken for."""
        return f"{self.text} ({self.taken})" if self.taken else self.text

    @property
    def is_caspian(self) -> bool:
        """Is it a Caspian port of the catalogue?"""
        return any(mention.place.caspian for mention in self.mentions)


class LegEnds(msgspec.Struct, frozen=True):
    """Both ends of a leg; an end that the order does not give is None."""

    origin: LegEnd | None
    to: LegEnd | None


def leg_ends(
    order: Order, routes: RouteCatalogue, law: Law, atlas: Atlas, on: date
) -> tuple[LegEnds, ...]:
    """The ends of every leg of the route, in the route's order, as they are read on a day."""
    read = _Reader(routes, law, atlas)
    legs = tuple(
        LegEnds(
            _at(leg.from_position, read.end(f"$.route[{i}].from", i, leg.origin, leg.mode)),
            _at(leg.to_position, read.end(f"$.route[{i}].to", i, leg.to, leg.mode)),
        )
        for i, leg in enumerate(order.route or ())
    )
    is_open = any(not end.resolved and end.reading.spots for end in given_ends(legs))
    return read.settled(legs, order, on) if is_open else legs


def _at(position: Position | None, end: LegEnd | None) -> LegEnd | None:
    if position is None or end is None:
        return end
    return msgspec.structs.replace(end, position=position)


def way_of(order: Order, routes: RouteCatalogue, law: Law, atlas: Atlas, on: date) -> Way:
    """The countries of the legs, whose ends may be codes or names, as they are read on a day."""
    if is_in_codes(order, routes.has_locode):
        return way_by_codes(order)
    legs = leg_ends(order, routes, law, atlas, on)
    start = legs[0].origin
    onward = [(_lies_in(end, law), end) for end in given_ends(legs) if end is not start]
    return Way(
        _lies_in(start, law),
        tuple((country, f"{end.in_words}, {end.path}") for country, end in onward if country),
        _lies_in(legs[-1].to, law),
    )


def _lies_in(end: LegEnd | None, law: Law) -> str | None:
    """The country of an end; of an unknown code the one that it begins with."""
    if end is None or end.country is not None or not is_locode(end.text):
        return end.country if end else None
    country = end.text.strip()[:2]
    return country if law.country(country) else None


def given_ends(legs: tuple[LegEnds, ...]) -> Iterator[LegEnd]:
    """All ends that the order gives, in its order."""
    for leg in legs:
        yield from (end for end in (leg.origin, leg.to) if end is not None)


def unresolved(legs: tuple[LegEnds, ...], law: Law, atlas: Atlas) -> list[NotChecked]:
    """Ends that could not be resolved, each with what would be right; the first few are guessed."""
    gaps, guesses = [], MOST_GUESSED
    for end in given_ends(legs):
        if end.resolved:
            continue
        slips: tuple[Spot, ...] = ()
        if end.reading.unknown and guesses:
            slips, guesses = atlas.one_slip_from(end.reading.unknown), guesses - 1
        gaps.append(NotChecked(end.path, _why(end, slips, law)))
    return gaps


def country_of_address(address: str | None, law: Law) -> str | None:
    """The country whose name closes an address, with or without a post code after it.

    A country's name further up is more often a street's ("Plaza de Cuba, Sevilla").
    """
    return law.country_ending(_without_post_code(address)) if address else None


@lru_cache(maxsize=8192)  # an address stands at several parties of an order
def _without_post_code(address: str) -> tuple[str, ...]:
    held = written(address)
    if held.is_arabic:
        return tuple(word for word in held.native if not word.isdigit())
    return tuple(POST_CODE.sub("", held.flat).split())


def country_at_end(text: str, law: Law) -> str | None:
    """The country whose name closes the text in any script ("…, Kolhapur, India"), or None."""
    held = written(text)
    return law.country_ending(held.native if held.is_arabic else held.latin)


class _Reader:
    """Reads leg ends against one catalogue; holds nothing but it, the law and the atlas."""

    def __init__(self, routes: RouteCatalogue, law: Law, atlas: Atlas) -> None:
        self._routes = routes
        self._law = law
        self._atlas = atlas

    def end(self, path: str, leg: int, text: str | None, mode: Mode | None) -> LegEnd | None:
        if text is None or not text.strip():
            return None
        by_code = self._by_code(text.strip(), mode)
        if by_code is not None:
            country, mentions = by_code
            return LegEnd(path, leg, text, mode, country, mentions, resolved=True)
        return self._by_words(path, leg, text, mode)

    def settled(self, legs: tuple[LegEnds, ...], order: Order, on: date) -> tuple[LegEnds, ...]:
        """The legs, ends that their names leave open read by the order's own countries.

        A name is one place in the whole order: what one leg tells counts for the next.
        """
        known = {end.country for end in given_ends(legs) if end.country}
        own = OwnCountries(order, known, self._routes, self._law, on)
        ends = [(leg.origin, i == 0, False) for i, leg in enumerate(legs)]
        ends += [(leg.to, False, leg is legs[-1]) for leg in legs]
        meant: dict[str, tuple[Spot, ...]] = {}
        for end, is_first, is_last in ends:
            if end is not None and not end.resolved and end.text not in meant:
                uses = USES.get(end.mode, ()) if end.mode else ()
                if spots := own.meant(end.reading.spots, uses, is_first, is_last):
                    meant[end.text] = spots
        return tuple(LegEnds(*(self._taken(end, meant) for end in (x.origin, x.to))) for x in legs)

    def _taken(self, end: LegEnd | None, meant: dict[str, tuple[Spot, ...]]) -> LegEnd | None:
        spots = meant.get(end.text) if end is not None and not end.resolved else None
        if end is None or not spots:
            return end
        country, name = spots[0].country, spots[0].name
        reading = Reading(None, country, spots)
        mentions = tuple(
            Mention(place, Evidence.NAME, end.text, at_home=True)
            for place in self._coded(reading, end.mode)
        )
        where = self._law.country_name(country)
        taken = f"taken for {name} in {where}, a country that the order names"
        return msgspec.structs.replace(
            end, country=country, mentions=mentions, resolved=True, reading=reading, taken=taken
        )

    def _by_code(
        self, text: str, mode: Mode | None
    ) -> tuple[str | None, tuple[Mention, ...]] | None:
        """Country and places of a known code; None when the text is no known code."""
        code = text.replace(" ", "").upper()
        known = self._routes.place_index.with_code(code)
        met = [p for p in known if _has_code(p, text, code, mode)]
        if met:
            mentions = tuple(Mention(p, Evidence.CODE, code, at_home=True) for p in met)
            return met[0].country, mentions
        if is_locode(code) and self._routes.has_locode(code):
            return code[:2], ()
        if text.isupper() and len(text) == 2 and self._law.country(text):
            return text, ()
        return None

    def _by_words(self, path: str, leg: int, text: str, mode: Mode | None) -> LegEnd:
        reading = NO_READING if is_placeholder(text) else self._atlas.read(text, mode)
        if is_locode(text.strip()) and reading.country is None:
            reading = NO_READING  # a code that is not known, and no name such as DUBAI
        stated = reading.stated or (None if reading.spots else country_at_end(text, self._law))
        possible = self._routes.place_index.in_any(text)
        places = (p for p in possible if p.kind is not PlaceKind.REGION)
        found = [_leg_mention(text, stated, place, mode) for place in places]
        met = {mention.place.id for mention in found if mention is not None}
        found += [
            Mention(place, Evidence.NAME, text, at_home=True)
            for place in self._coded(reading, mode)
            if place.id not in met
        ]
        mentions = tuple(mention for mention in found if mention is not None)
        homes = [m.place.country for m in mentions if m.at_home]
        country = stated or (homes[0] if homes else reading.country)
        resolved = country is not None or bool(mentions)
        return LegEnd(path, leg, text, mode, country, mentions, resolved, reading)

    def _coded(self, reading: Reading, mode: Mode | None) -> Iterator[Place]:
        """Places of the catalogue that a name in another spelling resolved to."""
        codes = {spot.code for spot in reading.spots} if reading.country else set()
        for place in self._routes.place_index.with_code(*codes) if len(codes) == 1 else ():
            if codes.intersection(place.locodes) and mode in WAYS.get(place.kind, (mode,)):
                yield place


def _has_code(place: Place, text: str, code: str, mode: Mode | None) -> bool:
    """Is the text a code of the place? By air the city's UN/LOCODE is its airport.

    RUNBC is the village of Nebolchi, and NBC is Begishevo: only a flight tells them together.
    """
    if code in place.locodes:
        return True
    if text.isupper() and text in (place.iata, place.icao):
        return True
    return mode is Mode.AIR and place.iata is not None and code == place.country + place.iata


def _leg_mention(text: str, country: str | None, place: Place, mode: Mode | None) -> Mention | None:
    """The place as a leg's end: a city's bare name is its port only on a fitting way."""
    found = mention_in(text, country, place)
    fitting = WAYS.get(place.kind)
    if found is not None or fitting is None or mode not in fitting:
        return found
    name = name_in(text, place)
    at_home = country in (place.country, None)
    return Mention(place, Evidence.NAME, name, at_home) if name and at_home else None


def _why(end: LegEnd, slips: tuple[Spot, ...], law: Law) -> str:
    if is_locode(end.text) and end.text.strip().isupper():
        return f"UN/LOCODE not known: {end.text}; right is a code of the UN/LOCODE list, like NLRTM"
    if end.reading.spots:
        told = _told(end.reading.spots, law)
        told = f"the name alone does not tell the place, it may be {told}"
        return f"{told}; right is a UN/LOCODE, or the country beside the name"
    if slips:
        told = _told(slips, law)
        told = f"no place of that name is known, close to it is {told}"
        return f"{told}; right is a UN/LOCODE, like NLRTM"
    return "the place of this end is not known; right is a UN/LOCODE, like NLRTM"


def _told(spots: tuple[Spot, ...], law: Law) -> str:
    """Candidates as a sentence names them: of each country the one of most uses."""
    by_use = sorted(spots, key=lambda spot: len(spot.functions))
    chief = {spot.country: spot for spot in by_use}.values()
    ordered = sorted(chief, key=lambda spot: (-len(spot.functions), spot.code))
    told = [f"{s.name} in {law.country_name(s.country)} ({s.code})" for s in ordered[:MOST_TOLD]]
    more = len(spots) - len(told)
    return " or ".join(told) + (f" or one of {more} more" if more else "")
