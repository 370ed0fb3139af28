"""Quantities in words and digits, and where two sides give other ones.

A quantity is an interval: “300” is itself, “1.2 million” what rounds to it, “hundreds” from 200 to
999, “nearly 400” a little below. Two quantities that overlap do not differ, whatever their words;
a bound that only one side has (“up to 300”) is a small difference of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.measures import MARKS, MONEY
from vigil.evidence.contrasts.quantities import Amount, amounts
from vigil.evidence.contrasts.side import Alignment, Side, slot

ALIKE = 0.5  # share of keys from which the only numbers left are the same thing


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Quantities that stand for one another and are not the same."""
    left, right = (s.read(amounts) for s in sides)
    if not left or not right:
        return
    scored = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if not _comparable(a, b):
                continue
            near = slot(sides, aligned, (a.first, a.end), (b.first, b.end))
            same = bool(a.head & b.head)
            score = 2 * near + 3 * same + 4 * _agree(a, b)
            scored.append((-score, i, j, near > 1 or same))
    scored.sort()
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    alike = len(sides[0].key_set & sides[1].key_set) > ALIKE * min(len(s.key_set) for s in sides)
    for _, i, j, related in scored:
        if i in taken_left or j in taken_right:
            continue
        a, b = left[i], right[j]
        last = len(taken_left) == len(left) - 1 and len(taken_right) == len(right) - 1
        related = related or (last and alike and a.unit == b.unit and not (a.vague or b.vague))
        only = sum(x.unit == a.unit for x in left) == sum(x.unit == b.unit for x in right) == 1
        if not (related or _agree(a, b) or (only and a.unit and a.unit == b.unit)):
            continue
        taken_left.add(i)
        taken_right.add(j)
        words = (sides, (a.first, a.end), (b.first, b.end))
        if not _agree(a, b):
            yield difference("number", *words, "the quantity differs: {left} against {right}", 3)
        elif _bound_differs(a, b):
            note = "the same number is bounded otherwise: {left} against {right}"
            yield difference("number", *words, note, 1)


def _comparable(a: Amount, b: Amount) -> bool:
    if a.unit == b.unit:
        return True
    money = set(MARKS.values()) | set(MONEY.values())
    return {a.unit, b.unit} <= money | {""} or {a.unit, b.unit} == {"s", "months"}


def _agree(a: Amount, b: Amount) -> bool:
    low, high, low_, high_ = a.low, a.high, b.low, b.high
    if {a.unit, b.unit} == {"s", "months"}:  # a month is 28 to 31 days
        if a.unit == "months":
            low, high = low * 28 * 86400, high * 31 * 86400
        else:
            low_, high_ = low_ * 28 * 86400, high_ * 31 * 86400
    elif a.unit != b.unit and a.unit and b.unit:
        return False
    return low <= high_ * 1.000001 and low_ <= high * 1.000001


def _bound_differs(a: Amount, b: Amount) -> bool:
    """Only for the same number: bounded above on one side, below or not at all on the other."""
    if a.vague or b.vague or a.bound == b.bound:
        return False
    hard = {a.bound, b.bound} & {"lower", "upper"}
    if not hard or "about" in (a.bound, b.bound):
        return False
    base = a.high if a.bound != "lower" else a.high / 1.3
    base_ = b.high if b.bound != "lower" else b.high / 1.3
    return abs(base - base_) <= 0.01 * base
