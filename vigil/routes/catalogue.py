"""What is known of places, ports, ways and behaviour."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from vigil.model.provision import Basis


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
