"""Dates as lists print them: a day, a month, a year, about a year, one of several years.

What is not known agrees with anything; 03/04 may be the fourth of March, so a day and a month that
have changed places are the same date.
"""

from __future__ import annotations

import re

import msgspec

ABOUT = 2  # years that "circa" leaves open on either side, chosen
NEAR_YEARS = 1  # a birth year one off is a slip as often as another person
SAME, OTHER_DAY, OTHER_DATE = 1000, 950, 600  # thousandths, chosen

YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
ISO = re.compile(rf"{YEAR}(?:[-/.](?P<month>\d\d?)(?:[-/.](?P<day>\d\d?))?)?(?:t.*)?")
DAY_FIRST = re.compile(rf"(?P<day>\d\d?)[-/. ](?P<month>\d\d?)[-/. ]{YEAR}")
IN_WORDS = re.compile(rf"(?:(?P<day>\d\d?)[ .-]*)?(?P<name>[a-z]{{3}})[a-z]*\.?[ ,-]*{YEAR}")
IN_WORDS_US = re.compile(rf"(?P<name>[a-z]{{3}})[a-z]*\.? (?P<day>\d\d?),? {YEAR}")
YEARS = re.compile(rf"(?:between )?{YEAR}\s*(?:-|–|to|and|or|/)\s*(?P<last>1[5-9]\d\d|20\d\d)")
CIRCA = re.compile(r"(?:circa|ca?\.|ca?(?=\s)|about|approximately|approx\.?|around)\s*")
MONTH_TEXT = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {name: at for at, name in enumerate(MONTH_TEXT.split(), 1)}


class PartialDate(msgspec.Struct, frozen=True, order=True):
    """Years from the first to the last that it may be, and a month and a day where known."""

    first: int
    last: int
    month: int = 0
    day: int = 0

    @property
    def is_full(self) -> bool:
        """Is it one day?"""
        return self.first == self.last and bool(self.month and self.day)

    def __str__(self) -> str:
        """As it is told: 1965, 1965-1967, 1965-03, 1965-03-01."""
        if self.first != self.last:
            return f"{self.first}-{self.last}"
        known = [part for part in (self.month, self.day) if part]
        return "-".join((str(self.first), *(f"{part:02}" for part in known)))


def read_date(text: str) -> PartialDate | None:
    """What a list's date says, or None when it cannot be read.

    >>> [str(read_date(text)) for text in ("1965", "12 Mar 1965", "circa 1965", "1965 to 1967")]
    ['1965', '1965-03-12', '1963-1967', '1965-1967']
    """
    said = text.strip().lower()
    exact = CIRCA.sub("", said, count=1) if CIRCA.match(said) else said
    slack = ABOUT if exact != said else 0
    if years := YEARS.fullmatch(exact):
        return PartialDate(int(years["year"]) - slack, int(years["last"]) + slack)
    for form in (ISO, DAY_FIRST, IN_WORDS_US, IN_WORDS):
        if found := form.fullmatch(exact):
            return _of(found.groupdict(), slack)
    return None


def date_agreement(one: PartialDate, other: PartialDate) -> int:
    """What is left of a score by two dates, in thousandths; parts not known agree.

    >>> march = PartialDate(1965, 1965, 3, 1)
    >>> [date_agreement(march, other) for other in (
    ...     PartialDate(1965, 1965), PartialDate(1965, 1965, 1, 3), PartialDate(1966, 1966, 3, 1),
    ...     PartialDate(1971, 1971, 3, 1))]
    [1000, 1000, 950, 600]
    """
    years_apart = max(one.first - other.last, other.first - one.last, 0)
    if years_apart > NEAR_YEARS:
        return OTHER_DATE
    if one.is_full and other.is_full and (one.month, one.day) == (other.day, other.month):
        return OTHER_DAY if years_apart else SAME
    differs = any(a and b and a != b for a, b in ((one.month, other.month), (one.day, other.day)))
    return OTHER_DAY if years_apart or differs else SAME


def _of(found: dict[str, str | None], slack: int) -> PartialDate | None:
    name = found.get("name")
    month = MONTHS.get(name) if name else int(found.get("month") or 0)
    day = int(found.get("day") or 0)
    if month is None:
        return None
    if month > 12 and day <= 12:
        month, day = day, month
    if month > 12 or day > 31:
        return None
    year = int(found["year"] or 0)
    return PartialDate(year - slack, year + slack, month, day)
