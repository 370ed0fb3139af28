"""Name matching beside brute force: `python -m bench.speed.names --world DIR`.

The baseline is `rapidfuzz.process.extract` over the same names, folded, with the same queries: what
most systems do. Machines here are shared and noisy, so the ratio is the figure, not the times.
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


def timed(answer: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    """Seconds for each query, after one that warms up."""
    answer(queries[0])
    times = []
    for query in queries:
        began = time.perf_counter()
        answer(query)
        times.append(time.perf_counter() - began)
    return times


def main() -> None:
    """Measure both and print the ratio of their medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--world", type=Path, required=True)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    world = open_world(asked.world)
    queries = altered_names(world, asked.queries, random.Random(asked.seed))
    listed = [fold(name.text) for entity in world.names.entities for name in entity.names]

    def brute_force(query: str) -> object:
        return process.extract(
            fold(query), listed, scorer=fuzz.token_sort_ratio, score_cutoff=CUTOFF, limit=None
        )

    ours = Spread.of(timed(lambda query: match(query, world), queries))
    theirs = Spread.of(timed(brute_force, queries))
    print(f"{len(listed):,} names, {len(queries)} queries, complete answers")
    print(f"vigil.match      p50 {ours.p50_ms:8.3f} ms   p99 {ours.p99_ms:8.3f} ms")
    print(f"rapidfuzz        p50 {theirs.p50_ms:8.3f} ms   p99 {theirs.p99_ms:8.3f} ms")
    print(f"ratio of medians 1/{theirs.p50_ms / ours.p50_ms:.0f}")


if __name__ == "__main__":
    main()
