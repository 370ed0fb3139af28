"""Decisions as they are kept: whole, without floats, and readable again."""

import json
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil import load_world, screen_order
from vigil.case.screening import Screening, normalised, order_of, screened
from vigil.model.canonical_json import canonical_json
from vigil.model.order import (
    Exporter,
    Kind,
    Leg,
    Line,
    Mode,
    Order,
    Owner,
    Party,
    Payment,
    Position,
    Role,
    Vessel,
)
from vigil.model.order_json import parse_order

TEXTS = st.text(max_size=12)
MAYBE = st.none() | TEXTS
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates(date(1900, 1, 1))
POSITIONS = st.none() | st.builds(Position, lat=st.floats(-90, 90), lon=st.floats(-180, 180))
OWNERS = st.builds(Owner, name=TEXTS, country=MAYBE, share_percent=NUMBERS)
PARTIES = st.builds(
    Party, role=st.sampled_from(Role), name=TEXTS, kind=st.sampled_from(Kind), country=MAYBE,
    identifiers=st.dictionaries(TEXTS, TEXTS, max_size=2), founded=st.none() | DAYS,
    owners=st.none() | st.lists(OWNERS, max_size=2).map(tuple), position=POSITIONS,
)  # fmt: skip
LINES = st.builds(
    Line, line=st.integers(1, 999), description=MAYBE, quantity=NUMBERS, unit_price=NUMBERS,
    serial_numbers=st.none() | st.lists(TEXTS, max_size=2).map(tuple),
)  # fmt: skip
LEGS = st.builds(
    Leg, origin=MAYBE, to=MAYBE, mode=st.none() | st.sampled_from(Mode), from_position=POSITIONS,
    vessel=st.none() | st.builds(Vessel, name=MAYBE, imo=MAYBE),
)  # fmt: skip
ANSWERS = st.none() | st.booleans() | TEXTS | st.floats(allow_nan=False)
ORDERS = st.builds(
    Order, id=TEXTS, date=DAYS, parties=st.lists(PARTIES, max_size=2).map(tuple),
    lines=st.lists(LINES, max_size=2).map(tuple), value=NUMBERS, currency=MAYBE,
    route=st.none() | st.lists(LEGS, max_size=2).map(tuple),
    exporter=st.none() | st.builds(Exporter, name=MAYBE),
    payment=st.none() | st.builds(Payment, method=MAYBE),
    end_user_statement=st.none() | st.booleans(),
    answers=st.dictionaries(TEXTS, ANSWERS, max_size=3),
)  # fmt: skip


@given(ORDERS)
def test_an_order_is_read_again_as_it_was(order):
    again = order_of(normalised(order))
    assert again == order
    assert normalised(again) == normalised(order)


def test_a_changed_order_is_written_otherwise():
    order = Order("PO-1", date(2026, 8, 7), (), (), value=1.0)
    assert normalised(order) != normalised(msgspec.structs.replace(order, value=1.5))


@pytest.fixture(scope="module")
def kept():
    plain = {
        "id": "PO-1", "date": "2026-08-07", "lines": [{"line": 1, "hs": "8407.10", "quantity": 4}],
        "parties": [{"role": "buyer", "name": "Shahed Aviation Industries", "country": "IR"}],
    }  # fmt: skip
    received = json.dumps(plain, indent=1)
    order = parse_order(plain)
    decision = screen_order(order, load_world())
    return decision, order, screened(decision, order, received)


def test_all_that_was_found_is_kept(kept):
    decision, order, screening = kept
    assert [found.id for found in screening.findings] == [f.id for f in decision.findings]
    assert len(screening.not_checked) == len(decision.not_checked)
    assert (screening.outcome, screening.world) == ("stop", decision.world.id)
    assert order_of(screening.normalised) == order


def test_scores_are_ten_thousandths(kept):
    decision, _, screening = kept
    scores = [
        (f.score, g.score) for f, g in zip(decision.findings, screening.findings, strict=True)
    ]
    assert any(score is not None for score, _ in scores)
    assert all(g == (None if f is None else round(f * 10_000)) for f, g in scores)


def test_it_can_be_hashed_and_read_again(kept):
    body = canonical_json(msgspec.to_builtins(kept[2]))
    assert msgspec.json.decode(body, type=Screening) == kept[2]


def test_the_listed_record_is_named_by_its_hash(kept):
    decision, order, screening = kept
    entity = next(f.matched.entity for f in decision.findings if f.matched)
    named = screened(decision, order, "", {entity: "a" * 64})
    assert {f.record for f in named.findings if f.entity == entity} == {"a" * 64}
    assert {f.record for f in screening.findings} == {None}
