"""The distinct words of all listed names, and which of them are similar to a word.

Distinct words are far fewer than names, so similarity is worked out once a distinct word. The
skeleton bound of `vigil.names.token_similarity` proves that a skipped word is not similar.
"""

from __future__ import annotations

from collections.abc import Iterable

from vigil.names.token_similarity import (
    CLASSES,
    EDIT,
    FLOOR,
    SCALE,
    canonical,
    similarity,
    skeleton,
    strong_letters,
)

BITS_OF_A_CLASS = 6  # up to six letters of one class are told apart; more look the same


class Vocabulary:
    """Distinct folded words, grouped by the bag of classes of their strong letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._by_bag: dict[int, list[str]] = {}
        self._longest: dict[int, int] = {}
        self._by_strong: dict[str, list[str]] = {}
        for word in sorted(self.words):
            bag = class_bag(skeleton(word))
            self._by_bag.setdefault(bag, []).append(word)
            self._longest[bag] = max(self._longest.get(bag, 0), len(canonical(word)))
            self._by_strong.setdefault(strong_letters(word), []).append(word)

    def similar(self, word: str) -> frozenset[str]:
        """Every word of the vocabulary whose similarity to this one is not 0."""
        if any(c.isdigit() for c in word):
            return frozenset({word} & self.words)
        bag = class_bag(skeleton(word))
        length = len(canonical(word))
        near = (
            words
            for other, words in self._by_bag.items()
            if (bag ^ other).bit_count() <= bag_radius(length, self._longest[other])
        )
        return frozenset(found for words in near for found in words if similarity(word, found))

    def with_strong_letters(self, strong: str) -> list[str]:
        """The words with exactly these strong letters, in order."""
        return self._by_strong.get(strong, [])


def class_bag(classes: str) -> int:
    """How often each class occurs, one bit for each occurrence.

    >>> class_bag("kk") == class_bag("k") | class_bag("k") << 1
    True
    """
    bag = 0
    for place, members in enumerate(CLASSES):
        count = min(classes.count(members[0]), BITS_OF_A_CLASS)
        bag |= ((1 << count) - 1) << (place * BITS_OF_A_CLASS)
    return bag


def bag_radius(length: int, other: int) -> int:
    """How many bits apart the bags of similar words can be, given the longer canonical forms.

    An edit of full cost changes a skeleton by one edit, which adds, drops or swaps one letter of
    the bag: two bits at most. What the difference in length costs at least is spent already.
    """
    allowed = (SCALE - FLOOR) * max(length, other) * EDIT // SCALE
    return 2 * (allowed // EDIT)
