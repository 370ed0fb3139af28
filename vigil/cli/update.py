"""`vigil world update`: lists loaded from their publishers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli import options
from vigil.cli.output import Format, chosen_format, complain, render, write
from vigil.errors import InvalidInput, SourceChanged

if TYPE_CHECKING:
    from vigil.store.fetch import Told


def update(
    world: options.WorldFolder = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A list to load; else all of the world with an address."),
    ] = None,
    history: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where snapshots go; default: the world's name.history."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Load and check; change no history and no world.")
    ] = False,
    output: options.OutputFormat = None,
) -> None:
    """Load lists from their publishers; what is refused leaves the last good list in use."""
    from vigil.report.updates import render_updates, update_lines
    from vigil.store.public_https import PublicHttps
    from vigil.store.update import Means, update_world
    from vigil.store.worlds import open_world

    if world is None:
        expected = "give the world to update, --world DIR; the shipped one changes with vigil"
        raise InvalidInput.single(expected, has_value=False)
    if output is Format.CSV:
        raise InvalidInput.single("update writes table or jsonl", "--format", "csv")
    kept = Path(f"{world.resolve()}.history") if history is None else history
    with _progress() as told:
        done = update_world(
            world,
            kept,
            source or (),
            today=date.today(),
            shipped=open_world(None),
            means=Means(net=PublicHttps(), told=told),
            dry_run=dry_run,
        )
    if chosen_format(output, None) is Format.TABLE:
        render(render_updates(done.sources), None)
    else:
        write(update_lines(done.sources), None)
    if done.written:
        complain(f"world {open_world(world).id} in {world}")
    else:
        complain(f"the world in {world} is as it was" + (" (dry run)" if dry_run else ""))
    failures = [f"{s.source}: {why}" for s in done.sources if s.failed for why in s.reasons]
    if failures:
        raise SourceChanged("\n".join(failures))


@contextmanager
def _progress() -> Iterator[Told | None]:
    """A bar for each file on a terminal's standard error, silence in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TaskID,
        TextColumn,
        TransferSpeedColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(),
               TransferSpeedColumn())  # fmt: skip
    bars: dict[str, TaskID] = {}
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:

        def told(file: str, done: int, total: int | None) -> None:
            if file not in bars:
                bars[file] = shown.add_task(file)
            shown.update(bars[file], completed=done, total=total)

        yield told
