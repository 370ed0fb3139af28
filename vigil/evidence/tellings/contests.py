"""Which claims deny or contradict one another, told by different speakers.

Four rules: a denial of what another speaker states; what one page has somebody say and another
has him deny; the same event put before a time by one and after it by the other; the same event
stated by one and negated by the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import fsum

from vigil.evidence.page import Page
from vigil.evidence.tellings.befores import is_earlier, is_later, times
from vigil.evidence.tellings.claim_group import Group
from vigil.evidence.tellings.telling import Weights
from vigil.evidence.words.content import words_of

DENIED = 0.5  # chosen: of a denial's words that what is denied must tell
SAME_EVENT = 0.45  # chosen: of the smaller side's words that both must tell
SAME_WORDS = 0.6  # chosen: of the words of both, to be said and denied by one speaker
EVENT_KEYS = 2  # besides states, that both must tell
_DENYING = frozenset({"~deny", "~accuse", "~decline"})


def contests(
    groups: Sequence[Group], pages: dict[str, Page], weights: Weights
) -> dict[int, list[int]]:
    """For each group, by its place, the groups that contest it, the nearest first."""
    sides = [_Side(group, pages) for group in groups]
    found: dict[int, dict[int, float]] = {n: {} for n in range(len(groups))}
    held: dict[str, list[int]] = {}
    for n, side in enumerate(sides):
        for key in side.near:
            held.setdefault(key, []).append(n)
    for n, side in enumerate(sides):
        if not (side.denial or side.earlier or side.negated):
            continue
        near = {m for key in side.near if key[0] != "@" for m in held[key]} - {n}
        for m in sorted(near):
            share = _contest(side, sides[m], weights)
            if share:
                found[n][m] = found[m][n] = max(share, found[n].get(m, 0.0))
    return {n: sorted(others, key=lambda m: (-others[m], m)) for n, others in found.items()}


class _Side:
    """What matters of a group when it is held against another.

    `own` is what is stated. `event` leaves out of it what follows "before" and "since": a time that
    both name is not what both tell. `near` adds what the sentence stated before: "but said they
    were sent before" needs what "they" are.
    """

    def __init__(self, group: Group, pages: dict[str, Page]) -> None:
        tellings = list({id(m.telling): m.telling for m in group.members}.values())
        statements = [t.statement for t in tellings]
        texts = [pages[t.page].slice(t.statement.at) for t in tellings]
        self.denial = group.denial
        self.negated = any(s.negated for s in statements)
        self.earlier = any(map(is_earlier, texts))
        self.later = any(map(is_later, texts))
        self.own = frozenset().union(*(t.keys for t in tellings)) - _DENYING
        self.near = self.own.union(*(t.named for t in tellings))
        self.pages = frozenset(t.page for t in tellings)
        self.speakers = frozenset().union(*(t.speaker for t in tellings))
        self._told = [(pages[t.page], t.statement) for t in tellings]

    @cached_property
    def event(self) -> frozenset[str]:
        """Of what is stated, without times."""
        keys: set[str] = set()
        for page, statement in self._told:
            named = times(page.text, statement.at)
            keys |= {
                w.key
                for w in words_of(page.text, statement.at)
                if not any(start <= w.at.start < end for start, end in named)
            }
        return frozenset(keys) - _DENYING


def _contest(left: _Side, right: _Side, weights: Weights) -> float:
    """How much of what is contested both tell; 0 where they do not contest one another."""
    if right.denial and left.denial:
        return 0.0
    if not left.speakers:
        return 0.0
    if left.speakers & right.speakers:  # one page has him deny what another has him say
        if not left.denial or not left.pages.isdisjoint(right.pages):
            return 0.0
        if left.own == right.own:
            return 1.0
        share = _share(left.own, right.own, left.own | right.own, weights)
        return share if share >= SAME_WORDS else 0.0
    if left.denial:
        about = {key for key in left.own if key[0] == "@"}
        share = _share(left.own, right.own, left.own, weights)
        return share if share >= DENIED and about <= right.near | right.speakers else 0.0
    opposed = (left.earlier and right.later) or (
        left.negated and not right.negated and not left.earlier
    )
    if not right.speakers or not opposed:
        return 0.0
    event = left.event | (left.near - left.own)
    smaller = min(event, right.event, key=lambda keys: _weigh(keys, weights))
    share = _share(event, right.event, smaller, weights)
    return share if share >= SAME_EVENT else 0.0


def _weigh(keys: frozenset[str], weights: Weights) -> float:
    return fsum(weights.of.get(key, 0.0) for key in keys)


def _share(
    left: frozenset[str], right: frozenset[str], of: frozenset[str], weights: Weights
) -> float:
    """Of one side's weight, what both tell; nothing where they share little but states."""
    shared = left & right
    if len([k for k in shared if k[0] != "@"]) < EVENT_KEYS:
        return 0.0
    return _weigh(shared, weights) / max(_weigh(of, weights), 1e-9)
