"""The normal form of part numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.goods.part_number import looks_like_part_number, normal_form, stems, tokens


@given(st.text(max_size=40))
def test_the_normal_form_is_its_own_normal_form(text):
    assert normal_form(normal_form(text)) == normal_form(text)


@given(st.text(alphabet="ABZ019-/ ", max_size=20))
def test_every_stem_begins_the_number_and_the_first_is_the_whole(text):
    key = normal_form(text)
    assert stems(text)[0] == key
    assert all(key.startswith(stem) for stem in stems(text))


@pytest.mark.parametrize(
    "written",
    ["STM32F405RGT6", "stm32f405-rgt6", "STM32F405 RGT6", "STМ32F405RGТ6", "STM32\u200bF405RGT6"],
)
def test_one_number_in_many_ways_of_writing_is_one(written):
    assert normal_form(written) == "STM32F405RGT6"


@pytest.mark.parametrize(
    ("text", "stem", "counts"),
    [
        ("LM2576T", "LM2576", True),
        ("LM2576-5.0", "LM2576", True),
        ("LM25760", "LM2576", False),
        ("XC7A35T-1CSG324I", "XC7A35T", True),
        ("XC7A350T", "XC7A35T", False),
    ],
)
def test_a_digit_that_goes_on_makes_another_part(text, stem, counts):
    assert (stem in stems(text)) is counts


@pytest.mark.parametrize("token", ["50mm", "12V", "2024", "microcontroller", "A4", "№"])
def test_sizes_and_words_are_no_part_numbers(token):
    assert not looks_like_part_number(token)


def test_the_words_of_a_description_keep_their_hyphens():
    assert tokens("MCU (XC7A35T-1CSG324I), new") == ["MCU", "XC7A35T-1CSG324I", "new"]
