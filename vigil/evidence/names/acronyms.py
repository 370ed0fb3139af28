"""What a page itself says an acronym stands for: `Name Of A Body (NOAB)` or `NOAB (Name Of …)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from vigil.evidence.names.words import Words, words_of
from vigil.names.common_words import PARTICLES

LONGEST = 6  # letters of an acronym
IN_BRACKETS = re.compile(r"\s*[(\[]\s*['\"“]?$")
MOST_WORDS = 12  # of what it stands for
SHARED = 0.7  # of the words of what is stated; chosen


class Expansion(NamedTuple):
    """The places of the words that an acronym stands for: the first, and after the last."""

    start: int
    end: int


def is_acronym(text: str) -> bool:
    """Is the word two to six capitals?

    >>> is_acronym("HESA"), is_acronym("Hesa"), is_acronym("H.E.S.A.")
    (True, False, True)
    """
    letters = text.replace(".", "")
    return 1 < len(letters) <= LONGEST and letters.isalpha() and letters.isupper()


def expansion_of(text: str, words: Words, at: int) -> Expansion | None:
    """What the acronym at a place stands for, where its page says it there."""
    letters = words.folded[at]
    if IN_BRACKETS.search(text[max(0, words.starts[at] - 4) : words.starts[at]]):
        for start in _starts(words.folded, at):
            if _spells(words.folded[start:at], letters):
                return Expansion(start, at)
    elif at + 1 < len(words.starts):
        between = text[words.ends[at] : words.starts[at + 1]]
        if IN_BRACKETS.search(between):
            for end in range(at + 2, min(len(words.folded), at + MOST_WORDS) + 1):
                if _spells(words.folded[at + 1 : end], letters):
                    return Expansion(at + 1, end)
    return None


def is_nearly(stated: Sequence[str], name: str) -> bool:
    """Are most words of what is stated those of a name, in number and case as they may be?

    >>> is_nearly(["revolutionary", "guards", "corps"], "ISLAMIC REVOLUTIONARY GUARD CORPS")
    True
    """
    own = _stems(name)
    said = {_stem(word) for word in stated} - PARTICLES
    return len(own & said) >= SHARED * len(said)


@lru_cache(maxsize=4096)
def _stems(name: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in words_of(name).folded) - PARTICLES


def _stem(word: str) -> str:
    return word.removesuffix("s")


def _starts(folded: Sequence[str], at: int) -> Iterator[int]:
    first = folded[at][0]
    return (s for s in range(at - 1, max(-1, at - MOST_WORDS), -1) if folded[s][0] == first)


def _spells(folded: Sequence[str], letters: str) -> bool:
    """Are the letters the words' initials, or in their order in no more words than letters?"""
    if "".join(word[0] for word in folded if word not in PARTICLES) == letters:
        return True
    rest = iter("".join(folded))
    return 1 < len(folded) <= len(letters) and all(letter in rest for letter in letters)
