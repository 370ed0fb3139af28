"""The one chain of the store: rows that only follow one another, each with the hash of the last.

A row's hash is over the canonical JSON of its columns and of the row before; its body stands beside
it under its own hash, so that what retention removes leaves the chain whole. A changed, missing,
added or moved row breaks it; a chain cut at its end or made anew shows against a head that was
published elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from vigil.errors import StoreError
from vigil.model.canonical_json import canonical_json
from vigil.store.database import Store
from vigil.store.removals import Removals
from vigil.store.tables import bodies, ledger

BEGINNING = "0" * 64
PAGE = 2_000  # rows read at once; chosen: a few MB

_LAST = sa.select(ledger.c.number, ledger.c.hash).order_by(ledger.c.number.desc()).limit(1)
_INTO_LEDGER, _INTO_BODIES = sa.insert(ledger), sa.insert(bodies)


class Entry(NamedTuple):
    """What is to be written: `body` is anything that canonical JSON can hold."""

    at: int  # milliseconds since 1970, UTC
    kind: str
    subject: str
    body: object


class Row(NamedTuple):
    """A row as it was written; `body` is None where retention removed it."""

    number: int
    at: int
    kind: str
    subject: str
    body_sha256: str
    previous: str
    hash: str
    body: str | None


class Head(NamedTuple):
    """The end of the chain: how many rows it has, and the hash of the last."""

    number: int
    hash: str


class Broken(NamedTuple):
    """The first row that is not as it was written, and why."""

    number: int
    why: str


def append(connection: Connection, entries: Sequence[Entry], end: Head | None = None) -> list[Row]:
    """Add rows in the caller's transaction, which holds the write lock.

    Args:
        connection: of that transaction.
        entries: in their order.
        end: what `head` gave in it, when nothing was added since; None: it is looked up.

    Returns:
        The rows, numbered; they count once the transaction is committed.

    Raises:
        TypeError: a body that canonical JSON does not hold.
    """
    number, previous = end or head(connection)
    rows = []
    for entry in entries:
        number += 1
        body = canonical_json(entry.body)
        row = sealed(number, entry.at, entry.kind, entry.subject, _sha256(body), previous)
        rows.append(row._replace(body=body.decode()))
        previous = row.hash
    if rows:
        connection.execute(_INTO_LEDGER, [_columns(row) for row in rows])
        connection.execute(_INTO_BODIES, [{"number": r.number, "body": r.body} for r in rows])
    return rows


def head(connection: Connection) -> Head:
    """The end of the chain; number 0 of an empty one."""
    row = connection.execute(_LAST).first()
    return Head(row.number, row.hash) if row else Head(0, BEGINNING)


def rows(
    connection: Connection, *, after: int = 0, subject: str | None = None, kind: str | None = None
) -> Iterator[Row]:
    """Rows in their order, a page at a time.

    Args:
        connection: of one transaction, so that all rows are of one state.
        after: only those with a larger number.
        subject: only those of this order or case.
        kind: only those of this kind.
    """
    query = (
        sa.select(*ledger.c, bodies.c.body)
        .select_from(ledger.outerjoin(bodies, ledger.c.number == bodies.c.number))
        .order_by(ledger.c.number)
        .limit(PAGE)
    )
    if subject is not None:
        query = query.where(ledger.c.subject == subject)
    if kind is not None:
        query = query.where(ledger.c.kind == kind)
    while True:
        page = connection.execute(query.where(ledger.c.number > after)).all()
        yield from map(Row._make, page)
        if len(page) < PAGE:
            return
        after = page[-1].number


def verify(connection: Connection, published: Head | None = None) -> Broken | None:
    """The first row that is not as it was written, or None where the chain is whole.

    Args:
        connection: of one transaction.
        published: a head that was kept elsewhere; the chain must go through it.
    """
    removals = Removals(connection)
    expected, previous = 1, BEGINNING
    for row in rows(connection):
        if row.number != expected:
            return Broken(expected, f"row {expected} is missing, the next one is {row.number}")
        broken = _broken(row, previous, removals)
        if broken:
            return Broken(row.number, broken)
        if published and row.number == published.number and row.hash != published.hash:
            return Broken(row.number, "its hash is not the one that was published")
        expected, previous = row.number + 1, row.hash
    if published and published.number >= expected:
        return Broken(expected, f"{published.number} rows were published, {expected - 1} are here")
    return None


def sealed(number: int, at: int, kind: str, subject: str, body_sha256: str, previous: str) -> Row:
    """A row with its hash, without its body."""
    values = [number, at, kind, subject, body_sha256, previous]
    return Row(number, at, kind, subject, body_sha256, previous, _sha256(canonical_json(values)),
               None)  # fmt: skip


def _broken(row: Row, previous: str, removals: Removals) -> str:
    if row.previous != previous:
        return "it does not follow the row before"
    if not _is_sealed(row):
        return "its columns were changed"
    if row.body is not None and not _is_body(row):
        return "its body was changed"
    return removals.problem(row.number, row.kind, is_there=row.body is not None)


def _is_sealed(row: Row) -> bool:
    try:
        return sealed(*row[:6]).hash == row.hash
    except (TypeError, ValueError):  # SQLite holds anything in any column; this was never hashed
        return False


def _is_body(row: Row) -> bool:
    return isinstance(row.body, str) and _sha256(row.body.encode()) == row.body_sha256


def _columns(row: Row) -> dict[str, object]:
    columns = row._asdict()
    del columns["body"]
    return columns


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def check_head(store: Store, published: Head | None = None) -> Head:
    """The head of a whole chain.

    Raises:
        StoreError: it is broken, with the first row that is.
    """
    with store.read() as connection:
        broken = verify(connection, published)
        if broken:
            raise StoreError(f"row {broken.number} of the ledger is broken: {broken.why}")
        return head(connection)
