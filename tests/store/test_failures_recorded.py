"""A screening that failed makes a case; the same one that did not makes none."""

import pytest

import vigil
from vigil import screen
from vigil.case.policy import CasePolicy
from vigil.case.screening import screened
from vigil.failsafe import screen_safely
from vigil.model.order_json import parse_order
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
