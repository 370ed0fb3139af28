"""The readers on the real files: counts as the publishers give them, nothing lost."""

import csv
import json
import random
from datetime import date

import pytest
from lxml import etree

from vigil.errors import SourceChanged
from vigil.lists.countries import Countries
from vigil.lists.loaded import Dating
from vigil.lists.un_sc import read_un_sc
from vigil.lists.us_csl import read_us_csl

pytestmark = [pytest.mark.shared, pytest.mark.slow]

DATING = Dating(date(2026, 8, 7))


@pytest.fixture(scope="module")
def countries(shared):
    path = shared / "lists/countries/country-codes.csv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    columns = ("UNTERM English Short", "official_name_en", "CLDR display name")
    return Countries({r[c]: r["ISO3166-1-Alpha-2"] for r in rows for c in columns if r[c]})


@pytest.fixture(scope="module")
def csl_bytes(shared):
    return (shared / "lists/us_csl/consolidated.json").read_bytes()


@pytest.fixture(scope="module")
def un_bytes(shared):
    return (shared / "lists/un_sc/consolidated_2026-02-27.xml").read_bytes()


@pytest.fixture(scope="module")
def csl(csl_bytes, countries):
    return read_us_csl(csl_bytes, countries, DATING)


@pytest.fixture(scope="module")
def un(un_bytes, countries):
    return read_un_sc(un_bytes, countries, DATING)


def test_the_us_list_has_the_publishers_count_and_day(csl):
    assert (csl.rows, csl.version, csl.dated_by) == (25_921, date(2026, 7, 31), "publisher")


def test_three_pairs_of_rows_of_one_number_are_one_entity_each(csl):
    assert len(csl.entities) == 25_921 - 3


def test_every_name_of_the_us_list_is_held(csl, csl_bytes):
    rows = json.loads(csl_bytes)["results"]
    printed = [name for row in rows for name in (row["name"], *row["alt_names"])]
    assert len(printed) == 57_174
    assert {n.text for e in csl.entities for n in e.names} == set(printed)
    # 17 aliases are printed twice in their row, 18 names again in the second row of a number
    assert sum(len(e.names) for e in csl.entities) == 57_174 - 17 - 18


def test_the_us_list_gives_every_entity_its_own_id(csl):
    assert len({entity.id for entity in csl.entities}) == len(csl.entities)


def test_every_printed_address_of_the_us_list_is_held(csl, csl_bytes):
    rows = json.loads(csl_bytes)["results"]
    printed = {a["address"] for row in rows for a in row["addresses"] if a["address"]}
    held = "\n".join(address.text for entity in csl.entities for address in entity.addresses)
    assert all(text in held for text in printed)


def test_the_un_list_has_as_many_entities_as_tags(un, un_bytes):
    tags = un_bytes.count(b"<INDIVIDUAL>") + un_bytes.count(b"<ENTITY>")
    assert (len(un.entities), tags, un.version) == (1_003, 1_003, date(2026, 2, 27))


def test_every_alias_and_native_spelling_of_the_un_list_is_held(un, un_bytes):
    root = etree.fromstring(un_bytes)
    printed = {(e.text or "").strip() for e in root.iter("ALIAS_NAME", "NAME_ORIGINAL_SCRIPT")}
    assert printed - {""} <= {name.text for entity in un.entities for name in entity.names}


def test_every_un_entry_has_its_date_and_regime(un):
    assert all(entity.listed_on and entity.programmes for entity in un.entities)


def test_hardly_a_country_of_the_un_list_is_unknown(un):
    lines = [line for e in un.entities for line in (e.remarks or "").splitlines()]
    unknown = [line for line in lines if " country: " in line]
    assert len(unknown) <= 10, unknown


def test_a_un_list_with_bytes_of_another_encoding_is_refused_whole(shared, countries):
    data = (shared / "lists/un_sc/malformed_2025-08.xml").read_bytes()
    with pytest.raises(SourceChanged, match="must be well-formed XML in UTF-8"):
        read_un_sc(data, countries, DATING)


def test_no_prefix_of_the_un_list_is_accepted(un_bytes, countries):
    chosen = random.Random(1).sample(range(len(un_bytes.rstrip())), 25)
    for length in chosen:
        with pytest.raises(SourceChanged):
            read_un_sc(un_bytes[:length], countries, DATING)


def test_no_prefix_of_the_us_list_is_accepted(csl_bytes, countries):
    chosen = random.Random(1).sample(range(len(csl_bytes.rstrip())), 8)
    for length in chosen:
        with pytest.raises(SourceChanged):
            read_us_csl(csl_bytes[:length], countries, DATING)
