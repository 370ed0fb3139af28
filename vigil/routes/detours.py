"""Ways that lead the goods away from where they go.

The legs' great circles are added and compared with the direct one. A port is known to a few
kilometres and a country only as a whole, so the way is counted as short as it can be and the direct
distance as long as it can be: what is told is a detour wherever in their circles the ends lie.
"""

from __future__ import annotations

import itertools

import msgspec

from vigil.model.order import Mode, Position, is_locode
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.ports import LegEnd, LegEnds
from vigil.routes.positions import Whereabouts, least_km, most_km

# Chosen on the labelled ways of tests/routes/ways.yml. Ships and lorries that go twice as far as
# they need, and 4,000 km more, follow no line; aircraft follow their hubs much farther.
LEAST_RATIO, LEAST_EXTRA_KM = 2.0, 4000.0
LEAST_RATIO_BY_AIR, LEAST_EXTRA_KM_BY_AIR = 3.0, 8000.0
GIVEN_RADIUS_KM = 1.0  # a position that the order itself gives
SITE_RADIUS_KM = 15.0  # a port or an airport of the catalogue


class Detour(msgspec.Struct, frozen=True):
    """A way that goes round: its farthest end, its least length and the most direct one in km."""

    by: LegEnd
    way_km: float
    direct_km: float

    @property
    def ratio(self) -> float:
        """How many times the direct distance."""
        return self.way_km / self.direct_km


def detour(legs: tuple[LegEnds, ...], routes: RouteCatalogue) -> Detour | None:
    """The route's detour, or None: it is none, or too little is known of where its ends lie."""
    ends = [end for leg in legs for end in (leg.origin, leg.to) if end is not None]
    if len(ends) <= 2:
        return None
    known = [(end, at) for end in ends if (at := whereabouts(end, routes)) is not None]
    if len(known) < 3 or known[0][0] is not ends[0] or known[-1][0] is not ends[-1]:
        return None
    points = [at for _, at in known]
    start, goal = points[0], points[-1]
    way = sum(least_km(a, b) for a, b in itertools.pairwise(points))
    direct = most_km(start, goal)
    by_air = all(end.mode is Mode.AIR for end in ends)
    ratio = LEAST_RATIO_BY_AIR if by_air else LEAST_RATIO
    extra_km = LEAST_EXTRA_KM_BY_AIR if by_air else LEAST_EXTRA_KM
    if way < ratio * direct or way - direct < extra_km:
        return None
    by = max(known[1:-1], key=lambda met: least_km(start, met[1]) + least_km(met[1], goal))
    return Detour(by[0], way, direct)


def whereabouts(end: LegEnd, routes: RouteCatalogue) -> Whereabouts | None:
    """Where the end lies: as the order says, else by its place or code, else by its country."""
    if end.position is not None:
        return given(end.position)
    for mention in end.mentions:
        place = mention.place
        if place.lat is not None and place.lon is not None:
            return Whereabouts(place.lat, place.lon, place.radius_km or SITE_RADIUS_KM)
    codes = _codes(end)
    by_code = {at for code in codes if (at := routes.positions.get(code)) is not None}
    if len(codes) == 1 and by_code:
        return by_code.pop()
    return routes.positions.get(end.country) if end.country else None


def given(position: Position) -> Whereabouts:
    """A position of the order."""
    return Whereabouts(position.lat, position.lon, GIVEN_RADIUS_KM)


def _codes(end: LegEnd) -> frozenset[str]:
    code = end.text.replace(" ", "").upper()
    if is_locode(code):
        return frozenset({code})
    return frozenset(spot.code for spot in end.reading.spots) if end.country else frozenset()
