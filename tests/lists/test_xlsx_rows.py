import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.errors import SourceChanged
from vigil.lists.xlsx_rows import xlsx_rows

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROWS = [["Last Updated", "10/04/2025"], ["Name", "Группа"], ["A & B <Ltd>", "1"]]


def sheet(cells, dimension="A1:B2", head=""):
    return (
        f'{head}<worksheet xmlns="{MAIN}"><dimension ref="{dimension}"/>'
        f'<sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    )


def test_texts_come_as_they_stand(workbook):
    assert xlsx_rows(workbook(ROWS), "x") == ROWS


def test_numbers_and_days_have_one_way_of_writing(workbook):
    cells = '<c><v>15672</v></c><c><v>1.5</v></c><c t="b"><v>1</v></c>'
    cells += '<c t="d"><v>2025-04-10T00:00:00</v></c>'
    data = workbook([], **{SHEET: sheet(cells, "A1:D1")})
    assert xlsx_rows(data, "x") == [["15672", "1.5", "TRUE", "2025-04-10"]]


def test_an_empty_row_keeps_its_place(workbook):
    assert xlsx_rows(workbook([["a"], [""], ["b"]]), "x") == [["a"], [""], ["b"]]


def test_no_prefix_of_a_workbook_is_a_smaller_one(workbook):
    data = workbook(ROWS)
    for length in range(len(data)):
        with pytest.raises(SourceChanged, match="whole zip archive"):
            xlsx_rows(data[:length], "x")


def test_a_sheet_with_fewer_rows_than_it_says_is_refused(workbook):
    data = workbook([], **{SHEET: sheet('<c t="str"><v>a</v></c>', "A1:A9")})
    with pytest.raises(SourceChanged, match="must have its 9 rows, got 1"):
        xlsx_rows(data, "x")


@pytest.mark.parametrize("formula", ["<f>1+1</f>", '<f t="shared" si="0"/>', "<f/>"])
def test_a_formula_is_refused(workbook, formula):
    data = workbook([], **{SHEET: sheet(f"<c>{formula}<v>2</v></c>", "A1")})
    with pytest.raises(SourceChanged, match="must be without formulas"):
        xlsx_rows(data, "x")


def test_an_error_is_refused_and_not_an_empty_cell(workbook):
    data = workbook([], **{SHEET: sheet('<c r="A1" t="e"><v>#REF!</v></c>', "A1")})
    with pytest.raises(SourceChanged, match="must be without errors, got A1"):
        xlsx_rows(data, "x")


@pytest.mark.parametrize(
    ("cells", "dimension"),
    [
        ('<c r="XFD1048576"><v>1</v></c>', "A1"),
        ("<c><v>1</v></c>", "A1:XFD1048576"),
        ('<c r="&#88;FD1048576"><v>1</v></c>', "A1"),
    ],
)
def test_a_cell_too_far_away_is_refused_before_memory_is_taken(workbook, cells, dimension):
    data = workbook([], **{SHEET: sheet(cells, dimension)})
    with pytest.raises(SourceChanged, match="at most 5,000,000 cells"):
        xlsx_rows(data, "x")


def test_a_cell_without_a_known_place_is_refused(workbook):
    data = workbook([], **{SHEET: sheet('<c r="7B"><v>1</v></c>', "A1")})
    with pytest.raises(SourceChanged, match="a place like B7"):
        xlsx_rows(data, "x")


def test_text_that_looks_like_a_formula_is_text(workbook):
    assert xlsx_rows(workbook([["=1+1", "<f>"]]), "x") == [["=1+1", "<f>"]]


@pytest.mark.parametrize(
    "head",
    ['<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">', '<!DOCTYPE w [<!ENTITY a "aaaa">]>'],
)
def test_a_document_type_is_refused(workbook, head):
    with pytest.raises(SourceChanged, match="must be without a document type"):
        xlsx_rows(workbook([], **{SHEET: sheet("", head=head)}), "x")


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"xl/vbaProject.bin": "x"}, "without macros"),
        ({"xl/worksheets/sheet2.xml": sheet("")}, "must have one sheet, got 2"),
        ({SHEET: sheet("")[:-20]}, "must be well-formed XML"),
        ({"xl/workbook.xml": "<workbook/>"}, "must be readable"),
        ({"xl/_rels/workbook.xml.rels": "<a/>"}, "must be readable"),
    ],
)
def test_another_kind_of_workbook_is_refused(workbook, parts, message):
    with pytest.raises(SourceChanged, match=message):
        xlsx_rows(workbook(ROWS, **parts), "x")


def test_a_workbook_that_unpacks_to_too_much_is_refused(workbook, monkeypatch):
    monkeypatch.setattr("vigil.lists.xlsx_rows.MAX_BYTES", 1_000)
    with pytest.raises(SourceChanged, match="must unpack to"):
        xlsx_rows(workbook([["a" * 1_000]]), "x")


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_sheet_is_refused_or_read_never_a_crash(workbook, data):
    cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c>'
    whole = bytearray(sheet(cells, "A1:B1").encode())
    where = data.draw(st.integers(0, len(whole) - 1))
    whole[where : where + 1] = data.draw(st.binary(max_size=3))
    with contextlib.suppress(SourceChanged):
        xlsx_rows(workbook([], **{SHEET: bytes(whole)}), "x")


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_archive_is_refused_or_read_never_a_crash(workbook, data):
    whole = bytearray(workbook(ROWS))
    where = data.draw(st.integers(0, len(whole) - 1))
    whole[where : where + 1] = data.draw(st.binary(max_size=3))
    with contextlib.suppress(SourceChanged):
        assert xlsx_rows(bytes(whole), "x") == ROWS
