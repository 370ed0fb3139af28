"""Matches of names, for a terminal and as the JSON lines of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from vigil.names.features import sentence_to_read
from vigil.parties.match import Match


def match_lines(
    answers: Iterable[tuple[str, Sequence[Match]]],
    head: Mapping[str, Any],
    tail: Mapping[str, Any],
    limit: int,
) -> Iterator[bytes]:
    """One JSON line a name: query, head, `total` of the complete answer, the first `limit`
    matches, tail.
    """
    for query, found in answers:
        shown = [match_fields(m) for m in found[:limit]]
        line = {"query": query, **head, "total": len(found), "matches": shown, **tail}
        yield msgspec.json.encode(line) + b"\n"


def match_fields(found: Match) -> dict[str, Any]:
    """A match as plain JSON values."""
    entity = found.entity
    return {
        "entity": entity.id,
        "name": found.name,
        "score": found.score,
        "kind": entity.kind.value,
        "source": entity.source,
        "programmes": list(entity.programmes),
        "listed_on": entity.listed_on.isoformat() if entity.listed_on else None,
        "features": msgspec.to_builtins(found.features),
    }


def render_matches(
    answers: Iterable[tuple[str, Sequence[Match]]], *, limit: int, explain: bool
) -> Group:
    """A table for each name; with `explain`, which words met which and what it was worth."""
    parts: list[RenderableType] = []
    for query, found in answers:
        parts.append(Text.assemble((query, "bold"), f"  {_count(found, limit)}"))
        if found:
            parts.append(_table(found[:limit], explain))
        parts.append(Text())
    return Group(*parts)


def _count(found: Sequence[Match], limit: int) -> str:
    if not found:
        return "nothing listed comes near"
    shown = f", the first {limit} shown" if len(found) > limit else ""
    return f"{len(found)} listed {'entry' if len(found) == 1 else 'entries'}{shown}"


def _table(found: Sequence[Match], explain: bool) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for m in found:
        since = f", listed {m.entity.listed_on}" if m.entity.listed_on else ""
        programmes = f" {' '.join(m.entity.programmes)}" if m.entity.programmes else ""
        table.add_row(
            f"{m.score:.2f}",
            Text.assemble(m.name, (f"  {m.entity.id}{programmes}{since}", "dim")),
        )
        if explain:
            for feature in m.features:
                sentence = sentence_to_read(feature.name)
                told = f"{feature.name} {feature.score:.2f}  {feature.detail}"
                told = f"{told}. {sentence}" if sentence else told
                table.add_row("", Text(told, style="dim"))
    return table
