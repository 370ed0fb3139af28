"""The US list as CSV, on small texts written for these tests and on the real sample of 2023."""

import csv
import hashlib
import io
from datetime import date

import pytest

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating
from vigil.lists.us_csl import read_us_csl, read_us_csl_files
from vigil.lists.us_csl_csv import COLUMNS
from vigil.model.entity import Address, Identifier

DATING = Dating(date(2026, 8, 7))
SMALL = Bounds(1, 10)
COUNTRIES = Countries({"Iran": "IR", "Russia": "RU"})
SDN = {
    "_id": "901", "source": "Specially Designated Nationals (SDN) - Treasury Department",
    "entity_number": "901", "type": "Individual", "programs": "SDGT; NPWMD",
    "name": "EXAMPLE, Ivan", "title": "General",
    "addresses": "1 Main St, Tehran, IR; RU; Somewhere", "gross_tonnage": " ",
    "alt_names": "EXAMPL, Ivan; PRIMER; Vanya", "nationalities": "IR",
    "dates_of_birth": "circa 1951; 1952-03-04", "places_of_birth": "Qom, Iran",
    "ids": "Passport, A 123, IR, 19 Jun 1987, 18 Jun 1992; Gender, Male",
}  # fmt: skip
DPL = {
    "_id": "ab12", "source": "Denied Persons List (DPL) - Bureau of Industry and Security",
    "name": "ZED EXAMPLE", "federal_register_notice": "46 F.R. 2", "start_date": "2016-06-21",
    "end_date": "2026-06-21", "standard_order": "Y", "remarks": "F.R. NOTICE ADDED",
}  # fmt: skip


def written(*rows, headers=1):
    text = io.StringIO()
    for _ in range(headers):
        text.write(",".join(COLUMNS) + "\n")
    writer = csv.DictWriter(text, COLUMNS, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(rows)
    return text.getvalue().encode()


DATA = written(SDN, DPL, headers=2)


def read(data):
    return read_us_csl(data, COUNTRIES, DATING, SMALL, {})


def read_files(data, seal=None):
    files = {"consolidated.csv": data}
    if seal is not None:
        files["consolidated.csv.sha256"] = seal
    return read_us_csl_files(files, COUNTRIES, DATING, SMALL, {})


@pytest.fixture
def entities():
    return read(DATA).entities


def test_a_repeated_header_is_no_row(entities):
    assert [entity.id for entity in entities][:1] == ["us_ofac_sdn:901"]
    assert len(entities) == len(read(written(SDN, DPL)).entities) == 2


def test_a_header_repeated_twice_refuses_the_file():
    with pytest.raises(SourceChanged, match="a list must be one of"):
        read(written(SDN, headers=3))


def test_several_values_stand_between_semicolons(entities):
    assert entities[0].programmes == ("SDGT", "NPWMD")
    assert [n.text for n in entities[0].names] == [
        "EXAMPLE, Ivan", "EXAMPL, Ivan", "PRIMER", "Vanya",
    ]  # fmt: skip
    assert "circa 1951" in entities[0].remarks + " ".join(entities[0].birth_dates)


def test_an_address_ends_with_its_country(entities):
    assert entities[0].addresses == (
        Address("1 Main St, Tehran, IR", "IR"),
        Address("Somewhere", None),
    )
    assert entities[0].countries == ("IR", "RU")


def test_an_identifier_is_its_number_without_country_and_days(entities):
    assert entities[0].identifiers == (Identifier("passport", "A123"),)
    assert "identifier: Passport, A 123, IR, 19 Jun 1987, 18 Jun 1992" in entities[0].remarks


def test_the_days_of_a_denial_are_read(entities):
    assert (entities[1].listed_on, entities[1].delisted_on) == (
        date(2016, 6, 21),
        date(2026, 6, 22),
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"_id,source", b"_id,sources", "the columns must be"),
        (b"_id,source", b"id,source", "must be JSON"),
        (b'"ab12",', b"", "row 4 must have 29 fields, got 28"),
        (b"EXAMPLE, Ivan", b'EXAMPLE" Ivan', "UTF-8 with closed quotes"),
        (b"EXAMPLE, Ivan", b"EXAMPL\xc9", "UTF-8 with closed quotes"),
        (b"2016-06-21", b"06/21/2016", "a date must be like"),
        (b"ZED EXAMPLE", b"", "a row must have a name"),
    ],
)
def test_a_change_of_the_layout_refuses_the_file(old, new, message):
    with pytest.raises(SourceChanged, match=message):
        read(DATA.replace(old, new))


def test_a_csv_without_seal_is_refused():
    with pytest.raises(SourceChanged, match=r"its sha256 beside it in consolidated\.csv\.sha256"):
        read_files(DATA)


def test_a_sealed_csv_is_read_and_no_prefix_of_it():
    seal = hashlib.sha256(DATA).hexdigest().encode()
    assert len(read_files(DATA, seal).entities) == 2
    for length in range(len(DATA)):
        with pytest.raises(SourceChanged):
            read_files(DATA[:length], seal)
        with pytest.raises(SourceChanged):
            read_files(DATA[:length])


@pytest.fixture(scope="module")
def sample(shared):
    return (shared / "lists/us_csl/layout_sample_2023.csv").read_bytes()


@pytest.mark.shared
def test_the_real_sample_is_refused_because_it_is_cut(sample):
    with pytest.raises(SourceChanged, match=r"UTF-8 with closed quotes|must have 29 fields"):
        read_us_csl(sample, COUNTRIES, DATING, Bounds(1, 10_000), {})


@pytest.mark.shared
def test_the_whole_rows_of_the_real_sample_are_read(sample):
    whole = sample[: sample.rindex(b"\n") + 1]
    loaded = read_us_csl(whole, COUNTRIES, DATING, Bounds(4_000, 5_000), {})
    rows = list(csv.reader(io.StringIO(whole.decode(), newline="")))[2:]
    assert loaded.rows == len(rows) == 4_226
    names = {name.text for entity in loaded.entities for name in entity.names}
    assert {row[5].strip() for row in rows} <= names
    assert {a.strip() for row in rows for a in row[22].split("; ") if a.strip()} <= names
