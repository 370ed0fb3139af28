"""INN: the Russian taxpayer's number, of ten digits for companies and twelve for persons.

Source: order of the Federal Tax Service of Russia of 29 June 2012, ММВ-7-6/435, on its structure.
"""

from __future__ import annotations

from vigil.errors import InvalidInput
from vigil.ids.writing import plain_form, weighted_sum

COMPANY_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
PERSON_WEIGHTS = ((7, 2, 4, 10, 3, 5, 9, 4, 6, 8), (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8))


def parse_inn(text: str, *, path: str = "$.inn") -> str:
    """The ten or twelve digits of an INN.

    Raises:
        InvalidInput: any other length, or a check digit is wrong.

    >>> parse_inn("7707083893")
    '7707083893'
    """
    digits = plain_form(text).removeprefix("INN")
    if not (digits.isascii() and digits.isdigit() and len(digits) in (10, 12)):
        raise InvalidInput.single("an INN has ten or twelve digits", path, text)
    checks = (COMPANY_WEIGHTS,) if len(digits) == 10 else PERSON_WEIGHTS
    if any(_check(digits, weights) != int(digits[len(weights)]) for weights in checks):
        raise InvalidInput.single("an INN ends in its check digits", path, text)
    return digits


def _check(digits: str, weights: tuple[int, ...]) -> int:
    return weighted_sum(digits, weights) % 11 % 10
