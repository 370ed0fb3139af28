"""Who passes a statement on, and on what it rests: "citing", "told AFP", "as quoted by TASS"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vigil.evidence.sources.agencies import agency_of
from vigil.evidence.speech.cue_clause import Range
from vigil.evidence.speech.quoted_words import QUOTE, Word
from vigil.evidence.speech.speaker_words import OUTLETS
from vigil.evidence.speech.word_table import table

_ENDS = frozenset({",", ";", ":", QUOTE, ".", "(", ")", "—", "–", "that", "who", "which", "but"})
_HANDED = table(
    "released published obtained seen reviewed issued leaked carried quoted cited provided "
    "shared posted aired broadcast distributed run"
)
_MEDIA_TALK = table("interview interviews remarks comments article")
_CITES = table("citing quoting")
_HINTS = _CITES | table("by with to for on in")
_PAPERS = table(
    "paper newspaper outlet broadcaster channel station magazine daily weekly website site portal "
    "agency publication network programme program"
)
_MOST = 24  # phrases of one sentence (chosen, as for cues)
_NEAR = 20
PASSING_HINTS = _CITES | _HANDED | _MEDIA_TALK  # without one of them nothing is passed on


class Passing(msgspec.Struct, frozen=True):
    """A phrase that names a source behind or before a speaker, in places of words.

    `citing` follows a verb's speaker to what it rests on; `by` names who passes it on.
    """

    kind: str  # "citing", "by"
    source: Range
    whole: Range


def passings(words: Sequence[Word]) -> list[Passing]:
    """The phrases of a sentence, in order."""
    found: list[Passing] = []
    for i in [k for k, word in enumerate(words) if word.lower in _HINTS]:
        low = words[i].lower
        if i + 1 >= len(words) or len(found) == _MOST:
            break
        if low in {"citing", "quoting"}:
            right = _noun_end(words, i + 1)
            if right > i + 1:
                found.append(Passing("citing", (i + 1, right), (i, right)))
        elif low == "by" and i and words[i - 1].lower in _HANDED:
            right = _noun_end(words, i + 1)
            if is_outlet(words, (i + 1, right)):
                found.append(Passing("by", (i + 1, right), (i - 1, right)))
        elif low in {"with", "to", "for", "on", "in"} and i and words[i - 1].lower in _MEDIA_TALK:
            right = _noun_end(words, i + 1)
            if is_outlet(words, (i + 1, right)):
                found.append(Passing("by", (i + 1, right), (i, right)))
    return found


def is_outlet(words: Sequence[Word], at: Range) -> bool:
    """Whether a noun phrase is the name of an outlet or an agency."""
    left, right = at
    while left < right and words[left].lower in {
        "the",
        "a",
        "state",
        "news",
        "agency",
        "newspaper",
    }:
        left += 1
    names = [w for w in words[left:right] if w.lower != "'s"]
    if not names or not names[0].capital:
        return False
    for size in range(min(4, len(names)), 0, -1):
        if agency_of(" ".join(w.text for w in names[:size])) is not None:
            return True
    last = next((w for w in reversed(names[:5]) if w.capital), names[0])
    return last.lower in OUTLETS


def names_the_paper(words: Sequence[Word], at: Range) -> bool:
    """Whether a noun phrase stands for an outlet named before: "the paper", "the agency"."""
    left, right = at
    return right - left == 2 and words[left].lower == "the" and words[left + 1].lower in _PAPERS


def _noun_end(words: Sequence[Word], left: int) -> int:
    right = left
    while right < len(words) and right - left < _NEAR and words[right].lower not in _ENDS:
        if (
            right > left
            and words[right].lower in {"on", "in", "at", "said", "says", "to", "as"}
            and (words[right - 1].capital)
        ):
            break
        right += 1
    return right
