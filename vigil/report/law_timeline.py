"""The law around a day: what is in force, what begins or ended within a year, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import msgspec

from vigil.model.provision import Jurisdiction, Phase, Provision
from vigil.model.reach import Reach

YEAR = timedelta(days=365)


class State(StrEnum):
    """Where a provision's window lies, seen from a day."""

    IN_FORCE = "in_force"
    BEGINS = "begins"  # within a year
    ENDED = "ended"  # within the last year
    LATER = "later"
    PAST = "past"


class Standing(msgspec.Struct, frozen=True):
    """A provision on a day; `days` from the day to its first (or, when over, its last) day."""

    provision: Provision
    state: State
    days: int | None
    phase: Phase | None
    dispute: str | None

    @property
    def marks(self) -> tuple[str, ...]:
        """What makes it less than settled law that was read at the source."""
        provision = self.provision
        told = []
        if self.dispute:
            told.append("contested")
        if not provision.binding:
            told.append("guidance")
        if not provision.verified:
            told.append("not verified")
        elif not provision.from_verified:
            told.append("first day not verified")
        return tuple(told)

    def to_dict(self) -> dict[str, Any]:
        """The provision and its standing as plain JSON values."""
        plain: dict[str, Any] = msgspec.to_builtins(self.provision)
        phase = msgspec.to_builtins(self.phase) if self.phase else None
        seen = {"state": self.state, "days": self.days, "phase": phase, "contested": self.dispute}
        return {"id": plain.pop("id")} | seen | plain


def timeline(
    provisions: Iterable[Provision],
    on: date,
    jurisdictions: Sequence[Jurisdiction] = (),
    place: str | None = None,
) -> list[Standing]:
    """Provisions as they stand on a day, by jurisdiction, then first day, then id.

    Args:
        provisions: of a catalogue.
        on: the day.
        jurisdictions: only theirs; none: everyone's.
        place: a country (ISO alpha-2) or region; only what names it or leaves it in.
    """
    order = tuple(Jurisdiction)
    chosen = (
        p for p in provisions
        if (not jurisdictions or p.jurisdiction in jurisdictions)
        and (place is None or place in p.concerns or any(_is_about(r, place) for r in p.reaches))
    )  # fmt: skip
    rows = [_standing(provision, on) for provision in chosen]
    return sorted(
        rows,
        key=lambda row: (
            order.index(row.provision.jurisdiction),
            row.provision.in_force_from or date.min,
            row.provision.id,
        ),
    )


def _is_about(reach: Reach, place: str) -> bool:
    named = (*reach.destinations, *reach.departures, *reach.governments)
    return place in named or bool(reach.not_to and place not in reach.not_to)


def _standing(provision: Provision, on: date) -> Standing:
    state, days = _place(provision, on)
    phase = provision.phase_on(on) if state is State.IN_FORCE else None
    return Standing(provision, state, days, phase, provision.dispute(on))


def _place(provision: Provision, on: date) -> tuple[State, int | None]:
    first, last = provision.in_force_from, provision.in_force_to
    if first is not None and first > on:
        state = State.BEGINS if first - on <= YEAR else State.LATER
        return state, (first - on).days
    if last is not None and last < on:
        state = State.ENDED if on - last <= YEAR else State.PAST
        return state, (last - on).days
    return State.IN_FORCE, (first - on).days if first else None
