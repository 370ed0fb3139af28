"""ECCN: the number of an entry on a list of dual-use goods, such as 3A001 or 9A112.

The US and the EU share the form and most of the numbers; which list has a number is for the
goods screen.

Source: 15 CFR 738.2(d), the composition of an entry.
"""

from __future__ import annotations

from vigil.errors import InvalidInput
from vigil.model.goods_codes import EAR99, eccn_text

ECCN_RULE = "ECCN must be like 3A001, 3A001.b.2 or EAR99"
NUMBER_CHARS = 5  # digit, letter, three digits


def parse_eccn(text: str, *, path: str = "$.eccn") -> str:
    """Export Control Classification Number in upper case, with its paragraph when given.

    Args:
        text: the number, in any case; EAR99 for goods without an entry of their own.
        path: where the value came from, for the error.

    Raises:
        InvalidInput: the text does not have the form of an ECCN.

    >>> parse_eccn("3a001.b.2")
    '3A001.B.2'
    """
    code = eccn_text(text)
    if code is None:
        raise InvalidInput.single(ECCN_RULE, path, text)
    return code


def entry_number(eccn: str) -> str | None:
    """The bare five characters of the entry, without paragraph; None for EAR99.

    >>> entry_number("3A001.B.2"), entry_number("EAR99")
    ('3A001', None)
    """
    return None if eccn == EAR99 else eccn[:NUMBER_CHARS]
