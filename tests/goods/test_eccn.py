"""ECCNs against the Commerce Control List and the Country Chart."""

import pytest

from vigil.decide import weigh
from vigil.model.finding import FindingKind, Strength
from vigil.model.order import Leg


@pytest.mark.parametrize(
    ("destination", "eccn", "why"),
    [
        ("DE", "9A120", "MT 1 marked for Germany"),
        ("AE", "3A001.B.2", "NS 2, MT 1 marked for United Arab Emirates"),
        ("IR", "3A991", "Iran is under part 746"),
        ("RU", "3A991", "Russia is under part 746"),
        ("CU", "1A102", "CU is under part 746"),
    ],
)
def test_a_marked_column_or_part_746_needs_a_licence(screen, destination, eccn, why):
    (finding,) = screen(destination, eccn=eccn, description="goods").findings
    assert finding.kind is FindingKind.CONTROLLED_ITEM
    assert (finding.path, finding.value, finding.subject) == ("$.lines[0].eccn", eccn, eccn[:5])
    assert why in finding.summary


@pytest.mark.parametrize(
    ("destination", "eccn"),
    [("DE", "3A991"), ("CA", "9A120"), ("AE", "3A991"), ("IR", "EAR99"), (None, "EAR99")],
)
def test_no_marked_column_is_no_finding(screen, destination, eccn):
    found = screen(destination, eccn=eccn, description="goods")
    assert (found.findings, found.not_checked) == ((), ())


def test_controls_beyond_the_chart_are_said_with_the_finding(screen):
    (finding,) = screen("AE", eccn="3A001", description="goods").findings
    assert "not on the Country Chart" in finding.summary


@pytest.mark.parametrize(
    ("destination", "eccn", "why"),
    [
        (None, "3A001", "no destination"),
        ("CA", "3A001", "not on the Country Chart"),
        ("DE", "1A102", "not on the Country Chart"),
        ("ZZ", "9A120", "no row for ZZ"),
        ("DE", "9Z999", "not in the US Commerce Control List of 2026-07-23"),
    ],
    ids=["no destination", "beyond the chart", "no column", "no row", "unknown number"],
)
def test_what_the_chart_cannot_answer_is_not_checked(screen, destination, eccn, why):
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
