"""Are the files there that the ledger names, attached and imported, and still what they were?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from vigil.case.events import Attached
from vigil.errors import StoreError
from vigil.store.attachments import kept
from vigil.store.database import Store
from vigil.store.derived import event_of
from vigil.store.imported_cases import IMPORTED, Imported
from vigil.store.ledger import rows
from vigil.store.removals import CASE
from vigil.store.tables import bodies, ledger

ATTACHED = '%"event":"attached"%'  # as canonical JSON has it; in a text its quotes are escaped


def named_files(store: Store) -> list[tuple[int, str]]:
    """The sha256 of each file that the ledger names, with the row that does; each file once."""
    with store.read() as connection:
        found: dict[str, int] = {}
        for number, sha256 in (*_attached(connection), *_imported(connection)):
            found.setdefault(sha256, number)
    return sorted((number, sha256) for sha256, number in found.items())


def check_files(store: Store, folder: Path) -> int:
    """How many files the ledger names, each read and hashed again.

    Raises:
        StoreError: one is missing or was changed, with the first row that names it.
    """
    named = named_files(store)
    for number, sha256 in named:
        try:
            kept(folder, sha256)
        except StoreError as error:
            what = f"the ledger is whole, but not the file that its row {number} names"
            raise StoreError(f"{what}: {error}") from error
    return len(named)


def _attached(connection: Connection) -> Iterator[tuple[int, str]]:
    query = (
        sa.select(ledger.c.number, bodies.c.body)
        .join_from(ledger, bodies, ledger.c.number == bodies.c.number)
        .where(ledger.c.kind == CASE, bodies.c.body.like(ATTACHED))
        .order_by(ledger.c.number)
    )
    for number, body in connection.execute(query):
        event = event_of(number, body)
        if isinstance(event, Attached):
            yield number, event.sha256


def _imported(connection: Connection) -> Iterator[tuple[int, str]]:
    for row in rows(connection, kind=IMPORTED):
        if row.body is not None:
            yield row.number, msgspec.json.decode(row.body, type=Imported).file
