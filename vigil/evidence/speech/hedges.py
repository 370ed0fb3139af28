"""Hedges, negation and concern in what is stated."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.page import Span
from vigil.evidence.speech.hedge_words import HEDGES
from vigil.evidence.speech.quoted_words import Word
from vigil.evidence.speech.word_table import table
from vigil.evidence.statement import Hedge

NEGATIONS = table(
    "not never no none neither nor nobody nothing without cannot can't n't ain't aren't couldn't "
    "daren't didn't doesn't don't hadn't hasn't haven't isn't mightn't mustn't needn't oughtn't "
    "shan't shouldn't wasn't weren't won't wouldn't"
)
_CONCERNED = table("concerned worried afraid alarmed fearful")
_CONCERN = table("concern concerns worries fears alarm")
CONCERN_HINTS = _CONCERNED | _CONCERN


def hedges_in(words: Sequence[Word]) -> tuple[Hedge, ...]:
    """The hedges among words, in order; where two begin at the same place, the longer."""
    found: list[Hedge] = []
    after = 0
    for i, word in enumerate(words):
        phrases = HEDGES.get(word.lower)
        if phrases is None or i < after:
            continue
        for phrase, family in phrases:
            if len(phrase) > 1 and tuple(w.lower for w in words[i : i + len(phrase)]) != phrase:
                continue
            if not _is_hedge(words, i, phrase):
                break
            last = words[i + len(phrase) - 1]
            found.append(Hedge(Span(word.start, last.end), " ".join(phrase), family))
            after = i + len(phrase)
            break
    return tuple(found)


def _is_hedge(words: Sequence[Word], i: int, phrase: tuple[str, ...]) -> bool:
    """No month ("May 9"), no might of an army, no "expected" as a plain adjective's other use."""
    if phrase[0] == "may" and words[i].capital:
        return i == 0 and len(words) > 1 and words[1].lower == "be"
    if phrase == ("might",):
        return i > 0 and words[i - 1].lower not in {"military", "the", "its", "their"}
    return True


def is_negated(words: Sequence[Word]) -> bool:
    """Whether what is said is said not to be: "did not", "never", "no evidence"."""
    for i, word in enumerate(words):
        low = word.lower
        if low in NEGATIONS:
            ahead = words[i + 1].lower if i + 1 < len(words) else ""
            if ahead in {"only", "least", "longer", "doubt", "just"} or ahead.isdigit():
                continue
            if (
                low == "no"
                and ahead == "."
                and words[i + 2 : i + 3]
                and words[i + 2].text.isdigit()
            ):
                continue  # "No. 7"
            return True
    return False


def is_concern(words: Sequence[Word]) -> bool:
    """Whether it says what is feared."""
    for i, word in enumerate(words):
        ahead = words[i + 1].lower if i + 1 < len(words) else ""
        if word.lower in _CONCERNED and ahead in {"that", "about", "by", "at", "over"}:
            return True
        if word.lower in _CONCERN and ahead in {"that", "about", "over"}:
            return True
    return False
