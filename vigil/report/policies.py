"""Policies for a person at a terminal, and as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from vigil.case.policy import CasePolicy
from vigil.case.policy_file import PolicyFile
from vigil.case.policy_steps import Policies
from vigil.model.policy import Policy
from vigil.report.cases import told_time
from vigil.report.harmless import harmless

SHOWN_DIGITS = 12  # of a file's hash


class ChangedOutcome(msgspec.Struct, frozen=True):
    """A screening whose outcome another policy changes; all but `recorded` in one world."""

    row: int
    order: str
    recorded: str
    active: str
    new: str


def policy_value(policy: PolicyFile) -> dict[str, Any]:
    """A policy as plain JSON values."""
    return {
        "version": policy.version,
        "file": policy.sha256,
        "cases": msgspec.to_builtins(policy.cases),
        "screening": msgspec.to_builtins(policy.screening),
    }


def policies_value(now: Policies) -> dict[str, Any]:
    """What counts as plain JSON values; `version` is `default` before any was activated."""
    by = now.activated
    value: dict[str, Any] = {
        "version": now.cases.version,
        "file": now.active.sha256 if now.active else None,
        "cases": msgspec.to_builtins(now.cases),
        "screening": msgspec.to_builtins(now.screening) if now.screening else None,
        "activated_by": by.by if by else None,
        "approved_by": now.approved.by if now.approved else None,
        "reason": by.reason if by else None,
    }
    waiting = now.waiting
    value["waiting"] = waiting and {
        "version": waiting.version, "file": waiting.file, "by": waiting.by,
        "reason": waiting.reason,
    }  # fmt: skip
    return value


def render_policy(cases: CasePolicy, screening: Policy | None) -> Table:
    """Each setting with its value; what is not the default stands out."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, value, plain in _settings(cases, CasePolicy()):
        table.add_row(name, Text(value, style="dim" if plain else "bold"))
    if screening is None:
        table.add_row("screening", Text("as vigil.toml and VIGIL_… say", style="dim"))
        return table
    for name, value, plain in _settings(screening, Policy()):
        table.add_row(f"screening.{name}", Text(value, style="dim" if plain else "bold"))
    return table


def render_policies(now: Policies) -> RenderableType:
    """What counts, since when and by whom, and what waits for a second person."""
    by, second = now.activated, now.approved
    if by is None:
        head = "policy default: none was activated in this store"
    else:
        persons = f"{by.by} and {second.by}" if second else by.by
        head = (
            f"policy {harmless(by.version)} ({by.file[:SHOWN_DIGITS]}) by {harmless(persons)}, "
            f"{told_time((second or by).at)} UTC: {harmless(by.reason)}"
        )
    parts: list[RenderableType] = [Text(head, style="bold")]
    parts.append(render_policy(now.cases, now.screening))
    if now.waiting is not None:
        wait = now.waiting
        parts.append(Text(
            f"waits for a second person: {harmless(wait.version)} ({wait.file[:SHOWN_DIGITS]}) by "
            f"{harmless(wait.by)}: {harmless(wait.reason)}", style="yellow",
        ))  # fmt: skip
    return Group(*parts)


def render_changed(changed: Sequence[ChangedOutcome], tried: int) -> RenderableType:
    """A line a changed outcome, and how many were tried."""
    told = Text(
        f"{tried} screening{'s' * (tried != 1)} replayed, {len(changed)} with another outcome",
        style="bold",
    )
    if not changed:
        return told
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("row", "order", "recorded", "active policy", "new policy"):
        table.add_column(column, overflow="fold", no_wrap=column != "order")
    for one in changed:
        table.add_row(str(one.row), harmless(one.order), one.recorded, one.active, one.new)
    return Group(table, told)


def _settings(policy: msgspec.Struct, default: msgspec.Struct) -> Iterator[tuple[str, str, bool]]:
    for name in policy.__struct_fields__:
        value = getattr(policy, name)
        if isinstance(value, dict):
            told = "; ".join(f"{who}: {', '.join(roles)}" for who, roles in sorted(value.items()))
        elif isinstance(value, tuple):
            told = ", ".join(map(str, value))
        else:
            told = "" if value is None else str(value)
        yield name, harmless(told) or "none", value == getattr(default, name)
