"""What an update did to each list, for a terminal and as JSON lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec
from rich.console import Group
from rich.table import Table
from rich.text import Text


class Result(StrEnum):
    """What an update did for a source."""

    UPDATED = "updated"  # the world now holds another list than before
    UNCHANGED = "unchanged"
    STOPPED = "stopped"  # by its reader or a guard; the last good one stays
    NOT_LOADED = "not_loaded"  # the publisher could not be reached, or what came was not taken
    NOT_ASKED = "not_asked"  # it has no address, or was not named


FAILURES = frozenset({Result.STOPPED, Result.NOT_LOADED})
STYLES = {Result.UPDATED: "bold", Result.STOPPED: "bold red", Result.NOT_LOADED: "bold red"}


class SourceUpdate(msgspec.Struct, frozen=True):
    """What became of a source: its list's day and entries before and now, None where there is no
    list, how many entries were listed, changed and delisted in between, and why it failed.
    """

    source: str
    result: Result
    before: date | None
    now: date | None
    entries_before: int | None
    entries: int | None
    listed: int = 0
    changed: int = 0
    delisted: int = 0
    reasons: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the list could not be brought up to the day."""
        return self.result in FAILURES


def update_lines(updates: Iterable[SourceUpdate]) -> bytes:
    """One JSON line a source."""
    return b"".join(msgspec.json.encode(update) + b"\n" for update in updates)


def render_updates(updates: Iterable[SourceUpdate]) -> Group:
    """A row a source; why one failed is said below."""
    known = tuple(updates)
    table = Table(box=None, padding=(0, 2, 0, 0))
    left = ("list", "", "of")
    for column in (*left, "entries", "listed", "changed", "delisted"):
        table.add_column(column, justify="left" if column in left else "right")
    for one in known:
        style = STYLES.get(one.result, "dim")
        table.add_row(
            one.source,
            Text(one.result.replace("_", " "), style=style),
            _days(one.before, one.now),
            "none" if one.entries is None else f"{one.entries:,}",
            *(f"{count:,}" if count else "" for count in (one.listed, one.changed, one.delisted)),
        )
    reasons = [Text(f"{one.source}: {why}", style="red") for one in known for why in one.reasons]
    return Group(table, *reasons)


def _days(before: date | None, now: date | None) -> str:
    if before is None or now is None or before == now:
        return str(now or before or "none")
    return f"{before} to {now}"
