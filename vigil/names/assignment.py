"""The best set of links of two names in which no word is used twice: exact, not greedy.

Worths add up link by link and are compared in a fixed order (gain, cost, weight explained), so the
best worth is one value, whatever the order in which words or links are given. Of sets worth as much
the one that comes first is taken, and links come by worth, then by place (`order`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vigil.names.assignment_of_many import best_of_many
from vigil.names.links import LONGEST_SPELLING, Link

MOST_TRIED = 8  # links of a group whose sets are all tried; of more, the other way is faster
Worth = tuple[int, int, int, int]
NOTHING: Worth = (0, 0, 0, 0)


def best_links(links: Sequence[Link]) -> tuple[Link, ...]:
    """The disjoint links that are worth most together, in the order of the listed name."""
    chosen = [link for group in connected(links) for link in _best_of(_strongest(group))]
    return tuple(sorted(chosen, key=lambda link: link.listed))


def worth(link: Link) -> Worth:
    """What a link is worth; worths of disjoint links add up."""
    return (link.gain, -link.cost, link.covers_listed, link.covers_query)


def order(link: Link) -> tuple[int, ...]:
    """Links sort by falling worth, then by their words."""
    gain, saved, covers_listed, covers_query = worth(link)
    return (
        -gain, -saved, -covers_listed, -covers_query,
        link.query[0], len(link.query), link.listed[0], len(link.listed),
    )  # fmt: skip


def connected(links: Sequence[Link]) -> list[list[Link]]:
    """The links in groups that share no word with one another."""
    groups: list[tuple[set[tuple[int, int]], list[Link]]] = []
    for link in links:
        slots = {(0, i) for i in link.query} | {(1, j) for j in link.listed}
        members = [link]
        apart = []
        for used, others in groups:
            if used & slots:
                slots |= used
                members = others + members
            else:
                apart.append((used, others))
        groups = [*apart, (slots, members)]
    return [members for _, members in groups]


def _strongest(links: list[Link]) -> list[Link]:
    """Without links that cannot be in a best set: too many better ones share a listed word.

    The other listed words of the group can occupy at most eight query words each, so of the
    one-word links of a listed word only that many and one more can ever be needed.
    """
    needed = 1 + LONGEST_SPELLING * len({j for link in links for j in link.listed})
    kept: list[Link] = []
    seen: dict[tuple[int, ...], int] = {}
    for link in sorted(links, key=order):
        simple = len(link.query) == 1
        seen[link.listed] = seen.get(link.listed, 0) + simple
        if not simple or seen[link.listed] <= needed:
            kept.append(link)
    return kept


def _best_of(links: list[Link]) -> tuple[Link, ...]:
    if len(links) == 1:
        return tuple(links)
    if len(links) > MOST_TRIED:
        return best_of_many(links)
    return _best_of_few(links)


def _best_of_few(links: list[Link]) -> tuple[Link, ...]:
    listed = sorted({j for link in links for j in link.listed})
    starting = {j: [x for x in links if min(x.listed) == j] for j in listed}

    @cache
    def best_from(at: int, used_query: int, used_listed: int) -> tuple[Worth, tuple[Link, ...]]:
        if at == len(listed):
            return NOTHING, ()
        best = best_from(at + 1, used_query, used_listed)
        for link in starting[listed[at]]:
            query_bits, listed_bits = _bits(link.query), _bits(link.listed)
            if not (query_bits & used_query or listed_bits & used_listed):
                rest, others = best_from(at + 1, used_query | query_bits, used_listed | listed_bits)
                total = _sum(worth(link), rest)
                if total > best[0]:
                    best = (total, (link, *others))
        return best

    return best_from(0, 0, 0)[1]


def _sum(one: Worth, other: Worth) -> Worth:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3])


def _bits(places: tuple[int, ...]) -> int:
    return sum(1 << place for place in places)
