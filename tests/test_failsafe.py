"""Whatever fails in a screening, the order is not clear, and what was found stands."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import CO_GENERATOR
from pathlib import Path

import msgspec
import pytest

import vigil
from vigil import failsafe, screen
from vigil.evidence.links import Linker
from vigil.evidence.reading import read_page
from vigil.evidence.room import examine
from vigil.failsafe import not_answered, screen_safely
from vigil.goods.part_index import Kin
from vigil.model.decision import Decision
from vigil.model.order_json import parse_order
from vigil.routes.earlier import EarlierOrders
from vigil.steps import Step

PARTY = {"name": "Boulangerie Martin", "country": "FR", "address": "3 rue Mercière, Lyon"}
PLAIN = {
    "id": "o-1",
    "date": "2026-08-01",
    "exporter": {"name": "Muster GmbH", "country": "DE"},
    "parties": [{"role": role, **PARTY} for role in ("buyer", "consignee", "end_user")],
    "lines": [{"line": 1, "hs": "940360", "eccn": "EAR99", "description": "wooden table"}],
    "route": [{"from": "DEHAM", "to": "FRLYO", "mode": "road"}],
}
CLEAR = parse_order(PLAIN)
SHAHED = {"role": "notify_party", "name": "Shahed Aviation Industries", "country": "IR"}
CHIP = {"line": 2, "hs": "854231", "part_number": "88E1111-BAQZ", "description": "transceiver"}
LISTED = parse_order(
    {**PLAIN, "parties": [*PLAIN["parties"], SHAHED], "lines": [*PLAIN["lines"], CHIP]}
)
EARLIER = EarlierOrders([msgspec.structs.replace(CLEAR, end_use="tables")])
ROOM = examine([read_page(b"Nothing happened in Lyon.", "a.txt", day="2026-07-01")], Linker([]))
STEPS = {
    "deal_of": Step.ORDER,
    "way_of": Step.ORDER,
    "home_of": Step.ORDER,
    "screen_parties": Step.PARTIES,
    "screen_goods": Step.GOODS,
    "edited_away": Step.EARLIER,
    "screen_routes": Step.ROUTES,
    "screen_coverage": Step.COVERAGE,
    "_who_says_so": Step.EVIDENCE,
    "weigh": Step.WEIGHING,
    "outcome_of": Step.OUTCOME,
    "world_used": Step.WORLD,
    "countries_on_the_way": Step.LAW,
}
ERRORS = [
    ValueError, KeyError, MemoryError, RecursionError, OSError, AssertionError, StopIteration,
    UnicodeDecodeError, TimeoutError, type("Foreign", (Exception,), {}),
]  # fmt: skip


@pytest.fixture(scope="module")
def world():
    return vigil.load_world()


def failing(kind: type[BaseException]):
    error = kind("utf-8", b"", 0, 1, "secret") if kind is UnicodeDecodeError else kind("secret")

    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


def safely(order, world, **more: object) -> Decision:
    return screen_safely(order, world, earlier=EARLIER, evidence=ROOM, **more)


def test_where_nothing_fails_the_decision_is_the_same(world):
    assert safely(CLEAR, world).outcome == "clear"
    for order in (CLEAR, LISTED):
        assert safely(order, world) == vigil.screen_order(
            order, world, earlier=EARLIER, evidence=ROOM
        )


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("name", STEPS)
def test_a_step_that_fails_is_named_and_never_clear(name, kind, world, monkeypatch):
    monkeypatch.setattr(screen, name, failing(kind))
    decision = safely(CLEAR, world)
    whys = [gap.why for gap in decision.not_checked]
    assert decision.outcome == "incomplete"
    assert f"{STEPS[name]} failed: {kind.__name__}" in whys
    assert b"secret" not in decision.to_json()


@pytest.mark.parametrize("name", [n for n in STEPS if STEPS[n] not in (Step.ORDER, Step.PARTIES)])
def test_what_another_screen_found_stands(name, world, monkeypatch):
    monkeypatch.setattr(screen, name, failing(MemoryError))
    decision = safely(LISTED, world)
    told = {finding.kind for finding in decision.findings}
    assert "listed_party" in told
    assert decision.outcome == ("incomplete" if name in ("weigh", "outcome_of") else "stop")
    assert decision.not_checked


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_an_interruption_passes_through(name, kind, world, monkeypatch):
    monkeypatch.setattr(screen, name, failing(kind))
    with pytest.raises(kind):
        safely(CLEAR, world)


@pytest.mark.parametrize("name", STEPS)
def test_the_plain_screening_raises(name, world, monkeypatch):
    monkeypatch.setattr(screen, name, failing(RecursionError))
    with pytest.raises(RecursionError):
        vigil.screen_order(CLEAR, world, earlier=EARLIER, evidence=ROOM)


@pytest.mark.parametrize("name", [name for name in STEPS if "screen" in STEPS[name]])
@pytest.mark.parametrize("rubbish", [None, object()], ids=["nothing", "something else"])
def test_a_screen_that_gives_rubbish_is_never_clear(name, rubbish, world, monkeypatch):
    monkeypatch.setattr(screen, name, lambda *_: rubbish)
    assert safely(CLEAR, world).outcome == "incomplete"


@pytest.mark.parametrize(("order", "outcome"), [(CLEAR, "incomplete"), (LISTED, "stop")])
def test_a_decision_that_cannot_be_written_keeps_its_outcome(order, outcome, world, monkeypatch):
    monkeypatch.setattr(Decision, "to_json", failing(UnicodeDecodeError))
    decision = safely(order, world)
    assert decision.outcome == outcome
    assert [gap.why for gap in decision.not_checked] == [
        "writing the decision failed: UnicodeDecodeError"
    ]


def test_what_has_not_begun_in_time_is_not_checked(world):
    asked = iter([False, False, True, True, True])
    decision = safely(CLEAR, world, is_late=lambda: next(asked))
    assert decision.outcome == "incomplete"
    assert [gap.why for gap in decision.not_checked] == [
        "the look at earlier orders failed: TimeoutError",
        "the screen of reports failed: TimeoutError",
        "the screen of routes failed: TimeoutError",
    ]


def test_a_screening_that_was_ended_is_not_answered(world):
    decision = not_answered(CLEAR, world, CLEAR.date, failsafe.OUT_OF_TIME)
    assert decision.outcome == "incomplete"
    assert decision.not_checked


class Half(dict):
    """A table that takes nothing more."""

    def setdefault(self, *_: object) -> object:
        raise MemoryError


def test_a_table_that_was_half_made_is_made_again(monkeypatch):
    world, right = vigil.load_world(), vigil.screen_order(LISTED, vigil.load_world())
    with monkeypatch.context() as patch:
        patch.setattr(Kin, "__new__", lambda *_: Kin._make([Half(), Half()]))
        decision = screen_safely(LISTED, world)
        assert decision.not_checked[0].why == "the screen of goods failed: MemoryError"
    assert screen_safely(LISTED, world) == right


class Fault(Exception):
    """Nobody in the rooms expects it."""


FAULTS = [Fault, MemoryError, RecursionError]


@contextmanager
def fault_at(call: int, kind: type[Exception]) -> Iterator[list[str]]:
    """Raises once, at a call of one of Vigil's functions; gives where it did."""
    calls, struck = 0, []

    def profile(frame, event: str, _: object) -> None:
        nonlocal calls
        code = frame.f_code  # what is raised while a generator is closed is lost to everybody
        if event == "call" and "/vigil/" in code.co_filename and not code.co_flags & CO_GENERATOR:
            calls += 1
            if calls == call:
                sys.setprofile(None)
                struck.append(f"{code.co_filename}:{code.co_name}")
                raise kind

    sys.setprofile(profile)
    try:
        yield struck
    finally:
        sys.setprofile(None)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_a_fault_at_any_call_is_never_clear_and_leaves_nothing_behind(seed):
    """Cold caches, so that the fault may also strike while they are made."""
    rng = random.Random(seed)
    order = rng.choice([CLEAR, LISTED])
    right = vigil.screen_order(order, vigil.load_world(), earlier=EARLIER, evidence=ROOM)
    world = vigil.load_world()
    with fault_at(2 + int(40_000 ** rng.random()), rng.choice(FAULTS)) as struck:
        decision = safely(order, world)
    if struck:
        assert decision.outcome != "clear", struck
        assert decision.not_checked
    assert safely(order, world) == right, struck


def test_a_wide_except_stands_where_a_failure_is_told():
    """A gap, the last door, and foreign code that reads a page: nowhere else."""
    allowed = {"answering.py", "failsafe.py", "main.py", "main_text.py"}
    rooms = Path(vigil.__file__).parent
    wide = {p.name for p in rooms.rglob("*.py") if "except Exception" in p.read_text("utf-8")}
    assert wide <= allowed
