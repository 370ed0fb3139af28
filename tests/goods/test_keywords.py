"""The shapes of keywords."""

import pytest

from vigil.goods.keywords import Numbers, in_its_case, is_acronym
from vigil.goods.word_tables import ItemWords
from vigil.goods.wording import words_of

NUMBERS = Numbers(
    [
        ItemWords("854239", parts=("MAX232", "AD9361"), everyday=("MAX232",)),
        ItemWords("854231", families=("STM32", "ATmega", "i.MX6", "LPC17")),
        ItemWords("852691", families=("NEO-M8",)),
        ItemWords("854233", families=("OPA",)),
        ItemWords("853221", families=("TAJ",)),
    ]
)


def met(text):
    return [(m.keyword.text, len(m.places)) for m in NUMBERS.in_words(words_of(text))]


@pytest.mark.parametrize(
    ("text", "keyword", "covered"),
    [
        ("MAX232", "MAX232", 1),
        ("max232ese", "MAX232", 1),
        ("AD9361BBCZ", "AD9361", 1),
        ("STM32F103", "STM32", 1),
        ("LPC1768FBD100", "LPC17", 1),
        ("ATmega328P", "ATmega", 1),
        ("NEO-M8N", "NEO-M8", 2),
        ("i.MX6ULL", "i.MX6", 2),
        ("OPA2134UA", "OPA", 1),
        ("TAJD476K016", "TAJ", 1),
    ],
)
def test_a_number_meets_with_what_follows_it(text, keyword, covered):
    assert met(text) == [(keyword, covered)]


@pytest.mark.parametrize(
    "text",
    [
        "STM32",
        "STM321",
        "MAX2321",
        "OPAL",
        "OPA12",
        "NEO M8N",
        "LPC17",
        "TAJ Mahal",
        "NEO-M8",
        "6202",
        "",
    ],
)
def test_what_is_shorter_or_another_number_is_silent(text):
    assert met(text) == []


def test_an_everyday_number_says_so():
    [meeting] = NUMBERS.in_words(words_of("MAX232"))
    assert meeting.keyword.is_everyday


@pytest.mark.parametrize(("keyword", "is_one"), [("CPU", True), ("SoC", True), ("MLCC", True),
                                                 ("ПЛИС", True), ("GPS receiver", False),
                                                 ("router", False), ("СТАНОК", False)])  # fmt: skip
def test_an_acronym_is_short_and_in_capitals(keyword, is_one):
    assert is_acronym(keyword) is is_one


@pytest.mark.parametrize(("text", "is_in_case"), [("SOC", True), ("CPUs", True), ("cpu", False),
                                                  ("Soc", False), ("плис", False)])  # fmt: skip
def test_an_acronym_meets_in_its_own_case(text, is_in_case):
    assert in_its_case(words_of(text)) is is_in_case
