"""Two lists are joined by numbers that one entity alone bears on each, and never by name."""

import pytest

from bench.names.cross_lists import Listed, cross_list_pairs, read_lists
from bench.names.native import NativeEntity


def listed(entity, name, *numbers, native=()):
    pairs = tuple((text, name) for text in native)
    return Listed(NativeEntity(entity, "person", (name,), (), pairs), frozenset(numbers))


def pairs_of(un, uk):
    same, near = cross_list_pairs({"un": un, "uk": uk, "us": []})
    return same.items, near.items


def test_who_bears_the_same_number_is_the_same_whatever_the_name():
    same, near = pairs_of([listed("un:1", "Anna Berg", "QDi.1")], [listed("uk:1", "Zoe", "QDi.1")])
    assert [(p.left["name"], p.right["name"], p.is_match) for p in same] == [
        (["Anna Berg"], ["Zoe"], True),
        (["Zoe"], ["Anna Berg"], True),
    ]
    assert not near


def test_a_number_that_two_bear_joins_nobody():
    twice = [listed("uk:1", "Anna Berg", "QDi.1"), listed("uk:2", "Anna Berg", "QDi.1")]
    assert pairs_of([listed("un:1", "Anna Berg", "QDi.1")], twice) == ((), ())


def test_who_stands_on_both_lists_under_other_numbers_is_another():
    un = [listed("un:1", "Anna Berg", "QDi.1"), listed("un:2", "Anna Burg", "QDi.2")]
    uk = [listed("uk:1", "Anna Berg", "QDi.1"), listed("uk:2", "Anna Burg", "QDi.2")]
    _, near = pairs_of(un, uk)
    assert {(p.left["name"][0], p.id) for p in near} == {
        ("Anna Berg", "uk:2"), ("Anna Burg", "uk:1"), ("Anna Berg", "un:2"), ("Anna Burg", "un:1"),
    }  # fmt: skip
    assert not any(pair.is_match for pair in near)


def test_native_names_are_asked_for_too_and_their_script_is_told():
    left = listed("un:1", "Anna Berg", "QDi.1", native=("Анна Берг",))
    same, _ = pairs_of([left], [listed("uk:1", "Anna Berg", "QDi.1")])
    assert [p.group for p in same if p.id == "uk:1"] == [
        "un→uk, Latin, same words",
        "un→uk, Cyrillic, same words",
    ]


@pytest.mark.shared
@pytest.mark.slow
def test_the_real_lists_give_thousands_of_pairs(shared):
    same, near = cross_list_pairs(read_lists(shared))
    assert len(same.items) > 3000
    assert len(near.items) > 500
