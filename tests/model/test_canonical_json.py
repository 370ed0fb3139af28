"""One value, one way to write it; and nothing that readers of JSON read differently."""

import json
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.canonical_json import LARGEST, canonical_json

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=20,
)


@given(VALUES)
def test_it_reads_back_as_the_same_value(value):
    assert json.loads(canonical_json(value)) == value


@given(VALUES)
def test_it_is_what_the_standard_library_writes(value):
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical_json(value) == plain.encode()


def test_each_character_is_written_as_the_standard_library_does():
    for plane in range(17):
        code_points = range(plane << 16, (plane + 1) << 16)
        text = "".join(chr(c) for c in code_points if not 0xD800 <= c < 0xE000)
        assert canonical_json(text) == json.dumps(text, ensure_ascii=False).encode()


def test_what_is_canonical_stays_as_it_is():
    once = canonical_json({"b": 1, "a": 2})
    assert canonical_json(once) is once


class Colour(StrEnum):
    RED = "red"


def test_a_named_string_is_its_text():
    assert canonical_json({"a": Colour.RED}) == b'{"a":"red"}'


@given(st.dictionaries(TEXTS, st.integers(-9, 9)), st.randoms())
def test_the_order_of_keys_does_not_matter(value, random):
    keys = list(value)
    random.shuffle(keys)
    assert canonical_json({key: value[key] for key in keys}) == canonical_json(value)


@pytest.mark.parametrize(
    "bad",
    [
        0.5,
        [1.0],
        {"score": 0.97},
        b"bytes",
        {1: "a"},
        {"a": {2, 3}},
        [[0.5]],
        ({"a": [{"b": 0.0}]},),
    ],
)
def test_what_readers_may_print_differently_is_refused(bad):
    with pytest.raises(TypeError):
        canonical_json(bad)


@pytest.mark.parametrize("bad", [2**53, -(2**53), "\ud800"])
def test_what_other_readers_cannot_hold_is_refused(bad):
    with pytest.raises(ValueError, match=r"at most|surrogates"):
        canonical_json(bad)


def test_true_is_not_one():
    assert canonical_json([True, 1]) == b"[true,1]"
