from datetime import date

import pytest

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating
from vigil.lists.us_ofac import SDN, read_us_ofac
from vigil.model.entity import Address, Identifier, Name, NameKind, NameQuality, RelationKind

COUNTRIES = Countries({"Iran": "IR", "Russia": "RU"})
DATING = Dating(built_on=date(2026, 8, 7))
LIST = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
  <publshInformation>
    <Publish_Date>03/28/2025</Publish_Date><Record_Count>2</Record_Count>
  </publshInformation>
  <sdnEntry>
    <uid>12</uid><firstName>Ivan</firstName><lastName>IVANOV</lastName><title>Colonel</title>
    <sdnType>Individual</sdnType>
    <remarks>A brave man; (Linked To: EXAMPLE STAR)</remarks>
    <programList><program>NPWMD</program><program>IFSR</program></programList>
    <idList>
      <id><uid>1</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
      <id><uid>2</uid><idType>Passport</idType><idNumber>A12</idNumber><idCountry>Iran</idCountry>
        <issueDate>01 Jan 2010</issueDate></id>
      <id><uid>3</uid><idType>Secondary sanctions risk:</idType><idNumber>E.O. 1</idNumber></id>
      <id><uid>4</uid><idType>Shoe size</idType><idNumber>44</idNumber></id>
    </idList>
    <akaList>
      <aka><uid>5</uid><type>f.k.a.</type><category>strong</category><lastName>PETROV</lastName>
        <firstName>Pyotr</firstName></aka>
      <aka><uid>6</uid><type>a.k.a.</type><category>weak</category><lastName>Vanya</lastName></aka>
    </akaList>
    <addressList>
      <address><uid>7</uid><address1>1 Karaj Road</address1><city>Tehran</city>
        <postalCode>1395</postalCode><country>Iran</country></address>
      <address><uid>8</uid><country>Russia</country></address>
    </addressList>
    <dateOfBirthList><dateOfBirthItem><uid>9</uid><dateOfBirth>circa 1961</dateOfBirth>
      <mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
    <placeOfBirthList><placeOfBirthItem><uid>10</uid><placeOfBirth>Qom, Iran</placeOfBirth>
      <mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList>
  </sdnEntry>
  <sdnEntry>
    <uid>15</uid><lastName>EXAMPLE STAR</lastName><sdnType>Vessel</sdnType>
    <programList><program>IRAN</program></programList>
    <idList><id><uid>11</uid><idType>Vessel Registration Identification</idType>
      <idNumber>IMO 9187629</idNumber></id></idList>
    <vesselInfo><callSign>T2EU4</callSign><vesselType>Tug</vesselType>
      <vesselFlag>Iran</vesselFlag><vesselOwner>NITC</vesselOwner><tonnage>99144</tonnage>
      <grossRegisteredTonnage>189</grossRegisteredTonnage></vesselInfo>
  </sdnEntry>
</sdnList>
"""


def _read(text):
    which = SDN._replace(bounds=Bounds(1, 10))
    return read_us_ofac(which, {"sdn.xml": text.encode()}, COUNTRIES, DATING)


@pytest.fixture
def man():
    return _read(LIST).entities[0]


@pytest.fixture
def ship():
    return _read(LIST).entities[1]


def test_the_day_is_the_publishers():
    loaded = _read(LIST)
    assert (loaded.version, loaded.dated_by) == (date(2025, 3, 28), "publisher")


def test_names_are_written_as_in_the_comma_separated_files(man):
    assert man.names == (
        Name("IVANOV, Ivan", kind=NameKind.PRIMARY),
        Name("PETROV, Pyotr", kind=NameKind.FORMER),
        Name("Vanya", NameQuality.WEAK, NameKind.ALIAS),
    )


def test_documents_become_fields_by_their_type(man):
    assert (man.genders, man.measures) == (("male",), ("Secondary sanctions risk: E.O. 1",))
    assert man.identifiers == (Identifier("passport", "A12"),)
    assert man.remarks.splitlines() == [
        "identifier: Passport A12 (Iran) issued 01 Jan 2010",
        "remark: Shoe size 44",
        "remark: A brave man",
    ]


def test_birth_title_and_address_have_fields(man):
    assert (man.birth_dates, man.birth_places) == (("circa 1961",), ("Qom, Iran",))
    assert man.positions == ("Colonel",)
    assert man.addresses == (Address("1 Karaj Road, Tehran 1395, Iran", "IR"),)
    assert man.countries == ("IR", "RU")


def test_ties_name_the_other_entry(man, ship):
    assert [(r.kind, r.entity) for r in man.relations] == [(RelationKind.LINKED_TO, ship.id)]
    assert [(r.kind, r.name) for r in ship.relations] == [(RelationKind.OWNED_BY, "NITC")]
    assert ship.identifiers == (Identifier("imo", "9187629"),)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<Record_Count>2<", "<Record_Count>3<", "Record_Count must be the count of entries, 2"),
        ("03/28/2025", "2025-03-28", "must be like 03/28/2025"),
        ("<uid>15</uid>", "<uid>12</uid>", "a number must come once"),
        ("<uid>15</uid>", "<uid>a</uid>", "uid must be a number"),
        ("<uid>15</uid>", "<uid>15</uid><rank>1</rank>", "rank"),
        ("<callSign>T2EU4</callSign>", "<hull>1</hull>", "hull"),
        ("<mainEntry>true", "<mainEntry>yes", "must be true or false"),
        ("<sdnType>Vessel", "<sdnType>Boat", "sdnType must be one of"),
        ("<category>weak", "<category>low", "an alias must be"),
        ("<lastName>Vanya</lastName>", "", "a name must be given"),
        ("<program>IRAN</program>", "", "must have a programme"),
        ("exports/XML", "exports/XML2", "must be in"),
        ("sdnList", "list", "the root element must be"),
    ],
)
def test_a_change_of_the_layout_refuses_the_file(old, new, message):
    assert old in LIST
    with pytest.raises(SourceChanged, match=message):
        _read(LIST.replace(old, new))


def test_no_prefix_of_the_file_is_a_smaller_list():
    whole = LIST.rstrip()
    for length in range(len(whole)):
        with pytest.raises(SourceChanged):
            _read(whole[:length])
