"""The tables of the store, the same on SQLite and PostgreSQL.

What counts is the ledger; `screenings`, `cases` and `removals` are derived from it in the same
transaction, to be searched, and can be made anew.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

HASH = 64  # letters of a sha256 in hex
NUMBER = BigInteger().with_variant(Integer, "sqlite")  # there a row's own number, and 64 bits

metadata = MetaData()

ledger = Table(
    "ledger",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),  # milliseconds since 1970, UTC
    Column("kind", String(40), nullable=False),
    Column("subject", Text, nullable=False),  # whose: an order's or a case's id …
    Column("body_sha256", String(HASH), nullable=False),
    Column("previous", String(HASH), nullable=False),
    Column("hash", String(HASH), nullable=False),
    Index("ledger_by_subject", "subject", "number"),
    Index("ledger_by_kind", "kind", "number"),
)

bodies = Table(
    "bodies",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),  # canonical JSON
)

removals = Table(
    "removals",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),  # whose body may go
    Column("by_row", BigInteger, nullable=False),  # the ledger's row that says so
)

screenings = Table(
    "screenings",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),  # its ledger row
    Column("order_id", Text, nullable=False),
    Column("on_day", Date, nullable=False),
    Column("outcome", String(12), nullable=False),
    Column("world", String(80), nullable=False),
    Column("vigil", String(40), nullable=False),
    Column("normalised_sha256", String(HASH), nullable=False),
    Index("screenings_by_order", "order_id", "number"),
    Index("screenings_by_outcome", "outcome", "number"),
)

cases = Table(
    "cases",
    metadata,
    Column("case_id", String(80), primary_key=True),
    Column("order_id", Text, nullable=False),
    Column("screening", BigInteger, nullable=False),  # ledger row of the last screening
    Column("state", String(12), nullable=False),
    Column("outcome", String(12), nullable=False),
    Column("assignee", Text),
    Column("due", Date),
    Column("open_findings", Integer, nullable=False),
    Column("held", Boolean, nullable=False),
    Column("opened", BigInteger, nullable=False),  # ledger row of the opening
    Column("last", BigInteger, nullable=False),  # ledger row of the last event
    Column("last_at", BigInteger, nullable=False),  # milliseconds since 1970, UTC
    Index("cases_by_opened", "opened"),
    Index("cases_by_state", "state", "opened"),
    Index("cases_by_assignee", "assignee", "opened"),
    Index("cases_by_due", "due", "opened"),
    Index("cases_by_order", "order_id", "opened"),
)

acceptances = Table(
    "acceptances",
    metadata,
    Column("acceptance_id", String(80), primary_key=True),
    Column("input", String(HASH), nullable=False),  # sha256 of who was screened
    Column("entity", Text, nullable=False),
    Column("state", String(12), nullable=False),
    Column("last_day", Date, nullable=False),
    Column("opened", BigInteger, nullable=False),  # ledger row of the proposal
    Column("last", BigInteger, nullable=False),  # ledger row of the last event
    Index("acceptances_by_input", "input", "opened"),
    Index("acceptances_by_state", "state", "opened"),
)
