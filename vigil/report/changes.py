"""How lists differ between two states, for a terminal and as JSON lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
from rich.text import Text

from vigil.lists.changes import Change, ChangeKind
from vigil.model.entity import Address, Identifier, Name, Origin, Relation

INDENT = " " * 10
STYLES = {ChangeKind.LISTED: "red", ChangeKind.CHANGED: "yellow", ChangeKind.DELISTED: "green"}


def change_lines(
    source: str, before: date | None, after: date | None, changes: Iterable[Change]
) -> Iterator[bytes]:
    """One JSON line a change: what differs in a field, or the whole entry when it came or went."""
    for change in changes:
        told: dict[str, object] = {
            "source": source,
            "from": before,
            "to": after,
            "change": change.kind,
            "id": change.entity.id,
            "name": change.entity.names[0].text,
        }
        if change.kind is ChangeKind.CHANGED:
            told["fields"] = {f.field: {"gone": f.gone, "new": f.new} for f in change.fields}
        else:
            told["entity"] = change.entity
        yield msgspec.json.encode(told) + b"\n"


def uncovered_line(source: str, state: str) -> bytes:
    """The JSON line of a list that one state does not hold."""
    return msgspec.json.encode({"source": source, "not_compared": _uncovered(state)}) + b"\n"


def render_uncovered(source: str, state: str) -> Text:
    """The same for a terminal."""
    return Text(f"{source}: {_uncovered(state)}", style="bold red")


def render_changes(
    source: str, before: date | None, after: date | None, changes: Iterable[Change]
) -> Text:
    """A line of counts; then each change with its id and name, a line for each field below it.

    Plain lines and no table: thousands are laid out in a second, and a field may be long.
    """
    known = list(changes)
    counts = Counter(change.kind for change in known)
    told = ", ".join(f"{counts[kind]:,} {kind}" for kind in ChangeKind)
    lines: list[str | tuple[str, str]] = [(f"{source}, {before} to {after}: {told}", "bold")]
    for change in known:
        lines += ["\n", (f"{change.kind:<8}", STYLES[change.kind])]
        lines.append(f"  {change.entity.id}  {change.entity.names[0].text}{_what(change)}")
    return Text.assemble(*lines)


def _uncovered(state: str) -> str:
    return f"{state} holds no snapshot of this list, so nothing was compared"


def _what(change: Change) -> str:
    if change.kind is not ChangeKind.CHANGED:
        programmes = ", ".join(change.entity.programmes)
        return f"  ({programmes})" if programmes else ""
    return "".join(
        f"\n{INDENT}{field.field}  {sign} {_said(value)}"
        for field in change.fields
        for sign, values in (("-", field.gone), ("+", field.new))
        for value in values
    )


def _said(value: object) -> str:
    """A field's value as a person reads it."""
    if isinstance(value, Name | Address):
        return value.text
    if isinstance(value, Identifier):
        return f"{value.scheme} {value.value}"
    if isinstance(value, Relation):
        return f"{value.kind} {value.name}"
    if isinstance(value, Origin):
        return value.url or value.source
    return str(value)
