"""The UK Sanctions List on small files written for these tests."""

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
from vigil.lists.gb_uksl import read_gb_uksl
from vigil.lists.gb_uksl_csv import COLUMNS
from vigil.lists.gb_uksl_layout import regime
from vigil.lists.loaded import Bounds, Dating
from vigil.model.entity import (
    Address,
    Identifier,
    Name,
    NameKind,
    NameQuality,
    Relation,
    RelationKind,
)
from vigil.model.order import Kind

DATING = Dating(date(2026, 8, 7))
SMALL = Bounds(1, 9)
COUNTRIES = Countries({"Iran": "IR", "Russia": "RU", "Comoros": "KM"})
IRAN = "The Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019"
RUSSIA = "The Russia (Sanctions) (EU Exit) Regulations 2019"

PERSON = f"""
<Designation>
  <LastUpdated>14/04/2026</LastUpdated><DateDesignated>25/01/2021</DateDesignated>
  <UniqueID>INU0901</UniqueID><OFSIGroupID>901</OFSIGroupID>
  <UNReferenceNumber>IRi.901</UNReferenceNumber>
  <Names>
    <Name><Name6>Vanya</Name6><NameType>ALias</NameType>
      <AliasStrength>Low quality a.k.a</AliasStrength></Name>
    <Name><Name1>IVAN</Name1><Name2>PETROVICH</Name2><Name6>EXAMPLE</Name6>
      <NameType>Primary Name</NameType></Name>
    <Name><Name1>Iwan</Name1><Name6>Example</Name6>
      <NameType>Primary name variation</NameType></Name>
  </Names>
  <NonLatinNames><NonLatinName><NameNonLatinScript>ایوان</NameNonLatinScript>
    <NonLatinScriptType>Arabic</NonLatinScriptType>
    <NonLatinScriptLanguage>Persian</NonLatinScriptLanguage></NonLatinName></NonLatinNames>
  <Titles><Title>Colonel</Title></Titles>
  <RegimeName>{IRAN}</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip>
  <DesignationSource>UN</DesignationSource>
  <SanctionsImposed>Asset freeze|Travel Ban|Asset freeze</SanctionsImposed>
  <SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><Deflag>false</Deflag>
    <NewMeasure>true</NewMeasure></SanctionsImposedIndicators>
  <OtherInformation>Said to travel.</OtherInformation>
  <UKStatementofReasons>Designs engines.</UKStatementofReasons>
  <Addresses>
    <Address><AddressLine1>1 Long Street</AddressLine1><AddressLine6>Tehran</AddressLine6>
      <AddressPostalCode>15875</AddressPostalCode><AddressCountry>Iran</AddressCountry></Address>
    <Address><AddressCountry>Utopia</AddressCountry></Address>
  </Addresses>
  <PhoneNumbers/>
  <IndividualDetails><Individual>
    <DOBs><DOB>dd/mm/1961</DOB><DOB>04/03/1961</DOB><DOB>in spring</DOB></DOBs>
    <PassportDetails><Passport><PassportNumber>AB-187304</PassportNumber>
      <PassportAdditionalInformation>Iran number</PassportAdditionalInformation></Passport>
    </PassportDetails>
    <NationalIdentifierDetails><NationalIdentifier>
      <NationalIdentifierNumber>102346</NationalIdentifierNumber></NationalIdentifier>
    </NationalIdentifierDetails>
    <Nationalities><Nationality>Russia</Nationality></Nationalities>
    <Positions><Position>Engineer</Position><Position>Teacher</Position></Positions>
    <Genders><Gender>Male</Gender></Genders>
    <BirthDetails><Location><TownOfBirth>Qom</TownOfBirth><CountryOfBirth>Iran</CountryOfBirth>
      </Location></BirthDetails>
  </Individual></IndividualDetails>
</Designation>"""

COMPANY = f"""
<Designation>
  <LastUpdated>04/08/2026</LastUpdated><DateDesignated>29/06/2022</DateDesignated>
  <UniqueID>RUS0902</UniqueID><OFSIGroupID/>
  <Names><Name><Name6>EXAMPLE ENGINE PLANT</Name6><NameType>Primary Name</NameType></Name>
    <Name><Name6>EXEP</Name6><NameType>Alias</NameType></Name></Names>
  <RegimeName>{RUSSIA}</RegimeName><IndividualEntityShip>Entity</IndividualEntityShip>
  <DesignationSource>UK</DesignationSource><SanctionsImposed>Asset freeze</SanctionsImposed>
  <EntityDetails><Entity>
    <TypeOfEntities><TypeOfEntity>State-owned</TypeOfEntity></TypeOfEntities>
    <BusinessRegistrationNumbers>
      <BusinessRegistrationNumber>TIN - 7703104630</BusinessRegistrationNumber>
    </BusinessRegistrationNumbers>
    <ParentCompanies><ParentCompany>Example Holding</ParentCompany></ParentCompanies>
    <Subsidiaries><Subsidiary>Plant One</Subsidiary><Subsidiary>Plant Two</Subsidiary>
    </Subsidiaries>
  </Entity></EntityDetails>
  <PhoneNumbers><PhoneNumber>+7 1</PhoneNumber></PhoneNumbers>
  <EmailAddresses><EmailAddress>a@example.org</EmailAddress></EmailAddresses>
  <Websites><Website>example.org</Website></Websites>
</Designation>"""

SHIP = f"""
<Designation>
  <LastUpdated>18/12/2025</LastUpdated><DateDesignated>03/10/2024</DateDesignated>
  <UniqueID>RUS0903</UniqueID>
  <Names><Name><Name6>EXAMPLE STAR</Name6><NameType>Primary name</NameType></Name></Names>
  <RegimeName>{RUSSIA}</RegimeName><IndividualEntityShip>Ship</IndividualEntityShip>
  <DesignationSource>UK</DesignationSource>
  <SanctionsImposed>Prohibition of port entry</SanctionsImposed>
  <ShipDetails><Ship>
    <IMONumbers><IMONumber>IMO9187629</IMONumber></IMONumbers>
    <CurrentOwnerOperators><CurrentOwnerOperator>Example Shipping</CurrentOwnerOperator>
    </CurrentOwnerOperators>
    <PreviousOwnerOperators><PreviousOwnerOperator>Old Shipping</PreviousOwnerOperator>
    </PreviousOwnerOperators>
    <CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Comoros</CurrentBelievedFlagOfShip>
    </CurrentBelievedFlagOfShips>
    <PreviousFlags><PreviousFlag>Russia</PreviousFlag></PreviousFlags>
    <TypeOfShipDetails><TypeOfShip>Tanker</TypeOfShip></TypeOfShipDetails>
    <TonnageOfShipDetails><TonnageOfShip>7078</TonnageOfShip></TonnageOfShipDetails>
    <LengthOfShipDetails><LengthOfShip>100</LengthOfShip></LengthOfShipDetails>
    <YearsBuilt><YearBuilt>2011</YearBuilt></YearsBuilt>
  </Ship></ShipDetails>
</Designation>"""

SHIP_ROW = {
    "Last Updated": "18/12/2025", "Unique ID": "RUS0903", "Name 6": "EXAMPLE STAR",
    "Name type": "Primary name", "Regime Name": RUSSIA, "Designation Type": "Ship",
    "Designation source": "UK", "Sanctions Imposed": "Prohibition of port entry",
    "Date Designated": "03/10/2024", "IMO number": "IMO9187629",
    "Current owner/operator (s)": "Example Shipping",
    "Previous owner/operator (s)": "Old Shipping", "Current believed flag of ship": "Comoros",
    "Previous flags": "Russia", "Type of ship": "Tanker", "Tonnage of ship": "7078",
    "Length of ship": "100", "Year Built": "2011",
}  # fmt: skip
PERSON_ROW = {
    "Last Updated": "14/04/2026", "Unique ID": "INU0901", "OFSI Group ID": "901",
    "UN Reference Number": "IRi.901", "Name 6": "EXAMPLE", "Name 1": "IVAN",
    "Name 2": "PETROVICH", "Name type": "Primary Name", "Title": "Colonel",
    "Name non-latin script": "ایوان", "Non-latin script type": "Arabic",
    "Non-latin script language": "Persian", "Regime Name": IRAN,
    "Designation Type": "Individual", "Designation source": "UN",
    "Sanctions Imposed": "Asset freeze|Travel Ban", "Other Information": "Said to travel.",
    "UK Statement of Reasons": "Designs engines.", "Address Line 1": "1 Long Street",
    "Address Line 6": "Tehran", "Address Postal Code": "15875", "Address Country": "Iran",
    "Date Designated": "25/01/2021", "D.O.B": "dd/mm/1961", "Nationality(/ies)": "Russia",
    "National Identifier number": "102346", "Passport number": "AB-187304",
    "Passport additional information": "Iran number", "Position": "Engineer", "Gender": "Male",
    "Town of birth": "Qom", "Country of birth": "Iran",
}  # fmt: skip
ALIAS_ROW = PERSON_ROW | {
    "Name 1": "", "Name 2": "", "Name 6": "Vanya", "Name type": "Alias",
    "Alias strength": "Low quality a.k.a", "D.O.B": "04/03/1961",
}  # fmt: skip


def xml_file(*change, entries=PERSON + COMPANY + SHIP):
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<Designations xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<DateGenerated>20/08/2026</DateGenerated>{entries}</Designations>\n"
    )
    assert not change or change[0] in text
    return (text.replace(*change, 1) if change else text).encode()


def csv_file(*rows, heading=COLUMNS, first="Report Date: 08-Oct-2026"):
    out = io.StringIO(newline="")
    out.write(f"{first}\r\n")
    writer = csv.DictWriter(out, heading)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def sealed(data):
    seal = hashlib.sha256(data).hexdigest().encode()
    return {"uk-sanctions-list.csv": data, "uk-sanctions-list.csv.sha256": seal}


def read_xml(data, bounds=SMALL):
    return read_gb_uksl({"uk-sanctions-list.xml": data}, COUNTRIES, DATING, bounds)


def read_csv(data):
    return read_gb_uksl(sealed(data), COUNTRIES, DATING, SMALL)


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
    assert (loaded.version, loaded.dated_by) == (date(2026, 8, 20), "publisher")
    assert loaded.note == "layout not yet seen in the wild"


@pytest.mark.parametrize("stated", ["2026-08-20", "2026-08-20T04:01:02Z"])
def test_a_day_in_iso_form_is_read_too(stated):
    assert read_xml(xml_file("20/08/2026", stated)).version == date(2026, 8, 20)


def test_each_designation_is_an_entity_of_its_kind(person, company, ship):
    entities = (person, company, ship)
    assert [e.id for e in entities] == ["gb_uksl:INU0901", "gb_uksl:RUS0902", "gb_uksl:RUS0903"]
    assert [e.kind for e in entities] == [Kind.PERSON, Kind.ORGANISATION, Kind.VESSEL]


def test_the_primary_name_comes_first_and_the_other_scripts_last(person):
    assert person.names == (
        Name("IVAN PETROVICH EXAMPLE", kind=NameKind.PRIMARY),
        Name("Vanya", NameQuality.WEAK, NameKind.ALIAS),
        Name("Iwan Example", kind=NameKind.ALIAS),
        Name("ایوان", kind=NameKind.ALIAS),
    )


def test_an_acronym_is_one(company):
    assert company.names[1] == Name("EXEP", NameQuality.ACRONYM, NameKind.ALIAS)


def test_a_person_has_birth_nationality_position_and_documents(person):
    assert person.birth_dates == ("1961", "1961-03-04")
    assert person.birth_places == ("Qom, Iran",)
    assert (person.countries, person.genders) == (("IR", "RU"), ("Male",))
    assert person.positions == ("Engineer", "Teacher")
    assert person.identifiers == (
        Identifier("passport", "AB187304"), Identifier("national_id", "102346"),
    )  # fmt: skip
    assert person.addresses == (Address("1 Long Street, Tehran, 15875, Iran", "IR"),)


def test_the_listing_has_its_day_regime_measures_and_regulations(person):
    assert (person.listed_on, person.programmes) == (date(2021, 1, 25), ("Iran (Nuclear)",))
    assert person.measures == ("Asset freeze", "Travel Ban")
    assert person.citation == IRAN


def test_what_has_no_field_stands_in_the_remarks(person):
    assert person.remarks.splitlines() == [
        "last updated: 2026-04-14",
        "OFSI Group ID: 901",
        "UN reference: IRi.901",
        "designation source: UN",
        "other information: Said to travel.",
        "UK statement of reasons: Designs engines.",
        "title: Colonel",
        "measures marked: AssetFreeze, NewMeasure",
        "script of ایوان: Arabic, Persian",
        "address country: Utopia",
        "passport: AB-187304, Iran number",
        "national id: 102346",
        "born: in spring",
    ]


def test_a_company_has_its_ties_and_number(company):
    assert company.relations == (
        Relation(RelationKind.OWNED_BY, "Example Holding"),
        Relation(RelationKind.OWNS, "Plant One"),
        Relation(RelationKind.OWNS, "Plant Two"),
    )
    assert company.identifiers == (Identifier("registration", "7703104630"),)
    for line in ("type of entity: State-owned", "phone number: +7 1", "website: example.org"):
        assert line in company.remarks.splitlines()


def test_a_ship_has_its_number_flag_owner_and_measures(ship):
    assert ship.identifiers == (Identifier("imo", "9187629"),)
    assert ship.countries == ("KM",)
    assert ship.relations == (Relation(RelationKind.CONTROLLED_BY, "Example Shipping"),)
    assert ship.remarks.splitlines()[-6:] == [
        "previous owner or operator: Old Shipping", "previous flag: Russia", "type of ship: Tanker",
        "tonnage: 7078", "length: 100", "year built: 2011",
    ]  # fmt: skip


def test_rows_of_a_unique_id_are_one_entity():
    loaded = read_csv(csv_file(PERSON_ROW, ALIAS_ROW, SHIP_ROW))
    assert (len(loaded.entities), loaded.version) == (2, date(2026, 10, 8))


def test_csv_and_xml_say_the_same_of_a_ship(ship):
    assert read_csv(csv_file(SHIP_ROW)).entities == (ship,)


def test_csv_and_xml_say_the_same_of_a_person(person):
    [read] = read_csv(csv_file(PERSON_ROW, ALIAS_ROW)).entities
    same = ("id", "kind", "programmes", "listed_on", "citation", "measures", "addresses",
            "identifiers", "birth_places", "birth_dates", "genders")  # fmt: skip
    assert {f: getattr(read, f) for f in same} == {f: getattr(person, f) for f in same}
    assert {*read.names} < {*person.names}


@pytest.mark.parametrize(
    ("regulations", "name"),
    [
        ("The Iran (Sanctions) Regulations 2023", "Iran"),
        ("The Global Human Rights Sanctions Regulations 2020", "Global Human Rights"),
        (
            "The ISIL (Da'esh) and Al-Qaida (United Nations Sanctions) (EU Exit) Regulations 2019",
            "ISIL (Da'esh) and Al-Qaida",
        ),
        ("Russia", "Russia"),
    ],
)
def test_regulations_have_the_regime_that_the_law_catalogue_names(regulations, name):
    assert regime(regulations) == name


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<OFSIGroupID/>", "<OFSIGroup/>", "every element must be known, got 'OFSIGroup'"),
        ("<TownOfBirth>Qom</TownOfBirth>", "<Village>Qom</Village>", "Village"),
        ("<Passport>", "<Passport valid='no'>", "known attributes only"),
        ("<YearsBuilt>", "<Sails/><YearsBuilt>", "Sails"),
        ("ALias", "Nickname", "a name must be one of"),
        ("Low quality a.k.a", "Fair", "must be of good or low quality"),
        ("<AssetFreeze>true", "<AssetFreeze>yes", "AssetFreeze must be true or false"),
        ("03/10/2024", "October 2024", "a date must be like 31/12/2020"),
        (">Ship<", ">Raft<", "must be an Individual, an Entity or a Ship"),
        ("<UniqueID>RUS0903</UniqueID>", "", "UniqueID must be given"),
        ("RUS0903", "RUS0902", "a Unique ID must come once"),
        ("<Name6>EXAMPLE STAR</Name6>", "", "must have a name"),
        ("20/08/2026", "in August", "a date must be like"),
        ("<DateGenerated>", "<Count>3</Count><DateGenerated>", "Count"),
        ("<?xml", '<!DOCTYPE x [<!ENTITY a "b">]><?xml', "without a document type"),
    ],
)  # fmt: skip
def test_a_change_of_the_xml_layout_refuses_the_file(old, new, message):
    with pytest.raises(SourceChanged, match=message):
        read_xml(xml_file(old, new))


def test_another_root_is_another_list():
    with pytest.raises(SourceChanged, match="the root element must be Designations"):
        read_xml(b"<CONSOLIDATED_LIST/>")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (csv_file(SHIP_ROW, first="Last Updated,10/04/2025"), "the first row must be like"),
        (csv_file(SHIP_ROW, first="Report Date: 31-Feb-2026"), "the first row must be like"),
        (csv_file(heading=COLUMNS[:-1]), "the next column must be"),
        (csv_file(heading=(*COLUMNS, "Colour")), "the next column must be None, got"),
        (csv_file(SHIP_ROW | {"Unique ID": ""}), "Unique ID must be given"),
        (csv_file(SHIP_ROW, SHIP_ROW | {"Designation Type": "Entity"}), "one Designation Type"),
        (csv_file(SHIP_ROW | {"Date Designated": ""}), "a date must be like"),
        (csv_file(), "must have 1 to 9 entries, got 0"),
        (b"", "must have a day and a heading"),
    ],
)
def test_a_change_of_the_csv_layout_refuses_the_file(data, message):
    with pytest.raises(SourceChanged, match=message):
        read_csv(data)


def test_too_few_designations_refuse_the_file():
    with pytest.raises(SourceChanged, match="must have 4 to 9 entries, got 3"):
        read_xml(xml_file(), Bounds(4, 9))


def test_a_workbook_is_not_this_layout(workbook):
    with pytest.raises(SourceChanged, match="must be XML or CSV"):
        read_gb_uksl({"a.xlsx": workbook([["a"]])}, COUNTRIES, DATING)


def test_no_prefix_of_the_xml_is_a_smaller_list():
    data = xml_file().rstrip()
    for length in range(len(data)):
        with pytest.raises(SourceChanged):
            read_xml(data[:length])


def test_no_prefix_of_the_csv_is_a_smaller_list():
    files = sealed(csv_file(PERSON_ROW, ALIAS_ROW, SHIP_ROW))
    [name] = (name for name in files if name.endswith(".csv"))
    for length in range(len(files[name])):
        cut = files[name][:length]
        for brought in (files | {name: cut}, {name: cut}):
            with pytest.raises(SourceChanged):
                read_gb_uksl(brought, COUNTRIES, DATING, SMALL)


@given(st.data())
def test_a_damaged_file_is_refused_or_read_never_a_crash(data):
    rows = (PERSON_ROW, ALIAS_ROW, SHIP_ROW)
    read, whole = data.draw(st.sampled_from([
        (read_xml, xml_file()), (read_csv, csv_file(*rows)),
    ]))  # fmt: skip
    where = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:where] + data.draw(st.binary(max_size=3)) + whole[where + 1 :]
    with contextlib.suppress(SourceChanged):
        assert read(damaged).entities
