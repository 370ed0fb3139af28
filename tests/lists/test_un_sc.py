import contextlib
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.errors import SourceChanged
from vigil.lists.loaded import Bounds
from vigil.model.entity import Address, Identifier, NameQuality
from vigil.model.order import Kind


@pytest.fixture
def person(read_un, un_file):
    return read_un(un_file()).entities[0]


@pytest.fixture
def company(read_un, un_file):
    return read_un(un_file()).entities[1]


def test_the_day_is_the_day_of_generation(read_un, un_file):
    loaded = read_un(un_file())
    assert (loaded.version, loaded.dated_by) == (date(2026, 2, 27), "publisher")


def test_the_id_is_the_reference_number(person, company):
    assert (person.id, company.id) == ("un_sc:IRi.901", "un_sc:IRe.902")
    assert (person.kind, company.kind) == (Kind.PERSON, Kind.ORGANISATION)


def test_the_name_is_joined_from_its_parts_without_filler(person):
    assert person.names[0].text == "IVAN EXAMPLE"


def test_an_alias_that_holds_two_names_gives_both_and_itself(person):
    texts = [name.text for name in person.names]
    assert texts[1:] == ["ایوان", "Vanya A; Vanya B", "Vanya A", "Vanya B", "Rumuli"]


def test_a_low_quality_alias_is_weak_and_an_acronym_is_one(person, company):
    assert person.names[-1].quality is NameQuality.WEAK
    assert company.names[-1].quality is NameQuality.ACRONYM


def test_a_time_zone_does_not_move_the_day(person):
    assert person.listed_on == date(2015, 4, 7)


def test_countries_come_from_nationality_and_address(person):
    assert person.countries == ("RW", "IR")
    assert person.addresses == (Address("Kigali, Rwanda (2016)", "RW"),)


def test_what_has_no_field_stands_in_the_remarks(person):
    assert person.remarks.splitlines() == [
        "data id: 1",
        "comments: Said to travel.",
        "designation: Colonel",
        "list: UN List",
        "alias Rumuli: born 1955",
        "address country: former Soviet Union",
        "document: Passport, AB 187-304, Iran",
        "born: APPROXIMATELY, 1949",
        "place of birth: Qom",
        "nationality country: na",
    ]


def test_birth_dates_keep_their_partial_form(person):
    assert person.birth_dates == ("1948/1950", "1949", "1955")


def test_a_passport_is_an_identifier_in_normal_form(person):
    assert person.identifiers == (Identifier("passport", "AB187304"),)


def test_the_regime_is_the_programme(person):
    assert person.programmes == ("Iran",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<COMMENTS1/>", "<COMMENTS2/>", "COMMENTS2' at CONSOLIDATED_LIST/ENTITIES"),
        ("<CITY>Qom</CITY>", "<VILLAGE>Qom</VILLAGE>", "VILLAGE"),
        ("<ENTITIES>", "<SHIPS/><ENTITIES>", "SHIPS"),
        ("<INDIVIDUALS>", "<INDIVIDUALS><GROUP/>", "GROUP"),
        ("<ENTITY>", '<ENTITY status="delisted">', "status"),
        ("<QUALITY>Low</QUALITY>", "<QUALITY>Fair</QUALITY>", "quality must be one of"),
        ("<VALUE>Colonel</VALUE>", "Colonel<VALUE/>", "text or elements, not both"),
        ("<VALUE>Colonel</VALUE>", "<VALUE><B>Colonel</B></VALUE>", "must hold text only"),
        ("2010-06-09", "9 June 2010", "a date must be like"),
        ("<FIRST_NAME>EXAMPLE AIRCRAFT WORKS</FIRST_NAME>", "", "must have a name"),
        ("<REFERENCE_NUMBER>IRe.902</REFERENCE_NUMBER>", "", "REFERENCE_NUMBER must be given"),
        ("<DATAID>2</DATAID>", "<DATAID>2</DATAID><DATAID>3</DATAID>", "must come once"),
        ("IRe.902", "IRi.901", "a reference number must come once"),
        ("2026-02-27T00", "27/02/2026", "dateGenerated must be like"),
        ("CONSOLIDATED_LIST", "LIST", "the root element must be"),
    ],
)
def test_a_change_of_the_layout_refuses_the_file(read_un, un_file, old, new, message):
    with pytest.raises(SourceChanged, match=message):
        read_un(un_file(old, new))


@pytest.mark.parametrize("section", ["persons", "companies"])
def test_a_list_without_one_of_its_sections_is_refused(read_un, un_file, section):
    data = un_file(**{section: ""})
    tag = {"persons": b"INDIVIDUALS", "companies": b"ENTITIES"}[section]
    with pytest.raises(SourceChanged, match="must come once, got 0"):
        read_un(data.replace(b"<%b></%b>" % (tag, tag), b""))


def test_too_few_entries_refuse_the_file(read_un, un_file):
    with pytest.raises(SourceChanged, match="must have 3 to 9 entries, got 2"):
        read_un(un_file(), Bounds(3, 9))


def test_no_prefix_of_the_file_is_a_smaller_list(read_un, un_file):
    data = un_file().rstrip()  # the last line break is no part of the document
    for length in range(len(data)):
        with pytest.raises(SourceChanged):
            read_un(data[:length])


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_refused_or_read_never_a_crash(read_un, un_file, data):
    whole = bytearray(un_file())
    where = data.draw(st.integers(0, len(whole) - 1))
    whole[where : where + 1] = data.draw(st.binary(max_size=3))
    with contextlib.suppress(SourceChanged):
        assert read_un(bytes(whole)).entities
