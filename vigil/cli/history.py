"""`vigil world record|accept|history|diff`: lists in time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli import options
from vigil.cli.output import Format, check_out, chosen_format, complain, render, write
from vigil.errors import InvalidInput, SourceChanged, WorldError

if TYPE_CHECKING:
    from vigil.store.history import Event

SHOWN_DIGITS = 12  # of a snapshot's id; chosen: two never meet in a history of thousands

HistoryFolder = Annotated[Path, typer.Argument(metavar="HISTORY", help="The history's folder.")]


def record(
    folder: HistoryFolder,
    source: Annotated[list[str], typer.Option(metavar="ID=PATH", help="A list file.")],
    as_of: options.AsOf = None,
) -> None:
    """Add list files to a history; what a guard stops is kept apart, and the exit code is 3."""
    from vigil.store.build import countries_of
    from vigil.store.history import History
    from vigil.store.recording import record_sources
    from vigil.store.worlds import open_world

    sources = [_with_path(text) for text in source]
    today = date.today()
    day = options.past_day(as_of, today)
    countries = countries_of(open_world(None).parts.law())
    recorded = record_sources(History(folder), sources, countries, as_of=day, today=today)
    failed = []
    for one in recorded:
        if one.event is None:
            failed.append(str(one.problem))
        elif one.event.in_use:
            complain(f"{one.source}: of {one.event.version}, snapshot {_shown(one.event)}")
        else:
            failed.append(_stopped(folder, one.event))
    if failed:
        raise SourceChanged("\n".join(failed))


def accept(
    folder: HistoryFolder,
    snapshot: Annotated[str, typer.Argument(help="The stopped snapshot's id, or its beginning.")],
    by: Annotated[str, typer.Option(help="Who accepts it.")],
    because: Annotated[str, typer.Option(help="Why it is the list after all.")],
) -> None:
    """Let a list in that a guard stopped; the name and the reason are recorded."""
    from vigil.store.history import History

    event = History(_existing(folder)).accept(snapshot, by, because, date.today())
    complain(f"{event.source}: of {event.version}, snapshot {_shown(event)} accepted by {event.by}")


def history(
    folder: HistoryFolder,
    output: options.OutputFormat = None,
    check: Annotated[bool, typer.Option("--check", help="Check every object's hash.")] = False,
) -> None:
    """What was recorded, stopped and accepted, in order."""
    import msgspec

    from vigil.store.history import History

    opened = History(folder)
    events = opened.events()
    if check:
        problems = opened.problems()
        if problems:
            raise WorldError("\n".join(problems))
        complain(f"the history in {folder} is whole: {len(events)} events")
        return
    if chosen_format(output, None) is Format.TABLE:
        from vigil.report.histories import render_history

        render(
            render_history(
                (e.on, e.source, e.version, e.step.value, _shown(e), _why(e)) for e in events
            ),
            None,
        )
    else:
        write(b"".join(msgspec.json.encode(event) + b"\n" for event in events), None)


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="Day, snapshot id or world folder.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The same, for the later state.")],
    history: Annotated[
        Path | None, typer.Option("--history", metavar="DIR", help="For days and snapshot ids.")
    ] = None,
    output: options.OutputFormat = None,
    out: options.Out = None,
) -> None:
    """Who was listed, changed and delisted between two states of the lists, field by field."""
    from vigil.report.changes import change_lines, render_changes, render_uncovered, uncovered_line
    from vigil.store.history import History
    from vigil.store.states import differences, state_of

    if output is Format.CSV:
        raise InvalidInput.single("diff writes table or jsonl", "--format", "csv")
    check_out(out)
    kept = None if history is None else History(_existing(history))
    found = differences(state_of(before, kept), state_of(after, kept))
    if chosen_format(output, out) is Format.TABLE:
        from rich.console import Group

        told = [
            render_uncovered(one.source, one.uncovered)
            if one.uncovered
            else render_changes(one.source, one.before, one.after, one.changes)
            for one in found
        ]
        render(Group(*told), out)
    else:
        lines = [
            line
            for one in found
            for line in (
                [uncovered_line(one.source, one.uncovered)]
                if one.uncovered
                else change_lines(one.source, one.before, one.after, one.changes)
            )
        ]
        write(b"".join(lines), out)


def _with_path(text: str) -> tuple[str, Path]:
    source_id, path = options.parse_source(text)
    if path is None:
        raise InvalidInput.single("--source must be like un_sc=consolidated.xml", got=text)
    return source_id, path


def _existing(folder: Path) -> Path:
    """A history to write to must be one already: a misspelt folder makes no new one."""
    from vigil.store.history import History

    History(folder).events()
    return folder


def _shown(event: Event) -> str:
    return (event.snapshot or "")[:SHOWN_DIGITS]


def _why(event: Event) -> str:
    told = list(event.reasons)
    if event.by:
        told.append(f"accepted by {event.by}: {event.because}")
    return "\n".join(told)


def _stopped(folder: Path, event: Event) -> str:
    reasons = "\n".join(f"{event.source}: {reason}" for reason in event.reasons)
    if event.snapshot is None:
        return f"{reasons}\n{event.source}: kept apart; the last good list stays in use"
    return (
        f"{reasons}\n{event.source}: kept apart as {_shown(event)}; the last good list stays in "
        f"use. To let it in: vigil world accept {folder} {_shown(event)} --by NAME --because REASON"
    )
