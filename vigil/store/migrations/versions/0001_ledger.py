"""The ledger with its bodies, what is derived from it, and triggers that let it only grow."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ONLY_GROWS = "the ledger only grows"
NOT_REMOVABLE = "a body goes only after the ledger says so"

SQLITE = (
    f"""CREATE TRIGGER ledger_at_its_end BEFORE INSERT ON ledger
    WHEN NEW.number <= (SELECT max(number) FROM ledger)
    BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END""",  # INSERT OR REPLACE is no delete to SQLite
    f"""CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
    BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END""",
    f"""CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
    BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END""",
    f"""CREATE TRIGGER bodies_no_replace BEFORE INSERT ON bodies
    WHEN EXISTS (SELECT 1 FROM bodies WHERE number = NEW.number)
    BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END""",
    f"""CREATE TRIGGER bodies_no_update BEFORE UPDATE ON bodies
    BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END""",
    f"""CREATE TRIGGER bodies_no_delete BEFORE DELETE ON bodies
    WHEN NOT EXISTS (SELECT 1 FROM removals WHERE removals.number = OLD.number)
    BEGIN SELECT RAISE(ABORT, '{NOT_REMOVABLE}'); END""",
    f"""CREATE TRIGGER removals_by_a_row BEFORE INSERT ON removals
    WHEN NOT EXISTS (SELECT 1 FROM ledger WHERE number = NEW.by_row AND kind = 'removed')
    OR EXISTS (SELECT 1 FROM removals WHERE number = NEW.number)
    BEGIN SELECT RAISE(ABORT, '{NOT_REMOVABLE}'); END""",
    f"""CREATE TRIGGER removals_no_update BEFORE UPDATE ON removals
    BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END""",
    f"""CREATE TRIGGER removals_no_delete BEFORE DELETE ON removals
    BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END""",
)

POSTGRESQL = f"""
CREATE FUNCTION vigil_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{ONLY_GROWS}'; END $$;
CREATE FUNCTION vigil_at_its_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF NEW.number <= (SELECT max(number) FROM ledger)
THEN RAISE EXCEPTION '{ONLY_GROWS}'; END IF; RETURN NEW; END $$;
CREATE FUNCTION vigil_body_goes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF NOT EXISTS (SELECT 1 FROM removals WHERE removals.number = OLD.number)
THEN RAISE EXCEPTION '{NOT_REMOVABLE}'; END IF; RETURN OLD; END $$;
CREATE FUNCTION vigil_removed_by_a_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF NOT EXISTS (SELECT 1 FROM ledger WHERE number = NEW.by_row AND kind = 'removed')
THEN RAISE EXCEPTION '{NOT_REMOVABLE}'; END IF; RETURN NEW; END $$;
CREATE TRIGGER ledger_at_its_end BEFORE INSERT ON ledger
FOR EACH ROW EXECUTE FUNCTION vigil_at_its_end();
CREATE TRIGGER ledger_only_grows BEFORE UPDATE OR DELETE ON ledger
FOR EACH ROW EXECUTE FUNCTION vigil_only_grows();
CREATE TRIGGER ledger_not_emptied BEFORE TRUNCATE ON ledger
FOR EACH STATEMENT EXECUTE FUNCTION vigil_only_grows();
CREATE TRIGGER bodies_only_grow BEFORE UPDATE ON bodies
FOR EACH ROW EXECUTE FUNCTION vigil_only_grows();
CREATE TRIGGER bodies_go BEFORE DELETE ON bodies
FOR EACH ROW EXECUTE FUNCTION vigil_body_goes();
CREATE TRIGGER bodies_not_emptied BEFORE TRUNCATE ON bodies
FOR EACH STATEMENT EXECUTE FUNCTION vigil_only_grows();
CREATE TRIGGER removals_by_a_row BEFORE INSERT ON removals
FOR EACH ROW EXECUTE FUNCTION vigil_removed_by_a_row();
CREATE TRIGGER removals_only_grow BEFORE UPDATE OR DELETE ON removals
FOR EACH ROW EXECUTE FUNCTION vigil_only_grows();
CREATE TRIGGER removals_not_emptied BEFORE TRUNCATE ON removals
FOR EACH STATEMENT EXECUTE FUNCTION vigil_only_grows()
"""


def upgrade() -> None:
    """Make the tables as they were in this revision, and the triggers."""
    _make_ledger()
    _make_derived()
    bind = op.get_bind()
    for statement in SQLITE if bind.dialect.name == "sqlite" else (POSTGRESQL,):
        bind.exec_driver_sql(statement)


def _make_ledger() -> None:
    op.create_table(
        "ledger",
        _number(),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("body_sha256", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index("ledger_by_subject", "ledger", ["subject", "number"])
    op.create_index("ledger_by_kind", "ledger", ["kind", "number"])
    op.create_table("bodies", _number(), sa.Column("body", sa.Text, nullable=False))
    op.create_table("removals", _number(), sa.Column("by_row", sa.BigInteger, nullable=False))


def _make_derived() -> None:
    op.create_table(
        "screenings",
        _number(),
        sa.Column("order_id", sa.Text, nullable=False),
        sa.Column("on_day", sa.Date, nullable=False),
        sa.Column("outcome", sa.String(12), nullable=False),
        sa.Column("world", sa.String(80), nullable=False),
        sa.Column("vigil", sa.String(40), nullable=False),
        sa.Column("normalised_sha256", sa.String(64), nullable=False),
    )
    op.create_index("screenings_by_order", "screenings", ["order_id", "number"])
    op.create_index("screenings_by_outcome", "screenings", ["outcome", "number"])
    op.create_table(
        "cases",
        sa.Column("case_id", sa.String(80), primary_key=True),
        sa.Column("order_id", sa.Text, nullable=False),
        sa.Column("screening", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("outcome", sa.String(12), nullable=False),
        sa.Column("assignee", sa.Text),
        sa.Column("due", sa.Date),
        sa.Column("open_findings", sa.Integer, nullable=False),
        sa.Column("held", sa.Boolean, nullable=False),
        sa.Column("opened", sa.BigInteger, nullable=False),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.Column("last_at", sa.BigInteger, nullable=False),
    )
    op.create_index("cases_by_opened", "cases", ["opened"])
    op.create_index("cases_by_state", "cases", ["state", "opened"])
    op.create_index("cases_by_assignee", "cases", ["assignee", "opened"])
    op.create_index("cases_by_due", "cases", ["due", "opened"])
    op.create_index("cases_by_order", "cases", ["order_id", "opened"])


def _number() -> sa.Column[int]:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column("number", number, primary_key=True, autoincrement=False)
