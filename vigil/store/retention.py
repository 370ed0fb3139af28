"""Bodies that have been kept long enough, removed whole orders at a time; the chain stays.

An order's bodies may go when every screening and every case of it is older than
`policy.retention_days`, each case is closed, and none is under a legal hold. First a row of the
ledger names them and says who removed them and why, then they go, in one transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from vigil.case.policy import CasePolicy
from vigil.case.states import State
from vigil.errors import IllegalStep, StoreError
from vigil.store import derived
from vigil.store.cases import case_with_opening
from vigil.store.database import Store
from vigil.store.ledger import Entry, append
from vigil.store.removals import CASE, REMOVED, Removed
from vigil.store.tables import bodies, cases, ledger, removals, screenings

MS_A_DAY = 86_400_000
BATCH = 200  # orders of one transaction; chosen: other writers wait a moment, not minutes
RETENTION = "retention"  # the subject of `removed` rows


class Kept(NamedTuple):
    """How long something is kept, from the last that happened to it."""

    policy: CasePolicy
    at: int  # now: milliseconds since 1970, UTC

    @property
    def before(self) -> int:
        """What happened before this has been kept long enough; milliseconds since 1970, UTC."""
        return self.at - self.policy.retention_days * MS_A_DAY


def removable(connection: Connection, kept: Kept, limit: int | None = None) -> list[str]:
    """Orders whose bodies may go, in the order of their ids; nothing is removed."""
    standing = sa.exists().where(
        cases.c.order_id == screenings.c.order_id,
        sa.or_(cases.c.state != State.CLOSED.value, cases.c.held, cases.c.last_at >= kept.before),
    )
    query = (
        sa.select(screenings.c.order_id)
        .join(ledger, ledger.c.number == screenings.c.number)
        .where(~standing)
        .group_by(screenings.c.order_id)
        .having(sa.func.max(ledger.c.at) < kept.before)
        .order_by(screenings.c.order_id)
        .limit(limit)
    )
    return list(connection.scalars(query))


def remove(store: Store, kept: Kept, *, by: str, reason: str) -> int:
    """Remove what may go.

    Args:
        store: where from.
        kept: for how long, and until when.
        by: the person who does it; an admin, where the policy has roles.
        reason: why; it stays in the ledger.

    Returns:
        How many bodies went.

    Raises:
        IllegalStep: not by this person, or without a reason.
        StoreError: the derived rows, by which orders are found, are not those of the ledger.
    """
    if not by.strip() or not reason.strip() or not kept.policy.may(by, "admin"):
        raise IllegalStep(f"removal asks for an admin and a reason, got {by!r} and {reason!r}")
    with store.read() as connection:
        wrong = derived.compare(connection)
    if wrong:
        raise StoreError(f"{wrong.table} must be as the ledger says, got {wrong.key}: {wrong.why}")
    count = 0
    while True:
        with store.write() as connection:
            orders = removable(connection, kept, BATCH)
            numbers = [number for order in orders for number in _numbers(connection, order)]
            if numbers:
                body = Removed(tuple(numbers), by, reason, kept.policy.version)
                _remove(connection, orders, body, kept.at)
        if not numbers:
            return count
        count += len(numbers)


def _numbers(connection: Connection, order: str) -> list[int]:
    """The rows of an order whose bodies are there."""
    named = list(connection.scalars(sa.select(cases.c.case_id).where(cases.c.order_id == order)))
    for case in named:
        if case_with_opening(connection, case)[0].held:  # by the ledger itself
            raise StoreError(f"case {case} must be under no legal hold to be removed, got one")
    query = (
        sa.select(ledger.c.number)
        .join(bodies, bodies.c.number == ledger.c.number)
        .where(
            sa.or_(
                sa.and_(ledger.c.subject == order, ledger.c.kind == derived.SCREENING),
                sa.and_(ledger.c.subject.in_(named), ledger.c.kind == CASE),
            )
        )
        .order_by(ledger.c.number)
    )
    return list(connection.scalars(query))


def _remove(connection: Connection, orders: Sequence[str], body: Removed, at: int) -> None:
    [row] = append(connection, [Entry(at, REMOVED, RETENTION, msgspec.to_builtins(body))])
    connection.execute(
        sa.insert(removals), [{"number": number, "by_row": row.number} for number in body.numbers]
    )
    named = sa.select(removals.c.number).where(removals.c.by_row == row.number)
    connection.execute(sa.delete(bodies).where(bodies.c.number.in_(named)))
    connection.execute(sa.delete(screenings).where(screenings.c.order_id.in_(orders)))
    connection.execute(sa.delete(cases).where(cases.c.order_id.in_(orders)))
