"""Who is owned half or more by listed owners: exact sums over many owners and many steps.

An owner counts when it is listed, or when owners that count hold half or more of it. Then *all* it
holds counts, as it counts itself: 50 per cent of 50 per cent is half, not a quarter. A company
below half counts nothing, whatever listed owners hold of it. What counts is the smallest set with
this property, so companies that own each other in a circle do not count by that alone.

A share is exact (`Fraction`), or lies between a least and a most; a share that nobody states is
between 0 and 100. `reach` reckons with the least that is certain, or with the most that could be.

Source: OFAC, revised guidance of 13 August 2014 and its FAQ 399 and 401 (shares of several blocked
persons add up; what an entity of theirs holds counts whole).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from fractions import Fraction

import msgspec

from vigil.model.provision import OwnershipTest

TOGETHER = OwnershipTest()
NONE, HALF, WHOLE = Fraction(0), Fraction(50), Fraction(100)  # per cent
PERCENT = r"[0-9]{1,3}(?:[.][0-9]{1,9})?"
STATED = re.compile(rf"({PERCENT})(?:\s*[-–]\s*({PERCENT}))?\s*%?")


class Holding(msgspec.Struct, frozen=True):
    """`owner` holds of `owned` at least `least` and at most `most` per cent."""

    owner: str
    owned: str
    least: Fraction
    most: Fraction

    @property
    def is_exact(self) -> bool:
        """Is the share known?"""
        return self.least == self.most


def read_share(stated: float | str | None) -> tuple[Fraction, Fraction]:
    """A share as stated: its least and its most in per cent; what cannot be read is not known.

    >>> read_share(49.9)
    (Fraction(499, 10), Fraction(499, 10))
    >>> read_share("25-50")
    (Fraction(25, 1), Fraction(50, 1))
    >>> read_share(None)
    (Fraction(0, 1), Fraction(100, 1))
    """
    if isinstance(stated, float | int):
        exact = Fraction(repr(stated))
        return exact, exact
    found = STATED.fullmatch(stated.strip()) if stated is not None else None
    if found is None:
        return NONE, WHOLE
    least = Fraction(found[1])
    most = Fraction(found[2]) if found[2] else least
    return (least, most) if least <= most <= WHOLE else (NONE, WHOLE)


def is_met(test: OwnershipTest, percent: Fraction) -> bool:
    """Is the share as large as the rule asks?"""
    return percent > HALF or (test.half_counts and percent == HALF)


class Ownership:
    """Holdings between parties, by whatever names the caller gives them.

    Args:
        holdings: several between the same two add up; what somebody holds of itself says nothing.
    """

    def __init__(self, holdings: Iterable[Holding]) -> None:
        self._of_owned: dict[str, list[Holding]] = {}
        self._of_owner: dict[str, list[Holding]] = {}
        for holding in holdings:
            if holding.owner != holding.owned:
                self._of_owned.setdefault(holding.owned, []).append(holding)
                self._of_owner.setdefault(holding.owner, []).append(holding)

    def reach(
        self, listed: Set[str], test: OwnershipTest = TOGETHER, *, at_most: bool = False
    ) -> frozenset[str]:
        """Everybody who counts: the listed, and whom those who count own.

        Args:
            listed: who counts from the beginning.
            test: what the rule asks.
            at_most: reckon shares that are not known as large as they can be.
        """
        if test.adds_up:
            return self._reach(listed, test, at_most=at_most)
        alone = (self._reach({one}, test, at_most=at_most) for one in sorted(listed))
        return frozenset().union(*alone)

    def _reach(self, listed: Set[str], test: OwnershipTest, *, at_most: bool) -> frozenset[str]:
        counting = set(listed)
        held = {owned: self._nobody(owned) for owned in self._of_owned}
        waiting = sorted(listed)
        while waiting:
            for holding in self._of_owner.get(waiting.pop(), ()):
                sums = held[holding.owned]
                sums.add(holding)
                percent = sums.most if at_most else sums.least
                if holding.owned not in counting and is_met(test, percent):
                    counting.add(holding.owned)
                    waiting.append(holding.owned)
        return frozenset(counting)

    def percent(self, owned: str, counting: Set[str], *, at_most: bool = False) -> Fraction:
        """How much of somebody they hold who count."""
        sums = self._nobody(owned)
        for holding in self._of_owned.get(owned, ()):
            if holding.owner in counting:
                sums.add(holding)
        return sums.most if at_most else sums.least

    def steps(self, owned: str, counting: Set[str], listed: Set[str]) -> list[Holding]:
        """The holdings by which those who count own somebody, nearest first, each once.

        From a listed owner on nothing is followed: it counts by itself.
        """
        found: list[Holding] = []
        seen, waiting = {owned}, [owned]
        for at in waiting:
            for holding in self._of_owned.get(at, ()):
                if holding.owner in counting and holding.most > 0:
                    found.append(holding)
                    if holding.owner not in seen and holding.owner not in listed:
                        seen.add(holding.owner)
                        waiting.append(holding.owner)
        return found

    def _nobody(self, owned: str) -> Sums:
        others = sum((holding.least for holding in self._of_owned.get(owned, ())), NONE)
        return Sums(NONE, NONE, others)


class Sums(msgspec.Struct):
    """What those who count hold of somebody for certain, at most, and what the others hold."""

    least: Fraction
    stated_most: Fraction
    others: Fraction

    def add(self, holding: Holding) -> None:
        """One more owner counts."""
        self.least += holding.least
        self.stated_most += holding.most
        self.others -= holding.least

    @property
    def most(self) -> Fraction:
        """They cannot hold what others are known to hold."""
        return max(self.least, min(self.stated_most, WHOLE - self.others))


def as_stated(statements: Iterable[tuple[str, Holding]]) -> Iterator[Holding]:
    """One holding for each two parties, from statements by several.

    Args:
        statements: who states it, and the holding. Blocks that one statement names add up; the
            same block told by several is one, and the largest counts.
    """
    told: dict[tuple[str, str], dict[str, Holding]] = {}
    for by, holding in statements:
        said = told.setdefault((holding.owner, holding.owned), {})
        said[by] = _together(said[by], holding) if by in said else holding
    for (owner, owned), by_whom in told.items():
        known = [holding for holding in by_whom.values() if holding.is_exact]
        counted = known or list(by_whom.values())
        least, most = max(h.least for h in counted), max(h.most for h in counted)
        yield Holding(owner, owned, least, most)


def _together(one: Holding, other: Holding) -> Holding:
    least, most = one.least + other.least, one.most + other.most
    return Holding(one.owner, one.owned, least, max(least, min(WHOLE, most)))


def tell(percent: Fraction) -> str:
    """Per cent as a sentence prints it: exact where the decimals are few.

    >>> tell(Fraction(50)), tell(Fraction("49.99"))
    ('50', '49.99')
    """
    return f"{float(percent):.9f}".rstrip("0").rstrip(".")


def tell_steps(steps: Iterable[Holding], name_of: Mapping[str, str]) -> str:
    """The steps in words: who holds how much of whom."""
    return "; ".join(
        f"{name_of[h.owner]!r} holds {_told_share(h)} of {name_of[h.owned]!r}" for h in steps
    )


def _told_share(holding: Holding) -> str:
    if holding.is_exact:
        return f"{tell(holding.least)} per cent"
    if (holding.least, holding.most) == (NONE, WHOLE):
        return "an unknown share"
    return f"{tell(holding.least)} to {tell(holding.most)} per cent"
