"""What happened to lists, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.table import Table
from rich.text import Text

STYLES = {"recorded": "", "stopped": "red", "accepted": "yellow"}


def render_history(rows: Iterable[tuple[date, str, date | None, str, str, str]]) -> Table:
    """A row an event: recorded on, source, the list's day, what happened, snapshot, why."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("on", "list", "of", "what", "snapshot", "why"):
        table.add_column(column, overflow="fold" if column == "why" else "ellipsis")
    for on, source, version, step, snapshot, why in rows:
        day = str(version) if version else "?"
        table.add_row(
            str(on), source, day, Text(step, style=STYLES[step]), snapshot or "none", Text(why)
        )
    return table
