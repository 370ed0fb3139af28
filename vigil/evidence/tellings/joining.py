"""Statements of a story put together by what they tell: one group for each thing.

Page by page, the fullest first: each statement goes to the group that it tells most of, or founds
one. A group is what its members share with its centre, so groups do not grow together over members
that share nothing; a page stands in a group once, and twice only where two of its sentences tell
different halves. One sentence may belong to two groups, by different clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from vigil.evidence.tellings.claim_group import Group, Member
from vigil.evidence.tellings.fitting import JOINS, best_likeness, fit
from vigil.evidence.tellings.gaps import fill_gaps
from vigil.evidence.tellings.telling import Telling, Weights

NEIGHBOUR = 0.1  # what a joined neighbour at the same side adds
LEFT_OVER = 0.35  # of a statement's weight that clauses must hold to join a second group
SECOND = 0.5  # likeness by which clauses join a second group
BOTH = 0.25  # of a clause's weight that only a second group tells, for it to tell both
PARTED = 0.7  # a statement more like its first group is left whole
STANDS = 0.45  # likeness by which the clauses that are left must stand in the first,
WORSE = 0.15  # and how much less they may be like it than before
OTHER_HALF = 0.4  # of a second sentence's weight that the first must not have told
BESIDE, NEXT = 0.01, 3  # how far apart neighbours stand in the order of a story
PLACED_ANEW = 40  # pages of a story that are placed twice
NEAREST, LEAST = 12, 0.15  # groups that a statement is held against; of its weight they must share
FREQUENT, SELDOM = 0.1, 50  # keys in more of a story's statements, and in more than so many,
# find no groups


def join(tellings: Sequence[Telling], weights: Weights) -> list[Group]:
    """Groups of the tellings of one story; each telling that has words is in at least one.

    When all pages stand in groups, each is taken out once and placed anew: the first pages could
    only be held against few.
    """
    by_page: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.words:
            by_page[telling.page].append(telling)
    order = sorted(by_page, key=lambda p: (-len(by_page[p]), p))
    found = _Groups(weights)
    for headline in (False, True):
        for page in order:
            found.put([t for t in by_page[page] if t.statement.headline is headline])
    if 1 < len(order) <= PLACED_ANEW:
        for page in order:
            found.take_out(page)
            for headline in (False, True):
                found.put([t for t in by_page[page] if t.statement.headline is headline])
    groups = [g for g in found.groups if g.members]
    fill_gaps(groups, weights)
    return sorted((g for g in groups if g.members), key=lambda g: g.place)


class _Groups:
    """The groups so far, and which of them hold a key."""

    def __init__(self, weights: Weights) -> None:
        self.groups: list[Group] = []
        self._weights = weights
        self._holding: dict[str, list[Group]] = defaultdict(list)
        often = max(FREQUENT * weights.statements, SELDOM)
        self._frequent = {key for key, held in weights.held.items() if held > often}

    def put(self, mine: Sequence[Telling]) -> None:
        """Let each telling of a page join, or found a group beside that of the telling before."""
        joined = _place(mine, [self._near(t) for t in mine], self._weights)
        place = float(len(self.groups))
        for i, telling in enumerate(mine):
            for group, first, last in joined.get(i, ()):
                self._add(group, Member(telling, first, last))
                place = group.place
            if i not in joined:
                place += BESIDE
                group = Group(telling, place)
                self.groups.append(group)
                self._add(group, Member(telling, 0, len(telling.parts) - 1))

    def take_out(self, page: str) -> None:
        """Let a page's tellings go; groups that it alone held stay behind, empty."""
        for group in self.groups:
            group.leave(page)

    def _add(self, group: Group, member: Member) -> None:
        group.add(member)
        for key in member.keys:
            held = self._holding[key]
            if group not in held:
                held.append(group)

    def _near(self, telling: Telling) -> list[Group]:
        """The groups that share most with it, without what is in every other sentence."""
        keys = telling.keys | telling.named
        shared: dict[int, float] = defaultdict(float)
        groups: dict[int, Group] = {}
        for key in sorted(keys - self._frequent or keys):
            weight = self._weights.of.get(key, 0.0)
            for group in self._holding.get(key, ()):
                if group.members:
                    shared[id(group)] += weight
                    groups[id(group)] = group
        floor = LEAST * self._weights.sum(telling.keys)
        best = sorted(groups, key=lambda g: (-shared[g], groups[g].place))[:NEAREST]
        return [groups[g] for g in best if shared[g] >= floor]


Joined = dict[int, list[tuple[Group, int, int]]]


def _place(mine: Sequence[Telling], near: Sequence[Sequence[Group]], weights: Weights) -> Joined:
    """For each of a page's tellings the groups that it joins, with the clauses that do."""
    scored: list[tuple[float, int, Group, int, int]] = []
    for i, telling in enumerate(mine):
        for group in near[i]:
            score, first, last = fit(telling, group, weights)
            if score > JOINS - NEIGHBOUR:
                scored.append((score, i, group, first, last))
    best = {
        i: group.place for _, i, group, _, _ in sorted(scored, key=_by_score, reverse=True)[::-1]
    }
    raised = []
    for score, i, group, first, last in scored:
        beside = any(
            i + d in best and 0 <= (best[i + d] - group.place) * d <= NEXT * BESIDE
            for d in (-2, -1, 1, 2)
        )
        raised.append((score + NEIGHBOUR * beside, i, group, first, last))
    raised.sort(key=_by_score, reverse=True)
    joined: Joined = {}
    for score, i, group, first, last in raised:
        if score < JOINS:
            break
        telling = mine[i]
        taken = any(g is group for j in joined for g, _, _ in joined[j])
        if (taken or group.of(telling.page)) and not _other_half(
            telling, group, first, last, mine, joined, weights
        ):
            continue
        if i in joined and best_likeness(telling, first, last, group, weights) < SECOND:
            continue
        kept = _parted(telling, joined.get(i, []), first, last, weights)
        if kept is None and _tells_both(telling, joined[i], group, first, last, weights):
            kept = joined[i]
        if kept is None:
            continue
        if kept:
            joined[i] = kept
        joined.setdefault(i, []).append((group, first, last))
    return joined


def _by_score(scored: tuple[float, int, Group, int, int]) -> tuple[float, int]:
    return scored[0], -scored[1]


def _other_half(
    telling: Telling,
    group: Group,
    first: int,
    last: int,
    mine: Sequence[Telling],
    joined: Joined,
    weights: Weights,
) -> bool:
    """Whether a second sentence of a page tells what the first does not tell of the group."""
    own = group.of(telling.page)
    if telling.statement.headline or any(m.telling.statement.headline for m in own):
        return True
    at = telling.statement.at
    told = {key for m in own for key in m.keys}
    for j, groups in joined.items():
        for other, a, b in groups:
            if other is group:
                theirs = mine[j].statement.at
                if theirs.start < at.end and at.start < theirs.end:  # one stands in the other
                    return True
                told |= mine[j].within(a, b)
    keys = telling.within(first, last)
    wanted = frozenset().union(*(w.told for w in group.wordings))
    return weights.sum((keys & wanted) - frozenset(told)) >= OTHER_HALF * weights.sum(keys)


Taken = list[tuple[Group, int, int]]


def _parted(
    telling: Telling, taken: Taken, first: int, last: int, weights: Weights
) -> Taken | None:
    """What a telling joined before, without the clauses that it is to join another group by.

    None where they do not hold enough, or where what it joined before would not stand without.
    """
    whole = weights.sum(telling.keys)
    if taken and weights.sum(telling.within(first, last)) < LEFT_OVER * whole:
        return None
    kept: Taken = []
    for group, a, b in taken:
        if first <= b and a <= last:
            before = best_likeness(telling, a, b, group, weights)
            a, b = (last + 1, b) if first <= a else (a, first - 1)
            if before > PARTED or a > b:
                return None
            if best_likeness(telling, a, b, group, weights) < max(STANDS, before - WORSE):
                return None
        kept.append((group, a, b))
    return kept


def _tells_both(
    telling: Telling, taken: Taken, group: Group, first: int, last: int, weights: Weights
) -> bool:
    """Whether a clause tells enough of a second group that the first does not tell."""
    keys = telling.within(first, last)
    first_told = {key for other, _, _ in taken for w in other.wordings for key in w.told}
    second_told = {key for w in group.wordings for key in w.told}
    new = weights.sum((keys & second_told) - frozenset(first_told))
    return len(taken) == 1 and new >= BOTH * weights.sum(keys)
