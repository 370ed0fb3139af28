"""Cases over the ledger: what the rows say, and nothing else."""

import contextlib
from datetime import date
from functools import partial
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.made_up_screenings import GAP, REVIEW, STOP, made_up
from vigil.case.events import (
    Approved,
    Assigned,
    Decided,
    Disposed,
    DueSet,
    Held,
    HoldLifted,
    Noted,
    Rescreened,
)
from vigil.case.policy import CasePolicy
from vigil.case.states import State
from vigil.errors import IllegalStep, InvalidInput, StoreError
from vigil.store.cases import CaseBook
from vigil.store.database import open_store
from vigil.store.ledger import Entry, append, check_head, rows
from vigil.store.recorder import Recorder

AT = 1_786_060_800_000  # 2026-08-07
POLICY = CasePolicy()


@pytest.fixture
def book(store):
    return CaseBook(store, POLICY)


@pytest.fixture
def case(book):
    """The id of an open case with a finding of strength stop."""
    return open_case(book)


def open_case(book, order="PO-1", outcome="stop", at=AT):
    return Recorder(book.store, POLICY, lambda: at).record_one(made_up(order, outcome)).case


def said(kind, case, by="ann", at=AT, **fields):
    return kind(case=case, by=by, at=at, **fields)


def close(book, case):
    book.add(said(Assigned, case, to="ann"))
    book.add(said(Disposed, case, finding=STOP.id, disposition="false_match", reason="other date"))
    book.add(said(Decided, case, verdict="clear", reason="settled", needs_second=True))
    return book.add(said(Approved, case, "bob", reason="agreed"))


class TestAdding:
    def test_a_case_goes_its_way(self, book, case):
        assert close(book, case).state is State.CLOSED
        assert book.case(case).verdict == "clear"
        assert [number for number, _ in book.events(case)] == [2, 3, 4, 5, 6]

    def test_what_may_not_be_done_leaves_nothing(self, book, case):
        before = check_head(book.store)
        with pytest.raises(IllegalStep):
            book.add(said(Approved, case, reason="quick"))
        assert check_head(book.store) == before
        assert book.compare() is None

    @pytest.mark.parametrize("unknown", ["C-000001", "C-999999", "PO-1", ""])
    def test_of_an_unknown_case_is_refused(self, book, case, unknown):
        assert unknown != case
        with pytest.raises(InvalidInput, match="like C-000123"):
            book.add(said(Noted, unknown, text="hello"))

    def test_a_clock_that_is_a_little_behind_is_no_obstacle(self, book, case):
        assert book.add(said(Noted, case, at=AT - 59_000, text="hello")).last_at == AT

    def test_a_clock_that_is_far_behind_is(self, book, case):
        with pytest.raises(IllegalStep, match="before the last one"):
            book.add(said(Noted, case, at=AT - 61_000, text="hello"))

    def test_days_and_findings_come_back_as_they_were(self, book, case):
        book.add(said(DueSet, case, due=date(2026, 9, 1), reason="the bank is slow"))
        found = book.case(case)
        assert (found.due, found.findings) == (date(2026, 9, 1), (STOP,))

    def test_a_step_rests_on_what_another_writer_did(self, book, case, store_url):
        other = CaseBook(open_store(store_url), POLICY)
        book.add(said(Assigned, case, to="ann"))
        other.add(said(Decided, case, verdict="stop", reason="true", needs_second=False))
        with pytest.raises(IllegalStep, match="from closed"):
            book.add(said(Assigned, case, to="bob"))
        other.store.close()


class TestOpening:
    def test_of_a_screening_that_has_none(self, book):
        policy = CasePolicy(no_case_on=("review",))
        number, none = Recorder(book.store, policy).record_one(made_up(outcome="review"))
        assert none is None
        case = book.open(number, AT)
        assert (case.id, case.screening, case.findings) == ("C-000002", 1, (REVIEW,))
        assert book.case(case.id) == case

    def test_of_a_clear_one_is_none(self, book):
        number, _ = Recorder(book.store, POLICY).record_one(made_up())
        assert book.open(number, AT) is None

    @pytest.mark.parametrize("number", [0, 2, 99])
    def test_of_no_screening_is_refused(self, book, case, number):
        assert case
        with pytest.raises(InvalidInput, match="a screening must be"):
            book.open(number, AT)


class TestLists:
    @pytest.fixture
    def three(self, book):
        found = [open_case(book, f"PO-{n}") for n in (1, 2, 3)]
        book.add(said(Assigned, found[1], to="bob"))
        close(book, found[2])
        return found

    def ids(self, book, **filters):
        return [row.case_id for row in book.list(**filters)]

    def test_the_newest_comes_first(self, book, three):
        assert self.ids(book) == three[::-1]

    def test_a_page_follows_another(self, book, three):
        first = book.list(limit=2)
        assert self.ids(book, before=first[-1].opened) == three[:1]

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"states": [State.OPEN]}, [0]),
            ({"states": [State.OPEN, State.ASSIGNED]}, [1, 0]),
            ({"assignee": "bob"}, [1]),
            ({"assignee": "carl"}, []),
            ({"order": "PO-3"}, [2]),
            ({"order": "PO"}, []),
            ({"overdue_on": date(2026, 8, 18)}, [1, 0]),
            ({"overdue_on": date(2026, 8, 17)}, []),
        ],
    )
    def test_by_what_is_asked(self, book, three, filters, expected):
        assert self.ids(book, **filters) == [three[n] for n in expected]

    @pytest.mark.usefixtures("three")
    def test_what_is_open_is_counted(self, book):
        assert [row.open_findings for row in book.list()] == [0, 1, 1]


class TestDerived:
    @pytest.fixture
    def busy(self, book, case):
        close(book, open_case(book, "PO-2"))
        open_case(book, "PO-3", "incomplete")
        Recorder(book.store, POLICY, lambda: AT).record_one(made_up("PO-4"))
        book.add(said(Held, case, reason="court"))
        return book

    def execute(self, book, statement):
        with book.store.write() as connection:
            connection.execute(sa.text(statement))

    def test_it_agrees_with_the_ledger(self, busy):
        assert busy.compare() is None

    @pytest.mark.parametrize(
        ("statement", "table", "key", "why"),
        [
            ("UPDATE cases SET state = 'closed' WHERE case_id = 'C-000002'", "cases", "C-000002",
             "state must be 'open', got 'closed'"),
            ("UPDATE cases SET held = FALSE", "cases", "C-000002", "held must be True"),
            ("DELETE FROM cases WHERE order_id = 'PO-2'", "cases", "C-000004", "missing"),
            ("UPDATE screenings SET outcome = 'clear' WHERE number = 3", "screenings", "3",
             "outcome must be 'stop'"),
            ("DELETE FROM screenings WHERE number = 1", "screenings", "1", "missing"),
            ("INSERT INTO screenings SELECT 99, order_id, on_day, outcome, world, vigil, "
             "normalised_sha256 FROM screenings WHERE number = 1", "screenings", "99", "no such"),
            ("INSERT INTO screenings SELECT 2, order_id, on_day, outcome, world, vigil, "
             "normalised_sha256 FROM screenings WHERE number = 1", "screenings", "2", "no such"),
            ("INSERT INTO cases SELECT 'C-000099', order_id, screening, state, outcome, assignee, "
             "due, open_findings, held, opened, last, last_at FROM cases WHERE opened = 2",
             "cases", "C-000099", "no such"),
        ],
        ids=["state", "hold", "case gone", "outcome", "screening gone", "screening added",
             "screening between", "case added"],
    )  # fmt: skip
    def test_what_disagrees_is_named_and_made_anew(self, busy, statement, table, key, why):
        right = busy.list()
        self.execute(busy, statement)
        found = busy.compare()
        assert (found.table, found.key) == (table, key)
        assert why in found.why
        busy.rebuild()
        assert busy.compare() is None
        assert busy.list() == right


class TestHolds:
    def test_a_hold_is_a_row_of_its_own_kind(self, book, case):
        book.add(said(Held, case, reason="court"))
        book.add(said(HoldLifted, case, reason="settled"))
        with book.store.read() as connection:
            assert [row.kind for row in rows(connection, subject=case)] == ["case", "hold", "hold"]
        assert not book.case(case).held


def test_a_gap_is_kept(book):
    case = open_case(book, outcome="incomplete")
    assert book.case(case).open_gaps == (GAP,)


def test_an_event_that_is_not_known_is_told(book, case):
    with book.store.write() as connection:
        append(connection, [Entry(AT, "case", case, {"event": "sung", "case": case})])
    with pytest.raises(StoreError, match=r"row 3 of the ledger.*newer Vigil"):
        book.case(case)


def test_a_rescreening_is_refused_of_a_person(book, case):
    event = said(Rescreened, case, screening=1, on=date(2026, 8, 7), outcome="clear", world="w",
                 vigil="0", findings=(), not_checked=(), why="x")  # fmt: skip
    with pytest.raises(IllegalStep, match="must be done by vigil"):
        book.add(event)


PERSONS = st.sampled_from(["ann", "bob"])
WORDS = st.sampled_from(["so it is", ""])
STEPS = st.one_of(
    st.builds(lambda by, to: partial(said, Assigned, by=by, to=to), PERSONS, PERSONS),
    st.builds(
        lambda by, what, reason: partial(
            said, Disposed, by=by, finding=STOP.id, disposition=what, reason=reason
        ),
        PERSONS, st.sampled_from(["true_match", "false_match", "unsure"]), WORDS,
    ),
    st.builds(
        lambda by, verdict: partial(said, Decided, by=by, verdict=verdict, reason="so",
                                    needs_second=verdict == "clear"),
        PERSONS, st.sampled_from(["clear", "stop"]),
    ),
    st.builds(lambda by: partial(said, Approved, by=by, reason="agreed"), PERSONS),
    st.builds(lambda by: partial(said, Held, by=by, reason="court"), PERSONS),
    st.builds(lambda by: partial(said, HoldLifted, by=by, reason="over"), PERSONS),
    st.sampled_from(["clear", "stop", "incomplete"]),  # the order comes again
)  # fmt: skip


@settings(max_examples=40)  # each makes a database
@given(st.lists(STEPS, max_size=12))
def test_whatever_is_done_the_rows_are_those_of_the_ledger(steps):
    with TemporaryDirectory() as folder:
        book = CaseBook(open_store(f"{folder}/vigil.db"), POLICY)
        case = open_case(book)
        expected = book.case(case)
        for step in steps:
            if isinstance(step, str):
                assert open_case(book, outcome=step) == case
                expected = book.case(case)
                continue
            with contextlib.suppress(IllegalStep):
                added = book.add(step(case))
                assert added.events == expected.events + 1
                expected = added
        assert book.case(case) == expected
        assert not (expected.verdict == "clear" and expected.open_findings)
        assert book.compare() is None
        check_head(book.store)
        book.store.close()
