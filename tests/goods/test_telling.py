"""Which keywords tell what the goods are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.goods.shipped_goods import shipped

WORDS = st.sampled_from(
    ["microcontroller", "FPGA", "gyroscope", "voltage regulator", "STM32F405", "MAX232", "UAV",
     "Spartan", "ball bearings", "MEMS gyroscope", "陀螺仪", "ژیروسکوп", "плис", "двигатель",
     "авиационный", "поршневой", "chip", "parts", "with", "for", "用", "(", ")", ",", ";", "/"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=10).map(" ".join)


def told(goods, text):
    return [(m.keyword.hs, m.keyword.is_part) for m in goods.vocabulary.read(text).telling]


@given(text=TEXTS)
def test_what_tells_was_met_and_no_place_is_of_nothing(goods, text):
    reading = goods.vocabulary.read(text)
    assert set(reading.telling) <= set(reading.meetings)
    assert all(reading.printed(meeting) for meeting in reading.telling)


@given(text=TEXTS)
def test_of_a_toy_only_part_numbers_tell(goods, text):
    assert all(is_part for _, is_part in told(goods, f"Toy, {text}"))


@given(text=TEXTS.filter(lambda text: not set(text) & set(";/()用")))
def test_a_box_for_something_is_a_box(goods, text):
    assert told(goods, f"Box for {text}") == []


@given(text=TEXTS)
def test_another_sentence_adds_and_takes_nothing_of_ordinary_words(goods, text):
    assert told(goods, f"{text}; cement") == told(goods, text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("MEMS gyroscope", ["854151"]),  # not also a gyroscope
        ("gyroscope and MEMS gyroscope", ["901420", "854151"]),
        ("Spartan FPGA", ["854231"]),
        ("Spartan chip", ["854231"]),
        ("Spartan helmet", []),
        ("UAV gyroscope", ["901420"]),
        ("UAV; gyroscope", ["880699", "901420"]),
        ("Laptop, FPGA", []),
        ("Laptop parts, FPGA", ["854231"]),
        ("FPGA, laptop", ["854231"]),
        ("Gyroscope (toy)", []),
        ("Gyroscope, for toys", ["901420"]),
    ],
)
def test_the_firmest_and_longest_tell(goods, text, codes):
    assert [code for code, _ in told(goods, text)] == codes


@pytest.mark.parametrize(
    "apart", ["g y r o s c o p e", "G.Y.R.O.S.C.O.P.E.", "g-y-r-o-s-c-o-p-e", "г и р о с к о п"]
)
def test_letters_set_apart_are_a_word(apart):
    goods, _ = shipped()
    assert {hs for hs, _ in told(goods, apart)} == {"901420"}


@pytest.mark.parametrize("text", ["micro-controller", "Micro controllers, 32 bit"])
def test_micro_controllers_in_two_words(text):
    goods, _ = shipped()
    assert {hs for hs, _ in told(goods, text)} == {"854231"}


@pytest.mark.parametrize(
    "text",
    [
        "sizes S M L X",
        "display with segments a b c d e f g",
        "vitamins A, B, C, D, E",
        "S.p.A.",
        "micro processor controlled coffee machine",
        "micro scissors with controller",
    ],
)
def test_single_letters_and_small_things_are_none(text):
    goods, _ = shipped()
    assert told(goods, text) == []
