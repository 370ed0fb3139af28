"""The kernel builds the arrays that the plain functions build."""

from array import array
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.index import build, plain_arrays
from vigil.index.arrays import ARRAYS, key_of, plain_key_of
from vigil.index.build import build_arrays
from vigil.index.compiled import CompiledNames
from vigil.model.order import Kind
from vigil.names.kernel import IS_COMPILED, kernel
from vigil.names.prepared import PreparedName, Word, WordClass, prepare
from vigil.names.token_similarity import canonical

pytestmark = pytest.mark.skipif(not IS_COMPILED, reason="no kernel: no C compiler at installation")

TEXTS = (
    st.text("acekhpsxtmnor", min_size=1, max_size=8)
    | st.text("abckhpx019", min_size=1, max_size=4)
    | st.text("mrkxph", min_size=28, max_size=40)
    | st.sampled_from(["a", "s", "kyrgyz", "trans", "avia", "xx", "phph", "ckck", "pph", "ox"])
)
WORDS = st.builds(Word, TEXTS, st.sampled_from(WordClass), st.booleans())
NAMES = st.builds(
    lambda words, acronym: PreparedName("", tuple(words), (), acronym),
    st.lists(WORDS, max_size=10),
    st.text("abc", max_size=4),
)


def plainly(names):
    with patch.object(build, "by", plain_arrays):
        return build_arrays(names)


def listed(names):
    return [(place // 2, place % 2, 0, name, Kind.UNKNOWN) for place, name in enumerate(names)]


@settings(deadline=None)
@given(st.lists(NAMES, max_size=12))
def test_every_array_is_that_of_the_plain_functions(names):
    made, plain = build_arrays(listed(names)), plainly(listed(names))
    assert {name: made[name].tolist() for name in ARRAYS} == {
        name: plain[name].tolist() for name in ARRAYS
    }


def test_words_of_one_skeleton_stand_together_and_numbers_last():
    names = [prepare(name) for name in ("Qaddafi 12", "Gadhafi", "Rezaei", "Kaddafy A320")]
    arrays = build_arrays(listed(names))
    at, text = arrays["word_text_at"], bytes(arrays["word_text"]).decode()
    forms = [text[at[i] : at[i + 1]] for i in range(len(at) - 1)]
    assert forms == ["rezaei", "kadafy", "qadafi", "gadhafi", "12", "a320"]


def test_a_name_that_holds_one_text_as_two_sorts_of_words_counts_once():
    both = (Word("su", WordClass.PLAIN), Word("su", WordClass.PLAIN, True))
    arrays = build_arrays(listed([PreparedName("", both, ())]))
    assert CompiledNames((), arrays).near("su") == [(0, 1)]
    assert arrays["word_same"].tolist() == [1, 1]


@given(TEXTS)
def test_keys_are_those_of_the_plain_function(text):
    assert kernel.text_key(text) == plain_key_of(text) == key_of(text)


@given(TEXTS)
def test_forms_are_those_of_the_plain_function(text):
    columns = (array("I", [0, len(text)]), text.encode())
    assert kernel.describe_words(*columns)[1].decode() == canonical(text)


def test_a_rarity_from_elsewhere_is_taken():
    arrays = build_arrays(listed([prepare("Kavan Behrad")]), rarity=len)
    assert sorted(arrays["word_rarity"]) == [5, 6]


@pytest.mark.parametrize(
    ("function", "args"),
    [
        pytest.param("find_holders", ([0, 2], [0, 5], 3), id="number too large"),
        pytest.param("find_holders", ([0, 9], [0, 1], 3), id="places beyond the end"),
        pytest.param("find_runs", ([0, 1], [4], [0], []), id="word too large"),
        pytest.param("look_up", ([1, 2], [2]), id="place too large"),
        pytest.param("shape_words", ([0, 2, 1], []), id="places fall"),
        pytest.param("shape_words", ([], []), id="no places"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(function, args):
    columns = [array("I", arg) if isinstance(arg, list) else arg for arg in args]
    with pytest.raises(ValueError, match=r"must rise|out of range"):
        getattr(kernel, function)(*columns)


def test_items_of_another_size_are_refused():
    with pytest.raises(ValueError, match="another size"):
        kernel.sort_keys(b"abc", array("I", [1]))
