"""The countries of the legs by their codes; what is no code is left out."""

from datetime import date

import pytest

from vigil.model.order import Leg, Order
from vigil.model.way import Way, is_in_codes, way_by_codes


def order(*legs: Leg) -> Order:
    return Order("1", date(2026, 8, 7), (), (), route=legs or None)


def test_the_first_beginning_is_no_end():
    way = way_by_codes(order(Leg("DEHAM", "NL RTM"), Leg("NLRTM", "AEJEA")))
    assert way.start == "DE"
    assert way.last == "AE"
    assert way.ends == (
        ("NL", "NL RTM, $.route[0].to"),
        ("NL", "NLRTM, $.route[1].from"),
        ("AE", "AEJEA, $.route[1].to"),
    )


@pytest.mark.parametrize(
    ("legs", "way"),
    [
        ((), Way()),
        ((Leg("Hamburg", "Dubai"),), Way()),
        ((Leg(None, None),), Way()),
        ((Leg("Hamburg", "AEJEA"),), Way(None, (("AE", "AEJEA, $.route[0].to"),), "AE")),
    ],
)
def test_what_is_no_code_is_not_known(legs, way):
    assert way_by_codes(order(*legs)) == way


@pytest.mark.parametrize(
    ("legs", "codes"),
    [
        ((), True),
        ((Leg("DEHAM", None),), True),
        ((Leg("DE HAM", "NLRTM"),), True),
        ((Leg("DEHAM", "Dubai"),), False),
        ((Leg("DEHAM", "DUBAI"),), False),
    ],
)
def test_an_end_in_words_is_noticed(legs, codes):
    assert is_in_codes(order(*legs), {"DEHAM", "NLRTM"}.__contains__) is codes
