"""An order to start from: one filled example, in the formats in which orders are read.

The example is an everyday order that screens as it stands. Everything in it is invented.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from vigil.errors import InvalidInput

PLANT = {
    "name": "Atelier Brunel SARL",
    "kind": "organisation",
    "country": "FR",
    "address": "12 rue des Tanneurs, 69009 Lyon",
    "identifiers": {"registration": "RCS Lyon 000 000 000"},
    "founded": "1998-03-02",
    "website": "https://atelier-brunel.example",
    "email": "achats@atelier-brunel.example",
    "phone": "+33 4 00 00 00 00",
    "line_of_business": "repair of bottling machines",
    "owners": [{"name": "Camille Brunel", "country": "FR", "share_percent": 100}],
}
SHEET = "orders"
ROLES = ("buyer", "consignee", "end_user")
REPEATED = ("name", "country", "address")  # enough for the roles that the same company also holds

ORDER: dict[str, object] = {
    "id": "PO-1042",
    "date": "2026-08-07",
    "currency": "EUR",
    "value": 3720,
    "exporter": {"name": "Beispiel Armaturen GmbH", "country": "DE"},
    "parties": [
        {"role": role, **(PLANT if role == "buyer" else {key: PLANT[key] for key in REPEATED})}
        for role in ROLES
    ],
    "lines": [
        {
            "line": 1,
            "hs": "8481.80",
            "eccn": "EAR99",
            "part_number": "BA-200-DN25",
            "manufacturer": "Beispiel Armaturen",
            "description": "ball valve of stainless steel, DN 25",
            "quantity": 40,
            "unit_price": 78,
            "origin": "DE",
        },
        {
            "line": 2,
            "hs": "4016.93",
            "eccn": "EAR99",
            "part_number": "BA-900-KIT",
            "manufacturer": "Beispiel Armaturen",
            "description": "set of rubber gaskets",
            "quantity": 40,
            "unit_price": 15,
            "origin": "DE",
        },
    ],
    "route": [{"from": "DEFRA", "to": "FRLYS", "mode": "road", "carrier": "Beispiel Spedition"}],
    "payment": {
        "method": "wire",
        "payer": "Atelier Brunel SARL",
        "payer_country": "FR",
        "bank": "Banque Exemple",
        "bank_country": "FR",
    },
    "end_use": "spare parts for bottling machines in the buyer's workshop",
    "end_user_statement": True,
    "answers": {"order.services_declined": False},
}


def render_template(form: str) -> bytes:
    """A template with one filled example; text is UTF-8.

    Args:
        form: `csv`, `jsonl` or `xlsx`.

    Raises:
        InvalidInput: any other form.
    """
    if form == "jsonl":
        return (json.dumps(ORDER, ensure_ascii=False) + "\n").encode()
    if form == "csv":
        return _csv(_rows()).encode()
    if form == "xlsx":
        from vigil.report.workbook import render_workbook

        rows = _rows()
        numbers = {name for name, cell in rows[0].items() if isinstance(cell, (int, float))}
        return render_workbook(SHEET, rows, numbers)
    raise InvalidInput.single("template must be csv, jsonl or xlsx", "", form)


def _rows() -> list[dict[str, object]]:
    """One row a line of goods; what belongs to the order is repeated on each."""
    order, lines = dict(ORDER), ORDER["lines"]
    assert isinstance(lines, list)
    del order["lines"]
    shared = {name: cell for key, value in order.items() for name, cell in _cells(key, value)}
    return [shared | line for line in lines]


def _csv(rows: list[dict[str, object]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _written(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue()


def _written(cell: object) -> object:
    return str(cell).lower() if isinstance(cell, bool) else cell


def _cells(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Column names with their cells, for one field of the order."""
    if isinstance(value, list):
        for number, entry in enumerate(value, 1):
            yield from _cells(*_entry(name, number, entry))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _cells(f"{name}.{key}", inner)
    else:
        yield name, value


def _entry(name: str, number: int, entry: dict[str, object]) -> tuple[str, object]:
    """A list's entry under its column name: parties go by role, legs by number."""
    if name == "parties":
        return str(entry["role"]), {key: cell for key, cell in entry.items() if key != "role"}
    return f"{'leg' if name == 'route' else name}.{number}", entry
