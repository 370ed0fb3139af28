"""Has the database the triggers that its migrations made, and no others?

A trigger that was dropped lets rows be changed, and one that was added can have the database say
that it took a row which it threw away: the chain alone shows neither.
"""

from __future__ import annotations

import importlib
import re

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from vigil.errors import StoreError
from vigil.store.database import Store

MADE_IN = "vigil.store.migrations.versions.0001_ledger"
_OF_SQLITE = sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
_OF_POSTGRESQL = sa.text(
    "SELECT t.tgname, p.prosrc, t.tgenabled::text FROM pg_trigger t "
    "JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
    "WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace"
)
_TRIGGER = re.compile(r"CREATE TRIGGER (\w+)[^;]*?EXECUTE FUNCTION (\w+)\(\)")
_SOURCE = re.compile(r"CREATE FUNCTION (\w+)\(\).*?\$\$(.*?)\$\$", re.DOTALL)
_NAME = re.compile(r"CREATE TRIGGER (\w+)")


def check_triggers(store: Store) -> None:
    """Refuse a database whose triggers are not those of its schema.

    Raises:
        StoreError: one was dropped, changed, switched off or added.
    """
    right = _right(is_sqlite=store.is_sqlite)
    with store.read() as connection:
        got = _got(connection, is_sqlite=store.is_sqlite)
    wrong = sorted(name for name in right.keys() | got.keys() if right.get(name) != got.get(name))
    if wrong:
        what = "was added" if wrong[0] not in right else "is gone or was changed"
        raise StoreError(
            f"the ledger is whole, but trigger {wrong[0]} {what}: what the database took since "
            "then may be lost or changed"
        )


def _right(*, is_sqlite: bool) -> dict[str, str]:
    made = importlib.import_module(MADE_IN)
    if is_sqlite:
        return {_NAME.findall(sql)[0]: sql for sql in made.SQLITE}
    sources = dict(_SOURCE.findall(made.POSTGRESQL))
    return {name: sources[function] for name, function in _TRIGGER.findall(made.POSTGRESQL)}


def _got(connection: Connection, *, is_sqlite: bool) -> dict[str, str]:
    if is_sqlite:
        return {row.name: row.sql for row in connection.execute(_OF_SQLITE)}
    found = connection.execute(_OF_POSTGRESQL)
    return {name: source if enabled in "OA" else "" for name, source, enabled in found}
