"""Engines side by side: what each finds where it alerts on as many clean people.

    python -m bench.names.side_by_side --shared ../shared --world DIR --peer rapidfuzz

Thresholds of different engines mean different things, so each is read where it alerts on the same
share of clean people; .70 is shown beside it. `--peer nomenklatura` needs it installed in the same
environment (it needs PyICU, which PyPI has as sources only).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import vigil
from bench.names import measure as m
from bench.names import report, sets
from bench.names.listed import Drawer, Query
from bench.names.manipulate import MATCH
from bench.names.peers import PEERS

ALERTED = (0.002, 0.005, 0.01, 0.02, 0.05)
FLOOR = 0.5  # lower ones make every engine slow, and nobody would alert there
HEADER = ("engine", "names/s", *(f"at {report.percent(share)}" for share in ALERTED),
          "found at .70", "alerted at .70", "pairs F1 at .70", "best F1")  # fmt: skip


def threshold_at(alerted: Sequence[m.Alerted], share: float) -> float:
    """The lowest threshold at which at most such a share of clean people is alerted.

    >>> threshold_at([m.Alerted(sets.CleanPerson("a", None), s, "") for s in (.9, .8, 0, 0)], .25)
    0.8001
    """
    scores = sorted((answer.best for answer in alerted), reverse=True)
    allowed = int(share * len(scores) + 1e-9)
    return round(scores[allowed] + 0.0001, 4) if allowed < len(scores) else 0.0


def best_f1(answers: Sequence[m.Compared]) -> float:
    """F1 of labelled pairs at the best threshold for them."""
    return max(_f1(answers, threshold / 100) for threshold in range(30, 100, 2))


def _f1(answers: Sequence[m.Compared], threshold: float) -> float:
    hits = sum(a.score >= threshold and bool(a.pair.is_match) for a in answers)
    said = sum(a.score >= threshold for a in answers)
    labelled = sum(bool(a.pair.is_match) for a in answers)
    return 2 * hits / (said + labelled) if said + labelled else 0.0


def row(
    name: str, world: vigil.World, queries: sets.NameSet[Query],
    people: sets.NameSet[sets.CleanPerson], pairs: sets.NameSet[sets.Pair],
) -> tuple[str, ...]:  # fmt: skip
    """An engine's line of the table."""
    engine = PEERS[name](world, FLOOR)
    engine.search("anybody", None, None)
    began = perf_counter()
    found = m.headline(m.search_all(queries, engine.search))
    alerted = m.alert_all(people, engine.search)
    speed = (len(queries.items) + len(people.items)) / (perf_counter() - began)
    compared = m.compare_all(pairs, engine.compare)
    at_rates = (m.found_rate(found, max(FLOOR, threshold_at(alerted, s))).share for s in ALERTED)
    return (
        name,
        f"{speed:.0f}",
        *map(report.percent, at_rates),
        report.percent(m.found_rate(found).share),
        report.percent(m.alert_rate(alerted).share, 2),
        f"{_f1(compared, m.REVIEW):.3f}",
        f"{best_f1(compared):.3f}",
    )


def main() -> int:
    """Measure each engine on the same sets and print them; 2 when one cannot be had."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--world", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=600, help="manipulated names")
    parser.add_argument("--people", type=int, default=1000, help="clean people")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peer", action="append", choices=sorted(PEERS), help="beside vigil")
    asked = parser.parse_args()
    try:
        world = vigil.load_world(asked.world)
        drawer = Drawer(PEERS["vigil"](world, FLOOR).listed_names())
        queries = sets.NameSet("manipulated", drawer.draw(asked.sample, asked.seed, MATCH))
        people = sets.clean_people(asked.shared).sample(asked.people, asked.seed)
        pairs = sets.name_pairs(asked.shared)
        engines = ("vigil", *(asked.peer or ("rapidfuzz",)))
        rows = tuple(row(name, world, queries, people, pairs) for name in dict.fromkeys(engines))
    except sets.SetError as error:
        print(f"side_by_side: {error}", file=sys.stderr)
        return 2
    for measured in (queries, people, pairs):
        print(f"{measured.name}: {len(measured.items)}, sha256 {measured.digest[:16]}")
    table = report.Table("found, where so many clean people are alerted", HEADER, rows)
    print("\n".join([table.title, *report.aligned(table)]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
