"""Who stands before a verb, and who after it with which preposition."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.contrasts.flow_words import AGENTS, GIVE, MARKS_OF_CLAUSES, PREPOSITIONS, TAKE
from vigil.evidence.contrasts.mentions import Mention
from vigil.evidence.contrasts.side import Word
from vigil.evidence.contrasts.verbs import verb_at

REACH = 16  # words after a verb that are looked at


def state_of(key: str) -> str:
    """A body acts for its state."""
    return key.split(" ")[0] if key.startswith("@") else key


def _before_aside(words: list[Word], i: int) -> int:
    """Where an aside between commas before a verb begins: “the firm, which owns the mine, sold”."""
    if i < len(words) and words[i].before.startswith(","):
        for j in range(i - 1, max(0, i - 14), -1):
            if words[j].before.startswith(","):
                return j
    return i


def subject_of(words: list[Word], i: int, people: list[Mention]) -> Mention | None:
    """The nearest mention before a verb that no preposition governs."""
    if i and words[i - 1].low in ("we", "i", "you"):
        return None
    latest = _before_aside(words, i)
    for mention in reversed(people):
        if mention.end > latest:
            continue
        if i - mention.first > 18:
            return None
        if any(set(w.before) & MARKS_OF_CLAUSES for w in words[mention.end : i + 1]):
            return None
        last = words[mention.end - 1]
        if last.possessive:
            continue
        lead = mention.first - 1
        while lead >= 0 and words[lead].low in ("the", "a", "an", "its", "both", "senior"):
            lead -= 1
        if lead >= 0 and words[lead].low in PREPOSITIONS and words[lead].low != "and":
            between = {w.low for w in words[mention.end : i]}
            if (
                words[i].low.endswith("ing")
                and words[lead].low in ("with", "by")
                and not between & {"and"}
            ):
                return mention  # “with Iran seeking”
            continue
        if mention.kind == "people":
            nouns = [w for w in words[mention.end : mention.end + 2] if w.end <= words[i].start]
            if not any(w.low in AGENTS for w in nouns):
                continue
        return mention
    return None


def governed(words: list[Word], i: int, people: list[Mention]) -> Iterator[tuple[str, Mention]]:
    """Mentions after a word with what governs them: a preposition, or `object` right after it."""
    for mention in people:
        if mention.first <= i:
            continue
        if mention.first > i + REACH:
            return
        if any(set(w.before) & MARKS_OF_CLAUSES for w in words[i + 1 : mention.first + 1]):
            return
        if any(
            (w.stem in GIVE or w.stem in TAKE) and verb_at(words, k) and k > i
            for k, w in enumerate(words[i + 1 : mention.first], i + 1)
        ):
            return
        if words[mention.end - 1].possessive:
            follows = words[mention.end : mention.end + 3]
            if not any(w.low in AGENTS for w in follows):
                continue
        lead = mention.first - 1
        while lead > i and words[lead].low in (
            "the",
            "a",
            "an",
            "its",
            "neighbouring",
            "neighboring",
            "both",
        ):
            lead -= 1
        governor = words[lead].low
        if mention.kind == "people":
            nouns = words[mention.end : mention.end + 2]
            if not any(w.low in AGENTS for w in nouns):
                continue
        if lead == i:
            yield "object", mention
        elif governor in PREPOSITIONS:
            yield governor, mention
