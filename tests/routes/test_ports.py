"""Ends of legs: known codes, known words, and what is said of the rest."""

import pytest


def gaps(screening):
    return {gap.path: gap.why for gap in screening.not_checked}


@pytest.mark.parametrize(
    "end", ["NLRTM", "NL RTM", "nlrtm", "Rotterdam, Netherlands", "AE", "Anzali", "VKO", "", None]
)
def test_known_or_absent_end_leaves_no_gap(end, leg):
    assert gaps(leg("DEHAM", end)) == {}


@pytest.mark.parametrize("end", ["XXYYY", "NLQQQ"])
def test_unknown_code_is_not_checked(end, leg):
    assert "UN/LOCODE not known" in gaps(leg("DEHAM", end))["$.route[0].to"]


@pytest.mark.parametrize("end", ["Timbuktu", "somewhere", "Dubai"])
def test_unknown_words_say_what_would_be_right(end, leg):
    assert "right is a UN/LOCODE" in gaps(leg(end, "DEHAM"))["$.route[0].from"]


def test_subjects_are_the_legs(screen):
    legs = [{"from": "DEHAM", "to": "NLRTM"}, {"from": "NLRTM", "to": "USNYC"}]
    assert screen(route=legs).subjects == 2
    assert screen().subjects == 0
