"""Pages that are put together of several reports.

A round-up shares one stretch with one report and another stretch with a second that has nothing to
do with the first. It must not join the two, so it stays with the one it shares most with: an
overlap that lies wholly outside of the stretch that the nearest one spans is left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from vigil.evidence.origin import Overlap
from vigil.evidence.page import Span

OUTSIDE = 0.2  # of an overlap's words: no more than these lie in the nearest one's stretch; chosen
_STRENGTH = ("earlier_version", "same_text", "paraphrase", "same_quotations")


def without_other_parts(overlaps: Iterable[Overlap]) -> list[Overlap]:
    """The overlaps that lie in the same part of both pages as the nearest one of each."""
    every = list(overlaps)
    at: dict[str, list[Overlap]] = {}
    for overlap in every:
        for page in (overlap.left, overlap.right):
            at.setdefault(page, []).append(overlap)
    nearest = {page: max(found, key=_nearness) for page, found in at.items()}
    return [
        o for o in every if all(_is_same_part(page, o, nearest[page]) for page in (o.left, o.right))
    ]


def _nearness(overlap: Overlap) -> tuple[object, ...]:
    shared = sum(p.left.end - p.left.start for p in overlap.passages)
    return (overlap.relation != "same_quotations", shared, overlap.left, overlap.right)


def _is_same_part(page: str, one: Overlap, nearest: Overlap) -> bool:
    if one is nearest or "paraphrase" in (one.relation, nearest.relation):
        return True
    mine, best = _places(page, one), _places(page, nearest)
    return _inside(mine, best) > OUTSIDE or _inside(best, mine) > OUTSIDE


def _places(page: str, overlap: Overlap) -> list[Span]:
    return [p.left if overlap.left == page else p.right for p in overlap.passages]


def _inside(some: list[Span], others: list[Span]) -> float:
    """Share of some spans that lies between the first and the last of others."""
    start, end = min(s.start for s in others), max(s.end for s in others)
    length = sum(s.end - s.start for s in some)
    return sum(max(0, min(s.end, end) - max(s.start, start)) for s in some) / length
