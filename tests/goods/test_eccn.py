"""ECCNs against the Commerce Control List and the Country Chart."""

import pytest

from vigil.decide import outcome_of, weigh
from vigil.model.decision import Outcome
from vigil.model.finding import FindingKind, Strength
from vigil.model.order import Leg


@pytest.mark.parametrize(
    ("destination", "eccn", "why"),
    [
        ("DE", "9A120", "for Germany, MT but for y (MT 1 marked)"),
        ("AE", "3A001.B.2", "for United Arab Emirates, NS (NS 2 marked)"),
        ("CA", "3A001.Z.1", "for Canada, RS (742.6(a)(6)(iii)(A) asks everywhere)"),
        ("IR", "3A991", "for Iran, part 746 of the EAR"),
        ("RU", "3A991", "for Russia, part 746 of the EAR"),
        ("CU", "1A102", "for CU, part 746 of the EAR"),
    ],
)
def test_a_control_that_asks_for_it_or_part_746_needs_a_licence(screen, destination, eccn, why):
    found = screen(destination, eccn=eccn, description="goods")
    (finding,) = found.findings
    assert finding.kind is FindingKind.CONTROLLED_ITEM
    assert (finding.path, finding.value, finding.subject) == ("$.lines[0].eccn", eccn, eccn[:5])
    assert f"needs a US licence: {why}" in finding.summary
    assert "No licence exception is considered." in finding.summary
    assert found.not_checked == ()


@pytest.mark.parametrize(
    ("destination", "eccn"),
    [
        ("DE", "3A991"),
        ("CA", "9A120"),
        ("DE", "9A120.Y"),
        ("DE", "3A001.B.2"),
        ("AE", "3A991"),
        ("US", "3A001"),
        ("IR", "EAR99"),
        (None, "EAR99"),
    ],
)
def test_where_no_control_asks_there_is_no_finding(screen, destination, eccn):
    found = screen(destination, eccn=eccn, description="goods")
    assert (found.findings, found.not_checked) == ((), ())


def test_without_a_paragraph_a_licence_may_be_needed_and_the_paragraph_is_asked_for(screen):
    found = screen("CA", eccn="3A001", description="goods")
    (finding,), (gap,) = found.findings, found.not_checked
    assert "may need a US licence: for Canada, RS for paragraph z.1" in finding.summary
    assert "the order must state the paragraph" in gap.why
    assert outcome_of(weigh(found.findings), found.not_checked) is Outcome.INCOMPLETE


def test_limits_in_words_name_the_control_to_read(screen):
    (gap,) = screen("DE", eccn="3A001.A.1.A", description="goods").not_checked
    assert "MT within limits that its words set, naming 3A101 (MT 1 marked)" in gap.why
    assert "read what 15 CFR part 774, supplement 1 says of MT under 3A001" in gap.why


def test_a_licence_that_may_be_needed_counts_as_one_that_is(screen):
    strengths = {
        country: weigh(screen(country, eccn="3A001", description="goods").findings)[0].strength
        for country in ("TR", "AE", "CA")
    }
    assert strengths == {"TR": Strength.REVIEW, "AE": Strength.REVIEW, "CA": Strength.NOTE}


def test_goods_of_the_munitions_list_are_left_to_the_itar(screen):
    found = screen("DE", eccn="9A111", description="goods")
    (finding,), (gap,) = found.findings, found.not_checked
    assert "ITAR (licensed by the State Department)" in finding.summary
    assert gap.why == "9A111 is left to the ITAR (22 CFR 120-130), which is not held"


@pytest.mark.parametrize(
    ("destination", "eccn", "why"),
    [
        (None, "3A001", "no destination"),
        ("DE", "1A102", "states no control of 1A102"),
        ("ZZ", "9A120", "no row for it"),
        ("DE", "9A999", "not in the US Commerce Control List of 2026-07-23; by its form it is "
                        "category 9 (aerospace and propulsion), group A (goods)"),
    ],
    ids=["no destination", "no control", "no row", "unknown number"],
)  # fmt: skip
def test_what_the_list_cannot_answer_is_not_checked(screen, destination, eccn, why):
    found = screen(destination, eccn=eccn, description="goods")
    assert found.findings == ()
    (gap,) = found.not_checked
    assert (gap.path, why in gap.why) == ("$.lines[0].eccn", True)


def test_9a112_is_of_another_list_and_not_invalid(screen):
    found = screen("DE", eccn="9A112", description="goods")
    (finding,), (gap,) = found.findings, found.not_checked
    assert gap.why.startswith("other list: 9A112")
    assert "invalid" not in gap.why + finding.summary
    assert finding.verified is False
    assert weigh([finding])[0].strength is Strength.NOTE


def test_a_port_that_the_goods_pass_asks_for_no_licence(screen):
    found = screen("CA", eccn="9A120", description="goods", route=(Leg("NLRTM", "DEHAM"),))
    assert found.findings == ()
