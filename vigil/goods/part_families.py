"""Families of parts: how the numbers of a maker begin, and where the base number ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from vigil.model.provision import Basis

ELEMENT = re.compile(r"(\[[^\]]*\]|[A-ZА-Я0-9])(\??)")
BEGINNING = 2  # characters; families are looked up by them


class PartFamily(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Part numbers that begin alike.

    `family` is how they begin in normal form (`[..]` one of these, `?` optional), `number` a
    regular expression for the rest of the base number. `makers`: several where several sell it
    under one number. `is_narrow`: the family alone is telling. `is_top_mark`: printed on small
    cases instead of the number. `seen`: rows of the data set that show it beside its maker.
    """

    family: str
    makers: tuple[str, ...]
    description: str
    is_narrow: bool
    is_top_mark: bool
    seen: int
    number: str = ""
    hs_hint: str | None = None
    verified: bool = True
    basis: Basis = Basis.SECONDARY


class Met(NamedTuple):
    """A number read: its family, the letters that are the family, and the base number."""

    family: PartFamily
    head: str
    base: str


class PartFamilies:
    """All families, found by the beginning of a number."""

    def __init__(self, families: Iterable[PartFamily]) -> None:
        self._by_beginning: dict[str, list[PartFamily]] = {}
        for family in families:
            for beginning in beginnings(family.family):
                self._by_beginning.setdefault(beginning, []).append(family)

    def of(self, key: str, cuts: Sequence[str] = ()) -> list[Met]:
        """The families that a number may be of, the longest beginning first.

        Args:
            key: the number in normal form.
            cuts: what stands before its hyphens; a base number that ends there goes no further
                (XC6SLX9-2TQG144 is no XC6SLX92).
        """
        found = []
        for family in self._by_beginning.get(key[:BEGINNING], ()):
            pattern = _pattern(family.family, family.number)
            if match := pattern.match(key):
                whole = next((m for cut in cuts if (m := pattern.fullmatch(cut))), match)
                found.append(Met(family, whole.group(1), whole.group()))
        return sorted(found, key=lambda met: (-len(met.head), -len(met.base)))


def beginnings(family: str) -> set[str]:
    """The first two characters that numbers of a family can have.

    >>> sorted(beginnings("A[BC]?D"))
    ['AB', 'AC', 'AD']
    """
    if family[:BEGINNING].isalnum() and family[BEGINNING : BEGINNING + 1] != "?":
        return {family[:BEGINNING]}
    texts = {""}
    for characters, optional in ELEMENT.findall(family):
        grown = {t + c for t in texts if len(t) < BEGINNING for c in _each(characters)}
        texts = {t for t in texts if optional or len(t) == BEGINNING} | grown
        if all(len(t) == BEGINNING for t in texts):
            break
    return texts


def _each(characters: str) -> Iterator[str]:
    """The characters of `[A-C1]`, or the one character."""
    inner = characters.strip("[]")
    while inner:
        if inner[1:2] == "-":
            yield from (chr(c) for c in range(ord(inner[0]), ord(inner[2]) + 1))
            inner = inner[3:]
        else:
            yield inner[0]
            inner = inner[1:]


@lru_cache(maxsize=4096)
def _pattern(family: str, number: str) -> re.Pattern[str]:
    return re.compile(f"({family})(?:{number})")
