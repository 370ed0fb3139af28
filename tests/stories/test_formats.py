"""The same orders give the same decisions, byte for byte, in whatever format they come."""

import csv
import io
import json
from pathlib import Path

import pytest

import vigil
from vigil.model.order_columns import Header
from vigil.model.order_fields import Takes
from vigil.screen import screen_order
from vigil.store.order_files import read_orders

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "examples/orders.csv").read_bytes()
LINES = (ROOT / "examples/orders.jsonl").read_bytes()
HEADER, *ROWS = csv.reader(io.StringIO(TABLE.decode()))
TAKES = [column.sort.takes for column in Header(HEADER, None).columns if column]


def workbook():
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl (group dev) writes the workbook")
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    for row in ROWS:
        book.active.append([_typed(t, c) for t, c in zip(TAKES, row, strict=True)])
    return _saved(book.save)


def flat_parquet():
    pa = pytest.importorskip("pyarrow", reason="pyarrow (extra parquet) is not installed")
    rows = [[_typed(t, c) for t, c in zip(TAKES, row, strict=True)] for row in ROWS]
    columns = zip(*rows, strict=True)
    return _parquet(pa.table([pa.array(column) for column in columns], HEADER))


def nested_parquet():
    pa = pytest.importorskip("pyarrow", reason="pyarrow (extra parquet) is not installed")
    orders = [json.loads(line) for line in LINES.splitlines() if line.strip()]
    names = dict.fromkeys(name for order in orders for name in order)
    return _parquet(pa.table({n: pa.array([o.get(n) for o in orders]) for n in names}))


def _typed(takes, cell):
    return float(cell) if takes is Takes.NUMBER and cell else cell or None


def _parquet(table):
    from pyarrow import parquet

    return _saved(lambda out: parquet.write_table(table, out))


def _saved(save):
    out = io.BytesIO()
    save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def world():
    return vigil.load_world()


def decisions(data, world):
    orders = read_orders(["-"], io.BytesIO(data))
    return [screen_order(order, world).to_json() for order in orders]


@pytest.mark.parametrize(
    ("made", "told"),
    [(workbook, TABLE), (flat_parquet, TABLE), (nested_parquet, LINES)],
    ids=["workbook", "flat Parquet", "nested Parquet"],
)
def test_each_format_is_decided_like_text(made, told, world):
    found = decisions(made(), world)
    assert found == decisions(told, world)
    assert len(found) > 5
