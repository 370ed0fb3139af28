"""Positions in embargoed countries that are said to be elsewhere."""

import pytest

from vigil.model.finding import FindingKind
from vigil.model.order import Position
from vigil.routes.position_countries import embargoed_at

TEHRAN, BANDAR_ABBAS = (35.69, 51.39), (27.18, 56.28)


@pytest.mark.parametrize(
    ("country", "where", "there"),
    [
        ("AE", TEHRAN, "IR"),
        ("AE", BANDAR_ABBAS, "IR"),
        ("TR", TEHRAN, "IR"),
        ("DE", (55.75, 37.6), "RU"),  # Moscow
        ("DE", (39.02, 125.75), "KP"),  # Pyongyang
        ("IR", TEHRAN, None),
        ("AE", (25.26, 55.3), None),  # Dubai
        ("FI", (60.17, 24.94), None),  # Helsinki, within the circle of Russia
        ("KZ", (43.24, 76.9), None),
        ("US", (61.2, -149.9), None),  # Anchorage, outside the circle of the United States
        ("US", (24.55, -81.8), None),  # Key West, near Cuba
        ("TR", (36.2, 36.16), None),  # Antakya, near Syria
        ("DE", (48.85, 2.35), None),  # Paris: elsewhere, and not embargoed
        ("QQ", TEHRAN, None),
    ],
)
def test_a_position_of_another_country(country, where, there, routes):
    assert embargoed_at(Position(*where), country, routes.positions) == there


@pytest.mark.parametrize(("to", "many"), [("AEJEA", 1), ("IRBND", 0)])
def test_a_leg_that_ends_elsewhere_than_it_says(to, many, screen):
    position = {"lat": BANDAR_ABBAS[0], "lon": BANDAR_ABBAS[1]}
    found = screen(route=[{"from": "DEHAM", "to": to, "to_position": position}]).findings
    conflicts = [f for f in found if f.kind is FindingKind.CONFLICTING_INFORMATION]
    assert [f.path for f in conflicts] == ["$.route[0].to_position"] * many


def test_a_party_that_sits_elsewhere_than_it_says(screen):
    position = {"lat": TEHRAN[0], "lon": TEHRAN[1]}
    buyer = {"role": "buyer", "name": "Buyer Works", "country": "AE", "position": position}
    (found,) = [f for f in screen(parties=[buyer]).findings if f.subject == "position_country"]
    assert (found.path, found.value) == ("$.parties[0].position", "35.69, 51.39")
