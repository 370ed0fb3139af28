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
KINDS = ("place", "provision", "party")


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


@pytest.mark.parametrize(
    ("page", "places", "provisions"),
    [
        (0, {"Alabuga Special Economic Zone"}, set()),
        (1, {"Alabuga Special Economic Zone"}, {"2015 U.N. Security Council resolution"}),
        (2, {"Alabuga Special Economic Zone"}, {"2015 U.N. Security Council resolution"}),
        (3, {"Alaboga"}, {"2015 Security Council resolution"}),
        (4, {"Alabuga Special Economic Zone"}, set()),
    ],
)
def test_five_pages_name_the_zone_and_the_resolution(
    linker: Linker, shared: Path, page: int, places: set[str], provisions: set[str]
) -> None:
    (file,) = (shared / "reports").glob(f"{page:03}_*.txt")
    text = file.read_text(encoding="utf-8")
    links = linker.links_of(text)
    said = {kind: {text[o.at.start : o.at.end] for o in links if o.kind == kind} for kind in KINDS}
    assert said["place"] == places
    assert provisions <= said["provision"]
    assert {"IR", "RU", "UA", "US"} <= {link.id for link in links if link.kind == "country"}
    assert said["party"] <= {"Vladimir Putin", "Kim Jong Un"}
