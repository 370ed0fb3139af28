"""Ends of legs in words count for goods, law and outcome as their codes do."""

from datetime import date

import pytest

import vigil
from vigil.model.order_json import parse_order
from vigil.model.policy import Policy
from vigil.model.shelf import load_edition
from vigil.routes.shipped import load_routes
from vigil.routes.shipped_places import load_place_names
from vigil.rules.shipped import load_law
from vigil.screen import deal_of
from vigil.store.compile import DATA, read_shelf
from vigil.world import World

ROLES = ("buyer", "consignee", "end_user")


class Reviewed:
    """The parts of the shipped world, with places and countries read from the reviewed files."""

    def __init__(self, parts):
        self._parts, self._shelf = parts, read_shelf(DATA)
        self._edition = load_edition(self._shelf)

    def __getattr__(self, name):
        return getattr(self._parts, name)

    def routes(self):
        return load_routes(self._shelf, self._edition)

    def law(self):
        return load_law(self._shelf, self._edition)

    def place_names(self):
        return load_place_names(self._shelf)


@pytest.fixture(scope="module")
def world():
    shipped = vigil.load_world()
    return World(shipped.id, shipped.manifest, Reviewed(shipped.parts))


@pytest.fixture
def decided(world):
    def decide(origin, to, mode="sea"):
        parties = [{"role": r, "name": "Muster Optik GmbH", "country": "DE"} for r in ROLES]
        order = {
            "id": "1", "date": "2026-08-01", "exporter": {"name": "Sender", "country": "DE"},
            "parties": parties, "lines": [{"line": 1, "hs": "854231", "description": "chip"}],
            "route": [{"from": origin, "to": to, "mode": mode}],
        }  # fmt: skip
        decision = vigil.screen_order(order, world)
        told = {(f.kind, f.strength) for f in decision.findings if f.kind != "source_problem"}
        return decision.outcome, told, {gap.path for gap in decision.not_checked}

    return decide


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("IRBND", "بندر عباس، ایران"),
        ("RUNVS", "порт Новороссийск"),
        ("TRMER", "Mersin Türkiye"),
        ("LBKYE", "Tripoli, Lebanon"),
        ("SGSIN", "Singapore"),
    ],
)
def test_a_name_decides_as_its_code_does(code, text, decided):
    assert decided("DEHAM", text) == decided("DEHAM", code)


def test_an_open_name_is_not_checked(decided):
    outcome, _, gaps = decided("DEHAM", "Tripoli")
    assert outcome == "incomplete"
    assert "$.route[0].to" in gaps


@pytest.mark.parametrize("to", ["AEDXB", "DUBAI", "Dubai", "دبي"])
def test_the_last_end_is_the_destination_where_no_party_tells(to, world):
    order = {"id": "1", "date": "2026-08-01", "parties": [{"role": "buyer", "name": "Muster"}],
             "lines": [{"line": 1}], "route": [{"from": "DEHAM", "to": to}]}  # fmt: skip
    assert deal_of(parse_order(order), date(2026, 8, 1), world, Policy()).destination == "AE"


def test_where_a_way_begins_is_no_place_that_goods_go_to(decided):
    assert decided("Mersin Türkiye", "DEHAM") == decided("TRMER", "DEHAM")
