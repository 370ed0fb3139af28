"""The Swiss list, on a small file written for these tests; the real one was never seen."""

from datetime import date

import pytest

from vigil.errors import SourceChanged
from vigil.lists.ch_seco import read_ch_seco
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating
from vigil.model.entity import Address, Identifier, NameKind, NameQuality, Relation, RelationKind
from vigil.model.order import Kind

DATING = Dating(date(2026, 11, 21))
FILE = """<?xml version="1.0" encoding="UTF-8"?>
<swiss-sanctions-list list-type="whole-list" date="2026-09-28">
  <sanctions-program ssid="20" version-date="2026-09-01">
    <program-key lang="ger">Muster</program-key><program-key lang="eng">Example land</program-key>
    <program-name lang="eng">Ordinance on example land</program-name>
    <sanctions-set ssid="21" lang="eng">annex 1</sanctions-set><origin>EU</origin>
  </sanctions-program>
  <place ssid="30"><location>Moscow</location><country iso-code="RU">Russian Federation</country>
  </place>
  <target ssid="100"><sanctions-set-id>21</sanctions-set-id>
    <foreign-identifier>EU.1</foreign-identifier>
    <individual sex="male">
      <identity ssid="101" main="true">
        <name ssid="102" name-type="primary-name" quality="good">
          <name-part ssid="103" order="2" name-part-type="given-name"><value>Ivan</value>
            <spelling-variant lang="rus" script="CYRL">Иван</spelling-variant></name-part>
          <name-part ssid="104" order="1" name-part-type="family-name"><value>Example</value>
            <spelling-variant lang="rus" script="CYRL">Пример</spelling-variant>
            <spelling-variant script="LATN">Eksampl</spelling-variant>
            <spelling-variant script="LATN">Exampel</spelling-variant></name-part>
          <name-part order="3" name-part-type="title"><value>Dr</value></name-part>
        </name>
        <name name-type="alias" quality="low"><name-part order="1" name-part-type="whole-name">
          <value>Vanya</value></name-part></name>
        <day-month-year ssid="105" day="30" month="8" year="1954"/>
        <day-month-year year="1955" calendar="Islamic"/>
        <place-of-birth ssid="106" place-id="30"/>
        <nationality ssid="107"><country iso-code="RU">Russian Federation</country></nationality>
        <address ssid="108" place-id="30"><address-details>1 Main St</address-details></address>
        <identification-document ssid="109" document-type="passport"><number>AB 12345</number>
          <issuer code="RU">Russian Federation</issuer>
          <expiry-date><day-month-year year="2030" month="12" day="31"/></expiry-date>
          <remark>seen</remark></identification-document>
      </identity>
      <justification ssid="110">President of examples.</justification>
      <relation ssid="111" target-id="200" relation-type="related-to"/>
      <other-information ssid="112">Tel. : 1</other-information>
    </individual>
    <modification modification-type="amended" effective-date="2024-05-01"><added><target/></added>
    </modification>
    <modification modification-type="listed" effective-date="2022-03-16"
      publication-date="2022-03-17"/>
  </target>
  <target ssid="200" sanctions-set-id="21">
    <entity><identity main="true"><name name-type="primary-name"><name-part
      name-part-type="whole-name"><value>Example Works</value></name-part></name>
      <name name-type="alias"><name-part><value>EXWO</value></name-part></name>
      <name name-type="formerly-known-as"><name-part><value>Old Works</value></name-part></name>
      <day-month-year year="2001"/></identity></entity>
    <modification modification-type="de-listed" effective-date="2025-06-20"/>
    <modification modification-type="listed" effective-date="2011-05-18"/>
  </target>
  <target ssid="300" sanctions-set-id="21">
    <object object-type="vessel"><identity><name name-type="primary-name"><name-part>
      <value>VOLGA</value></name-part></name></identity>
      <other-information>IMO number: 9187629.</other-information></object>
    <modification modification-type="listed" publication-date="2025-02-03"/>
  </target>
</swiss-sanctions-list>
"""


def read(text=FILE, bounds=None):
    table = Countries({"Russian Federation": "RU"})
    return read_ch_seco(text.encode(), table, DATING, bounds or Bounds(1, 10))


@pytest.fixture
def entities():
    return read().entities


def test_the_day_is_the_lists_own_and_the_layout_unseen():
    loaded = read()
    assert (loaded.version, loaded.dated_by) == (date(2026, 9, 28), "publisher")
    assert loaded.note == "layout not yet seen in the wild"


def test_a_target_is_an_entity_of_its_kind(entities):
    assert [(entity.id, entity.kind) for entity in entities] == [
        ("ch_seco:100", Kind.PERSON),
        ("ch_seco:200", Kind.ORGANISATION),
        ("ch_seco:300", Kind.VESSEL),
    ]


def test_names_are_joined_in_order_and_spellings_kept(entities):
    assert [name.text for name in entities[0].names] == [
        "Example Ivan", "Пример Иван", "Eksampl Ivan", "Exampel Ivan", "Vanya",
    ]  # fmt: skip
    assert entities[0].names[-1].quality is NameQuality.WEAK


def test_acronyms_and_former_names_are_told_apart(entities):
    assert entities[1].names[1].quality is NameQuality.ACRONYM
    assert entities[1].names[2].kind is NameKind.FORMER


def test_the_first_listing_counts_and_an_amendment_moves_nothing(entities):
    assert (entities[0].listed_on, entities[0].delisted_on) == (date(2022, 3, 16), None)


def test_who_was_de_listed_last_counts_up_to_that_day(entities):
    assert (entities[1].listed_on, entities[1].delisted_on) == (
        date(2011, 5, 18),
        date(2025, 6, 20),
    )


def test_who_was_listed_again_counts():
    again = '<modification modification-type="listed" effective-date="2026-01-01"/><modification'
    text = FILE.replace('<modification modification-type="de-', f'{again} modification-type="de-')
    assert read(text).entities[1].delisted_on is None


def test_places_stand_behind_what_points_to_them(entities):
    person = entities[0]
    assert person.addresses == (Address("1 Main St, Moscow, Russian Federation", "RU"),)
    assert person.birth_places == ("Moscow, Russian Federation",)
    assert (person.countries, person.genders) == (("RU",), ("male",))
    assert person.programmes == ("Example land",)


def test_papers_and_ships_numbers_are_identifiers(entities):
    assert entities[0].identifiers == (Identifier("passport", "AB12345"),)
    assert entities[2].identifiers == (Identifier("imo", "9187629"),)


def test_a_relation_has_the_name_of_the_other_target(entities):
    linked = Relation(RelationKind.LINKED_TO, "Example Works", "ch_seco:200")
    assert entities[0].relations == (linked,)


def test_what_has_no_field_stands_in_the_remarks(entities):
    assert entities[0].birth_dates == ("1954-08-30",)
    assert {
        "foreign identifier: EU.1",
        "title: Dr",
        "born: 1955 Islamic",
        "document: passport, AB 12345, Russian Federation, 2030-12-31, seen",
        "justification: President of examples.",
        "other-information: Tel. : 1",
    } <= {*entities[0].remarks.splitlines()}
    assert "founded: 2001" in entities[1].remarks


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<origin>EU</origin>", "<source>EU</source>", "must be known, got 'source'"),
        ('sex="male"', 'age="9"', "must be known, got 'age'"),
        ('place-id="30"/>', 'place="30"/>', "must be known, got 'place'"),
        ('"whole-list"', '"mutations"', "list-type must be whole-list"),
        ('date="2026-09-28"', 'date="28.9.2026"', "the list's date must be like"),
        ("swiss-sanctions-list", "list", "the root element must be"),
        ('quality="low"', 'quality="fair"', "name-type and quality must be known"),
        ('"alias" quality', '"nickname" quality', "name-type and quality must be known"),
        ('"amended"', '"changed"', "a modification must be listed"),
        ('effective-date="2022-03-16"', 'effective-date="16.3.2022"', "a date must be like"),
        ('de-listed" effective-date="2025-06-20"', 'de-listed"', "must have its day"),
        ('target-id="200"', 'target-id="999"', "must be to a target of the list, got '999'"),
        ('ssid="300"', 'ssid="100"', "a target must come once, got 'ch_seco:100'"),
        ("<sanctions-set-id>21", "<sanctions-set-id>99", "a known sanctions-set-id"),
        ("<value>VOLGA</value>", "", "a target must have a name"),
        ('<object object-type="vessel">', "<entity/><object>", "one individual, entity or object"),
        ("<value>VOLGA</value>", "VOLGA<value/>", "text or elements, not both"),
        ("</target>\n</swiss", "</target><group/>\n</swiss", "must be known, got 'group'"),
    ],
)
def test_a_change_of_the_layout_refuses_the_file(old, new, message):
    assert old in FILE
    with pytest.raises(SourceChanged, match=message):
        read(FILE.replace(old, new))


def test_too_few_targets_are_refused():
    with pytest.raises(SourceChanged, match="must have 4 to 9 entries, got 3"):
        read(bounds=Bounds(4, 9))


def test_no_prefix_of_the_file_is_a_smaller_list():
    text = FILE.rstrip()
    for length in range(len(text)):
        with pytest.raises(SourceChanged):
            read(text[:length])
