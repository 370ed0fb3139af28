"""Figures of quality, from two callables: one that searches a list, one that compares two things.

Nothing here knows the engine. Every figure carries the digest of its set.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from statistics import NormalDist

import msgspec

from bench.names.listed import Query, length_of
from bench.names.manipulate import MATCH
from bench.names.sets import CleanPerson, NameSet, Pair

Search = Callable[[str, str | None, str | None], list[tuple[str, float]]]
Compare = Callable[[str, dict[str, list[str]], dict[str, list[str]]], float]
Tick = Callable[[str, int, int], None]

REVIEW = 0.70  # the threshold of an alert
FULL = 0.995  # what prints as 1.00
SWEEP_STEP = 0.02


def no_tick(name: str, done: int, count: int) -> None:
    """Progress that nobody looks at."""


class Rate(msgspec.Struct, frozen=True):
    """How many of how many."""

    hits: int
    count: int

    @property
    def share(self) -> float:
        """Hits of each one; NaN of none."""
        return self.hits / self.count if self.count else math.nan

    def interval(self, confidence: float = 0.95) -> tuple[float, float]:
        """Wilson's interval: where the true share lies, as small sets are noisy.

        >>> low, high = Rate(50, 100).interval()
        >>> round(low, 3), round(high, 3)
        (0.404, 0.596)
        """
        if not self.count:
            return math.nan, math.nan
        z2 = NormalDist().inv_cdf(0.5 + confidence / 2) ** 2
        middle = (self.hits + z2 / 2) / (self.count + z2)
        spread = math.sqrt(z2 * (self.hits * (1 - self.share) + z2 / 4)) / (self.count + z2)
        return middle - spread, middle + spread


class Searched(msgspec.Struct, frozen=True):
    """A query's answer: the score of the entity that it means (0: not found) and the best one."""

    query: Query
    score: float
    best: float
    answers: int


class Alerted(msgspec.Struct, frozen=True):
    """A clean person's answer: the best score (0: none) and whose it is."""

    person: CleanPerson
    best: float
    entity: str


class Compared(msgspec.Struct, frozen=True):
    """A pair's score."""

    pair: Pair
    score: float

    @property
    def says_match(self) -> bool:
        """Whether the engine alerts."""
        return self.score >= REVIEW


class Verdicts(msgspec.Struct, frozen=True):
    """Precision, recall and their harmonic mean at the threshold."""

    true_matches: int
    false_matches: int
    missed: int
    rightly_none: int

    @property
    def precision(self) -> float:
        """Right ones of those alerted."""
        return _divide(self.true_matches, self.true_matches + self.false_matches)

    @property
    def recall(self) -> float:
        """Alerted ones of those that match."""
        return _divide(self.true_matches, self.true_matches + self.missed)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        wrong = self.false_matches + self.missed
        return _divide(2 * self.true_matches, 2 * self.true_matches + wrong)


class SweepLine(msgspec.Struct, frozen=True):
    """What would be found and alerted at one threshold."""

    threshold: float
    found: Rate
    alerted: Rate


def search_all(
    queries: NameSet[Query], search: Search, with_kind: bool = False, tick: Tick = no_tick
) -> list[Searched]:
    """Every query answered; the kind of the listed entity is given only when asked for."""
    answered = []
    for at, query in enumerate(queries.items, 1):
        kind = query.kind if with_kind and query.kind != "unknown" else None
        found = search(query.text, kind, None)
        score = max((s for entity, s in found if entity == query.entity), default=0.0)
        best = max((s for _, s in found), default=0.0)
        answered.append(Searched(query, score, best, len(found)))
        tick(queries.name, at, len(queries.items))
    return answered


def alert_all(
    people: NameSet[CleanPerson], search: Search, with_country: bool = False, tick: Tick = no_tick
) -> list[Alerted]:
    """Every clean person searched as a person."""
    answered = []
    for at, person in enumerate(people.items, 1):
        found = search(person.name, "person", person.country if with_country else None)
        entity, best = max(found, key=lambda hit: (hit[1], hit[0]), default=("", 0.0))
        answered.append(Alerted(person, best, entity))
        tick(people.name, at, len(people.items))
    return answered


def compare_all(pairs: NameSet[Pair], compare: Compare, tick: Tick = no_tick) -> list[Compared]:
    """Every pair scored."""
    answered = []
    for at, pair in enumerate(pairs.items, 1):
        answered.append(Compared(pair, compare(pair.schema, pair.left, pair.right)))
        tick(pairs.name, at, len(pairs.items))
    return answered


def found_rate(answers: Iterable[Searched], threshold: float = REVIEW) -> Rate:
    """How many found the entity that they mean."""
    scores = [answer.score for answer in answers]
    return Rate(sum(score >= threshold for score in scores), len(scores))


def alert_rate(answers: Sequence[Alerted], threshold: float = REVIEW) -> Rate:
    """How many clean people are alerted."""
    return Rate(sum(answer.best >= threshold for answer in answers), len(answers))


def headline(answers: Iterable[Searched]) -> list[Searched]:
    """Those that count: should match, and are not measured apart."""
    return [a for a in answers if a.query.expected == MATCH and not a.query.apart]


def by(answers: Iterable[Searched], what: Callable[[Query], str]) -> dict[str, Rate]:
    """The found rate of each group, by name of the group."""
    groups: dict[str, list[Searched]] = {}
    for answer in answers:
        groups.setdefault(what(answer.query), []).append(answer)
    return {name: found_rate(groups[name]) for name in sorted(groups)}


def fully_scored(answers: Iterable[Searched]) -> Rate:
    """How many score 1: a name that many bear must not."""
    scores = [answer.best for answer in answers]
    return Rate(sum(score >= FULL for score in scores), len(scores))


def verdicts(answers: Iterable[Compared]) -> Verdicts:
    """Right and wrong ones at the threshold."""
    cells = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for answer in answers:
        if answer.pair.is_match is not None:
            cells[answer.says_match, answer.pair.is_match] += 1
    return Verdicts(cells[True, True], cells[True, False], cells[False, True], cells[False, False])


def wrong(answers: Iterable[Compared]) -> list[Compared]:
    """Those whose verdict is not the label's."""
    return [a for a in answers if a.pair.is_match is not None and a.says_match != a.pair.is_match]


def recall_by_group(answers: Iterable[Compared]) -> dict[str, Rate]:
    """How many matching pairs are found, by their group."""
    return recall_by(answers, lambda pair: pair.group)


def recall_by_length(answers: Iterable[Compared]) -> dict[str, Rate]:
    """How many matching pairs are found, by the length of the right name."""
    return recall_by(answers, lambda pair: length_of(pair.right["name"][0]))


def recall_by(answers: Iterable[Compared], group: Callable[[Pair], str]) -> dict[str, Rate]:
    """How many matching pairs are found, by what they are told apart by."""
    groups: dict[str, list[bool]] = {}
    for answer in answers:
        if answer.pair.is_match:
            groups.setdefault(group(answer.pair), []).append(answer.says_match)
    return {name: Rate(sum(said), len(said)) for name, said in sorted(groups.items())}


def sweep(found: Sequence[Searched], alerted: Sequence[Alerted], floor: float) -> list[SweepLine]:
    """Found against alerted, from the floor of the search upwards."""
    steps = round((0.96 - floor) / SWEEP_STEP)
    thresholds = [round(floor + step * SWEEP_STEP, 2) for step in range(steps + 1)]
    return [SweepLine(t, found_rate(found, t), alert_rate(alerted, t)) for t in thresholds]


def _divide(part: int, whole: int) -> float:
    return part / whole if whole else math.nan
