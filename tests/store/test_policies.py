"""Policies in a store: what counts is read from the ledger, on each database."""

import pytest

from tests.case.test_policy_steps import ONE, TWO, activated, replay, second
from tests.store.made_up_screenings import made_up
from vigil.case.policy import CasePolicy
from vigil.case.policy_steps import ActivationApproved
from vigil.errors import IllegalStep, StoreError
from vigil.store.ledger import Entry, append, check_head
from vigil.store.policies import POLICY, add_policy_step, policies
from vigil.store.recorder import Recorder
from vigil.store.replay import last_screenings


def test_an_empty_store_has_the_default(store):
    assert (policies(store).cases, policies(store).screening) == (CasePolicy(), None)


def test_what_was_approved_counts(store):
    for event in (replay(ONE), activated(ONE), second(ActivationApproved, ONE)):
        add_policy_step(store, event)
    found = policies(store)
    assert (found.cases.version, found.screening.max_list_age_days) == ("1", 14)
    assert check_head(store).number == 3


def test_a_refused_step_writes_nothing(store):
    with pytest.raises(IllegalStep, match="must be tested"):
        add_policy_step(store, activated(TWO))
    assert check_head(store).number == 0


def test_a_row_of_a_newer_vigil_is_told(store):
    with store.write() as connection:
        append(connection, [Entry(0, POLICY, "x", {"event": "dreamt"})])
    with pytest.raises(StoreError, match="row 1 of the ledger must be readable"):
        policies(store)


def test_the_last_screenings_come_in_their_order(store):
    found = [made_up(f"PO-{number}", "stop" if number == 2 else "clear") for number in range(4)]
    with Recorder(store, CasePolicy()) as recorder:
        recorder.record(found)
    assert [kept.screening for kept in last_screenings(store, 2)] == found[-2:]
    assert [kept.number for kept in last_screenings(store, 100)] == [1, 2, 3, 5]
