"""What earlier orders, and an earlier version of the same order, say of a new one."""

import json

import pytest

import vigil
from vigil.model.shelf import load_edition
from vigil.routes.shipped import load_routes
from vigil.store.compile import DATA, read_shelf
from vigil.world import World


class ReviewedFlags:
    """The parts of the shipped world, its routes read from the reviewed files."""

    def __init__(self, parts):
        self._parts = parts

    def __getattr__(self, name):
        return getattr(self._parts, name)

    def routes(self):
        shelf = read_shelf(DATA)
        return load_routes(shelf, load_edition(shelf))


@pytest.fixture(scope="module")
def world():
    shipped = vigil.load_world()
    return World(shipped.id, shipped.manifest, ReviewedFlags(shipped.parts))


def made(order_id="PO-7", day="2026-08-07", **fields):
    company = {"name": "Muster Automation GmbH", "country": "DE"}
    plain = {
        "id": order_id,
        "date": day,
        "exporter": {"name": "Sender", "country": "DE"},
        "parties": [{"role": r} | company for r in ("buyer", "consignee", "end_user")],
        "lines": [{"line": 1, "hs": "850440", "description": "power supply"}],
    }
    return plain | fields


def buyer(name, country="AE"):
    roles = made()["parties"]
    return [{"role": "buyer", "name": name, "country": country}, *roles[1:]]


def subjects(decision):
    return {finding.subject for finding in decision.findings}


def asked(decision):
    return {flag for question in decision.questions for flag in question.flags}


LISTED = "Oje Parvaz Mado Nafar"
EDITED = "combination:edited-after-finding"


def test_name_changed_after_it_was_found_asks_for_a_person(world):
    first, second = made(parties=buyer(LISTED, "IR")), made(parties=buyer("Gulf Star General"))
    assert vigil.screen_order(first, world).outcome == "stop"
    assert EDITED not in subjects(vigil.screen_order(second, world))
    again = vigil.screen_order(second, world, earlier=[first])
    assert (again.outcome, EDITED in subjects(again)) == ("review", True)
    [finding] = [f for f in again.findings if f.subject == EDITED]
    assert LISTED in finding.summary


@pytest.mark.parametrize(
    "earlier",
    [
        made(parties=buyer("Gulf Star General"), end_use="lifts"),
        made("PO-6", parties=buyer(LISTED)),
        made(
            parties=buyer(LISTED.upper())[:1] + made(parties=buyer("Gulf Star General"))["parties"]
        ),
    ],
    ids=["nothing was found before", "another order", "the name still stands there"],
)
def test_other_change_is_none_after_a_finding(earlier, world):
    parties = buyer("Gulf Star General")
    if len(earlier["parties"]) > 3:
        parties = [*buyer(LISTED.upper())[:1], *parties]
    assert EDITED not in subjects(
        vigil.screen_order(made(parties=parties), world, earlier=[earlier])
    )


def test_what_only_earlier_orders_show_is_asked_without_them(world):
    alone = vigil.screen_order(made(), world)
    known = vigil.screen_order(made(), world, earlier=[made("PO-1", "2021-05-01")])
    of_history = {"tri-06", "tri-11", "f23a-07", "f23b-05"}
    assert of_history <= asked(alone)
    assert not of_history & asked(known)


def test_customer_s_first_key_goods_since_the_invasion_need_a_file_from_before(world):
    chips = [{"line": 1, "hs": "854231", "description": "microcontroller"}]
    order = made(lines=chips)
    since = vigil.screen_order(order, world, earlier=[made("PO-1", "2023-05-01")])
    before = vigil.screen_order(order, world, earlier=[made("PO-1", "2021-05-01")])
    assert "goods_new_since_invasion" not in subjects(since)
    assert "f23a-07" in asked(since)
    assert "goods_new_since_invasion" in subjects(before)


def test_orders_made_into_tables_once_give_the_same(world):
    orders = [made("PO-1", "2021-05-01"), made(parties=buyer(LISTED))]
    tables = vigil.EarlierOrders(vigil.parse_order(order) for order in orders)
    one = vigil.screen_order(made(), world, earlier=tables)
    assert one.to_json() == vigil.screen_order(made(), world, earlier=orders).to_json()


def test_later_order_is_no_earlier_one(world):
    user = {"role": "end_user", "name": "Muster Automation GmbH", "country": "RU"}
    moved = made(parties=[*buyer("Muster Automation GmbH", "DE")[:2], user])
    order = made(parties=[*made()["parties"][:2], user | {"country": "TR"}])
    for day, fires in (("2026-08-06", True), ("2026-08-08", False)):
        earlier = [moved | {"id": "PO-6", "date": day}]
        seen = subjects(vigil.screen_order(order, world, earlier=earlier))
        assert ("moved_from_russia" in seen) is fires


def test_decision_names_its_questions_by_field_and_flags(world):
    plain = json.loads(vigil.screen_order(made(), world).to_json())
    assert {"field": "order.services_declined", "flags": ["kyc-08", "tri-04"]} in plain["questions"]
