"""`vigil match`: names in, listed entities out; a customer master needs no orders."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vigil.cli import options
from vigil.cli.output import Format, check_out, chosen_format, complain, render, write
from vigil.errors import InputProblem, InvalidInput
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

    if output is Format.CSV:
        raise InvalidInput.single("match writes table or jsonl", "--format", "csv")
    check_out(out)
    _check_names(names or ())
    queries = [Query(name, kind, country) for name in names or ()]
    if file is not None:
        queries += read_queries(file, sys.stdin.buffer, kind, country)
    if not queries:
        raise InvalidInput.single("give at least one name, or --file", has_value=False)
    asked_on = options.parse_day(on)
    opened = options.open_world(world, max_age)
    _check_countries(queries, opened)
    day = asked_on or opened.newest
    _warn_if_old(opened)
    _warn_of_the_day(opened, day)
    answers = answer_all(queries, opened, day, threshold)
    if chosen_format(output, out) is Format.TABLE:
        from vigil.report.matches import render_matches

        rows = [(q.name, found) for q, found in zip(queries, answers, strict=True)]
        render(render_matches(rows, limit=limit, explain=explain), out)
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


def _warn_of_the_day(world: World, day: date) -> None:
    """Lists that cannot prove an absence on the day: nothing met in them says nothing."""
    from vigil.coverage import why_absence_proves_nothing
    from vigil.model.policy import Policy

    for source in world.sources:
        why = why_absence_proves_nothing(source, Policy(), day)
        if why is not None:
            complain(f"note: {why}")


def _check_names(names: Sequence[str]) -> None:
    """Refuse names that cannot be searched, all at once, before a world is opened."""
    from vigil.names.prepared import refusal

    told = [(name, reason) for name in names if (reason := refusal(name)) is not None]
    if told:
        raise InvalidInput(InputProblem(reason, "", name) for name, reason in told)


def _check_countries(queries: Sequence[Query], world: World) -> None:
    """A code of no country would contradict every entry and hide them all a little."""
    codes = sorted({query.country for query in queries if query.country})
    expected = "a country must be an ISO 3166 alpha-2 code, like AE"
    unknown = [code for code in codes if world.law.country(code) is None]
    if unknown:
        raise InvalidInput(InputProblem(expected, "country", code) for code in unknown)
