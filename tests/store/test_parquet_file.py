"""Parquet files of orders: flat as a CSV, nested as JSON, and each way they can be bad."""

import io
import json
import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.errors import InvalidInput
from vigil.model.limits import Limits
from vigil.report.template import ORDER, render_template
from vigil.store.order_files import read_orders

pa = pytest.importorskip("pyarrow", reason="pyarrow (extra parquet) is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow (extra parquet) is not installed")

TEXTS = ("hs", "eccn", "buyer.identifiers.registration", "id", "buyer.phone")
[EXPECTED] = read_orders(["-"], io.BytesIO(render_template("jsonl")))


def flat():
    from pyarrow import csv

    options = csv.ConvertOptions(column_types={name: pa.string() for name in TEXTS})
    return csv.read_csv(io.BytesIO(render_template("csv")), convert_options=options)


def column(name, values, kind=None):
    table = flat()
    return table.set_column(table.column_names.index(name), name, pa.array(values, kind))


def nested(**changes):
    return pa.Table.from_pylist([ORDER | changes])


def packed(table, **kwargs):
    out = io.BytesIO()
    pq.write_table(table, out, **kwargs)
    return out.getvalue()


def read(data, **kwargs):
    if not isinstance(data, bytes):
        data = packed(data)
    return read_orders(["-"], io.BytesIO(data), **kwargs)


def told(data, **kwargs):
    with pytest.raises(InvalidInput) as refused:
        read(data, **kwargs)
    return str(refused.value)


def test_flat_and_nested_say_what_json_says():
    assert read(flat()) == read(nested()) == [EXPECTED]


@pytest.mark.parametrize("compression", ["none", "snappy", "zstd", "gzip"])
@pytest.mark.parametrize("use_dictionary", [True, False])
def test_packing_changes_nothing(compression, use_dictionary):
    kwargs = {"compression": compression, "use_dictionary": use_dictionary}
    assert read(packed(flat(), **kwargs)) == read(packed(nested(), **kwargs)) == [EXPECTED]


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        ("quantity", [40, 40], pa.int8()),
        ("quantity", [40.0, 40.0], pa.float32()),
        ("quantity", [Decimal("40.00"), Decimal("40")], pa.decimal128(10, 2)),
        ("quantity", ["40", "40.0"], pa.large_string()),
        ("line", [1.0, 2.0], pa.float64()),
        ("date", ["2026-08-07"] * 2, pa.string()),
        ("date", [date(2026, 8, 7)] * 2, pa.date32()),
        ("date", [datetime(2026, 8, 7)] * 2, pa.timestamp("ns")),
        ("date", [date(2026, 8, 7)] * 2, pa.date64()),
        ("currency", ["EUR", "EUR"], pa.dictionary(pa.int8(), pa.string())),
        ("end_user_statement", ["yes", "yes"], None),
    ],
)
def test_a_value_is_the_same_in_each_type(name, values, kind):
    assert read(column(name, values, kind)) == [EXPECTED]


def test_single_precision_is_read_as_written():
    prices = read(column("unit_price", [10.1, 0.3], pa.float32()))[0].lines
    assert [line.unit_price for line in prices] == [10.1, 0.3]


def test_null_is_absent():
    assert read(column("currency", [None, None]))[0].currency is None
    assert read(nested(currency=None, route=None))[0].route is None


def test_empty_is_absent_in_a_table_and_none_in_a_nested_order():
    assert read(column("buyer.website", ["", ""]))[0].parties[0].website is None
    assert read(nested(end_use=""))[0].end_use == ""


def test_identifiers_may_be_a_map():
    kind = pa.map_(pa.string(), pa.string())
    party = pa.struct([("role", pa.string()), ("name", pa.string()), ("identifiers", kind)])
    parties = [[{"role": "buyer", "name": "A", "identifiers": [("lei", "x"), ("inn", "y")]},
                {"role": "end_user", "name": "B", "identifiers": None}]]  # fmt: skip
    table = nested().drop_columns(["parties"])
    table = table.append_column("parties", pa.array(parties, pa.list_(party)))
    found = read(table)[0].parties
    assert [dict(p.identifiers) for p in found] == [{"lei": "x", "inn": "y"}, {}]


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (lambda: column("hs", [848180, 401693]), "text, got the number 848180 at hs"),
        (lambda: column("part_number", [1, 2]), "got the number 1 at part_number"),
        (lambda: column("quantity", [float("nan"), 1.0]), "row 2: quantity must be a number"),
        (lambda: column("date", [datetime(2026, 8, 7, 3)] * 2), "a point in time"),
        (lambda: column("date", [datetime(2026, 8, 7, tzinfo=UTC)] * 2), "a point in time"),
        (lambda: column("date", [20260807] * 2), "must be a day, got the number 20260807"),
        (lambda: column("hs", [b"848180", b"\xff"]), "got binary at hs"),
        (lambda: column("hs", [["8"], ["9"]]), "got list<"),
        (lambda: flat().rename_columns(["dat", *flat().column_names[1:]]), "did you mean 'date'"),
        (lambda: flat().append_column("id", pa.array(["a", "b"])), "names of their own"),
        (lambda: flat().slice(0, 0), "at least one row"),
        (lambda: nested().slice(0, 0), "at least one order"),
        (lambda: nested(value=float("nan")), "finite number"),
        (lambda: nested(curency="EUR"), "row 1: unknown field 'curency'"),
        (lambda: nested(lines=[{"line": 1, "hs": 848180}]), "must have 6 to 12 digits"),
        (lambda: nested(lines=[{"line": 1, "hs": b"8"}]), "got binary"),
    ],
)
def test_a_bad_table_is_told_with_its_place(table, says):
    assert says in told(table())


@pytest.mark.parametrize(
    ("table", "limits", "says"),
    [
        (flat, Limits(max_rows=1), "at most 1 rows"),
        (flat, Limits(max_columns=9), "at most 9 columns"),
        (nested, Limits(max_columns=9), "at most 9 columns"),
        (nested, Limits(max_nesting=2), "at most 2 deep"),
        (flat, Limits(max_text_characters=30), "at most 30 characters"),
        (nested, Limits(max_text_characters=30), "at most 30 characters"),
        (
            lambda: column("end_use", ["x" * 2 * 10**7] * 2),
            Limits(max_unpack_ratio=10),
            "10 times its size",
        ),
        (lambda: column("end_use", ["x" * 10**7] * 2), Limits(), "at most 10,000 characters"),
        (lambda: column("end_use", ["x" * 2 * 10**6] * 2), Limits(max_unpacked_mb=1), "1 MB"),
    ],
)
def test_what_passes_a_limit_is_refused(table, limits, says):
    assert says in told(table(), limits=limits)


def test_a_long_text_repeated_in_each_row_is_not_unfolded():
    rows = 200_000
    text = pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), ["x" * 10**6])
    table = pa.table({"id": pa.array(["a"] * rows), "end_use": text})
    assert "at most 10,000 characters" in told(packed(table))


def test_without_pyarrow_it_is_told_what_to_install(monkeypatch):
    data = packed(flat())
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "pip install 'vigil[parquet]'" in told(data)


WHOLE = packed(flat())


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_damaged_bytes_are_orders_or_told_what_is_wrong(at, byte):
    data = WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]
    try:
        end: object = read_orders(["-"], io.BytesIO(data))
    except InvalidInput as error:
        end = str(error).encode("utf-8")
    assert end


def test_a_checksum_of_a_page_is_held():
    data = packed(flat(), write_page_checksum=True, compression="none", use_dictionary=False)
    assert read(data) == [EXPECTED]
    assert "whole" in told(data.replace(b"Atelier Brunel SARL", b"Atelier Brunal SARL"))


@given(st.integers(0, len(WHOLE) - 1))
def test_no_prefix_is_read(at):
    assert told(WHOLE[:at])


@given(st.binary(max_size=200))
def test_any_bytes_after_the_mark_are_refused(data):
    assert told(b"PAR1" + data)


def test_numbers_of_json_are_numbers_of_parquet():
    assert json.loads(render_template("jsonl"))["value"] == read(flat())[0].value
