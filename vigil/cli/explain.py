"""`vigil explain`: one order's decision as short prose, or in full."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from vigil.cli import options
from vigil.cli.output import write


def explain(
    order: Annotated[str, typer.Argument(help="A file of orders; - is stdin.")],
    world: options.WorldFolder = None,
    on: options.On = None,
    order_id: Annotated[
        str | None, typer.Option("--id", help="Only the order with this id.")
    ] = None,
    sheet: options.Sheet = None,
    full: Annotated[
        bool, typer.Option("--full", help="Every reason with its proof, and every open question.")
    ] = False,
    earlier: options.Earlier = None,
    evidence: options.Evidence = None,
) -> None:
    """Tell why in short, and what would have to be answered for an order to become clear."""
    from vigil.cli.screen import decide_all
    from vigil.config import load_limits, load_policy
    from vigil.errors import InvalidInput
    from vigil.report.explain import explain as tell_in_full
    from vigil.report.prose import prose
    from vigil.routes.red_flags import answer_fields
    from vigil.store.order_files import read_orders

    policy, limits = load_policy(), load_limits()
    opened = options.open_world(world, None)
    orders = read_orders(
        [order],
        sys.stdin.buffer,
        answer_fields=answer_fields(opened.routes),
        limits=limits,
        sheet=sheet,
    )
    if order_id is not None:
        wanted = [o for o in orders if o.id == order_id]
        if not wanted:
            raise InvalidInput.single("--id must be the id of an order in the file", got=order_id)
        orders = wanted
    past = options.read_earlier(earlier, opened, limits)
    room = None if evidence is None else options.open_room(evidence, opened)
    decisions = decide_all(orders, opened, options.parse_day(on), policy, past, room)
    tell = tell_in_full if full else prose
    write("\n".join(tell(decision) for decision in decisions), None)
