"""Whether a sentence tells of what was, or of what is to come.

The words were written for Vigil from general knowledge of English news prose.
"""

from __future__ import annotations

import re

from vigil.evidence.page import Span

_END = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“‘(]?[A-Z])")
_COMING = (
    r"(?:will|shall|would|(?:is|are|was|were|be) "
    r"(?:set|due|expected|scheduled|supposed|planned|likely) (?:to|for)|"
    r"(?:is|are|was|were) to|expects? to|plans? to|planned (?:to|for)|"
    r"scheduled (?:to|for)|due (?:to|on)|aims? to|hopes? to)\b"
    r"(?:[ ](?:not|also|be|have|been|then)\b)*(?: \w+)?"
)
_WAS = (
    r"\b(?:was|were|had|has|have|said|says|told|did|made|took|sent|met|began|saw|came|went|held|"
    r"found|left|gave|got|put|struck|hit|flew|fell|rose|led|wrote|bought|sold|built|won|lost|[a-z]{3,}ed)\b"
)
_FUTURE = re.compile(
    rf"\b(?:{_COMING}|until|till|next|deadline|expires?|upcoming|could|may|might|by the end)\b"
)
# “A decision is expected”: the passive of now is not past, whatever its verb ends in.
_NOW = r"(?<!\bis )(?<!\bare )(?<!\bam )(?<!\bbe )(?<!\bis being )(?<!\bare being )"
_PAST = re.compile(_NOW + _WAS)
_CUE = re.compile(rf"\b(?P<future>{_COMING})|(?P<past>{_WAS})")
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


def speaks_of_future(sentence: str, before: str) -> bool:
    """Whether what a day or weekday belongs to is told as to come.

    The last verb before it says so; where none is, the first behind it.

    >>> speaks_of_future("It said on Monday that it would", "It said on ")
    False
    """
    cues = list(_CUE.finditer(before))
    cue = cues[-1] if cues else _CUE.search(sentence, len(before))
    return cue is not None and cue["future"] is not None


def speaks_of_past(sentence: str, before: str) -> bool:
    """Whether a day is surely told of as past; `before` are the sentence's words before it."""
    if _FUTURE.search(sentence) or _AHEAD.search(before):
        return False
    return _PAST.search(sentence) is not None
