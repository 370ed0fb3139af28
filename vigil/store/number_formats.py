"""What the number format of a workbook's cell makes of its number: a day, a percentage and so on.

A workbook keeps days as numbers; only the format tells them from quantities.

Source: ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31 (format codes).
"""

from __future__ import annotations

import re
from enum import StrEnum

PLAIN_IDS = (0, 1, 49)  # General, 0 and text: what is shown is the number
WHOLE_DAY_IDS = (14, 15, 22)
DAY_PART_IDS = (16, 17, *range(18, 22), *range(27, 37), *range(45, 48), *range(50, 59))
PERCENT_IDS = (9, 10)
FIRST_OWN_ID = 164  # formats below are built in
NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
CLOCK_IN_BRACKETS = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
EXPONENT = re.compile("e[+-]")


class Shown(StrEnum):
    """What a cell with a number shows."""

    PLAIN = "plain"
    DRESSED = "dressed"  # with zeros before, units, rounding …
    DAY = "day"
    DAY_PART = "day part"  # a time, or a day without its year
    PERCENT = "percent"


def shown_by(format_id: int, code: str | None) -> Shown:
    """What a number format shows; `code` is that of a format of the workbook's own.

    >>> [str(shown_by(164, code)) for code in ("yyyy-mm-dd", "0000", "0.00E+00", "mmm yy", "0%")]
    ['day', 'dressed', 'dressed', 'day part', 'percent']
    """
    if code is not None:
        return _by_code(code)
    if format_id in PLAIN_IDS:
        return Shown.PLAIN
    if format_id in WHOLE_DAY_IDS:
        return Shown.DAY
    if format_id in DAY_PART_IDS:
        return Shown.DAY_PART
    return Shown.PERCENT if format_id in PERCENT_IDS else Shown.DRESSED


def _by_code(code: str) -> Shown:
    if code.lower() in ("general", "@", "0"):
        return Shown.PLAIN
    if CLOCK_IN_BRACKETS.search(code):
        return Shown.DAY_PART
    letters = EXPONENT.sub("", NOT_SHOWN.sub("", code).lower().replace("general", ""))
    letters = letters.split(";")[0]
    if "%" in letters:
        return Shown.PERCENT
    if any(letter in letters for letter in "ymdhsb"):
        return Shown.DAY if all(letter in letters for letter in "ymd") else Shown.DAY_PART
    return Shown.DRESSED
