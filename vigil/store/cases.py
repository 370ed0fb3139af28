"""Cases over the ledger: read as the fold of their events, added to under the write lock.

A case has the id `C-` and the ledger's number of its opening (`C-000123`): no two cases of a store
share one, none is ever used again, and it says where in the chain the case begins.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from vigil.case.case import Case, after, fold
from vigil.case.events import CaseEvent, Opened
from vigil.case.opening import opened
from vigil.case.policy import CasePolicy
from vigil.case.rules import check
from vigil.case.screening import Screening
from vigil.case.states import State
from vigil.errors import InvalidInput
from vigil.store import derived
from vigil.store.database import Store
from vigil.store.derived import CASE_KINDS, CaseRow, Disagreement, case_row, event_of, kind_of
from vigil.store.ledger import Entry, append, head
from vigil.store.tables import bodies, cases, ledger, screenings

PAGE = 50  # cases of one page of a list; chosen: a screen full
CLOCKS_MS = 60_000  # so much may the clocks of two machines differ; chosen

_INTO_CASES = sa.insert(cases)
_CASES_OF = (
    sa.select(cases.c.order_id, screenings.c.normalised_sha256, cases.c.case_id)
    .join_from(cases, screenings, screenings.c.number == cases.c.screening)
    .where(cases.c.order_id.in_(sa.bindparam("orders", expanding=True)))
    .order_by(cases.c.opened)
)


class CaseBook:
    """The cases of a store, under a policy."""

    def __init__(self, store: Store, policy: CasePolicy) -> None:
        self.store = store
        self.policy = policy

    def open(self, screening: int, at: int) -> Case | None:
        """A case for a screening of the ledger; None where policy asks for none.

        Args:
            screening: its number in the ledger.
            at: milliseconds since 1970, UTC.

        Raises:
            InvalidInput: the ledger has no such screening.
        """
        with self.store.write() as connection:
            then = _screening(connection, screening)
            number = head(connection).number + 1
            event = opened(
                then, screening, case=case_id(number), at=at, policy=self.policy
            )  # fmt: skip
            if event is None:
                return None
            case = fold([event])
            append(connection, [entry_of(event)])
            put(connection, [case_row(case, number, number)])
            return case

    def add(self, event: CaseEvent) -> Case:
        """The case after one more event, which the ledger has then.

        Checked and written under the write lock, so that what another writer did meanwhile counts.
        `at` is raised to that of the last event where two clocks differ by less than a minute.

        Raises:
            IllegalStep: it may not be done now, or not by this person.
            InvalidInput: there is no such case.
            StoreError: the store did not take it; nothing is written.
        """
        with self.store.write() as connection:
            case, first, _ = case_with_opening(connection, event.case)
            if 0 < case.last_at - event.at <= CLOCKS_MS:
                event = msgspec.structs.replace(event, at=case.last_at)
            check(case, event, self.policy)
            case = after(case, event)
            [row] = append(connection, [entry_of(event)])
            put(connection, [case_row(case, first, row.number)])
            return case

    def case(self, case: str) -> Case:
        """A case as it stands.

        Raises:
            InvalidInput: there is no such case.
        """
        with self.store.read() as connection:
            return case_with_opening(connection, case)[0]

    def events(self, case: str) -> list[tuple[int, CaseEvent]]:
        """The events of a case, each with its number in the ledger.

        Raises:
            InvalidInput: there is no such case.
        """
        with self.store.read() as connection:
            return _events(connection, case)

    def list(
        self,
        *,
        states: Collection[State] = (),
        assignee: str | None = None,
        overdue_on: date | None = None,
        order: str | None = None,
        before: int | None = None,
        limit: int = PAGE,
    ) -> list[CaseRow]:
        """A page of cases, the newest first.

        Args:
            states: only cases in these; none named: in any.
            assignee: only what this person has.
            overdue_on: only what is not closed and was due before this day.
            order: only cases of this order.
            before: the `opened` of the last case of the page before.
            limit: cases of a page.
        """
        query = sa.select(cases).order_by(cases.c.opened.desc()).limit(limit)
        if states:
            query = query.where(cases.c.state.in_([state.value for state in states]))
        if assignee is not None:
            query = query.where(cases.c.assignee == assignee)
        if overdue_on is not None:
            late = sa.and_(cases.c.due < overdue_on, cases.c.state != State.CLOSED.value)
            query = query.where(late)
        if order is not None:
            query = query.where(cases.c.order_id == order)
        if before is not None:
            query = query.where(cases.c.opened < before)
        with self.store.read() as connection:
            return [CaseRow._make(row) for row in connection.execute(query)]

    def screening(self, number: int) -> Screening:
        """A screening of the ledger.

        Raises:
            InvalidInput: the ledger has no such screening.
        """
        with self.store.read() as connection:
            return _screening(connection, number)

    def rebuild(self) -> None:
        """Make the derived tables anew from the ledger."""
        with self.store.write() as connection:
            derived.rebuild(connection)

    def compare(self) -> Disagreement | None:
        """The first derived row that the ledger does not bear out; None where all agree."""
        with self.store.read() as connection:
            return derived.compare(connection)


def case_id(number: int) -> str:
    """The id of the case whose opening is this row of the ledger.

    >>> case_id(123), case_id(12345678)
    ('C-000123', 'C-12345678')
    """
    return f"C-{number:06d}"


def entry_of(event: CaseEvent) -> Entry:
    """An event as the ledger keeps it."""
    return Entry(event.at, kind_of(event), event.case, msgspec.to_builtins(event))


def case_with_opening(connection: Connection, case: str) -> tuple[Case, int, int]:
    """A case as it stands, with the ledger's numbers of its first and its last event.

    Raises:
        InvalidInput: there is no such case.
    """
    events = _events(connection, case)
    return fold(event for _, event in events), events[0][0], events[-1][0]


def cases_of(connection: Connection, orders: Iterable[str]) -> dict[tuple[str, str], str]:
    """The last case of each order as it was: by the order's id and normalised sha256."""
    found = connection.execute(_CASES_OF, {"orders": list(set(orders))})
    return {(order, sha256): case for order, sha256, case in found}


def put(connection: Connection, rows: Iterable[CaseRow]) -> None:
    """Write the derived rows of cases, those that are there anew."""
    plain = [row._asdict() for row in rows]
    known = [row["case_id"] for row in plain if row["last"] != row["opened"]]
    if known:
        connection.execute(sa.delete(cases).where(cases.c.case_id.in_(known)))
    if plain:
        connection.execute(_INTO_CASES, plain)


def _events(connection: Connection, case: str) -> list[tuple[int, CaseEvent]]:
    query = (
        sa.select(ledger.c.number, bodies.c.body)
        .join_from(ledger, bodies, ledger.c.number == bodies.c.number)
        .where(ledger.c.subject == case, ledger.c.kind.in_(CASE_KINDS))
        .order_by(ledger.c.number)
    )
    found = [(number, event_of(number, body)) for number, body in connection.execute(query)]
    if not found or not isinstance(found[0][1], Opened):
        raise InvalidInput.single("a case must be one of the store, like C-000123", "case", case)
    return found


def _screening(connection: Connection, number: int) -> Screening:
    query = (
        sa.select(bodies.c.body)
        .join_from(ledger, bodies, ledger.c.number == bodies.c.number)
        .where(ledger.c.number == number, ledger.c.kind == derived.SCREENING)
    )
    body = connection.scalar(query)
    if body is None:
        raise InvalidInput.single("a screening must be one of the store", "screening", number)
    return derived.screening_of(number, body)
