"""The traps of the trade, on the goods that ship with the package."""

import csv
from datetime import date

import pytest

from vigil.decide import weigh
from vigil.goods.screen import screen_goods
from vigil.model.deal import Deal
from vigil.model.finding import Strength
from vigil.model.order import Line, Order, Party, Role
from vigil.store.worlds import open_world


@pytest.fixture(scope="module")
def world():
    return open_world(None)


@pytest.fixture
def strengths(world):
    """Kind, subject and strength of each finding about one line."""

    def run(destination, on=date(2026, 8, 7), **line):
        party = Party(Role.END_USER, "Invented End User", country=destination)
        order = Order("PO-1", on, (party,), (Line(1, **line),))
        deal = Deal(order, on, destination, world.law.jurisdictions(order))
        provenance = world.catalogue("goods").provenance
        found = screen_goods(deal, world.goods, world.law, provenance)
        return {(f.kind.value, f.subject): f.strength for f in weigh(found.findings)}

    return run


@pytest.mark.parametrize("part", ["LM317", "LM317T", "MAX232", "MAX3232", "CR2032"])
@pytest.mark.parametrize("field", ["part_number", "description"])
def test_everyday_parts_to_iran_are_notes(strengths, part, field):
    found = strengths("IR", eccn="EAR99", **{field: part})
    assert set(found.values()) <= {Strength.NOTE}


@pytest.mark.parametrize("text", ["TMS320", "STM321", "STM32", "912", "914", "3G/4G"])
@pytest.mark.parametrize("field", ["part_number", "description"])
def test_what_is_too_wide_is_silent(strengths, text, field):
    assert strengths("IR", eccn="EAR99", **{field: text}) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Bearing seal 912",
        "Wrench set 914, chrome",
        "Porsche 912 engine cover, leather",
        "Chip families TMS320 and STM321",
        "Amado engine oil, 914 ml",
        "Chip tray, series 912/914",
    ],
)
def test_bare_numbers_and_families_in_a_text_name_no_part(strengths, text):
    found = strengths("IR", eccn="EAR99", description=text)
    assert not any(kind == "uav_part" for kind, _ in found)


def test_everyday_parts_together_never_stop(strengths):
    text = "LM317T, MAX232CPE and CR2032, assortment of 500"
    found = strengths("IR", eccn="EAR99", description=text, part_number="LM317")
    assert found
    assert set(found.values()) <= {Strength.NOTE}


@pytest.mark.parametrize("text", ["Rotax 912 ULS engine", "ROTAX-914 F", "Двигатель Rotax 912"])
def test_with_its_maker_the_number_is_an_engine(strengths, text):
    found = strengths("IR", eccn="EAR99", description=text)
    assert Strength.STOP in found.values()


def test_a_family_of_gate_arrays_is_no_part_but_its_name_points(strengths):
    found = strengths("IR", eccn="EAR99", description="XC6SLX")
    assert found == {("key_item", "854231"): Strength.REVIEW}


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ({"part_number": "TMS320F28335PGFA"}, "TMS320F28335PGFA"),
        ({"part_number": "XC7A35T-1CSG324I"}, "XC7A35T"),
        ({"part_number": "STM32F405RGT6"}, "STM32F405RGT6"),
        ({"description": "Rotax 912 engine"}, "912"),
        ({"description": "Limbach L550E engine"}, "L550E"),
        ({"description": "Герань-2, крыло"}, "shahed-136"),
    ],
)
def test_listed_parts_to_iran_stop(strengths, line, subject):
    assert strengths("IR", eccn="EAR99", **line)[("uav_part", subject)] is Strength.STOP


@pytest.mark.parametrize(
    "text",
    [
        "Memory-foam mattress",
        "Spartan kitchen knife set",
        "Cyclone vacuum cleaner",
        "Gerbera flowers, cut",
        "An Albatross at Sea, paperback",
        "Ababil eau de parfum 50 ml",
        "Герань, 20 горшков",
        "Geranium 2 l pot",
        "LED lamp, light emitting diode 9 W",
        "Wrench socket 12 mm",
        "Ear plugs",
        "Chicken wings, frozen",
        "Aerial work platform",
        "Rice, 500 GRM",
        "ThinkPad T495",
        "Cooling fan for CPU",
        "Hemisphere puzzle ball",
        "T-shirt with drone print",
    ],
)
def test_ordinary_goods_to_a_transshipment_place_are_silent(strengths, text):
    assert strengths("TR", eccn="EAR99", description=text) == {}


def test_a_processor_to_germany_is_a_note_only(strengths):
    found = strengths("DE", hs="854231", eccn="EAR99", description="microcontroller")
    assert found == {("key_item", "854231"): Strength.NOTE}


@pytest.mark.parametrize(
    ("on", "counts"), [(date(2023, 12, 17), False), (date(2024, 2, 23), True)], ids=["2023", "CHPL"]
)
def test_a_third_tier_code_counts_when_a_list_has_it(strengths, on, counts):
    found = strengths("RU", on, hs="850440", description="power supply")
    assert (("key_item", "850440") in found) is counts


def test_9a112_is_told_as_of_another_list(strengths):
    assert strengths("DE", eccn="9A112", part_number="Z")[("controlled_item", "9A112")] is (
        Strength.NOTE
    )


def test_hong_kong_takes_the_row_of_china(strengths):
    assert ("controlled_item", "9A120") in strengths("HK", eccn="9A120", part_number="Z")


def test_every_code_of_the_common_high_priority_list_is_held_with_its_tier(world, shared):
    path = shared / "lists" / "us_chpl" / "chpl_hs6.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    held = {
        item.hs: membership.tier
        for item in world.goods.key_items
        for membership in item.memberships
        if membership.list == "CHPL"
    }
    assert len(rows) == 50
    assert held == {row["hs6"]: row["tier"].replace(".", "") for row in rows}
