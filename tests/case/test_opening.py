"""Which screenings make a case."""

from datetime import date

import pytest

from tests.store.made_up_screenings import made_up
from vigil.case.case import begin
from vigil.case.opening import opened, rescreened
from vigil.case.policy import CasePolicy
from vigil.case.rules import check

AT = 1_786_060_800_000  # 2026-08-07
POLICY = CasePolicy()


def opening(screening, policy=POLICY):
    return opened(screening, 7, case="C-000008", at=AT, policy=policy)


@pytest.mark.parametrize("outcome", ["stop", "review", "incomplete", "something new"])
def test_what_is_not_clear_does(outcome):
    event = opening(made_up(outcome=outcome))
    assert (event.screening, event.outcome, event.due) == (7, outcome, date(2026, 8, 17))


def test_what_is_clear_does_not():
    assert opening(made_up()) is None


def test_a_policy_may_ask_for_none_of_an_outcome():
    policy = CasePolicy(no_case_on=("review",))
    assert opening(made_up(outcome="review"), policy) is None
    assert opening(made_up(outcome="stop"), policy) is not None


def test_a_rescreening_is_a_step_of_it():
    case = begin(opening(made_up(outcome="stop")))
    again = rescreened(made_up(outcome="review"), 9, case=case.id, at=AT, why="new list")
    check(case, again, POLICY)
