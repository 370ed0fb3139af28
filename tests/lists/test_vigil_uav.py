"""The shipped parties: one entity a listing, under the id that the list itself gives."""

import json
from datetime import date

import pytest

from vigil.lists.vigil_uav import load_parties, unnumbered_id
from vigil.model.entity import Identifier, NameQuality
from vigil.model.order import Kind
from vigil.model.shelf import load_edition
from vigil.store.compile import DATA, read_shelf


@pytest.fixture(scope="module")
def source():
    shelf = read_shelf(DATA)
    return load_parties(shelf, load_edition(shelf))


@pytest.fixture(scope="module")
def entities(source):
    return {entity.id: entity for entity in source.entities}


def test_a_party_is_one_entity_for_each_of_its_lists(entities):
    named = {e.id for e in entities.values() for n in e.names if n.text == "SAIRC"}
    assert {i.split(":")[0] for i in named} == {
        "us_ofac_sdn", "us_bis_el", "eu_oj", "eu_oj_833", "gb_uksl",
    }  # fmt: skip
    assert "us_ofac_sdn:39637" in named
    assert "eu_oj:32014R0269/I.ENTITIES/119" in named


def test_programmes_and_dates_are_those_of_the_listing(entities):
    shahed = entities["us_ofac_sdn:39637"]
    assert shahed.programmes == ("IFSR", "IRGC", "NPWMD")
    assert shahed.listed_on == date(2022, 11, 15)
    assert entities["us_ofac_sdn:11195"].listed_on is None


@pytest.mark.parametrize(
    ("text", "quality"),
    [
        ("SAIC", NameQuality.ACRONYM),
        ("Mado", NameQuality.WEAK),
        ("SHAHIN CO.", NameQuality.WEAK),
        ("IRAN AIR", NameQuality.FULL),
        ("SHAHED AVIATION INDUSTRIES RESEARCH CENTER", NameQuality.FULL),
    ],
)
def test_short_and_ordinary_names_say_little(entities, text, quality):
    found = {n.quality for e in entities.values() for n in e.names if n.text == text}
    assert found == {quality}


def test_names_come_in_more_than_one_script(entities):
    names = {n.text for n in entities["us_ofac_sdn:33574"].names}
    assert {"AGHAJANI, Saeed", "سعید آقاجانی"} <= names


def test_ships_have_their_imo_number(entities):
    ship = entities["us_ofac_sdn:37105"]
    assert ship.kind is Kind.VESSEL
    assert ship.identifiers == (Identifier("imo", "8861058"),)


def test_several_numbers_in_one_field_are_several_identifiers(entities):
    numbers = {i.value for i in entities["us_ofac_sdn:33575"].identifiers}
    assert numbers == {"10320661315", "414950", "47779"}


def test_a_tax_number_is_known_as_such(entities):
    assert Identifier("inn", "1646019914") in entities["us_ofac_sdn:45708"].identifiers


def test_the_source_answers_from_2020_and_is_not_official(source):
    assert (source.id, source.version) == ("vigil_uav", date(2026, 7, 31))
    assert source.answers_from == date(2020, 1, 1)
    assert source.official is False


def test_an_id_by_hash_ignores_space_around_the_name_only():
    same = unnumbered_id("us_bis_el", " Mado Company ", "88 FR 6622")
    assert same == unnumbered_id("us_bis_el", "Mado Company", "88 FR 6622")
    assert same != unnumbered_id("us_bis_el", "MADO Company", "88 FR 6622")
    assert same != unnumbered_id("us_bis_el", "Mado Company", None)


@pytest.mark.shared
def test_every_us_entry_is_the_entry_of_the_consolidated_screening_list(shared, entities):
    text = (shared / "lists/us_csl/consolidated.json").read_text(encoding="utf-8")
    rows = json.loads(text)["results"]
    numbers = {f"us_ofac_sdn:{row['entity_number']}" for row in rows}
    for list_id in ("us_bis_el", "us_bis_dpl", "us_state_isn"):
        numbers |= {
            unnumbered_id(list_id, row["name"], row["federal_register_notice"]) for row in rows
        }
    ours = {i for i in entities if i.startswith("us_")}
    assert len(ours) == 155
    assert ours <= numbers
