"""Codes of an older edition, and of one country's tariff."""

from datetime import date

import pytest

from vigil.decide import outcome_of, weigh
from vigil.goods.declared import meanings_of
from vigil.goods.inquiry import Inquiry
from vigil.model.deal import Deal
from vigil.model.decision import Outcome
from vigil.model.finding import FindingKind, Ground, Provenance, Strength
from vigil.model.order import Line, Order, Party, Role
from vigil.model.provision import Basis, Jurisdiction
from vigil.store.worlds import open_world

ON = date(2026, 8, 7)


@pytest.fixture(scope="module")
def world():
    return open_world(None)


@pytest.fixture
def meanings(world):
    """Key items of a declared code by number: `meanings("854140")`; exporter: China or any."""

    def run(hs, exporter=Jurisdiction.CN, on=ON):
        party = Party(Role.END_USER, "Invented End User", country="IR")
        deal = Deal(Order("PO-1", on, (party,), (Line(1, hs=hs),)), on, "IR", frozenset({exporter}))
        inquiry = Inquiry.of(deal, world.goods, world.law, Provenance("goods", "1", "00", None))
        return {m.standing.item.hs: m for m in meanings_of(inquiry, hs)}

    return run


@pytest.mark.parametrize("hs", ["854890", "8548900099", "854150", "880330"])
def test_an_old_code_that_can_only_be_key_items_stops(screen, hs):
    found = screen("IR", hs=hs, description="goods")
    finding = weigh(found.findings)[0]
    assert (finding.strength, finding.verified, finding.basis) == (
        Strength.STOP, False, Basis.MEMORY,
    )  # fmt: skip
    assert "is of HS 2017 and became" in finding.summary
    assert Ground.OLDER_CODE not in finding.grounds


@pytest.mark.parametrize(
    ("destination", "strength"),
    [("IR", Strength.REVIEW), ("RU", Strength.REVIEW), ("TR", Strength.REVIEW),
     ("DE", Strength.NOTE)],
)  # fmt: skip
def test_an_old_code_that_may_be_other_goods_never_stops(screen, destination, strength):
    found = screen(destination, hs="854140", description="goods")
    (finding,) = weigh(found.findings)
    assert (finding.kind, finding.subject, finding.strength) == (
        FindingKind.KEY_ITEM, "854149", strength,
    )  # fmt: skip
    assert "8541.41, 8541.42, 8541.43 or 8541.49" in finding.summary
    (gap,) = found.not_checked
    assert gap.why.endswith("state the code of today")
    assert outcome_of([finding], found.not_checked) is not Outcome.CLEAR


def test_an_old_code_that_became_nothing_of_interest_only_asks_for_the_code_of_today(screen):
    found = screen("IR", hs="851712", description="goods")
    assert found.findings == ()
    assert "8517.12 is of HS 2017 and became 8517.13 or 8517.14" in found.not_checked[0].why


@pytest.mark.parametrize("hs", ["854149", "854141", "854231", "880220"])
def test_a_code_of_today_is_no_old_one(meanings, hs):
    assert all(m.old is None for m in meanings(hs).values())


def test_each_key_item_that_came_from_a_code_no_more_is_met_by_it(meanings):
    expected = {
        "681510": {"681511"}, "852580": {"852589"}, "854140": {"854149"},
        "854150": {"854151", "854159"}, "854890": {"854800"}, "880310": {"880710"},
        "880330": {"880730"},
    }  # fmt: skip
    assert {old: set(meanings(old)) for old in expected} == expected


def test_a_key_item_of_a_new_code_is_reached_from_an_old_one_or_was_never_one(world):
    """Key items whose numbers HS 2022 made: all but drones, which stood under codes that stayed."""
    made_in_2022 = {"681511", "852589", "854149", "854151", "854159", "854800", "880710", "880730"}
    reached = {code for old in world.goods.old_codes for code in old.becomes}
    assert made_in_2022 <= reached & {item.hs for item in world.goods.key_items}


@pytest.mark.parametrize(
    ("hs", "exporter", "verified"),
    [
        ("8525891110", Jurisdiction.CN, True),
        ("8525891119", Jurisdiction.CN, False),
        ("852589", Jurisdiction.CN, False),
        ("8525891110", Jurisdiction.EU, False),
    ],
    ids=["on the notice", "beside it", "six digits", "another tariff"],
)
def test_ten_chinese_digits_are_met_exactly(meanings, hs, exporter, verified):
    meaning = meanings(hs, exporter)["852589"]
    chinese = [m for m, of in meaning.standing.memberships if of.id == "CN_MOFCOM_2023_27"]
    assert [m.verified for m in chinese] == [verified]
    assert meaning.is_national is verified


@pytest.mark.parametrize(
    ("hs", "exporter", "on", "count"),
    [
        ("8411111010", Jurisdiction.CN, ON, 1),
        ("8411111010", Jurisdiction.CN, date(2023, 8, 31), 0),
        ("8411111010", Jurisdiction.CN, date(2023, 9, 1), 1),
        ("8411111010", Jurisdiction.EU, ON, 0),
        ("8411111090", Jurisdiction.CN, ON, 0),
        ("841111", Jurisdiction.CN, ON, 0),
    ],
)
def test_a_notice_by_ten_digits_alone_is_met_by_them_alone(meanings, hs, exporter, on, count):
    assert len(meanings(hs, exporter, on)) == count
