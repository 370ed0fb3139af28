import pytest

from vigil.errors import InvalidInput
from vigil.ids.eccn import Eccn, entry_number, parse_eccn, read_eccn


@pytest.mark.parametrize(
    ("text", "code"),
    [("3A001", "3A001"), ("3a001.b.2", "3A001.B.2"), ("EAR99", "EAR99"), ("ear99", "EAR99"),
     ("9A112", "9A112"), (" 5A992.c ", "5A992.C"), ("0A606.b.1", "0A606.B.1")],
)  # fmt: skip
def test_a_number_is_read_in_any_case(text, code):
    assert parse_eccn(text) == code


@pytest.mark.parametrize(
    "text",
    ["", "3A01", "3A0011", "3F001", "AA001", "3A001.", "3A001..b", "3A001b", "VIII(a)", "EAR",
     "EAR 99", "3А001", "3A001" + ".a" * 30],
    ids=["empty", "short", "long", "group F", "no digit", "open dot", "two dots", "no dot", "USML",
         "EAR alone", "EAR with space", "Cyrillic A", "endless"],
)  # fmt: skip
def test_anything_else_is_refused(text):
    with pytest.raises(InvalidInput, match="ECCN must be like"):
        parse_eccn(text)


@pytest.mark.parametrize(
    ("code", "number"), [("3A001.B.2", "3A001"), ("9A112", "9A112"), ("EAR99", None)]
)
def test_the_entry_is_the_first_five_characters(code, number):
    assert entry_number(code) == number


def test_a_number_is_taken_apart():
    assert read_eccn("3A001.A.2.C") == Eccn("3", "A", "001", "a.2.c")
    assert read_eccn("9A112") == Eccn("9", "A", "112")
    assert read_eccn("EAR99") is None


@pytest.mark.parametrize(
    ("code", "is_600_series", "is_9x515"),
    [
        ("3A611.X", True, False),
        ("9A610", True, False),
        ("9A515.D", False, True),
        ("9E515", False, True),
        ("3A515", False, False),
        ("3A006", False, False),
        ("9A012", False, False),
    ],
)
def test_what_moved_from_the_munitions_list_is_known_by_its_number(code, is_600_series, is_9x515):
    number = read_eccn(code)
    assert (number.is_600_series, number.is_9x515) == (is_600_series, is_9x515)
