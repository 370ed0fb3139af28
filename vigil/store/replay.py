"""The last screenings of a store, to be decided again."""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa

from vigil.case.screening import Screening
from vigil.store.database import Store
from vigil.store.derived import SCREENING, screening_of
from vigil.store.tables import bodies, ledger


class Kept(NamedTuple):
    """A screening with its number in the ledger."""

    number: int
    screening: Screening


def last_screenings(store: Store, most: int) -> list[Kept]:
    """The last screenings whose bodies are there, the oldest of them first."""
    query = (
        sa.select(ledger.c.number, bodies.c.body)
        .join_from(ledger, bodies, ledger.c.number == bodies.c.number)
        .where(ledger.c.kind == SCREENING)
        .order_by(ledger.c.number.desc())
        .limit(most)
    )
    with store.read() as connection:
        found = connection.execute(query).all()
    return [Kept(number, screening_of(number, body)) for number, body in reversed(found)]
