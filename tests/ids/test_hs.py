import pytest

from vigil.errors import InvalidInput
from vigil.ids.hs import heading, parse_hs


@pytest.mark.parametrize(
    ("text", "digits"),
    [("8542.31", "854231"), ("854231", "854231"), ("8542 31 90", "85423190"),
     ("8542.31.00.10", "8542310010"), ("8542311", "8542311"), ("8542.31.000", "854231000"),
     ("8542.31.90.00.19", "854231900019")],
    ids=["six with a dot", "six bare", "eight with spaces", "ten", "seven", "nine", "twelve"],
)  # fmt: skip
def test_a_code_is_read_as_customs_forms_print_it(text, digits):
    assert parse_hs(text) == digits


@pytest.mark.parametrize(
    "text",
    ["", "85423", "85A2.31", "８５４２３１", "٨٥٤٢٣١", "8542-31", "0" * 13, "8542.31" + " " * 100],
    ids=["empty", "five", "a letter", "full-width", "Arabic", "a hyphen", "thirteen", "endless"],
)  # fmt: skip
def test_anything_else_is_refused(text):
    with pytest.raises(InvalidInput):
        parse_hs(text)


def test_the_error_says_what_where_and_what_would_be_right():
    with pytest.raises(InvalidInput) as caught:
        parse_hs("85A2.31", path="$.lines[2].hs")
    assert str(caught.value) == (
        "HS code must have 6 to 12 digits, like 8542.31, got '85A2.31' at $.lines[2].hs"
    )


def test_a_national_code_begins_with_the_international_heading():
    assert heading(parse_hs("8542.31.00.10")) == "854231"
