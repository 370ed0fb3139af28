"""The index returns what scoring every name returns."""

from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.errors import InvalidInput
from vigil.index.hit import Hit
from vigil.index.names import NameIndex
from vigil.model.entity import Entity, Identifier, Name, NameQuality
from vigil.model.order import Kind
from vigil.names.explanation import replay
from vigil.names.readings import prepared_readings
from vigil.names.score import compare_names

WORDS = (
    "shahed", "shahid", "aviation", "industries", "trading", "general", "co", "ltd", "al", "a", "s",
    "ali", "reza", "rezaei", "kavan", "qavan", "behrad", "electronics", "mado", "amado", "136",
    "张", "江平", "jiangping", "131", "trans", "avia", "transavia", "kyrgyztransavia",
    "company", "jsc", "gmbh", "ii", "iran", "petrovich", "ivanovich",
    "kyrgyz", "sai", "saic", "oje", "h", "bob", "robert", "محمد", "mohammad", "박영희",
)  # fmt: skip
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
LETTERS = st.text(alphabet="aeihstdkmrx ", min_size=1, max_size=10).filter(str.strip)


def entity(number: int, *names: str, kind: Kind = Kind.ORGANISATION) -> Entity:
    return Entity(f"list:{number:03}", "list", kind, tuple(Name(text) for text in names))


def brute_force(index: NameIndex, query: str, threshold: float) -> list[tuple[str, float]]:
    """Every reading of every listed name scored one by one."""
    found = []
    for known in index.entities:
        is_person = known.kind is Kind.PERSON
        best = max(
            compare_names(asked, read, index.rarity, index.crowd, is_person=is_person).score
            for asked in prepared_readings(query)
            for name in known.names
            for read in prepared_readings(name.text, is_person=is_person)
        )
        if best >= threshold:
            found.append((known.id, best))
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


@settings(deadline=None)
@given(
    st.lists(st.lists(NAMES | LETTERS, min_size=1, max_size=3), min_size=1, max_size=12),
    NAMES | LETTERS,
    st.sampled_from([0.01, 0.5, 0.7, 0.9, 1.0]),
)
def test_search_finds_exactly_what_scoring_every_name_finds(
    listed: list[list[str]], query: str, threshold: float
) -> None:
    kinds = (Kind.ORGANISATION, Kind.PERSON)
    index = NameIndex(
        [entity(i, *names, kind=kinds[i % len(kinds)]) for i, names in enumerate(listed)]
    )
    found = [(hit.entity.id, hit.score) for hit in index.search(query, threshold=threshold)]
    assert found == brute_force(index, query, threshold)


def told(hits: list[Hit]) -> list[tuple[object, ...]]:
    """Everything that hits say, the score that the features explain included."""
    return [
        (
            hit.entity.id, hit.name, hit.score, hit.weak, hit.features,
            hit.full_name and hit.full_name.name, replay(hit.features),
        )
        for hit in hits
    ]  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(st.lists(NAMES | LETTERS, min_size=1, max_size=3), min_size=1, max_size=12),
    NAMES | LETTERS,
    st.sampled_from([0.5, 0.7, 0.9]),
)
def test_without_the_kernel_the_answers_are_the_same(
    listed: list[list[str]], query: str, threshold: float
) -> None:
    entities = [entity(i, *names) for i, names in enumerate(listed)]
    compiled = told(NameIndex(entities).search(query, threshold=threshold))
    with (
        patch("vigil.index.names.IS_COMPILED", new=False),
        patch("vigil.index.names.warn_of_the_plain_search"),
    ):
        assert told(NameIndex(entities).search(query, threshold=threshold)) == compiled


def test_without_the_kernel_a_warning_says_so() -> None:
    with (
        patch("vigil.index.names.IS_COMPILED", new=False),
        pytest.warns(RuntimeWarning, match="C compiler"),
    ):
        NameIndex([entity(1, "Kavan Behrad")]).search("Kavan", threshold=0.7)


def test_the_best_name_of_an_entity_is_the_one_given() -> None:
    index = NameIndex([entity(1, "Kavan Behrad", "Kavan Electronics Behrad")])
    (hit,) = index.search("Kavan Electronics Behrad LLC", threshold=0.7)
    assert hit.name.text == "Kavan Electronics Behrad"


def test_a_weak_alias_is_weak_and_names_the_best_full_name() -> None:
    names = (Name("Shahed Avia Group"), Name("Shahed Avia", NameQuality.WEAK))
    index = NameIndex([Entity("list:1", "list", Kind.ORGANISATION, names)])
    (hit,) = index.search("Shahed Avia", threshold=0.3)
    assert (hit.weak, hit.full_name and hit.full_name.name.text) == (True, "Shahed Avia Group")


def test_hits_come_by_falling_score_then_id() -> None:
    index = NameIndex(
        [entity(i, name) for i, name in enumerate(["Kavan Behrad"] * 3 + ["Kavan X"])]
    )
    hits = index.search("Kavan Behrad", threshold=0.1)
    keys = [(-hit.score, hit.entity.id) for hit in hits]
    assert all(one < other for one, other in pairwise(keys))


def test_identifiers_are_found_in_normal_form() -> None:
    numbered = Entity(
        "list:1", "list", Kind.VESSEL, (Name("Star"),), identifiers=(Identifier("imo", "9187629"),)
    )
    index = NameIndex([numbered])
    assert index.by_identifier("imo", "9187629") == (numbered,)
    assert index.by_identifier("mmsi", "9187629") == ()


@pytest.mark.parametrize(
    ("query", "threshold"), [("", 0.7), ("!!", 0.7), ("Mado", 0.0), ("Mado", 1.1)]
)
def test_what_cannot_be_searched_is_refused(query: str, threshold: float) -> None:
    with pytest.raises(InvalidInput):
        NameIndex([]).search(query, threshold=threshold)


def test_an_empty_index_finds_nothing() -> None:
    assert NameIndex([]).search("Mado", threshold=0.7) == []
