"""Which claims deny or contradict one another, told by different speakers.

Three rules: a denial of what another speaker states; the same event put before a time by one and
after it by the other; the same event stated by one and negated by the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigil.evidence.content import words_of
from vigil.evidence.joining import Group
from vigil.evidence.page import Page
from vigil.evidence.telling import Telling, Weights

DENIED = 0.5  # chosen: of a denial's words that what is denied must tell
SAME_EVENT = 0.45  # chosen: of the smaller side's words that both must tell
EVENT_KEYS = 2  # besides states, that both must tell
_DENYING = frozenset({"~deny", "~accuse", "~decline"})

_EARLIER = re.compile(
    r"\b(?:before|prior to|ahead of|no(?:t|ne)? (?:since|after)|until|up to)\b", re.IGNORECASE
)
_LATER = re.compile(
    r"\b(?:since|after|following|in recent (?:days|weeks|months)|over the past|"
    r"(?:is|are|has been|have been|was|were) still|continu\w+|ongoing|now)\b",
    re.IGNORECASE,
)


def contests(
    groups: Sequence[Group], pages: dict[str, Page], weights: Weights
) -> dict[int, set[int]]:
    """For each group, by its place, the groups that contest it."""
    sides = [_side(group, pages) for group in groups]
    found: dict[int, set[int]] = {n: set() for n in range(len(groups))}
    held: dict[str, list[int]] = {}
    for n, side in enumerate(sides):
        for key in side.keys:
            held.setdefault(key, []).append(n)
    for n, side in enumerate(sides):
        if not (side.denial or side.earlier or side.negated):
            continue
        near = {m for key in side.keys if key[0] != "@" for m in held[key]} - {n}
        for m in near:
            if _contest(side, sides[m], weights):
                found[n].add(m)
                found[m].add(n)
    return found


class _Side:
    """What matters of a group when it is held against another."""

    __slots__ = ("denial", "earlier", "keys", "later", "negated", "own", "speakers")

    def __init__(self, group: Group, keys: frozenset[str], own: frozenset[str], text: str) -> None:
        statements = [m.telling.statement for m in group.members]
        self.denial = group.denial
        self.negated = any(s.negated for s in statements)
        self.earlier = bool(_EARLIER.search(text))
        self.later = bool(_LATER.search(_EARLIER.sub(" ", text)))
        self.keys, self.own = keys, own
        self.speakers = frozenset().union(*(m.telling.speaker for m in group.members))


def _side(group: Group, pages: dict[str, Page]) -> _Side:
    """Keys of whole sentences: "but said they were sent before" needs what "they" are."""
    keys: set[str] = set()
    own: set[str] = set()
    texts = []
    for telling in {id(m.telling): m.telling for m in group.members}.values():
        keys |= _sentence_keys(telling, pages[telling.page])
        own |= telling.within(0, len(telling.parts))
        texts.append(pages[telling.page].slice(telling.statement.at))
    return _Side(group, frozenset(keys - _DENYING), frozenset(own - _DENYING), " ".join(texts))


def _sentence_keys(telling: Telling, page: Page) -> frozenset[str]:
    return frozenset(w.key for w in words_of(page.text, telling.statement.sentence))


def _contest(left: _Side, right: _Side, weights: Weights) -> bool:
    if right.denial and left.denial:
        return False
    if not left.speakers or left.speakers & right.speakers:
        return False
    if left.denial:
        return _share(left.own, right.keys, left.own, weights) >= DENIED
    if not right.speakers:
        return False
    smaller = min(left.keys, right.keys, key=lambda k: _weigh(k, weights))
    same = _share(left.keys, right.keys, smaller, weights) >= SAME_EVENT
    return same and (
        (left.earlier and right.later and not right.earlier)
        or (left.negated and not right.negated and not left.earlier)
    )


def _weigh(keys: frozenset[str], weights: Weights) -> float:
    return sum(weights.of.get(key, 0.0) for key in keys)


def _share(
    left: frozenset[str], right: frozenset[str], of: frozenset[str], weights: Weights
) -> float:
    """Of one side's weight, what both tell; nothing where they share little but states."""
    shared = left & right
    if len([k for k in shared if k[0] != "@"]) < EVENT_KEYS:
        return 0.0
    return _weigh(shared, weights) / max(_weigh(of, weights), 1e-9)
