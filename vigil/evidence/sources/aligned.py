"""Whether two pages tell the same things in the same order, in whatever words.

Each sentence becomes the keys of its content words: endings off, synonyms as one, names and
numbers as they are. A key that stands in many sentences of the two pages weighs little. Sentences
are paired in order, each once, so that the weight of what pairs have in common is greatest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from vigil.evidence.page import Span

ALIKE = 0.4  # similarity of two sentences that tell the same
LEAST_KEYS = 4  # a shorter sentence says too little to be paired
MOST_SENTENCES = 200  # more are not compared: the first of a long page


class Course(NamedTuple):
    """The keys of each sentence of a page's body, in order, and where it stands."""

    sentences: tuple[frozenset[str], ...]
    spans: tuple[Span, ...]


def course_of(told: Iterable[tuple[Sequence[str], Span]]) -> Course:
    """The course of a page by the keys of its sentences."""
    keyed = ((frozenset(keys), at) for keys, at in told)
    long = [(keys, at) for keys, at in keyed if len(keys) >= LEAST_KEYS][:MOST_SENTENCES]
    return Course(tuple(keys for keys, _ in long), tuple(at for _, at in long))


def alignment(left: Course, right: Course) -> list[tuple[int, int, float]]:
    """Pairs of sentences that tell the same, in order, with their similarity (0–1)."""
    weight = _weights(left, right)
    rows, columns = len(left.sentences), len(right.sentences)
    total_left = [sum(weight[key] for key in keys) for keys in left.sentences]
    total_right = [sum(weight[key] for key in keys) for keys in right.sentences]
    holding: dict[str, list[int]] = {}
    for j, keys in enumerate(right.sentences):
        for key in keys:
            holding.setdefault(key, []).append(j)
    likeness: list[dict[int, float]] = []
    for i, keys in enumerate(left.sentences):
        common: Counter[int] = Counter()
        for key in keys:
            for j in holding.get(key, ()):
                common[j] += weight[key]  # type: ignore[assignment]  # a sum of weights
        likeness.append(
            {
                j: alike
                for j, shared in common.items()
                if (alike := 2 * shared / (total_left[i] + total_right[j])) >= ALIKE
            }
        )
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows):
        row, above = best[i + 1], best[i]
        alike_in_row = likeness[i]
        for j in range(columns):
            value = above[j + 1] if above[j + 1] >= row[j] else row[j]
            alike = alike_in_row.get(j, 0.0)
            if alike and above[j] + alike > value:
                value = above[j] + alike
            row[j + 1] = value
    pairs = []
    i, j = rows, columns
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j, likeness[i][j]))
    return pairs[::-1]


def _weights(left: Course, right: Course) -> dict[str, float]:
    """What a key says: the less, the more sentences of the two pages have it."""
    sentences = (*left.sentences, *right.sentences)
    count = Counter(key for keys in sentences for key in keys)
    return {key: log(1 + len(sentences) / n) for key, n in count.items()}
