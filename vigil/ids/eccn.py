"""ECCN: the number of an entry on a list of dual-use goods, such as 3A001 or 9A112.

The US and the EU share the form and most of the numbers; which list has a number is for the
goods screen.

Source: 15 CFR 738.2(d), the composition of an entry.
"""

from __future__ import annotations

from types import MappingProxyType

import msgspec

from vigil.errors import InvalidInput
from vigil.model.goods_codes import EAR99, eccn_text

ECCN_RULE = "ECCN must be like 3A001, 3A001.b.2 or EAR99"
NUMBER_CHARS = 5  # digit, letter, three digits

CATEGORIES = MappingProxyType({
    "0": "nuclear and miscellaneous", "1": "materials, chemicals and organisms",
    "2": "materials processing", "3": "electronics", "4": "computers",
    "5": "telecommunications and information security", "6": "sensors and lasers",
    "7": "navigation and avionics", "8": "marine", "9": "aerospace and propulsion",
})  # fmt: skip
GROUPS = MappingProxyType({
    "A": "goods", "B": "test and production equipment", "C": "materials",
    "D": "software", "E": "technology",
})  # fmt: skip


class Eccn(msgspec.Struct, frozen=True):
    """A number taken apart: `3A001.B.2` is category 3, group A, control 001, paragraph b.2."""

    category: str
    group: str
    control: str
    paragraph: str = ""

    @property
    def entry(self) -> str:
        """The bare five characters."""
        return f"{self.category}{self.group}{self.control}"

    @property
    def is_600_series(self) -> bool:
        """Is it of the military goods that the US moved from its munitions list (3A611, 9A610)?"""
        return self.control.startswith("6")

    @property
    def is_9x515(self) -> bool:
        """Is it of the spacecraft and their parts that moved there likewise (9A515)?"""
        return self.category == "9" and self.control == "515"

    @property
    def in_words(self) -> str:
        """What the number says by itself.

        >>> Eccn("9", "A", "610").in_words
        'category 9 (aerospace and propulsion), group A (goods), 600 series (military)'
        """
        said = f"category {self.category} ({CATEGORIES[self.category]}), group {self.group} "
        said += f"({GROUPS[self.group]})"
        if self.is_600_series:
            said += ", 600 series (military)"
        return said + (", 9x515 (spacecraft)" if self.is_9x515 else "")


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


def read_eccn(eccn: str) -> Eccn | None:
    """A number in normal form taken apart; None for EAR99, which has no entry.

    >>> read_eccn("3A001.B.2").paragraph, read_eccn("EAR99")
    ('b.2', None)
    """
    if eccn == EAR99:
        return None
    category, group, control = eccn[0], eccn[1], eccn[2:NUMBER_CHARS]
    return Eccn(category, group, control, eccn[NUMBER_CHARS:].removeprefix(".").lower())


def entry_number(eccn: str) -> str | None:
    """The bare five characters of the entry, without paragraph; None for EAR99.

    >>> entry_number("3A001.B.2"), entry_number("EAR99")
    ('3A001', None)
    """
    return None if eccn == EAR99 else eccn[:NUMBER_CHARS]
