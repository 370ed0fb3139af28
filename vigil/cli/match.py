"""`vigil match`: names in, listed entities out; a customer master needs no orders."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vigil.cli import options
from vigil.cli.output import Format, chosen_format, complain, render, write
from vigil.errors import InvalidInput
from vigil.model.order import Kind

if TYPE_CHECKING:
    from vigil.parties.match import Match
    from vigil.store.name_files import Query
    from vigil.world import World

OLD_AFTER_DAYS = 30  # the contract's default for the age of a list


def match(
    names: Annotated[list[str] | None, typer.Argument(help="Names to look for.")] = None,
    file: Annotated[
        str | None,
        typer.Option(help="A name a line, or a CSV with a `name` column; - is standard input."),
    ] = None,
    world: options.WorldFolder = None,
    on: options.On = None,
    kind: Annotated[Kind | None, typer.Option(help="What the names are.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CC", help="ISO 3166 alpha-2.")] = None,
    threshold: Annotated[float, typer.Option(min=0.01, max=1.0, help="Similarity 0–1.")] = 0.70,
    limit: Annotated[int, typer.Option(min=1, help="Matches shown for each name.")] = 10,
    output: options.OutputFormat = None,
    out: options.Out = None,
    explain: Annotated[bool, typer.Option("--explain", help="Which words met which.")] = False,
    max_age: options.MaxAge = None,
) -> None:
    """Look names up among all listed names, complete at the threshold."""
    from vigil.store.name_files import Query, read_queries

    queries = [Query(name, kind, country) for name in names or ()]
    if file is not None:
        queries += read_queries(file, sys.stdin.buffer, kind, country)
    if not queries:
        raise InvalidInput.single("give at least one name, or --file", has_value=False)
    opened = options.open_world(world, max_age)
    _warn_if_old(opened)
    day = options.parse_day(on) or opened.newest
    answers = answer_all(queries, opened, day, threshold)
    if chosen_format(output, out) is Format.TABLE:
        from vigil.report.matches import render_matches

        rows = [(q.name, found) for q, found in zip(queries, answers, strict=True)]
        render(render_matches(rows, limit=limit, explain=explain), out)
    elif output is Format.CSV:
        raise InvalidInput.single("match writes table or jsonl", "--format", "csv")
    else:
        from vigil.report.matches import match_lines

        head = {"on": day.isoformat(), "threshold": threshold}
        tail = {"world": opened.id}
        pairs = zip(queries, answers, strict=True)
        write(b"".join(match_lines(((q.name, m) for q, m in pairs), head, tail, limit)), out)


def answer_all(
    queries: Sequence[Query], world: World, day: date, threshold: float
) -> list[list[Match]]:
    """The complete answer for each query, in the order of input."""
    from vigil.cli.progress import progress
    from vigil.parties.match import match_names

    answers = []
    for query in progress(queries, "matching"):
        wanted: dict[str, Any] = {"kind": query.kind, "country": query.country}
        answers += match_names([query.name], world.names, on=day, threshold=threshold, **wanted)
    return answers


def _warn_if_old(world: World) -> None:
    age = (date.today() - world.newest).days
    if age > OLD_AFTER_DAYS:
        complain(f"note: the newest list of this world is of {world.newest}, {age} days old")
