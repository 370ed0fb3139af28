"""The compiled kernel gives what the plain functions give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.index.arrays import OF_KERNEL
from vigil.names.kernel import IS_COMPILED, kernel
from vigil.names.token_similarity import (
    WITHOUT_WEAK,
    canonical,
    edit_distance,
    plain_canonical,
    plain_similarity,
    strong_letters,
)

pytestmark = pytest.mark.skipif(not IS_COMPILED, reason="no kernel: no C compiler at installation")

WORDS = st.text("abdehikmnoprstuvxyz", min_size=0, max_size=32)


@given(WORDS, WORDS)
def test_distances_are_those_of_the_plain_function(a, b):
    assert kernel.edit_distance(a, b, 10_000) == edit_distance(a, b)


@given(WORDS, WORDS | st.text("ab7", max_size=40))
def test_similarities_are_those_of_the_plain_function(a, b):
    assert kernel.similarity(a, b) == plain_similarity(a, b)


@given(WORDS, st.data())
def test_similarities_of_near_words_are_those_of_the_plain_function(word, data):
    letters = data.draw(st.lists(st.sampled_from("aeiknst"), max_size=3))
    other = list(word)
    for letter in letters:
        other.insert(data.draw(st.integers(0, len(other))), letter)
    near = "".join(other)
    assert kernel.similarity(word, near) == plain_similarity(word, near)


@given(WORDS, st.data())
def test_a_distance_beyond_the_limit_is_beyond_it(word, data):
    other = data.draw(st.permutations(word).map("".join))
    most = data.draw(st.integers(0, 120))
    exact = edit_distance(word, other)
    found = kernel.edit_distance(word, other, most)
    assert found == exact if exact <= most else found > most


@pytest.mark.parametrize(
    ("args", "error"),
    [(("a" * 33, "b", 1), ValueError), (("é", "b", 1), TypeError), (("a", "b"), TypeError)],
    ids=["too long", "not ASCII", "too few"],
)
def test_what_it_cannot_compare_it_refuses(args, error):
    with pytest.raises(error):
        kernel.edit_distance(*args)


@given(st.text("acdhjkpstx7", max_size=150))
def test_forms_are_those_of_the_plain_function(word):
    assert canonical(word) == plain_canonical(word)
    assert strong_letters(word) == plain_canonical(word).translate(WITHOUT_WEAK)


def test_what_is_not_ascii_has_no_form():
    with pytest.raises(TypeError, match="ASCII"):
        kernel.canonical("é")


def test_arrays_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="do not fit"):
        kernel.Index(tuple(bytes(8) for _ in OF_KERNEL))


@given(st.text("aeghkpsx", max_size=16))
def test_a_canonical_form_is_nothing_from_itself(word):
    assert kernel.edit_distance(canonical(word), canonical(word), 0) == 0
