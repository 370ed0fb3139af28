"""Statements that stand between the same neighbours on two pages, put together at last.

A copy in which half of a sentence was changed has little in common with what stood there before;
that the sentences around it are the same says that it is the same one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from vigil.evidence.tellings.claim_group import Group, Member
from vigil.evidence.tellings.telling import Keys, Telling, Weights, likeness

STILL_ALIKE = 0.12  # chosen: likeness that is left of a sentence of which half was changed

Placed = dict[tuple[str, int], list[Group]]


def fill_gaps(groups: Sequence[Group], weights: Weights) -> None:
    """Let statements that are alone on their page's side join what stands in the same gap."""
    placed: Placed = defaultdict(list)
    tellings: dict[tuple[str, int], Telling] = {}
    for group in groups:
        for member in group.members:
            telling = member.telling
            placed[telling.page, telling.order].append(group)
            tellings[telling.page, telling.order] = telling
    for group in groups:
        if len({m.telling.page for m in group.members}) == 1 and len(group.members) == 1:
            (member,) = group.members
            home = _home(member.telling, placed, tellings, weights)
            if home is not None and home is not group and home.members:
                home.add(Member(member.telling, member.first, member.last))
                group.members.clear()


def _home(
    telling: Telling,
    placed: Placed,
    tellings: dict[tuple[str, int], Telling],
    weights: Weights,
) -> Group | None:
    """The group of the statement that stands between the same neighbours on another page."""
    page, order = telling.page, telling.order
    after = {
        (m.telling.page, m.telling.order)
        for group in placed.get((page, order + 1), ())
        for m in group.members
    }
    for before in placed.get((page, order - 1), ()):
        for m in before.members:
            other, place = m.telling.page, m.telling.order + 1
            found = tellings.get((other, place))
            if other == page or found is None or (other, place + 1) not in after:
                continue
            for group in placed[other, place]:
                if not group.of(page) and _may_be(telling, found, weights):
                    return group
    return None


def _may_be(one: Telling, other: Telling, weights: Weights) -> bool:
    """Whether two statements in the same place may be one: who says it, how, and some words."""
    left, right = one.statement, other.statement
    same = (left.mode, left.denial, left.admission) == (right.mode, right.denial, right.admission)
    speaks = one.speaker == other.speaker or not one.speaker.isdisjoint(other.speaker)
    return same and speaks and likeness(Keys(one.keys), Keys(other.keys), weights) >= STILL_ALIKE
