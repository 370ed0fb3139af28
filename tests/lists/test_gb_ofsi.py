"""The older British list on small files written for these tests, and on a real one."""

import contextlib
import csv as csv_module
import hashlib
import io
import random
import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.gb_ofsi import COLUMNS, NAME_COLUMNS, PARTS, read_gb_ofsi
from vigil.lists.loaded import Bounds, Dating
from vigil.lists.xlsx_rows import xlsx_rows
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
COUNTRY_WORDS = {"Iran": "IR", "Russia": "RU", "Syria": "SY", "North Korea": "KP"}
COUNTRIES = Countries(COUNTRY_WORDS)
IN_ANOTHER_FORM = (
    "DOB", "Listed On", "UK Sanctions List Date Designated", "Last Updated", "Group Type",
    "Alias Type", "Alias Quality", "Group ID",
)  # fmt: skip
NUMBERING = re.compile(r"\d{1,2}")  # of the values in a numbered text
DAYS = {
    "Listed On": "09/12/2022",
    "UK Sanctions List Date Designated": "08/12/2022",
    "Last Updated": "10/12/2022",
}
PERSON = DAYS | {
    "Group ID": "901", "Group Type": "Individual", "Regime": "Iran (Nuclear)",
    "Name 1": "Ivan", "Name 2": "Petrovich", "Name 6": "EXAMPLE", "Alias Type": "Primary name",
    "Title": "(1) Colonel (2) Haji", "DOB": "00/00/1961", "Nationality": "(1) Iran. (2) Russia",
    "Town of Birth": "(1) Qom (2) Tomsk", "Country of Birth": "(1) Iran (2) Russia",
    "Passport Number": "(1) AB-187304 (2) -", "Passport Details": "(1) Iran number (2) lost",
    "National Identification Number": "Tax ID: 102346", "Position": "Engineer",
    "Address 1": "1 Long Street", "Address 6": "Tehran", "Post/Zip Code": "15875",
    "Country": "Iran",
    "Other Information": "(UK Sanctions List Ref):INU0901 and SYR0902. (UN Ref):IRi.901. Said to "
    "travel. (UK Statement of Reasons):Works (on 1 May 2022): engines. (Gender):Male",
}  # fmt: skip
ALIAS = PERSON | {
    "Name 1": "", "Name 2": "", "Name 6": "VANYA", "Alias Type": "AKA",
    "Alias Quality": "Low quality", "DOB": "04/03/1961", "Regime": "Syria",
    "Listed On": "01/02/2021", "Name Non-Latin Script": "ایوان", "Non-Latin Script Type": "Arabic",
    "Non-Latin Script Language": "Persian", "Address 1": "", "Address 6": "", "Post/Zip Code": "",
    "Country": "Syria",
}  # fmt: skip
SHIP = DAYS | {
    "Group ID": "902", "Group Type": "Ship", "Regime": "Russia", "Name 6": "EXAMPLE STAR",
    "Alias Type": "Primary name",
    "Other Information": "(UK Sanctions List Ref):DPR0902. (IMO number):9187629 (Current owners):"
    "Example Shipping Co (Flag of ship):North Korea (Type of ship):Tanker",
}  # fmt: skip
COMPANY = DAYS | {
    "Group ID": "903", "Group Type": "Entity", "Regime": "Russia", "Name 6": "EXAMPLE PLANT",
    "Alias Type": "Primary name variation",
    "Other Information": "Said first. (Subsidiaries):(1) Plant One (2) Plant Two; Plant Three "
    "(Parent company):Example Holding (Business Reg No):TIN - 7703104630",
}  # fmt: skip
FORMER = COMPANY | {"Name 6": "EXPL", "Alias Type": "FKA"}
ACRONYM = COMPANY | {"Name 6": "EXPL", "Alias Type": "AKA"}
ROWS = (ALIAS, PERSON, SHIP, COMPANY)


def table(*rows, heading=COLUMNS, first=("Last Updated", "10/04/2025")):
    return [list(first), list(heading), *([row.get(c, "") for c in heading] for row in rows)]


def csv_bytes(rows):
    out = io.StringIO(newline="")
    csv_module.writer(out).writerows(rows)
    return out.getvalue().encode()


def sealed(data):
    return {"conlist.csv": data, "conlist.csv.sha256": hashlib.sha256(data).hexdigest().encode()}


def read_table(rows):
    return read_gb_ofsi(sealed(csv_bytes(rows)), COUNTRIES, DATING, SMALL)


def read(*rows):
    return read_table(table(*(rows or ROWS)))


@pytest.fixture
def person():
    return read().entities[0]


def test_the_day_is_that_of_the_first_row():
    loaded = read()
    assert (loaded.version, loaded.dated_by) == (date(2025, 4, 10), "publisher")


def test_rows_of_a_group_are_one_entity():
    loaded = read()
    assert [entity.id for entity in loaded.entities] == [
        "gb_ofsi:901",
        "gb_ofsi:902",
        "gb_ofsi:903",
    ]
    assert [e.kind for e in loaded.entities] == [Kind.PERSON, Kind.VESSEL, Kind.ORGANISATION]


def test_csv_and_workbook_say_the_same(workbook):
    data = workbook(table(*ROWS))
    assert read_gb_ofsi({"a.xlsx": data}, COUNTRIES, DATING, SMALL).entities == (read().entities)


def test_names_have_their_kind_quality_and_script(person):
    assert person.names == (
        Name("Ivan Petrovich EXAMPLE", kind=NameKind.PRIMARY),
        Name("VANYA", NameQuality.WEAK, NameKind.ALIAS),
        Name("ایوان", kind=NameKind.ALIAS),
    )
    assert "script of ایوان: Arabic, Persian" in person.remarks


def test_former_names_and_acronyms_are_told_apart():
    [company] = read(COMPANY, FORMER | {"Name 6": "OLD PLANT"}, ACRONYM).entities
    assert company.names[1:] == (
        Name("OLD PLANT", kind=NameKind.FORMER),
        Name("EXPL", NameQuality.ACRONYM, NameKind.ALIAS),
    )


def test_unknown_days_and_months_of_birth_are_left_out(person):
    assert person.birth_dates == ("1961-03-04", "1961")
    assert person.birth_places == ("Qom, Iran", "Tomsk, Russia")


def test_regimes_are_programmes_and_the_first_listing_counts(person):
    assert person.programmes == ("Syria", "Iran (Nuclear)")
    assert person.listed_on == date(2021, 2, 1)
    assert "listed: 2021-02-01 (Syria), designated 2022-12-08, updated 2022-12-10" in person.remarks


def test_addresses_and_countries(person):
    assert person.addresses == (Address("1 Long Street, Tehran, 15875, Iran", "IR"),)
    assert person.countries == ("SY", "IR", "RU")


def test_numbers_are_identifiers_in_normal_form(person):
    assert person.identifiers == (
        Identifier("passport", "AB187304"), Identifier("national_id", "102346"),
    )  # fmt: skip


def test_other_information_is_taken_apart_and_kept_whole(person):
    assert person.genders == ("Male",)
    assert person.citation == "UK Sanctions List INU0901 and SYR0902"
    assert person.remarks.splitlines()[:2] == ["title: Colonel", "title: Haji"]
    assert {
        "UK Sanctions List Ref: INU0901 and SYR0902",
        "UN Ref: IRi.901",
        "other information: Said to travel.",
        "UK Statement of Reasons: Works (on 1 May 2022): engines.",
        "passport: (1) AB-187304 (2) -, (1) Iran number (2) lost",
        "national id: Tax ID: 102346",
    } <= set(person.remarks.splitlines())


def test_a_ship_has_its_number_flag_and_owner():
    ship = read().entities[1]
    assert ship.identifiers == (Identifier("imo", "9187629"),)
    assert ship.countries == ("KP",)
    assert ship.relations == (Relation(RelationKind.CONTROLLED_BY, "Example Shipping Co"),)
    assert "Type of ship: Tanker" in ship.remarks


def test_a_ship_number_that_is_none_is_said_and_not_compared():
    ship = read(SHIP | {"Other Information": "(IMO number):9187620"}).entities[0]
    assert (ship.identifiers, ship.remarks.splitlines()[-1]) == ((), "IMO number: 9187620")


def test_parents_and_subsidiaries_are_relations():
    company = read().entities[2]
    assert company.relations == (
        Relation(RelationKind.OWNED_BY, "Example Holding"),
        Relation(RelationKind.OWNS, "Plant One"),
        Relation(RelationKind.OWNS, "Plant Two"),
        Relation(RelationKind.OWNS, "Plant Three"),
    )
    assert company.identifiers == (Identifier("registration", "7703104630"),)
    assert company.remarks.startswith("listed: ")
    assert "other information: Said first." in company.remarks


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"Group Type": "Aircraft"}, "must be an Individual, an Entity or a Ship"),
        ({"Alias Type": "Nickname"}, "a name must be one of"),
        ({"Alias Quality": "Fair"}, "must be of good or low quality"),
        ({"Listed On": "2022-13-09"}, "a date must be like"),
        ({"Listed On": ""}, "a date must be like|Listed On must be given"),
        ({"Group ID": "90A"}, "a Group ID must be a number"),
        ({"Group ID": "901"}, "must have one Group Type"),
        ({"Name 6": ""}, "must have a name"),
    ],
)
def test_a_value_that_the_list_does_not_have_refuses_it(change, message):
    with pytest.raises(SourceChanged, match=message):
        read(PERSON, SHIP | change)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "must have a day and a heading"),
        (table(PERSON, first=("Updated", "10/04/2025")), "the first row must be Last Updated"),
        (table(PERSON, first=("Last Updated", "yesterday")), "a date must be like"),
        (table(PERSON, first=("Last Updated", "10/04/2025", "x")), "the first row must be"),
        (table(PERSON, heading=COLUMNS[1:]), "the next column must be 'Name 6'"),
        (table(PERSON, heading=(*COLUMNS, "Colour")), "got 'Colour'"),
        (table(PERSON)[:2], "must have 1 to 9 entries, got 0"),
    ],
)
def test_another_layout_refuses_the_file(rows, message):
    with pytest.raises(SourceChanged, match=message):
        read_table(rows)


def test_xml_is_not_this_layout():
    with pytest.raises(SourceChanged, match="must be CSV or XLSX"):
        read_gb_ofsi({"a.xml": b"<a/>"}, COUNTRIES, DATING)


def test_no_prefix_of_a_workbook_is_a_smaller_list(workbook):
    data = workbook(table(*ROWS))
    for length in range(len(data)):
        with pytest.raises(SourceChanged):
            read_gb_ofsi({"a.xlsx": data[:length]}, COUNTRIES, DATING, SMALL)


def test_no_prefix_of_a_csv_list_is_a_smaller_list():
    data = csv_bytes(table(*ROWS))
    for length in range(len(data)):
        for files in (sealed(data) | {"conlist.csv": data[:length]}, {"a.csv": data[:length]}):
            with pytest.raises(SourceChanged):
                read_gb_ofsi(files, COUNTRIES, DATING, SMALL)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_list_is_refused_or_read_never_a_crash(data):
    whole = bytearray(csv_bytes(table(*ROWS)))
    where = data.draw(st.integers(0, len(whole) - 1))
    whole[where : where + 1] = data.draw(st.binary(max_size=3))
    with contextlib.suppress(SourceChanged):
        assert read_gb_ofsi(sealed(bytes(whole)), COUNTRIES, DATING, SMALL).entities


@pytest.fixture(scope="module")
def real_bytes(shared):
    return (shared / "lists/uk_ofsi_conlist_2025-04-10/ConList.xlsx").read_bytes()


@pytest.fixture(scope="module")
def real(real_bytes):
    return read_gb_ofsi({"conlist.xlsx": real_bytes}, COUNTRIES, DATING)


@pytest.fixture(scope="module")
def real_rows(real_bytes):
    heading, *rows = xlsx_rows(real_bytes, "x")[1:]
    return [dict(zip(heading, row, strict=True)) for row in rows]


@pytest.mark.shared
@pytest.mark.slow
def test_the_real_list_has_its_own_counts_and_day(real, real_rows):
    groups = {row["Group ID"] for row in real_rows}
    assert (len(real.entities), real.version) == (4_686, date(2025, 4, 10))
    assert (len(real_rows), len(groups)) == (18_796, 4_686)


@pytest.mark.shared
@pytest.mark.slow
def test_every_printed_name_of_the_real_list_is_held(real, real_rows):
    latin = {
        (r["Group ID"], " ".join(r[c].strip() for c in NAME_COLUMNS if r[c])) for r in real_rows
    }
    native = {(r["Group ID"], r["Name Non-Latin Script"].strip()) for r in real_rows}
    held = {(e.id.partition(":")[2], name.text) for e in real.entities for name in e.names}
    assert held == (latin | native) - {(group, "") for group, _ in native}


@pytest.mark.shared
@pytest.mark.slow
def test_every_word_of_the_real_list_is_held(real, real_rows):
    """Days are held in another form, the labels of Other Information by the field they go to."""
    columns = [c for c in COLUMNS if c not in IN_ANOTHER_FORM]
    printed = {(row["Group ID"], row[column]) for row in real_rows for column in columns}
    labels = set(letters(" ".join(PARTS)).split())
    held = {
        entity.id.partition(":")[2]: labels | set(letters(everything(entity)).split())
        for entity in real.entities
    }
    lost = {(g, w) for g, text in printed for w in letters(text).split() if w not in held[g]}
    assert {(group, word) for group, word in lost if not NUMBERING.fullmatch(word)} == set()


@pytest.mark.shared
@pytest.mark.slow
def test_every_date_of_birth_of_the_real_list_has_a_form(real, real_rows):
    printed = {row["Group ID"] for row in real_rows if row["DOB"]}
    held = {entity.id.partition(":")[2] for entity in real.entities if entity.birth_dates}
    assert held == printed
    assert not any("born: " in (entity.remarks or "") for entity in real.entities)


@pytest.mark.shared
@pytest.mark.slow
def test_no_prefix_of_the_real_list_is_accepted(real_bytes):
    for length in random.Random(1).sample(range(len(real_bytes)), 25):
        with pytest.raises(SourceChanged):
            read_gb_ofsi({"conlist.xlsx": real_bytes[:length]}, COUNTRIES, DATING)


def letters(text):
    return "".join(c if c.isalnum() else " " for c in text)


def everything(entity):
    """All that an entity says; its country codes in the words that the list has for them."""
    parts = [*(name.text for name in entity.names), *(a.text for a in entity.addresses)]
    parts += [*entity.positions, *entity.birth_places, *entity.programmes, *entity.genders]
    parts += [*(r.name for r in entity.relations), *(i.value for i in entity.identifiers)]
    parts += [text for text, code in COUNTRY_WORDS.items() if code in entity.countries]
    return " ".join((*parts, entity.remarks or ""))
