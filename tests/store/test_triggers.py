"""A database whose triggers are not those of its schema is told, whatever the chain says."""

import pytest
import sqlalchemy as sa

from tests.store.made_up_screenings import made_up
from vigil.case.policy import CasePolicy
from vigil.errors import StoreError
from vigil.store.ledger import check_head
from vigil.store.recorder import Recorder
from vigil.store.triggers import check_triggers

SWALLOWS = """CREATE TRIGGER {0}_x BEFORE INSERT ON {0} WHEN {1} BEGIN SELECT RAISE(IGNORE); END"""

TABLES = ("ledger", "bodies", "screenings")


def run(store, *statements):
    with store.write() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))


def test_those_of_the_schema_are_right(store):
    check_triggers(store)


def test_one_that_is_gone(store):
    on = "" if store.is_sqlite else " ON removals"
    run(store, f"DROP TRIGGER removals_by_a_row{on}")
    with pytest.raises(StoreError, match="removals_by_a_row is gone"):
        check_triggers(store)


def test_one_that_swallows_an_order(store):
    """The chain is whole, and what was acknowledged is not in it."""
    if not store.is_sqlite:
        run(store, "CREATE FUNCTION eats() RETURNS trigger LANGUAGE plpgsql AS "
                   "$$ BEGIN RETURN NULL; END $$",
            *(f"CREATE TRIGGER {table}_x BEFORE INSERT ON {table} FOR EACH ROW "
              "EXECUTE FUNCTION eats()" for table in TABLES))  # fmt: skip
    else:
        run(store, SWALLOWS.format("ledger", "NEW.subject = 'PO-1'"),
            SWALLOWS.format("screenings", "NEW.order_id = 'PO-1'"),
            SWALLOWS.format("bodies", "1"))  # fmt: skip
    Recorder(store, CasePolicy(), lambda: 0).record_one(made_up("PO-1", "clear"))
    assert check_head(store).number == 0
    with pytest.raises(StoreError, match="bodies_x was added"):
        check_triggers(store)


def test_one_that_was_made_harmless(store):
    if store.is_sqlite:
        run(store, "DROP TRIGGER ledger_no_delete",
            "CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger WHEN 0 BEGIN SELECT 1; END",
        )  # fmt: skip
    else:
        run(store, "CREATE OR REPLACE FUNCTION vigil_body_goes() RETURNS trigger LANGUAGE plpgsql "
                   "AS $$ BEGIN RETURN OLD; END $$")  # fmt: skip
    with pytest.raises(StoreError, match="is gone or was changed"):
        check_triggers(store)
