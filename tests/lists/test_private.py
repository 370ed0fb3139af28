"""A company's own list, on small files written for these tests."""

import hashlib
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from vigil.errors import SourceChanged
from vigil.ids.scheme import SCHEMES
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating
from vigil.lists.private import COLUMNS, read_private
from vigil.model.entity import (
    Address,
    Identifier,
    Name,
    NameKind,
    NameQuality,
    Relation,
    RelationKind,
)  # fmt: skip
from vigil.model.order import Kind

COUNTRIES = Countries({"Iran": "IR", "United Arab Emirates": "AE"})
DATING = Dating(date(2026, 8, 7))
HEADING = ",".join(COLUMNS)
ROW = (
    '7,Example Trading LLC,organisation,Example Trade;Exemplar,ETL,"Old, Inc.",'
    "AE;Iran,1 Main St;2 Side St,imo:IMO 9187629; registration:AB 1,circa 1961;1962-03,Qom,male,"
    "Director,own;board,no sales,2020-01-02,2030-01-02,Ivan Example 60.5%;Other Ltd,minute 4,seen"
)
DATA = f"{HEADING}\n{ROW}\n8,Ivan Example{',' * 18}\nEND,2{',' * 18}\n".encode()


def read(data, name="own.csv", **more):
    return read_private({name: data, **more}, COUNTRIES, DATING)


def small(row, heading="id,name,kind,countries,identifiers,birth_dates,listed_on,owners"):
    end = f"END,1{',' * (heading.count(',') - 1)}"
    return f"{heading}\n{row}\n{end}\n".encode()


@pytest.fixture
def entity():
    return read(DATA).entities[0]


def test_one_row_is_one_entry_with_its_own_number():
    loaded = read(DATA)
    assert [entity.id for entity in loaded.entities] == ["private:7", "private:8"]
    assert loaded.official is False


def test_names_have_the_kind_and_quality_of_their_column(entity):
    assert entity.names == (
        Name("Example Trading LLC", NameQuality.FULL, NameKind.PRIMARY),
        Name("Example Trade", NameQuality.FULL, NameKind.ALIAS),
        Name("Exemplar", NameQuality.FULL, NameKind.ALIAS),
        Name("Old, Inc.", NameQuality.FULL, NameKind.FORMER),
        Name("ETL", NameQuality.WEAK, NameKind.ALIAS),
    )


def test_every_column_has_its_field(entity):
    assert (entity.kind, entity.countries) == (Kind.ORGANISATION, ("AE", "IR"))
    assert entity.addresses == (Address("1 Main St"), Address("2 Side St"))
    assert entity.identifiers == (Identifier("imo", "9187629"), Identifier("registration", "AB1"))
    assert entity.birth_dates == ("circa 1961", "1962-03")
    assert (entity.birth_places, entity.genders) == (("Qom",), ("male",))
    assert (entity.positions, entity.programmes) == (("Director",), ("own", "board"))
    assert (entity.measures, entity.citation, entity.remarks) == (("no sales",), "minute 4", "seen")
    assert (entity.listed_on, entity.delisted_on) == (date(2020, 1, 2), date(2030, 1, 2))


def test_owners_may_have_a_share(entity):
    assert entity.relations == (
        Relation(RelationKind.OWNED_BY, "Ivan Example", None, "60.5"),
        Relation(RelationKind.OWNED_BY, "Other Ltd"),
    )


def test_columns_may_come_in_any_order_and_be_left_out():
    loaded = read(b"name,id\nExample Ltd,4\n1,END\n")
    assert (loaded.entities[0].id, loaded.entities[0].kind) == ("private:4", Kind.UNKNOWN)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("1,E Ltd,firm,,,,,", "row 2: kind must be as docs/lists.md says, got 'firm'"),
        ("1,E Ltd,,Atlantis,,,,", "countries must be as"),
        ("1,E Ltd,,,imo:1234568,,,", "identifiers must be as"),
        ("1,E Ltd,,,number:1,,,", "identifiers must be as"),
        ("1,E Ltd,,,9187629,,,", "identifiers must be as"),
        ("1,E Ltd,,,,long ago,,", "birth_dates must be as"),
        ("1,E Ltd,,,,,02/01/2020,", "listed_on must be as"),
        ("1,E Ltd,,,,,,Ivan 160%", "owners must be as"),
        ("1,E Ltd,,,,,,60%", "owners must be as"),
        ("1,,,,,,,", "row 2: name must be given"),
        (",E Ltd,,,,,,", "row 2: id must be given"),
        ("1,E Ltd,,,,,", "row 2: a row must have 8 fields, got 7"),
        ("1,E Ltd,,,,,,,x", "row 2: a row must have 8 fields, got 9"),
    ],
)
def test_a_cell_that_cannot_be_understood_refuses_the_file(row, message):
    with pytest.raises(SourceChanged, match=message):
        read(small(row))


def test_all_problems_are_reported_at_once():
    data = b"id,name,kind\n1,E Ltd,firm\n1,,person\nEND,2,\n"
    with pytest.raises(SourceChanged, match=r"row 2: kind.*row 3: name.*an id must come once"):
        read(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"id,name,alias\n", "a column must be known, got 'alias'; did you mean 'aliases'"),
        (b"id;name\n1;E Ltd\n", "a column must be known, got 'id;name'"),
        (b"id,name,name\n", "a column must come once"),
        (b"id,kind\n", "the columns id and name must be there"),
        (b"", "the columns id and name must be there"),
        (b"id,name\n1,E Ltd\n", "the last row of a CSV must have END as id.*1 here"),
        (b"id,name\n1,E Ltd\nEND,2\n", "row END must say 1 entries, got '2'"),
        (b"id,name\nEND,0\n", "must have 1 to 1000000 entries, got 0"),
        (b"id,name\n1,E\xe9\nEND,1\n", "must be UTF-8"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(data, message):
    with pytest.raises(SourceChanged, match=message):
        read(data)


def test_no_prefix_of_the_file_is_a_smaller_list():
    end = DATA.index(b"END,2") + len(b"END,2")
    for length in range(end):
        with pytest.raises(SourceChanged):
            read(DATA[:length])
    for length in range(end, len(DATA)):  # what is cut off here are the last row's empty cells
        assert read(DATA[:length]).entities == read(DATA).entities


def test_a_sealed_csv_needs_no_last_row():
    data = b"id,name\n1,E Ltd\n"
    seal = hashlib.sha256(data).hexdigest().encode()
    assert len(read(data, **{"own.csv.sha256": seal}).entities) == 1


def workbook(*rows):
    def sheet_row(row):
        cells = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row)
        return f"<row>{cells}</row>"

    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="s" sheetId="1" r:id="r"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>'
        f"{''.join(map(sheet_row, rows))}</sheetData></worksheet>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


BOOK = workbook(("id", "name", "countries"), ("1", "Example Ltd", "AE;IR"), ("2", "Other", ""))


def test_a_workbook_is_read_like_a_csv_and_needs_no_last_row():
    entities = read(BOOK, "own.xlsx").entities
    assert [entity.names[0].text for entity in entities] == ["Example Ltd", "Other"]
    assert entities[0].countries == ("AE", "IR")


def test_no_prefix_of_a_workbook_is_a_smaller_list():
    for length in range(0, len(BOOK), 7):
        with pytest.raises(SourceChanged):
            read(BOOK[:length], "own.xlsx")


def test_the_docs_name_every_column_and_scheme():
    text = (Path(__file__).parents[2] / "docs/lists.md").read_text("utf-8")
    named = set(re.findall(r"`(\w+)`", text))
    assert {*COLUMNS, *SCHEMES} <= named


def test_the_example_of_the_docs_is_read():
    text = (Path(__file__).parents[2] / "docs/lists.md").read_text("utf-8")
    example = re.search(r"```\n(id,name.*?)```", text, re.DOTALL)[1]
    loaded = read_private({"own.csv": example.encode()}, Countries({"A": "AE", "R": "RU"}), DATING)
    assert len(loaded.entities) == 2


def test_bounds_hold():
    with pytest.raises(SourceChanged, match="must have 3 to 9 entries, got 2"):
        read_private({"own.csv": DATA}, COUNTRIES, DATING, Bounds(3, 9))
