"""Fits the constants of the score on one half of every set, and reports the other half.

    python -m bench.names.fit --shared ../shared --world DIR --seed 1 --tries 200

Words are matched once with the constants as they stand; then each draw of constants scores the same
links again. The sets: manipulated names and clean invented people over the world's list; names of
the same entity, and of near ones, on two publishers' lists (`bench.names.cross_lists`) over both;
the labelled pairs. A draw is worth the shares rightly answered, less a price for false alarms. What
is reported by set, class, script and length is the half that no draw was chosen on.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from unittest.mock import patch

import msgspec

import vigil
from bench.names import sets
from bench.names.cross_lists import cross_list_pairs, read_lists
from bench.names.engine import Engine
from bench.names.fit_rows import Replayed, Row, rows_of
from bench.names.listed import Drawer, length_of
from bench.names.manipulate import MATCH
from bench.names.script import script_of
from vigil.index.names import NameIndex
from vigil.model.entity import Entity, Name, NameQuality
from vigil.model.order import Kind
from vigil.names import chance, explanation

NEAR = 0.5  # names above it may come to alert with other constants
REVIEW = 7000
# What a share wrongly answered costs: five names not found for each clean person alerted.
PRICES = {"manipulated": 1.0, "clean": 5.0, "cross lists": 1.0, "near": 1.0, "pairs": 1.0}

CHOICES: dict[str, Sequence[int]] = {
    "explanation.IMPERFECT": (40, 50, 60, 70, 80),
    "explanation.CONFLICT": (100, 110, 120, 130, 140, 150),
    "explanation.ONLY_IN_QUERY": (18, 22, 26, 30, 34, 38),
    "explanation.ONLY_IN_LISTED": (18, 22, 26, 29, 32, 35, 38),
    "explanation.CONVEX": (1, 2, 3, 4),
    "chance.STEP_PERSON": (100, 150, 200, 250, 300, 350),
    "chance.FREE_PERSON": (2, 4, 5, 6, 7, 8),
    "chance.STEP_OTHER": (0, 20, 40, 60),
    "chance.FREE_OTHER": (8, 12, 16),
    "chance.MOST_DOUBT": (2000, 2500, 3000, 4000),
}
MODULES = {"explanation": explanation, "chance": chance}
Draw = dict[str, int]


class Case(msgspec.Struct):
    """A question whose answer is known: its set and groups, and what the score is made of."""

    set: str
    is_match: bool
    groups: tuple[str, ...]
    rows: list[Row] | list[Replayed]

    def is_right(self) -> bool:
        """With the constants as they stand."""
        return (max((row.score() for row in self.rows), default=0) >= REVIEW) is self.is_match


def right(cases: Iterable[Case]) -> list[bool]:
    """Which are rightly answered with the constants as they stand."""
    return [case.is_right() for case in cases]


@contextmanager
def constants(draw: Draw) -> Iterator[None]:
    """Other constants for a while."""
    with ExitStack() as stack:
        for key, value in draw.items():
            module, name = key.split(".")
            stack.enter_context(patch.object(MODULES[module], name, value))
        yield


def shares(cases: Sequence[Case], answers: Sequence[bool]) -> dict[str, float]:
    """The share rightly answered of each set."""
    of: dict[str, list[bool]] = {}
    for case, answer in zip(cases, answers, strict=True):
        of.setdefault(case.set, []).append(answer)
    return {name: sum(found) / len(found) for name, found in of.items()}


def worth(of: Mapping[str, float]) -> float:
    """What shares are worth: less the price of everything wrongly answered."""
    return -sum(PRICES[name] * (1 - share) for name, share in of.items())


def climb(cases: Sequence[Case], tries: int, rng: Random) -> Draw:
    """Changes one or two constants at a time and keeps what is worth more; prints each step."""
    now = {key: int(getattr(MODULES[key.split(".")[0]], key.split(".")[1])) for key in CHOICES}
    best, most = now, float("-inf")
    for turn in range(tries):
        tried = dict(best)
        if turn:
            for key in rng.sample(sorted(CHOICES), rng.choice((1, 1, 2))):
                tried[key] = rng.choice(CHOICES[key])
        with constants(tried):
            of = shares(cases, right(cases))
        if worth(of) > most:
            most, best = worth(of), tried
            print(f"{turn:4} worth {most:.4f} " + told(of) + f" {changed(now, best)}", flush=True)
    return {key: value for key, value in best.items() if value != now[key]}


def told(of: Mapping[str, float]) -> str:
    """Shares in one line."""
    return "  ".join(f"{name} {share:.4f}" for name, share in of.items())


def changed(before: Draw, after: Draw) -> str:
    """The constants that differ."""
    return ", ".join(f"{k} {before[k]}→{v}" for k, v in after.items() if v != before[k]) or "as now"


def report(cases: Sequence[Case], draw: Draw) -> None:
    """What the draw changes among cases that it was not chosen on: by set, then by group."""
    before = right(cases)
    with constants(draw):
        after = right(cases)
    print(f"held out, now:   {told(shares(cases, before))}")
    print(f"held out, drawn: {told(shares(cases, after))}")
    groups: dict[str, list[tuple[bool, bool]]] = {}
    for case, old, new in zip(cases, before, after, strict=True):
        for group in case.groups:
            groups.setdefault(f"{case.set}, {group}", []).append((old, new))
    for name, pairs in sorted(groups.items()):
        was, now = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
        mark = "" if was == now else f" → {now:.3f}"
        print(f"  {name:60} {len(pairs):5}  {was:.3f}{mark}")


def over_the_world(index: NameIndex, engine: Engine, asked: argparse.Namespace) -> Iterator[Case]:
    """Manipulated names and clean people."""
    by_id = {entity.id: entity for entity in index.entities}
    for q in Drawer(engine.listed_names()).draw(asked.sample, asked.seed, MATCH):
        if not q.apart:
            rows = list(rows_of(index, q.text, by_id[q.entity], None))
            yield Case("manipulated", True, (q.manipulation, q.script, q.length), rows)
    for person in sets.clean_people(asked.shared).sample(asked.people, asked.seed).items:
        hits = index.search(person.name, threshold=NEAR, kind=Kind.PERSON)
        of_hits = (rows_of(index, person.name, hit.entity, Kind.PERSON) for hit in hits)
        yield Case("clean", False, (length_of(person.name),), [r for rows in of_hits for r in rows])


def over_two_lists(shared: Path, sample: int, seed: int) -> Iterator[Case]:
    """Names of the same entity in other words, and of near ones, over the lists they stand on."""
    lists = read_lists(shared)
    entities = [
        Entity(k.names.entity, "lists", Kind(k.names.kind),
               (*map(Name, k.names.latin), *(Name(n, NameQuality.WEAK) for n in k.names.weak)))
        for known in lists.values() for k in known
    ]  # fmt: skip
    index = NameIndex(entities)
    by_id = {entity.id: entity for entity in entities}
    for pairs in cross_list_pairs(lists):
        for pair in pairs.sample(sample, seed).items:
            name = pair.left["name"][0]
            if not pair.group.endswith("same words"):
                rows = list(rows_of(index, name, by_id[pair.id], None))
                groups = (pair.group, script_of(name), length_of(name))
                yield Case("cross lists" if pair.is_match else "near", bool(pair.is_match),
                           groups, rows)  # fmt: skip


def labelled(shared: Path) -> Iterator[Case]:
    """The labelled pairs, by the explanation of their comparison."""
    for pair in sets.name_pairs(shared).items:
        said = vigil.compare(pair.schema, pair.left, pair.right)
        groups = (pair.group, length_of(pair.right["name"][0]))
        yield Case("pairs", bool(pair.is_match), groups, [Replayed(said.features)])


def main() -> None:
    """Reads the arguments, matches once, climbs on one half, reports the other."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--world", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=1500, help="manipulated names")
    parser.add_argument("--people", type=int, default=3000, help="clean people")
    parser.add_argument("--crossing", type=int, default=4000, help="pairs of two lists")
    parser.add_argument("--tries", type=int, default=200)
    asked = parser.parse_args()
    engine = Engine(vigil.load_world(asked.world), NEAR)
    cases = [
        *over_the_world(engine.world.names, engine, asked),
        *over_two_lists(asked.shared, asked.crossing, asked.seed),
        *labelled(asked.shared),
    ]
    Random(asked.seed).shuffle(cases)
    fitted, held_out = cases[::2], cases[1::2]
    print(f"{len(cases)} cases; to fit on: {told(shares(fitted, right(fitted)))}")
    report(held_out, climb(fitted, asked.tries, Random(asked.seed)))


if __name__ == "__main__":
    main()
