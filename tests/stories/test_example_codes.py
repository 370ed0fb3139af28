"""The codes in the example orders exist where their authorities list them."""

import csv
import json
from pathlib import Path

import pytest

from vigil.ids.eccn import entry_number
from vigil.store.order_files import read_orders

ROOT = Path(__file__).resolve().parents[2]
ORDERS = read_orders([ROOT / "examples/orders.jsonl"])
ON_ANOTHER_LIST = "9A112"  # the EU's; its order says so

pytestmark = pytest.mark.shared


def test_the_places_are_in_unlocode(shared):
    with (shared / "lists/unlocode/unlocode.csv").open(encoding="utf-8", newline="") as file:
        known = {row["country"] + row["location"] for row in csv.DictReader(file)}
    used = {end for o in ORDERS for leg in o.route or () for end in (leg.origin, leg.to) if end}
    assert used
    assert used <= known


def test_the_hs_codes_are_in_hs_2022(shared):
    path = shared / "lists/hs_nomenclature/harmonized-system.csv"
    with path.open(encoding="utf-8", newline="") as file:
        known = {row["hscode"] for row in csv.DictReader(file)}
    assert {line.hs for o in ORDERS for line in o.lines if line.hs} <= known


def test_the_eccns_are_in_the_us_list_but_one(shared):
    text = (shared / "lists/us_ccl/ccl.json").read_text(encoding="utf-8")
    numbers = {entry_number(line.eccn) for o in ORDERS for line in o.lines if line.eccn}
    absent = {number for number in numbers - {None} if json.dumps(number) not in text}
    assert absent == {ON_ANOTHER_LIST}
