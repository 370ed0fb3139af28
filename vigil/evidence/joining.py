"""Statements of a story put together by what they tell: one group for each thing.

Page by page, the fullest first: each statement goes to the group that it tells most of, or founds
one. A group is what its members share with its centre, so groups do not grow together over members
that share nothing; a page stands in a group once, and twice only where two of its sentences tell
different halves. One sentence may belong to two groups, by different clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from vigil.evidence.page import Span
from vigil.evidence.telling import Telling, Weights, best_clauses, likeness

JOINS = 0.40  # tests/evidence/test_claims.py: the gold groupings of the invented stories
NEIGHBOUR = 0.08  # what a joined neighbour at the same side adds
OTHER_SPEAKER = 0.15  # what two speakers of different states or bodies take away
SHARED_KEYS = 3  # that two statements must share, fewer only if they are most of one
LEFT_OVER = 0.35  # of a statement's weight that its other clauses must hold to join elsewhere
SEEN = 5  # wordings of a group that a statement is held against
FREQUENT = 0.25  # keys in more of a story's statements find no candidates


class Member:
    """A telling in a group, by some of its clauses."""

    __slots__ = ("first", "keys", "last", "telling")

    def __init__(self, telling: Telling, first: int, last: int) -> None:
        self.telling, self.first, self.last = telling, first, last
        self.keys = telling.within(first, last)

    @property
    def at(self) -> Span:
        """Where on its page it stands: the whole statement where nearly all of it joins."""
        telling = self.telling
        if self.first == 0 and self.last == len(telling.parts) - 1:
            return telling.statement.at
        return telling.span(self.first, self.last)


class Group:
    """Members that tell the same thing, in the order in which they joined."""

    __slots__ = ("denial", "members", "wordings")

    def __init__(self, member: Member) -> None:
        self.members: list[Member] = []
        self.wordings: list[frozenset[str]] = []
        self.denial = member.telling.statement.denial
        self.add(member)

    def add(self, member: Member) -> None:
        """Take in one more member."""
        self.members.append(member)
        if len(self.wordings) < SEEN and member.keys not in self.wordings:
            self.wordings.append(member.keys)

    def of(self, page: str) -> list[Member]:
        """The members of one page."""
        return [m for m in self.members if m.telling.page == page]


def join(tellings: Sequence[Telling], weights: Weights) -> list[Group]:
    """Groups of the tellings of one story; each telling is in at least one."""
    by_page: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.words:
            by_page[telling.page].append(telling)
    order = sorted(by_page, key=lambda p: (-len(by_page[p]), p))
    groups: list[Group] = []
    finder = _Finder(weights)
    for headline in (False, True):
        for page in order:
            mine = [t for t in by_page[page] if t.statement.headline is headline]
            joined = _place(mine, finder, weights)
            at = -1.0
            for i, telling in enumerate(mine):
                taken = joined.get(i, [])
                for group, first, last in taken:
                    member = Member(telling, first, last)
                    group.add(member)
                    finder.know(group, member.keys)
                if taken:
                    at = finder.place(taken[0][0])
                else:
                    member = Member(telling, 0, len(telling.parts) - 1)
                    group = Group(member)
                    groups.append(group)
                    finder.found(group, at)
                    at = finder.place(group)
    return groups


class _Finder:
    """Which groups share rare keys with a telling, and the order in which groups are told."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._holding: dict[str, list[Group]] = defaultdict(list)
        self._places: dict[int, float] = {}
        n = max(weights.held.values(), default=0)
        self._frequent = {k for k, held in weights.held.items() if held > max(FREQUENT * n, 8)}

    def found(self, group: Group, after: float) -> None:
        """A new group, told after another."""
        self._places[id(group)] = after + 0.01 if after >= 0 else len(self._places)
        for member in group.members:
            self.know(group, member.keys)

    def place(self, group: Group) -> float:
        """Where in the order of the story it is told."""
        return self._places[id(group)]

    def know(self, group: Group, keys: frozenset[str]) -> None:
        """These keys are told in the group."""
        for key in keys:
            held = self._holding[key]
            if group not in held:
                held.append(group)

    def near(self, keys: frozenset[str]) -> list[Group]:
        """Groups that share something rare."""
        found: dict[int, Group] = {}
        for key in sorted(keys - self._frequent):
            for group in self._holding.get(key, ()):
                found[id(group)] = group
        return list(found.values())


Joined = dict[int, list[tuple[Group, int, int]]]


def _place(mine: Sequence[Telling], finder: _Finder, weights: Weights) -> Joined:
    """For each of a page's tellings the groups that it joins, with the clauses that do."""
    scored: list[tuple[float, int, Group, int, int]] = []
    for i, telling in enumerate(mine):
        for group in finder.near(telling.within(0, len(telling.parts))):
            score, first, last = fit(telling, group, weights)
            if score > JOINS - NEIGHBOUR:
                scored.append((score, i, group, first, last))
    sure = {i: finder.place(g) for s, i, g, _, _ in sorted(scored, key=_by_score, reverse=True)}
    raised = []
    for score, i, group, first, last in scored:
        place = finder.place(group)
        beside = any(i + d in sure and 0 <= (sure[i + d] - place) * d <= 3 for d in (-2, -1, 1, 2))
        raised.append((score + NEIGHBOUR * beside, i, group, first, last))
    raised.sort(key=_by_score, reverse=True)
    joined: Joined = defaultdict(list)
    taken: set[int] = set()
    for score, i, group, first, last in raised:
        if score < JOINS:
            break
        telling = mine[i]
        if id(group) in taken and not _other_half(telling, group, first, last, weights):
            continue
        if joined[i] and not _other_clauses(telling, joined[i], first, last, weights):
            continue
        joined[i].append((group, first, last))
        taken.add(id(group))
    return joined


def _by_score(scored: tuple[float, int, Group, int, int]) -> tuple[float, int]:
    return scored[0], -scored[1]


def _other_half(telling: Telling, group: Group, first: int, last: int, weights: Weights) -> bool:
    """Whether a second sentence of a page tells what the first does not tell of the group."""
    own = group.of(telling.page)
    if telling.statement.headline or any(m.telling.statement.headline for m in own):
        return True
    keys = telling.within(first, last)
    told = frozenset().union(*(m.keys for m in own))
    wanted = frozenset().union(*group.wordings)
    new = weights.sum((keys & wanted) - told)
    return bool(own) and new >= 0.4 * weights.sum(keys)


def _other_clauses(
    telling: Telling, taken: list[tuple[Group, int, int]], first: int, last: int, weights: Weights
) -> bool:
    """Whether clauses that joined nothing yet hold enough to join elsewhere."""
    if any(first <= b and a <= last for _, a, b in taken):
        return False
    whole = weights.sum(telling.within(0, len(telling.parts)))
    return weights.sum(telling.within(first, last)) >= LEFT_OVER * whole


def fit(telling: Telling, group: Group, weights: Weights) -> tuple[float, int, int]:
    """How well a telling fits a group, and by which of its clauses."""
    statement = telling.statement
    end = len(telling.parts) - 1
    if statement.denial is not group.denial:
        return 0.0, 0, end
    whole = telling.within(0, end)
    scores: list[tuple[float, int, int]] = []
    for wording in group.wordings:
        shared = whole & wording
        if len(shared) < min(SHARED_KEYS, len(whole), len(wording)):
            scores.append((0.0, 0, end))
            continue
        first, last = best_clauses(telling, wording, weights)
        part = telling.within(first, last)
        score = 0.7 * likeness(part, wording, weights) + 0.3 * likeness(whole, wording, weights)
        scores.append((score, first, last))
    best = max(scores)
    mean = sum(s for s, _, _ in scores) / len(scores)
    score = 0.7 * best[0] + 0.3 * mean
    others = [m.telling.speaker for m in group.members if m.telling.speaker]
    if telling.speaker and others and not any(telling.speaker & o for o in others):
        score -= OTHER_SPEAKER
    return score, best[1], best[2]
