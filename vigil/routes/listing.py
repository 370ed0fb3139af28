"""Whether a place was listed on a day, and what a finding then cites."""

from __future__ import annotations

from datetime import date

import msgspec

from vigil.model.finding import Ground, Provenance
from vigil.model.provision import Citation
from vigil.routes.catalogue import Place, PlaceListing
from vigil.rules.law import Law


class Standing(msgspec.Struct, frozen=True):
    """A place's listings seen from one day: the ones that count, and the grounds they give."""

    grounds: tuple[Ground, ...]
    counting: tuple[PlaceListing, ...]
    phrase: str


def standing(place: Place, on: date, version: date) -> Standing:
    """What the place's listings say on that day.

    A listing without a day counts from the catalogue's own day (`version`) on; for an earlier
    day it is uncertain, and the ground says so. A place that no authority lists has no grounds.
    """
    dated = [x for x in place.listings if x.listed_on is not None]
    undated = tuple(x for x in place.listings if x.listed_on is None)
    counting = tuple(x for x in dated if x.listed_on is not None and x.listed_on <= on)
    if on >= version:
        counting += undated
    if counting:
        return Standing((Ground.PLACE_LISTED,), counting, _listed_phrase(counting))
    if dated:
        doubt = (Ground.LISTING_UNDATED,) if undated else ()
        first = min(x.listed_on for x in dated if x.listed_on is not None)
        phrase = f"which was first listed later, on {first}"
        return Standing((Ground.PLACE_NOT_YET_LISTED, *doubt), (), phrase)
    if undated:
        phrase = f"which {_authorities(undated)} listed on a day that was not read"
        return Standing((Ground.PLACE_LISTED, Ground.LISTING_UNDATED), undated, phrase)
    return Standing((), (), "which no authority held here lists")


def cite(counting: tuple[PlaceListing, ...], law: Law, on: date) -> tuple[Citation, ...]:
    """The provisions behind the listings that were in force on the day."""
    return law.cite((p for listing in counting for p in listing.provisions), on)


def place_provenance(place: Place, catalogue: Provenance) -> Provenance:
    """The catalogue's provenance with the page where the fact about the place was read."""
    url = place.sources[0] if place.sources else catalogue.url
    return msgspec.structs.replace(catalogue, url=url)


def _listed_phrase(counting: tuple[PlaceListing, ...]) -> str:
    days = [x.listed_on for x in counting if x.listed_on is not None]
    since = f" since {min(days)}" if days else ""
    return f"listed by {_authorities(counting)}{since}"


def _authorities(listings: tuple[PlaceListing, ...]) -> str:
    return ", ".join(dict.fromkeys(listing.authority for listing in listings))
