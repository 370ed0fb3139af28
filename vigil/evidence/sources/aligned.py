"""Whether two pages tell the same things in the same order, in whatever words.

Each sentence becomes the keys of its content words: endings off, synonyms as one, names and
numbers as they are. A key that stands in many sentences of the two pages weighs little. Sentences
are paired in order, each once, so that the weight of what pairs have in common is greatest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from vigil.evidence.page import Span

ALIKE = 0.4  # similarity of two sentences that tell the same
LEAST_KEYS = 4  # a shorter sentence says too little to be paired
_ROUNDING = 1e-9  # of sums of weights
MOST_SENTENCES = 200  # more are not compared: the first of a long page


class Course(NamedTuple):
    """The keys of each sentence of a page's body, in order, and where it stands.

    `having` leads from a key to the sentences that have it, in order; none has more than `most`.
    """

    sentences: tuple[tuple[str, ...], ...]
    spans: tuple[Span, ...]
    having: dict[str, list[int]]
    most: int


def course_of(told: Iterable[tuple[Sequence[str], Span]]) -> Course:
    """The course of a page by the keys of its sentences."""
    keyed = ((tuple(dict.fromkeys(keys)), at) for keys, at in told)
    long = [(keys, at) for keys, at in keyed if len(keys) >= LEAST_KEYS][:MOST_SENTENCES]
    having: dict[str, list[int]] = {}
    for number, (keys, _) in enumerate(long):
        for key in keys:
            having.setdefault(key, []).append(number)
    most = max(map(len, having.values()), default=0)
    return Course(tuple(keys for keys, _ in long), tuple(at for _, at in long), having, most)


def alignment(left: Course, right: Course) -> list[tuple[int, int, float]]:
    """Pairs of sentences that tell the same, in order, with their similarity (0–1)."""
    likeness = _likeness(left, right)
    rows = sorted({i for i, _ in likeness})
    columns = sorted({j for _, j in likeness})
    best = [[0.0] * (len(columns) + 1)]
    for i in rows:
        above, row = best[-1], [0.0]
        for at, j in enumerate(columns):
            value = max(above[at + 1], row[at])
            alike = likeness.get((i, j), 0.0)
            if alike and above[at] + alike > value:
                value = above[at] + alike
            row.append(value)
        best.append(row)
    pairs = []
    at, to = len(rows), len(columns)
    while at and to:
        if best[at][to] == best[at - 1][to]:
            at -= 1
        elif best[at][to] == best[at][to - 1]:
            to -= 1
        else:
            at, to = at - 1, to - 1
            i, j = rows[at], columns[to]
            pairs.append((i, j, likeness[i, j]))
    return pairs[::-1]


def _likeness(left: Course, right: Course) -> dict[tuple[int, int], float]:
    """Of each pair of sentences that are alike: twice the shared weight over the weight of both.

    A key weighs the less, the more sentences of the two pages have it.
    """
    weights = _weights(len(left.sentences) + len(right.sentences))
    common = left.having.keys() & right.having.keys()
    shared: dict[tuple[int, int], float] = {}
    for key in sorted(common):
        on_left, on_right = left.having[key], right.having[key]
        weight = weights[len(on_left) + len(on_right)]
        for i in on_left:
            for j in on_right:
                shared[i, j] = shared.get((i, j), 0.0) + weight
    # No key weighs less than `least`, so most pairs need no sum over all their keys.
    least = ALIKE * weights[min(left.most + right.most, len(weights) - 1)]
    mine, theirs = left.sentences, right.sentences
    found = {}
    for (i, j), weight in shared.items():
        if 2 * weight >= least * (len(mine[i]) + len(theirs[j])) - _ROUNDING:
            both = _total(mine[i], left, right, weights) + _total(theirs[j], left, right, weights)
            if 2 * weight / both >= ALIKE:
                found[i, j] = 2 * weight / both
    return found


def _total(keys: Iterable[str], left: Course, right: Course, weights: list[float]) -> float:
    """The weight of all keys of a sentence."""
    mine, theirs = left.having, right.having
    return sum(weights[len(mine.get(key, ())) + len(theirs.get(key, ()))] for key in keys)


@lru_cache(maxsize=256)
def _weights(sentences: int) -> list[float]:
    """What a key says by how many sentences of two pages have it."""
    return [0.0, *(log(1 + sentences / n) for n in range(1, sentences + 1))]
