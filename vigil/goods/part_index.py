"""Drone parts by number, so that a text costs what it is long and not what the table is.

A part is met at three levels:

- *exact*: the whole number, as printed, or on a reel;
- *base*: the same part in another package or grade;
- *family*: only the family is the same, and the family is narrow enough to tell something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from vigil.goods.markings import REEL
from vigil.goods.part_families import Met, PartFamilies
from vigil.goods.part_number import cuts, normal_form, stems, with_digits

if TYPE_CHECKING:
    from vigil.goods.catalogue import UavPart

# Whole families of chips, of which a marking showed no more than the first letters.
TOO_WIDE = frozenset({"TMS320", "STM32", "STM321", "XC6SLX", "XC7", "ADM32"})
BEGINNING = 3  # characters; the shortest key known is 912
SHORTEST_BASE = 5  # characters, as of keys


class Level(StrEnum):
    """How much of a part's number is met."""

    EXACT = "exact"
    BASE = "base"
    FAMILY = "family"


class Sighted(NamedTuple):
    """A part met, how much of its number, and whether that both are one is known from a source."""

    part: UavPart
    level: Level
    verified: bool = True


class Kin(NamedTuple):
    """Parts by base number, and those of narrow families by its letters; the most seen of each."""

    by_base: dict[str, UavPart]
    by_head: dict[str, UavPart]


class PartIndex:
    """The parts that can be met, by normal form; families that are too wide are left out."""

    def __init__(self, parts: Iterable[UavPart], families: PartFamilies) -> None:
        self._families = families
        self._by_beginning: dict[str, list[UavPart]] = {}
        self._by_key: dict[str, list[UavPart]] = {}
        self._kin: dict[str, Kin] = {}
        for part in sorted(parts, key=lambda part: (-part.seen, part.key)):
            if part.key not in TOO_WIDE:
                self._by_key.setdefault(part.key, []).append(part)
                self._by_beginning.setdefault(part.key[:BEGINNING], []).append(part)

    def may_begin(self, key: str) -> bool:
        """Does any part begin like this text in normal form?"""
        return key[:BEGINNING] in self._by_beginning

    def in_text(self, text: str, *, telling: bool) -> Iterator[Sighted]:
        """The parts that a text may be, whatever words they need beside them.

        Args:
            text: a part number or a word of a description.
            telling: the text is a part number by its field or its looks; any other text meets only
                parts that need a word beside them.
        """
        key = normal_form(text)
        if not self.may_begin(key):
            return
        found = [s for s in self._by_stem(text) if telling or s.part.with_word]
        yield from found
        if telling and not any(not s.part.with_word for s in found):
            written = with_digits(key)
            alike = self._by_key.get(written, ()) if written != key else ()
            yield from (Sighted(part, Level.EXACT) for part in alike)
            if not alike:
                yield from self._by_family(text, key)

    def _kin_of(self, beginning: str) -> Kin:
        """The parts of one beginning by base number and family, read when first asked for."""
        if beginning not in self._kin:
            kin = Kin({}, {})
            for part in self._by_beginning[beginning]:
                met = None if part.with_word else self._met(part.part_number, part.key)
                if met is None or len(met.base) < SHORTEST_BASE or met.base in TOO_WIDE:
                    continue
                if len(met.base) > len(met.head):  # ESP32 is a family, however many modules it has
                    kin.by_base.setdefault(met.base, part)
                if met.family.is_narrow:
                    kin.by_head.setdefault(met.head, part)
            self._kin[beginning] = kin  # whole or not at all: the reading may fail half-way
        return self._kin[beginning]

    def _by_stem(self, text: str) -> Iterator[Sighted]:
        for place, stem in enumerate(stems(text)):
            for part in self._by_key.get(stem, ()):
                if place == 0 or REEL.fullmatch(stems(text)[0][len(stem) :]):
                    yield Sighted(part, Level.EXACT)
                elif part.by_prefix:
                    yield Sighted(part, Level.BASE)

    def _by_family(self, text: str, key: str) -> Iterator[Sighted]:
        met = self._met(text, key)
        if met is None:
            return
        kin = self._kin_of(key[:BEGINNING])
        if part := kin.by_base.get(met.base):
            yield Sighted(part, Level.BASE, met.family.verified)
        elif met.family.is_narrow and (part := kin.by_head.get(met.head)):
            yield Sighted(part, Level.FAMILY, met.family.verified)

    def _met(self, text: str, key: str) -> Met | None:
        """The family of an orderable number; None for a mark of small cases.

        None as well where a digit goes on after the last digit of the base number: ADF43510 is no
        ADF4351.
        """
        ends = cuts(text)
        met = next(iter(self._families.of(key, ends)), None)
        if met is None or met.family.is_top_mark:
            return None
        goes_on = met.base[-1].isdigit() and key[len(met.base) :][:1].isdigit()
        return None if goes_on and met.base not in ends else met
