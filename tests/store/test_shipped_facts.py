"""What the shipped world says, where a slip would change decisions."""

from datetime import date

import pytest

from vigil.goods.shipped import load_goods
from vigil.model.shelf import load_edition
from vigil.routes.shipped import load_routes
from vigil.rules.shipped import load_law
from vigil.store.compile import DATA, read_shelf


@pytest.fixture(scope="module")
def shelf():
    return read_shelf(DATA)


@pytest.fixture(scope="module")
def goods(shelf):
    return load_goods(shelf, load_edition(shelf))


@pytest.fixture(scope="module")
def places(shelf):
    return {p.id: p for p in load_routes(shelf, load_edition(shelf)).places}


@pytest.fixture(scope="module")
def lists(shelf):
    return {row.id: row for row in load_law(shelf, load_edition(shelf)).issuing_lists}


@pytest.fixture(scope="module")
def parts(goods):
    return {part.key: part for part in goods.parts}


@pytest.mark.parametrize("key", ["LM317", "MAX3232", "NCR18650", "LM258", "ADM3232", "G2R1E"])
def test_jelly_bean_parts_are_everyday(parts, key):
    assert parts[key].everyday


@pytest.mark.parametrize(
    "key", ["TMS320F28335", "STM32F405RGT6", "5CEFA7F23I7N", "NEOM8N", "MD550", "XKF358"]
)
def test_parts_that_make_a_drone_fly_are_not_everyday(parts, key):
    assert not parts[key].everyday


@pytest.mark.parametrize("key", ["TMS320", "XC6SLX"])
def test_a_whole_family_never_meets_by_its_beginning(parts, key):
    assert not parts[key].by_prefix


@pytest.mark.parametrize("key", ["912", "914"])
def test_a_bare_number_needs_its_maker(parts, key):
    assert parts[key].with_word == ("rotax",)


@pytest.mark.parametrize("key", ["50M000000", "0000000060", "STM321", "3G4G"])
def test_markings_that_mean_anything_are_left_out(parts, key):
    assert key not in parts


@pytest.mark.parametrize(
    ("list_id", "codes"),
    [("CHPL", 50), ("US_HIGH_PRIORITY_NINE", 9), ("EU_2023_1529_ANNEX_II", 0)],
)
def test_lists_hold_as_many_codes_as_were_read(goods, list_id, codes):
    held = [i.hs for i in goods.key_items for m in i.memberships if m.list == list_id]
    assert len(held) == codes


@pytest.mark.parametrize("list_id", ["EAR_746_SUPP7", "EU_833_2014_ANNEX_XL"])
def test_codes_of_tables_not_read_are_candidates(goods, list_id):
    assert not any(m.verified for i in goods.key_items for m in i.memberships if m.list == list_id)


def test_the_us_list_is_whole_and_numbers_of_other_lists_stand_elsewhere(goods):
    assert len(goods.controlled) == 633
    others = {item.eccn for item in goods.other_lists}
    assert others == {"0A001", "1C450", "9A112", "9A350", "9A611"}


def test_hong_kong_takes_chinas_row_and_embargoed_countries_have_none(goods):
    assert goods.chart["HK"] == goods.chart["CN"]
    assert not {"IR", "KP", "CU", "SY"} & goods.chart.keys()


def test_the_zone_knows_its_post_codes_and_when_it_was_first_listed(places):
    zone = places["alabuga-sez"]
    assert zone.post_codes == ("423600", "423601", "432601")
    assert min(x.listed_on for x in zone.listings if x.listed_on) == date(2023, 12, 18)
    assert places["yelabuga-town"].zone == "alabuga-sez"


def test_amirabad_is_the_caspian_port_and_not_the_one_on_the_gulf(places):
    assert places["port-amirabad"].locode == "IRAMD"
    assert "IRBAM" not in {place.locode for place in places.values()}


def test_occupied_regions_are_of_ukraine_and_claim_no_listing(places):
    regions = [p for p in places.values() if p.kind == "region"]
    assert {p.country for p in regions} == {"UA"}
    assert not any(p.listings or p.verified for p in regions)


def test_lists_that_limit_without_blocking_are_marked(lists):
    limiting = {row.id for row in lists.values() if row.limits_only}
    assert limiting == {"us_bis_uvl", "us_ofac_cons", "us_state_dtc", "ftm_watch"}


def test_an_export_control_is_not_cited_as_a_freeze(lists):
    assert "eu-asset-freeze" not in lists["eu_oj_833"].provisions
    assert "eu-asset-freeze" in lists["eu_oj"].provisions
