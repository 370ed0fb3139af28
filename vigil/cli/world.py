"""`vigil world`: build a world from list files, look at one, check one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vigil.cli import options
from vigil.cli.output import Format, chosen_format, complain, render, write
from vigil.errors import InvalidInput, WorldError

app = typer.Typer(help="Build, show and verify worlds.", no_args_is_help=True)


@app.command()
def build(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the world goes.")],
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=PATH", help="A list file; vigil_uav alone adds the shipped one."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of lists that carry none.")
    ] = None,
) -> None:
    """Build a world from list files; a file that cannot be read is refused whole."""
    from vigil.store.build import build_world
    from vigil.store.worlds import open_world

    sources = [parse_source(text) for text in source or ()]
    if not sources:
        raise InvalidInput.single("give at least one --source ID=PATH", has_value=False)
    today, day = date.today(), options.parse_day(as_of, "--as-of")
    if day is not None and day > today:  # a list of tomorrow would prove absences of tomorrow
        raise InvalidInput.single(f"--as-of must not be after today, {today}", got=as_of)
    manifest = build_world(
        folder,
        sources,
        as_of=day,
        built_on=today,
        shipped=open_world(None),
    )
    for loaded in manifest.sources:
        complain(
            f"{loaded.id}: {loaded.entries:,} entries, {loaded.names:,} names, "
            f"of {loaded.version} (dated by {loaded.dated_by})"
        )
    complain(f"world {open_world(folder).id} in {folder}")


def parse_source(text: str) -> tuple[str, Path | None]:
    """`ID=PATH` as the pair it is; an id alone has no path.

    Raises:
        InvalidInput: the id or the path is empty.
    """
    source_id, equals, path = text.partition("=")
    if not source_id or (equals and not path):
        raise InvalidInput.single("--source must be like us_csl=consolidated.json", got=text)
    return source_id, Path(path) if equals else None


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
