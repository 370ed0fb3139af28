"""Accepted matches in a store: kept, found by who is screened, and gone when they have ended."""

import time
from datetime import date

import msgspec
import pytest
import sqlalchemy as sa

from tests.case.test_acceptance import CLOSE, POLICY, TODAY, bound, proposed, step
from vigil.case.acceptance import Approved, Standing, Withdrawn
from vigil.case.suppression import with_acceptances
from vigil.errors import IllegalStep, InvalidInput
from vigil.store.acceptances import AcceptanceBook, scoring_version
from vigil.store.ledger import check_head
from vigil.store.tables import acceptances

FINDING = CLOSE.findings[0]
INPUT = proposed(CLOSE).binding.input


@pytest.fixture
def book(store):
    return AcceptanceBook(store, POLICY)


def approved(book, by="bob"):
    kept = book.propose(proposed(CLOSE, acceptance=""), FINDING)
    return book.add(msgspec.structs.replace(step(Approved, by), acceptance=kept.id))


def test_a_proposal_is_not_found_until_a_second_person_approves(book):
    kept = book.propose(proposed(CLOSE, acceptance=""), FINDING)
    assert (kept.id, book.of_input(INPUT), book.inputs()) == ("A-000001", [], frozenset())
    book.add(msgspec.structs.replace(step(Approved), acceptance=kept.id))
    assert [found.id for found in book.of_input(INPUT)] == [kept.id]
    assert (book.of_input("0" * 64), book.inputs()) == ([], {INPUT})


def test_self_approval_writes_nothing(book):
    with pytest.raises(IllegalStep, match="second person"):
        approved(book, by="ann")
    assert check_head(book.store).number == 1


def test_it_suppresses_until_it_is_withdrawn(book):
    kept = approved(book)
    assert with_acceptances(CLOSE, bound(CLOSE), book.of_input, TODAY).outcome == "clear"
    book.add(msgspec.structs.replace(step(Withdrawn), acceptance=kept.id))
    assert with_acceptances(CLOSE, bound(CLOSE), book.of_input, TODAY) == CLOSE
    assert [found.state for found in book.list()] == [Standing.WITHDRAWN]


def test_a_derived_row_that_was_changed_is_told_and_suppresses_nothing(book):
    kept = approved(book)
    book.add(msgspec.structs.replace(step(Withdrawn), acceptance=kept.id))
    assert book.compare() is None
    with book.store.write() as connection:
        connection.execute(sa.update(acceptances).values(state="approved"))
    assert book.compare() is not None
    assert with_acceptances(CLOSE, bound(CLOSE), book.of_input, TODAY) == CLOSE
    book.rebuild()
    assert book.compare() is None


def test_an_unknown_one_is_told(book):
    with pytest.raises(InvalidInput, match="A-000123"):
        book.acceptance("A-9")


def test_pages_go_from_new_to_old(book):
    ids = [book.propose(proposed(CLOSE, acceptance=""), FINDING).id for _ in range(3)]
    assert [found.id for found in book.list(limit=2)] == [ids[2], ids[1]]
    assert [found.id for found in book.list(before=2)] == [ids[0]]
    assert book.list([Standing.APPROVED]) == []


def test_the_scoring_version_is_the_one_of_the_stored_index():
    assert len(scoring_version()) == 64
    assert scoring_version() == scoring_version()


@pytest.mark.slow
def test_a_look_up_takes_little_among_ten_thousand(book):
    with book.store.write() as connection:
        row = {"entity": "list:1", "state": "approved", "last_day": date(2027, 1, 1), "last": 1}
        connection.execute(sa.insert(acceptances), [
            row | {"acceptance_id": f"A-{i}", "input": f"{i:064}", "opened": i}
            for i in range(10_000)
        ])  # fmt: skip
    kept = approved(book)
    began = time.perf_counter()
    for _ in range(100):
        assert [found.id for found in book.of_input(INPUT)] == [kept.id]
    assert time.perf_counter() - began < 3.0  # measured: about 2 ms each
