"""Addresses of parties against addresses of listed entities.

Two addresses are the same when their words are, in any order and without the words of the country.
A town, or a town with its post code, is no address: a house number and a street are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vigil.index.names import NameIndex
from vigil.model.entity import Address, Entity
from vigil.names.text import fold, words
from vigil.rules.law import Law

HOUSE_NUMBER = re.compile(r"\d{1,4}[a-z]?|[a-z]\d{1,4}")  # five digits and more are post codes
FEWEST_WORDS = 4  # a house number, and a street and a town of three words together
FEWEST_LETTERED = 2  # of them words of letters
MOST_CHARACTERS = 1000  # chosen: longer texts are no address; they are said not to be checked

SILENT = frozenset({"no", "nr", "number", "num", "the", "of", "and", "p", "o", "po", "box"})
WRITTEN_OUT = {
    "st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue",
    "blvd": "boulevard", "bldg": "building", "bld": "building", "fl": "floor", "flr": "floor",
    "apt": "flat", "apartment": "flat", "suite": "unit", "rm": "room", "ul": "ulitsa",
    "sq": "square", "ln": "lane", "dist": "district",
}  # fmt: skip


def listed_at(
    address: str, country: str | None, index: NameIndex, law: Law
) -> Iterator[tuple[Entity, Address]]:
    """The listed entities that have the same address, each with it, in order of their ids."""
    if _has_unlisted_word(address, country, index, law):
        return
    asked = address_words(address, country, law)
    if asked is None:
        return
    # Only listed addresses that hold every word can be the same: those of the rarest word do.
    spelt = [w for w in words(address) if WRITTEN_OUT.get(w, w) == w and w in asked]
    holding = min((index.addresses_holding(word) for word in spelt), key=len, default=())
    seen = set()
    for entity, listed in holding:
        if entity.id not in seen and address_words(listed.text, listed.country, law) == asked:
            seen.add(entity.id)
            yield entity, listed


def address_words(address: str, country: str | None, law: Law) -> frozenset[str] | None:
    """The words that tell an address, or None when it names no house.

    Args:
        address: as written, in any script.
        country: ISO alpha-2; its names are left out.
        law: knows the names of countries.
    """
    text = f" {fold(address)} "
    for name in _names_of(country, law):
        text = text.replace(f" {name} ", " ")
    return house_words(text)


def _names_of(country: str | None, law: Law) -> tuple[str, ...]:
    """The folded names of a country, the longest as printed first."""
    known = law.country(country) if country else None
    return _folded_names((known.name, *known.also)) if known else ()


@lru_cache(maxsize=1024)
def _folded_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, sorted(names, key=len, reverse=True)))


@lru_cache(maxsize=1024)
def _words_in(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.split())


def _has_unlisted_word(address: str, country: str | None, index: NameIndex, law: Law) -> bool:
    """Has the address a word that tells it, and that no listed address holds?

    Almost every address has; the rest of the comparing is for those that have not.
    """
    left_out = _words_in(_names_of(country, law))
    for word in words(address):
        tells = word not in left_out and word not in SILENT and word not in WRITTEN_OUT
        if tells and not index.addresses_holding(word):
            return True
    return False


def house_words(address: str) -> frozenset[str] | None:
    """The words that tell a house, in one wording, or None when there are too few.

    Args:
        address: as written, in any script.
    """
    text = fold(address)
    told = frozenset(WRITTEN_OUT.get(word, word) for word in text.split()) - SILENT
    lettered = [word for word in told if word.isalpha()]
    has_house = any(HOUSE_NUMBER.fullmatch(word) for word in told)
    enough = len(told) >= FEWEST_WORDS and len(lettered) >= FEWEST_LETTERED
    return told if has_house and enough else None
