"""Names of the whole US list in news; the texts and what they name stand in `bench.evidence`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import vigil
from bench.evidence.links import false_links, missed_names
from vigil.evidence.links import Linker
from vigil.known_names import known_names, names_of
from vigil.lists.loaded import Dating
from vigil.lists.readers import reader_of
from vigil.model.entity import Entity
from vigil.store.build import countries_of
from vigil.store.list_files import read_files

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def listed(shared: Path) -> list[Entity]:
    """Every entity of the US list."""
    world = vigil.load_world()
    countries = countries_of(world.parts.law())
    files = read_files("us_csl", shared / "lists/us_csl/consolidated.json")
    loaded = reader_of("us_csl")(files, countries, Dating(date(2026, 8, 7)))
    return list(loaded.entities)


@pytest.fixture(scope="module")
def linker(listed: list[Entity]) -> Linker:
    """The names of the US list and of all else that is shipped."""
    others = known_names(vigil.load_world())
    return Linker([*(known for entity in listed for known in names_of(entity)), *others])


@pytest.mark.parametrize("text", ["quiet_news.txt", "quiet_matters.txt"])
def test_news_that_names_nobody_names_no_party(linker: Linker, text: str) -> None:
    _, found = false_links(linker, text)
    assert [link for link in found if link.startswith(("party", "place", "part", "model"))] == []


def test_names_are_found_as_the_press_writes_them(linker: Linker, listed: list[Entity]) -> None:
    names_by_id: dict[str, list[str]] = {}
    for entity in [*vigil.load_world().parts.entities(), *listed]:
        names_by_id.setdefault(entity.id, []).extend(name.text for name in entity.names)
    total, missed = missed_names(linker, names_by_id)
    assert total >= 75
    assert len(missed) <= 0.06 * total
