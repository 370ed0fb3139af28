"""Red flags that the way of the goods shows."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.finding import FindingKind, Ground, Screen
from vigil.model.order import Role
from vigil.routes.caspian import voyages
from vigil.routes.detours import detour
from vigil.routes.listing import standing
from vigil.routes.mention import Evidence
from vigil.routes.observing import Behaviour, Observation
from vigil.routes.spellings import SpellingList

# Reasons of EU listings (Regulations 269/2014 and 2023/1529): three airlines, three shipping firms.
CARRIERS = SpellingList(
    ("Iran Air", "Mahan Air", "Saha Airlines", "Saha Air", "MG-Flot", "VTS Broker", "Arapax")
)
MANY_COUNTRIES = 2  # chosen: "several" countries between the exporter's and Iran
ZONE = "alabuga-sez"


def transshipment(seen: Behaviour) -> Iterator[Observation]:
    """The destination or a leg lies in a country that an authority named for diversion."""
    told = set()
    for path, value, country in _stations(seen):
        lists = [t for t in seen.law.transshipment(country, seen.deal.on) if t.official]
        if lists and country not in told:
            told.add(country)
            where = seen.law.country_name(country)
            named = "; ".join(f"{t.title} ({t.published_on})" for t in lists)
            yield Observation(path, value, f"the goods go to or through {where}: {named}")


def odd_route(seen: Behaviour) -> Iterator[Observation]:
    """A leg returns to the exporter's country, the way goes far round, or consignee and end user
    sit apart.
    """
    left = False
    for end in seen.onward:
        left = left or end.country not in (None, seen.home)
        if left and seen.home is not None and end.country == seen.home:
            where = seen.law.country_name(seen.home)
            yield Observation(end.path, end.text, f"the goods return to {where}, where they began")
            return
    round_about = detour(seen.legs, seen.routes)
    if round_about is not None:
        far, straight = round_about.way_km, round_about.direct_km
        detail = f"the way by {round_about.by.text} is {far:.0f} km or more long, "
        detail += f"{round_about.ratio:.1f} times the {straight:.0f} km that are needed at most"
        yield Observation(round_about.by.path, round_about.by.text, detail)
    yield from _apart(seen)


def many_countries_before_iran(seen: Behaviour) -> Iterator[Observation]:
    """The goods cross several countries before the leg to Iran."""
    crossed: set[str] = set()
    for end in seen.onward:
        if end.country == "IR":
            if len(crossed) >= MANY_COUNTRIES:
                through = ", ".join(sorted(crossed))
                detail = f"the goods cross {through} before the leg to Iran"
                yield Observation(end.path, end.text, detail)
            return
        if end.country is not None and end.country != seen.home:
            crossed.add(end.country)


def carrier_of_concern(seen: Behaviour) -> Iterator[Observation]:
    """The carrier, or the owner of the ship, is one that listings name for drone cargo."""
    named = [
        (f"$.route[{i}].carrier", leg.carrier)
        for i, leg in enumerate(seen.order.route or ())
        if leg.carrier
    ]
    named += [(f"$.parties[{i}].name", party.name) for i, party in seen.of(Role.CARRIER)]
    for path, name in named:
        met = CARRIERS.first_in(name)
        if met is not None:
            yield Observation(path, name, f"the carrier is {met}, named for drone cargo")
    for found in seen.findings_of.get(FindingKind.LISTED_VESSEL, ()):
        for watched in seen.routes.vessels if found.screen is Screen.ROUTES else ():
            if found.subject == f"vessel:{watched.imo}":
                detail = f"the ship {watched.name} belongs to {watched.owner}"
                yield Observation(found.path, found.value or "", detail)


def alabuga_address(seen: Behaviour) -> Iterator[Observation]:
    """An address or the end of a leg lies in the Alabuga zone."""
    for sighting in seen.sightings:
        if sighting.place.id != ZONE or sighting.word_only:
            continue
        held = standing(sighting.place, seen.deal.on, seen.routes.version)
        if {Ground.PLACE_LISTED, Ground.PLACE_NOT_YET_LISTED} & set(held.grounds):
            detail = f"'{sighting.mention.met}' in {sighting.where} is the Alabuga zone"
            if sighting.mention.evidence is Evidence.POSITION:
                detail = f"{sighting.where} lies in the Alabuga zone"
            yield Observation(sighting.path, sighting.value, detail)


def caspian_leg(seen: Behaviour) -> Iterator[Observation]:
    """A voyage over the Caspian between Iran and Russia."""
    for ends in voyages(seen.legs):
        detail = f"a sea leg over the Caspian from {ends[0].text} to {ends[-1].text}"
        text = " – ".join(end.text for end in ends)
        yield Observation(f"$.route[{ends[0].leg}]", text, detail)


def _apart(seen: Behaviour) -> Iterator[Observation]:
    """A consignee in another country than every end user; within the EU that is ordinary."""
    users = {party.country for _, party in seen.of(Role.END_USER)}
    for i, party in seen.of(Role.CONSIGNEE):
        all_in_eu = {party.country, *users} <= seen.law.eu_members
        known = bool(users) and None not in users
        if party.country and known and party.country not in users and not all_in_eu:
            where = ", ".join(sorted(country for country in users if country))
            detail = f"the consignee sits in {party.country}, the end user in {where}"
            yield Observation(f"$.parties[{i}].country", party.country, detail)
            return


def _stations(seen: Behaviour) -> Iterator[tuple[str, str, str]]:
    """Where the goods go to or through: path, text and country, the customers' first."""
    for i, party in seen.of(Role.END_USER, Role.CONSIGNEE, Role.INTERMEDIATE_CONSIGNEE):
        if party.country:
            yield f"$.parties[{i}].country", party.country, party.country
    for end in seen.onward:
        if end.country:
            yield end.path, end.text, end.country
