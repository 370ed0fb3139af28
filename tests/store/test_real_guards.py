"""The guards on real lists: they pass as published, and parts of them do not."""

from datetime import date

import msgspec
import pytest

from vigil.lists.loaded import Dating
from vigil.lists.readers import reader_of
from vigil.store.build import countries_of
from vigil.store.guards import Reading, stopped_because
from vigil.store.list_files import read_files
from vigil.store.worlds import open_world

pytestmark = [pytest.mark.shared, pytest.mark.slow]

TODAY = date(2026, 8, 7)
REAL = {
    "us_csl/consolidated.json": ("us_csl", None),
    "us_ofac_sdn_2021-07": ("us_ofac_sdn", date(2021, 7, 1)),
    "us_ofac_sdn_history/sdn_2021-08-24.csv": ("us_ofac_sdn", date(2021, 8, 24)),
    "us_ofac_sdn_history/sdn_2022-09-30.csv": ("us_ofac_sdn", date(2022, 9, 30)),
    "us_ofac_cons/consolidated_20250328.xml": ("us_ofac_cons", None),
    "us_bis_dpl/dpl_2019.txt": ("us_bis_dpl", None),
    "un_sc/consolidated_2026-02-27.xml": ("un_sc", None),
    "uk_ofsi_conlist_2025-04-10/ConList.xlsx": ("gb_ofsi", None),
    "ca_sema/sema-lmes_2025-03.xml": ("ca_sema", None),
}


@pytest.fixture(scope="module")
def read(shared):
    countries = countries_of(open_world(None).parts.law())

    def run(file):
        source_id, day = REAL[file]
        files = read_files(source_id, shared / "lists" / file)
        loaded = reader_of(source_id)(files, countries, Dating(TODAY, day))
        return Reading(loaded, tuple(files))

    return run


def without(reading, gone):
    """The list without the entries of which `gone` is true."""
    kept = tuple(entity for entity in reading.source.entities if not gone(entity))
    assert len(kept) < len(reading.source.entities)
    source = msgspec.structs.replace(reading.source, entities=kept, sha256="other")
    return msgspec.structs.replace(reading, source=source)


@pytest.mark.parametrize("file", REAL)
def test_a_real_list_passes_alone_and_beside_itself(read, file):
    reading = read(file)
    assert stopped_because(reading, None, [], TODAY) == []
    assert stopped_because(reading, reading, [], TODAY) == []


def test_a_year_of_ofac_passes(read):
    old, new = (read(f"us_ofac_sdn_history/sdn_{day}.csv") for day in ("2021-08-24", "2022-09-30"))
    assert stopped_because(new, old, [], TODAY) == []


def test_ofac_without_its_files_of_aliases_and_addresses_is_stopped(read):
    old, new = read("us_ofac_sdn_2021-07"), read("us_ofac_sdn_history/sdn_2021-08-24.csv")
    reasons = " ".join(stopped_because(new, old, [], TODAY))
    assert "another layout: 1 .csv, and it was 4 .csv" in reasons
    assert "0% of entries have addresses" in reasons


def test_the_us_list_without_any_one_of_its_lists_is_stopped(read):
    whole = read("us_csl/consolidated.json")
    for issuer in sorted({entity.source for entity in whole.source.entities}):
        part = without(whole, lambda entity, issuer=issuer: entity.source == issuer)
        reasons = " ".join(stopped_because(part, whole, [], TODAY))
        assert f"the list {issuer} vanished" in reasons


def test_the_un_list_without_its_largest_programmes_is_stopped_and_without_a_small_one_is_not(read):
    whole = read("un_sc/consolidated_2026-02-27.xml")
    for programme, is_large in (("Iran", True), ("DPRK", True), ("SouthSudan", False)):
        part = without(whole, lambda entity, p=programme: p in entity.programmes)
        reasons = " ".join(stopped_because(part, whole, [], TODAY, sentinels={}))
        assert (f"the programme {programme} vanished" in reasons) is is_large
        assert bool(reasons) is is_large
