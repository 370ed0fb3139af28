"""The ledger with its bodies, what is derived from it, and triggers that let it only grow."""

from alembic import op

from vigil.store.tables import metadata

revision = "0001"
down_revision = None

ONLY_GROWS = "the ledger only grows"
NOT_REMOVABLE = "a body goes only after the ledger says so"

SQLITE = f"""
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END;
CREATE TRIGGER bodies_no_update BEFORE UPDATE ON bodies
BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END;
CREATE TRIGGER bodies_no_delete BEFORE DELETE ON bodies
WHEN NOT EXISTS (SELECT 1 FROM removals WHERE removals.number = OLD.number)
BEGIN SELECT RAISE(ABORT, '{NOT_REMOVABLE}'); END;
CREATE TRIGGER removals_no_update BEFORE UPDATE ON removals
BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END;
CREATE TRIGGER removals_no_delete BEFORE DELETE ON removals
BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END
"""

POSTGRESQL = f"""
CREATE FUNCTION vigil_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{ONLY_GROWS}'; END $$;
CREATE FUNCTION vigil_body_goes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF NOT EXISTS (SELECT 1 FROM removals WHERE removals.number = OLD.number)
THEN RAISE EXCEPTION '{NOT_REMOVABLE}'; END IF; RETURN OLD; END $$;
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
CREATE TRIGGER removals_only_grow BEFORE UPDATE OR DELETE ON removals
FOR EACH ROW EXECUTE FUNCTION vigil_only_grows()
"""


def upgrade() -> None:
    """Make the tables as they were in this revision, and the triggers."""
    bind = op.get_bind()
    metadata.create_all(bind)
    if bind.dialect.name == "sqlite":
        for statement in SQLITE.split("END;"):
            end = "" if statement.rstrip().endswith("END") else " END"
            bind.exec_driver_sql(f"{statement.strip()}{end}")
    else:
        bind.exec_driver_sql(POSTGRESQL)
