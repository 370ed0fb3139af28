"""Each combination asks for a person when every part holds, and is silent when one is missing."""

import pytest

from vigil.decide import weigh
from vigil.model.deal import Deal
from vigil.model.finding import Ground, Strength
from vigil.model.order import destination
from vigil.routes.earlier import EarlierOrders, Past
from vigil.routes.indicators import INDICATORS
from vigil.routes.screen import screen_routes

from .conftest import PRIORITY, PROVENANCE, order, party
from .test_flags import found_elsewhere

CHIP = {"line": 1, "hs": "854231", "eccn": "EAR99"}
KEY = [found_elsewhere("key_item", "$.lines[0].hs", "goods", "854231", "vigil")]
EVERYDAY = [
    found_elsewhere("uav_part", "$.lines[0].part_number", "goods", grounds=["everyday_part"])
]
FORWARDER = {"name": "Blue Sea Freight Forwarders"}
NEW, YOUNG, OLD = {"founded": "2023-05-01"}, {"founded": "2022-01-05"}, {"founded": "1999-05-01"}
MAIL, OWN_MAIL = {"email": "x@163.com"}, {"email": "x@works.example"}
PHONE, OTHER_PHONE = {"phone": "+852 2345 6789"}, {"phone": "+852 2345 9999"}
STRANGER = {"id": "T-0", "parties": {"buyer": {"name": "Somebody Else GmbH"}}}
REGULAR = {"id": "T-0"}

# id, what fires it, and changes each of which takes one part away
CASES = [
    (
        "new-company-first-priority-order-to-forwarder",
        {"buyer": NEW, "consignee": FORWARDER, "lines": [CHIP], "earlier": [STRANGER]},
        [
            {"buyer": OLD},
            {"consignee": {}},
            {"lines": None},
            {"earlier": [REGULAR]},
            {"earlier": None},
        ],
    ),
    (
        "new-company-priority-goods-transshipment",
        {"buyer": NEW, "end_user": {"country": "AM"}, "lines": [CHIP]},
        [{"buyer": OLD}, {"end_user": {"country": "FR"}}, {"lines": None}],
    ),
    (
        "young-company-first-key-order-private-mail",
        {"buyer": YOUNG | MAIL, "met": KEY, "earlier": [STRANGER]},
        [{"buyer": OLD | MAIL}, {"buyer": YOUNG | OWN_MAIL}, {"met": []}, {"earlier": [REGULAR]}],
    ),
    (
        "reseller-first-priority-order",
        {
            "end_user": {"country": "AE", "line_of_business": "dealer"},
            "lines": [CHIP],
            "earlier": [STRANGER],
        },
        [
            {"end_user": {"country": "AE", "line_of_business": "hospital"}},
            {"lines": None},
            {"earlier": [REGULAR]},
        ],
    ),
    (
        "everyday-priority-goods-private-mail-transshipment",
        {"buyer": MAIL, "end_user": {"country": "AM"}, "lines": [CHIP]},
        [{"buyer": OWN_MAIL}, {"end_user": {"country": "FR"}}, {"lines": None}],
    ),
    (
        "shared-contact-key-goods-first-order",
        {"buyer": PHONE, "end_user": PHONE, "met": KEY, "earlier": [STRANGER]},
        [{"end_user": OTHER_PHONE}, {"met": []}, {"earlier": [REGULAR]}],
    ),
    (
        "young-company-key-goods-to-forwarder",
        {"buyer": YOUNG, "consignee": FORWARDER, "met": KEY},
        [{"buyer": OLD}, {"consignee": {}}, {"met": []}, {"met": EVERYDAY}],
    ),
]
WITHOUT = [(name, parts | less) for name, parts, missing in CASES for less in missing]
ROLES = {"buyer": "Kin Lee Ltd", "consignee": "Sun Ray Ltd", "end_user": "Factory Nine"}


@pytest.fixture(scope="session")
def combined(routes, law):
    def screen(parts):
        parties = [party(r, **{"name": n} | parts.get(r, {})) for r, n in ROLES.items()]
        fields = {"lines": parts["lines"]} if parts.get("lines") else {}
        new = order(parties=parties, **fields)
        given = parts.get("earlier")
        past = None
        if given is not None:
            past = Past(
                EarlierOrders(_earlier(change) for change in given), found=parts.get("found", ())
            )
        deal = Deal(new, new.date, destination(new), law.jurisdictions(new))
        met = tuple(parts.get("met", ()))
        seen = screen_routes(deal, routes, law, PROVENANCE, PRIORITY, met, past=past)
        return {
            f.subject.partition(":")[2]: f for f in seen.findings if Ground.COMBINATION in f.grounds
        }

    return screen


def _earlier(change):
    names = {r: change.get("parties", {}).get(r, {}).get("name", n) for r, n in ROLES.items()}
    return order(id=change["id"], parties=[party(r, name=n) for r, n in names.items()])


@pytest.mark.parametrize(("name", "parts", "_"), CASES, ids=[case[0] for case in CASES])
def test_all_parts_together_ask_for_a_person(name, parts, _, combined):
    found = combined(parts)[name]
    assert weigh([found])[0].strength is Strength.REVIEW
    published = [feature.name for feature in found.features if feature.name in INDICATORS]
    assert bool(found.provenance.url) is bool(published)
    assert len(found.features) == len(set(found.features)) > 1


@pytest.mark.parametrize(
    ("name", "parts"), WITHOUT, ids=[f"{n}-{i}" for i, (n, _) in enumerate(WITHOUT)]
)
def test_one_part_less_is_no_combination(name, parts, combined):
    assert name not in combined(parts)


def test_order_changed_after_a_finding_asks_for_a_person(combined):
    found = found_elsewhere(
        "listed_party", "$.parties[0].name", value="Shahed", grounds=["name_close"]
    )
    told = combined({"earlier": [], "found": (found,)})["edited-after-finding"]
    assert "the name 'Shahed'" in told.summary
    assert "edited-after-finding" not in combined({"earlier": []})


def test_every_row_of_the_table_is_tested_here(routes):
    tested = {name for name, _, _ in CASES} | {"edited-after-finding"}
    assert {row.id for row in routes.combinations} == tested


def test_what_was_read_only_from_memory_is_no_part(routes):
    read = {flag.indicator for flag in routes.red_flags if not flag.from_memory}
    named = {part for row in routes.combinations for part in row.parts if part in INDICATORS}
    assert named <= read
