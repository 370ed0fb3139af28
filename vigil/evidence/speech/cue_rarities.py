"""Rarer ways to say who says something: passives, "went on", what an outlet "has learned"."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.speech.cue_clause import Attribution, floor_of
from vigil.evidence.speech.cue_verbs import with_subject
from vigil.evidence.speech.cues import BETWEEN, CHARGES, Cue
from vigil.evidence.speech.quoted_words import QUOTE, Word
from vigil.evidence.speech.subjects import BORDERS, NEAR, PREPOSITIONS, is_speaker, subject_of
from vigil.evidence.speech.via import is_outlet
from vigil.evidence.speech.word_table import table

_LEARN = Cue("learn", "past", "say", True, False)
_GO_ON = Cue("go on", "past", "say", False, False)
_PASSIVE = table("is are was were be been being")
_SORTS = frozenset({"deny", "admit"})
# What a clause stands in for, beside the words for charges: "Everything is denied by the firm".
_ALL_THAT = table("that this it these those everything all which each any none both he she they")


def learning(
    words: Sequence[Word], i: int, found: list[Attribution], end: int
) -> Attribution | None:
    """`the Herald has learned`: outlets speak so of what they report themselves."""
    subject = subject_of(words, i, _LEARN, floor_of(found))
    if subject is None or not is_outlet(words, subject.at):
        return None
    if i + 1 < end and words[i + 1].lower in PREPOSITIONS | {"of", "to"}:
        return None  # "learned from its mistakes"
    return with_subject(words, i, _LEARN, subject, found, end)


def going_on(
    words: Sequence[Word], i: int, found: list[Attribution], end: int
) -> Attribution | None:
    """`“We slept,” she went on`: what somebody says next."""
    subject = subject_of(words, i, _GO_ON, floor_of(found))
    if subject is None or not is_speaker(words, subject.at):
        return None
    behind = words[subject.clause - 1].lower if subject.clause else ""
    ahead = words[i + 2].lower if i + 2 < end else ""
    one = Attribution((i, i + 2), _GO_ON, subject.at, "before", [], subject.clause, subject.aside)
    if behind == QUOTE and ahead in {"", ",", ":", ";"}:
        one.how, one.complements = "behind", [(0, subject.clause)]
    if ahead in {",", ":"} and i + 3 < end and words[i + 3].lower == QUOTE:
        one.how = "around" if one.complements else "before"
        one.complements.append((i + 3, end))
    return one if one.complements else None


def passive(
    words: Sequence[Word], i: int, cue: Cue, found: list[Attribution], end: int
) -> Attribution | None:
    """`That its seal was broken was denied by the shipper`, `the claims were rejected by Velm`.

    Only of what is said: "entry was denied by the guard" denies nothing that was told.
    """
    if cue.sort not in _SORTS:
        return None
    k = i - 1
    while k > 0 and (words[k].lower in BETWEEN or words[k].lower.endswith("ly")):
        k -= 1
    if not any(w.lower in _PASSIVE for w in words[k + 1 : i]):
        return None
    left = max(floor_of(found), 0)
    while left < k and words[left].lower in {",", "and", "but", "while"}:
        left += 1
    told = {w.lower for w in words[left : k + 1]}
    if words[left].lower not in _ALL_THAT and told.isdisjoint(CHARGES):
        return None
    right = i + 2
    while right < end and right - i < NEAR and words[right].lower not in BORDERS:
        right += 1
    if not is_speaker(words, (i + 2, right), strong=True):
        return None
    if words[left].lower == "that":
        left += 1
    one = Attribution((k + 1, i + 1), cue, (i + 2, right), "behind", [(left, k + 1)], k + 1)
    return one if left <= k else None
