"""What was kept long enough may go, never the chain, and never what a hold keeps."""

import pytest
import sqlalchemy as sa

from tests.store.made_up_screenings import made_up
from tests.store.test_cases import close, open_case, said
from tests.store.test_ledger import tamper
from vigil.case.events import Held, HoldLifted, Noted
from vigil.case.policy import CasePolicy
from vigil.errors import IllegalStep, InvalidInput, StoreError
from vigil.store.cases import CaseBook
from vigil.store.ledger import Entry, append, check_head, rows, verify
from vigil.store.recorder import Recorder
from vigil.store.retention import MS_A_DAY, Kept, removable, remove

AT = 1_786_060_800_000  # 2026-08-07
POLICY = CasePolicy()
LATER = Kept(POLICY, AT + 3654 * MS_A_DAY)
TOO_EARLY = Kept(POLICY, AT + 3653 * MS_A_DAY)


@pytest.fixture
def book(store):
    return CaseBook(store, POLICY)


def away(book, kept=LATER, by="root", reason="ten years are over"):
    return remove(book.store, kept, by=by, reason=reason)


def may_go(book, kept=LATER):
    with book.store.read() as connection:
        return removable(connection, kept)


def broken(book):
    with book.store.read() as connection:
        return verify(connection)


def record(book, order, outcome="clear", at=AT):
    return Recorder(book.store, POLICY, lambda: at).record_one(made_up(order, outcome))


def bodies(book):
    with book.store.read() as connection:
        return [row.number for row in rows(connection) if row.body is not None]


class TestMayGo:
    def test_what_is_older_than_the_policy_asks(self, book):
        record(book, "PO-1")
        assert may_go(book) == ["PO-1"]
        assert may_go(book, TOO_EARLY) == []

    def test_not_with_a_later_screening(self, book):
        record(book, "PO-1")
        record(book, "PO-1", at=AT + MS_A_DAY)
        assert may_go(book) == []

    def test_a_closed_case_may(self, book):
        close(book, open_case(book))
        assert may_go(book) == ["PO-1"]

    def test_an_open_case_may_not(self, book):
        open_case(book)
        assert may_go(book) == []

    def test_not_with_a_later_note(self, book):
        case = open_case(book)
        close(book, case)
        book.add(said(Noted, case, at=AT + MS_A_DAY, text="asked again"))
        assert may_go(book) == []

    def test_a_held_case_may_not_until_the_hold_is_lifted(self, book):
        case = open_case(book)
        close(book, case)
        book.add(said(Held, case, reason="court"))
        assert may_go(book) == []
        book.add(said(HoldLifted, case, reason="settled"))
        assert may_go(book) == ["PO-1"]


class TestRemoval:
    def test_takes_the_bodies_and_leaves_the_chain(self, book):
        close(book, open_case(book))
        before = check_head(book.store)
        record(book, "PO-2", at=AT + MS_A_DAY)
        assert away(book) == 6
        assert bodies(book) == [7, 8]
        assert check_head(book.store, before).number == 8
        assert book.compare() is None

    def test_is_told_in_the_ledger(self, book):
        record(book, "PO-1")
        away(book)
        with book.store.read() as connection:
            [row] = rows(connection, kind="removed")
        assert row.body == (
            '{"by":"root","numbers":[1],"policy":"default","reason":"ten years are over"}'
        )

    def test_of_nothing_writes_nothing(self, book):
        record(book, "PO-1")
        assert away(book, TOO_EARLY) == 0
        assert check_head(book.store).number == 1

    def test_a_second_one_finds_nothing_left(self, book):
        record(book, "PO-1")
        assert (away(book), away(book)) == (1, 0)
        assert broken(book) is None

    def test_the_case_is_no_longer_there_but_its_hold_is(self, book):
        case = open_case(book)
        close(book, case)
        book.add(said(Held, case, reason="court"))
        book.add(said(HoldLifted, case, reason="settled"))
        assert away(book) == 6
        assert bodies(book) == [7, 8, 9]
        with pytest.raises(InvalidInput):
            book.case(case)
        assert (broken(book), book.compare()) == (None, None)
        book.rebuild()
        assert book.list() == []

    @pytest.mark.parametrize(("by", "reason"), [("ann", "old"), ("root", " "), ("", "old")])
    def test_asks_for_an_admin_and_a_reason(self, book, by, reason):
        policy = CasePolicy(roles={"root": ("admin",), "ann": ("review",)})
        record(book, "PO-1")
        with pytest.raises(IllegalStep, match="an admin and a reason"):
            away(book, Kept(policy, LATER.at), by, reason)
        assert away(book, Kept(policy, LATER.at)) == 1

    @pytest.mark.parametrize(
        "statement",
        ["UPDATE cases SET held = FALSE", "DELETE FROM cases", "UPDATE cases SET last_at = 0"],
    )
    def test_does_not_rest_on_rows_that_were_changed(self, book, statement):
        case = open_case(book)
        close(book, case)
        book.add(said(Held, case, reason="court"))
        with book.store.write() as connection:
            connection.execute(sa.text(statement))
        with pytest.raises(StoreError, match="must be as the ledger says"):
            away(book)
        assert len(bodies(book)) == 7


class TestTampering:
    def test_a_removal_without_its_row(self, book):
        record(book, "PO-1")
        record(book, "PO-2")
        tamper(book.store, "INSERT INTO removals VALUES (2, 1)")
        assert broken(book) == (2, "its removal is in no row of the ledger")
        tamper(book.store, "DELETE FROM bodies WHERE number = 2")
        assert broken(book) == (2, "its removal is in no row of the ledger")

    def test_a_body_that_no_removal_names(self, book):
        record(book, "PO-1", at=AT)
        record(book, "PO-2", at=AT + MS_A_DAY)
        away(book)
        tamper(book.store, "DELETE FROM bodies WHERE number = 2")
        assert broken(book) == (2, "its body is missing")

    def test_the_row_that_tells_of_a_removal(self, book):
        record(book, "PO-1")
        away(book)
        tamper(book.store, "DELETE FROM bodies WHERE number = 2")
        assert broken(book).number == 1

    def test_the_row_that_tells_of_a_removal_says_it_of_itself(self, book):
        with book.store.write() as connection:
            append(connection, [Entry(AT, "removed", "x", {"numbers": [1, 2]})] * 2)
        tamper(book.store, "DELETE FROM bodies WHERE number = 1")
        assert broken(book) == (1, "its body is missing")

    @pytest.mark.parametrize("number", [1, 2, 4], ids=["screening", "opening", "other step"])
    def test_a_removal_under_a_hold(self, book, number):
        case = open_case(book)
        book.add(said(Held, case, reason="court"))
        book.add(said(Noted, case, text="hello"))
        self.remove_by_hand(book, number)
        assert broken(book) == (number, "its body was removed under a legal hold")

    @pytest.mark.parametrize("number", [2, 3, 5], ids=["opening", "a step", "the last step"])
    def test_a_removal_of_a_part_of_a_case(self, book, number):
        case = open_case(book)
        close(book, case)
        self.remove_by_hand(book, number)
        assert broken(book) == (number, "its body was removed, and others of its case were not")

    @pytest.mark.parametrize("kind", ["policy", "acceptance", "imported", "rescreening"])
    def test_a_removal_of_what_never_goes(self, book, kind):
        with book.store.write() as connection:
            append(connection, [Entry(AT, kind, "x", {"what": "counts"})])
        assert broken(book) is None
        self.remove_by_hand(book, 1)
        assert broken(book) == (1, "its body is missing")

    def test_a_removal_of_something_else_meanwhile(self, book):
        book.add(said(Held, open_case(book), reason="court"))
        number = record(book, "PO-2").number
        self.remove_by_hand(book, number)
        assert broken(book) is None

    def remove_by_hand(self, book, number):
        """As somebody would who can write to the database, and knows how the chain is made."""
        with book.store.write() as connection:
            [row] = append(connection, [Entry(AT, "removed", "x", {"numbers": [number]})])
            connection.execute(sa.text(f"INSERT INTO removals VALUES ({number}, {row.number})"))
            connection.execute(sa.text(f"DELETE FROM bodies WHERE number = {number}"))


@pytest.mark.slow
def test_the_file_no_longer_holds_what_was_removed(tmp_path):
    from vigil.store.database import open_store

    store = open_store(str(tmp_path / "vigil.db"))
    secret = made_up("PO-1", received='{"id":"PO-1","name":"Jane Quietly"}')
    Recorder(store, POLICY, lambda: AT).record_one(secret)
    remove(store, LATER, by="root", reason="old")
    store.close()
    assert b"Jane Quietly" not in (tmp_path / "vigil.db").read_bytes()
    assert not (tmp_path / "vigil.db-wal").exists()
