"""Marks of an earlier and a later version of the same text.

Where two pages share prose, the words beside the shared stretches are laid side by side: what is
still to come on one ("would be issued") and done on the other ("issued") dates them. Headlines say
so outright ("UPDATE 2", "(adds details)"), and so do notes ("this is a developing story").
"""

from __future__ import annotations

import re

from vigil.evidence.page import Page
from vigil.evidence.sources.matches import Match
from vigil.evidence.sources.streams import Stream

BESIDE = 12  # words before and after a shared stretch that are laid side by side
_TO_COME = frozenset({"will", "would", "shall"})
_PUT_OFF = _TO_COME | frozenset({"could", "can", "may", "might", "should", "must", "to", "not"})
_PENDING = frozenset({"due", "expected", "set", "scheduled", "planned", "about", "going"})  # … to
_FILLERS = frozenset({"be", "to", "later", "also", "soon"})
_UPDATE = re.compile(r"\bUPDATE\s+(\d{1,2})\b|\b(?:WRAPUP|RECASTS|CORRECTED|REFILE)\b|\([Aa]dds ")
_UNFINISHED = re.compile(
    r"\b(?:developing story|more to follow|will be updated|details to follow)\b",
    re.IGNORECASE,
)


def version_mark(left: Stream, right: Stream, shared: list[Match]) -> int:
    """Which side is the earlier version: below 0 the left one, above 0 the right one, 0 unknown."""
    mark = 0
    for match in shared:
        sides = [
            (_after(left, match.left + match.length), _after(right, match.right + match.length)),
            (_before(left, match.left), _before(right, match.right)),
        ]
        for one, other in sides:
            mark += _came_true(other, one) - _came_true(one, other)
    return mark


def take(page: Page) -> int:
    """How late a version a page says that it is: 0 unknown, below 0 unfinished, else its number."""
    for block in page.blocks[:12]:
        found = _UPDATE.search(page.text, block.at.start, min(block.at.end, block.at.start + 300))
        if found:
            return int(found[1] or 1)
    bodies = (block.at for block in page.kept)
    return -1 if any(_UNFINISHED.search(page.text, *at) for at in bodies) else 0


def _after(stream: Stream, start: int) -> list[str]:
    """The words from an index on, up to the edge of their run."""
    words = []
    for index in range(start, min(start + BESIDE, len(stream))):
        if index in stream.starts:
            break
        words.append(stream.folded[index])
    return words


def _before(stream: Stream, end: int) -> list[str]:
    """The words before an index, from the edge of their run on."""
    words = []
    for index in range(end, max(0, end - BESIDE), -1):
        if index in stream.starts:
            break
        words.append(stream.folded[index - 1])
    return words[::-1]


def _came_true(early: list[str], late: list[str]) -> int:
    """1 if something is still to come in the one and done in the other."""
    for at, word in enumerate(early):
        pending = word in _PENDING and early[at + 1 : at + 2] == ["to"]
        if word not in _TO_COME and not pending:
            continue
        verb = next((w for w in early[at + 1 :] if w not in _FILLERS), "")
        if len(verb) > 3 and _is_done(verb, late):
            return 1
    return 0


def _is_done(verb: str, words: list[str]) -> bool:
    """Whether a verb ("issued", "issue") stands in the past, without a word that puts it off."""
    past = {verb} if verb.endswith("ed") else {verb + "ed", verb + "d"}
    return any(
        word in past and not (_PUT_OFF & set(words[max(0, at - 3) : at]))
        for at, word in enumerate(words)
    )
