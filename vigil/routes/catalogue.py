"""What is known of places, ports, ways and behaviour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache

import msgspec

from vigil.model.provision import Basis
from vigil.routes.place_index import PlaceIndex

DAYS = 512  # days whose flags are kept at hand, by use
LOCODE_PART = 3  # a location code has three letters or digits after the country's two


class PlaceKind(StrEnum):
    """What sort of place it is."""

    ZONE = "zone"
    TOWN = "town"
    PORT = "port"
    AIRPORT = "airport"
    FACTORY = "factory"
    REGION = "region"  # an occupied or embargoed part of a country


class PlaceListing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That an authority listed the place; `listed_on` None: the day was not read."""

    authority: str
    how: str
    listed_on: date | None
    provisions: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place of concern and every way it is written.

    `spellings` in any script meet as whole words. `strong_spellings` are long enough to tell
    the place whatever the country field says. `post_codes` and `streets` count only in its
    country or beside one of its `neighbours` (words such as the region or the town).
    `needs_words`: the name is an ordinary town, it counts only beside one of these words.
    `zone`: for a town, the id of the zone that it is the town of.
    """

    id: str
    kind: PlaceKind
    name: str
    country: str
    verified: bool
    basis: Basis
    spellings: tuple[str, ...] = ()
    strong_spellings: tuple[str, ...] = ()
    needs_words: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    post_codes: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    address: str | None = None
    locode: str | None = None
    iata: str | None = None
    icao: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    position_verified: bool = False
    caspian: bool = False
    zone: str | None = None
    listings: tuple[PlaceListing, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None


class WatchedVessel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ship that a listing's reasons name."""

    name: str
    imo: str
    owner: str
    listed_in: tuple[str, ...]
    verified: bool
    basis: Basis
    mmsi: str | None = None


class Weight(StrEnum):
    """Our proposal of how much a red flag says; not the regulator's."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    STOP = "stop"


class RedFlag(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A published indicator, in our own words, as one plain sentence.

    `indicator` names the observation in `vigil.routes.indicators` that fires it; several flags
    that publish the same observation count once. None: nothing in an order can fire it, so it is
    asked. `fields` are the data fields as the facts name them; they are the keys of `answers`.
    """

    id: str
    family: str
    statement: str
    fields: tuple[str, ...]
    weight: Weight
    verified: bool
    basis: Basis
    source_title: str
    indicator: str | None = None
    source: str | None = None
    source_date: str | None = None
    note: str | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None

    def in_force(self, on: date) -> bool:
        """Is the day inside the window, both ends included?"""
        started = self.in_force_from is None or self.in_force_from <= on
        return started and (self.in_force_to is None or on <= self.in_force_to)


class FlagsInForce(msgspec.Struct, frozen=True):
    """The red flags of a day, and those that the order's fields answer, by their indicator."""

    flags: tuple[RedFlag, ...]
    by_indicator: dict[str, list[RedFlag]]


class RouteCatalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of it, as one file of the world.

    `locodes` maps a country to its UN/LOCODE location codes, three letters each, written
    together ("RTMAMS…"), so that a code that does not exist is noticed.
    """

    version: date
    places: tuple[Place, ...]
    vessels: tuple[WatchedVessel, ...]
    red_flags: tuple[RedFlag, ...]
    locodes: dict[str, str]
    locode_version: str

    @cached_property
    def place_index(self) -> PlaceIndex:
        """The places by all that a text can point to them with."""
        return PlaceIndex(self.places)

    @cached_property
    def flags_on(self) -> Callable[[date], FlagsInForce]:
        """The red flags in force on a day."""
        return lru_cache(DAYS)(self._flags_on)

    def _flags_on(self, on: date) -> FlagsInForce:
        flags = tuple(flag for flag in self.red_flags if flag.in_force(on))
        by_indicator: dict[str, list[RedFlag]] = {}
        for flag in flags:
            if flag.indicator is not None:
                by_indicator.setdefault(flag.indicator, []).append(flag)
        return FlagsInForce(flags, by_indicator)

    def has_locode(self, code: str) -> bool:
        """Is it a code of the UN/LOCODE list: two letters, then three letters or digits?"""
        return code[2:] in self._locations(code[:2])

    def _locations(self, country: str) -> frozenset[str]:
        """A country's location codes, cut when they are first asked for."""
        known = self._cut.get(country)
        if known is None:
            held = self.locodes.get(country, "")
            parts = range(0, len(held), LOCODE_PART)
            known = self._cut[country] = frozenset(held[i : i + LOCODE_PART] for i in parts)
        return known

    @cached_property
    def _cut(self) -> dict[str, frozenset[str]]:
        return {}
