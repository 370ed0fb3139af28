"""One side of a comparison: the words that a page uses to tell one thing, and how two sides align.

Words keep their offsets into the page; their stems and synonyms are for comparing only. The
alignment is the longest common subsequence of the synonyms, found with one integer a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, TypeVar

from vigil.evidence.contrasts.word_forms import plain, stem
from vigil.evidence.page import Span
from vigil.evidence.told import Told
from vigil.evidence.words.content import stem as root
from vigil.evidence.words.states import CAPITALS, STATE_OF
from vigil.evidence.words.synonyms import GROUPS, STOP_WORDS

T = TypeVar("T")
LONGEST = 400  # words of a side that are compared; a statement is a sentence
LONGEST_WORD = 60  # characters; longer ones are cut off and compare by their beginning
# Initials with points, numbers with their marks, words with an apostrophe; a hyphen parts words.
WORD = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z]\b)?|\d+(?:[.,]\d+)*%?|[^\W\d_]{1,60}(?:['’][^\W\d_]{1,10})?|[^\W_]{1,60}"
)
SENTENCE = frozenset(".?!")


class Word(NamedTuple):
    """A word as it stands on the page, with the forms that it is compared in."""

    text: str
    start: int
    end: int
    before: str  # what stands between the word before and this one, without spaces
    low: str  # plain small letters
    stem: str
    key: str  # one for all synonyms
    state: str  # ISO 3166 alpha-2 of the state it names, else ""
    capital: bool  # begins with a capital letter
    possessive: bool  # owns what follows: “Iran’s”


def _synonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in GROUPS.strip().splitlines():
        words = [w for w in line.split() if "_" not in w]
        for word in words:
            table.setdefault(stem(word), stem(words[0]))
    return table


SYNONYMS = _synonyms()
STATE_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
STATE_WORDS: dict[str, str] = {}
for _words, _state in STATE_OF.items():
    if len(_words) > 1:
        STATE_PHRASES.setdefault(_words[0], []).append((_words, _state))
    else:
        STATE_WORDS[_words[0]] = _state


@lru_cache(maxsize=65536)
def _forms(text: str) -> tuple[str, str, str, str, bool, bool]:
    """Plain form, stem, key and state of a word as printed, whether capital, possessive."""
    low = plain(text)
    bare = text[:-2] if text.endswith(("'s", "’s")) else text
    if bare in CAPITALS:
        low = f"{low}."  # “US” is not “us”
        return low, low, "@" + CAPITALS[bare], CAPITALS[bare], True, bare != text
    own = stem(text)
    plural = low[:-1] if low.endswith("s") else low
    capital = text[0].isupper()
    state = STATE_WORDS.get(low) or STATE_WORDS.get(plural, "") if capital else ""
    key = "@" + state if state else SYNONYMS.get(own) or root(low)
    return low, own, key, state, capital, bare != text


def words_of(text: str, at: Span) -> list[Word]:
    """The words of a span, in order; at most `LONGEST`."""
    words: list[Word] = []
    last = at.start
    for found in WORD.finditer(text, at.start, at.end):
        start, end = found.span()
        printed = found.group()
        gap = text[last : min(start, last + 40)]
        if gap == " ":
            gap = ""
        elif gap:
            gap = "".join(gap.split())
        words.append(Word(printed, start, end, gap, *_forms(printed)))
        last = end
        if len(words) == LONGEST:
            break
    return words


def state_words(text: str, at: Span) -> list[Word]:
    """The words of a span; those of a phrase that names a state carry its key."""
    return _with_state_phrases(words_of(text, at))


class Side:
    """The words of one statement. `words` are of what is compared, `around` of its sentence."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.words = state_words(told.page.text, told.at)
        self.keys = [w.key for w in self.words]
        self._read: dict[object, Any] = {}

    def read(self, reader: Callable[[Side], T]) -> T:
        """What a reader finds in these words, looked for once."""
        if reader not in self._read:
            self._read[reader] = reader(self)
        found: T = self._read[reader]
        return found

    @cached_property
    def key_set(self) -> frozenset[str]:
        """All keys."""
        return frozenset(self.keys)

    @cached_property
    def around(self) -> list[Word]:
        """The words of the whole sentence."""
        return words_of(self.told.page.text, self.told.statement.sentence)

    def span(self, first: int, end: int) -> Span:
        """Offsets of words `first` to `end` (not included); for none, of the word before."""
        if not self.words:
            return Span(self.told.at.start, self.told.at.end)
        if end <= first:
            place = min(max(first - 1, 0), len(self.words) - 1)
            return Span(self.words[place].start, self.words[place].end)
        return Span(self.words[first].start, self.words[end - 1].end)

    def said(self, first: int, end: int) -> str:
        """The words as printed."""
        at = self.span(first, end)
        return " ".join(self.told.page.text[at.start : at.end].split())


def _with_state_phrases(words: list[Word]) -> list[Word]:
    """Words of a phrase that names a state (“White House”) carry that state's key."""
    for i, word in enumerate(words):
        for phrase, state in STATE_PHRASES.get(word.low, ()) if word.capital else ():
            if tuple(w.low for w in words[i : i + len(phrase)]) == phrase:
                for j in range(i, i + len(phrase)):
                    words[j] = words[j]._replace(state=state)
                break
    return words


class Gap(NamedTuple):
    """Words that only one side has, or both have otherwise, between words they share."""

    left: int
    left_end: int
    right: int
    right_end: int


class Alignment:
    """Which words of two sides stand for one another, in order."""

    def __init__(self, left: list[str], right: list[str]) -> None:
        self.pairs = common(left, right)
        self.gaps: list[Gap] = []
        self.left_gap = [-1] * len(left)
        self.right_gap = [-1] * len(right)
        at_left = at_right = 0
        for i, j in (*self.pairs, (len(left), len(right))):
            if i > at_left or j > at_right:
                for k in range(at_left, i):
                    self.left_gap[k] = len(self.gaps)
                for k in range(at_right, j):
                    self.right_gap[k] = len(self.gaps)
                self.gaps.append(Gap(at_left, i, at_right, j))
            at_left, at_right = i + 1, j + 1

    def share(self, shorter: int) -> float:
        """Shared words of a number of words."""
        return len(self.pairs) / shorter if shorter else 0.0


def common(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """The longest common subsequence as index pairs, by rows of bits (Hyyrö 2004).

    Each row is one integer with a bit for each word of `right`; a bit is 0 where the length of
    the common subsequence grows there.
    """
    everywhere: dict[str, int] = {}
    for j, key in enumerate(right):
        everywhere[key] = everywhere.get(key, 0) | 1 << j
    mask = (1 << len(right)) - 1
    row = mask
    rows = [row]
    for key in left:
        match = everywhere.get(key, 0)
        both = row & match
        row = ((row + both) | (row - both)) & mask
        rows.append(row)
    pairs: list[tuple[int, int]] = []
    i, j = len(left), len(right) - 1
    while i > 0 and j >= 0:
        if rows[i] >> j & 1:
            j -= 1
        elif not rows[i - 1] >> j & 1:
            i -= 1
        else:
            pairs.append((i - 1, j))
            i -= 1
            j -= 1
    pairs.reverse()
    return pairs


def slot(
    sides: tuple[Side, Side],
    aligned: Alignment,
    left: tuple[int, int],
    right: tuple[int, int],
) -> int:
    """How surely two stretches of words stand in the same place of what is told: 0–4.

    2 for the same gap of the alignment, 1 each for the same telling word before and after.
    """
    found = 0
    gaps = set(aligned.left_gap[left[0] : left[1]]) & set(aligned.right_gap[right[0] : right[1]])
    if gaps - {-1}:
        found = 2
    before = _telling(sides[0].words, left[0] - 1, -1)
    if before and before == _telling(sides[1].words, right[0] - 1, -1):
        found += 1
    after = _telling(sides[0].words, left[1], 1)
    if after and after == _telling(sides[1].words, right[1], 1):
        found += 1
    return found


def _telling(words: list[Word], place: int, step: int) -> str:
    """The key of the next word that is no stop word, at most three words away."""
    for _ in range(3):
        if not 0 <= place < len(words):
            return ""
        if words[place].low not in STOP_WORDS:
            return words[place].key
        place += step
    return ""
