"""`vigil world`: build a world from list files or of a past day, look at one, check one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli import history as in_time
from vigil.cli import options
from vigil.cli import update as in_update
from vigil.cli.output import Format, chosen_format, complain, render, write
from vigil.errors import InvalidInput, WorldError

if TYPE_CHECKING:
    from vigil.store.build import CodeFile
    from vigil.world import Manifest

app = typer.Typer(help="Build, show and verify worlds.", no_args_is_help=True)


app.command("record")(in_time.record)
app.command("accept")(in_time.accept)
app.command("history")(in_time.history)
app.command("diff")(in_time.diff)
app.command("update")(in_update.update)


@app.command()
def build(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the world goes.")],
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=PATH", help="A list file; vigil_uav alone adds the shipped one."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Day of lists that carry none; of a history's lists."),
    ] = None,
    history: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Take the lists of --as-of (or today) from a history."),
    ] = None,
    codes: Annotated[
        list[str] | None,
        typer.Option(metavar="LIST=PATH@DATE", help="Codes of goods as the eCFR has them."),
    ] = None,
) -> None:
    """Build a world from list files or a history; a file that cannot be read is refused whole."""
    from vigil.store.worlds import open_world

    sources = [options.parse_source(text) for text in source or ()]
    read = [options.parse_codes(text) for text in codes or ()]
    today = date.today()
    day = options.past_day(as_of, today)
    if history is not None:
        manifest = _from_history(folder, history, sources, day or today, read)
    elif sources:
        manifest = _from_files(folder, sources, day, today, read)
    else:
        raise InvalidInput.single(
            "give at least one --source ID=PATH, or --history DIR", has_value=False
        )
    for loaded in manifest.sources:
        complain(
            f"{loaded.id}: {loaded.entries:,} entries, {loaded.names:,} names, "
            f"of {loaded.version} (dated by {loaded.dated_by})"
        )
        if loaded.held_back:
            complain(f"{loaded.id}: {loaded.held_back}")
        if history is not None and loaded.official and loaded.version > (day or today):
            complain(
                f"{loaded.id}: no snapshot by {day or today}; orders of the day are incomplete"
            )
    complain(f"world {open_world(folder).id} in {folder}")


def _from_files(
    folder: Path,
    sources: list[tuple[str, Path | None]],
    day: date | None,
    today: date,
    codes: list[CodeFile],
) -> Manifest:
    from vigil.store.build import build_world
    from vigil.store.worlds import open_world

    shipped = open_world(None)
    return build_world(folder, sources, as_of=day, built_on=today, shipped=shipped, codes=codes)


def _from_history(
    folder: Path,
    kept: Path,
    sources: list[tuple[str, Path | None]],
    day: date,
    codes: list[CodeFile],
) -> Manifest:
    from vigil.lists.readers import SHIPPED_SOURCE
    from vigil.store.build import build_from_history
    from vigil.store.history import History
    from vigil.store.worlds import open_world

    if any(source != (SHIPPED_SOURCE, None) for source in sources):
        raise InvalidInput.single(
            f"with --history only --source {SHIPPED_SOURCE} goes; "
            "add list files by `vigil world record`", has_value=False,
        )  # fmt: skip
    return build_from_history(
        folder,
        History(kept),
        day,
        shipped=open_world(None),
        with_shipped=bool(sources),
        codes=codes,
    )


@app.command()
def show(world: options.WorldFolder = None, output: options.OutputFormat = None) -> None:
    """Which lists a world holds, of which day, and what else it knows."""
    opened = options.open_world(world, None)
    if chosen_format(output, None) is Format.TABLE:
        from vigil.report.worlds import render_world

        render(render_world(opened), None)
    else:
        from vigil.report.worlds import world_line

        write(world_line(opened), None)


@app.command()
def verify(world: options.WorldFolder = None) -> None:
    """Check every file of a world against its hash and count."""
    from vigil.store.worlds import verify_world

    problems = verify_world(world)
    if problems:
        raise WorldError("\n".join(problems))
    complain(f"world {options.open_world(world, None).id} is whole")
