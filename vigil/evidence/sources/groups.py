"""What is joined by pairs, directly or by way of others."""

from __future__ import annotations

from collections.abc import Iterable


def components(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Sets of ids that pairs join, each sorted, in order of their first.

    >>> components("abcd", [("d", "a")])
    (('a', 'd'), ('b',), ('c',))
    """
    parent = {i: i for i in ids}

    def root(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for left, right in pairs:
        one, other = sorted((root(left), root(right)))
        parent[other] = one
    groups: dict[str, list[str]] = {}
    for i in sorted(parent):
        groups.setdefault(root(i), []).append(i)
    return tuple(tuple(group) for _, group in sorted(groups.items()))
