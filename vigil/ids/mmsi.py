"""MMSI: the Maritime Mobile Service Identity of a ship's radio; it changes with the flag.

Source: ITU-R M.585; nine digits, without a check digit.
"""

from __future__ import annotations

from vigil.errors import InvalidInput
from vigil.ids.writing import plain_form


def parse_mmsi(text: str, *, path: str = "$.mmsi") -> str:
    """The nine digits of an MMSI.

    Raises:
        InvalidInput: any other length or character.

    >>> parse_mmsi("422 031 500")
    '422031500'
    """
    digits = plain_form(text).removeprefix("MMSI")
    if not (digits.isascii() and digits.isdigit() and len(digits) == 9):
        raise InvalidInput.single("an MMSI has nine digits, like 422031500", path, text)
    return digits
