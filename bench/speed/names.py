"""Name matching beside brute force: `python -m bench.speed.names --world DIR`.

The baseline is `rapidfuzz.process.extract` over the same names, folded, with the same queries: what
most systems do, by its fastest scorer (`ratio`, which knows no order of words) and by one that does
(`token_sort_ratio`). Machines here are shared and noisy, so the ratio is the figure, not the times;
times are of the processor.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from vigil.api import match
from vigil.cli.bench import altered_names
from vigil.names.text import fold
from vigil.report.benchmark import Spread
from vigil.store.worlds import open_world

CUTOFF = 70  # of rapidfuzz's 0–100; its scores are not ours, only the work is compared
SCORERS = {"ratio": fuzz.ratio, "token_sort_ratio": fuzz.token_sort_ratio}
FEWER = 5  # brute force is asked one query in so many


def timed(answer: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    """Seconds of the processor for each query, after one that warms up."""
    answer(queries[0])
    times = []
    for query in queries:
        began = time.process_time()
        answer(query)
        times.append(time.process_time() - began)
    return times


def main() -> None:
    """Measure, and print the ratios of the medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--world", type=Path, required=True)
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    world = open_world(asked.world)
    queries = altered_names(world, 2 * asked.queries, random.Random(asked.seed))
    fresh, more = queries[: asked.queries], queries[asked.queries :]
    listed = [fold(name.text) for entity in world.names.entities for name in entity.names]
    print(f"{len(listed):,} names, {len(fresh)} queries with a letter altered, complete answers")
    ours = Spread.of(timed(lambda query: match(query, world), fresh))
    row("vigil.match", ours)
    for name, scorer in SCORERS.items():

        def brute_force(query: str, scorer: Callable[..., float] = scorer) -> object:
            return process.extract(
                fold(query), listed, scorer=scorer, score_cutoff=CUTOFF, limit=None
            )

        theirs = Spread.of(timed(brute_force, fresh[::FEWER]))
        row(f"rapidfuzz {name}", theirs)
        print(f"  ratio of medians 1/{theirs.p50_ms / ours.p50_ms:.0f}")
    for what, names in (("first seen", more), ("seen before", more)):
        began = time.process_time()
        match(names, world)
        print(
            f"batch, {what:<12} {len(names) / (time.process_time() - began):8,.0f} names/s a core"
        )


def row(what: str, spread: Spread) -> None:
    """A line of one engine's times."""
    print(f"{what:<27} p50 {spread.p50_ms:8.3f} ms   p99 {spread.p99_ms:8.3f} ms")


if __name__ == "__main__":
    main()
