"""The rows that are derived from the ledger, to be searched: made, made anew, and compared.

What disagrees with the ledger is wrong, never the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from vigil.case.case import Case, fold
from vigil.case.events import CaseEvent, Held, HoldLifted, Opened
from vigil.case.screening import Screening
from vigil.errors import StoreError
from vigil.store import removals
from vigil.store.removals import CASE, HOLD
from vigil.store.tables import bodies, cases, ledger, screenings

SCREENING = removals.SCREENING  # the kind of ledger row
CASE_KINDS = (CASE, HOLD)  # the second keeps the events that begin and end a legal hold
T = TypeVar("T")
PAGE = 1_000  # rows handled at once; chosen: a few MB

_EVENT: msgspec.json.Decoder[CaseEvent] = msgspec.json.Decoder(CaseEvent)
_SCREENING = msgspec.json.Decoder(Screening)


class CaseRow(NamedTuple):
    """A case as lists show it: the columns of `cases`, in their order."""

    case_id: str
    order_id: str
    screening: int
    state: str
    outcome: str
    assignee: str | None
    due: date | None
    open_findings: int
    held: bool
    opened: int
    last: int
    last_at: int


class ScreeningRow(NamedTuple):
    """A screening as lists show it: the columns of `screenings`, in their order."""

    number: int
    order_id: str
    on_day: date
    outcome: str
    world: str
    vigil: str
    normalised_sha256: str


class Disagreement(NamedTuple):
    """The first derived row that is not what the ledger says."""

    table: str
    key: str
    why: str


def kind_of(event: CaseEvent) -> str:
    """The kind of ledger row that keeps an event."""
    return HOLD if isinstance(event, Held | HoldLifted) else CASE


def event_of(number: int, body: str) -> CaseEvent:
    """The event of a ledger row.

    Raises:
        StoreError: it is none that this version knows.
    """
    return _read(_EVENT, number, body)


def screening_of(number: int, body: str) -> Screening:
    """The screening of a ledger row.

    Raises:
        StoreError: it is none that this version knows.
    """
    return _read(_SCREENING, number, body)


def case_row(case: Case, opened: int, last: int) -> CaseRow:
    """The row of a case whose first and last events are these rows of the ledger."""
    return CaseRow(
        case_id=case.id,
        order_id=case.order,
        screening=case.screening,
        state=case.state.value,
        outcome=case.outcome,
        assignee=case.assignee,
        due=case.due,
        open_findings=len(case.open_findings) + len(case.open_gaps),
        held=case.held,
        opened=opened,
        last=last,
        last_at=case.last_at,
    )


def screening_row(screening: Screening, number: int) -> ScreeningRow:
    """The row of a screening with this number in the ledger."""
    return ScreeningRow(
        number=number,
        order_id=screening.order,
        on_day=screening.on,
        outcome=screening.outcome,
        world=screening.world,
        vigil=screening.vigil,
        normalised_sha256=screening.normalised_sha256,
    )


def rebuild(connection: Connection) -> None:
    """Make the derived tables anew, in a transaction that holds the write lock."""
    connection.execute(sa.delete(screenings))
    connection.execute(sa.delete(cases))
    for page in _screening_pages(connection):
        connection.execute(sa.insert(screenings), [row._asdict() for row in page])
    for rows in _case_pages(connection):
        connection.execute(sa.insert(cases), [row._asdict() for row in rows])


def compare(connection: Connection) -> Disagreement | None:
    """The first derived row that the ledger does not bear out; None where all agree."""
    for page in _screening_pages(connection):
        held = sa.select(screenings).where(
            screenings.c.number.between(page[0].number, page[-1].number)
        )
        found = {row.number: ScreeningRow._make(row) for row in connection.execute(held)}
        wrong = _first_wrong("screenings", {row.number: row for row in page}, found)
        if wrong:
            return wrong
    for rows in _case_pages(connection):
        ids = [row.case_id for row in rows]
        some = connection.execute(sa.select(cases).where(cases.c.case_id.in_(ids)))
        made = {row.case_id: CaseRow._make(row) for row in some}
        wrong = _first_wrong("cases", {row.case_id: row for row in rows}, made)
        if wrong:
            return wrong
    return _one_too_many(connection)


def _first_wrong(
    table: str, right: Mapping[object, tuple[object, ...]], got: Mapping[object, tuple[object, ...]]
) -> Disagreement | None:
    for key, row in right.items():
        if key not in got:
            return Disagreement(table, str(key), "it is missing")
        if got[key] != row:
            fields = getattr(row, "_fields", ())
            first = next(i for i, value in enumerate(row) if got[key][i] != value)
            why = f"{fields[first]} must be {row[first]!r}, got {got[key][first]!r}"
            return Disagreement(table, str(key), why)
    extra = next((key for key in got if key not in right), None)
    return None if extra is None else Disagreement(table, str(extra), "the ledger has no such row")


def _one_too_many(connection: Connection) -> Disagreement | None:
    for table, key, mine in (
        ("screenings", screenings.c.number, _bodied(SCREENING).c.number == screenings.c.number),
        ("cases", cases.c.case_id, _bodied(CASE).c.subject == cases.c.case_id),
    ):
        query = sa.select(key).where(~sa.exists().where(mine)).order_by(key).limit(1)
        extra = connection.scalar(query)
        if extra is not None:
            return Disagreement(table, str(extra), "the ledger has no such row")
    return None


def _bodied(*kinds: str) -> sa.Subquery:
    """Rows of these kinds whose bodies are there."""
    return (
        sa.select(ledger.c.number, ledger.c.subject, bodies.c.body)
        .join_from(ledger, bodies, ledger.c.number == bodies.c.number)
        .where(ledger.c.kind.in_(kinds))
        .subquery()
    )


def _screening_pages(connection: Connection) -> Iterator[list[ScreeningRow]]:
    rows = _bodied(SCREENING)
    query = sa.select(rows.c.number, rows.c.body).order_by(rows.c.number).limit(PAGE)
    after = 0
    while page := connection.execute(query.where(rows.c.number > after)).all():
        yield [screening_row(screening_of(number, body), number) for number, body in page]
        after = page[-1].number


def _case_pages(connection: Connection) -> Iterator[list[CaseRow]]:
    found: list[CaseRow] = []
    for _, events in groupby(_events(connection), key=lambda row: row[0]):
        history = [(number, event_of(number, body)) for _, number, body in events]
        if not isinstance(history[0][1], Opened):
            continue  # retention removed it; its holds stay in the ledger
        case = fold(event for _, event in history)
        found.append(case_row(case, history[0][0], history[-1][0]))
        if len(found) == PAGE:
            yield found
            found = []
    if found:
        yield found


def _events(connection: Connection) -> Iterator[tuple[str, int, str]]:
    rows = _bodied(*CASE_KINDS)
    query = (
        sa.select(rows.c.subject, rows.c.number, rows.c.body)
        .order_by(rows.c.subject, rows.c.number)
        .limit(PAGE)
    )
    place: tuple[str, int] = ("", 0)
    while True:
        beyond = sa.tuple_(rows.c.subject, rows.c.number) > place
        page = connection.execute(query.where(beyond)).all()
        for row in page:
            yield row.subject, row.number, row.body
        if len(page) < PAGE:
            return
        place = (page[-1].subject, page[-1].number)


def _read(decoder: msgspec.json.Decoder[T], number: int, body: str) -> T:
    try:
        return decoder.decode(body)
    except msgspec.DecodeError as error:
        raise StoreError(
            f"row {number} of the ledger must be readable, got: {error}; a newer Vigil wrote it?"
        ) from error
