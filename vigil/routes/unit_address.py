"""Do two addresses name the same unit: the same room, flat or suite of the same building?

Towers hold hundreds of firms, so a shared street says nothing; a shared room does.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from vigil.routes.writing import word_set, written

UNIT_WORDS = word_set("unit room rm flat suite ste office apt apartment shop workshop")
SAME_WORD = {
    "rd": "road", "st": "street", "str": "street", "ave": "avenue", "av": "avenue",
    "bldg": "building", "ctr": "centre", "center": "centre", "blk": "block", "blvd": "boulevard",
    "hk": "hong", "kln": "kowloon", "ind": "industrial", "comm": "commercial", "twr": "tower",
}  # fmt: skip
# Written or left out at will: floors keep their number, countries and districts vary.
LEFT_OUT = word_set("no f fl floor level the of and kong")
ORDINALS = ("st", "nd", "rd", "th")
SHARED_FROM = 0.7  # chosen: share of the shorter address's words that the other one has
SHARED_WORDS = 2  # chosen: a unit number and the city alone are in many addresses


class UnitAddress(msgspec.Struct, frozen=True):
    """The unit's own number, the other words, and the other numbers of an address."""

    unit: str
    words: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=8192)
@lru_cache(maxsize=4096)
def read_unit(address: str) -> UnitAddress | None:
    """The unit that an address names, or None when it names none.

    >>> read_unit("Rm 1203, 12/F, Kwong Plaza, 11 Tai Tong Rd").unit
    '1203'
    """
    tokens = written(address).latin
    if UNIT_WORDS.isdisjoint(tokens):
        return None
    at = next((i for i, t in enumerate(tokens[:-1]) if _starts_unit(tokens, i)), None)
    if at is None:
        return None
    skip = at + 1
    while tokens[skip] in UNIT_WORDS or tokens[skip] == "no":
        skip += 1
    unit, rest = tokens[skip], tokens[:at] + tokens[skip + 1 :]
    plain = [_plain(token) for token in rest if token not in LEFT_OUT]
    numbers = frozenset(token for token in plain if token[0].isdigit())
    return UnitAddress(unit, frozenset(plain) - numbers, numbers)


def is_same_unit(one: UnitAddress, other: UnitAddress) -> bool:
    """Same unit number, no house number that contradicts, and mostly the same words."""
    if one.unit != other.unit:
        return False
    few, many = sorted((one.numbers, other.numbers), key=len)
    if not few <= many:
        return False
    shared = one.words & other.words
    shorter = min(len(one.words), len(other.words))
    return len(shared) >= SHARED_WORDS and len(shared) >= SHARED_FROM * shorter


def _starts_unit(tokens: tuple[str, ...], at: int) -> bool:
    """Is this a unit word with a number or single letter after it ("Flat/Rm A", "Unit No. 5")?"""
    if tokens[at] not in UNIT_WORDS:
        return False
    after = [t for t in tokens[at + 1 : at + 4] if t not in UNIT_WORDS and t != "no"]
    return bool(after) and (any(c.isdigit() for c in after[0]) or len(after[0]) == 1)


def _plain(token: str) -> str:
    if token[0].isdigit() and token.endswith(ORDINALS):
        return token[:-2]
    return SAME_WORD.get(token, token)
