import pytest

from vigil.errors import InvalidInput
from vigil.ids.eccn import entry_number, parse_eccn


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
