"""Ways that go round: the labelled ways, and what is not known of a way is no detour."""

import itertools
from pathlib import Path

import msgspec
import pytest
import yaml

from vigil.model.order import Leg, Mode, Position
from vigil.routes.detours import detour, whereabouts
from vigil.routes.ports import leg_ends
from vigil.routes.positions import Whereabouts, distance_km, least_km, most_km

WAYS = yaml.safe_load(Path(__file__).with_name("ways.yml").read_text("utf-8"))["ways"]


@pytest.fixture
def ends_of(order, routes, law, atlas):
    def read(way, mode, **positions):
        stations = way.split()
        legs = [Leg(a, b, mode and Mode(mode)) for a, b in itertools.pairwise(stations)]
        legs[0] = msgspec.structs.replace(legs[0], **positions)
        asked = order(route=legs)
        return leg_ends(asked, routes, law, atlas, asked.date)

    return read


@pytest.mark.parametrize("case", WAYS, ids=[f"{c['way']} by {c['mode']}" for c in WAYS])
def test_a_labelled_way(case, ends_of, routes):
    found = detour(ends_of(case["way"], case["mode"]), routes) is not None
    assert found is case.get("known", case["detour"]), case["why"]


def test_the_labels_are_many_and_weaknesses_few():
    weak = [case for case in WAYS if case.get("known", case["detour"]) is not case["detour"]]
    assert len(WAYS) >= 60
    assert len(weak) == 4


@pytest.mark.parametrize(
    "way",
    [
        "DEHAM TRIST",  # one leg
        "DEHAM HKHKG",
        "DEHAM nowhere TRIST",  # the turn is not known
        "nowhere HKHKG TRIST",
        "DEHAM HKHKG nowhere",
        "DEHAM HK",
    ],
)
def test_too_little_known_is_no_detour(way, ends_of, routes):
    assert detour(ends_of(way, "sea"), routes) is None


def test_the_end_that_leads_away_is_told(ends_of, routes):
    found = detour(ends_of("DEHAM CNSGH AEDXB TRIST", "sea"), routes)
    assert found is not None
    assert found.by.text == "CNSGH"
    assert found.ratio > 2


def test_a_country_is_as_wide_as_it_is(ends_of, routes):
    [leg] = ends_of("KZALA KG", "road")
    assert whereabouts(leg.origin, routes).radius_km > 1000
    assert 300 < whereabouts(leg.to, routes).radius_km < 600


def test_a_position_that_the_order_gives_comes_first(ends_of, routes):
    [leg] = ends_of("KZALA KG", "road", from_position=Position(43.2, 76.9))
    assert whereabouts(leg.origin, routes) == Whereabouts(43.2, 76.9, 1.0)


def test_circles_only_shorten_the_way_and_lengthen_the_direct_one():
    one, other = Whereabouts(0, 0, 100), Whereabouts(0, 1, 50)
    between = distance_km(one, other)
    assert least_km(one, other) == 0
    assert most_km(one, other) == pytest.approx(between + 150)
    assert distance_km(Whereabouts(0, 0), Whereabouts(0, 180)) == pytest.approx(20015, abs=1)
    assert distance_km(Whereabouts(0, 179.5), Whereabouts(0, -179.5)) == pytest.approx(111, abs=1)
