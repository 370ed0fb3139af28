"""Whether words put something before a time or after it: "before the war", "since August"."""

from __future__ import annotations

import re

from vigil.evidence.page import Span

_EARLIER = re.compile(
    r"\b(?:before|prior to|ahead of|no(?:t|ne)? (?:since|after)|until|up to)\b", re.IGNORECASE
)
_LATER = re.compile(
    r"\b(?:since|after|following|in recent (?:days|weeks|months)|over the past|"
    r"(?:is|are|has been|have been|was|were) still|continu\w+|ongoing|now)\b",
    re.IGNORECASE,
)
# A time and what it is told by: "before Russia's February invasion", "since August".
_TIME = re.compile(
    r"\b(?:before|after|since|until|prior to|ahead of|following)\b[^,;.]{0,80}", re.IGNORECASE
)


def is_earlier(text: str) -> bool:
    """Whether it is put before a time."""
    return _EARLIER.search(text) is not None


def is_later(text: str) -> bool:
    """Whether it is put after a time, and not before one."""
    return not is_earlier(text) and _LATER.search(text) is not None


def times(text: str, at: Span) -> list[Span]:
    """Where a span names a time by before, after or since, with the words that belong to it."""
    return [Span(*m.span()) for m in _TIME.finditer(text, *at)]
