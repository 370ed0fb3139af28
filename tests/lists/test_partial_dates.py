import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.lists.partial_dates import date_of_parts, partial_date


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1963-06-06", "1963-06-06"),
        ("1963-06", "1963-06"),
        ("1963", "1963"),
        ("6 June 1963", "1963-06-06"),
        ("06 Jun 1963", "1963-06-06"),
        ("June 6, 1963", "1963-06-06"),
        ("Jun 1963", "1963-06"),
        ("06/06/1963", "1963-06-06"),
        ("00/06/1963", "1963-06"),
        ("00/00/1963", "1963"),
        ("dd/mm/1963", "1963"),
        ("06/1963", "1963-06"),
    ],
)
def test_days_months_and_years_have_one_form(text, form):
    assert partial_date(text) == form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1948/1950", "1948/1950"),
        ("1948-1950", "1948/1950"),
        ("1948 to 1950", "1948/1950"),
        ("Between 1948 and 1950", "1948/1950"),
        ("25 Oct 1960 to 24 Oct 1961", "1960-10-25/1961-10-24"),
        ("circa 1963", "circa 1963"),
        ("Approximately 06/1963", "circa 1963-06"),
        ("c.1963", "circa 1963"),
        ("circa 1948-1950", "circa 1948/1950"),
        ("1948 to circa 1950", "circa 1948/1950"),
    ],
)
def test_spans_and_unsure_dates_stay_what_they_are(text, form):
    assert partial_date(text) == form


@pytest.mark.parametrize(
    "text",
    ["", "circa", "1963-13-01", "31 Feb 1963", "31/02/1963", "06/00/1963", "6 Xyz 1963", "63",
     "0000", "00/00/0000", "1960s", "1948 to ", "in his forties"],
)  # fmt: skip
def test_what_is_no_date_has_no_form(text):
    assert partial_date(text) is None


def test_a_day_without_its_month_is_no_date():
    assert date_of_parts("1963", "", "6") is None


@given(st.dates())
def test_a_whole_date_reads_the_same_in_every_way_of_writing(day):
    written = (day.isoformat(), f"{day:%d/%m}/{day.year:04}", f"{day:%d %b} {day.year:04}")
    assert {partial_date(text) for text in written} == {day.isoformat()}


@given(st.text(max_size=30))
def test_any_text_has_a_form_or_none(text):
    assert partial_date(text) is None or any(c.isdigit() for c in text)
