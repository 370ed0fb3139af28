"""Dates of birth as lists print them: whole, a month, a year, a span, or only about then.

The form is that of `Entity.birth_dates`: `1963-06-06`, `1963-06`, `1963`, `1960/1965`, each with
`circa ` before it where the list is not sure.
"""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
CIRCA = re.compile(r"^(?:circa|about|around|approx(?:imately|\.)?|ca?\.)\s*", re.IGNORECASE)
BETWEEN = re.compile(r"^between\s+(.+?)\s+and\s+(.+)$", re.IGNORECASE)
SPAN = re.compile(r"^(.+?)\s+(?:to|-|–)\s+(.+)$|^(\d{4})\s*[/–-]\s*(\d{4})$", re.IGNORECASE)
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# Two-digit fields that the list does not know are 00 (OFSI) or dd and mm (FCDO).
SLASHED = re.compile(r"(?:(?:(\d{1,2}|dd)/)?(\d{1,2}|mm)/)?(\d{4})", re.IGNORECASE)
DAY_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Z][a-z]{2,8})\.?,?\s+(\d{4})")
MONTH_FIRST = re.compile(r"([A-Z][a-z]{2,8})\.?\s+(\d{1,2}),\s*(\d{4})")


def partial_date(text: str) -> str | None:
    """A date or span of dates in the form above, or None when it is none of these.

    >>> partial_date("06 Jun 1963"), partial_date("Jun 1963"), partial_date("1963 to 1965")
    ('1963-06-06', '1963-06', '1963/1965')
    >>> partial_date("00/00/1961"), partial_date("dd/03/1961"), partial_date("04/03/1961")
    ('1961', '1961-03', '1961-03-04')
    >>> partial_date("circa 1957-1960"), partial_date("c. May 1960"), partial_date("early 1960s")
    ('circa 1957/1960', 'circa 1960-05', None)
    """
    text = text.strip()
    sure = CIRCA.sub("", text)
    form = _one(sure) or _span(sure)
    if form is None or sure == text or form.startswith("circa "):
        return form
    return f"circa {form}"


def date_of_parts(year: str, month: str = "", day: str = "") -> str | None:
    """A date of its fields, of which month and day may be empty or zero; None: there is none such.

    >>> date_of_parts("1961", "8"), date_of_parts("1961", "00", "00"), date_of_parts("1961", "13")
    ('1961-08', '1961', None)
    """
    if not re.fullmatch(r"\d{4}", year) or int(year) == 0:
        return None
    if not _known(month):
        return None if _known(day) else year
    try:
        whole = date(int(year), int(month), int(day) if _known(day) else 1).isoformat()
    except ValueError:
        return None
    return whole if _known(day) else whole[: len("1961-08")]


def _known(field: str) -> bool:
    return field.lower() not in ("dd", "mm") and field.strip("0") != ""


def _one(text: str) -> str | None:
    if found := ISO.fullmatch(text):
        return date_of_parts(*(field or "" for field in found.groups()))
    if found := SLASHED.fullmatch(text):
        day, month, year = (field or "" for field in found.groups())
        return date_of_parts(year, month, day)
    if found := DAY_IN_WORDS.fullmatch(text):
        return date_of_parts(found[3], _month(found[2]), found[1] or "")
    if found := MONTH_FIRST.fullmatch(text):
        return date_of_parts(found[3], _month(found[1]), found[2])
    return None


def _span(text: str) -> str | None:
    """First and last of a span; unsure when one of them is."""
    found = BETWEEN.fullmatch(text) or SPAN.fullmatch(text)
    if found is None:
        return None
    ends = [partial_date(end) for end in found.groups() if end is not None]
    if None in ends:
        return None
    span = "/".join(str(end).removeprefix("circa ") for end in ends)
    return f"circa {span}" if any(str(end).startswith("circa ") for end in ends) else span


def _month(word: str) -> str:
    """The month's number; an unknown word gives one that no month has."""
    known = word[:3].lower() in MONTHS
    return str(MONTHS.index(word[:3].lower()) + 1) if known else "13"
