"""What a line must say."""

import pytest

from vigil.decide import outcome_of, weigh
from vigil.model.decision import Outcome
from vigil.model.finding import FindingKind, Screen


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"hs": "847330"}, "neither a description nor a part number"),
        ({"hs": "847330", "description": "  ", "part_number": ""}, "neither a description"),
        ({"hs": "847330", "description": "n/a", "part_number": "TBD"}, "neither a description"),
        ({"hs": "847330", "description": "-"}, "neither a description"),
        ({"description": "goods"}, "neither an HS code nor an ECCN"),
    ],
)
def test_what_a_line_lacks_is_said(screen, line, sentence):
    found = screen("DE", **line)
    (finding,), (gap,) = found.findings, found.not_checked
    assert (finding.kind, finding.screen) == (FindingKind.MISSING_INFORMATION, Screen.ORDER)
    assert sentence in finding.summary
    assert gap.path == finding.path
    assert outcome_of(weigh(found.findings), found.not_checked) is Outcome.INCOMPLETE


@pytest.mark.parametrize(
    "line",
    [
        {"hs": "847330", "description": "goods"},
        {"eccn": "EAR99", "part_number": "ZZ-1"},
        {"hs": "8473300000", "part_number": "ZZ-1"},
    ],
)
def test_a_full_line_lacks_nothing(screen, line):
    found = screen("DE", **line)
    assert (found.findings, found.not_checked, found.subjects) == ((), (), 1)


def test_a_code_of_no_edition_that_is_held_is_not_checked(screen):
    (gap,) = screen("DE", hs="852580", description="goods").not_checked
    assert gap.path == "$.lines[0].hs"
    assert gap.why == "8525.80 is not in HS 2022; it may be of an older edition"


def test_an_origin_that_is_no_country_is_not_checked(screen):
    (gap,) = screen("DE", hs="847330", description="goods", origin="XX").not_checked
    assert (gap.path, gap.why) == ("$.lines[0].origin", "no country has the code 'XX'")


def test_a_code_that_each_country_fills_itself_does_not_tell_the_goods(screen):
    (gap,) = screen("DE", hs="999999", description="goods").not_checked
    assert (gap.path, "left to each country" in gap.why) == ("$.lines[0].hs", True)
