"""Screenings on the disk: every one of them, with its case, and acknowledged afterwards."""

import threading
import time

import pytest
import sqlalchemy as sa

from tests.store.made_up_screenings import made_up
from vigil.case.events import Approved, Assigned, Decided, Disposed
from vigil.case.policy import CasePolicy
from vigil.case.states import State
from vigil.errors import StoreError
from vigil.store.cases import CaseBook
from vigil.store.database import open_store
from vigil.store.ledger import check_head, rows
from vigil.store.recorder import GATHER_SECONDS, GROUP, Recorder

POLICY = CasePolicy()


@pytest.fixture
def recorder(store):
    with Recorder(store, POLICY) as one:
        yield one


@pytest.fixture
def book(store):
    return CaseBook(store, POLICY)


def kinds(store):
    with store.read() as connection:
        return [row.kind for row in rows(connection)]


def test_a_clear_one_is_recorded_and_makes_no_case(store, recorder):
    assert recorder.record_one(made_up()) == (1, None)
    assert kinds(store) == ["screening"]


@pytest.mark.parametrize("outcome", ["stop", "review", "incomplete"])
def test_what_is_not_clear_makes_a_case(book, recorder, outcome):
    number, case = recorder.record_one(made_up(outcome=outcome))
    opened = book.case(case)
    assert (opened.state, opened.screening, case) == (State.OPEN, number, "C-000002")


def test_many_are_numbered_as_they_came(book, recorder):
    found = [made_up(f"PO-{n}", "stop" if n % 3 else "clear") for n in range(3 * GROUP)]
    done = recorder.record(found)
    assert [book.screening(one.number) for one in done] == found
    assert [one.case is None for one in done] == [one.outcome == "clear" for one in found]
    assert book.compare() is None


def test_a_group_is_one_commit(store, recorder, monkeypatch):
    commits = []
    write = store.write
    monkeypatch.setattr(store, "write", lambda: commits.append(1) or write())
    recorder.record([made_up(f"PO-{n}") for n in range(GROUP)])
    assert len(commits) <= 3  # the first may be on its way before the others come


def test_what_is_acknowledged_is_there_for_others(recorder, store_url):
    promise = recorder.submit(made_up())
    number = promise.result().number
    other = open_store(store_url)
    assert CaseBook(other, POLICY).screening(number) == made_up()
    other.close()


class TestAgain:
    @pytest.fixture
    def closed(self, book, recorder):
        _, case = recorder.record_one(made_up(outcome="stop"))
        at = book.case(case).last_at
        for event in (
            Assigned(case=case, by="ann", at=at, to="ann"),
            Disposed(case=case, by="ann", at=at, finding="f-1", disposition="false_match",
                     reason="other date"),
            Decided(case=case, by="ann", at=at, verdict="clear", reason="all", needs_second=True),
            Approved(case=case, by="bob", at=at, reason="agreed"),
        ):  # fmt: skip
            book.add(event)
        return case

    def test_what_is_new_reopens_the_case(self, book, recorder, closed):
        assert recorder.record_one(made_up(outcome="incomplete")).case == closed
        assert book.case(closed).state is State.REOPENED

    def test_nothing_new_leaves_it_closed(self, book, recorder, closed):
        assert recorder.record_one(made_up(outcome="stop")).case == closed
        assert (book.case(closed).verdict, book.case(closed).events) == ("clear", 6)

    def test_a_changed_order_gets_a_case_of_its_own(self, book, recorder, closed):
        changed = made_up(outcome="stop", received='{"id":"PO-1","value":2}')
        other = recorder.record_one(changed).case
        assert other != closed
        assert (book.case(other).state, book.case(closed).state) == (State.OPEN, State.CLOSED)

    def test_twice_in_one_group_is_one_case(self, store, book, recorder):
        one, two = recorder.record([made_up(outcome="stop"), made_up(outcome="stop")])
        assert one.case == two.case
        assert kinds(store) == ["screening", "case", "screening", "case"]
        assert book.compare() is None

    def test_a_clock_behind_the_case_is_no_obstacle(self, store, book, closed):
        Recorder(store, POLICY, lambda: 1).record_one(made_up(outcome="stop"))
        assert book.case(closed).events == 6


class TestErrors:
    def test_what_cannot_be_written_hurts_nobody_else(self, recorder):
        good = recorder.submit(made_up())
        with pytest.raises(ValueError, match="surrogates"):
            recorder.submit(made_up(received="\ud800", received_sha256="", normalised_sha256=""))
        assert good.result().number == 1

    def test_each_who_waits_is_told(self, store, recorder):
        with store.write() as connection:
            connection.execute(sa.text("DROP TABLE screenings"))
        promises = [recorder.submit(made_up(f"PO-{n}")) for n in range(5)]
        assert all(isinstance(p.exception(), StoreError) for p in promises)
        assert check_head(store).number == 0

    def test_it_goes_on_after_an_error(self, store, recorder):
        with store.write() as connection:
            connection.execute(sa.text("ALTER TABLE screenings RENAME TO elsewhere"))
        assert recorder.submit(made_up()).exception() is not None
        with store.write() as connection:
            connection.execute(sa.text("ALTER TABLE elsewhere RENAME TO screenings"))
        assert recorder.submit(made_up()).result().number == 1

    def test_who_goes_away_stops_nobody_else(self, store, recorder):
        with store.write():
            recorder.submit(made_up("PO-1"))  # waits for the lock
            time.sleep(2 * GATHER_SECONDS)
            gone, stays = recorder.submit(made_up("PO-2")), recorder.submit(made_up("PO-3"))
            assert gone.cancel()
        assert stays.result().number == 2
        assert recorder.submit(made_up("PO-4")).result().number == 3


class TestClosing:
    def test_writes_what_was_submitted(self, store):
        with Recorder(store, POLICY) as recorder:
            promises = [recorder.submit(made_up(f"PO-{n}")) for n in range(250)]
        assert [p.result(timeout=0).number for p in promises] == list(range(1, 251))

    def test_takes_no_more(self, recorder):
        recorder.close()
        recorder.close()
        with pytest.raises(StoreError, match="before the recorder is closed"):
            recorder.submit(made_up())


def test_threads_share_a_recorder(store, recorder):
    def work(name):
        for n in range(20):
            recorder.record([made_up(f"{name}-{n}", "review")])

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcde"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert check_head(store).number == 200
    assert len(CaseBook(store, POLICY).list(limit=1000)) == 100
