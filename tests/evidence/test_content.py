"""Keys of words: one for what papers use for one another, apart for what means different things."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.evidence.page import Span
from vigil.evidence.words.content import inflected, words_of
from vigil.evidence.words.states import STATE_OF
from vigil.evidence.words.synonyms import GROUPS


def keys(text: str) -> list[str]:
    return [w.key for w in words_of(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UAVs", "drones"),
        ("unmanned aerial vehicles", "drone"),
        ("the factory", "a plant"),
        ("Moscow", "Russian"),
        ("the White House", "U.S."),
        ("US", "United States"),
        ("was shipped", "transported"),
        ("manufactured", "were built"),
        ("the invasion", "this war"),
        ("hundred", "hundreds"),
        ("1,200", "1200"),
        ("violates", "a violation of"),
        ("sent", "sending"),
        ("Kiev", "Kyiv"),
    ],
)
def test_papers_use_them_for_one_another(one: str, other: str) -> None:
    assert keys(one)[0] == keys(other)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the company", "accompany"),
        ("a plane", "the plan"),
        ("a party", "a part"),
        ("tell us", "the US"),
        ("15 boxes", "150 boxes"),
        ("North Korea", "South Korea"),
        ("product", "procure"),
    ],
)
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    assert set(keys(one)).isdisjoint(keys(other)) or keys(one) != keys(other)


def test_a_link_is_one_word() -> None:
    text = "Alaboga Special Economic Zone"
    found = list(words_of(text, Span(0, len(text)), [(Span(0, 29), "place:alabuga")]))
    assert [(w.key, w.at) for w in found] == [("=place:alabuga", Span(0, 29))]


def test_no_word_is_in_two_groups() -> None:
    groups = [line.split() for line in GROUPS.strip().splitlines()]
    held = {(inflected(word), group[0]) for group in groups for word in group if "_" not in word}
    count = Counter(form for form, _ in held)
    assert [form for form in count if count[form] > 1] == []
    assert len(STATE_OF) > 200


@given(st.text())
def test_any_text_gives_words_in_order_and_in_range(text: str) -> None:
    ends = [(w.at.start, w.at.end) for w in words_of(text, Span(0, len(text)))]
    flat = [n for pair in ends for n in pair]
    assert flat == sorted(flat)
    assert all(0 <= n <= len(text) for n in flat)
