"""Screenings on the disk: every one of them, with its case, and acknowledged afterwards."""

import pytest

from tests.store.made_up_screenings import made_up
from vigil.case.policy import CasePolicy
from vigil.case.states import State
from vigil.store.cases import CaseBook
from vigil.store.database import open_store
from vigil.store.ledger import check_head
from vigil.store.recorder import Recorder


@pytest.fixture
def store(tmp_path):
    opened = open_store(str(tmp_path / "vigil.db"))
    yield opened
    opened.close()


@pytest.fixture
def recorder(store):
    with Recorder(store, CasePolicy()) as one:
        yield one


def test_a_clear_one_is_recorded_and_makes_no_case(store, recorder):
    assert recorder.record_one(made_up()).case is None
    assert check_head(store).number == 1


@pytest.mark.parametrize("outcome", ["stop", "review", "incomplete"])
def test_what_is_not_clear_makes_a_case(store, recorder, outcome):
    number, case = recorder.record_one(made_up(outcome=outcome))
    opened = CaseBook(store, CasePolicy()).case(case)
    assert (opened.state, opened.screening, case) == (State.OPEN, number, "C-000002")
