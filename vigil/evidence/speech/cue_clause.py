"""One place where a sentence says that somebody says something, in places of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from vigil.evidence.speech.cues import (
    Cue,
)

Range = tuple[int, int]


class Attribution(msgspec.Struct):
    """One cue with its subject and what it says; `inherits`: the speaker of the one before."""

    cue: Range
    word: Cue
    subject: Range | None
    how: Literal["before", "behind", "around", "phrase"]
    complements: list[Range]
    clause: int  # where its clause begins
    aside: Range | None = None  # an apposition of the subject
    inherits: bool = False
    nested: bool = False  # stands in what the one before says
    bare: bool = False  # nothing is said in this sentence: "Novak said:"
    told: Range | None = None  # "told AFP"
    basis: Range | None = None


def floor_of(found: Sequence[Attribution]) -> int:
    """The place behind the cues and subjects read so far; a later subject begins behind it."""
    return max((max(a.cue[1], a.subject[1] if a.subject else 0) for a in found), default=0)


def is_nested(found: Sequence[Attribution], clause: int) -> bool:
    """Whether a clause begins what the one before says: "Reuters said Novak said"."""
    return bool(found) and any(c[0] == clause for c in found[-1].complements)
