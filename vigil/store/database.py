"""The store's database: SQLite in a file, or PostgreSQL; opened whole and brought to its schema.

SQLite runs with a write-ahead log and `synchronous = FULL`: what was committed is on the disk. On
both, a writer holds the store's one write lock for its transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from vigil.errors import InvalidInput, StoreError

WRITE_LOCK = 0x76696769  # of PostgreSQL's advisory locks; "vigi"
BUSY_SECONDS = 30.0  # a writer waits so long for another one before it gives up
MIGRATIONS = Path(__file__).with_name("migrations")


class Store:
    """An open store: `read` and `write` give a connection in a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

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
        with _told(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that holds the write lock; all of it is committed, or none.

        Raises:
            StoreError: the database refuses, is full, or another writer holds it too long.
        """
        with _told(), self.engine.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                try:
                    yield connection
                except BaseException:
                    connection.exec_driver_sql("ROLLBACK")
                    raise
                connection.exec_driver_sql("COMMIT")
                return
            with connection.begin():
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")
                yield connection

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """A store, made when it is not there, its schema brought up to date.

    Args:
        url: a path (`vigil.db`), or `postgresql://user@host:port/name`.

    Raises:
        InvalidInput: no such kind of database, or its driver is not installed.
        StoreError: it cannot be opened or brought up to date.
    """
    engine = _engine(url)
    store = Store(engine)
    with _told():
        _migrate(store)
    return store


def _engine(url: str) -> Engine:
    if "://" not in url:
        engine = sa.create_engine(
            sa.URL.create("sqlite", database=url),
            isolation_level="AUTOCOMMIT",
            connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
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
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _migrate(store: Store) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    newest = ScriptDirectory.from_config(config).get_current_head()
    with store.read() as connection:
        if MigrationContext.configure(connection).get_current_revision() == newest:
            return
    with store.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def _told() -> Iterator[None]:
    """What a driver says, as the store's error."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"the store must answer, got: {error.orig}") from error
