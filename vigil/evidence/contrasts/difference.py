"""What two statements of the same thing say differently, at its offsets on each side."""

from __future__ import annotations

from typing import Literal

import msgspec

from vigil.evidence.claim import DiscrepancyKind
from vigil.evidence.contrasts.side import Side
from vigil.evidence.page import Span


class Difference(msgspec.Struct, frozen=True):
    """One difference between two statements.

    `left` and `right` are the smallest words that differ, as offsets into each page's text; where
    a side lacks the words, the word before their place. `note` is plain words for a reader.
    `weight` is as in `claim.Discrepancy`.
    """

    kind: DiscrepancyKind
    left: Span
    right: Span
    note: str
    weight: Literal[1, 2, 3]


def difference(
    kind: DiscrepancyKind,
    sides: tuple[Side, Side],
    left: tuple[int, int],
    right: tuple[int, int],
    note: str,
    weight: Literal[1, 2, 3],
) -> Difference:
    """A difference between words `left` of one side and `right` of the other (half-open).

    `{left}` and `{right}` in the note stand for the words as printed.
    """
    words = {
        "left": f"“{sides[0].said(*left)}”" if left[1] > left[0] else "nothing",
        "right": f"“{sides[1].said(*right)}”" if right[1] > right[0] else "nothing",
    }
    return Difference(
        kind, sides[0].span(*left), sides[1].span(*right), note.format_map(words), weight
    )
