"""The similarity of words and the bounds that a search rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.index.vocabulary import least_distance, shape_of
from vigil.names.token_similarity import (
    CLASSES,
    EDIT,
    WEAK_LETTERS,
    canonical,
    edit_distance,
    similarity,
    skeleton,
)

WORDS = st.text(alphabet="aeiouyhjkqcgvwfsztdpbmnlrx", min_size=1, max_size=12)


def plain_distance(a: str, b: str) -> int:
    """Edits (with exchange of neighbours) between two strings: an independent oracle."""
    rows = [[i + j if not i * j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            rows[i][j] = min(
                rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1])
            )
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def test_classes_and_weak_letters_part_the_alphabet() -> None:
    letters = sorted("".join(CLASSES)) + sorted(WEAK_LETTERS)
    assert sorted(letters) == sorted("abcdefghijklmnopqrstuvwyz")  # x is written ks


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("putin", "putin", 1000),
        ("mohammad", "muhamad", 942),
        ("dmitriy", "dmitrii", 942),
        ("qaddafi", "gadhafi", 892),
        ("putin", "pulin", 800),
        ("philippov", "filipov", 1000),
    ],
)
def test_spellings_of_one_word_are_similar(one: str, other: str, alike: int) -> None:
    assert similarity(one, other) == alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("saeed", "azim"),
        ("air", "aircraft"),
        ("136", "131"),
        ("6", "7"),
        ("shahed136", "shahed131"),
    ],
)
def test_other_words_say_nothing(one: str, other: str) -> None:
    assert similarity(one, other) == 0


@given(WORDS, WORDS)
def test_similarity_is_symmetric(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)


@given(WORDS, WORDS)
def test_skeletons_bound_the_distance(one: str, other: str) -> None:
    bound = EDIT * plain_distance(skeleton(one), skeleton(other))
    assert edit_distance(canonical(one), canonical(other)) >= bound


@given(WORDS, WORDS)
def test_counts_of_letters_bound_the_distance(one: str, other: str) -> None:
    bound = least_distance(shape_of(one), shape_of(other))
    assert edit_distance(canonical(one), canonical(other)) >= bound
