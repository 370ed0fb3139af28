"""The ledger: it only grows, and what was changed behind its back is found at the right row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from vigil.errors import InvalidInput, StoreError
from vigil.store.database import open_store
from vigil.store.ledger import Entry, Head, append, check_head, head, rows, verify

TRIGGERS = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")


def entries(*subjects: str) -> list[Entry]:
    return [Entry(1, "screening", subject, {"outcome": "clear"}) for subject in subjects]


def write(store, *subjects: str) -> None:
    with store.write() as connection:
        append(connection, entries(*subjects))


def tamper(store, *statements: str) -> None:
    """As somebody with the database in hand would: the triggers are gone first."""
    with store.write() as connection:
        if store.is_sqlite:
            for name in connection.scalars(TRIGGERS).all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for statement in statements:
            connection.execute(text(statement))


def broken(store, published: Head | None = None):
    with store.read() as connection:
        return verify(connection, published)


class TestWriting:
    def test_rows_are_numbered_and_follow_one_another(self, store):
        write(store, "PO-1", "PO-2")
        write(store, "PO-3")
        with store.read() as connection:
            written = list(rows(connection))
        assert [(row.number, row.subject) for row in written] == [
            (1, "PO-1"),
            (2, "PO-2"),
            (3, "PO-3"),
        ]
        assert [row.previous for row in written[1:]] == [row.hash for row in written[:-1]]
        assert broken(store) is None

    def test_by_subject_and_after(self, store):
        write(store, "PO-1", "PO-2", "PO-1")
        with store.read() as connection:
            assert [row.number for row in rows(connection, subject="PO-1")] == [1, 3]
            assert [row.number for row in rows(connection, after=2)] == [3]

    def test_a_failed_transaction_leaves_nothing(self, store):
        write(store, "PO-1")
        too_late = [*entries("PO-2"), Entry(1, "screening", "PO-3", {"score": 0.97})]
        with pytest.raises(TypeError):
            self.write_with_a_removal(store, too_late)
        with store.read() as connection:
            assert connection.execute(text("SELECT count(*) FROM removals")).scalar() == 0
        assert check_head(store).number == 1

    def write_with_a_removal(self, store, late: list[Entry]) -> None:
        with store.write() as connection:
            append(connection, [Entry(1, "removed", "PO-1", {"numbers": [1]})])
            connection.execute(text("INSERT INTO removals (number, by_row) VALUES (1, 2)"))
            append(connection, late)

    def test_a_float_is_refused_and_nothing_is_written(self, store):
        bad = [Entry(1, "screening", "PO-1", {"score": 0.97})]
        with store.write() as connection, pytest.raises(TypeError):
            append(connection, bad)
        assert check_head(store).number == 0

    def test_it_is_there_after_opening_anew(self, tmp_path):
        path = str(tmp_path / "vigil.db")
        one = open_store(path)
        write(one, "PO-1")
        before = check_head(one)
        one.close()
        assert check_head(open_store(path)) == before


class TestTampering:
    def execute(self, store, statement: str) -> None:
        with store.write() as connection:
            connection.execute(text(statement))

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE ledger SET subject = 'PO-9' WHERE number = 2",
            "DELETE FROM ledger WHERE number = 2",
            "UPDATE bodies SET body = '{}' WHERE number = 2",
            "DELETE FROM bodies WHERE number = 2",
            "INSERT INTO removals (number, by_row) VALUES (2, 3)",
            f"INSERT INTO ledger VALUES (0, 1, 'screening', 'PO-9', '', '', '{'0' * 64}')",
        ],
    )
    def test_the_database_itself_refuses(self, store, statement):
        write(store, "PO-1", "PO-2", "PO-3")
        with pytest.raises(StoreError, match=r"only grows|only after"):
            self.execute(store, statement)
        assert broken(store) is None

    @pytest.mark.parametrize(
        "statement",
        [
            "INSERT OR REPLACE INTO ledger SELECT number, at, kind, 'PO-9', body_sha256, previous, "
            "hash FROM ledger WHERE number = 2",
            "INSERT OR REPLACE INTO bodies VALUES (2, '{}')",
        ],
    )
    def test_replacing_is_refused_too(self, tmp_path, statement):
        store = open_store(str(tmp_path / "vigil.db"))
        write(store, "PO-1", "PO-2", "PO-3")
        with pytest.raises(StoreError, match="only grows"):
            self.execute(store, statement)
        assert broken(store) is None
        store.close()

    @pytest.mark.slow
    @pytest.mark.parametrize("table", ["ledger", "bodies", "removals"])
    def test_emptying_is_refused(self, postgresql, table):
        store = open_store(postgresql())
        write(store, "PO-1")
        with pytest.raises(StoreError, match="only grows"):
            self.execute(store, f"TRUNCATE {table}")
        assert check_head(store).number == 1
        store.close()

    @pytest.mark.parametrize(
        ("statements", "why"),
        [
            (["UPDATE ledger SET subject = 'PO-9' WHERE number = 2"], "columns"),
            (["UPDATE bodies SET body = '{}' WHERE number = 2"], "body was changed"),
            (["DELETE FROM bodies WHERE number = 2"], "body is missing"),
            (["DELETE FROM ledger WHERE number = 2"], "row 2 is missing"),
            (
                [
                    "UPDATE ledger SET number = 9 WHERE number = 2",
                    "UPDATE ledger SET number = 2 WHERE number = 3",
                    "UPDATE ledger SET number = 3 WHERE number = 9",
                ],
                "does not follow",
            ),
        ],
        ids=["edit", "edited body", "removed body", "delete", "reorder"],
    )
    def test_it_is_found_at_its_row(self, store, statements, why):
        write(store, "PO-1", "PO-2", "PO-3", "PO-4")
        tamper(store, *statements)
        found = broken(store)
        assert found is not None
        assert found.number == 2
        assert why in found.why

    def test_a_cut_end_shows_against_the_published_head(self, store):
        write(store, "PO-1", "PO-2", "PO-3")
        published = check_head(store)
        tamper(store, "DELETE FROM ledger WHERE number = 3")
        assert broken(store) is None
        found = broken(store, published)
        assert found is not None
        assert found.number == 3

    def test_a_chain_made_anew_shows_against_the_published_head(self, store):
        write(store, "PO-1", "PO-2", "PO-3")
        published = check_head(store)
        tamper(store, "DELETE FROM ledger", "DELETE FROM bodies")
        write(store, "PO-1", "PO-2", "PO-4", "PO-5")
        assert broken(store) is None
        found = broken(store, published)
        assert found is not None
        assert found.number == 3

    def test_a_head_published_earlier_is_no_alarm(self, store):
        write(store, "PO-1")
        published = check_head(store)
        write(store, "PO-2")
        assert broken(store, published) is None

    def test_checking_says_which_row(self, store):
        write(store, "PO-1", "PO-2")
        tamper(store, "UPDATE ledger SET at = 2 WHERE number = 2")
        with pytest.raises(StoreError, match="row 2"):
            check_head(store)


@pytest.mark.parametrize("url", ["mysql://host/name", "postgresql//host", "oracle://x"])
def test_another_database_is_refused(url, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises((InvalidInput, StoreError)):
        open_store(url)


def test_an_empty_store_has_no_rows(store):
    with store.read() as connection:
        assert head(connection).number == 0


@pytest.fixture(scope="module")
def ten_rows(tmp_path_factory):
    store = open_store(str(tmp_path_factory.mktemp("ten") / "vigil.db"))
    write(store, *(f"PO-{n}" for n in range(1, 11)))
    tamper(store)
    yield store
    store.close()


VALUES = st.text("0a", max_size=5) | st.integers(0, 2**62) | st.floats(0, 9) | st.binary(max_size=5)
CELLS = st.sampled_from(
    [("ledger", c) for c in ("at", "kind", "subject", "body_sha256", "previous", "hash")]
    + [("bodies", "body")]
)


@given(number=st.integers(1, 10), cell=CELLS, other=VALUES)
def test_any_changed_cell_is_found_at_its_row(ten_rows, number, cell, other):
    table, column = cell
    where = f"WHERE number = {number}"
    with ten_rows.write() as connection:
        was = connection.scalar(text(f"SELECT {column} FROM {table} {where}"))
        change = text(f"UPDATE {table} SET {column} = :value {where}")
        connection.execute(change, {"value": other})
        now = connection.scalar(text(f"SELECT {column} FROM {table} {where}"))
        found = verify(connection)
        connection.execute(change, {"value": was})
        assert verify(connection) is None
    assert (found and found.number) == (None if now == was else number)
