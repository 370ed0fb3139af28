"""A screening that failed makes a case; the same one that did not makes none."""

import pytest

import vigil
from vigil import screen
from vigil.case.policy import CasePolicy
from vigil.case.records import Records
from vigil.case.screening import screened
from vigil.failsafe import screen_safely
from vigil.model.order_json import parse_order
from vigil.model.policy import Policy
from vigil.store import answering
from vigil.store.acceptances import AcceptanceBook
from vigil.store.answering import Answering
from vigil.store.cases import CaseBook
from vigil.store.database import open_store
from vigil.store.recorder import Recorder

PARTY = {"name": "Boulangerie Martin", "country": "FR"}
ORDER = parse_order(
    {
        "id": "o-1",
        "date": "2026-08-01",
        "exporter": {"name": "Muster GmbH", "country": "DE"},
        "parties": [{"role": role, **PARTY} for role in ("buyer", "consignee", "end_user")],
        "lines": [{"line": 1, "hs": "940360", "description": "wooden table"}],
    }
)


@pytest.fixture
def record(tmp_path):
    store = open_store(str(tmp_path / "vigil.db"))
    world = vigil.load_world()

    def one():
        decision = screen_safely(ORDER, world)
        with Recorder(store, CasePolicy()) as recorder:
            case = recorder.record_one(screened(decision, ORDER, "{}")).case
        return case and CaseBook(store, CasePolicy()).case(case)

    yield one
    store.close()


def test_without_a_failure_there_is_no_case(record):
    assert record() is None


@pytest.mark.parametrize("name", ["screen_parties", "screen_goods", "screen_routes", "weigh"])
@pytest.mark.parametrize("kind", [MemoryError, RecursionError, ValueError])
def test_a_failure_is_a_case_with_an_open_gap(name, kind, record, monkeypatch):
    def fail(*_):
        raise kind

    monkeypatch.setattr(screen, name, fail)
    case = record()
    assert case.outcome == "incomplete"
    assert [why for _, why in case.open_gaps if kind.__name__ in why]


def test_a_failure_among_accepted_matches_is_never_clear(tmp_path, monkeypatch):
    store = open_store(str(tmp_path / "other.db"))
    accepted = AcceptanceBook(store, CasePolicy())
    monkeypatch.setattr(AcceptanceBook, "inputs", lambda _: frozenset({"some"}))
    answers = Answering(vigil.load_world(), Policy(), accepted, ORDER.date)
    assert answers.answer(ORDER, "{}").outcome == "clear"

    def fail(*_):
        raise MemoryError

    for name in ("bindings", "with_acceptances"):
        with monkeypatch.context() as patch:
            patch.setattr(answering, name, fail)
            found = answers.answer(ORDER, "{}")
        assert found.outcome == "incomplete"
        assert found.not_checked == (("$", "the look at accepted matches failed: MemoryError"),)
    with monkeypatch.context() as patch:
        patch.setattr(Records, "hashes", fail)
        assert answers.answer(ORDER, "{}").outcome == "incomplete"
    store.close()
