"""Fits the constants of the score: names found against clean people alerted, over a list.

    python -m bench.names.fit --shared ../shared --world DIR --seed 1 --tries 300

Words are matched once with the constants as they stand; then each draw of constants scores the same
links again. A draw is worth what it finds, less a price for each share of clean people alerted.
Half of the clean people, and another seed, stay for confirming.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from unittest.mock import patch

import msgspec

import vigil
from bench.names import sets
from bench.names.engine import Engine
from bench.names.listed import Drawer
from bench.names.manipulate import MATCH
from vigil.index.names import NameIndex
from vigil.model.entity import Entity
from vigil.model.finding import Feature
from vigil.model.order import Kind
from vigil.names import chance, explanation
from vigil.names.explanation import Parts, factor, lowered, ratio
from vigil.names.links import LinkKind
from vigil.names.lowering import lowering_features
from vigil.names.prepared import prepare
from vigil.names.score import meet, parts_of
from vigil.names.token_similarity import SCALE
from vigil.parties.match import OTHER_KIND

NEAR = 0.5  # names above it may come to alert with other constants
REVIEW = 7000
PRICE = 5.0  # a share of clean people alerted costs as much as five shares not found

CHOICES: dict[str, Sequence[int]] = {
    "explanation.IMPERFECT": (40, 50, 60, 70, 80),
    "explanation.CONFLICT": (110, 120, 130, 140, 150),
    "explanation.ONLY_IN_QUERY": (22, 26, 30, 34, 38),
    "explanation.ONLY_IN_LISTED": (22, 26, 30, 34, 38),
    "explanation.CONVEX": (1, 2, 3, 4),
    "chance.STEP_PERSON": (100, 150, 200, 250, 300),
    "chance.FREE_PERSON": (2, 4, 5, 6, 7, 8),
    "chance.STEP_OTHER": (0, 20, 40, 60),
    "chance.FREE_OTHER": (8, 12, 16),
    "chance.MOST_DOUBT": (2000, 2500, 3000, 4000),
}
MODULES = {"explanation": explanation, "chance": chance}
Draw = dict[str, int]
Work = tuple[list[list["Row"]], list[list["Row"]]]


class Row(msgspec.Struct):
    """A pair of names as far as the constants matter: links, the rest, factors, chance."""

    links: list[tuple[int, int]]
    rest: Parts
    lowering: list[Feature]
    by_chance: int
    telling: int
    is_person: bool

    def score(self) -> int:
        """With the constants as they stand, in ten-thousandths."""
        gain = cost = 0
        for weight, similarity in self.links:
            lost = explanation.deviation(similarity)
            gain += weight * (SCALE - lost)
            cost += weight * lost
        doubt = chance.doubt(self.by_chance, self.telling, is_person=self.is_person)
        score = ratio(msgspec.structs.replace(self.rest, gain=gain, cost=cost, chance=doubt))
        for feature in self.lowering:
            score = lowered(score, feature)
        return score


def rows_of(index: NameIndex, query: str, entity: Entity, kind: Kind | None) -> Iterator[Row]:
    """A row for each name of an entity that shares a word with the query."""
    asked = prepare(query)
    known = kind if kind and entity.kind is Kind.UNKNOWN else entity.kind
    other_kind = kind is not None and Kind.UNKNOWN is not entity.kind and kind is not entity.kind
    for name in entity.names:
        is_person = known is Kind.PERSON
        listed = prepare(name.text, is_person=entity.kind is Kind.PERSON)
        met = meet(asked, listed, index.rarity, index.crowd, is_person=is_person)
        links = [(x.weight, x.similarity) for x in met.chosen if x.kind is not LinkKind.INITIAL]
        lowering = lowering_features(met)
        if other_kind or (kind is Kind.PERSON and entity.kind is Kind.UNKNOWN and listed.legal):
            lowering.append(factor("other_kind", OTHER_KIND, "a person is no firm"))
        if links:
            sums = parts_of(met, index.rarity)
            yield Row(links, sums, lowering, met.by_chance, len(met.telling), is_person)


def best(rows: Iterable[Row]) -> int:
    """The best score of an entity's names."""
    return max((row.score() for row in rows), default=0)


def figures(found: list[list[Row]], clean: list[list[Row]], people: int) -> tuple[float, float]:
    """Shares found and alerted with the constants as they stand."""
    hits = sum(best(rows) >= REVIEW for rows in found) / len(found)
    return hits, sum(best(rows) >= REVIEW for rows in clean) / people


def with_constants(draw: Draw, work: Work, people: int) -> tuple[float, float]:
    """Figures under other constants."""
    found, clean = work
    patches = [patch.object(MODULES[key.split(".")[0]], key.split(".")[1], value)
               for key, value in draw.items()]  # fmt: skip
    for one in patches:
        one.start()
    try:
        return figures(found, clean, people)
    finally:
        for one in patches:
            one.stop()


def climb(work: Work, people: int, tries: int, rng: Random) -> None:
    """Changes one constant at a time, keeps what is worth more, and prints each step."""
    draw = {key: getattr(MODULES[key.split(".")[0]], key.split(".")[1]) for key in CHOICES}
    worth = float("-inf")
    for turn in range(tries):
        tried = dict(draw)
        if turn:
            for key in rng.sample(sorted(CHOICES), rng.choice((1, 1, 2))):
                tried[key] = rng.choice(CHOICES[key])
        found, alerted = with_constants(tried, work, people)
        if found - PRICE * alerted > worth:
            worth, draw = found - PRICE * alerted, tried
            print(f"found {found:.4f} alerted {alerted:.4f} {draw}", flush=True)


def main() -> None:
    """Reads the arguments, matches once, climbs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--world", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=1500, help="manipulated names")
    parser.add_argument("--people", type=int, default=3000, help="clean people, of one half")
    parser.add_argument("--tries", type=int, default=200)
    wanted = parser.parse_args()
    index = vigil.load_world(wanted.world).names
    engine = Engine(vigil.load_world(wanted.world), NEAR)
    queries = Drawer(engine.listed_names()).draw(wanted.sample, wanted.seed, MATCH)
    by_id = {entity.id: entity for entity in index.entities}
    found = [list(rows_of(index, q.text, by_id[q.entity], None)) for q in queries if not q.apart]
    half = sets.clean_people(wanted.shared).items[wanted.seed - 1 :: 2][: wanted.people]
    clean = [list(_near(index, person.name)) for person in half]
    climb((found, clean), len(half), wanted.tries, Random(wanted.seed))


def _near(index: NameIndex, name: str) -> Iterator[Row]:
    for hit in index.search(name, threshold=NEAR, kind=Kind.PERSON):
        yield from rows_of(index, name, hit.entity, Kind.PERSON)


if __name__ == "__main__":
    main()
