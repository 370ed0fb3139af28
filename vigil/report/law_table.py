"""The law around a day as a table for a terminal of ordinary width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vigil.report.law_timeline import Standing, State

HEADING = {
    State.IN_FORCE: "In force on {on}",
    State.BEGINS: "Begins within a year",
    State.ENDED: "Ended within the last year",
}
MARK_STYLE = {"contested": "yellow", "guidance": "dim", "not verified": "magenta"}
NOT_ADVICE = "Scopes are in our own words and are no legal advice."


def render_law(rows: Sequence[Standing], on: date, left_out: str = "") -> Group:
    """What is in force, what begins and what ended, each with its window and its marks.

    Args:
        rows: as `timeline` gives them.
        on: the day.
        left_out: a sentence about what the question took out, told at the end.
    """
    parts: list[RenderableType] = []
    for state, heading in HEADING.items():
        found = [row for row in rows if row.state is state]
        if found or state is State.IN_FORCE:
            parts.append(Text(f"{heading.format(on=on)}: {len(found)}", style="bold"))
            parts.append(Padding(_table(found), (0, 0, 1, 1)))
    return Group(*parts, *(Text(line) for line in _last(rows, left_out)))


def _table(rows: Sequence[Standing]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for row in rows:
        provision = row.provision
        first = str(provision.in_force_from or "long before")
        table.add_row(provision.jurisdiction, first, _until(row), _told(row))
    return table


def _until(row: Standing) -> str:
    last = row.provision.in_force_to
    return f"to {last}" if last else "no end known"


def _told(row: Standing) -> Text:
    told = Text(row.provision.title)
    if row.state is not State.IN_FORCE and row.days is not None:
        when = f"in {row.days} days" if row.days > 0 else f"{-row.days} days ago"
        told.append(f"  {when}", style="cyan")
    for mark in row.marks:
        told.append(f"  [{mark}]", style=MARK_STYLE.get(mark, "dim"))
    if row.phase and row.phase.what:
        told.append(f"\nsince {row.phase.in_force_from}: {row.phase.what}", style="dim")
    if row.dispute:
        told.append(f"\nread otherwise by {row.dispute}", style="yellow")
    return told


def _last(rows: Sequence[Standing], left_out: str) -> Iterator[str]:
    counts = Counter(row.state for row in rows)
    far = [
        f"{counts[state]} {words}"
        for state, words in ((State.PAST, "ended earlier"), (State.LATER, "begin later"))
        if counts[state]
    ]
    if far:
        yield f"Not shown: {', '.join(far)}."
    if left_out:
        yield left_out
    yield NOT_ADVICE
