"""What one value of an order may be: each reader takes a plain JSON value or refuses it.

A reader gives the value in our own type, or raises `Refused` with what would be right, worded to
follow the field's name ("quantity" + "must be a number"). `None` never arrives here: it means
*not known* and is dealt with before.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum

from vigil.model.goods_codes import eccn_text, hs_digits
from vigil.model.suggestion import did_you_mean

TEXT_LIMIT = 10_000  # characters; chosen: longer than any address or description on a form
NAME_LIMIT = 1_000  # characters; chosen: the longest listed name has under 400
SHARE_LIMIT = 100.0  # per cent

# Control characters have no place in trade data and break terminals and logs; half a surrogate
# pair is no character at all. Addresses and descriptions may run over several lines.
NOT_IN_TEXT = re.compile("[\x00-\x1f\ud800-\udfff]")
NOT_IN_LONG_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")

DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
BIRTH_DATE = re.compile("([0-9]{4})(?:-(0[1-9]|1[0-2])(-[0-9]{2})?)?")
COUNTRY = re.compile("[A-Z]{2}")

Reader = Callable[[object], object]


class Refused(Exception):
    """A value is not what its field takes: what would be right, and a way out if we know one."""

    def __init__(self, expected: str, hint: str = "") -> None:
        super().__init__(expected)
        self.hint = hint


def sort_of(value: object) -> str:
    """What sort of JSON value it is, in words.

    >>> sort_of([1, 2]), sort_of({}), sort_of(True)
    ('a list', 'an object', 'true')
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, (list, tuple)) else repr(value)


def read_text(value: object) -> str:
    """One line of text; `""` is kept, it says *known to be none*."""
    return _text(value, TEXT_LIMIT, NOT_IN_TEXT)


def read_long_text(value: object) -> str:
    """Text that may run over several lines."""
    return _text(value, TEXT_LIMIT, NOT_IN_LONG_TEXT)


def read_name(value: object) -> str:
    """A name of somebody or something that is screened."""
    return _text(value, NAME_LIMIT, NOT_IN_TEXT)


def read_key(value: object) -> str:
    """What something is called by others, such as an order's id: never empty."""
    text = read_name(value)
    if not text.strip():
        raise Refused("must not be empty")
    return text


def read_country(value: object) -> str:
    """Two capital letters; whether such a country exists is for the screens."""
    if type(value) is str and COUNTRY.fullmatch(value):
        return value
    hint = ""
    if isinstance(value, str) and COUNTRY.fullmatch(capitals := value.strip().upper()[:9]):
        hint = f"did you mean {capitals!r}?"
    raise Refused("must be a country in two capital letters (ISO 3166), like DE", hint)


def read_day(value: object) -> date:
    """A day of the calendar."""
    if type(value) is str and DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Refused("must be a day that exists") from None
    raise Refused("must be a day written YYYY-MM-DD, like 2026-08-07")


def read_birth_date(value: object) -> str:
    """A date of birth as far as it is known: a year, a month or a day."""
    if type(value) is str and (found := BIRTH_DATE.fullmatch(value)):
        if found[3]:
            read_day(value)
        return value
    raise Refused("must be a date of birth written YYYY, YYYY-MM or YYYY-MM-DD")


def read_amount(value: object) -> float:
    """A finite number of 0 or more: a quantity or a sum of money."""
    number = _number(value)
    if number < 0:
        raise Refused("must be 0 or more")
    return number


def read_share(value: object) -> float:
    """A share in per cent."""
    number = _number(value)
    if not 0 <= number <= SHARE_LIMIT:
        raise Refused("must be a share in per cent, from 0 to 100")
    return number


def read_latitude(value: object) -> float:
    """A latitude in degrees, north positive."""
    return _degrees(value, 90)


def read_longitude(value: object) -> float:
    """A longitude in degrees, east positive."""
    return _degrees(value, 180)


def read_line_number(value: object) -> int:
    """The number of a line of goods, from 1."""
    if type(value) is not int or value < 1:
        raise Refused("must be a whole number of 1 or more")
    if value.bit_length() > 63:
        raise Refused("must be a whole number of at most 63 bits")
    return value


def read_flag(value: object) -> bool:
    """Yes or no."""
    if type(value) is not bool:
        raise Refused("must be true or false, without quotes")
    return value


def read_answer(value: object) -> bool | str | float:
    """A person's answer to a red-flag question."""
    if type(value) is bool:
        return value
    if type(value) is str:
        return read_long_text(value)
    if type(value) in (int, float):
        return _number(value)
    raise Refused("must be true, false, text or a number")


def read_hs(value: object) -> str:
    """An HS code, as digits only."""
    digits = hs_digits(value) if type(value) is str else None
    if digits is None:
        raise Refused("must have 6 to 12 digits, as text like '8542.31'")
    return digits


def read_eccn(value: object) -> str:
    """An ECCN, in upper case."""
    code = eccn_text(value) if type(value) is str else None
    if code is None:
        raise Refused("must be like '3A001', '3A001.b.2' or 'EAR99'")
    return code


def one_of(choices: type[StrEnum]) -> Reader:
    """The reader of a closed set."""
    by_text = {str(choice): choice for choice in choices}
    words = ", ".join(by_text)

    def read(value: object) -> StrEnum:
        found = by_text.get(value) if type(value) is str else None
        if found is None:
            hint = did_you_mean(value, by_text) if isinstance(value, str) else ""
            raise Refused(f"must be one of {words}", hint)
        return found

    return read


def _text(value: object, limit: int, forbidden: re.Pattern[str]) -> str:
    if type(value) is not str:
        raise Refused("must be text, in quotes")
    if len(value) > limit:
        raise Refused(f"must have at most {limit:,} characters, has {len(value):,}")
    found = forbidden.search(value)
    if found:
        what = "half a surrogate pair" if ord(found[0]) >= 0xD800 else "a control character"
        where = f"U+{ord(found[0]):04X} at character {found.start() + 1}"
        raise Refused(f"must not have {what} ({where})")
    return value


def _degrees(value: object, most: int) -> float:
    number = _number(value)
    if not -most <= number <= most:
        raise Refused(f"must be degrees from -{most} to {most}")
    return number


def _number(value: object) -> float:
    # bool is a subclass of int; an order of `true` pieces is a mistake, not one piece
    if type(value) is float or type(value) is int:
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number):
            return number
        raise Refused("must be a finite number")
    raise Refused("must be a number, without quotes")
