"""Which way the goods go and how the order behaves: the routes screen."""

from __future__ import annotations

from vigil.model.deal import Deal
from vigil.model.finding import Provenance, Screening
from vigil.routes.caspian import screen_caspian
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.completeness import screen_completeness
from vigil.routes.conflicts import screen_conflicts
from vigil.routes.destination import screen_destination
from vigil.routes.indicators import Behaviour
from vigil.routes.places import screen_places, sight_places
from vigil.routes.ports import leg_ends, unresolved
from vigil.routes.red_flags import answers_not_understood, screen_red_flags
from vigil.routes.vessels import screen_vessels, unknown_flags
from vigil.rules.law import Law


def screen_routes(
    deal: Deal,
    routes: RouteCatalogue,
    law: Law,
    provenance: Provenance,
    priority_codes: frozenset[str] = frozenset(),
) -> Screening:
    """Places, ways, destinations, ships, behaviour and completeness of one order on its day.

    Args:
        deal: the order with its day, destination and jurisdictions.
        routes: places, ships and red flags.
        law: provisions, countries and transshipment lists.
        provenance: of the catalogue `routes`, for the findings to cite.
        priority_codes: six-digit HS codes of highest priority, for the red flags that name them.

    Returns:
        Findings without strength, and what could not be checked; subjects are the legs.
    """
    legs = leg_ends(deal.order, routes, law)
    sightings = sight_places(deal, routes, law, legs)
    behaviour = Behaviour(deal, routes, law, priority_codes, legs, tuple(sightings))
    missing, gaps = screen_completeness(deal.order)
    findings = [
        *screen_places(sightings, deal, routes, law, provenance),
        *screen_caspian(legs, provenance),
        *screen_destination(deal, routes, law, provenance, legs),
        *screen_vessels(deal, routes, provenance),
        *screen_conflicts(deal, law, legs, provenance),
        *screen_red_flags(behaviour, provenance),
        *missing,
    ]
    gaps += [*unresolved(legs), *unknown_flags(deal, law), *answers_not_understood(deal.order)]
    return Screening(tuple(findings), tuple(gaps), len(legs))
