"""What is printed on a part, taken apart: maker, family, base number, package, reel, lot, date.

    Field-programmable gate array Altera Cyclone II EP2C5T144I8N KBBD9Y2043U
                                  maker             base|suffix  lot

A marking is copied by hand from a small case: blanks stand within numbers (`AD 7864AS-2`), Cyrillic
letters pass for Latin ones. The maker is the one that the text names, else the one whose numbers
begin so; a maker named beside an unknown number leaves the family to the number's own letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from vigil.goods.makers import Maker, Makers
from vigil.goods.part_families import Met, PartFamilies, PartFamily
from vigil.goods.part_number import SPLIT, cuts, normal_form

SHORTEST = 4  # characters; what is shorter is a size or a package
WEAK_HEAD = 2  # letters; so few begin ordinary words and sizes too (AC 220, LT 1000)
LONGEST_APART = 5  # letters that may stand apart before their number: ADSP 2185
REEL = re.compile(r"(?:REEL7?|RL7?|TRPBF|TRL|TRG1|TR1G|R2G|T[1-5]G|TR|R7)$")
# A week of a year: 2135, #1504; with the letter or two that some makers add: 2215NA.
DATE_CODE = re.compile(r"(?:0[0-9]|1[0-9]|2[0-9]|8[5-9]|9[0-9])(?:0[1-9]|[1-4][0-9]|5[0-3])")
DATED = re.compile(DATE_CODE.pattern + r"[A-Z]{0,2}")
UNIT = re.compile(
    r"[0-9]+(?:MM|CM|M|V|VDC|VAC|KV|MV|W|KW|MW|A|MA|AH|MAH|HZ|KHZ|MHZ|GHZ|[UNPM]F|[UNM]H|KB|MB|GB"
    r"|MBIT|KBIT|GBIT|BITS?|PINS?|CH|CHANNELS?|PORTS?|AXIS|K|KOHM|OHM|DB|DBM|NM|KG|G|L|INCH|YEARS?"
    r"|NS|MS|WAY|PHASE|CELLS?|GBPS|MBPS|POLE|LAYER|UF[0-9]+V)"
)
PACKAGE_APART = re.compile(r"[A-Z]{1,5}[0-9]?[A-Z]{0,2}|[A-Z]{1,3}[0-9]{1,3}[A-Z]?")
SHAPE = re.compile(r"[A-Z]{2,}|[A-Z]?[0-9]+[A-Z]+|[A-Z][0-9]|[0-9]{2}")


class Marking(msgspec.Struct, frozen=True):
    """A marking as read; None where it does not say.

    `maker` is the one that is named, else the first of the family's, who is the usual one where
    several sell under one number. `family` is the row of the table that met, `head` the letters
    that are the family, `base` the number without package, grade and reel, all in normal form.
    `is_weak`: an ordinary text may say it by chance (few letters, letters apart from their digits,
    a top mark), and it names no maker.
    """

    maker: Maker | None = None
    named: bool = False
    family: PartFamily | None = None
    head: str | None = None
    number: str | None = None
    base: str | None = None
    suffix: str | None = None
    reel: str | None = None
    lot: str | None = None
    date_code: str | None = None
    is_weak: bool = False

    @property
    def hs_hint(self) -> str | None:
        """The HS code that goods of the family mostly have; a hint, no ruling."""
        return self.family.hs_hint if self.family else None


class Candidate(msgspec.Struct, frozen=True):
    """A number that may be the part's: its place, how many tokens it takes, and what it met."""

    place: int
    length: int
    key: str
    met: Met


class MarkingReader(msgspec.Struct, frozen=True):
    """Reads markings by the tables of makers and families."""

    makers: Makers
    families: PartFamilies

    def read(self, text: str, maker: Maker | None = None) -> Marking:
        """A marking taken apart.

        Args:
            text: what is printed, or a description that holds it.
            maker: who made it, where something else says so; a maker that the text names counts
                before it.
        """
        printed = [token for token in SPLIT.split(text) if token]
        keys = [normal_form(token) for token in printed]
        named = self.makers.named_in(text)
        known = named or maker
        best = self._best(printed, keys, known)
        if best is not None:
            return self._marking(best, keys, known)
        return self._by_shape(keys, known) if known else Marking()

    def may_be_of(self, marking: Marking, maker: Maker) -> bool:
        """Could that maker's house have made the part? True where the marking does not say who.

        Where several sell under one number, each of them could.
        """
        if marking.maker is None or self.makers.same_house(marking.maker, maker):
            return True
        if marking.named or marking.family is None:
            return False
        return self._is_of(marking.family, maker)

    def _best(
        self, printed: Sequence[str], keys: Sequence[str], known: Maker | None
    ) -> Candidate | None:
        found = [c for i in range(len(keys)) for c in self._at(printed, keys, i)]
        if not found:
            return None
        return min(found, key=lambda c: self._rank(c, known))

    def _rank(self, candidate: Candidate, known: Maker | None) -> tuple[bool, bool, int, int, int]:
        met = candidate.met
        theirs = known is not None and self._is_of(met.family, known)
        return (not theirs, met.family.is_top_mark, candidate.place, -len(met.head), -len(met.base))

    def _at(self, printed: Sequence[str], keys: Sequence[str], i: int) -> list[Candidate]:
        """Numbers that begin at a token: the token, or its letters with the number after them."""
        key = keys[i]
        tries = []
        if len(key) >= SHORTEST and _has_digit(key) and not key.isdigit():
            tries.append((1, key, cuts(printed[i])))
        if i + 1 < len(keys) and keys[i + 1][:1].isdigit() and _stands_apart(printed[i], key):
            tries.append((2, key + keys[i + 1], _after(key, printed[i + 1])))
        if i + 1 < len(keys) and key.startswith(("TMS", "STM", "ADSP")):
            tries.append((2, key + keys[i + 1], _after(key, printed[i + 1])))
        return [
            Candidate(i, length, joined, met)
            for length, joined, before in tries
            if not UNIT.fullmatch(joined)
            for met in self.families.of(joined, before)
        ]

    def _is_of(self, family: PartFamily, known: Maker) -> bool:
        return any(self.makers.same_house(self.makers.by_id[m], known) for m in family.makers)

    def _marking(self, best: Candidate, keys: Sequence[str], known: Maker | None) -> Marking:
        met, rest = best.met, list(keys[best.place + best.length :])
        theirs = known is not None and self._is_of(met.family, known)
        maker = known or self.makers.by_id[met.family.makers[0]]
        suffix = best.key[len(met.base) :]
        if not suffix and rest and PACKAGE_APART.fullmatch(rest[0]) and not rest[0].isdigit():
            suffix = rest.pop(0)
        reel = REEL.search(suffix) or (REEL.match(rest[0]) if rest else None)
        by_chance = len(met.head) <= WEAK_HEAD or best.length > 1 or met.family.is_top_mark
        return Marking(
            maker=maker,
            named=known is not None,
            family=met.family if theirs or not known else None,
            head=met.head,
            number=best.key,
            base=met.base,
            suffix=suffix or None,
            reel=reel.group() if reel else None,
            lot=_lot(rest),
            date_code=_date_code(rest),
            is_weak=by_chance and not theirs,
        )

    def _by_shape(self, keys: Sequence[str], known: Maker) -> Marking:
        for i, key in enumerate(keys):
            if is_number(key) and (shape := SHAPE.match(key)):
                rest = keys[i + 1 :]
                return Marking(
                    maker=known, named=True, head=shape.group(), number=key, base=key,
                    lot=_lot(rest), date_code=_date_code(rest),
                )  # fmt: skip
        return Marking(maker=known, named=True)


def is_number(key: str) -> bool:
    """May a token in normal form be a part number: letters and digits, no unit, no date?"""
    return (
        len(key) >= SHORTEST
        and _has_digit(key)
        and not key.isdigit()
        and not UNIT.fullmatch(key)
        and not DATED.fullmatch(key)
    )


def _has_digit(key: str) -> bool:
    return any(c.isdigit() for c in key)


def _stands_apart(printed: str, key: str) -> bool:
    """Are these the letters of a number whose digits follow after a blank: `MAX 490`, `Si 5338`?"""
    bare = printed.rstrip("-").removeprefix("74")
    return bare.isalpha() and len(key) <= LONGEST_APART and (printed.isupper() or key == "SI")


def _after(key: str, printed: str) -> list[str]:
    """Where a number ends whose letters stand apart before it."""
    return [key + cut for cut in cuts(printed)]


def _date_code(rest: Sequence[str]) -> str | None:
    return next((key for key in rest if DATED.fullmatch(key)), None)


def _lot(rest: Sequence[str]) -> str | None:
    return next(
        (k for k in rest if len(k) > SHORTEST and _has_digit(k) and not DATED.fullmatch(k)), None
    )
