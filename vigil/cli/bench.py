"""`vigil bench`: how fast this machine answers, on the world at hand."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli import options
from vigil.cli.output import Format, chosen_format, render, write
from vigil.version import VERSION

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from vigil.report.benchmark import Benchmark
    from vigil.world import World

COLD_RUNS = 5  # chosen: the median of five is steady enough to compare
COLD_CODE = """
import sys, time
began = time.perf_counter()
import vigil
world = vigil.load_world(sys.argv[1] or None)
vigil.match(sys.argv[2], world)
taken = time.perf_counter() - began
import resource
print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def bench(
    world: options.WorldFolder = None,
    queries: Annotated[int, typer.Option(min=10, help="How many names to look up.")] = 1000,
    seed: Annotated[int, typer.Option(help="Which names; the same seed gives the same.")] = 1,
    output: options.OutputFormat = None,
) -> None:
    """Measure cold start, latency and throughput of name matching."""
    import msgspec

    from vigil.report.benchmark import render_benchmark

    run = measure(options.open_world(world, None), world, queries, seed)
    if chosen_format(output, None) is Format.TABLE:
        render(render_benchmark(run), None)
    else:
        write(msgspec.json.encode(run) + b"\n", None)


def measure(world: World, folder: Path | None, count: int, seed: int) -> Benchmark:
    """One run of the benchmark."""
    import os
    import platform
    import random

    from vigil.api import match
    from vigil.names.kernel import IS_COMPILED
    from vigil.report.benchmark import Benchmark, Spread

    asked = altered_names(world, count, random.Random(seed))
    cold, peak = cold_start(folder, asked[0])
    match(asked[0], world)
    times = []
    for name in asked:
        began = time.perf_counter()
        match(name, world)
        times.append(time.perf_counter() - began)
    return Benchmark(
        machine=f"{platform.machine()}, {os.cpu_count()} cores",
        python=platform.python_version(),
        vigil=VERSION,
        kernel="compiled" if IS_COMPILED else "none",
        world=world.id,
        names=sum(source.names for source in world.sources),
        cold_ms=round(1000 * cold, 1),
        cold_peak_mb=peak // 1024,
        queries=count,
        latency=Spread.of(times),
        names_per_second=round(count / sum(times), 1),
    )


def altered_names(world: World, count: int, rng: random.Random) -> list[str]:
    """Listed names, drawn by chance, each with one letter changed."""
    entities = world.names.entities
    drawn: list[str] = []
    while len(drawn) < count:
        name = rng.choice(rng.choice(entities).names).text
        letters = [i for i, letter in enumerate(name) if letter.isalpha()]
        if letters:
            at = rng.choice(letters)
            drawn.append(name[:at] + rng.choice("aeilmnorst") + name[at + 1 :])
    return drawn


def cold_start(folder: Path | None, name: str) -> tuple[float, int]:
    """Median seconds from a new interpreter's import to the first answer, and peak memory in KB."""
    import statistics
    import subprocess

    runs: list[Sequence[float]] = []
    for _ in range(COLD_RUNS):
        told = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", COLD_CODE, str(folder or ""), name],
            capture_output=True,
            text=True,
            check=True,
        )
        runs.append([float(figure) for figure in told.stdout.split()])
    return statistics.median(r[0] for r in runs), int(statistics.median(r[1] for r in runs))
