"""The index over the names of the whole US list."""

import json
from pathlib import Path

import pytest

from vigil.index.names import NameIndex
from vigil.model.entity import Entity, Name
from vigil.model.order import Kind

pytestmark = [pytest.mark.shared, pytest.mark.slow]


@pytest.fixture(scope="module")
def us_names(shared: Path) -> NameIndex:
    rows = json.loads((shared / "lists/us_csl/consolidated.json").read_text("utf-8"))["results"]
    kinds = {"Individual": Kind.PERSON}
    return NameIndex(
        [
            Entity(
                row["id"],
                "csl",
                kinds.get(row["type"], Kind.UNKNOWN),
                tuple(Name(text) for text in (row["name"], *row["alt_names"])),
            )
            for row in rows
        ]
    )


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        pytest.param("LC Aircompany Kyrgyztransavia", "KYRGYZ TRANS AVIA", id="joined"),
        pytest.param("Esperanza Maradiaga Lopez", "MARADIAGA LOPEZ, Esperanza Caridad", id="short"),
        pytest.param("Saeed Aghajani", "AGHAJANI, Saeed", id="turned"),
        pytest.param("11420 Corp", "11420 CORP.", id="number"),
    ],
)
def test_variants_of_enforcement_cases_are_found(
    us_names: NameIndex, query: str, listed: str
) -> None:
    found = {
        name.text for hit in us_names.search(query, threshold=0.7) for name in hit.entity.names
    }
    assert listed in found


@pytest.mark.parametrize("query", ["Trading Co", "Amado", "Siemens AG", "HESA Nobody Ltd"])
def test_clean_names_find_nothing_that_stops(us_names: NameIndex, query: str) -> None:
    hits = us_names.search(query, threshold=0.7)
    assert [hit.name.text for hit in hits if hit.score >= 0.9 and not hit.weak] == []


@pytest.mark.parametrize("kind", [None, Kind.PERSON], ids=["any", "person"])
def test_every_listed_name_finds_its_entity(us_names: NameIndex, kind: Kind | None) -> None:
    """As it is printed; of persons also when it is given as a person's."""
    missed = [
        (entity.id, name.text)
        for entity in us_names.entities
        if kind in (None, entity.kind)
        for name in entity.names
        if entity.id not in found(us_names, name.text, kind)
    ]
    assert missed == []


def found(names: NameIndex, query: str, kind: Kind | None) -> set[str]:
    """The entities that a query finds at the threshold of a review."""
    return {hit.entity.id for hit in names.search(query, threshold=0.7, kind=kind)}


def test_the_two_aghajanis_are_told_apart(us_names: NameIndex) -> None:
    names = [hit.name.text for hit in us_names.search("Saeed Aghajani", threshold=0.7)]
    assert "AGHAJANI, Azim" not in names
