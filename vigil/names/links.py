"""Which words of two names may stand for one another, and what each such link is worth.

Weights, similarities and worths are whole numbers, so that a search and a comparison of all names
one by one give equal scores, not nearly equal ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

import msgspec

from vigil.names.explanation import deviation
from vigil.names.name_parts import is_patronymic
from vigil.names.prepared import Word, WordClass
from vigil.names.token_similarity import SCALE, similarity, strong_letters

LONGEST_JOIN = 3  # words written as one, like Kyrgyz Trans Avia
LONGEST_SPELLING = 8  # single letters written as one, like S. A. I. C.
JOIN_FLOOR = 950  # similarity: A A Trading is not a way to write Trading
SAME_PART = 900  # similarity from which the ending of a patronymic decides nothing
SHORTEST_JOIN = 4  # letters; shorter ones meet by chance

Rarity = Callable[[str], int]
"""How much a folded word says, 1–1000, for a list of names; 1000 for all where there is none."""


class LinkKind(StrEnum):
    """How two groups of words meet; the value is the name of the feature."""

    WORD = "word"
    JOINED = "joined_words"
    INITIAL = "initial"


class Link(msgspec.Struct, frozen=True):
    """Words of the query (by place) that stand for words of the listed name.

    `gain` and `cost` are what the link adds to agreement and deviation, in millionths of a
    whole word; `covers_query` and `covers_listed` the weights it explains, in thousandths.
    """

    kind: LinkKind
    query: tuple[int, ...]
    listed: tuple[int, ...]
    similarity: int
    weight: int
    gain: int
    cost: int
    covers_query: int
    covers_listed: int


def always_rare(_word: str) -> int:
    """The rarity of words where no list says how common they are."""
    return SCALE


def weight_of(word: Word, rarity: Rarity) -> int:
    """How much a word counts, in thousandths: its class times its rarity, at least 1."""
    return max(1, int(word.word_class) * rarity(word.text) // SCALE)


def find_links(query: Sequence[Word], listed: Sequence[Word], rarity: Rarity) -> list[Link]:
    """Every link between two names: word to word, joined words, and initials.

    Links may share words; `vigil.names.assignment` chooses among them. Links of initials count
    only beside another link, which is the caller's to see to.
    """
    return [
        *_word_links(query, listed, rarity),
        *_joins(query, listed, rarity),
        *(_reversed(link) for link in _joins(listed, query, rarity)),
        *_initial_links(query, listed, rarity),
    ]


def spans(name: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring words that may be written as one: begin and end, exclusive.

    Two or three words of any kind, or up to eight single letters.
    """
    for begin in range(len(name)):
        singles = True
        for end in range(begin + 1, min(begin + LONGEST_SPELLING, len(name)) + 1):
            singles = singles and len(name[end - 1].text) == 1
            if end - begin > 1 and (end - begin <= LONGEST_JOIN or singles):
                yield begin, end


def joined(name: Sequence[Word], begin: int, end: int) -> str:
    """The words of a run written as one."""
    return "".join(word.text for word in name[begin:end])


def is_initial_of(initial: Word, word: Word) -> bool:
    """May the single letter stand for the word?"""
    return (
        initial.word_class is WordClass.INITIAL
        and word.word_class is WordClass.PLAIN
        and word.text.startswith(initial.text)
    )


def may_meet(one: Word, other: Word) -> bool:
    """May two words stand for one another at all?

    `al` is not a way to write `ali`, and syllables meet exactly.
    """
    if one.is_syllable or other.is_syllable:
        return one.text == other.text
    fixed = (WordClass.PARTICLE, WordClass.INITIAL, WordClass.NUMBER)
    if one.word_class == other.word_class:
        return True
    return one.word_class not in fixed and other.word_class not in fixed


def _word_links(query: Sequence[Word], listed: Sequence[Word], rarity: Rarity) -> Iterator[Link]:
    for i, asked in enumerate(query):
        for j, known in enumerate(listed):
            alike = similarity(asked.text, known.text) if may_meet(asked, known) else 0
            if alike and (alike >= SAME_PART or _are_same_part(asked, known)):
                shared = Word(known.text, min(asked.word_class, known.word_class))
                weight = weight_of(shared, rarity)
                covers_query = weight_of(Word(asked.text, shared.word_class), rarity)
                yield _link(LinkKind.WORD, (i,), (j,), alike, (covers_query, weight))


def _are_same_part(one: Word, other: Word) -> bool:
    """Is not just one of them a father's name (Oleksandr is not Oleksandrovych)?"""
    return is_patronymic(one.text) == is_patronymic(other.text)


def _joins(whole: Sequence[Word], parts: Sequence[Word], rarity: Rarity) -> Iterator[Link]:
    """Links from one word of a name to a run of words of the other, which is `parts`."""
    runs = _runs(tuple(parts))
    for i, word in enumerate(whole):
        if len(word.text) < SHORTEST_JOIN or not word.is_distinctive:
            continue
        for begin, end, text in runs.get(strong_letters(word.text), ()):
            alike = similarity(word.text, text)
            # A part that is the word as well by itself leaves the others unexplained (M. Mado).
            alone = any(similarity(word.text, part.text) >= alike for part in parts[begin:end])
            syllables = word.is_syllable or any(part.is_syllable for part in parts[begin:end])
            floor = SCALE if syllables else JOIN_FLOOR
            if alike >= floor and not alone:
                weight = sum(weight_of(part, rarity) for part in parts[begin:end])
                covered = (weight_of(word, rarity), weight)
                yield _link(LinkKind.JOINED, (i,), tuple(range(begin, end)), alike, covered)


@lru_cache(maxsize=65_536)
def _runs(name: tuple[Word, ...]) -> dict[str, list[tuple[int, int, str]]]:
    """The runs of a name that may be written as one, by their strong letters."""
    by_strong: dict[str, list[tuple[int, int, str]]] = {}
    for begin, end in spans(name):
        text = joined(name, begin, end)
        if len(text) >= SHORTEST_JOIN:
            by_strong.setdefault(strong_letters(text), []).append((begin, end, text))
    return by_strong


def _reversed(link: Link) -> Link:
    """A join found from the listed name's side; its weight is the listed word's."""
    covered = (link.covers_listed, link.covers_query)
    return _link(link.kind, link.listed, link.query, link.similarity, covered)


def _initial_links(query: Sequence[Word], listed: Sequence[Word], rarity: Rarity) -> Iterator[Link]:
    """Links of initials: they agree on nothing, but what they stand for is no conflict.

    The listed word counts as explained; the query's stays unexplained, at the small price of
    what only the query has. So an initial never drives a search.
    """
    for i, asked in enumerate(query):
        for j, known in enumerate(listed):
            if is_initial_of(asked, known) or is_initial_of(known, asked):
                weight = weight_of(asked, rarity)
                covers_listed = weight_of(known, rarity)
                yield Link(LinkKind.INITIAL, (i,), (j,), SCALE, weight, 0, 0, 0, covers_listed)


def _link(
    kind: LinkKind,
    query: tuple[int, ...],
    listed: tuple[int, ...],
    alike: int,
    covers: tuple[int, int],
) -> Link:
    covers_query, weight = covers
    lost = deviation(alike)
    return Link(
        kind, query, listed, alike, weight, weight * (SCALE - lost), weight * lost,
        covers_query, weight,
    )  # fmt: skip
