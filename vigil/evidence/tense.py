"""Whether a sentence tells of what was, or of what is to come.

The words were written for Vigil from general knowledge of English news prose.
"""

from __future__ import annotations

import re

from vigil.evidence.page import Span

_END = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“‘(]?[A-Z])")
_FUTURE = re.compile(
    r"\b(?:will|would|shall|until|till|scheduled|due|expected|expects?|plans?|planned|next|deadline|"
    r"expires?|upcoming|set to|is to|are to|could|may|might|by the end)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|said|told|did|made|took|sent|met|began|saw|came|went|held|found|"
    r"left|gave|got|put|struck|hit|flew|fell|rose|led|wrote|bought|sold|built|[a-z]{3,}ed)\b"
)
_AHEAD = re.compile(r"\b(?:until|till|by|before|through|from|for|to)\s(?:the\s)?$", re.IGNORECASE)
# How far a sentence is looked for on either side: longer ones are not read for their tense.
_REACH = 600


def sentence_around(text: str, at: Span) -> tuple[str, str]:
    """The sentence that holds `at`, and its words before `at`. Rough: for tense only."""
    left = text[max(0, at.start - _REACH) : at.start]
    ends = [match.end() for match in _END.finditer(left)]
    before = left[ends[-1] :] if ends else left
    right = text[at.start : at.end + _REACH]
    end = _END.search(right, at.end - at.start)
    return before + (right[: end.start() + 1] if end else right), before


def speaks_of_future(sentence: str) -> bool:
    """Whether the sentence tells of something to come, or may."""
    return _FUTURE.search(sentence) is not None


def speaks_of_past(sentence: str, before: str) -> bool:
    """Whether a day is surely told of as past; `before` are the sentence's words before it."""
    if _FUTURE.search(sentence) or _AHEAD.search(before):
        return False
    return _PAST.search(sentence) is not None
