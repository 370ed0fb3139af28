"""The store's database: its schema, who may open it, and who waits for whom."""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from vigil.errors import StoreError
from vigil.store import database
from vigil.store.database import MIGRATIONS, NEWEST, open_store
from vigil.store.tables import metadata

ROOT = Path(__file__).resolve().parents[2]


class TestSchema:
    def differences(self, store):
        with store.engine.connect() as connection:
            return compare_metadata(MigrationContext.configure(connection), metadata)

    def test_migrated_is_as_the_tables_say(self, store):
        assert self.differences(store) == []

    def test_a_difference_would_be_seen(self, store):
        with store.write() as connection:
            connection.execute(sa.text("DROP INDEX cases_by_due"))
            connection.execute(sa.text("ALTER TABLE cases ADD COLUMN colour TEXT"))
        assert {what[0] for what in self.differences(store)} == {"add_index", "remove_column"}

    def test_the_newest_revision_is_known(self):
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        assert ScriptDirectory.from_config(config).get_current_head() == NEWEST

    def test_opening_again_changes_nothing(self, store_url):
        open_store(store_url).close()
        again = open_store(store_url)
        assert self.differences(again) == []
        again.close()

    def test_of_a_newer_vigil_it_is_refused(self, store, store_url):
        with store.write() as connection:
            connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(StoreError, match=r"at most 0002, got 9999.*newer Vigil"):
            open_store(store_url)

    def test_a_step_that_fails_leaves_nothing(self, store_url):
        engine = database._engine(store_url, 1)
        in_the_way = sa.text("CREATE TABLE acceptances (colour TEXT)")
        with engine.connect() as connection, connection.begin():
            connection.execute(in_the_way)
        with pytest.raises(StoreError, match="already exists"):
            open_store(store_url)
        assert sa.inspect(engine).get_table_names() == ["acceptances"]
        engine.dispose()


def test_a_file_that_is_no_store_is_refused(tmp_path):
    (tmp_path / "thesis.doc").write_text("years of work, and more of it" * 100)
    with pytest.raises(StoreError, match="not a database"):
        open_store(str(tmp_path / "thesis.doc"))
    assert (tmp_path / "thesis.doc").read_text().startswith("years of work")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreError, match="unable to open"):
        open_store(str(tmp_path / "nowhere" / "vigil.db"))


def test_what_is_installed_has_the_migrations(tmp_path):
    files = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True).split("\0")
    for file in files:
        if file.startswith("vigil/store/") or file in BUILT_FROM:
            (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / file).write_bytes((ROOT / file).read_bytes())
    build = [sys.executable, "setup.py", "-q", "build_py", "--build-lib", "built"]
    subprocess.run(build, cwd=tmp_path, check=True, capture_output=True)
    carried = (tmp_path / "built/vigil/store/migrations").rglob("*.py")
    assert {p.name for p in carried} == {p.name for p in MIGRATIONS.rglob("*.py")}


BUILT_FROM = (
    "pyproject.toml", "setup.py", "README.md", "LICENSE", "NOTICE", "vigil/__init__.py",
    "vigil/names/_kernel.c",
)  # fmt: skip


class TestTransactions:
    def test_a_reader_sees_one_state(self, store):
        count = sa.text("SELECT count(*) FROM removals")
        with store.read() as reader:
            before = reader.scalar(count)
            with store.write() as writer:
                add = "INSERT INTO bodies (number, body) VALUES (1, '{}')"
                writer.execute(sa.text(add))
            assert reader.scalar(count) == before
            assert reader.scalar(sa.text("SELECT count(*) FROM bodies")) == 0
        with store.read() as reader:
            assert reader.scalar(sa.text("SELECT count(*) FROM bodies")) == 1

    def test_a_writer_waits_and_then_gives_up(self, store, store_url):
        other = open_store(store_url, busy_seconds=0.2)
        with store.write(), pytest.raises(StoreError, match="lock"), other.write():
            pass
        with other.write() as connection:
            connection.execute(sa.text("SELECT 1"))
        other.close()

    def test_a_reader_does_not_wait(self, store, store_url):
        other = open_store(store_url, busy_seconds=0.2)
        with store.write(), other.read() as connection:
            assert connection.scalar(sa.text("SELECT count(*) FROM ledger")) == 0
        other.close()
