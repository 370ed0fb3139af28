"""How far apart two points lie, and what is known of where something lies."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

import msgspec

EARTH_KM = 6371.0  # mean radius, IUGG


class Whereabouts(msgspec.Struct, frozen=True, array_like=True):
    """Somewhere within `radius_km` of a point, WGS 84 degrees: a port, or a whole country."""

    lat: float
    lon: float
    radius_km: float = 0.0


def distance_km(one: Whereabouts, other: Whereabouts) -> float:
    """The great circle between the two points, on a sphere (within 0.5 per cent).

    >>> round(distance_km(Whereabouts(51.9, 4.5), Whereabouts(1.3, 103.8)))
    10530
    """
    lat, other_lat = radians(one.lat), radians(other.lat)
    half_lat, half_lon = (other_lat - lat) / 2, radians(other.lon - one.lon) / 2
    square = sin(half_lat) ** 2 + cos(lat) * cos(other_lat) * sin(half_lon) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(square)))


def least_km(one: Whereabouts, other: Whereabouts) -> float:
    """What lies between them at least, wherever in their circles they are."""
    return max(0.0, distance_km(one, other) - one.radius_km - other.radius_km)


def most_km(one: Whereabouts, other: Whereabouts) -> float:
    """What lies between them at most."""
    return distance_km(one, other) + one.radius_km + other.radius_km
