"""What is done fast gives what the plain way gives."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.evidence.page import Span
from vigil.evidence.pages import days
from vigil.evidence.pages.repeats import copies
from vigil.evidence.pages.runs_of_letters import runs_of_letters
from vigil.evidence.sources.aligned import ALIKE, Course, alignment, course_of
from vigil.evidence.words.content import keys_of, words_of

PIECES = st.sampled_from(
    [*"019/-. ,:–’“”ßéЖ٣\n\u00a0\u0130", "2023", "06", "June", "JUN.", "of ", "May", "9th", "(",
     "in ", "the ", "Saudi ", "Arabia", "Saudi Arabian", "drones", "UAVs", "United", " States",
     "US ",     "north korea", "white ", "house", "hundred ", "x" * 50, "year-", "2015 ", "%"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS)
def test_words_are_those_of_the_patterns(text: str) -> None:
    assert runs_of_letters(text) == re.findall(r"[^\W_]+", text)
    assert runs_of_letters(text, digits=False) == re.findall(r"[^\W\d_]+", text)


@given(TEXTS)
def test_a_day_begins_only_where_its_forms_are_tried(text: str) -> None:
    tried = [match.span() for match in days._forms_in(text)]
    assert tried == [match.span() for match in days._FORMS.finditer(text)]


def test_a_year_alone_stands_behind_a_word_that_a_time_follows() -> None:
    text = "Since 2014 and in-2015, within 2016, through 2017 the 2018 people; a 2019%"
    assert [text[slice(*year.at)] for year in days.years_in(text)] == ["2014", "2015", "2017"]


@given(TEXTS, st.sampled_from([0.0, 0.3, 0.6]))
def test_keys_are_those_of_the_words(text: str, above: float) -> None:
    whole = Span(0, len(text))
    plain = [word.key for word in words_of(text, whole) if word.prior > above]
    assert keys_of(text, whole, above) == plain


PARAGRAPH = st.lists(st.sampled_from("abcdefgh"), max_size=20).map(tuple)


@given(st.lists(PARAGRAPH, max_size=6), st.lists(st.integers(0, 5), max_size=4))
def test_copies_are_those_of_all_grams(own: list[tuple[str, ...]], again: list[int]) -> None:
    paragraphs = own + [own[n % len(own)] for n in again if own]
    assert copies(paragraphs) == _copies(paragraphs)


def _copies(paragraphs: list[tuple[str, ...]]) -> set[int]:
    """The same from all grams of all paragraphs, whatever words they hold."""
    seen: set[tuple[str, ...]] = set()
    found: set[int] = set()
    for number, words in enumerate(paragraphs):
        grams = [words[n : n + 8] for n in range(len(words) - 7)]
        covered = {n + k for n, gram in enumerate(grams) if gram in seen for k in range(8)}
        if grams and len(covered) >= 0.9 * len(words):
            found.add(number)
        short = not grams and words
        if short and words in paragraphs[:number] and number - 1 in found:
            found.add(number)
        seen.update(grams)
    return found


SENTENCES = st.lists(st.lists(st.sampled_from("abcdefghijklmnop"), max_size=9), max_size=8)


@given(SENTENCES, SENTENCES)
def test_alignment_is_that_of_all_sentences_with_all(
    one: list[list[str]], other: list[list[str]]
) -> None:
    left, right = _course(one), _course(other)
    pairs = alignment(left, right)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    assert sum(alike for _, _, alike in pairs) == pytest.approx(_heaviest(left, right))


def _heaviest(left: Course, right: Course) -> float:
    """The most that sentences paired in order can be alike, by the plain table."""
    every = [set(keys) for keys in (*left.sentences, *right.sentences)]
    weight = {
        key: log(1 + len(every) / sum(key in keys for keys in every)) for key in set().union(*every)
    }
    best = [[0.0] * (len(right.sentences) + 1) for _ in range(len(left.sentences) + 1)]
    for i, mine in enumerate(left.sentences):
        for j, theirs in enumerate(right.sentences):
            both = sum(weight[key] for key in mine) + sum(weight[key] for key in theirs)
            alike = 2 * sum(weight[key] for key in set(mine) & set(theirs)) / both
            paired = best[i][j] + alike if alike >= ALIKE else 0.0
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], paired)
    return best[-1][-1]


def test_sentences_that_change_places_are_paired_in_one_order() -> None:
    a, b, c = ["ship", "oil", "port", "crew"], ["bank", "loan", "vote", "law"], list("wxyz")
    pairs = alignment(_course([a, b, c]), _course([c, a, b]))
    assert [(i, j) for i, j, _ in pairs] == [(0, 1), (1, 2)]
    assert all(alike > 0.99 for _, _, alike in pairs)


def _course(sentences: list[list[str]]) -> Course:
    ends = accumulate(len(keys) + 1 for keys in sentences)
    return course_of((keys, Span(end - 1, end)) for keys, end in zip(sentences, ends, strict=True))
