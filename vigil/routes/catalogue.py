"""What is known of places, ports, ways and behaviour."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property

import msgspec

from vigil.model.provision import Basis
from vigil.routes.contact_countries import ContactCountries, ContactSign
from vigil.routes.flag_book import FlagBook
from vigil.routes.mains import Mains
from vigil.routes.place_index import PlaceIndex
from vigil.routes.positions import Whereabouts
from vigil.routes.red_flag import Combination, RedFlag

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
    other_locodes: tuple[str, ...] = ()
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

    @property
    def locodes(self) -> tuple[str, ...]:
        """Its UN/LOCODEs; a port may be listed twice."""
        return (self.locode, *self.other_locodes) if self.locode else ()


class WatchedVessel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ship that a listing's reasons name."""

    name: str
    imo: str
    owner: str
    listed_in: tuple[str, ...]
    verified: bool
    basis: Basis
    mmsi: str | None = None


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state or province that addresses name: its country, ISO 3166-2 code and name."""

    country: str
    code: str
    name: str


class RouteCatalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of it, as one file of the world.

    `locodes` maps a country to its UN/LOCODE location codes, three letters each, written
    together ("RTMAMS…"), so that a code that does not exist is noticed. `positions` says where
    ports and countries lie, by UN/LOCODE and ISO alpha-2. `towns` are the best known ones of
    embargoed countries, by UN/LOCODE, with their names.
    """

    version: date
    places: tuple[Place, ...]
    vessels: tuple[WatchedVessel, ...]
    red_flags: tuple[RedFlag, ...]
    locodes: dict[str, str]
    locode_version: str
    states: tuple[State, ...] = ()
    mains: tuple[Mains, ...] = ()
    combinations: tuple[Combination, ...] = ()
    positions: dict[str, Whereabouts] = {}
    towns: dict[str, tuple[str, ...]] = {}
    contact_signs: tuple[ContactSign, ...] = ()

    @cached_property
    def circles(self) -> tuple[tuple[Place, Whereabouts], ...]:
        """Places whose extent is known, each with its circle."""
        return tuple(
            (place, Whereabouts(place.lat, place.lon, place.radius_km))
            for place in self.places
            if place.lat is not None and place.lon is not None and place.radius_km is not None
        )

    @cached_property
    def contact_countries(self) -> ContactCountries:
        """Countries by their telephone numbers and internet names."""
        return ContactCountries(self.contact_signs)

    @cached_property
    def flag_book(self) -> FlagBook:
        """The red flags as they are looked up."""
        return FlagBook(self.red_flags)

    @cached_property
    def place_index(self) -> PlaceIndex:
        """The places by all that a text can point to them with."""
        return PlaceIndex(self.places)

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
