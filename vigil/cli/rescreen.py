"""`vigil rescreen`: recorded orders again, after the lists, the law or the day moved on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vigil.cli import options
from vigil.cli.stores import DEFAULT_STORE, AsFormat, StoreUrl, existing_store, tell, today

Before = Annotated[
    Path | None,
    typer.Option(
        "--before",
        metavar="DIR",
        help="The world in which the orders stand; without it every order is screened.",
    ),
]


def rescreen(
    store: StoreUrl = DEFAULT_STORE,
    before: Before = None,
    world: options.WorldFolder = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="The day of now; else the newest list's."),
    ] = None,
    max_age: options.MaxAge = None,
    earlier: options.Earlier = None,
    evidence: options.Evidence = None,
    output: AsFormat = None,
) -> None:
    """Screen again what a change can touch, and say what is different: cases open and reopen."""
    import msgspec

    from vigil.cli.recorded import screening_policy
    from vigil.config import load_limits, load_policy
    from vigil.report.rescreened import render_rescreened
    from vigil.store.acceptances import AcceptanceBook
    from vigil.store.answering import Answering
    from vigil.store.policies import policies
    from vigil.store.rescreening import Rescreening

    after = options.open_world(world, max_age)
    old = None if before is None else options.open_world(before, None)
    day = options.parse_day(on) or after.newest
    settings, limits = load_policy(), load_limits()
    past = options.read_earlier(earlier, after, limits)
    room = None if evidence is None else options.open_room(evidence, after)
    with existing_store(store) as opened:
        rules = policies(opened)
        settings = screening_policy(rules, settings)
        accepted = AcceptanceBook(opened, rules.cases)
        answering = Answering(after, settings, accepted, today(), past, room)
        run, found = Rescreening(
            opened, answering, settings, rules.cases, old, with_reports=room is not None
        ).run(day)
    plain = msgspec.to_builtins(run)
    del plain["screenings"]
    differences = [msgspec.to_builtins(one) for one in found]
    value = plain | {"differences": differences}
    tell([value], render_rescreened(plain, differences), output, one=True)
