import pytest

from vigil.lists.fields import is_acronym, partial_day, remark_lines


@pytest.mark.parametrize("alias", ["HESA", "SAIC", "M23", "3MG", "I.E.I.", "AT&T"])
def test_one_short_word_of_capitals_is_an_acronym(alias):
    assert is_acronym(alias)


@pytest.mark.parametrize("alias", ["Hesa", "MAHAN AIR", "ROSTEC", "1979", "ХЕСА", "", "A"])
def test_longer_mixed_numeric_or_other_script_is_none(alias):
    assert not is_acronym(alias)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1963-06-06", "1963-06-06"),
        ("6 June 1963", "1963-06-06"),
        ("Jun 1963", "1963-06"),
        ("1963", "1963"),
        ("1948/1950", "1948/1950"),
        ("1948 to 1950", "1948/1950"),
    ],
)
def test_days_months_years_and_spans_have_one_form(text, form):
    assert partial_day(text) == form


@pytest.mark.parametrize(
    "text", ["", "circa 1963", "1963-13-01", "31 Feb 1963", "6 Xyz 1963", "63"]
)
def test_what_is_no_date_has_no_form(text):
    assert partial_day(text) is None


def test_nothing_left_over_is_no_remark():
    assert remark_lines([("title", None), ("note", "  ")]) is None
