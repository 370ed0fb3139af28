"""Days as English pages print them, with their place: `9 June 2023`, `Jun. 9`, `2023/06/09`."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from vigil.evidence.page import Span

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_M = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WHOLE = re.compile(
    # 2023-06-09, 2023/06/09, 2023.06.09
    r"(?<![\d.,/-])(?P<iso_y>(?:19|"
    r"20)\d\d)(?P<sep>[-/.])(?P<iso_m>\d{1,2})(?P=sep)(?P<iso_d>\d{1,2})"
    r"(?!\d|[-/.]\d)"
    # 09/06/2023, 9.6.2023, 9-6-2023
    r"|(?<![\d.,/-])(?P<one>\d{1,2})(?P<sep2>[-/.])(?P<two>\d{1,2})(?P=sep2)(?P<num_y>(?:19|"
    r"20)\d\d)"
    r"(?!\d{2}(?!\d{2})\d*|[-/.]\d)"
    # June 9, 2023 · June 9th · Jun. 9
    rf"|(?<![^\W\d_]){_M.format('m1')} ?(?P<d1>\d{{1,2}})(?!\d|:\d|[.,]\d(?!\d{{3}}))(?:st|nd|rd|"
    rf"th)?"
    r"(?:(?:,? ?|\s)(?P<y1>(?:19|20)\d\d)(?!\d))?"
    # 9 June 2023 · 9th of June
    rf"|(?<![\d.,:$€£/-])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{_M.format('m2')}"
    r"(?:(?:,? ?|-)(?P<y2>(?:19|20)\d\d)(?!\d))?"
    # June 2023 · August of 2022
    rf"|(?<![^\W\d_]){_M.format('m3')},? (?:of )?(?P<y3>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """A day as printed. `iso` is as much of it as is said: `2023-06-09`, `2023-06`, `--06-09`.

    `other` is the second reading of figures that may be day or month first, else "".
    """

    at: Span
    iso: str
    other: str = ""


def days_in(text: str) -> list[Day]:
    """Days in order of the text; figures that are no day of the calendar are left out."""
    found = []
    for match in _WHOLE.finditer(text):
        day = _read(match)
        if day is not None:
            found.append(day)
    return found


def _read(match: re.Match[str]) -> Day | None:
    at, got = Span(*match.span()), match.groupdict()
    if got["iso_y"]:
        return _day(at, got["iso_y"], int(got["iso_m"]), int(got["iso_d"]))
    if got["num_y"]:
        one, two = int(got["one"]), int(got["two"])
        if one > 12 or two > 12 or one == two:
            day, month = (one, two) if one > 12 or one == two else (two, one)
            return _day(at, got["num_y"], month, day)
        first = _day(at, got["num_y"], two, one)
        second = _day(at, got["num_y"], one, two)
        return Day(at, first.iso, second.iso) if first and second else None
    for which in "12":
        if got["m" + which]:
            month = _MONTHS[got["m" + which].casefold()]
            return _day(at, got["y" + which] or "", month, int(got["d" + which]))
    return Day(at, f"{got['y3']}-{_MONTHS[got['m3'].casefold()]:02}")


def _day(at: Span, year: str, month: int, day: int) -> Day | None:
    try:
        date(int(year or 2000), month, day)  # 2000 has a 29 February
    except ValueError:
        return None
    return Day(at, f"{year or '-'}-{month:02}-{day:02}")
