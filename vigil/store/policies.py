"""The policies of a store: read from the ledger, added to under its write lock."""

from __future__ import annotations

import msgspec
from sqlalchemy.engine import Connection

from vigil.case.policy_steps import (
    Policies,
    PolicyEvent,
    after_policy_step,
    check_policy_step,
    fold_policies,
)
from vigil.errors import StoreError
from vigil.store.database import Store
from vigil.store.ledger import Entry, append, rows

POLICY = "policy"  # the kind of ledger row; its subject is the file's sha256

_EVENT: msgspec.json.Decoder[PolicyEvent] = msgspec.json.Decoder(PolicyEvent)


def policies(store: Store) -> Policies:
    """What counts in a store.

    Raises:
        StoreError: a row is none that this version knows.
    """
    with store.read() as connection:
        return _policies(connection)


def add_policy_step(store: Store, event: PolicyEvent) -> Policies:
    """What counts after one more event, which the ledger has then.

    Raises:
        IllegalStep: it may not be done now, or not by this person.
        StoreError: the store did not take it; nothing is written.
    """
    with store.write() as connection:
        now = _policies(connection)
        check_policy_step(now, event)
        append(connection, [Entry(event.at, POLICY, event.file, msgspec.to_builtins(event))])
        return after_policy_step(now, event)


def _policies(connection: Connection) -> Policies:
    found = rows(connection, kind=POLICY)
    return fold_policies(_event(row.number, row.body) for row in found if row.body is not None)


def _event(number: int, body: str) -> PolicyEvent:
    try:
        return _EVENT.decode(body)
    except msgspec.DecodeError as error:
        raise StoreError(
            f"row {number} of the ledger must be readable, got: {error}; a newer Vigil wrote it?"
        ) from error
