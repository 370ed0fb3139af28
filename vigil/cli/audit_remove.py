"""`vigil audit remove`: bodies that have been kept long enough go, the chain stays."""

from __future__ import annotations

from typing import Annotated

import typer

from vigil.cli.stores import (
    DEFAULT_STORE,
    AsFormat,
    By,
    StoreUrl,
    existing_store,
    now,
    person,
    tell,
)


def remove(
    store: StoreUrl = DEFAULT_STORE,
    reason: Annotated[str, typer.Option(help="Why; it stays in the ledger.")] = "",
    by: By = None,
    dry_run: Annotated[bool, typer.Option(help="Only name the orders that may go.")] = False,
    output: AsFormat = None,
) -> None:
    """Remove what orders and their closed cases hold once the policy's years are over.

    An order stays whole while a case of it is open or under a legal hold. Who, why and which rows
    are told in the ledger, whose chain keeps their hashes.
    """
    from rich.text import Text

    from vigil.store.policies import policies
    from vigil.store.retention import Kept, removable
    from vigil.store.retention import remove as removed

    with existing_store(store) as opened:
        kept = Kept(policies(opened).cases, now())
        if dry_run:
            with opened.read() as connection:
                orders = removable(connection, kept)
            tell([{"order": order} for order in orders], Text("\n".join(orders)), output)
            return
        count = removed(opened, kept, by=person(by), reason=reason)
    tell([{"removed": count}], Text(f"{count} bodies removed"), output, one=True)
