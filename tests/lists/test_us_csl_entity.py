import hashlib
from datetime import date

import pytest

from vigil.model.entity import Address, Identifier, NameQuality
from vigil.model.order import Kind

EL = "Entity List (EL) - Bureau of Industry and Security"
DPL = "Denied Persons List (DPL) - Bureau of Industry and Security"


@pytest.fixture
def read_row(read_csl, csl_file, row):
    def read(name="ACME WORKS", *args, **fields):
        return read_csl(csl_file(row(name, *args, **fields))).entities[0]

    return read


def test_an_ofac_entry_keeps_its_number(read_row):
    assert read_row(entity_number=39637).id == "us_ofac_sdn:39637"


@pytest.mark.parametrize(
    ("citation", "told_by"),
    [("85 FR 83799", "Zala\n85 FR 83799"), (None, "Zala\n")],
    ids=["with_citation", "without"],
)
def test_a_commerce_entry_is_named_by_name_and_citation(read_row, citation, told_by):
    entity = read_row(" Zala ", EL, federal_register_notice=citation)
    assert entity.id == f"us_bis_el:{hashlib.sha256(told_by.encode()).hexdigest()[:12]}"
    assert entity.citation == citation


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        (Kind.ORGANISATION, "Entity"),
        (Kind.PERSON, "Individual"),
        (Kind.VESSEL, "Vessel"),
        (Kind.AIRCRAFT, "Aircraft"),
        (Kind.UNKNOWN, None),
    ],
)
def test_the_kind_is_the_printed_type(read_row, kind, printed):
    assert read_row(type=printed).kind is kind


def test_names_are_the_publishers_text_name_first(read_row):
    entity = read_row("  ACME  WORKS (AW) ", alt_names=["Акме", "", "  ACME  WORKS (AW) "])
    assert [name.text for name in entity.names] == ["  ACME  WORKS (AW) ", "Акме"]


@pytest.mark.parametrize(
    ("printed", "alias", "quality"),
    [
        ("Entity", "HESA", NameQuality.ACRONYM),
        (None, "SAIC", NameQuality.ACRONYM),
        ("Entity", "MAHAN AIR", NameQuality.FULL),
        ("Vessel", "LANA", NameQuality.FULL),
        ("Individual", "KIM", NameQuality.FULL),
    ],
)
def test_a_companys_short_capital_alias_is_an_acronym(read_row, printed, alias, quality):
    assert read_row(type=printed, alt_names=[alias]).names[1].quality is quality


def test_the_name_itself_is_never_an_acronym(read_row):
    assert read_row("DJI", EL, type=None).names[0].quality is NameQuality.FULL


def test_an_address_is_one_text_and_gives_its_country(read_row):
    parts = {"address": "1 Main St", "city": "Tehran", "state": None, "country": "IR"}
    entity = read_row(addresses=[parts])
    assert entity.addresses == (Address("1 Main St, Tehran, IR", "IR"),)
    assert entity.countries == ("IR",)


def test_a_lone_country_is_no_address(read_row):
    entity = read_row(addresses=[{"country": "RU"}, {"country": "Region: Iran"}])
    assert (entity.addresses, entity.countries) == ((), ("RU", "IR"))


def test_a_country_that_is_not_known_stays_in_the_remarks(read_row):
    entity = read_row(addresses=[{"country": "CRIMEA (OCCUPIED)"}], nationalities=["Atlantis"])
    assert entity.countries == ()
    assert entity.remarks == "country: CRIMEA (OCCUPIED)\nnationality: Atlantis"


def test_the_last_day_of_a_denial_still_counts(read_row):
    entity = read_row("Doe", DPL, start_date="2020-01-01", end_date="2030-06-30")
    assert (entity.listed_on, entity.delisted_on) == (date(2020, 1, 1), date(2030, 7, 1))


def test_a_denial_without_end_is_not_delisted(read_row):
    assert read_row("Doe", DPL, end_date="9999-12-31").delisted_on is None


def test_numbers_become_identifiers_and_stay_readable(read_row):
    numbers = [
        {"type": "Vessel Registration Identification", "number": "IMO 9187629"},
        {"type": "Passport", "number": "A-12 34", "country": "IR", "issue_date": "2011"},
        {"type": "Gender", "number": "Male"},
    ]
    entity = read_row(type="Vessel", ids=numbers)
    assert entity.identifiers == (Identifier("imo", "9187629"), Identifier("passport", "A1234"))
    assert "identifier: Passport, A-12 34, IR, issued 2011" in entity.remarks
    assert "identifier: Gender, Male" in entity.remarks


@pytest.mark.parametrize(("printed", "count"), [("Vessel", 1), ("Entity", 0)])
def test_an_imo_number_in_the_remarks_is_the_vessels_own(read_row, printed, count):
    remarks = "Vessel Registration Identification IMO 9187629; Linked To: SOMEBODY"
    assert len(read_row(type=printed, remarks=remarks).identifiers) == count


def test_partial_birth_dates_are_kept(read_row):
    entity = read_row(type="Individual", dates_of_birth=["06 Jun 1963", "1963", "circa 1963"])
    assert entity.birth_dates == ("1963-06-06", "1963", "circa 1963")
    assert "born: circa 1963" in entity.remarks


@pytest.mark.parametrize(
    "field",
    ["title", "standard_order", "license_requirement", "license_policy", "call_sign",
     "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner",
     "remarks", "source_information_url"],
)  # fmt: skip
def test_nothing_that_a_row_says_is_dropped(read_row, field):
    assert "said here" in read_row(**{field: "said here"}).remarks
