"""Somebody or something named by common nouns: “a trading firm”, “the customs office”.

A phrase begins with an article or another word that only nouns follow, and ends before a verb, a
small word or a mark; its last word is what it speaks of.
"""

from __future__ import annotations

from vigil.evidence.contrasts.mentions import Mention, mentions
from vigil.evidence.contrasts.numerals import NUMBERS
from vigil.evidence.contrasts.side import Side, Word
from vigil.evidence.contrasts.time_words import NEXT
from vigil.evidence.contrasts.verbs import BE, HAVE, MODALS
from vigil.evidence.contrasts.word_forms import is_past, listed
from vigil.evidence.words.synonyms import STOP_WORDS

BEGINS = frozenset(
    listed(
        """
        the a an its his her their our one both two three four five several some another this that
        these those each every any no such
        """
    )
)
MODIFIERS = frozenset(listed("customs arms sales sports news goods systems operations armed parts"))
NO_ADVERBS = frozenset(
    listed(
        """
        family supply assembly ally anomaly monopoly fly reply bully jelly lily rally tally belly
        early daily weekly monthly yearly elderly friendly costly likely deadly only hourly orderly
        quarterly oily italy july
        """
    )
)
LONGEST = 5  # words after the first


def is_adverb(low: str) -> bool:
    """Whether a word ends like an adverb and is none of the nouns and adjectives that do.

    >>> is_adverb("quickly"), is_adverb("family")
    (True, False)
    """
    return low.endswith("ly") and low not in NO_ADVERBS


def named_or_described(side: Side) -> list[Mention]:
    """Names and noun phrases, in order; a phrase that a name stands in is the name's."""
    words = side.words
    names = [m for m in side.read(mentions) if m.kind != "role"]
    taken = {k for m in names for k in range(m.first, m.end)}
    found = list(names)
    end = 0
    for i, word in enumerate(words):
        if i < end or i in taken or not (word.low in BEGINS or _is_bare(words, i)):
            continue
        end = _end(words, i, taken)
        if end > i + (word.low in BEGINS):
            found.append(Mention(i, end, "noun:" + words[end - 1].key, "noun"))
    return sorted(found)


def _is_bare(words: list[Word], i: int) -> bool:
    """A noun without an article: first of all, or after “from”, “by” and, in the plural, “to”."""
    word = words[i]
    if word.low in STOP_WORDS or word.state or word.low in NUMBERS or word.low[0].isdigit():
        return False
    if i == 0:
        return word.low.endswith("s")
    before = words[i - 1].low
    if word.before or word.capital or word.low.endswith(("ing", "ly")):
        return False
    return before in ("from", "by") or (before == "to" and word.low.endswith("s"))


def _is_plural(low: str) -> bool:
    """A plural ends a phrase, but for the few that stand before nouns."""
    return low.endswith("s") and not low.endswith(("ss", "us", "is")) and low not in MODIFIERS


def _end(words: list[Word], i: int, taken: set[int]) -> int:
    end = i + (words[i].low in BEGINS)
    while end < len(words) and end - i <= LONGEST:
        word = words[end]
        verb = word.low in BE or word.low in HAVE or word.low in MODALS
        adjective = end == i + 1 and end + 1 < len(words) and not words[end + 1].before
        if (
            (word.before and word.before != "-" and end > i)
            or end in taken
            or verb
            or word.low in STOP_WORDS
            or word.low in NUMBERS
            or (word.low in NEXT and end > i + 1)
            or (is_past(word.low) and not adjective and word.before != "-")
            or is_adverb(word.low)
            or (end > i + 1 and _is_plural(words[end - 1].low))
        ):
            break
        end += 1
    return end
