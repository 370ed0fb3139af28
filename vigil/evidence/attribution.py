"""Who is said to say it: a speaker that only one side has, or another one."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.difference import Difference
from vigil.evidence.side import Alignment, Side


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:  # noqa: ARG001
    """One side tells as a fact what the other has somebody say."""
    said = [s for s in sides if s.told.statement.speaker or s.told.statement.mode != "narrated"]
    if len(said) != 1:
        return
    speaker = said[0].told.statement.speaker
    name = speaker.name if speaker else "a speaker"
    yield Difference(
        "attribution_lost",
        sides[0].told.at,
        sides[1].told.at,
        f"one side has it said by {name}, the other tells it as a fact",
        2,
    )
