"""One published indicator, as the reviewed file gives it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from vigil.model.provision import Basis


class Weight(StrEnum):
    """Our proposal of how much a red flag says; not the regulator's."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    STOP = "stop"


STRONGEST_FIRST = (Weight.STOP, Weight.HIGH, Weight.MEDIUM, Weight.LOW)


class RedFlag(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A published indicator, in our own words, as one plain sentence.

    `indicator` names the observation in `vigil.routes.indicators` that fires it, `also` further
    ones; several flags that publish the same observation count once. None: nothing in an order can
    fire it, so it is asked. `fields` are the data fields as the facts name them; they are the keys
    of `answers`. `asked` is the one of them under which it is asked, None: the first. `partly`: an
    order shows a part of the statement only, so that the rest is asked. `paragraph` is its place in
    the source. Windows are closed; from `uncertain_from` on nobody could say whether it counts,
    and it is `in_doubt` (never so in the file).
    """

    id: str
    family: str
    statement: str
    fields: tuple[str, ...]
    weight: Weight
    verified: bool
    basis: Basis
    source_title: str
    indicator: str | None = None
    also: tuple[str, ...] = ()
    asked: str | None = None
    partly: bool = False
    paragraph: str | None = None
    source: str | None = None
    source_date: str | None = None
    note: str | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    uncertain_from: date | None = None
    in_doubt: bool = False

    @property
    def asked_at(self) -> str:
        """The field of `answers` under which it is asked."""
        return self.asked or self.fields[0]

    @property
    def indicators(self) -> tuple[str, ...]:
        """Every observation that fires it; empty when only a person can tell."""
        return (*((self.indicator,) if self.indicator is not None else ()), *self.also)

    @property
    def from_memory(self) -> bool:
        """Was the point itself read nowhere?"""
        return self.basis is Basis.MEMORY or not (self.verified or self.in_doubt)

    @property
    def place(self) -> tuple[bool, int, int, str]:
        """Read flags first, then the heaviest, then the nearest to the authority."""
        weight = STRONGEST_FIRST.index(self.weight)
        return (self.from_memory, weight, tuple(Basis).index(self.basis), self.id)

    def on(self, day: date) -> RedFlag | None:
        """The flag as it counts on a day: as it is within its window, not verified from the day on
        which nobody could say whether it came back, else not at all.
        """
        if self.uncertain_from is not None and self.uncertain_from <= day:
            return msgspec.structs.replace(self, verified=False, in_doubt=True)
        started = self.in_force_from is None or self.in_force_from <= day
        ended = self.in_force_to is not None and self.in_force_to < day
        return self if started and not ended else None


class Combination(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Signs that ask for a person together: indicators and circumstances, and what they mean."""

    id: str
    statement: str
    parts: tuple[str, ...]
