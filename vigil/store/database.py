"""The store's database: SQLite in a file, or PostgreSQL; opened whole and brought to its schema.

SQLite runs with a write-ahead log and `synchronous = FULL`: what was committed is on the disk. On
both, a writer holds the store's one write lock for its transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from vigil.errors import InvalidInput, StoreError

WRITE_LOCK = 0x76696769  # of PostgreSQL's advisory locks; "vigi"
BUSY_SECONDS = 30.0  # a writer waits so long for another one before it gives up; chosen
# On PostgreSQL, for one transaction: what is committed is on the disk, whatever the server's habit.
LASTING = """SELECT set_config('lock_timeout', %(busy)s, true), CASE
WHEN current_setting('synchronous_commit') = 'off'
THEN set_config('synchronous_commit', 'on', true) END"""
MIGRATIONS = Path(__file__).with_name("migrations")
NEWEST = "0002"  # the schema's revision that this version writes


class Store:
    """An open store: `read` and `write` give a connection in a transaction of its own."""

    def __init__(self, engine: Engine, busy_seconds: float = BUSY_SECONDS) -> None:
        self.engine = engine
        self._busy_ms = round(busy_seconds * 1000)

    @property
    def is_sqlite(self) -> bool:
        """Is it a file of SQLite?"""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the store.

        Raises:
            StoreError: the database does not answer.
        """
        with _told(), self.engine.connect() as connection:
            if self.is_sqlite:
                with _begun(connection, "BEGIN"):
                    yield connection
                return
            one_state = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            with connection.execution_options(**one_state).begin():
                yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that holds the write lock; all of it is committed, or none.

        Raises:
            StoreError: the database refuses, is full, or another writer holds it too long.
        """
        with _told(), self.engine.connect() as connection:
            if self.is_sqlite:
                with _begun(connection, "BEGIN IMMEDIATE"):
                    yield connection
                return
            latest = {"isolation_level": "READ COMMITTED"}  # what is there once the lock is held
            with connection.execution_options(**latest).begin():
                connection.exec_driver_sql(LASTING, {"busy": f"{self._busy_ms}ms"})
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")
                yield connection

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def open_store(url: str, *, busy_seconds: float = BUSY_SECONDS) -> Store:
    """A store, made when it is not there, its schema brought up to date.

    Args:
        url: a path (`vigil.db`), or `postgresql://user@host:port/name`.
        busy_seconds: how long a writer waits for another one; then it is a StoreError.

    Raises:
        InvalidInput: no such kind of database, or its driver is not installed.
        StoreError: it cannot be opened or brought up to date, or a newer Vigil made it.
    """
    store = Store(_engine(url, busy_seconds), busy_seconds)
    try:
        with _told():
            _migrate(store)
    except BaseException:
        store.close()
        raise
    return store


def _engine(url: str, busy_seconds: float) -> Engine:
    if "://" not in url:
        engine = sa.create_engine(
            sa.URL.create("sqlite", database=url),
            isolation_level="AUTOCOMMIT",
            connect_args={"timeout": busy_seconds, "check_same_thread": False},
        )
        sa.event.listen(engine, "connect", _make_durable)
        return engine
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() != "postgresql":
            raise ArgumentError(parsed.get_backend_name())
        return sa.create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except ArgumentError:
        what = "a store must be a file like vigil.db, or postgresql://user@host/name"
        raise InvalidInput.single(what, "store", has_value=False) from None
    except ModuleNotFoundError as error:
        what = "PostgreSQL needs a driver: pip install 'vigil[postgres]'"
        raise InvalidInput.single(what, "store", has_value=False) from error


def _make_durable(connection: object, _record: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]  # a driver's own connection
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA secure_delete = ON")  # what retention removes is overwritten
    cursor.close()


def _migrate(store: Store) -> None:
    if _revision(store) == NEWEST:
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with store.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, NEWEST)


def _revision(store: Store) -> str | None:
    """Of the schema in the database; None of an empty one.

    Raises:
        StoreError: a newer Vigil made it.
    """
    with store.read() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        found = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    if found is not None and str(found) > NEWEST:
        what = f"the store's schema must be at most {NEWEST}, got {found}"
        raise StoreError(f"{what}: a newer Vigil made it; install that one")
    return None if found is None else str(found)


@contextmanager
def _begun(connection: Connection, begin: str) -> Iterator[None]:
    """A transaction of SQLite, whose driver would begin others than are asked for."""
    connection.exec_driver_sql(begin)
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        # A full disk has SQLite itself give the transaction up.
        if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
            connection.exec_driver_sql("ROLLBACK")
        raise


@contextmanager
def _told() -> Iterator[None]:
    """What a driver says, as the store's error; SQLite's says some of it in no good UTF-8."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"the store must answer, got: {error.orig}") from error
    except (sqlite3.Error, sa.exc.TimeoutError, UnicodeDecodeError) as error:
        raise StoreError(f"the store must answer, got: {error}") from error
