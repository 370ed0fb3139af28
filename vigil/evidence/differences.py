"""What two statements of the same thing say differently: one finder for each kind."""

from __future__ import annotations

from vigil.evidence.contrasts import (
    actors,
    amounts,
    attribution,
    classification,
    contrasts,
    denials,
    directions,
    frames,
    modality,
    roles,
    spellings,
    tenses,
    times,
    wordings,
)
from vigil.evidence.contrasts.difference import Difference
from vigil.evidence.contrasts.side import Alignment, Side
from vigil.evidence.told import Told

__all__ = ["Difference", "differences"]

FINDERS = (
    amounts.find,
    times.find,
    modality.find,
    directions.find,
    actors.find,
    roles.find,
    tenses.find,
    denials.find,
    contrasts.find,
    spellings.find,
    classification.find,
    wordings.find,
    attribution.find,
    frames.find,
)

TURNED = 3  # weight of who gives and who gets turned round


def differences(left: Told | Side, right: Told | Side) -> tuple[Difference, ...]:
    """What two statements that tell the same thing say differently.

    Args:
        left: one statement, or its `Side` where it is compared with several.
        right: the other.

    Returns:
        Heaviest first, then by place on the left; the same for the same input.
    """
    sides = (_side(left), _side(right))
    if not sides[0].words or not sides[1].words:
        return ()
    aligned = Alignment(sides[0].keys, sides[1].keys)
    found = {d for finder in FINDERS for d in finder(sides, aligned)}
    turned = [d for d in found if d.kind == "direction" and d.weight == TURNED]
    kept = [d for d in found if d.kind not in ("actor", "role") or not _is_within(d, turned)]
    return tuple(sorted(kept, key=lambda d: (-d.weight, d.left, d.right, d.kind, d.note)))


def _is_within(one: Difference, turned: list[Difference]) -> bool:
    """Whether others in a place are two who changed places: told once, as that."""
    return any(
        t.left.start <= one.left.start < t.left.end
        and t.right.start <= one.right.start < t.right.end
        for t in turned
    )


def _side(told: Told | Side) -> Side:
    return told if isinstance(told, Side) else Side(told)
