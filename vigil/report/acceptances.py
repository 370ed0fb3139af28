"""Accepted matches for a person at a terminal, and as plain JSON values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from vigil.case.acceptance import Acceptance, Standing
from vigil.report.harmless import harmless


def acceptance_value(acceptance: Acceptance, today: date, scoring: str) -> dict[str, Any]:
    """An accepted match as plain JSON values; `ended`: why it no longer counts, by itself."""
    said = acceptance.proposed
    return {
        "acceptance": acceptance.id,
        "state": acceptance.state.value,
        "ended": ended_by_itself(acceptance, today, scoring),
        "name": said.name,
        "listed": said.listed,
        "last_day": said.last_day.isoformat(),
        "proposed_by": said.by,
        "reason": said.reason,
        "approved_by": acceptance.approved.by if acceptance.approved else None,
        "case": said.case,
        "strength": said.strength.value,
        **msgspec.to_builtins(said.binding),
    }


def render_acceptances(found: Sequence[Acceptance], today: date, scoring: str) -> RenderableType:
    """Each accepted match with its persons, its last day and its reason, the newest first."""
    if not found:
        return Text("no accepted match")
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True)
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    for one in found:
        said, ended = one.proposed, ended_by_itself(one, today, scoring)
        persons = f"{said.by} and {one.approved.by}" if one.approved else said.by
        told = Text.assemble(
            f"{harmless(said.name)} is not {harmless(said.listed)} ",
            (f"({harmless(said.binding.entity)})", "dim"),
            f"\nuntil {said.last_day}, by {harmless(persons)}: {harmless(said.reason)}",
            (f"\nended: {ended}" if ended else "", "red"),
        )
        style = "" if one.state is Standing.APPROVED and not ended else "dim"
        rows.add_row(one.id, Text(one.state.value, style=style), told)
    return rows


def ended_by_itself(acceptance: Acceptance, today: date, scoring: str) -> str | None:
    """Why an approved one no longer counts, as far as that shows without an order and a world."""
    said = acceptance.proposed
    if acceptance.state is not Standing.APPROVED:
        return None
    if today > said.last_day:
        return f"its last day was {said.last_day}"
    if said.binding.scoring != scoring:
        return "names are scored by another version"
    return None


def stands_now(acceptance: Acceptance) -> str:
    """Where an accepted match stands, in one line: what a step prints."""
    said = acceptance.proposed
    what = {
        Standing.PROPOSED: "is proposed and waits for a second person",
        Standing.APPROVED: f"counts until {said.last_day}",
        Standing.REFUSED: "was refused",
        Standing.WITHDRAWN: "was withdrawn",
    }[acceptance.state]
    met = f"{harmless(said.name)} is not {harmless(said.listed)} ({said.binding.entity})"
    return f"{acceptance.id} {what}: {met}."
