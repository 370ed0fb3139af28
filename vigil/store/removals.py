"""Which bodies may be gone: those that a row of the ledger names, and that no legal hold kept.

A row of kind `removed` names the numbers whose bodies went, and why. Only screenings and events of
cases may go, and of a case all or none: without its refusal a proposal is approved, without its
rescreening a case is still clear. Rows of kind `hold` are a case's events that begin and end a
legal hold; they never lose their bodies, so that the chain alone shows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from vigil.store.tables import bodies, ledger, removals

REMOVED = "removed"
HOLD = "hold"
KEPT = (REMOVED, HOLD)  # what tells which bodies may go
CASE = "case"
SCREENING = "screening"
GO = (SCREENING, CASE)  # kinds whose bodies may go; all others stay for ever
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
        self._torn = _of_torn_cases(connection)

    def problem(self, number: int, kind: str, *, is_there: bool) -> str:
        """What is wrong with a body that is there or not; nothing: the empty text."""
        if number in self._unfounded:
            return "its removal is in no row of the ledger"
        if is_there:
            return ""
        if kind not in GO or number not in self._by_row:
            return "its body is missing"
        if number in self._held:
            return "its body was removed under a legal hold"
        torn = number in self._torn
        return "its body was removed, and others of its case were not" if torn else ""

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


def _of_torn_cases(connection: Connection) -> set[int]:
    """Rows without bodies of cases of which other rows have theirs."""
    mine = ledger.c.kind == CASE
    joined = ledger.outerjoin(bodies, ledger.c.number == bodies.c.number)
    gone = sa.select(ledger.c.number, ledger.c.subject).select_from(joined)
    lost = gone.where(mine, bodies.c.number.is_(None)).subquery()
    left = sa.select(ledger.c.subject).select_from(joined).where(mine, bodies.c.number.isnot(None))
    return set(connection.scalars(sa.select(lost.c.number).where(lost.c.subject.in_(left))))


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
