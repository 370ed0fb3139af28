"""A provision is cited for what its tested scope reaches, and stays silent on the look-alike."""

from datetime import date, timedelta

import pytest

from vigil.model.entity import Entity, Name
from vigil.model.order import Kind

IRAN_2026 = {"to": "IR", "on": "2026-01-15"}


@pytest.mark.parametrize(
    ("on", "eccn", "is_cited"),
    [
        ("2023-02-23", "3A991", False),
        ("2023-02-24", "3A991", True),
        ("2023-02-24", "6A003", False),
        ("2024-07-22", "7A103", True),
        ("2024-07-22", "9A012", False),
        ("2024-07-23", "9A012", True),
        ("2024-07-22", "6A003", False),
        ("2024-07-23", "6A003", True),
        ("2024-07-23", "8A001", True),
        ("2024-07-23", "2A001", False),
        ("2024-07-23", "EAR99", False),
    ],
)
def test_the_foreign_product_rule_on_iran_reaches_the_categories_of_its_phase(
    on, eccn, is_cited, cited
):
    found = cited("IR", on, home="US", hs="940320", eccn=eccn)
    assert ("us-ear-fdp-iran" in found) is is_cited


def test_the_phase_of_the_day_and_the_category_are_told(cited):
    found = cited("IR", "2024-07-23", home="US", hs="940320", eccn="9A012")["us-ear-fdp-iran"]
    assert (str(found.phase_from), found.phase_to) == ("2024-07-23", None)
    assert "ECCN 9A012 is of category 9, one of 3, 4, 5, 6, 7, 8, 9" in found.because
    assert found.is_open  # whether US technology made it, no order tells


def test_in_scope_by_code_says_that_it_is_not_by_category(cited):
    found = cited("IR", "2024-07-22", home="US", hs="854231", eccn="9A012")["us-ear-fdp-iran"]
    assert "HS 854231 is on EAR_746_SUPP7, as a candidate" in found.because
    assert "not in scope by category: ECCN 9A012 is of 9, 3, 4, 5, 7 are reached" in found.because
    assert (str(found.phase_from), str(found.phase_to)) == ("2023-02-24", "2024-07-22")


@pytest.mark.parametrize(("origin", "is_cited"), [("TW", True), (None, True), ("US", False)])
def test_goods_of_us_origin_are_no_foreign_product(origin, is_cited, cited):
    found = cited("IR", "2026-01-15", home="US", eccn="3A001", origin=origin)
    assert ("us-ear-fdp-iran" in found) is is_cited
    assert "us-ear-746.7" in found


@pytest.mark.parametrize(
    ("fields", "is_cited"),
    [
        ({"eccn": "3A001"}, True),
        ({"hs": "854231", "eccn": "EAR99"}, True),
        ({"hs": "940320"}, False),
        ({"eccn": "EAR99", "hs": "940320"}, False),
    ],
    ids=["by category", "by list", "no ECCN told", "neither"],
)
def test_the_foreign_product_rule_follows_the_goods_to_other_exporters(fields, is_cited, cited):
    assert ("us-ear-fdp-iran" in cited("IR", "2026-01-15", home="DE", **fields)) is is_cited


@pytest.mark.parametrize(
    ("to", "iran", "russia"),
    [("IR", True, False), ("RU", False, True), ("BY", False, True), ("AE", False, False)],
)
def test_a_provision_about_iran_is_not_cited_for_russia(to, iran, russia, cited):
    found = cited(to, "2026-01-15", eccn="3A001", hs="854231")
    assert ({"us-itsr", "us-ear-746.7", "us-ear-fdp-iran", "eu-2023-1529"} <= found.keys()) is iran
    assert ({"us-ear-746.8", "us-ear-fdp-russia-belarus"} <= found.keys()) is russia
    if not iran:
        assert not [i for i in found if "iran" in i.replace("us-ear-iran-uav-supp7", "")]


@pytest.mark.parametrize(
    ("on", "to", "eccn", "is_cited"),
    [
        ("2022-02-23", "RU", "3A001", False),
        ("2022-02-24", "RU", "3A001", True),
        ("2022-03-01", "BY", "3A001", False),
        ("2022-03-02", "BY", "3A001", True),
        ("2022-04-07", "RU", "1C010", False),
        ("2022-04-08", "RU", "1C010", True),
        ("2022-04-08", "RU", "EAR99", False),
    ],
)
def test_the_rules_on_russia_grew_by_country_and_category(on, to, eccn, is_cited, cited):
    found = cited(to, on, home="US", hs="940320", eccn=eccn)
    assert ("us-ear-746.8" in found, "us-ear-fdp-russia-belarus" in found) == (is_cited,) * 2


@pytest.mark.parametrize(
    ("on", "is_cited"), [("2023-05-18", False), ("2023-05-19", True)], ids=["before", "from"]
)
def test_occupied_crimea_came_later(on, is_cited, asked, law):
    deal = asked("UA", on, home="US", hs="854231")
    found = {c.id for c in law.cite_about(deal, "region-crimea")}
    assert (found == {"us-ear-iran-uav-supp7", "us-ear-fdp-russia-belarus"}) is is_cited
    assert not {c.id for c in law.cite_about(deal, "region-donetsk")}


MISSILE = "unscr-2231-annexB-missile"


@pytest.mark.parametrize(
    ("to", "home", "hs", "is_cited"),
    [
        ("IR", "DE", "880624", True),
        ("RU", "IR", "880624", True),
        ("RU", "DE", "880624", False),
        ("RU", "IR", "940320", False),
    ],
    ids=["to Iran", "out of Iran", "past Iran", "other goods out of Iran"],
)
def test_the_missile_limb_speaks_of_supply_to_and_out_of_iran(to, home, hs, is_cited, cited):
    assert (MISSILE in cited(to, "2022-11-15", home=home, hs=hs, eccn="EAR99")) is is_cited


@pytest.mark.parametrize(("eccn", "is_cited"), [("9A120", True), ("3A991", False)])
def test_the_missile_limb_reaches_what_is_controlled_for_missiles(eccn, is_cited, cited):
    assert (MISSILE in cited("IR", "2022-11-15", home="DE", hs="847989", eccn=eccn)) is is_cited


@pytest.mark.parametrize(
    ("on", "hs", "is_cited"),
    [
        ("2020-10-17", "930190", True),
        ("2020-10-19", "930190", False),
        ("2020-10-17", "940190", False),
    ],
    ids=["arms", "arms when it had ended", "chairs"],
)
def test_the_arms_limb_reaches_chapter_93_while_it_lasted(on, hs, is_cited, cited):
    found = cited("VE", on, home="IR", hs=hs, eccn="EAR99")
    assert ("unscr-2231-annexB-arms" in found) is is_cited


def test_goods_made_in_iran_are_supply_from_iran(cited):
    made = {"home": "AE", "hs": "880624", "eccn": "EAR99"}
    assert MISSILE in cited("RU", "2022-11-15", origin="IR", **made)
    assert MISSILE not in cited("RU", "2022-11-15", origin="CN", **made)


def test_a_leg_that_begins_in_iran_is_supply_from_iran(cited):
    route = [{"from": "IRBND", "to": "RUAST"}]
    found = cited("RU", "2022-11-15", order={"route": route}, hs="880624", eccn="EAR99")
    assert "come out of Iran" in found[MISSILE].because


CLAUSE = "eu-833-2014-12g"


@pytest.mark.parametrize(
    ("to", "hs", "is_cited"),
    [
        ("AE", "854231", True),
        ("KZ", "854231", True),
        ("AE", "940320", False),
        ("JP", "854231", False),
        ("FR", "854231", False),
        ("RU", "854231", False),
    ],
)
def test_the_no_re_export_clause_is_for_listed_goods_outside_partners(to, hs, is_cited, cited):
    found = cited(to, "2024-03-20", home="DE", hs=hs, eccn="EAR99")
    assert (CLAUSE in found) is is_cited


def test_the_clause_binds_from_its_first_day_and_only_exporters_of_the_eu(cited):
    assert CLAUSE not in cited("AE", "2024-03-19", home="DE", hs="854231")
    assert CLAUSE not in cited("AE", "2024-03-20", home="US", hs="854231")


@pytest.mark.parametrize(
    ("to", "hs", "is_cited"),
    [
        ("AE", "854231", True),
        ("AE", "854151", False),
        ("DE", "854231", False),
        ("IR", "854231", False),
    ],
    ids=["one of the nine", "another chip", "coalition", "embargoed"],
)
def test_the_recommended_certificate_is_guidance_for_the_nine_codes(to, hs, is_cited, cited):
    found = cited(to, "2026-01-15", home="US", hs=hs, eccn="EAR99")
    assert ("us-bis-certificate-2023" in found) is is_cited
    assert not is_cited or not found["us-bis-certificate-2023"].binding


@pytest.mark.parametrize(
    ("to", "eccn", "is_cited"),
    [("AE", "3A001", True), ("CA", "9A991", False), ("AE", "EAR99", False)],
)
def test_a_licence_by_the_chart_is_cited_where_a_column_is_marked(to, eccn, is_cited, cited):
    found = cited(to, "2026-01-15", home="US", hs="854231", eccn=eccn)
    assert ("us-ear-738.4" in found) is is_cited


@pytest.mark.parametrize(
    ("end_use", "uav", "military"),
    [
        ("autopilot of an unmanned aerial vehicle", True, False),
        ("производство беспилотников", True, False),
        ("用于无人机生产", True, False),
        ("radio for the armed forces", False, True),
        ("counter-drone radar at an airport", False, False),
        ("for non-military use, laboratory supply", False, False),
        ("repair of a washing machine", False, False),
        (None, False, False),
    ],
)
def test_an_end_use_is_met_by_words_and_taken_back_by_words(end_use, uav, military, cited):
    found = cited("RU", "2026-01-15", home="US", order={"end_use": end_use}, eccn="EAR99")
    assert ("us-ear-744.3" in found, "us-ear-744.21" in found) == (uav, military)


@pytest.mark.parametrize(
    ("to", "on", "is_cited"),
    [
        ("KH", "2021-12-08", False),
        ("KH", "2021-12-09", True),
        ("BY", "2022-03-01", False),
        ("BY", "2022-03-02", True),
        ("CN", "2020-06-28", False),
        ("CN", "2020-06-29", True),
        ("TH", "2026-01-15", False),
    ],
)
def test_countries_of_the_military_end_use_rule_came_one_by_one(to, on, is_cited, cited):
    order = {"end_use": "radios of the armed forces"}
    assert ("us-ear-744.21" in cited(to, on, home="US", order=order)) is is_cited


def test_an_end_use_counts_in_the_countries_of_the_provision_only(cited):
    order = {"end_use": "reconnaissance drones"}
    assert "us-ear-744.3" not in cited("FR", "2026-01-15", home="US", order=order)


@pytest.mark.parametrize(
    ("on", "buyer", "is_cited"),
    [
        ("2024-07-23", "Ministry of Defence and Armed Forces Logistics of Iran", True),
        ("2024-07-22", "Ministry of Defence and Armed Forces Logistics of Iran", False),
        ("2024-07-23", "دولت ایران", True),
        ("2024-07-23", "Iranian Carpets Trading", False),
        ("2024-07-23", "Ministry of Defence", False),
    ],
)
def test_the_government_of_iran_as_party_counts_from_the_second_phase(on, buyer, is_cited, cited):
    found = cited("TR", on, home="US", eccn="3A001", buyer=buyer)
    assert ("us-ear-fdp-iran" in found) is is_cited


@pytest.mark.parametrize(("home", "is_cited"), [("CN", True), ("DE", False)])
def test_chinese_law_is_about_what_comes_out_of_china(home, is_cited, cited):
    found = cited("FR", "2026-01-15", home=home, hs="840710")
    assert ("cn-mofcom-2023-27" in found) is is_cited


def test_a_list_that_was_not_read_leaves_its_provision_open(cited):
    found = cited(**IRAN_2026, home="DE", hs="940320")["eu-2023-1529"]
    assert found.is_open
    assert "the codes of EU_2023_1529_ANNEX_II were not read" in found.because


@pytest.mark.parametrize(
    ("citation", "is_cited"),
    [
        ("88 FR 6622", True),
        ("88 FR 6622; 89 FR 25505", True),
        ("88 FR 66273", False),
        ("188 FR 6622", False),
        (None, False),
    ],
)
def test_an_entry_is_cited_by_the_publication_that_made_it(citation, is_cited, law):
    entity = Entity("us_bis_el:1", "us_bis_el", Kind.ORGANISATION, (Name("X"),), citation=citation)
    found = {c.id for c in law.cite_listing(entity, date(2023, 1, 31))}
    assert ({"us-ear-entity-list-iran-2023", "us-ear-fdp-rus-meu"} <= found) is is_cited
    assert "us-ear-744.16" in found
    assert {c.id for c in law.cite_listing(entity, date(2023, 1, 30))} == {"us-ear-744.16"}


BOUNDARIES = ("2016-01-16", "2020-10-18", "2022-02-24", "2022-04-08", "2023-02-24", "2023-10-18",
              "2024-03-20", "2024-07-22", "2025-09-27", "2025-11-09")  # fmt: skip


@pytest.mark.parametrize("to", ["IR", "RU", "BY", "AE", "KP"])
@pytest.mark.parametrize("home", [None, "DE", "US", "IR"])
@pytest.mark.parametrize("boundary", BOUNDARIES)
def test_whatever_is_cited_is_in_force_and_of_the_law_that_applies(
    boundary, home, to, asked, law, provisions
):
    """And whatever is told as near is not in force, or grows."""
    for days in (-1, 0, 1):
        on = date.fromisoformat(boundary) + timedelta(days=days)
        deal = asked(to, str(on), home=home, hs="854231", eccn="3A001")
        for citation in law.cite_scope(deal, (to,)):
            provision = provisions[citation.id]
            assert provision.in_force(on)
            applies = provision.jurisdiction in deal.jurisdictions
            assert applies or "fdp" in citation.id
        for near in law.nearby(deal, (to,), 30):
            assert near.day != on
            assert near.sentence.startswith("grows") or not provisions[near.id].in_force(on)
