"""The order contract: the shared schema, our own schema and the reader agree."""

import copy
import json
from pathlib import Path

import jsonschema
import pytest

from vigil.errors import InvalidInput
from vigil.model import order_fields as fields
from vigil.model.order_fields import Holds, Shape
from vigil.model.order_json import parse_order
from vigil.report.template import render_template

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = [
    json.loads(line)
    for line in (ROOT / "examples/orders.jsonl").read_text(encoding="utf-8").splitlines()
]
WHOLE = {
    "id": "PO-1",
    "date": "2026-08-07",
    "currency": "EUR",
    "value": 10.5,
    "exporter": {"name": "E", "country": "DE"},
    "parties": [
        {
            "role": "buyer", "name": "B", "kind": "organisation", "country": "FR", "address": "",
            "identifiers": {"lei": "x"}, "founded": "2001-01-01", "birth_date": "1970-05",
            "website": "", "email": "e", "phone": "p", "line_of_business": "l",
            "owners": [{"name": "O", "country": "IR", "kind": "person", "share_percent": 51.0,
                        "identifiers": {"registration": "1"}}],
        }
    ],
    "lines": [
        {"line": 1, "hs": "8542.31", "eccn": "3A991.a.1", "part_number": "P", "manufacturer": "M",
         "description": "d", "quantity": 5000, "unit_price": 4.2, "origin": "US",
         "serial_numbers": ["1"], "marking_request": ""},
    ],
    "route": [{"from": "NLRTM", "to": "AEJEA", "mode": "sea", "carrier": "C",
               "vessel": {"name": "V", "imo": "9999993", "mmsi": "m", "flag": "PA"}}],
    "payment": {"method": "wire", "payer": "P", "payer_country": "HK", "bank": "K",
                "bank_country": "HK", "terms": "30 days"},
    "end_use": "u",
    "end_user_statement": True,
    "answers": {"order.services_declined": False},
}  # fmt: skip
ABSENT = object()
# fields that the project has added to the shared contract
ADDED = {
    f"{at}{field}"
    for at in ("$.parties[].position", "$.route[].from_position", "$.route[].to_position")
    for field in ("", ".lat", ".lon")
}

# where, what, and whether every one of the three takes it
AGREED = [
    pytest.param("id", ABSENT, False, id="no id"),
    pytest.param("id", 7, False, id="id is a number"),
    pytest.param("date", "7 August 2026", False, id="date in words"),
    pytest.param("date", None, False, id="date is null"),
    pytest.param("parties", [], False, id="no parties"),
    pytest.param("lines", [], False, id="no lines"),
    pytest.param("currency", None, True, id="null text"),
    pytest.param("value", "10", False, id="number as text"),
    pytest.param("value", None, True, id="null number"),
    pytest.param("colour", "red", False, id="unknown field"),
    pytest.param("exporter.country", "Germany", False, id="country in words"),
    pytest.param("exporter.city", "Bonn", False, id="unknown field of exporter"),
    pytest.param("parties.0.role", "friend", False, id="unknown role"),
    pytest.param("parties.0.role", ABSENT, False, id="party without role"),
    pytest.param("parties.0.name", ABSENT, False, id="party without name"),
    pytest.param("parties.0.kind", "ship", False, id="unknown kind"),
    pytest.param("parties.0.kind", None, True, id="null kind"),
    pytest.param("parties.0.country", "fr", False, id="country in small letters"),
    pytest.param("parties.0.country", "ZZ", True, id="unknown country, well formed"),
    pytest.param("parties.0.founded", "2001", False, id="founded is no day"),
    pytest.param("parties.0.identifiers.lei", 5, False, id="identifier is a number"),
    pytest.param("parties.0.identifiers.own_number", "5", True, id="any scheme of identifier"),
    pytest.param("parties.0.birthdate", "1970", False, id="misspelt field of a party"),
    pytest.param("parties.0.owners", [], True, id="known to have no owners"),
    pytest.param("parties.0.owners.0.name", ABSENT, False, id="owner without name"),
    pytest.param("parties.0.owners.0.share_percent", None, True, id="share not known"),
    pytest.param("parties.0.owners.0.shares", 5, False, id="unknown field of an owner"),
    pytest.param("lines.0.line", 0, False, id="line nought"),
    pytest.param("lines.0.line", ABSENT, False, id="line without number"),
    pytest.param("lines.0.quantity", True, False, id="true is no quantity"),
    pytest.param("lines.0.quantity", "many", False, id="quantity in words"),
    pytest.param("lines.0.origin", "USA", False, id="origin of three letters"),
    pytest.param("lines.0.serial_numbers", "123", False, id="serial numbers are a list"),
    pytest.param("lines.0.weight", 1, False, id="unknown field of a line"),
    pytest.param("route.0.mode", "ship", False, id="unknown mode"),
    pytest.param("route.0.mode", None, True, id="null mode"),
    pytest.param("route.0.vessel.flag", "Panama", False, id="flag in words"),
    pytest.param("route.0.vessel.imo", 9999993, False, id="IMO is a number"),
    pytest.param("route.0.vessel.draught", 5, False, id="unknown field of a vessel"),
    pytest.param("route", [], True, id="known to have no route"),
    pytest.param("payment.payer_country", "", False, id="empty country"),
    pytest.param("payment.iban", "x", False, id="unknown field of the payment"),
    pytest.param("end_user_statement", "yes", False, id="statement in words"),
    pytest.param("end_user_statement", None, True, id="null statement"),
    pytest.param("answers.order.reexport_answer", None, True, id="null answer"),
    pytest.param("answers.order.reexport_answer", 3, True, id="a number as answer"),
    pytest.param("answers.order.reexport_answer", [], False, id="a list as answer"),
]
OURS = [
    pytest.param("parties.0.position", {"lat": 55.83, "lon": 52.04}, True, id="a position"),
    pytest.param("parties.0.position", None, True, id="null position"),
    pytest.param("parties.0.position", {"lat": 55.83}, False, id="half a position"),
    pytest.param("parties.0.position", {"lat": 91, "lon": 0}, False, id="beyond the pole"),
    pytest.param("parties.0.position", {"lat": 0, "lon": -180.5}, False, id="beyond the line"),
    pytest.param("parties.0.position", {"lat": "55", "lon": 52}, False, id="degrees as text"),
    pytest.param("route.0.from_position", {"lat": -90, "lon": 180}, True, id="a leg's beginning"),
    pytest.param("route.0.to_position", {"lat": 1, "lon": 2, "alt": 3}, False, id="an altitude"),
]
# our reader says more than the shared schema can: malformed input that it lets pass
STRICTER = [
    pytest.param("id", " ", id="blank id"),
    pytest.param("lines.0.hs", "85423", id="HS of five digits"),
    pytest.param("lines.0.eccn", "3A01", id="no ECCN"),
    pytest.param("lines.0.quantity", -1, id="negative quantity"),
    pytest.param("parties.0.owners.0.share_percent", 101, id="more than the whole"),
    pytest.param("parties.0.owners.0.kind", "ship", id="unknown kind of owner"),
    pytest.param("parties.0.birth_date", "spring 1970", id="date of birth in words"),
    pytest.param("parties.0.name", "x" * 1001, id="a name too long"),
    pytest.param("end_use", "x" * 10_001, id="a text too long"),
]


def changed(where: str, value: object) -> dict:
    order = copy.deepcopy(WHOLE)
    *way, last = where.split(".") if not where.startswith("answers.") else where.split(".", 1)
    node = order
    for part in way:
        node = node[int(part) if part.isdigit() else part]
    if value is ABSENT:
        del node[last]
    else:
        node[last] = value
    return order


def reads(order: object) -> bool:
    try:
        parse_order(order)
    except InvalidInput:
        return False
    return True


@pytest.fixture(scope="module")
def ours():
    text = (ROOT / "vigil/data/schemas/order.schema.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


@pytest.fixture(scope="module")
def contract(shared):
    text = (shared / "contracts/order.schema.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


@pytest.mark.parametrize(("where", "value", "right"), AGREED)
def test_our_schema_and_the_reader_agree(where, value, right, ours):
    order = changed(where, value)
    assert (ours.is_valid(order), reads(order)) == (right, right)


@pytest.mark.shared
@pytest.mark.parametrize(("where", "value", "right"), AGREED)
def test_the_shared_schema_agrees_with_them(where, value, right, contract):
    assert contract.is_valid(changed(where, value)) is right


@pytest.mark.parametrize(("where", "value", "right"), OURS)
def test_our_schema_and_the_reader_agree_on_what_was_added(where, value, right, ours):
    order = changed(where, value)
    assert (ours.is_valid(order), reads(order)) == (right, right)


@pytest.mark.parametrize(("where", "value"), STRICTER)
def test_our_schema_and_the_reader_refuse_what_is_malformed(where, value, ours):
    order = changed(where, value)
    assert (ours.is_valid(order), reads(order)) == (False, False)


@pytest.mark.parametrize("name", ["exporter", "route", "payment", "answers"])
def test_null_means_not_known_for_groups_too(name, ours):
    order = changed(name, None)
    assert ours.is_valid(order)
    assert parse_order(order) == parse_order(changed(name, ABSENT))


@pytest.mark.shared
def test_the_whole_order_keeps_the_shared_contract(contract):
    contract.validate(WHOLE)


@pytest.mark.shared
@pytest.mark.parametrize("order", EXAMPLES, ids=lambda order: order["id"])
def test_an_example_keeps_the_shared_contract(order, contract):
    contract.validate(order)


@pytest.mark.parametrize("order", EXAMPLES, ids=lambda order: order["id"])
def test_an_example_keeps_our_contract(order, ours):
    ours.validate(order)


def test_the_template_keeps_our_contract(ours):
    ours.validate(json.loads(render_template("jsonl")))


@pytest.mark.shared
def test_the_readers_table_has_every_field_of_the_shared_contract(contract):
    assert fields_of(fields.ORDER) - ADDED == fields_in(contract.schema)


def fields_of(shape: Shape, path: str = "$") -> set[str]:
    found = set()
    for name, known in shape.fields.items():
        at = f"{path}.{name}" + ("[]" if known.holds is Holds.LIST and known.shape else "")
        found |= {at} if known.shape is None else {at} | fields_of(known.shape, at)
    return found


def fields_in(schema: dict, path: str = "$") -> set[str]:
    found = set()
    for name, inner in schema.get("properties", {}).items():
        items = inner.get("items", {})
        at = f"{path}.{name}" + ("[]" if items.get("properties") else "")
        found |= {at} | fields_in(inner, at) | fields_in(items, at)
    return found
