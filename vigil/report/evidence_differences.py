"""What reports do not agree on, one plain sentence each, the weightiest first."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vigil.evidence.cards import Cited, sides
from vigil.evidence.claim import Discrepancy
from vigil.evidence.room import Room
from vigil.report.evidence_cards import counted
from vigil.report.evidence_labels import Labels
from vigil.report.harmless import harmless

HEADING = {
    3: "Changes what is claimed, or how far it can be relied on",
    2: "Matters to whoever cites it",
    1: "Worth knowing",
}
LONGEST = 110  # characters of the words of one side


def difference_fields(room: Room, found: Discrepancy) -> dict[str, object]:
    """A difference as plain JSON values, both sides with their words and raw offsets."""
    left, right = sides(room, found)
    return {
        "kind": found.kind,
        "weight": found.weight,
        "summary": found.summary,
        "card": found.claim,
        "left": left,
        "right": right,
    }


def render_differences(room: Room) -> Group:
    """Three parts by weight; under each sentence the words of both sides and where they stand."""
    labels = Labels(room.pages)
    parts: list[RenderableType] = [*labels.legend(), Text()]
    for weight, heading in HEADING.items():
        found = [one for one in room.discrepancies if one.weight == weight]
        if found:
            parts.append(Text(f"{heading}: {len(found)}", style="bold"))
            parts.append(Padding(_table(room, found, labels), (0, 0, 1, 1)))
    parts.append(Text(f"{counted(len(room.discrepancies), 'difference')}."))
    return Group(*parts)


def _table(room: Room, found: list[Discrepancy], labels: Labels) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", max_width=14)
    table.add_column(overflow="fold")
    for one in found:
        told = Text(harmless(labels.short(one.summary)))
        for side in sides(room, one):
            if any(cited.text.strip() for cited in side):
                told.append(f"\n{_side(side, labels)}", style="dim")
        table.add_row(one.kind.replace("_", " "), told)
    return table


def _side(side: tuple[Cited, ...], labels: Labels) -> str:
    where = ", ".join(f"{labels.of(one.page)} {one.at[0]}-{one.at[1]}" for one in side)
    return f"{where}: {harmless(side[0].text, LONGEST)}"
