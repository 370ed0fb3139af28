"""The answer to an order: one outcome, with everything it rests on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from vigil.model.finding import Finding, NotChecked
from vigil.model.nearby import NearbyLaw
from vigil.model.question import Question

NULLABLE = ("value", "score", "matched", "basis")  # the contract allows null here, not elsewhere


class Outcome(StrEnum):
    """What is to be done with an order, strongest first."""

    STOP = "stop"
    REVIEW = "review"
    INCOMPLETE = "incomplete"
    CLEAR = "clear"


class Screened(msgspec.Struct, frozen=True):
    """How many names, lines and legs were looked at."""

    parties: int
    lines: int
    legs: int


class SourceUsed(msgspec.Struct, frozen=True):
    """A list as it was used: its day, its size, and its age on the order's day."""

    id: str
    version: str
    entries: int
    age_days: int
    sha256: str | None = None


class WorldUsed(msgspec.Struct, frozen=True):
    """The world a decision was taken in."""

    id: str
    sources: tuple[SourceUsed, ...]


class Decision(msgspec.Struct, frozen=True):
    """One order's answer. Findings are in total order: strength, screen, path, kind, subject.

    `questions` are the red flags that nothing in the order shows, for a person to answer; they
    keep no order from being clear. `to_dict` names them by field and flag, their words stand in
    docs/red-flags.md and in `vigil explain --full`. `law_nearby`: provisions whose scope fits and
    that begin soon after the day or ended shortly before it: notes, no reasons.
    """

    order_id: str
    outcome: Outcome
    on: date
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    screened: Screened
    world: WorldUsed
    vigil: str
    questions: tuple[Question, ...] = ()
    law_nearby: tuple[NearbyLaw, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The decision as plain JSON values, in the order of the contract."""
        plain: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(self, questions=()))
        plain["questions"] = [question.short for question in self.questions]
        plain["findings"] = [
            {"id": finding.id} | {k: v for k, v in row.items() if v is not None or k in NULLABLE}
            for finding, row in zip(self.findings, plain["findings"], strict=True)
        ]
        return plain

    def to_json(self) -> bytes:
        """The decision as one line of JSON; the same decision gives the same bytes."""
        return msgspec.json.encode(self.to_dict())
