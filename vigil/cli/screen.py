"""`vigil screen`: orders in, decisions out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli import options
from vigil.cli.output import Format, check_out, chosen_format, complain, render, write

if TYPE_CHECKING:
    from vigil.evidence.room import Room
    from vigil.model.decision import Decision
    from vigil.model.order import Order
    from vigil.model.policy import Policy
    from vigil.routes.earlier import EarlierOrders
    from vigil.world import World

FAIL_EXIT = 10


class FailOn(StrEnum):
    """From which outcome the exit code is 10."""

    STOP = "stop"
    REVIEW = "review"


def screen(
    orders: Annotated[
        list[str], typer.Argument(help="JSON, JSONL, CSV, XLSX or Parquet; - is stdin.")
    ],
    world: options.WorldFolder = None,
    on: options.On = None,
    output: options.OutputFormat = None,
    out: options.Out = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit 10 when an order reaches this outcome.")
    ] = None,
    max_age: options.MaxAge = None,
    sheet: options.Sheet = None,
    earlier: options.Earlier = None,
    evidence: options.Evidence = None,
    store: Annotated[
        str | None,
        typer.Option(
            "--store",
            envvar="VIGIL_STORE",
            metavar="PATH|URL",
            help="Keep every answer there, open cases, and count its policy and accepted matches.",
        ),
    ] = None,
) -> None:
    """Decide on orders: clear, review, stop or incomplete, each with its reasons."""
    from vigil.config import load_limits, load_policy
    from vigil.routes.red_flags import answer_fields
    from vigil.store.order_files import read_orders

    check_out(out)
    policy, limits = load_policy(), load_limits()
    day = options.parse_day(on)
    opened = options.open_world(world, max_age)
    received: list[str] = []
    read = read_orders(
        orders,
        sys.stdin.buffer,
        answer_fields=answer_fields(opened.routes),
        limits=limits,
        sheet=sheet,
        received=received,
    )
    past = options.read_earlier(earlier, opened, limits)
    room = None if evidence is None else options.open_room(evidence, opened)
    kept: list[str] = []
    if store is None:
        decisions = decide_all(read, opened, day, policy, past, room)
    else:
        decisions, kept = decide_and_keep(store, read, received, opened, day, policy, past, room)
    write_decisions(decisions, chosen_format(output, out), out, kept)
    if fail_on is not None and any(reaches(d, fail_on) for d in decisions):
        raise typer.Exit(FAIL_EXIT)


def decide_all(
    orders: Sequence[Order],
    world: World,
    on: date | None,
    policy: Policy,
    earlier: EarlierOrders | None = None,
    evidence: Room | None = None,
) -> list[Decision]:
    """A decision for each order, in the order of input, with a progress bar on a terminal."""
    from vigil.cli.progress import progress
    from vigil.screen import screen_order

    return [
        screen_order(order, world, on, policy, earlier or (), evidence)
        for order in progress(orders, "screening")
    ]


def decide_and_keep(
    url: str,
    orders: Sequence[Order],
    received: Sequence[str],
    world: World,
    on: date | None,
    settings: Policy,
    earlier: EarlierOrders | None,
    evidence: Room | None,
) -> tuple[list[Decision], list[str]]:
    """The decisions when they are on the disk, and what is to be told of where they are kept."""
    from vigil.cli.progress import progress
    from vigil.cli.recorded import record_all, screening_policy, told_cases
    from vigil.cli.stores import now, today
    from vigil.store.acceptances import AcceptanceBook
    from vigil.store.answering import Answering
    from vigil.store.database import open_store
    from vigil.store.policies import policies

    store = open_store(url)
    try:
        rules = policies(store)
        policy = screening_policy(rules, settings)
        accepted = AcceptanceBook(store, rules.cases)
        screening = Answering(world, policy, accepted, today(), earlier, evidence)
        decisions = [screening.decide(order, on) for order in progress(orders, "screening")]
        parts = zip(decisions, orders, received, strict=True)
        kept = record_all(store, rules, [screening.kept(*part) for part in parts], now)
    finally:
        store.close()
    return decisions, told_cases(decisions, kept, url)


def write_decisions(
    decisions: Sequence[Decision], output: Format, out: Path | None, kept: Sequence[str] = ()
) -> None:
    """The decisions in the chosen format; where they are kept is no part of a contract."""
    if kept and (out is not None or output is not Format.TABLE):
        complain("\n".join(kept))
    if output is Format.JSONL:
        write(b"".join(d.to_json() + b"\n" for d in decisions), out)
    elif output is Format.CSV:
        from vigil.report.rows import render_csv

        write(render_csv(decisions), out)
    else:
        from rich.console import Group
        from rich.text import Text

        from vigil.report.table import render_decisions

        page = render_decisions(decisions)
        render(page if out is not None else Group(page, *map(Text, kept)), out)


def reaches(decision: Decision, fail_on: FailOn) -> bool:
    """Is the outcome as strong as the one named, or stronger?"""
    return decision.outcome == "stop" or decision.outcome == fail_on.value
