"""What stands between a cue and what is said: to whom, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.sources.agencies import agency_of
from vigil.evidence.speech.cue_clause import Range
from vigil.evidence.speech.cues import (
    BETWEEN,
    CUES,
    SAID_IN,
    Cue,
)
from vigil.evidence.speech.quoted_words import QUOTE, Word
from vigil.evidence.speech.speaker_words import (
    DAYS,
    MONTHS,
    OUTLETS,
    UNNAMED,
)
from vigil.evidence.speech.subjects import (
    BORDERS,
    DETERMINERS,
    PREPOSITIONS,
)
from vigil.evidence.speech.word_table import table

_NO_ADVERBS = table("is are was were has have had did all both one even just being")
_OPENERS = table(
    "on in at during after before to via by from posted through published released issued carried "
    "of for following outside ahead"
)


def said_from(words: Sequence[Word], k: int, cue: Cue, end: int) -> tuple[int, Range | None]:
    """Passes over whom it is told to, where and when, to what is said."""
    told: Range | None = None
    if cue.verb in {"tell", "assure", "remind", "inform", "warn"} and k < end:
        right = _addressee(words, k, end)
        if right > k:
            told, k = (k, right), right
    while k < end:
        step = _adverbial(words, k, end)
        if step == k:
            return k, told
        if words[k].lower == "to" and told is None:
            told = (k + 1, step)
        k = step
    return k, told


def _addressee(words: Sequence[Word], k: int, end: int) -> int:
    low = words[k].lower
    if low in {"that", ",", ":", QUOTE, "of", "to", "the"} and low != "the":
        return k
    for right in range(k + 1, min(end, k + 9)):
        if words[right].lower in {"that", ",", ":", QUOTE}:
            return right
    if low in {
        "reporters",
        "journalists",
        "me",
        "us",
        "him",
        "them",
        "her",
        "lawmakers",
        "parliament",
    }:
        return k + 1
    right = k + 1 if low in DETERMINERS else k
    if low in DETERMINERS and right < end and not words[right].capital:
        return right + 1
    first = right
    while right < end and words[right].capital and right - first < 3:
        if right > first and words[right].lower in {"the"}:
            break
        right += 1
        if agency_of(words[right - 1].text) or words[right - 1].lower in OUTLETS:
            break
    if right == first and right + 1 < end and words[right + 1].lower in UNNAMED | SAID_IN:
        return right + 2
    return right


def _adverbial(words: Sequence[Word], k: int, end: int) -> int:
    """The place behind "on Friday", "in a statement", "at the time", "to reporters"; else `k`."""
    low = words[k].lower
    if low in BETWEEN and low not in _NO_ADVERBS:
        return k + 1
    if low in DAYS or low in MONTHS:
        right = k + 1
        while right < end and (words[right].text.isdigit() or words[right].lower in DAYS):
            right += 1
        return right
    if (
        low in {"last", "this", "late", "early", "earlier"}
        and k + 1 < end
        and (words[k + 1].lower in DAYS | MONTHS | {"on", "this", "in"})
    ):
        return _adverbial(words, k + 1, end) if words[k + 1].lower not in {"this"} else k + 3
    if low not in _OPENERS or k + 1 >= end:
        return k
    right = k + 1
    reason = False
    while right < end and right - k < 9:
        word = words[right]
        if word.lower in BORDERS or word.lower in {"and"}:
            break
        if word.lower in SAID_IN or word.lower in DAYS | MONTHS or word.text.isdigit() or (
            word.lower in {"reporters", "journalists", "lawmakers", "time", "parliament", "viewers",
                           "website", "end", "meeting", "court", "ceremony", "event", "summit",
                           "visit", "talks"}
        ):  # fmt: skip
            reason = True
            right += 1
            while right < end and (
                words[right].text.isdigit()
                or words[right].lower in DAYS
                or words[right].lower in SAID_IN
            ):
                right += 1
            break
        if reason:
            break
        right += 1
    if reason and low != "of":
        return right
    border = right >= end or words[right].lower in {",", "that", QUOTE, ".", ":"}
    if (
        border
        and low in {"in", "at", "on", "to", "from"}
        and all(w.capital or w.lower in DETERMINERS for w in words[k + 1 : right])
    ):
        return right
    return k


def is_scene(words: Sequence[Word], left: int, right: int) -> bool:
    """Whether words only set the scene: "On Friday", "In a statement", "On the other hand"."""
    if left >= right:
        return True
    return words[left].lower in PREPOSITIONS and (
        right - left <= 6
        and any(w.lower in DAYS | MONTHS | SAID_IN | {"hand", "time"} for w in words[left:right])
    )


def is_trailer(words: Sequence[Word], left: int, end: int) -> bool:
    """Whether what follows a tag belongs to the tag: "citing …", "adding that …"."""
    if left >= end:
        return True
    low = words[left].lower
    return low in {"citing", "quoting", "according", "speaking", "referring", "who", "as", "per",
                   "which", "but", "though", "although", "while", "after", "when"} or (
        low in CUES and CUES[low].form == "ing"
    ) or (low in PREPOSITIONS and is_scene(words, left, min(end, left + 6)))  # fmt: skip


def to_quote(words: Sequence[Word], after: int, end: int) -> int:
    """Passes over the comma or colon before a quotation."""
    if after + 1 < end and words[after].lower in {",", ":"} and words[after + 1].lower == QUOTE:
        return after + 1
    return after


def next_pause(words: Sequence[Word], start: int, end: int) -> int:
    """The next comma, or the mark that stands before the next quotation."""
    k = start
    while k < end and words[k].lower not in {",", ";"}:
        if k + 1 < end and words[k].lower in {":", "—", "–", "-"} and words[k + 1].lower == QUOTE:
            return k
        k += 1
    return k
