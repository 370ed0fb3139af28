"""The seven acceptance cases of the advisory, as a business would meet them."""

import copy
from datetime import date

import pytest

import vigil

ON = date(2026, 8, 7)


@pytest.fixture(scope="module")
def world():
    return vigil.load_world()


def company(role: str, **more: object) -> dict[str, object]:
    return {"role": role, "name": "Nordlicht Messtechnik GmbH", "country": "DE", **more}


def order(**more: object) -> dict[str, object]:
    parties = [company(role) for role in ("buyer", "consignee", "end_user")]
    line = {"line": 1, "hs": "9403.20", "description": "steel shelf"}
    return {"id": "x", "date": ON.isoformat(), "parties": parties, "lines": [line], **more}


def addressed(text: str, country: str | None = "RU") -> dict[str, object]:
    asked = order()
    asked["parties"][1] |= {"address": text, "country": country}
    return asked


def strengths(decision, kind):
    return {f.strength for f in decision.findings if f.kind == kind}


def test_a_whole_ordinary_order_is_clear(world):
    assert vigil.screen_order(order(), world).outcome == "clear"


@pytest.mark.parametrize("role", ["buyer", "consignee", "end_user"])
def test_an_order_without_one_of_the_three_is_never_clear(role, world):
    asked = order()
    asked["parties"] = [p for p in asked["parties"] if p["role"] != role]
    decision = vigil.screen_order(asked, world)
    assert decision.outcome == "incomplete"
    assert "missing_information" in {f.kind for f in decision.findings}
    assert decision.not_checked


@pytest.mark.parametrize(
    "lost",
    [("parties", 2, "country"), ("lines", 0, "hs"), ("lines", 0, "description")],
    ids=["end user's country", "code", "description"],
)
def test_what_clear_needs_is_missed(lost, world):
    asked = order()
    where, i, field = lost
    del asked[where][i][field]
    assert vigil.screen_order(asked, world).outcome == "incomplete"


HONG_KONG = {
    "id": "hk",
    "date": "2026-08-07",
    "exporter": {"name": "Nordlicht Messtechnik GmbH", "country": "DE"},
    "parties": [
        {"role": role, "name": name, "country": "HK", "founded": founded, "address": address}
        for role, name, founded, address in (
            ("buyer", "Silver Carp Components Limited", "2022-06-01",
             "Unit 1203, 12/F, Lucky Plaza, 315 Lockhart Road, Wan Chai"),
            ("consignee", "Silver Carp Components Limited", "2022-06-01",
             "Unit 1203, 12/F, Lucky Plaza, 315 Lockhart Road, Wan Chai"),
            ("end_user", "Golden Reed Technology Limited", "2015-03-01",
             "Unit 1203, 12/F, Lucky Plaza, 315 Lockhart Road, Wan Chai"),
        )
    ],
    "lines": [
        {"line": 1, "hs": "8542.31", "eccn": "EAR99", "quantity": 5000,
         "description": "32-bit microcontroller"}
    ],
}  # fmt: skip


def test_a_new_hong_kong_dealer_sharing_its_unit_is_reviewed_with_sources(world):
    decision = vigil.screen_order(HONG_KONG, world)
    assert decision.outcome == "review"
    told = " ".join(f.summary for f in decision.findings)
    assert "2022-06-01" in told
    assert "unit-level address" in told
    for finding in decision.findings:
        if finding.kind == "red_flag" and finding.strength == "review":
            assert finding.provenance.url, finding.summary
            assert any(feature.detail for feature in finding.features)


ALABUGA = [
    "OEZ Alabuga, Yelabuga district",
    "SEZ Alabuga, Sh-1 street, building 8/1",
    "ул. Ш-2, ОЭЗ Алабуга, Елабужский район",
    "423601, Republic of Tatarstan, Elabuga",
    "Yelabuga municipal district, Tatarstan 432601",
    "423600 Елабуга, Татарстан",
    "SH-2 St., b. 4, Yelabuga",
    "آلابوگا، تاتارستان",
]


@pytest.mark.parametrize("text", ALABUGA)
def test_the_zone_stops_from_its_listing_and_is_reviewed_before(text, world):
    for on, expected in ((date(2023, 12, 17), "review"), (date(2023, 12, 18), "stop")):
        decision = vigil.screen_order(addressed(text), world, on)
        assert expected in strengths(decision, "place_of_concern"), on
        assert decision.outcome == expected


@pytest.mark.parametrize("end", ["Alabuga", "Алабуга", "SEZ Alabuga"])
def test_the_zone_as_the_end_of_a_leg_stops(end, world):
    asked = order(route=[{"from": "DEHAM", "to": end, "mode": "rail"}])
    assert vigil.screen_order(asked, world).outcome == "stop"


def test_the_town_ends_a_leg_for_review_and_stands_in_an_address_for_a_note(world):
    leg = vigil.screen_order(order(route=[{"from": "DEHAM", "to": "RUYBE"}]), world)
    assert "review" in strengths(leg, "place_of_concern")
    assert "stop" not in strengths(leg, "place_of_concern")
    address = vigil.screen_order(addressed("Neftyanikov 12, Yelabuga"), world)
    assert strengths(address, "place_of_concern") == {"note"}


@pytest.mark.parametrize(
    ("country", "strength"),
    [("RU", "review"), ("KZ", "review"), ("IR", "review"), (None, "review"), ("FR", "note")],
)
def test_the_word_in_a_name_weighs_by_country(country, strength, world):
    asked = order()
    asked["parties"][0] |= {"name": "Restaurant Alabuga", "country": country}
    decision = vigil.screen_order(asked, world)
    assert strengths(decision, "place_of_concern") == {strength}


def test_the_restaurant_in_lyon_stays_clear(world):
    asked = order()
    for party in asked["parties"]:
        party |= {"name": "Restaurant Alabuga", "country": "FR", "address": "Rue Mercière, Lyon"}
    assert vigil.screen_order(asked, world).outcome == "clear"


def test_the_same_order_on_two_days_cites_different_provisions(world):
    asked = order()
    asked["lines"][0] = {"line": 1, "hs": "8542.31", "description": "microcontroller"}
    for party in asked["parties"]:
        party |= {"name": "Tehran Lampworks", "country": "IR"}
    cited = [
        {p.id for f in vigil.screen_order(asked, world, on).findings for p in f.provisions}
        for on in (date(2022, 11, 15), date(2023, 6, 9))
    ]
    assert cited[0] != cited[1]
    assert "us-ear-fdp-iran" in cited[1] - cited[0]


def test_a_name_finding_shows_list_id_programme_date_and_alias(world):
    asked = order()
    asked["parties"][0] |= {"name": "Shahed Aviation Industries Complex", "country": "IR"}
    decision = vigil.screen_order(asked, world)
    [sdn] = [f for f in decision.findings if f.subject == "us_ofac_sdn:39637"]
    assert sdn.matched.name == "SHAHED AVIATION INDUSTRIES COMPLEX"
    assert sdn.matched.programmes == ("IFSR", "IRGC", "NPWMD")
    for shown in ("us_ofac_sdn:39637", "NPWMD", "2022-11-15", "SHAHED AVIATION INDUSTRIES COMPLEX"):
        assert shown in sdn.summary
    assert decision.outcome == "stop"


def test_ids_of_findings_stay_when_another_line_is_added(world):
    asked = copy.deepcopy(HONG_KONG)
    asked["lines"].append({"line": 2, "hs": "9403.20", "description": "steel shelf"})
    before = {f.id for f in vigil.screen_order(HONG_KONG, world).findings}
    assert before <= {f.id for f in vigil.screen_order(asked, world).findings}


@pytest.mark.parametrize("part", ["LM317", "MAX232", "CR2032", "LM258"])
def test_an_everyday_part_alone_never_stops(part, world):
    asked = order()
    for party in asked["parties"]:
        party |= {"name": "Tehran Lampworks", "country": "IR"}
    asked["lines"][0] = {"line": 1, "hs": "9405.11", "part_number": part, "description": "lamp"}
    decision = vigil.screen_order(asked, world)
    assert strengths(decision, "uav_part") <= {"note"}
    assert decision.outcome == "review"  # for the destination, not for the part
