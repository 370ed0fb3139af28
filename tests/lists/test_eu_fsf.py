"""The EU's list on small files written for these tests."""

import contextlib
import csv
import hashlib
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.eu_fsf import read_eu_fsf
from vigil.lists.eu_fsf_csv import COLUMNS
from vigil.lists.loaded import Bounds, Dating
from vigil.model.entity import Address, Identifier, Name, NameQuality
from vigil.model.order import Kind

DATING = Dating(date(2026, 8, 7))
SMALL = Bounds(1, 9)
COUNTRIES = Countries({"Iran": "IR", "Syria": "SY", "Russia": "RU"})
SUMMARY = (
    '<regulationSummary regulationType="amendment" publicationDate="2024-01-17" '
    'numberTitle="2024/372 (OJ L18012024)" publicationUrl="https://example.eu/372"/>'
)
PERSON = f"""
<sanctionEntity designationDate="2022-12-12" designationDetails="" unitedNationId="IRi.901"
    euReferenceNumber="EU.901.1" logicalId="901">
  <remark>Said to travel.</remark>
  <regulation regulationType="amendment" organisationType="council" publicationDate="2024-01-17"
    entryIntoForceDate="2024-01-18" numberTitle="2024/372 (OJ L18012024)" programme="IRN"
    logicalId="1"><publicationUrl>https://example.eu/372</publicationUrl></regulation>
  <subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="Ivan" middleName="" lastName="Example" wholeName="Ivan Example"
    function="(a) Minister, (b) Member of parliament" gender="M" title="Colonel" nameLanguage=""
    strong="true" regulationLanguage="en" logicalId="11">{SUMMARY}</nameAlias>
  <nameAlias firstName="" middleName="" lastName="" wholeName="Иван Пример" function="" gender="M"
    title="" nameLanguage="BG" strong="true" regulationLanguage="en" logicalId="12"/>
  <nameAlias wholeName="Vanya" strong="false" logicalId="13"/>
  <nameAlias wholeName="Wanja" strong="true" logicalId="14"><remark>(Low quality alias)</remark>
  </nameAlias>
  <citizenship region="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"
    regulationLanguage="en" logicalId="21"><remark>since 2001</remark></citizenship>
  <citizenship region="" countryIso2Code="00" countryDescription="UNKNOWN" logicalId="22"/>
  <citizenship region="North" countryIso2Code="XU" countryDescription="UTOPIA" logicalId="23"/>
  <birthdate circa="false" calendarType="GREGORIAN" city="Qom" zipCode="" birthdate="1961-03-04"
    dayOfMonth="4" monthOfYear="3" year="1961" region="" place="" countryIso2Code="IR"
    countryDescription="IRAN" regulationLanguage="en" logicalId="31">{SUMMARY}</birthdate>
  <birthdate circa="true" calendarType="GREGORIAN" year="1962" countryIso2Code="00" logicalId="32"/>
  <birthdate circa="true" calendarType="GREGORIAN" yearRangeFrom="1953" yearRangeTo="1958"/>
  <birthdate circa="false" calendarType="GREGORIAN" monthOfYear="8" year="1963"/>
  <birthdate circa="false" calendarType="GREGORIAN" yearRangeTo="1980"/>
  <birthdate circa="false" calendarType="ISLAMIC" year="1340"/>
  <identification diplomatic="true" knownExpired="false" knownFalse="false" reportedLost="false"
    revokedByIssuer="false" issuedBy="Office 1" issueDate="2001-02-03" latinNumber=""
    number="AB-1873" nameOnDocument="I. Example" region="" countryIso2Code="IR"
    countryDescription="IRAN"
    identificationTypeCode="passport" identificationTypeDescription="National passport"
    regulationLanguage="en" logicalId="41"><remark>(seen)</remark>{SUMMARY}</identification>
  <identification knownFalse="true" number="999999" identificationTypeCode="passport"/>
  <identification number="12-34" identificationTypeCode="electionid" countryIso2Code="00"/>
  <address city="Tehran" street="1 Long Street" poBox="12" zipCode="15875" region="" place=""
    asAtListingTime="true" countryIso2Code="IR" countryDescription="IRAN" logicalId="51">
    <contactInfo key="EMAIL" value="a@example.org"/><remark>(office)</remark>{SUMMARY}</address>
  <address countryIso2Code="SY" countryDescription="SYRIA" logicalId="52"/>
</sanctionEntity>"""
COMPANY = """
<sanctionEntity designationDate="" logicalId="902">
  <regulation regulationType="regulation" publicationDate="2012-03-24"
    entryIntoForceDate="2012-03-25" numberTitle="267/2012 (OJ L88)" programme="IRN" logicalId="2">
    <publicationUrl>https://example.eu/267</publicationUrl></regulation>
  <subjectType code="enterprise" classificationCode="E"/>
  <nameAlias wholeName="EXEP" function="Maker of engines" strong="true" logicalId="15"/>
  <nameAlias wholeName="EEP" strong="true" logicalId="16"/>
  <identification number="7703104630" identificationTypeCode="fiscalcode" logicalId="42"/>
  <identification number="102346" latinNumber="102347" identificationTypeCode="regnumber"/>
</sanctionEntity>"""
SHIP = """
<sanctionEntity logicalId="903">
  <regulation regulationType="amendment" publicationDate="2018-03-22" programme="PRK"/>
  <subjectType code="enterprise" classificationCode="E"/>
  <nameAlias wholeName="EXAMPLE STAR" strong="true" logicalId="17"/>
  <identification number="IMO 9187629" identificationTypeCode="imo" logicalId="43"/>
  <identification number="1234568" identificationTypeCode="imo" logicalId="44"/>
</sanctionEntity>"""

ROW = {
    "fileGenerationDate": "05/08/2026", "Entity_LogicalId": "902", "Entity_SubjectType": "E",
    "Entity_SubjectType_ClassificationCode": "enterprise",
    "Entity_Regulation_Type": "regulation", "Entity_Regulation_PublicationDate": "2012-03-24",
    "Entity_Regulation_EntryIntoForceDate": "2012-03-25",
    "Entity_Regulation_NumberTitle": "267/2012 (OJ L88)", "Entity_Regulation_Programme": "IRN",
    "Entity_Regulation_PublicationUrl": "https://example.eu/267",
}  # fmt: skip
ROWS = (
    ROW | {
        "NameAlias_WholeName": "EXEP", "NameAlias_Function": "Maker of engines",
        "NameAlias_LogicalId": "15",
    },
    ROW | {"NameAlias_WholeName": "EEP", "NameAlias_LogicalId": "16"},
    ROW | {
        "Identification_Number": "7703104630", "Identification_TypeCode": "fiscalcode",
        "Identification_LogicalId": "42",
    },
    ROW | {
        "Identification_Number": "102346", "Identification_LatinNumber": "102347",
        "Identification_TypeCode": "regnumber",
    },
)  # fmt: skip
PERSON_ROWS = (
    {
        "fileGenerationDate": "05/08/2026", "Entity_LogicalId": "904", "Entity_SubjectType": "P",
        "Entity_SubjectType_ClassificationCode": "person", "Entity_Remark": "Said; to travel.",
        "NameAlias_WholeName": "Ivan Example", "NameAlias_Remark": "low quality",
        "Address_City": "Tehran", "Address_ContactInfo": "EMAIL a@example.org",
        "BirthDate_Year": "1961", "BirthDate_Circa": "true", "Citizenship_CountryIso2Code": "RU",
        "NameAlias_Regulation_NumberTitle": "2024/372 (OJ L18012024)",
    },
)  # fmt: skip


def xml_file(*change, entries=PERSON + COMPANY + SHIP):
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<export xmlns="http://eu.europa.ec/fpi/fsd/export" '
        f'generationDate="2026-08-05T16:47:04.449+02:00" globalFileId="1">{entries}</export>\n'
    )
    assert not change or change[0] in text
    return (text.replace(*change, 1) if change else text).encode()


def csv_file(*rows, heading=COLUMNS):
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, heading, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def sealed(data):
    return {"eu.csv": data, "eu.csv.sha256": hashlib.sha256(data).hexdigest().encode()}


def read_xml(data, bounds=SMALL):
    return read_eu_fsf({"content": data}, COUNTRIES, DATING, bounds)


def read_csv(*rows):
    return read_eu_fsf(sealed(csv_file(*rows)), COUNTRIES, DATING, SMALL)


@pytest.fixture
def person():
    return read_xml(xml_file()).entities[0]


@pytest.fixture
def company():
    return read_xml(xml_file()).entities[1]


@pytest.fixture
def ship():
    return read_xml(xml_file()).entities[2]


def test_the_list_says_its_day_and_that_its_layout_was_not_seen():
    loaded = read_xml(xml_file())
    assert (loaded.version, loaded.dated_by) == (date(2026, 8, 5), "publisher")
    assert loaded.note == "layout not yet seen in the wild"


def test_each_entry_is_an_entity_of_its_kind(person, company, ship):
    assert [e.id for e in (person, company, ship)] == ["eu_fsf:901", "eu_fsf:902", "eu_fsf:903"]
    assert (person.kind, company.kind) == (Kind.PERSON, Kind.ORGANISATION)


def test_an_enterprise_with_a_ship_number_may_be_a_ship(ship):
    assert ship.kind is Kind.UNKNOWN
    assert ship.identifiers == (Identifier("imo", "9187629"),)
    assert "document: imo, 1234568" in ship.remarks.splitlines()


def test_names_are_weak_where_the_list_or_a_remark_says_so(person):
    assert person.names == (
        Name("Ivan Example"), Name("Иван Пример"), Name("Vanya", NameQuality.WEAK),
        Name("Wanja", NameQuality.WEAK),
    )  # fmt: skip
    assert "language of Иван Пример: BG" in person.remarks
    assert "title of Ivan Example: Colonel" in person.remarks


def test_an_alias_that_is_an_acronym_is_one_but_not_the_first_name(company):
    assert company.names == (Name("EXEP"), Name("EEP", NameQuality.ACRONYM))


def test_a_name_without_its_whole_is_joined_from_its_parts():
    data = xml_file('wholeName="Ivan Example"', 'wholeName=""')
    assert read_xml(data).entities[0].names[0] == Name("Ivan Example")


def test_functions_of_a_person_are_positions(person, company):
    assert person.positions == ("Minister", "Member of parliament")
    assert (company.positions, "function: Maker of engines" in company.remarks) == ((), True)


def test_dates_of_birth_keep_how_sure_and_how_whole_they_are(person):
    assert person.birth_dates == ("1961-03-04", "circa 1962", "circa 1953/1958", "1963-08")
    assert person.birth_places == ("Qom, IRAN",)
    assert {"born: not after 1980 (GREGORIAN)", "born: 1340 (ISLAMIC)"} <= set(
        person.remarks.splitlines()
    )


def test_countries_come_from_citizenship_and_address(person):
    assert person.countries == ("IR", "SY", "RU")
    assert person.addresses == (
        Address("1 Long Street, PO Box 12, 15875, Tehran, IRAN", "IR"),
    )  # fmt: skip
    assert "citizenship country: XU, UTOPIA" in person.remarks


def test_a_document_known_to_be_false_is_told_and_not_compared(person):
    assert person.identifiers == (Identifier("passport", "AB1873"),)
    assert "document: passport, 999999, knownFalse" in person.remarks


def test_numbers_of_a_company_are_identifiers(company):
    assert company.identifiers == (
        Identifier("tax", "7703104630"),
        Identifier("registration", "102346"),
        Identifier("registration", "102347"),
    )


def test_the_day_of_listing_is_never_that_of_an_amendment(person, company, ship):
    days = [entity.listed_on for entity in (person, company, ship)]
    assert days == [date(2022, 12, 12), date(2012, 3, 25), None]


def test_the_regulation_gives_programme_citation_and_address(person):
    assert (person.programmes, person.citation) == (("IRN",), "2024/372 (OJ L18012024)")
    assert person.origins[0].url == "https://example.eu/372"


def test_what_has_no_field_stands_in_the_remarks(person):
    lines = person.remarks.splitlines()
    assert lines[:5] == [
        "EU reference: EU.901.1",
        "UN reference: IRi.901",
        "designated: 2022-12-12",
        "remark: Said to travel.",
        "regulation: 2024/372 (OJ L18012024), IRN, amendment, council, 2024-01-17, "
        "in force 2024-01-18, https://example.eu/372",
    ]
    assert {
        "contact: EMAIL: a@example.org", "citizenship: since 2001", "citizenship region: North",
        "document: National passport, AB-1873, IRAN, issued by Office 1, issued 2001-02-03, "
        "name on it I. Example, diplomatic",
        "document: (seen)", "document: electionid, 12-34",
        "address 1 Long Street, PO Box 12, 15875, Tehran: (office)",
        "stated in: 2024/372 (OJ L18012024), amendment, 2024-01-17, https://example.eu/372",
    } <= set(lines)  # fmt: skip


def test_csv_and_xml_say_the_same(company):
    loaded = read_csv(*ROWS)
    assert (loaded.entities, loaded.version) == ((company,), date(2026, 8, 5))


def test_a_row_of_the_csv_may_hold_several_parts():
    [person] = read_csv(*PERSON_ROWS).entities
    assert person.names == (Name("Ivan Example", NameQuality.WEAK),)
    assert (person.birth_dates, person.countries) == (("circa 1961",), ("RU",))
    assert person.remarks.splitlines() == [
        "remark: Said; to travel.", "name Ivan Example: low quality",
        "contact: EMAIL a@example.org", "stated in: 2024/372 (OJ L18012024)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('gender="M"', 'sex="M"', "every attribute must be known, got 'sex'"),
        ("<contactInfo", "<phone/><contactInfo", "every element must be known, got 'phone'"),
        ("<subjectType", "<owner/><subjectType", "every element must be known, got 'owner'"),
        ('globalFileId="1"', 'count="3"', "every attribute must be known, got 'count'"),
        ('code="person"', 'code="vessel"', "subjectType must be person or enterprise"),
        ('<subjectType code="person" classificationCode="P"/>', "", "subjectType must be"),
        ('strong="false"', 'strong="no"', "strong must be true or false"),
        ('designationDate="2022-12-12"', 'designationDate="in 2022"', "a date must be like"),
        ('logicalId="902"', 'logicalId="901"', "a logicalId must come once"),
        ('logicalId="902"', 'logicalId=""', "logicalId must be a number"),
        ('wholeName="EXAMPLE STAR"', 'wholeName=""', "an entry must have a name"),
        ("<remark>Said", "<remark><b/>Said", "an element must have text only"),
        ("<remark>(office)</remark>", "(office)", "must have attributes and no text"),
        ("fpi/fsd/export", "fpi/fsd/import", "an element must be in"),
        ("2026-08-05T16", "5 August 2026T16", "a date must be like"),
        ("<?xml", '<!DOCTYPE x [<!ENTITY a "b">]><?xml', "without a document type"),
    ],
)
def test_a_change_of_the_xml_layout_refuses_the_file(old, new, message):
    with pytest.raises(SourceChanged, match=message):
        read_xml(xml_file(old, new))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((ROWS[0], ROWS[1] | {"Entity_Remark": "else"}), "must say the same of it"),
        ((ROWS[0], ROWS[1] | {"fileGenerationDate": "06/08/2026"}), "one fileGenerationDate"),
        ((ROWS[0] | {"Entity_LogicalId": ""},), "logicalId must be a number"),
        ((ROWS[0] | {"fileGenerationDate": "August"},), "a date must be like"),
        ((), "must have 1 to 9 entries, got 0"),
    ],
)
def test_rows_that_contradict_refuse_the_file(rows, message):
    with pytest.raises(SourceChanged, match=message):
        read_csv(*rows)


@pytest.mark.parametrize("heading", [COLUMNS[:-1], (*COLUMNS, "NameAlias_Strong")])
def test_another_heading_refuses_the_csv(heading):
    with pytest.raises(SourceChanged, match="the next column must be"):
        read_eu_fsf(sealed(csv_file(heading=heading)), COUNTRIES, DATING, SMALL)


def test_too_few_entries_refuse_the_file():
    with pytest.raises(SourceChanged, match="must have 4 to 9 entries, got 3"):
        read_xml(xml_file(), Bounds(4, 9))


def test_a_workbook_is_not_this_layout(workbook):
    with pytest.raises(SourceChanged, match="must be XML or CSV"):
        read_eu_fsf({"a.xlsx": workbook([["a"]])}, COUNTRIES, DATING)


def test_no_prefix_of_the_xml_is_a_smaller_list():
    data = xml_file().rstrip()
    for length in range(len(data)):
        with pytest.raises(SourceChanged):
            read_xml(data[:length])


def test_no_prefix_of_the_csv_is_a_smaller_list():
    data = csv_file(*ROWS)
    for length in range(len(data)):
        for brought in (sealed(data) | {"eu.csv": data[:length]}, {"eu.csv": data[:length]}):
            with pytest.raises(SourceChanged):
                read_eu_fsf(brought, COUNTRIES, DATING, SMALL)


@given(st.data())
def test_a_damaged_file_is_refused_or_read_never_a_crash(data):
    form = data.draw(st.sampled_from(["xml", "csv"]))
    whole = xml_file() if form == "xml" else csv_file(*ROWS, *PERSON_ROWS)
    where = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:where] + data.draw(st.binary(max_size=3)) + whole[where + 1 :]
    with contextlib.suppress(SourceChanged):
        brought = {"a.xml": damaged} if form == "xml" else sealed(damaged)
        assert read_eu_fsf(brought, COUNTRIES, DATING, SMALL).entities
