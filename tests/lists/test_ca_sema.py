"""Canada's list on a small file written for these tests, and on the real one."""

import random
from datetime import date

import pytest
from lxml import etree

from vigil.errors import SourceChanged
from vigil.lists.ca_sema import read_ca_sema
from vigil.lists.ca_sema_names import aliases, listed_names
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating
from vigil.model.entity import Identifier, NameQuality
from vigil.model.order import Kind

DATING = Dating(date(2026, 8, 7))
FILE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<data-set xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <record>
    <Country>Russia / Russie</Country><LastName>EXAMPLE\u00a0</LastName>
    <GivenName>Ivan Ivanovich</GivenName><TitleOrShip>Brigadier</TitleOrShip>
    <Aliases>Belarusian: Iван Прыклад, Russian: Иван Пример; Ваня</Aliases>
    <DateOfBirthOrShipBuildDate>1963 or 1964-02-03</DateOfBirthOrShipBuildDate>
    <Schedule>1,Part 1</Schedule><Item>7</Item><DateOfListing>2022-02-24</DateOfListing>
  </record>
  <record>
    <Country>Iran</Country>
    <EntityOrShip>Example Navy/Force navale exemple</EntityOrShip>
    <Item>7</Item><DateOfListing>2010-07-22</DateOfListing>
  </record>
  <record>
    <Country>Russia / Russie</Country>
    <EntityOrShip>Volga Example</EntityOrShip><TitleOrShip>Oil Tanker</TitleOrShip>
    <ShipIMONumber>9187629</ShipIMONumber>
    <DateOfBirthOrShipBuildDate>1980</DateOfBirthOrShipBuildDate>
    <Schedule>1.1</Schedule><Item>1</Item><DateOfListing>2025-02-21</DateOfListing>
  </record>
</data-set>
"""


SMALL = Bounds(1, 10)


def read(data, bounds=SMALL):
    return read_ca_sema(data, Countries({"Iran": "IR", "Russia": "RU"}), DATING, bounds)


@pytest.fixture
def entities():
    return read(FILE.encode()).entities


def test_the_id_is_regulation_schedule_and_item(entities):
    assert [entity.id for entity in entities] == [
        "ca_sema:russia-schedule-1-part-1-item-7",
        "ca_sema:iran-item-7",
        "ca_sema:russia-schedule-1.1-item-1",
    ]


def test_the_file_has_no_day_of_its_own():
    assert read(FILE.encode()).dated_by == "built"


def test_the_regulation_is_the_programme_and_no_country(entities):
    assert (entities[0].programmes, entities[0].countries) == (("Russia",), ())
    assert entities[0].remarks == "regulation: Russia / Russie"


def test_given_name_and_family_name_are_one_name(entities):
    assert (entities[0].kind, entities[0].names[0].text) == (Kind.PERSON, "Ivan Ivanovich EXAMPLE")


def test_a_field_of_aliases_gives_itself_and_its_names(entities):
    assert [name.text for name in entities[0].names[1:]] == [
        "Belarusian: Iван Прыклад, Russian: Иван Пример; Ваня",
        "Iван Прыклад",
        "Иван Пример",
        "Ваня",
    ]


def test_of_two_dates_of_birth_both_are_held(entities):
    assert entities[0].birth_dates == ("1963", "1964-02-03")
    assert entities[0].positions == ("Brigadier",)


def test_a_date_in_words_stands_in_the_remarks():
    data = FILE.replace("1963 or 1964-02-03", "born in the early 1970s")
    person = read(data.encode()).entities[0]
    assert person.birth_dates == ()
    assert "born: born in the early 1970s" in person.remarks


def test_an_english_and_a_french_name_are_two_names(entities):
    assert entities[1].kind is Kind.ORGANISATION
    assert [n.text for n in entities[1].names[1:]] == ["Example Navy", "Force navale exemple"]


def test_a_ship_has_its_number_type_and_year(entities):
    assert entities[2].kind is Kind.VESSEL
    assert entities[2].identifiers == (Identifier("imo", "9187629"),)
    assert entities[2].birth_dates == ()
    assert "vessel type: Oil Tanker\nbuilt: 1980" in entities[2].remarks


@pytest.mark.parametrize(
    "name",
    [
        "Works (Hmaw Bi/Pyi/Ywama)",
        "GORT/ORTAS",
        "Example University, Department of Engineering",
        "Завод Пример, АО",
    ],
)
def test_a_name_with_a_mark_inside_stays_whole(name):
    assert [each.text for each in listed_names(name)] == [name]


def test_names_in_brackets_after_also_known_as_are_names():
    text = "Example Plant, JSC (also known as OAO\nExample Zavod)"
    assert [name.text for name in listed_names(text)[1:]] == [
        "Example Plant, JSC",
        "OAO Example Zavod",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Министерство примера, спорта и туризма",  # the second piece goes on with the first
        'Общество "Корпорация "Примеры Науки, Примеры Техники" Имени Иванова"',
        "Завод Пример, АО",
    ],
)
def test_a_comma_inside_a_name_cuts_nothing(text):
    assert {name.text for name in aliases(text, Kind.ORGANISATION)} == {text}


def test_what_was_cut_out_of_an_organisation_at_a_comma_is_weak():
    names = aliases("Example Trading Group, Example Trading Company", Kind.ORGANISATION)
    assert [name.quality for name in names] == [
        NameQuality.FULL,
        NameQuality.WEAK,
        NameQuality.WEAK,
    ]


def test_a_person_s_aliases_between_commas_are_full():
    names = aliases("Yevgeni Example, Evgeny Example", Kind.PERSON)
    assert all(name.quality is NameQuality.FULL for name in names)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<Item>1</Item>", "<Items>1</Items>", "Item must be given"),
        ("<Item>1</Item>", "<Item>1</Item><Note>x</Note>", "every element must be known"),
        ("<Item>1</Item>", "<Item>1</Item><Item>2</Item>", "must come once"),
        ("<record>", '<record id="1">', "known attributes only"),
        ("data-set", "list", "the root element must be data-set"),
        ("</data-set>", "<row/></data-set>", "every element must be known, got 'row'"),
        ("2010-07-22", "22/07/2010", "a date must be like"),
        ("9187629", "9187620", "must be an IMO number"),
        ("<LastName>EXAMPLE\u00a0</LastName>", "", "a LastName or an EntityOrShip"),
        ("<EntityOrShip>Volga", "<LastName>A</LastName><EntityOrShip>Volga", "a LastName or an"),
        ("<Country>Iran</Country>", "", "Country must be given"),
    ],
)
def test_a_change_of_the_layout_refuses_the_file(old, new, message):
    with pytest.raises(SourceChanged, match=message):
        read(FILE.replace(old, new).encode())


def test_an_item_that_comes_twice_refuses_the_file():
    record = FILE[FILE.index("  <record>") : FILE.index("</record>") + 10]
    with pytest.raises(SourceChanged, match="must come once, got 'ca_sema:russia"):
        read(FILE.replace("</data-set>", f"{record}</data-set>").encode())


@pytest.mark.parametrize("bounds", [Bounds(4, 10), Bounds(0, 2)])
def test_a_count_out_of_bounds_refuses_the_file(bounds):
    with pytest.raises(SourceChanged, match="entries, got 3"):
        read(FILE.encode(), bounds)


def test_a_list_without_any_record_is_refused():
    with pytest.raises(SourceChanged, match="must have 1 to 10 entries, got 0"):
        read(b"<data-set></data-set>")


def test_no_prefix_of_the_file_is_a_smaller_list():
    data = FILE.encode().rstrip()
    for length in range(len(data)):
        with pytest.raises(SourceChanged):
            read(data[:length])


@pytest.fixture(scope="module")
def real(shared):
    return (shared / "lists/ca_sema/sema-lmes_2025-03.xml").read_bytes()


@pytest.fixture(scope="module")
def loaded(real):
    return read_ca_sema(real, Countries({}), DATING)


@pytest.mark.shared
def test_the_real_list_is_read_whole(loaded, real):
    assert len(loaded.entities) == real.count(b"<record>") == 4_759
    assert sum(entity.kind is Kind.VESSEL for entity in loaded.entities) == 109


@pytest.mark.shared
def test_every_printed_alias_of_the_real_list_is_held(loaded, real):
    root = etree.fromstring(real)
    printed = {"".join(e.text.split()) for e in root.iter("Aliases", "EntityOrShip")}
    held = {"".join(name.text.split()) for entity in loaded.entities for name in entity.names}
    assert printed <= held


@pytest.mark.shared
def test_every_word_of_the_real_list_is_held(loaded, real):
    fields = ("Country", "LastName", "GivenName", "TitleOrShip", "ShipIMONumber")
    for record, entity in zip(etree.fromstring(real), loaded.entities, strict=True):
        said = f"{entity.names} {entity.positions} {entity.identifiers} {entity.remarks}"
        words = {w for tag in fields for w in (record.findtext(tag) or "").split()}
        assert all(word in said for word in words)


@pytest.mark.shared
def test_no_prefix_of_the_real_list_is_accepted(real):
    ends = [i for i in range(len(real)) if real.startswith(b"</record>", i)]
    cuts = random.Random(1).sample(range(len(real.rstrip())), 10)
    for length in (*cuts, *(end + 9 for end in ends[-3:])):
        with pytest.raises(SourceChanged):
            read_ca_sema(real[:length], Countries({}), DATING)
