"""A base with deltas answers as one index over what is left, with the base's rarities."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.index.build import build_arrays
from vigil.index.listed_names import all_names
from vigil.index.names import NameIndex
from vigil.index.segments import Segments
from vigil.model.entity import Entity, Name
from vigil.model.order import Kind
from vigil.names.kernel import IS_COMPILED
from vigil.names.readings import prepared_readings
from vigil.names.score import compare_names

pytestmark = pytest.mark.skipif(not IS_COMPILED, reason="no kernel: no C compiler at installation")

WORDS = ("shahed", "shahid", "avia", "trans", "transavia", "general", "co", "ltd", "ali", "reza",
         "rezaei", "kavan", "qavan", "saic", "s", "a", "i", "c", "136", "张", "محمد")  # fmt: skip
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
ENTITIES = st.builds(
    lambda number, kind, names: Entity(f"list:{number}", "list", kind, tuple(map(Name, names))),
    st.integers(0, 9),
    st.sampled_from([Kind.PERSON, Kind.ORGANISATION]),
    st.lists(NAMES, min_size=1, max_size=3),
)
LISTS = st.lists(ENTITIES, max_size=8, unique_by=lambda entity: entity.id)
IDS = st.sets(st.integers(0, 11).map(lambda number: f"list:{number}"), max_size=4)
CHANGES = st.lists(st.tuples(LISTS, IDS), max_size=3)


def base_of(entities: list[Entity]) -> Segments:
    return Segments(entities, build_arrays(listed.numbered for listed in all_names(entities)))


def with_changes(segments: Segments, changes: list[tuple[list[Entity], set[str]]]) -> Segments:
    for changed, removed in changes:
        segments = segments.with_delta(segments.delta(changed, removed))
    return segments


def left_over(entities, changes) -> dict[str, Entity]:
    left = {entity.id: entity for entity in entities}
    for changed, removed in changes:
        left = {known: entity for known, entity in left.items() if known not in removed}
        left |= {entity.id: entity for entity in changed}
    return left


@settings(deadline=None)
@given(LISTS, CHANGES)
def test_entities_are_those_that_are_left(entities, changes):
    segments = with_changes(base_of(entities), changes)
    assert {entity.id: entity for entity in segments.entities} == left_over(entities, changes)
    assert len(segments.entities) == len(left_over(entities, changes))


@settings(deadline=None)
@given(LISTS, CHANGES, NAMES, st.sampled_from([0.3, 0.7]))
def test_answers_are_those_of_scoring_what_is_left_with_the_rarities_of_the_base(
    entities, changes, query, threshold
):
    base = NameIndex.of_segments(base_of(entities))
    expected = []
    for known in left_over(entities, changes).values():
        is_person = known.kind is Kind.PERSON
        best = max(
            compare_names(asked, read, base.rarity, base.crowd, is_person=is_person).score
            for asked in prepared_readings(query)
            for name in known.names
            for read in prepared_readings(name.text, is_person=is_person)
        )
        expected += [(known.id, best)] if best >= threshold else []
    index = NameIndex.of_segments(with_changes(base_of(entities), changes))
    found = [(hit.entity.id, hit.score) for hit in index.search(query, threshold=threshold)]
    assert found == sorted(expected, key=lambda pair: (-pair[1], pair[0]))


@settings(deadline=None)
@given(LISTS, CHANGES, NAMES)
def test_answers_are_those_of_one_index_built_anew_with_the_rarities_of_the_base(
    entities, changes, query
):
    base = base_of(entities)
    anew = base.with_delta(
        base.delta(list(left_over(entities, changes).values()), {e.id for e in entities})
    )
    grown = with_changes(base, changes)
    answers = [NameIndex.of_segments(s).search(query, threshold=0.5) for s in (grown, anew)]
    assert answers[0] == answers[1]


def test_a_delta_does_not_change_how_rare_a_word_is():
    entities = [Entity("list:1", "list", Kind.ORGANISATION, (Name("Kavan Behrad"),))]
    base = base_of(entities)
    more = [Entity(f"more:{i}", "list", Kind.ORGANISATION, (Name(f"Kavan {i}"),)) for i in range(9)]
    grown = base.with_delta(base.delta(more))
    assert grown.rarity("kavan") == base.rarity("kavan")
    assert grown.crowd.holding("kavan", 1000) == base.crowd.holding("kavan", 1000)


def test_the_version_tells_what_a_delta_holds_and_what_came_before():
    base = base_of([])
    one, other = (
        base.delta([Entity("list:1", "list", Kind.ORGANISATION, (Name(text),))])
        for text in ("Kavan", "Behrad")
    )
    versions = {one.version("a"), one.version("b"), other.version("a")}
    assert len(versions) == 3
