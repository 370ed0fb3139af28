"""Many phrases in one pass give what looking for each of them gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.names.phrases import Phrases

WORDS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=8)
PHRASES = st.lists(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3), max_size=6)


@given(PHRASES, WORDS)
def test_finds_what_one_by_one_finds(phrases: list[list[str]], words: list[str]) -> None:
    found = list(Phrases((phrase, i) for i, phrase in enumerate(phrases)).in_words(words))
    expected = [
        (start, start + len(phrase), i)
        for start in range(len(words))
        for i, phrase in enumerate(phrases)
        if words[start : start + len(phrase)] == phrase
    ]
    assert sorted(tuple(met) for met in found) == sorted(expected)


def test_a_phrase_without_words_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        Phrases([((), "nothing")])
