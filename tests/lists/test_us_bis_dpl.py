"""The Denied Persons List on a small text written for these tests, and on the real one of 2019."""

import csv
from datetime import date

import pytest

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating
from vigil.lists.us_bis_dpl import COLUMNS, read_us_bis_dpl
from vigil.lists.us_csl import read_us_csl
from vigil.model.entity import Address

DATING = Dating(date(2026, 8, 7))
SMALL = Bounds(1, 10)
ROWS = (
    COLUMNS,
    (" ADA EXAMPLE", "1 Main St", "RENO", "NV", "US", "89501", "03/04/2002", "06/29/2056", "Y",
     "2006-07-11", "50 YEAR DENIAL", "71 F.R. 1 7/10/06 "),
    ("ADA EXAMPLE", "2 Side St", "RENO", "NV", "US", "", "03/04/2002", "06/29/2056", "Y",
     "2006-07-11", "50 YEAR DENIAL", "71 F.R. 1 7/10/06"),
    ("ZED EXAMPLE WORKS", "", "", "", "IR", "", "09/10/1981", "", "N", "3017-08-22", "",
     "46 F.R. 2"),
)  # fmt: skip


def written(rows):
    lines = ("\t".join('"' + field.replace('"', '""') + '"' for field in row) for row in rows)
    return "\n".join(lines).encode()


DATA = written(ROWS)


def changed(row, column, text):
    """The file with one field replaced; row 0 is the header."""
    rows = [list(each) for each in ROWS]
    rows[row][COLUMNS.index(column)] = text
    return written(rows)


def read(data, bounds=SMALL):
    return read_us_bis_dpl(data, Countries({"Iran": "IR", "United States": "US"}), DATING, bounds)


@pytest.fixture
def entities():
    return read(DATA).entities


def test_rows_of_one_name_and_citation_are_one_entity(entities):
    assert [entity.names[0].text for entity in entities] == ["ADA EXAMPLE", "ZED EXAMPLE WORKS"]
    assert entities[0].addresses == (
        Address("1 Main St, RENO, NV, 89501, US", "US"),
        Address("2 Side St, RENO, NV, US", "US"),
    )


def test_the_publishers_count_is_of_rows():
    assert read(DATA).rows == 3


def test_a_denial_counts_on_its_last_day_and_not_after(entities):
    assert entities[0].listed_on == date(2002, 3, 4)
    assert entities[0].delisted_on == date(2056, 6, 30)


def test_a_denial_without_end_has_none(entities):
    assert entities[1].delisted_on is None


def test_a_country_alone_is_no_address(entities):
    assert (entities[1].addresses, entities[1].countries) == ((), ("IR",))


def test_what_has_no_field_stands_in_the_remarks(entities):
    assert entities[0].remarks == "action: 50 YEAR DENIAL\nlast update: 2006-07-11"
    assert entities[1].remarks == "last update: 3017-08-22"
    assert (entities[0].measures, entities[1].measures) == (
        ("standard order",),
        ("non-standard order",),
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (changed(0, "Action", "Actions"), "the columns must be"),
        (changed(1, "Effective_Date", "2002-03-04"), "a date must be like 06/29/2056.*row 2"),
        (changed(1, "Expiration_Date", "13/01/2030"), "a date must be like"),
        (changed(3, "Standard_Order", "maybe"), "Standard_Order must be Y or N"),
        (changed(1, "Name", "  "), "a row must have a name"),
        (changed(1, "Name", "BOB"), "rows must be in order of their names.*row 3"),
        (changed(3, "Name", "YAK WORKS"), "the last name must begin with Z"),
        (DATA + b'\t"more"', "a row must have 12 fields, got 13 at row 4"),
        (DATA.replace(b'"46 F.R. 2"', b""), "the last field must be closed"),
        (DATA.replace(b"RENO", b"REN\xd6"), "must be UTF-8"),
        (DATA.replace(b'"RENO"', b'"RE"NO"'), "UTF-8 text of tabs and quotes"),
        (b"<html>not found</html>", "the last field must be closed"),
        (b"", "the last field must be closed"),
    ],
)
def test_a_change_of_the_layout_refuses_the_file(data, message):
    with pytest.raises(SourceChanged, match=message):
        read(data)


def test_recent_changes_only_are_too_few():
    with pytest.raises(SourceChanged, match="must have 546 to 5000 entries, got 3"):
        read(DATA, Bounds(546, 5_000))


def test_no_prefix_of_the_file_is_a_smaller_list():
    for length in range(len(DATA)):
        with pytest.raises(SourceChanged):
            read(DATA[:length])


@pytest.fixture(scope="module")
def real(shared):
    return (shared / "lists/us_bis_dpl/dpl_2019.txt").read_bytes()


@pytest.mark.shared
def test_the_real_list_is_read_whole(real):
    loaded = read_us_bis_dpl(real, Countries({}), DATING)
    assert (loaded.rows, real.count(b"\n"), len(loaded.entities)) == (546, 546, 433)


@pytest.mark.shared
def test_every_field_of_the_real_list_is_held(real):
    entities = read_us_bis_dpl(real, Countries({"United States": "US"}), DATING).entities
    printed = [(n.text, a.text, e.citation) for e in entities for n in e.names for a in e.addresses]
    held = " ".join(f"{text}" for texts in printed for text in texts)
    remarks = " ".join(e.remarks for e in entities if e.remarks)
    rows = csv.DictReader(real.decode().splitlines(), delimiter="\t")
    for row in rows:
        place = row["Street_Address"] + row["City"] + row["State"]
        shown = (row["Name"], row["FR_Citation"]) if place else ()
        told = (*shown, row["Street_Address"], row["City"], row["State"], row["Postal_Code"])
        assert [field for field in told if field.strip() not in held] == []
        assert all(word in remarks for word in (row["Action"] + " " + row["Last_Update"]).split())


@pytest.mark.shared
def test_no_prefix_of_the_real_list_is_accepted(real):
    ends = [i for i in range(len(real)) if real.startswith(b"\n", i)]
    for length in (*ends, *(end + 1 for end in ends[-20:]), *range(5_000, len(real), 9_973)):
        with pytest.raises(SourceChanged):
            read_us_bis_dpl(real[:length], Countries({}), DATING)


@pytest.mark.shared
def test_an_entry_is_the_same_entity_through_the_consolidated_list(real, shared):
    path = shared / "lists/us_csl/consolidated.json"
    ids = {e.id for e in read_us_csl(path.read_bytes(), Countries({}), DATING).entities}
    own = {e.id for e in read_us_bis_dpl(real, Countries({}), DATING).entities}
    assert len(own & ids) == 390  # of 433, seven years apart; the others' citations have grown
