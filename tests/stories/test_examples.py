"""The example orders, each with the outcome it was written for."""

from pathlib import Path

import pytest
import yaml

import vigil
from vigil.store.order_files import read_orders

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = yaml.safe_load((ROOT / "tests/stories/expected.yml").read_text(encoding="utf-8"))
ORDERS = {o.id: o for o in read_orders([str(ROOT / "examples/orders.jsonl")], None)}


@pytest.fixture(scope="module")
def world():
    return vigil.load_world()


def test_every_example_has_an_expected_outcome():
    assert set(EXPECTED) == set(ORDERS)
    assert len(ORDERS) >= 24


def test_half_of_the_examples_are_look_alikes():
    stops = [e for e in EXPECTED.values() if e["outcome"] == "stop"]
    assert len(stops) <= len(EXPECTED) / 2


@pytest.mark.parametrize("order_id", EXPECTED)
def test_an_example_has_its_outcome(order_id, world):
    decision = vigil.screen_order(ORDERS[order_id], world)
    reasons = [(f.strength, f.kind, f.path, f.summary) for f in decision.findings]
    assert decision.outcome == EXPECTED[order_id]["outcome"], (reasons, decision.not_checked)


def test_the_csv_examples_are_the_same_orders(world):
    told = read_orders([str(ROOT / "examples/orders.csv")], None)
    assert len(told) >= 8
    for order in told:
        assert vigil.screen_order(order, world) == vigil.screen_order(ORDERS[order.id], world)


def test_every_finding_of_the_examples_can_be_redone_by_hand(world):
    for order in ORDERS.values():
        for finding in vigil.screen_order(order, world).findings:
            if finding.kind in ("missing_information", "source_problem", "evasion_mark"):
                continue
            assert finding.provenance is not None, finding
            assert finding.basis is not None, finding
            assert finding.summary.endswith("."), finding.summary
