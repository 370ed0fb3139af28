"""OGRN: the Russian state registration number, thirteen digits; fifteen for sole traders (OGRNIP).

Source: order of the Ministry of Finance of Russia of 30 October 2017, 165н, on the registers.
"""

from __future__ import annotations

from vigil.errors import InvalidInput
from vigil.ids.writing import plain_form


def parse_ogrn(text: str, *, path: str = "$.ogrn") -> str:
    """The thirteen or fifteen digits of an OGRN or OGRNIP.

    Raises:
        InvalidInput: any other length, or the check digit is wrong.

    >>> parse_ogrn("1027700132195")
    '1027700132195'
    """
    digits = plain_form(text).removeprefix("OGRN")
    if not (digits.isascii() and digits.isdigit() and len(digits) in (13, 15)):
        raise InvalidInput.single("an OGRN has thirteen or fifteen digits", path, text)
    if int(digits[:-1]) % (len(digits) - 2) % 10 != int(digits[-1]):
        raise InvalidInput.single("an OGRN ends in its check digit", path, text)
    return digits
