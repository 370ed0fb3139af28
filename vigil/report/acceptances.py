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


def acceptance_value(acceptance: Acceptance, today: date) -> dict[str, Any]:
    """An accepted match as plain JSON values."""
    said = acceptance.proposed
    return {
        "acceptance": acceptance.id,
        "state": acceptance.state.value,
        "is_past": today > said.last_day,
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


def render_acceptances(found: Sequence[Acceptance], today: date) -> RenderableType:
    """A line an accepted match, the newest first."""
    if not found:
        return Text("no accepted match")
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("id", "state", "as screened", "is not", "until", "by", "why"):
        fold = column in ("as screened", "is not", "by", "why")
        table.add_column(column, overflow="fold", no_wrap=not fold)
    for one in found:
        said, past = one.proposed, today > one.proposed.last_day
        persons = [said.by, one.approved.by] if one.approved else [said.by]
        table.add_row(
            one.id, Text(one.state.value, style="" if one.state is Standing.APPROVED else "dim"),
            harmless(said.name), harmless(said.binding.entity),
            Text(str(said.last_day), style="red" * past), harmless(", ".join(persons)),
            harmless(said.reason),
        )  # fmt: skip
    return table


def stands_now(acceptance: Acceptance, today: date) -> str:
    """Where an accepted match stands, in one line: what a step prints."""
    said = acceptance.proposed
    what = {
        Standing.PROPOSED: "is proposed and waits for a second person",
        Standing.APPROVED: f"counts until {said.last_day}",
        Standing.REFUSED: "was refused",
        Standing.WITHDRAWN: "was withdrawn",
    }[acceptance.state]
    past = f", and ended on {said.last_day}" if today > said.last_day else ""
    met = f"{harmless(said.name)} is not {harmless(said.listed)} ({said.binding.entity})"
    return f"{acceptance.id} {what}{past}: {met}."
