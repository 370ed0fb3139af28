"""A position that lies in an embargoed country and far from the country it is said to be in.

Countries and ports are circles, so this is coarse: a position counts as elsewhere only outside the
country's own circle and not beside one of its ports, and as in an embargoed country only inside its
circle.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from vigil.model.deal import EMBARGOED
from vigil.model.order import Position
from vigil.routes.positions import Whereabouts, distance_km, least_km

NEAR_PORT_KM = 300.0  # chosen: islands and exclaves that a country's circle leaves out


def embargoed_at(
    position: Position, country: str, positions: Mapping[str, Whereabouts]
) -> str | None:
    """The embargoed country, ISO alpha-2, that a position of another country lies in, or None.

    Args:
        position: as the order gives it.
        country: where the order says that it is; without a circle of it nothing is said.
        positions: circles of countries and ports, by ISO alpha-2 and UN/LOCODE.
    """
    here, own = Whereabouts(position.lat, position.lon), positions.get(country)
    if own is None or least_km(here, own) == 0:
        return None
    around = [
        (distance_km(here, circle) / circle.radius_km, code)
        for code in EMBARGOED
        if code != country and (circle := positions.get(code)) and least_km(here, circle) == 0
    ]
    if not around:
        return None
    there = min(around)[1]
    own_port, port_there = (_nearest_port(here, code, positions) for code in (country, there))
    return None if own_port < min(NEAR_PORT_KM, port_there) else there


def _nearest_port(here: Whereabouts, country: str, positions: Mapping[str, Whereabouts]) -> float:
    of_country = (p for code, p in positions.items() if code[:2] == country and code != country)
    return min((distance_km(here, port) for port in of_country), default=inf)
