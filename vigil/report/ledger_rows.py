"""Rows of the ledger for a person at a terminal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from vigil.report.cases import told_time
from vigil.report.harmless import harmless

SHOWN_DIGITS = 12  # of a hash
POLICY = "policy"


def render_rows(rows: Sequence[Mapping[str, Any]]) -> RenderableType:
    """A line a row: number, time, kind, whose, what and by whom, the beginning of its hash."""
    if not rows:
        return Text("no row")
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("row", "at (UTC)", "kind", "of", "what", "by", "hash"):
        fold = column in ("of", "by")
        table.add_column(column, overflow="fold", no_wrap=not fold)
    for row in rows:
        body = {} if row["body"] is None else json.loads(row["body"])
        what = "removed" if row["body"] is None else body.get("event") or body.get("outcome") or ""
        of = row["subject"]
        of = of[:SHOWN_DIGITS] if row["kind"] == POLICY else of  # there the hash of a file
        table.add_row(
            str(row["number"]), told_time(row["at"]), row["kind"], harmless(of, 40),
            harmless(str(what)), harmless(str(body.get("by", ""))),
            Text(row["hash"][:SHOWN_DIGITS], style="dim"),
        )  # fmt: skip
    return table
