"""Who made the goods is looked for in the lists, and being no party never stops an order."""

import pytest

import vigil
from vigil.model.finding import FindingKind, Strength
from vigil.model.order_json import parse_order
from vigil.report.template import ORDER
from vigil.screen import screen_order


@pytest.fixture(scope="module")
def world():
    return vigil.load_world()


def decided(world, maker):
    first, *others = ORDER["lines"]
    return screen_order(
        parse_order(ORDER | {"lines": [first | {"manufacturer": maker}, *others]}), world
    )


def on_maker(decision):
    return [f for f in decision.findings if f.path == "$.lines[0].manufacturer"]


def test_a_listed_maker_is_a_review_and_never_a_stop(world):
    decision = decided(world, "Shahed Aviation Industries")
    assert decision.outcome == "review"
    assert {f.strength for f in on_maker(decision)} == {Strength.REVIEW}
    assert "the maker of the goods" in on_maker(decision)[0].summary


@pytest.mark.parametrize("maker", ["Bosch", "Murata", "Texas Instruments", "", "n/a", "unknown"])
def test_an_everyday_maker_changes_nothing(maker, world):
    decision = decided(world, maker)
    assert decision.outcome == "clear", decision
    assert on_maker(decision) == []


def test_a_brand_near_a_listed_name_is_told_but_decides_nothing(world):
    decision = decided(world, "SKF")
    assert {f.strength for f in on_maker(decision)} == {Strength.NOTE}
    assert decision.outcome == "clear"


def test_a_makers_hidden_letters_are_told_once(world):
    marks = on_maker(decided(world, "Beispi\u0435l Armaturen"))
    assert [f.kind for f in marks] == [FindingKind.EVASION_MARK]
