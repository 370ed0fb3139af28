"""Outputs hold against the contracts' JSON Schemas."""

import json
from pathlib import Path

import jsonschema
import pytest

import vigil
from vigil.report.matches import match_lines
from vigil.store.order_files import read_orders

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = read_orders([str(ROOT / "examples/orders.jsonl")], None)


def schema(folder: Path, name: str) -> dict[str, object]:
    return json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def world():
    return vigil.load_world()


@pytest.mark.shared
def test_every_decision_keeps_the_shared_contract(shared, world):
    contract = jsonschema.Draft202012Validator(schema(shared / "contracts", "decision"))
    for order in EXAMPLES:
        contract.validate(json.loads(vigil.screen_order(order, world).to_json()))


def test_every_decision_keeps_our_own_contract(world):
    contract = jsonschema.Draft202012Validator(schema(ROOT / "vigil/data/schemas", "decision"))
    for order in EXAMPLES:
        contract.validate(json.loads(vigil.screen_order(order, world).to_json()))


@pytest.mark.parametrize("name", ["Shahed Aviation Industries", "Bakery Meier Freiburg"])
def test_every_line_of_match_keeps_our_own_contract(name, world):
    contract = jsonschema.Draft202012Validator(schema(ROOT / "vigil/data/schemas", "match"))
    found = vigil.match(name, world)
    head = {"on": "2026-08-07", "threshold": 0.7}
    [line] = match_lines([(name, found[0])], head, {"world": world.id}, 10)
    contract.validate(json.loads(line))


@pytest.mark.shared
def test_every_line_of_match_keeps_the_shared_contract(shared, world):
    contract = jsonschema.Draft202012Validator(schema(shared / "contracts", "match"))
    found = vigil.match("Qods Aviation", world)
    head = {"on": "2026-08-07", "threshold": 0.7}
    [line] = match_lines([("Qods Aviation", found[0])], head, {"world": world.id}, 10)
    contract.validate(json.loads(line))


def test_the_same_order_world_and_day_give_the_same_bytes(world):
    for order in EXAMPLES:
        assert (
            vigil.screen_order(order, world).to_json() == vigil.screen_order(order, world).to_json()
        )


def test_ids_of_findings_are_unique_within_a_decision(world):
    for order in EXAMPLES:
        ids = [f.id for f in vigil.screen_order(order, world).findings]
        assert len(ids) == len(set(ids)), order.id
