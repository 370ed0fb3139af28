"""The distinct words of all listed names, and which of them are similar to a word.

Distinct words are far fewer than names, so similarity is worked out once a distinct word, and only
where two counts allow it. Both follow from the costs of `vigil.names.token_similarity`:

- an edit of full cost adds, drops or swaps one strong letter, so it changes the bag of classes by
  at most two; cheap edits do not change it. Bags `b` apart mean at least `⌈b / 2⌉` full edits;
- of the bag of weak letters a full edit changes at most one and a cheap one at most two, and of
  their number each changes at most one. What full edits leave is paid in weak ones.

`least_distance` adds the two up; a word that it puts below the floor is not similar.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from vigil.names.token_similarity import (
    CLASSES,
    EDIT,
    FLOOR,
    HAS_DIGIT,
    SCALE,
    WEAK_EDIT,
    WEAK_LETTERS,
    canonical,
    similarity,
    skeleton,
    strong_letters,
)

BITS_OF_A_LETTER = 6  # up to six of one letter or class are told apart; more look the same
CLASS_LETTERS = tuple(members[0] for members in CLASSES)
WEAK_ORDER = tuple(sorted(WEAK_LETTERS))


class Shape(msgspec.Struct, frozen=True):
    """The counts of a word that bound its similarity to others."""

    word: str
    length: int
    strong_bag: int
    weak_bag: int
    weak_count: int


class Vocabulary:
    """Distinct folded words, grouped by the bag of classes of their strong letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._by_bag: dict[int, list[Shape]] = {}
        self._longest: dict[int, int] = {}
        self._by_strong: dict[str, list[str]] = {}
        for word in sorted(self.words):
            shape = shape_of(word)
            bag = shape.strong_bag
            self._by_bag.setdefault(bag, []).append(shape)
            self._longest[bag] = max(self._longest.get(bag, 0), shape.length)
            self._by_strong.setdefault(strong_letters(word), []).append(word)

    def similar(self, word: str) -> frozenset[str]:
        """Every word of the vocabulary whose similarity to this one is not 0."""
        if HAS_DIGIT.search(word):
            return frozenset({word} & self.words)
        asked = shape_of(word)
        bag, longest = asked.strong_bag, self._longest
        # Bits two apart cost a full edit, and the floor allows so much a letter of the longer.
        near = (
            shapes
            for other, shapes in self._by_bag.items()
            if (bag ^ other).bit_count() * EDIT * SCALE
            <= 2 * (SCALE - FLOOR) * EDIT * max(asked.length, longest[other])
        )
        return frozenset(
            known.word
            for shapes in near
            for known in shapes
            if may_be_similar(asked, known) and similarity(word, known.word)
        )

    def with_strong_letters(self, strong: str) -> list[str]:
        """The words with exactly these strong letters, in order."""
        return self._by_strong.get(strong, [])


def shape_of(word: str) -> Shape:
    """The counts of a folded word."""
    form = canonical(word)
    weak = [letter for letter in form if letter in WEAK_LETTERS]
    return Shape(
        word, len(form), _bag(skeleton(word), CLASS_LETTERS), _bag(weak, WEAK_ORDER), len(weak)
    )


def may_be_similar(one: Shape, other: Shape) -> bool:
    """Do the counts leave room for a similarity above the floor?"""
    allowed = (SCALE - FLOOR) * max(one.length, other.length) * EDIT // SCALE
    return least_distance(one, other) <= allowed


def least_distance(one: Shape, other: Shape) -> int:
    """A weighted distance that two words cannot be nearer than.

    >>> least_distance(shape_of("hesa"), shape_of("hesar")), least_distance(*[shape_of("a")] * 2)
    (20, 0)
    """
    full = ((one.strong_bag ^ other.strong_bag).bit_count() + 1) // 2
    apart = (one.weak_bag ^ other.weak_bag).bit_count()
    weak = max((apart - full + 1) // 2, abs(one.weak_count - other.weak_count) - full, 0)
    return full * EDIT + weak * WEAK_EDIT


def _bag(letters: Iterable[str], order: tuple[str, ...]) -> int:
    """How often each letter occurs, one bit for each occurrence."""
    held = list(letters)
    bag = 0
    for place, letter in enumerate(order):
        count = min(held.count(letter), BITS_OF_A_LETTER)
        bag |= ((1 << count) - 1) << (place * BITS_OF_A_LETTER)
    return bag
