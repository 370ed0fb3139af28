"""Cases for a person at a terminal, and as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vigil.case.case import HARD, Case
from vigil.case.events import CaseEvent, FoundThen
from vigil.case.states import TABLE, State, Step
from vigil.model.decision import Outcome
from vigil.report.harmless import harmless
from vigil.report.table import NOT_CHECKED_STYLE, OUTCOME_STYLE, STRENGTH_STYLE

BY_VIGIL = frozenset({Step.RESCREEN})
SHOWN = (  # fields of events that are told, in this order; a case, a person and a time stand before
    "to", "of", "finding", "disposition", "verdict", "field", "path", "question", "answer", "text",
    "name", "sha256", "due", "resolved_by", "outcome", "screening", "why", "reason",
)  # fmt: skip


def case_value(case: Case, events: Sequence[tuple[int, CaseEvent]]) -> dict[str, Any]:
    """A case as plain JSON values, with all its events, each with its row of the ledger."""
    return {
        "case": case.id,
        "order": case.order,
        "state": case.state.value,
        "verdict": case.verdict,
        "outcome": case.outcome,
        "screening": case.screening,
        "assignee": case.assignee,
        "due": case.due.isoformat() if case.due else None,
        "held": case.held,
        "findings": [_finding_value(case, found) for found in case.findings],
        "not_checked": [_gap_value(case, gap) for gap in case.not_checked],
        "answers": {field: said.answer for field, said in sorted(case.answers.items())},
        "questions": list(case.opened.questions),
        "attachments": [msgspec.to_builtins(file) for file in case.attachments.values()],
        "next": next_steps(case),
        "events": [{"row": row} | msgspec.to_builtins(event) for row, event in events],
    }


def next_steps(case: Case) -> list[str]:
    """The steps that persons can take from where the case stands."""
    steps = {way.step for way in TABLE if case.state in way.states} - BY_VIGIL
    return [step.value.replace("_", "-") for step in Step if step in steps]


def render_cases(rows: Sequence[Mapping[str, Any]], today: date) -> RenderableType:
    """A line a case, the newest first."""
    if not rows:
        return Text("no case")
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("case", "order", "state", "outcome", "open", "assignee", "due"):
        fold = column in ("order", "assignee")
        table.add_column(column, overflow="fold" if fold else "ellipsis", no_wrap=not fold)
    for row in rows:
        late = row["due"] is not None and row["due"] < today and row["state"] != State.CLOSED
        held = " held" if row["held"] else ""
        table.add_row(
            row["case_id"], harmless(row["order_id"]), row["state"] + held,
            Text(row["outcome"], style=_outcome_style(row["outcome"])), str(row["open_findings"]),
            harmless(row["assignee"] or ""), Text(str(row["due"] or ""), style="red" * late),
        )  # fmt: skip
    return table


def render_case(case: Case, events: Sequence[tuple[int, CaseEvent]], today: date) -> Group:
    """A case: where it stands, its findings with what was said of them, and its history."""
    parts: list[RenderableType] = [_head(case, today)]
    parts.append(Padding(_findings(case), (0, 0, 0, 2)))
    left = _left(case)
    parts.append(Text(left, style="bold" if case.state is not State.CLOSED else ""))
    parts.append(Text("history", style="dim"))
    parts.append(Padding(_history(events), (0, 0, 0, 2)))
    parts.append(Text(f"next: {', '.join(next_steps(case))}", style="dim"))
    return Group(*parts)


def stands(case: Case) -> str:
    """Where a case stands, in one line: what a step prints."""
    who = f" to {harmless(case.assignee or '')}" if case.state is State.ASSIGNED else ""
    verdict = f" as {case.verdict}" if case.verdict else ""
    waits = " and waits for a second person" if case.state is State.DECIDED else ""
    return (
        f"{case.id} (order {harmless(case.order)}) is {case.state}{who}{verdict}{waits}. "
        + _left(case)
    )


def _left(case: Case) -> str:
    findings, gaps = len(case.open_findings), len(case.open_gaps)
    if not findings and not gaps:
        return "Nothing is open."
    told = [f"{findings} finding{'s' * (findings != 1)}"] if findings else []
    told += [f"{gaps} not checked"] if gaps else []
    return f"Open: {' and '.join(told)}."


def _head(case: Case, today: date) -> Text:
    told = [f"{case.state}"]
    told += [f"verdict {case.verdict}"] if case.verdict else []
    told += [f"with {harmless(case.assignee)}"] if case.assignee else []
    if case.due and case.state is not State.CLOSED:
        told.append(f"{'OVERDUE since' if case.is_overdue(today) else 'due'} {case.due}")
    told += ["on legal hold"] if case.held else []
    return Text.assemble(
        (f" {case.outcome.upper()} ", _outcome_style(case.outcome)),
        f" {case.id}  order {harmless(case.order)}  ",
        (", ".join(told), "bold"),
    )


def _findings(case: Case) -> Table:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True, min_width=11)
    rows.add_column(overflow="fold")
    open_ids = {found.id for found in case.open_findings}
    for found in case.findings:
        style = STRENGTH_STYLE.get(_strength(found), "")
        body = Text.assemble(
            (f"{found.id} ", "bold"), harmless(found.summary), (f"  {harmless(found.path)}", "dim")
        )
        said = case.dispositions.get(found.id)
        if said is not None:
            solved = f", resolved by: {harmless(said.resolved_by)}" if said.resolved_by else ""
            told = f"\n{said.disposition} by {harmless(said.by)}: {harmless(said.reason)}{solved}"
            body.append(told, "red" if found.id in open_ids else "green")
        elif found.strength in HARD:
            body.append("\nnobody has looked at it", "red")
        rows.add_row(Text(found.strength, style=style), body)
    for gap in case.not_checked:
        path, why = gap
        body = Text.assemble(harmless(why), (f"  {harmless(path)}", "dim"))
        closed = case.closed_gaps.get(gap)
        if closed is None:
            body.append("\nnobody has checked it", "red")
        else:
            body.append(f"\nchecked by {harmless(closed.by)}: {harmless(closed.reason)}", "green")
        rows.add_row(Text("not checked", style=NOT_CHECKED_STYLE), body)
    return rows


def _history(events: Sequence[tuple[int, CaseEvent]]) -> Table:
    rows = Table.grid(padding=(0, 2))
    for _ in range(3):
        rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    for number, event in events:
        what = msgspec.to_builtins(event)["event"]
        rows.add_row(
            Text(str(number), style="dim"), told_time(event.at), harmless(event.by, 20),
            Text.assemble((f"{what} ", "bold"), "  ".join(_details(event))),
        )  # fmt: skip
    return rows


def _details(event: CaseEvent) -> Iterator[str]:
    plain = msgspec.to_builtins(event)
    for field in SHOWN:
        value = plain.get(field)
        if value not in (None, ""):
            text = harmless(str(value))
            yield f"{text[:12]}" if field == "sha256" else text


def told_time(at: int) -> str:
    """A time as `2026-08-07 14:03`, UTC.

    >>> told_time(0)
    '1970-01-01 00:00'
    """
    return datetime.fromtimestamp(at // 1000, UTC).strftime("%Y-%m-%d %H:%M")


def _finding_value(case: Case, found: FoundThen) -> dict[str, Any]:
    said = case.dispositions.get(found.id)
    value: dict[str, Any] = msgspec.to_builtins(found)
    value["open"] = found in case.open_findings
    value["disposition"] = None if said is None else msgspec.to_builtins(said)
    return value


def _gap_value(case: Case, gap: tuple[str, str]) -> dict[str, Any]:
    closed = case.closed_gaps.get(gap)
    told = None if closed is None else msgspec.to_builtins(closed)
    return {"path": gap[0], "why": gap[1], "open": closed is None, "closed": told}


def _strength(found: FoundThen) -> Any:
    return found.strength


def _outcome_style(outcome: str) -> str:
    return next((OUTCOME_STYLE[known] for known in Outcome if known.value == outcome), "")
