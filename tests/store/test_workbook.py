"""Workbooks of orders, written by openpyxl (which is not ours) and by hand where it would not."""

import csv
import io
import re
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.errors import InvalidInput
from vigil.model.limits import Limits
from vigil.model.order_cells import Number
from vigil.report.template import render_template
from vigil.report.workbook import render_workbook
from vigil.store.order_files import DEFAULT_LIMITS, read_orders
from vigil.store.workbook import read_workbook

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl (group dev) writes these workbooks")

CSV = list(csv.reader(io.StringIO(render_template("csv").decode())))
HEADER = CSV[0]
NUMBERS = ("value", "line", "quantity", "unit_price", "buyer.owners.1.share_percent")
SHEET = "xl/worksheets/sheet1.xml"
SHARED = "xl/sharedStrings.xml"
INLINE = rb't="inlineStr"><is><t[^>]*>([^<]*)</t></is>'


def cell_of(name, text):
    return float(text) if name in NUMBERS and text else text or None


ROWS = [[cell_of(name, text) for name, text in zip(HEADER, row, strict=True)] for row in CSV[1:]]


def book(change=None, rows=ROWS):
    """The template as openpyxl writes it, after `change(workbook, sheet)`."""
    made = openpyxl.Workbook()
    made.active.append(HEADER)
    for row in rows:
        made.active.append(row)
    if change:
        change(made, made.active)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


BOOK = book()


def at(name, row=2):
    return f"{openpyxl.utils.get_column_letter(HEADER.index(name) + 1)}{row}"


def put(name, value, number_format=None):
    def change(_, sheet):
        for row in (2, 3):
            sheet[at(name, row)] = value
            if number_format:
                sheet[at(name, row)].number_format = number_format

    return change


def read(data, **kwargs):
    return read_orders(["-"], io.BytesIO(data), **kwargs)


def told(data, **kwargs):
    with pytest.raises(InvalidInput) as refused:
        read(data, **kwargs)
    return str(refused.value)


def with_part(data, name, change):
    """The same archive with one part changed (a new one, when there was none)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        parts = {part: old.read(part) for part in old.namelist()}
        changed = change(parts.get(name, b""))
        assert changed != parts.get(name), "nothing was changed"
        for part, text in (parts | {name: changed}).items():
            new.writestr(part, text)
    return out.getvalue()


def with_shared_texts(data):
    """The same workbook with its texts in a part of their own, as Excel keeps them."""
    texts = []

    def share(found):
        texts.append(found[1])
        return b't="s"><v>%d</v>' % (len(texts) - 1)

    data = with_part(data, SHEET, lambda b: re.sub(INLINE, share, b))
    runs = [b"<si><r><t>%s</t></r><rPh><t>x</t></rPh></si>" % text for text in texts]
    data = with_part(data, SHARED, lambda _: b"<sst>%s</sst>" % b"".join(runs))
    relation = b'<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/></'
    add = (b"</Relationships", relation + b"Relationships")
    return with_part(data, "xl/_rels/workbook.xml.rels", lambda b: b.replace(*add))


def test_a_workbook_says_what_the_table_says():
    assert read(book()) == read(render_template("csv"))


def test_our_template_is_read_by_others():
    sheet = openpyxl.load_workbook(io.BytesIO(render_template("xlsx"))).active
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    plain = [[{True: "true", False: "false"}[c] if isinstance(c, bool) else c for c in row]
             for row in found]  # fmt: skip
    assert plain == [HEADER, *ROWS]
    assert sheet[at("hs")].number_format == "@"


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        pytest.param(put("quantity", 10.199999999999999), "quantity", 10.2, id="noise"),
        pytest.param(put("quantity", 1e6), "quantity", 1_000_000, id="million"),
        pytest.param(put("quantity", 10.5, "0.00 \"pcs\""), "quantity", 10.5, id="dressed number"),
        pytest.param(put("quantity", "10.5"), "quantity", 10.5, id="number as text"),
        pytest.param(put("hs", "0402.10"), "hs", "040210", id="leading zero in text"),
        pytest.param(put("description", 42), "description", "42", id="plain number in text"),
        pytest.param(put("description", "_x005F_x0041_"), "description", "_x0041_", id="escape"),
        pytest.param(put("description", "two\nlines"), "description", "two\nlines", id="lines"),
    ],
)  # fmt: skip
def test_a_cell_of_goods_is_what_a_csv_would_have(change, field, expected):
    assert getattr(read(book(change))[0].lines[0], field) == expected


@pytest.mark.parametrize(
    "cell",
    [
        ("2026-08-07", None),
        (date(2026, 8, 7), "yyyy-mm-dd"),
        (datetime(2026, 8, 7), "m/d/yyyy"),
        (46241, "[$-409]d\\-mmm\\-yy;@"),
    ],
)
def test_a_day_is_a_day_however_it_is_shown(cell):
    assert read(book(put("date", *cell)))[0].date == date(2026, 8, 7)


def test_days_are_counted_from_1904_where_the_workbook_says_so():
    def change(workbook, sheet):
        workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        put("date", date(2026, 8, 7), "yyyy-mm-dd")(workbook, sheet)

    assert read(book(change))[0].date == date(2026, 8, 7)


@pytest.mark.parametrize("value", [True, "true", "yes"])
def test_yes_is_a_logical_value_or_a_word(value):
    assert read(book(put("end_user_statement", value)))[0].end_user_statement is True


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(put("hs", 8481.8), "text, got the number 8481.8 at hs", id="code as number"),
        pytest.param(put("hs", 402, "0000"), "0402 becomes 402", id="zeros by format"),
        pytest.param(put("eccn", 3e1), "got the number 30 at eccn", id="ECCN as a power"),
        pytest.param(put("part_number", date(2026, 12, 3)), "got the day 2026-12-03", id="3-12"),
        pytest.param(put("id", 42, "0000"), "must be text, got the number 42", id="dressed id"),
        pytest.param(put("description", True), "logical value TRUE", id="logical in text"),
        pytest.param(put("date", 46241), "must be a day, got the number 46241", id="bare number"),
        pytest.param(put("date", datetime(2026, 8, 7, 3)), "time of day", id="time of day"),
        pytest.param(put("date", 46241, "mmm yy"), "does not show its year", id="month"),
        pytest.param(put("date", 59, "yyyy-mm-dd"), "before March 1900", id="leap day of 1900"),
        pytest.param(put("quantity", 0.5, "0%"), "a percentage", id="percentage"),
        pytest.param(put("quantity", "=1+1"), f"cells {at('quantity')}, {at('quantity', 3)} must "
                     "hold a value, not a formula", id="formula"),
        pytest.param(put("quantity", "#N/A"), "not an error", id="error"),
        pytest.param(lambda _, s: s.merge_cells("A2:A3"), "cells A2:A3 must not be merged",
                     id="merged"),
        pytest.param(lambda _, s: setattr(s.row_dimensions[3], "hidden", True), "hidden row",
                     id="hidden row"),
        pytest.param(lambda _, s: setattr(s.column_dimensions["B"], "hidden", True),
                     "cells B1, B2, B3 must not stand in a hidden row or column", id="column"),
        pytest.param(lambda _, s: s.insert_rows(1), "row 1 must be the header", id="no header"),
        pytest.param(lambda _, s: s.cell(3, len(HEADER) + 2, "x"), "below a column's name",
                     id="beside the table"),
        pytest.param(lambda _, s: s.cell(1, 2, 7), "column's name as text", id="header number"),
        pytest.param(lambda _, s: s.cell(1, 2, "dat"), "did you mean 'date'?", id="misspelt"),
        pytest.param(lambda _, s: s.delete_rows(1, 9), "an empty", id="empty"),
        pytest.param(lambda _, s: s.delete_rows(2, 9), "at least one row", id="header alone"),
        pytest.param(lambda w, _: w.create_sheet("Notes").append(["x"]),
                     "only one sheet may hold something, got 'Sheet', 'Notes'", id="two sheets"),
        pytest.param(lambda w, s: (w.create_sheet("b"), setattr(s, "sheet_state", "hidden")),
                     "must not be hidden, got 'Sheet'", id="hidden sheet"),
    ],
)  # fmt: skip
def test_what_is_not_as_seen_is_refused_with_its_place(change, says):
    assert says in told(book(change))


@pytest.mark.parametrize(
    "change",
    [
        lambda w, _: w.create_sheet("empty"),
        lambda _, s: setattr(s.row_dimensions[9], "hidden", True),
        lambda _, s: setattr(s.column_dimensions["XFA"], "hidden", True),
        lambda _, s: setattr(s["A9"], "number_format", "0%"),
    ],
    ids=["empty sheet", "hidden empty row", "hidden empty column", "format without a value"],
)
def test_what_holds_nothing_hides_nothing(change):
    assert read(book(change)) == read(book())


def test_a_sheet_is_read_by_its_name():
    def change(workbook, sheet):
        workbook.create_sheet("Notes").append(["x"])
        sheet.sheet_state = "hidden"

    assert read(book(change), sheet="Sheet") == read(book())
    assert "sheet must be in the workbook, got 'Sheat'" in told(book(change), sheet="Sheat")


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        ("xl/vbaProject.bin", lambda _: b"x", "must have no macros"),
        ("[Content_Types].xml", lambda b: b.replace(b"openxmlformats-officedocument.spreadsheetml"
         b".sheet.main", b"ms-excel.sheet.macroEnabled.main"), "must have no macros"),
        (SHEET, lambda b: b[:300], "must be XML"),
        (SHEET, lambda b: b'<!DOCTYPE a [<!ENTITY e "x">]>' + b, "no document type"),
        (SHEET, lambda b: b.replace(b'r="A2"', b'r="A3"'), "named by column and row"),
        (SHEET, lambda b: b.replace(b'r="B2"', b'r="A2"'), "in order, each once"),
        (SHEET, lambda b: b.replace(b'<row r="3"', b'<row r="2"'), "in order, each once"),
        (SHEET, lambda b: b.replace(b't="s"', b't="q"'), "known type, got 'q'"),
        (SHEET, lambda b: b.replace(b"<v>0</v>", b"<v>99999</v>"), "one of the workbook's texts"),
        (SHEET, lambda b: b.replace(b"<v>0</v>", b"<v>0</v><v>1</v>"), "must hold one value"),
        ("xl/workbook.xml", lambda b: b.replace(b"<sheet ", b"<shoot "), "have a worksheet"),
        ("_rels/.rels", lambda b: b.replace(b"officeDocument", b"other"), "got another archive"),
        (SHEET, lambda b: b.replace(b'r="A1"', b'r="ZZ1"'), "in order, each once"),
    ],
)  # fmt: skip
def test_a_workbook_made_wrong_is_refused(name, change, says):
    assert says in told(with_part(with_shared_texts(BOOK), name, change))


def test_comments_do_not_cut_a_text():
    name, cut = b"Atelier Brunel SARL", b"Atelier<!-- --> Brunel<?x?> SARL"
    data = with_part(with_shared_texts(BOOK), SHARED, lambda b: b.replace(name, cut))
    assert read(data) == read(BOOK)


def test_a_text_that_looks_escaped_comes_back():
    _, [(_, cells)] = read_workbook(render_workbook("a", [{"x": "a_x0041_"}], ()), DEFAULT_LIMITS)
    assert cells == ["a_x0041_"]


def test_texts_may_stand_in_a_part_of_their_own():
    assert read(with_shared_texts(BOOK)) == read(BOOK)


def test_a_bomb_is_not_unpacked():
    data = with_part(book(), SHEET, lambda b: b.replace(b"</sheetData>", b" " * 30_000_000))
    assert "at most 200 times its size; the setting max_unpack_ratio" in told(data)
    assert "at most 1 MB" in told(data, limits=Limits(max_unpacked_mb=1))


def test_a_far_cell_costs_nothing():
    data = book(lambda _, sheet: sheet.cell(1_048_576, 16_384, "x"))
    assert "table must have at most 2,000 columns" in told(data)


def test_rows_are_counted_without_the_header():
    assert read(book(), limits=Limits(max_rows=2))
    assert "at most 1 rows" in told(book(), limits=Limits(max_rows=1))


@pytest.mark.parametrize("data", [b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1") + b"x" * 600])
def test_no_workbook_is_told(data):
    assert "must be an .xlsx" in told(data)


def test_a_part_given_twice_is_refused():
    out = io.BytesIO(book())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(SHEET.upper(), b"x")
    assert "each of its parts once" in told(out.getvalue())


@given(st.data())
def test_no_damage_is_read_as_something_else(data):
    whole = BOOK
    at_byte = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[at_byte] ^= data.draw(st.integers(1, 255))
    for changed in (bytes(damaged), whole[:at_byte]):
        try:
            found = read_orders(["-"], io.BytesIO(changed), limits=DEFAULT_LIMITS)
        except InvalidInput:
            continue
        assert found == read(whole)


@given(
    st.binary(max_size=300)
    | st.text(st.sampled_from('<>/="rcvsti 019AB<row><c r="A1"><v>')).map(str.encode)
)
def test_any_sheet_is_orders_or_told_what_is_wrong(sheet):
    xml = b"<worksheet><sheetData>" + sheet + b"</sheetData></worksheet>"
    assert told(with_part(BOOK, SHEET, lambda _: xml))


def test_numbers_keep_the_digits_that_a_spreadsheet_has():
    values = [0.1 + 0.2, 1 / 3, 1e-7, 123456789012345, 2.5e15, 7]
    for value in values:
        amount = read(book(put("quantity", value)))[0].lines[0].quantity
        assert abs(amount - value) <= 1e-14 * value


TYPED = st.text(st.characters(exclude_categories=("C",))) | st.floats(-1e14, 1e14) | st.booleans()


@given(st.lists(st.lists(TYPED, min_size=2, max_size=2), min_size=1, max_size=4))
def test_cells_are_those_that_another_reader_sees(rows):
    calamine = pytest.importorskip("python_calamine")
    data = render_workbook(
        "a", [{"x": "x", "y": "y"}] + [dict(zip("xy", r, strict=True)) for r in rows], ()
    )
    theirs = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    _, ours = read_workbook(data, DEFAULT_LIMITS)
    by_row = dict(ours)
    for number, cells in enumerate(theirs.to_python(skip_empty_area=False)[1:], 2):
        for own, other in zip(by_row.get(number, [None] * len(cells)), cells, strict=True):
            assert plain(own) == as_written(other)


def plain(cell):
    if isinstance(cell, Number):
        return cell.text
    return "" if cell is None else cell


def as_written(value):
    if isinstance(value, bool) or not isinstance(value, float):
        return value
    return str(int(value)) if value.is_integer() else format(value, ".15g")
