"""What a world holds, for a terminal and as a JSON line."""

from __future__ import annotations

import msgspec
from rich.console import Group
from rich.table import Table
from rich.text import Text

from vigil.world import World

DATED_BY = {"publisher": "", "as_of": " (as given)", "built": " (day of building)"}


def world_line(world: World) -> bytes:
    """The manifest with the world's id, as one JSON line."""
    told = {"id": world.id, **msgspec.to_builtins(world.manifest)}
    return msgspec.json.encode(told) + b"\n"


def render_world(world: World) -> Group:
    """The lists with their day and size, then the catalogues."""
    lists = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("list", "of", "entries", "names", "sha256"):
        lists.add_column(column, justify="right" if column in ("entries", "names") else "left")
    for s in world.sources:
        day = f"{s.version}{DATED_BY[s.dated_by]}"
        lists.add_row(s.id, day, f"{s.entries:,}", f"{s.names:,}", s.sha256[:12] + "…")
    known = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("catalogue", "of", "entries", "sha256"):
        known.add_column(column, justify="right" if column == "entries" else "left")
    for c in world.manifest.catalogues:
        known.add_row(c.id, str(c.version), f"{c.entries:,}", c.file_sha256[:12] + "…")
    notes = [Text(f"{s.id}: {s.note}", style="dim") for s in world.sources if s.note]
    notes += [Text(f"{s.id}: {s.held_back}", style="red") for s in world.sources if s.held_back]
    return Group(Text(f"world {world.id}", style="bold"), Text(), lists, *notes, Text(), known)
