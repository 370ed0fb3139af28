"""How building and searching grow: `python -m bench.speed.scale --names 1000000 --world DIR`.

Names are made up from those of a real world (`bench.speed.made_up`). Times are of the processor, so
that a busy machine disturbs less; rapidfuzz runs over the same names beside them.
"""

from __future__ import annotations

import argparse
import resource
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import ParamSpec, TypeVar

from rapidfuzz import fuzz, process

from bench.speed.made_up import MadeUp, MadeUpEntities, Pattern, altered
from vigil.index.arrays import ARRAYS, Arrays
from vigil.index.build import NumberedNames, arrays_of
from vigil.index.compiled import CompiledNames
from vigil.index.listed_names import Scored
from vigil.index.names import NameIndex
from vigil.names.prepared import PreparedName
from vigil.names.readings import prepared_readings
from vigil.report.benchmark import Spread
from vigil.store.worlds import open_world

FLOOR = 7000  # ten-thousandths: where review begins
CUTOFF = 70  # of rapidfuzz's 0–100
PREPARED = 5000  # names made ready to tell what that costs
CHUNK = 10_000
MILLION = 1_000_000

P = ParamSpec("P")
T = TypeVar("T")


def main() -> None:
    """Build one list, search it, print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--world", type=Path, required=True)
    parser.add_argument("--names", type=int, default=MILLION)
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--baseline", type=int, default=10, help="queries that rapidfuzz answers")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    pattern = Pattern(open_world(asked.world).names.entities)
    texts, persons = list[str](), array("B")
    arrays = build(pattern.draw(asked.names, asked.seed), texts, persons)
    entities = MadeUpEntities(texts, persons)
    search(NameIndex(entities, arrays), CompiledNames(entities, arrays),
           altered(texts, asked.queries, asked.seed))  # fmt: skip
    brute_force(texts, altered(texts, asked.baseline, asked.seed))


def build(drawn: Iterator[MadeUp], texts: list[str], persons: array[int]) -> Arrays:
    """The arrays of the names, whose texts and kinds are noted on the way."""
    names, numbering = NumberedNames(), 0.0
    while chunk := list(islice(drawn, CHUNK)):
        ready = [PreparedName(name.text, name.words, ()) for name in chunk]
        texts += (name.text for name in ready)
        persons.extend(int(name.is_person) for name in chunk)
        numbering += timed(add_all, names, ready)[0]
    flattening, arrays = timed(arrays_of, names)
    sample = texts[:PREPARED]
    preparing = sum(timed(prepared_readings, text)[0] for text in sample) / len(sample)
    size = sum(array(typecode).itemsize * len(arrays[name]) for name, typecode in ARRAYS.items())
    scale = MILLION / len(texts)
    print(f"{len(texts):,} names, {len(names.number_of):,} words")
    print(f"build, s/million   arrays {scale * flattening:6.2f}   numbering words "
          f"{scale * numbering:6.2f}   making ready {MILLION * preparing:6.1f} "
          f"(from {len(sample):,} names)")  # fmt: skip
    print(f"size               {size / len(texts):6.1f} bytes a name")
    print(f"peak memory        {peak_mb():6.0f} MB after building")
    return arrays


def add_all(names: NumberedNames, ready: Iterable[PreparedName]) -> None:
    """Number the words of prepared names."""
    for name in ready:
        names.add(len(names), 0, 0, name)


def search(index: NameIndex, compiled: CompiledNames, queries: Sequence[str]) -> None:
    """Names and scores by the kernel, then whole answers."""

    def scores(readings: Sequence[PreparedName]) -> list[list[Scored]]:
        return [list(compiled.scored(reading, None, FLOOR)) for reading in readings]

    answer = partial(index.search, threshold=FLOOR / 10_000)
    ready = [prepared_readings(query) for query in queries]
    print(row("scores", [timed(scores, readings)[0] for readings in ready]))
    answer(queries[0])
    times = [timed(answer, query)[0] for query in queries]
    print(row("whole search", times))
    print(f"one core           {len(queries) / sum(times):6,.0f} names/s")
    print(f"peak memory        {peak_mb():6.0f} MB after searching")


def brute_force(texts: Sequence[str], queries: Sequence[str]) -> None:
    """What rapidfuzz needs for the same names."""

    def answer(query: str) -> object:
        return process.extract(
            query, texts, scorer=fuzz.token_sort_ratio, score_cutoff=CUTOFF, limit=None
        )

    print(row("rapidfuzz", [timed(answer, query)[0] for query in queries]))


def row(what: str, times: list[float]) -> str:
    """A line with the spread of some times."""
    spread = Spread.of(times)
    return (f"{what:<19}p50 {spread.p50_ms:9.3f} ms   p99 {spread.p99_ms:9.3f} ms   "
            f"max {spread.max_ms:9.3f} ms   ({len(times)})")  # fmt: skip


def timed(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[float, T]:
    """Seconds of the processor that some work takes, and what it gives."""
    began = time.process_time()
    given = work(*args, **kwargs)
    return time.process_time() - began, given


def peak_mb() -> float:
    """The most memory that the process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
