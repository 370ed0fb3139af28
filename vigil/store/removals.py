"""Which bodies may be gone: those that a row of the ledger names, and that no legal hold kept.

A row of kind `removed` names the numbers whose bodies went, and why. Rows of kind `hold` are a
case's events that begin and end a legal hold. Neither kind ever loses its own body, so that the
chain alone shows both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from vigil.store.tables import bodies, ledger, removals

REMOVED = "removed"
HOLD = "hold"
KEPT = (REMOVED, HOLD)  # kinds whose bodies never go
CASE = "case"
MANY = 500  # numbers asked for at once; chosen: below each database's limit of a statement


class Removed(msgspec.Struct, frozen=True):
    """The body of a `removed` row."""

    numbers: tuple[int, ...]
    by: str = ""
    reason: str = ""
    policy: str = ""


class _Hold(msgspec.Struct, frozen=True):
    event: str
    case: str


class _Opening(msgspec.Struct, frozen=True):
    order: str


class Removals:
    """What the ledger says of removed bodies."""

    def __init__(self, connection: Connection) -> None:
        self._by_row: dict[int, int] = {}
        self._held: set[int] = set()
        self._read(connection)
        entered = connection.execute(sa.select(removals))
        self._unfounded = {n for n, by in entered if self._by_row.get(n) != by}

    def problem(self, number: int, kind: str, *, is_there: bool) -> str:
        """What is wrong with a body that is there or not; nothing: the empty text."""
        if number in self._unfounded:
            return "its removal is in no row of the ledger"
        if is_there:
            return ""
        if kind in KEPT or number not in self._by_row:
            return "its body is missing"
        return "its body was removed under a legal hold" if number in self._held else ""

    def _read(self, connection: Connection) -> None:
        held: dict[str, str] = {}  # case to order
        query = (
            sa.select(ledger.c.number, ledger.c.kind, bodies.c.body)
            .join_from(ledger, bodies, ledger.c.number == bodies.c.number)
            .where(ledger.c.kind.in_(KEPT))
            .order_by(ledger.c.number)
        )
        for number, kind, body in connection.execute(query).all():
            try:
                if kind == HOLD:
                    _note_hold(connection, held, msgspec.json.decode(body, type=_Hold))
                    continue
                named = msgspec.json.decode(body, type=Removed).numbers
            except (msgspec.DecodeError, TypeError):
                continue  # it holds and removes nothing; the chain tells whether it was changed
            gone = [one for one in named if one < number]
            for one in gone:
                self._by_row.setdefault(one, number)
            if held:
                self._held |= set(_of_subjects(connection, gone, {*held, *held.values()}))


def _note_hold(connection: Connection, held: dict[str, str], hold: _Hold) -> None:
    if hold.event == "held":
        held[hold.case] = _order_of(connection, hold.case)
    else:
        held.pop(hold.case, None)


def _order_of(connection: Connection, case: str) -> str:
    """Of a held case; the case itself where the opening is gone, which then is what is told."""
    opening = (
        sa.select(bodies.c.body)
        .select_from(ledger.outerjoin(bodies, ledger.c.number == bodies.c.number))
        .where(ledger.c.subject == case, ledger.c.kind == CASE)
        .order_by(ledger.c.number)
        .limit(1)
    )
    body = connection.scalar(opening)
    return case if body is None else msgspec.json.decode(body, type=_Opening).order


def _of_subjects(
    connection: Connection, numbers: Sequence[int], subjects: set[str]
) -> Iterator[int]:
    for some in (numbers[i : i + MANY] for i in range(0, len(numbers), MANY)):
        query = sa.select(ledger.c.number, ledger.c.subject).where(ledger.c.number.in_(some))
        yield from (number for number, subject in connection.execute(query) if subject in subjects)
