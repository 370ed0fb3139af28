"""Places of concern: in addresses, in names, at the ends of legs, in what the order says.

One finding for each path and place. What a text says about a place is `vigil.routes.mention`'s
matter, whether the place was listed that day `vigil.routes.listing`'s; here the two are joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from vigil.model.deal import Deal
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Provenance, Screen
from vigil.model.order import Order, Party, Position
from vigil.routes.catalogue import Place, PlaceKind, RouteCatalogue
from vigil.routes.listing import Standing, cite, place_provenance, standing
from vigil.routes.mention import Evidence, Mention, mention_in, name_in, strong_spelling_in
from vigil.routes.ports import LegEnds, country_at_end, given_ends
from vigil.routes.positions import Whereabouts, distance_km
from vigil.rules.law import Law

NEARBY = ("RU", "BY", "KZ", "IR")  # the strength table: a zone's word in a party's name

SURE = (Evidence.CODE, Evidence.FULL_NAME)
HOW = {
    Evidence.CODE: "by its code",
    Evidence.FULL_NAME: "by its full name",
    Evidence.POST_CODE: "by its post code",
    Evidence.STREET: "by its street",
    Evidence.NAME: "by its name",
    Evidence.ADDRESS: "by its printed address",
}


class Sighting(msgspec.Struct, frozen=True):
    """A place seen in one text of the order; `word_only`: its name, but not surely the place."""

    path: str
    value: str
    where: str
    mention: Mention
    ends_leg: bool = False
    nearby: bool = False
    word_only: bool = False

    @property
    def place(self) -> Place:
        """The place that was seen."""
        return self.mention.place


def screen_places(
    sightings: Iterable[Sighting],
    deal: Deal,
    routes: RouteCatalogue,
    law: Law,
    provenance: Provenance,
) -> list[Finding]:
    """The findings that the places seen in the order give."""
    found = (_finding(s, deal, routes, law, provenance) for s in sightings)
    return [finding for finding in found if finding is not None]


def sight_places(
    deal: Deal, routes: RouteCatalogue, law: Law, legs: tuple[LegEnds, ...]
) -> list[Sighting]:
    """Every place seen in the order, each once a path; a town gives way to its own zone."""
    sightings = [
        *(s for i, p in enumerate(deal.order.parties) for s in _in_party(i, p, routes, law)),
        *(s for end in given_ends(legs) for s in _at_end(end.path, end.text, end.mentions)),
        *_in_texts(deal, routes),
        *_by_position(deal.order, routes),
    ]  # fmt: skip
    zones = {(s.path, s.place.id) for s in sightings if not s.word_only}
    return [s for s in sightings if (s.path, s.place.zone) not in zones]


def _in_party(index: int, party: Party, routes: RouteCatalogue, law: Law) -> Iterator[Sighting]:
    path = f"$.parties[{index}]"
    country = party.country or country_at_end(party.address or "", law)
    for place in _sites(routes, party.address, party.name):
        found = mention_in(party.address, country, place) if party.address else None
        if found is not None and party.address is not None:
            yield _sighting_in_address(f"{path}.address", party.address, found, country)
        if place.kind is PlaceKind.ZONE and (word := name_in(party.name, place)):
            near = party.country in (*NEARBY, None)
            mention = Mention(place, Evidence.NAME, word, at_home=near)
            yield Sighting(
                f"{path}.name", party.name, "a party's name", mention, nearby=near, word_only=True
            )


def _sighting_in_address(path: str, text: str, found: Mention, country: str | None) -> Sighting:
    """A bare word far from home is a word only; a sure spelling is the place everywhere."""
    sure = found.at_home or found.evidence in SURE
    near = not sure and country in NEARBY
    return Sighting(path, text, "an address", found, nearby=near, word_only=not sure)


def _at_end(path: str, text: str, mentions: Iterable[Mention]) -> Iterator[Sighting]:
    for mention in mentions:
        if mention.place.kind is PlaceKind.REGION:
            continue  # a destination: `vigil.routes.destination`
        sure = mention.at_home or mention.evidence in SURE
        yield Sighting(path, text, "the end of a leg", mention, ends_leg=True, word_only=not sure)


def _in_texts(deal: Deal, routes: RouteCatalogue) -> Iterator[Sighting]:
    """Only spellings that need no other word count in free text."""
    possible = routes.place_index.possible
    for at, number, text, where in _texts(deal.order):
        for place in _sites(routes, text) if text and possible(text) else ():
            if text and (met := strong_spelling_in(text, place)):
                mention = Mention(place, Evidence.FULL_NAME, met, True)
                yield Sighting(at.format(number), text, where, mention)


def _by_position(order: Order, routes: RouteCatalogue) -> Iterator[Sighting]:
    """Positions of the order that lie in the circle of a place."""
    for path, position, where in _positions(order):
        here = Whereabouts(position.lat, position.lon)
        for place, middle in routes.circles:
            away = distance_km(here, middle)
            if away <= middle.radius_km:
                met = f"{away:.1f} km from the middle"
                value = f"{position.lat}, {position.lon}"
                yield Sighting(path, value, where, Mention(place, Evidence.POSITION, met, True))


def _positions(order: Order) -> Iterator[tuple[str, Position, str]]:
    for i, party in enumerate(order.parties):
        if party.position is not None:
            yield f"$.parties[{i}].position", party.position, "a party's position"
    for i, leg in enumerate(order.route or ()):
        for name, position in (("from", leg.from_position), ("to", leg.to_position)):
            if position is not None:
                yield f"$.route[{i}].{name}_position", position, "the position of a leg's end"


def _texts(order: Order) -> Iterator[tuple[str, int, str | None, str]]:
    """Texts other than names, addresses and legs, each with its path, the number that stands in it
    and what it is.
    """
    yield "$.end_use", 0, order.end_use, "the end use"
    for i, party in enumerate(order.parties):
        yield "$.parties[{}].line_of_business", i, party.line_of_business, "a line of business"
        yield "$.parties[{}].website", i, party.website, "a website"
    for i, line in enumerate(order.lines):
        yield "$.lines[{}].description", i, line.description, "a description of goods"
        yield "$.lines[{}].manufacturer", i, line.manufacturer, "a manufacturer's name"
        yield "$.lines[{}].marking_request", i, line.marking_request, "a request for marks"
    for i, leg in enumerate(order.route or ()):
        yield "$.route[{}].carrier", i, leg.carrier, "a carrier's name"
    if order.payment is not None:
        yield "$.payment.terms", 0, order.payment.terms, "the terms of payment"


def _sites(routes: RouteCatalogue, *texts: str | None) -> Iterator[Place]:
    """Places of concern proper that the texts may be about; regions are destinations, see
    `vigil.routes.destination`.
    """
    possible = routes.place_index.in_any(*texts)
    return (place for place in possible if place.kind is not PlaceKind.REGION)


def _finding(
    seen: Sighting, deal: Deal, routes: RouteCatalogue, law: Law, provenance: Provenance
) -> Finding | None:
    """The finding, or None for a port or airport that nobody lists (context only)."""
    place = seen.place
    held = standing(place, deal.on, routes.version)
    unlisted = not place.listings and place.kind in (PlaceKind.PORT, PlaceKind.AIRPORT)
    if unlisted:
        return None
    mention = seen.mention
    return Finding(
        screen=Screen.ROUTES,
        kind=FindingKind.PLACE_OF_CONCERN,
        path=seen.path,
        subject=place.id,
        summary=_summary(seen, held),
        value=seen.value,
        grounds=_grounds(seen, held),
        features=(Feature(f"place_{mention.evidence}", 1.0, f"'{mention.met}' of {place.name}"),),
        provisions=() if seen.word_only else cite(held.counting, law, deal.on),
        provenance=place_provenance(place, provenance),
        verified=place.verified,
        basis=place.basis,
    )


def _grounds(seen: Sighting, held: Standing) -> tuple[Ground, ...]:
    if seen.word_only:
        return (Ground.WORD_IN_NAME_NEARBY,) if seen.nearby else ()
    if seen.place.kind is PlaceKind.TOWN and seen.place.zone is not None:
        return (Ground.TOWN_ENDS_LEG,) if seen.ends_leg else ()
    return held.grounds


def _summary(seen: Sighting, held: Standing) -> str:
    place = seen.place
    if seen.word_only:
        return f"The word '{seen.mention.met}' of {place.name} stands in {seen.where}."
    where = seen.where[0].upper() + seen.where[1:]
    if seen.mention.evidence is Evidence.POSITION:
        return f"{where} is {seen.mention.met} of {place.name}, {held.phrase}."
    how = HOW[seen.mention.evidence]
    if place.kind is PlaceKind.TOWN:
        return f"{where} names {place.name} {how}, the town of a place of concern."
    return f"{where} names {place.name} {how}, {held.phrase}."
