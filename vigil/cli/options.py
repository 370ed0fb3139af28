"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli.output import Format
from vigil.errors import InvalidInput, WorldError

if TYPE_CHECKING:
    from vigil.evidence.room import Room
    from vigil.model.limits import Limits
    from vigil.routes.earlier import EarlierOrders
    from vigil.store.build import CodeFile
    from vigil.world import World

WorldFolder = Annotated[
    Path | None,
    typer.Option("--world", envvar="VIGIL_WORLD", help="A built world; else the shipped one."),
]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Decide as of YYYY-MM-DD.")]
OutputFormat = Annotated[
    Format | None,
    typer.Option("--format", help="Default: table on a terminal, jsonl in a pipe."),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Day of lists that carry none.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write to a file.")]
MaxAge = Annotated[
    int | None,
    typer.Option("--max-age", metavar="DAYS", min=0, help="Refuse a world with an older list."),
]

Earlier = Annotated[
    list[str] | None,
    typer.Option(
        "--earlier", metavar="FILE", help="Orders of the past; may be given several times."
    ),
]

Evidence = Annotated[
    Path | None,
    typer.Option("--evidence", metavar="DIR", help="Open reports, as `vigil evidence` keeps them."),
]

Sheet = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook that holds the orders."),
]


def parse_day(text: str | None, option: str = "--on") -> date | None:
    """A day as given on the command line.

    Raises:
        InvalidInput: it is not a day in the form YYYY-MM-DD.
    """
    if text is None:
        return None
    try:
        if len(text) == len("YYYY-MM-DD"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise InvalidInput.single(f"{option} must be a day like 2026-08-07", got=text)


def past_day(text: str | None, today: date) -> date | None:
    """The day of `--as-of`, which a list of tomorrow must not have: it would prove absences.

    Raises:
        InvalidInput: it is no day, or after today.
    """
    day = parse_day(text, "--as-of")
    if day is not None and day > today:
        raise InvalidInput.single(f"--as-of must not be after today, {today}", got=text)
    return day


def parse_source(text: str) -> tuple[str, Path | None]:
    """`ID=PATH` as the pair it is; an id alone has no path.

    Raises:
        InvalidInput: the id or the path is empty.
    """
    source_id, equals, path = text.partition("=")
    if not source_id or (equals and not path):
        raise InvalidInput.single("--source must be like us_csl=consolidated.json", got=text)
    return source_id, Path(path) if equals else None


def parse_codes(text: str) -> CodeFile:
    """`LIST=PATH@DATE` as a file of codes and its day.

    Raises:
        InvalidInput: a part is missing, or the day is none.
    """
    from vigil.store.build import CodeFile

    list_id, _, rest = text.partition("=")
    path, _, day = rest.rpartition("@")
    try:
        as_of = date.fromisoformat(day)
    except ValueError:
        as_of = None
    if not (list_id and path and as_of):
        expected = "--codes must be like EAR_746_SUPP7=title-15.xml@2026-07-23"
        raise InvalidInput.single(expected, got=text)
    return CodeFile(list_id, Path(path), as_of)


def read_earlier(files: list[str] | None, world: World, limits: Limits) -> EarlierOrders | None:
    """The orders of the past that `--earlier` names; None when it is not given."""
    from vigil.routes.earlier import EarlierOrders
    from vigil.routes.red_flags import answer_fields
    from vigil.store.order_files import read_orders

    if not files:
        return None
    fields = answer_fields(world.routes)
    return EarlierOrders(read_orders(files, answer_fields=fields, limits=limits))


def open_room(folder: Path, world: World) -> Room:
    """The reports of a folder, read, joined and linked to a world."""
    from vigil.cli.progress import progress
    from vigil.evidence.links import Linker
    from vigil.evidence.room import examine
    from vigil.known_names import known_names
    from vigil.store.evidence_folder import open_evidence

    kept = open_evidence(folder)
    pages = [kept.read(record) for record in progress(kept.records(), "reading")]
    return examine(pages, Linker(known_names(world)))


def open_world(folder: Path | None, max_age: int | None) -> World:
    """The world to work in.

    Raises:
        WorldError: it is missing or corrupt, or one of its lists is older than `max_age` days.
    """
    from vigil.store.worlds import open_world as open_folder

    world = open_folder(folder)
    if max_age is not None:
        today = date.today()
        for source in world.sources:
            age = (today - source.version).days
            if age > max_age:
                raise WorldError(
                    f"lists must be at most {max_age} days old, got {source.id} of "
                    f"{source.version}, {age} days old; build the world anew from a newer file"
                )
    return world
