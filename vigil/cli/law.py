"""`vigil law`: the law around a day, as table, rows and picture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli import options
from vigil.cli.output import Format, check_out, chosen_format, render, write
from vigil.errors import InvalidInput

if TYPE_CHECKING:
    from vigil.model.provision import Jurisdiction
    from vigil.rules.law import Law


def law(
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Default: the world's newest day.")
    ] = None,
    jurisdiction: Annotated[
        list[str] | None, typer.Option(metavar="UN|US|EU|UK|CN", help="Only theirs; repeatable.")
    ] = None,
    destination: Annotated[
        str | None, typer.Option(metavar="CC", help="Only what is about this country or region.")
    ] = None,
    output: options.OutputFormat = None,
    out: options.Out = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE.svg", help="Draw it too; needs vigil[plots].")
    ] = None,
    world: options.WorldFolder = None,
) -> None:
    """What is in force on a day, what begins and ends within a year, and what is doubtful."""
    from vigil.report.law_timeline import timeline

    _check_picture(picture)
    check_out(out)
    form = chosen_format(output, out)
    if form is Format.CSV:
        raise InvalidInput.single("--format must be table or jsonl", got=form.value)
    opened = options.open_world(world, None)
    day = options.parse_day(on) or opened.newest
    whose = [_jurisdiction(text) for text in jurisdiction or ()]
    _check_place(destination, opened.law)
    rows = timeline(opened.law.provisions, day, whose, destination)
    if picture is not None:
        from vigil.report.law_picture import draw_law

        write(draw_law(rows, day), picture)
    if form is Format.JSONL:
        lines = (json.dumps(row.to_dict(), ensure_ascii=False) for row in rows)
        write("".join(f"{line}\n" for line in lines), out)
        return
    from vigil.report.law_table import render_law

    rest = len(timeline(opened.law.provisions, day, whose)) - len(rows)
    left_out = f"{rest} that do not speak of {destination} are left out." if destination else ""
    render(render_law(rows, day, left_out), out)


def _jurisdiction(text: str) -> Jurisdiction:
    from vigil.model.provision import Jurisdiction

    try:
        return Jurisdiction(text)
    except ValueError:
        expected = f"--jurisdiction must be one of {', '.join(Jurisdiction)}"
        raise InvalidInput.single(expected, got=text) from None


def _check_place(place: str | None, law: Law) -> None:
    if place is not None and law.country_name(place) == place:
        expected = "--destination must be a country like IR, or a region like region-crimea"
        raise InvalidInput.single(expected, got=place)


def _check_picture(picture: Path | None) -> None:
    if picture is not None and picture.suffix != ".svg":
        raise InvalidInput.single("--picture must be a file like law.svg", got=str(picture))
    check_out(picture)
