"""Clauses that a claim left out, taken in again where two pages print nearly the same sentence.

A claim holds of a sentence the clauses that tell it best; of “the office acts with the navy” and
“the office acts with the army” it may hold the first five words. Where pages copy each other, the
rest is compared, too.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vigil.evidence.claim import Place
from vigil.evidence.contrasts.side import Alignment, words_of
from vigil.evidence.page import Span
from vigil.evidence.told import Told

ALIKE = 0.7  # share of the longer statement's words that both have, in order
COMPARED = 8  # statements of a claim that are held against each other


def widened(told: Sequence[Told], places: Sequence[Place]) -> list[Told]:
    """The statements of a claim, those that are nearly the same on two pages at their full length.

    Args:
        told: one statement a page.
        places: where any claim has words of these pages; they are not taken in.
    """
    cut = [n for n, one in enumerate(told[:COMPARED]) if _room(one, places) != one.at]
    if not cut:
        return list(told)
    keys = [[w.low for w in words_of(t.page.text, t.statement.at)] for t in told[:COMPARED]]
    found = list(told)
    for n in cut:
        if any(m != n and _alike(keys[n], keys[m]) for m in range(len(keys))):
            found[n] = msgspec.structs.replace(told[n], at=_room(told[n], places))
    return found


def _room(told: Told, places: Sequence[Place]) -> Span:
    """What lies between that which other claims hold before it and after it."""
    whole, own = told.statement.at, told.at
    start, end = whole
    for place in places:
        if place.page != told.page.id or place.at == own:
            continue
        if place.at.end <= own.start:
            start = max(start, place.at.end)
        elif place.at.start >= own.end:
            end = min(end, place.at.start)
        elif place.at.start < whole.end and whole.start < place.at.end:
            return own  # another claim holds some of the same words
    return Span(start, end)


def _alike(one: list[str], two: list[str]) -> bool:
    longer = max(len(one), len(two))
    if len(set(one) & set(two)) < ALIKE * min(len(set(one)), len(set(two))):
        return False
    return Alignment(one, two).share(longer) >= ALIKE
