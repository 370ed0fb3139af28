"""Which way the goods go and how the order behaves: the routes screen."""

from __future__ import annotations

from vigil.model.deal import Deal
from vigil.model.finding import Finding, Provenance, Screening
from vigil.routes.caspian import screen_caspian
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.completeness import screen_completeness
from vigil.routes.conflicts import screen_conflicts
from vigil.routes.destination import screen_destination
from vigil.routes.earlier import Past
from vigil.routes.gazetteer import NO_NAMES
from vigil.routes.named_ends import Atlas
from vigil.routes.observing import Behaviour
from vigil.routes.places import screen_places, sight_places
from vigil.routes.ports import leg_ends, unresolved
from vigil.routes.red_flags import screen_red_flags
from vigil.routes.vessels import screen_vessels, unknown_flags
from vigil.rules.law import Law


def screen_routes(
    deal: Deal,
    routes: RouteCatalogue,
    law: Law,
    provenance: Provenance,
    priority_codes: frozenset[str] = frozenset(),
    met: tuple[Finding, ...] = (),
    atlas: Atlas | None = None,
    past: Past | None = None,
) -> Screening:
    """Places, ways, destinations, ships, behaviour and completeness of one order on its day.

    Args:
        deal: the order with its day, destination and jurisdictions.
        routes: places, ships and red flags.
        law: provisions, countries and transshipment lists.
        provenance: of the catalogue `routes`, for the findings to cite.
        priority_codes: six-digit HS codes of highest priority, for the red flags that name them.
        met: what the other screens found, which some red flags look at.
        atlas: places by name, for ends of legs that are no codes.
        past: earlier orders, and what an earlier version of this one gave; None: not known.

    Returns:
        Findings without strength, what could not be checked, and the red flags left to ask;
        subjects are the legs.
    """
    atlas = atlas or Atlas(NO_NAMES, law.countries, routes.states)
    legs = leg_ends(deal.order, routes, law, atlas, deal.on)
    sightings = sight_places(deal, routes, law, legs)
    missing, gaps = screen_completeness(deal.order)
    findings = [
        *screen_places(sightings, deal, routes, law, provenance),
        *screen_caspian(legs, provenance),
        *screen_destination(deal, routes, law, provenance, legs),
        *screen_vessels(deal, routes, provenance),
        *screen_conflicts(deal, routes, law, legs, provenance, atlas),
    ]
    behaviour = Behaviour(
        deal, routes, law, priority_codes, legs, tuple(sightings), (*met, *findings), past
    )
    flags = screen_red_flags(behaviour, provenance)
    gaps += [*unresolved(legs, law, atlas), *unknown_flags(deal, law), *flags.not_checked]
    every = (*findings, *flags.findings, *missing)
    return Screening(every, tuple(gaps), len(legs), flags.questions)
