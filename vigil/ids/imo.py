"""IMO numbers: of ships, which keep theirs for life, and of companies that own or run ships.

Source: IMO resolution A.1117(30) for ships, MSC.160(78) for companies; both have seven digits,
the last a check digit.
"""

from __future__ import annotations

from vigil.errors import InvalidInput
from vigil.ids.writing import plain_form, weighted_sum

SHIP_WEIGHTS = (7, 6, 5, 4, 3, 2)
COMPANY_WEIGHTS = (8, 6, 4, 2, 9, 7)


def parse_imo(text: str, *, path: str = "$.imo") -> str:
    """The seven digits of a ship's or a company's IMO number.

    Args:
        text: with or without `IMO` before it.
        path: where the value came from, for the error.

    Raises:
        InvalidInput: not seven digits, or the check digit is that of neither kind.

    >>> parse_imo("IMO 9187629")
    '9187629'
    """
    digits = plain_form(text).removeprefix("IMO")
    if not (digits.isascii() and digits.isdigit() and len(digits) == 7):
        raise InvalidInput.single("an IMO number has seven digits, like 9187629", path, text)
    if not (is_ship(digits) or is_company(digits)):
        raise InvalidInput.single("an IMO number ends in its check digit", path, text)
    return digits


def is_ship(digits: str) -> bool:
    """Does the check digit of seven digits say that it is a ship's number?

    >>> is_ship("9187629"), is_ship("9187628")
    (True, False)
    """
    return weighted_sum(digits, SHIP_WEIGHTS) % 10 == int(digits[-1])


def is_company(digits: str) -> bool:
    """Does the check digit of seven digits say that it is a company's number?"""
    return (11 - weighted_sum(digits, COMPANY_WEIGHTS) % 11) % 10 == int(digits[-1])
