"""Noun phrases that can speak: where the subject of a verb begins and ends.

Places of words, half-open. Nothing looks back further than `NEAR` words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vigil.evidence.speech.cue_clause import Range
from vigil.evidence.speech.cues import (
    BETWEEN,
    MODALS,
    NEGATIONS_OF_CUES,
    SAID_IN,
    Cue,
)
from vigil.evidence.speech.name_runs import NAMED_SO
from vigil.evidence.speech.quoted_words import QUOTE, Word
from vigil.evidence.speech.speaker_words import (
    BODIES,
    DAYS,
    DOCUMENTS,
    MONTHS,
    OUTLETS,
    ROLE_WORDS,
    ROLES,
    UNNAMED,
    is_role,
)
from vigil.evidence.speech.word_table import table

PRONOUNS = table("he she they it we i you him her them")
SPEAKER_NOUNS = ROLES | UNNAMED | BODIES | DOCUMENTS | OUTLETS
MARKS = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "[", "]", ".", "!", "?", "…", '"'})
BORDERS = (
    MARKS
    | table(
        "that which who whom whose what where when while but because although though if as than "
        "after before since until whether so yet nor"
    )
    | {QUOTE}
)
PREPOSITIONS = table(
    "on in at during after before to by from via through for into inside outside under amid "
    "following since until about over near with"
)
DETERMINERS = table("a an the his her its their our this that these those")
_ARTICLES = table("the a an his her its their our")
_SHORT_NOUN = 6  # words of a noun phrase that needs no known word to speak (chosen)
_AUXILIARIES = table("did does do not has have had is are was were will would be been")
NEAR = 30  # words that a subject may be away from its verb, so that cost stays linear (chosen)


class Subject(NamedTuple):
    """Who does what a verb says; `clause` is where its clause begins, `bounded` a relative one."""

    at: Range
    aside: Range | None
    clause: int
    bounded: bool = False


def subject_of(words: Sequence[Word], i: int, cue: Cue, floor: int) -> Subject | None:
    """The words before the verb that may be its subject; None where there are none."""
    j = i - 1
    passive = False
    while j >= floor:
        low = words[j].lower
        if low in MODALS or low in NEGATIONS_OF_CUES:
            return None
        if low in {"is", "are", "was", "were", "be", "been", "being"}:
            passive = True
        elif not (low in BETWEEN or (low.endswith("ly") and words[j].text.islower())):
            break
        j -= 1
    if passive and cue.form == "past":
        return None
    j = _without_time(words, j, floor)
    if j < floor:
        return None
    low = words[j].lower
    if low == "who":
        right = j - (1 if j and words[j - 1].lower == "," else 0)
        left = noun_start(words, right, floor)
        return Subject((left, right), None, left, True) if left < right else None
    if low == ",":
        return _with_aside(words, j, floor)
    if low in BORDERS:
        return None
    left = noun_start(words, j + 1, floor)
    return Subject((left, j + 1), None, left) if left <= j else None


def _with_aside(words: Sequence[Word], comma: int, floor: int) -> Subject | None:
    """`Novak, the minister, said`: the subject stands before the comma before."""
    k = comma - 1
    low = max(floor, comma - NEAR)
    while k >= low and words[k].lower not in {",", QUOTE, ";", ":"}:
        k -= 1
    if k <= low or words[k].lower != "," or k == comma - 1:
        return None
    left = noun_start(words, k, floor)
    if left >= k or words[left].lower in PREPOSITIONS:
        return None
    return Subject((left, k), (k + 1, comma), left)


def _without_time(words: Sequence[Word], j: int, floor: int) -> int:
    """Passes over "on Friday", "late on June 9", "in a statement" to the left."""
    while j >= floor:
        k = j
        while k > floor and (words[k].lower in DAYS | MONTHS or words[k].text[:1].isdigit()):
            k -= 1
        if k < j:
            while k > floor and words[k].lower in {
                "on", "late", "early", "last", "this", "in", "by", "earlier", "at", "since", "the",
            }:  # fmt: skip
                k -= 1
            if words[k].lower in BORDERS and words[k].lower != ",":
                return j
            j = k
            continue
        if words[j].lower in SAID_IN:
            for back in (2, 3, 4):
                if j - back >= floor and words[j - back].lower in {
                    "in",
                    "at",
                    "during",
                    "via",
                    "on",
                }:
                    j -= back + 1
                    break
            else:
                return j
            continue
        return j
    return j


def noun_start(words: Sequence[Word], right: int, floor: int) -> int:
    """Where the noun phrase that ends before `right` begins."""
    k = right
    low = max(floor, right - NEAR)
    crossed = False
    while k > low:
        before = words[k - 1].lower
        if before in ("and", "or"):
            right_of_list = k - 2 if k > low + 1 and words[k - 2].lower == "," else k - 1
            if not names_only(words, _segment(words, right_of_list, low), right_of_list):
                break
            crossed = True
        elif before == "," and crossed:
            left = _segment(words, k - 1, low)
            if left == k - 1 or not names_only(words, left, k - 1):
                break
        elif before in BORDERS:
            break
        k -= 1
    return k


def _segment(words: Sequence[Word], right: int, low: int) -> int:
    k = right
    while k > low and words[k - 1].lower not in BORDERS and words[k - 1].lower != "and":
        k -= 1
    return k


def names_only(words: Sequence[Word], left: int, right: int) -> bool:
    """Whether words are a name or a description of a speaker, without a verb."""
    if left >= right or words[left].lower in PREPOSITIONS:
        return False
    return all(
        w.capital
        or w.lower in DETERMINERS
        or w.lower in ROLE_WORDS
        or w.lower.removesuffix("'s") in SPEAKER_NOUNS
        for w in words[left:right]
    )


def is_speaker(words: Sequence[Word], at: Range, strong: bool = False) -> bool:
    """Whether a noun phrase can speak: a pronoun, a name, or a word for people and bodies.

    Before a strong cue ("said") anything with an article can.
    """
    left, right = at
    if left >= right:
        return False
    if right - left == 1 and words[left].lower in PRONOUNS:
        return True
    if any(w.lower in _AUXILIARIES for w in words[left:right]):
        return False
    if strong and words[left].lower in _ARTICLES and 1 < right - left <= _SHORT_NOUN:
        return True
    for k in range(left, right):
        word = words[k]
        if word.lower in SPEAKER_NOUNS or is_role(word.lower):
            return True
        if (
            word.lower in PREPOSITIONS
            and k > left
            and not any(w.capital for w in words[left + 1 : k])
        ):
            continue
        if word.capital and word.lower not in DAYS | MONTHS | DETERMINERS | PREPOSITIONS:
            return True
    return False


def plural(words: Sequence[Word], at: Range) -> bool:
    """Whether "say" goes with the subject: several, or a pronoun that takes the plain form."""
    left, right = at
    last = words[right - 1].lower
    if last in {"he", "she", "it"}:
        return False
    several = any(w.lower == "and" for w in words[left:right])
    return (
        several
        or last in PRONOUNS
        or last in UNNAMED
        or any(w.lower.endswith("s") or w.lower in UNNAMED for w in words[left:right])
    )


def next_comma(words: Sequence[Word], start: int, end: int) -> int:
    """The place of the next comma or semicolon, else `end`."""
    k = start
    while k < end and words[k].lower not in {",", ";"}:
        k += 1
    return k


def aside_of(words: Sequence[Word], start: int, end: int) -> Range | None:
    """An apposition that begins with the comma at `start`."""
    if start >= end or words[start].lower != ",":
        return None
    close = next_comma(words, start + 1, end)
    return (start + 1, close) if start + 1 < close < end and close - start < NEAR else None


def opening_subject(words: Sequence[Word], limit: int) -> Range | None:
    """The noun phrase that a sentence begins with, behind "On Friday," and the like."""
    if not words:
        return None
    first = words[0].lower
    if first in PREPOSITIONS or first.endswith(("ing", "ed")):
        comma = next_comma(words, 0, min(limit, 16))
        if comma < min(limit, 16):
            return main_subject(words, limit, comma + 1)
    return main_subject(words, limit)


def main_subject(words: Sequence[Word], i: int, first: int = 0) -> Range | None:
    """The name or pronoun that the sentence begins with: `Novak dismissed it, saying …`."""
    k = first
    while k < i and k - first < 12 and words[k].lower not in BORDERS:
        word = words[k]
        if not (
            word.capital
            or word.lower in DETERMINERS
            or word.lower in SPEAKER_NOUNS
            or word.lower.endswith("'s")
            or word.lower in ROLE_WORDS
            or (word.lower in NAMED_SO and k > first and k + 1 < i and words[k + 1].capital)
        ):
            break
        k += 1
    if k == first and k < i and words[k].lower in PRONOUNS:
        k += 1
    while k > first and words[k - 1].lower in PREPOSITIONS | DETERMINERS:
        k -= 1
    return (first, k) if k > first and is_speaker(words, (first, k)) else None
