"""The shapes of keywords."""

import pytest

from vigil.goods.keywords import read_keyword, span_of
from vigil.goods.wording import words_of


@pytest.mark.parametrize(
    ("keyword", "text", "covered"),
    [
        ("DC-DC converter", "dc/dc converters", 3),
        ("op-amp", "Op amp", 2),
        ("OPA", "OPA2134UA", 1),
        ("ATmega", "ATmega328P", 1),
        ("LPC17", "LPC1768FBD100", 1),
        ("NEO-M8", "NEO-M8N", 2),
        ("u-blox", "u-blox", 2),
        ("SoC", "SOC", 1),
        ("CPU", "CPUs", 1),
        ("OPA", "OPAL", 0),
        ("OPA", "OPA12", 0),
        ("CPU", "cpu", 0),
        ("STM32", "STM32", 0),
        ("STM32", "STM321", 0),
        ("router", "routers", 1),
        ("router", "routering", 0),
        ("SAM D", "Sam D", 0),
    ],
)
def test_a_keyword_meets_in_its_own_shape(keyword, text, covered):
    read = read_keyword(keyword)
    assert read is not None
    assert span_of(read, words_of(text), 0) == covered


@pytest.mark.parametrize("number", ["6202", "32005", "18650", ""])
def test_a_bare_number_says_nothing(number):
    assert read_keyword(number) is None
