"""How long reports take: `python -m bench.speed.evidence --world DIR [--pages N] [--grow N]`.

Made-up reports (`bench.speed.made_up_reports`) are read, attributed, linked against all names of a
world and put into the origin graph; each step apart, by the processor's time of one core. The
baseline, JSON read and words split of the same pages, is timed in turn with the steps: machines
here are shared and noisy, so the ratio is the figure that compares. With `--grow` the index of text
reuse and the graph grow to so many pages; the cost of a page must stay what it was.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

import msgspec

from bench.speed.made_up_reports import MadeUpReports, Report
from vigil.evidence.links import Linker
from vigil.evidence.origins import origin_graph
from vigil.evidence.page import Page
from vigil.evidence.reading import read_page
from vigil.evidence.sources.reuse import TextReuse
from vigil.evidence.statement import Reading
from vigil.evidence.statements import read_statements
from vigil.known_names import known_names
from vigil.store.worlds import open_world

T = TypeVar("T")
P = ParamSpec("P")
STEPS = ("read", "say", "link", "graph")
CHUNK = 100  # pages between two looks at the baseline
WARM_UP = 20
BUDGET_S = 20.0  # for 1,000 pages on one core
SIZES = (1000, 5000, 20_000)


class Measured(msgspec.Struct, frozen=True):
    """One run; milliseconds are a page's."""

    pages: int
    bytes_per_page: float
    seconds: float
    ms_by_step: dict[str, float]
    baseline_ms: float
    times_baseline: float
    names: int
    linker_seconds: float
    chains: int
    stories: int
    peak_mb: float


class Grown(msgspec.Struct, frozen=True):
    """The index and the graph at one size; milliseconds are a page's."""

    pages: int
    read_and_say_ms: float
    add_and_find_ms: float  # of the last pages that came, into the index as it stood
    graph_ms: float


class Clock:
    """Seconds of the processor by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, step: str, do: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """What `do` gives, its time added up."""
        began = time.process_time()
        done = do(*given, **named)
        self.seconds[step] = self.seconds.get(step, 0.0) + time.process_time() - began
        return done


def measure(world: Path, count: int, seed: int) -> Measured:
    """`count` pages once through all steps."""
    clock = Clock()
    known = list(known_names(open_world(world)))
    linker = clock.timed("linker", Linker, known)
    for report in MadeUpReports(seed + 1).draw(WARM_UP):
        page = read_page(report.data, report.name)
        read_statements(page)
        clock.timed("linker", linker.links, page)
    reports = list(MadeUpReports(seed).draw(count))
    pages: list[Page] = []
    readings: list[Reading] = []
    for at in range(0, count, CHUNK):
        chunk = reports[at : at + CHUNK]
        read = clock.timed("read", _read, chunk)
        said = clock.timed("say", list, map(read_statements, read))
        clock.timed("link", list, map(linker.links, read))
        clock.timed("baseline", plainly, chunk)
        pages += read
        readings += said
    graph = clock.timed("graph", origin_graph, pages, readings)
    ms = {step: 1000 * clock.seconds[step] / count for step in STEPS}
    whole = sum(ms.values())
    plain = 1000 * clock.seconds["baseline"] / count
    return Measured(
        count, sum(len(r.data) for r in reports) / count, whole * count / 1000, ms, plain,
        whole / plain, len(known), clock.seconds["linker"], len(graph.chains), len(graph.stories),
        _peak_mb(),
    )  # fmt: skip


def _read(reports: Sequence[Report]) -> list[Page]:
    return [read_page(report.data, report.name) for report in reports]


def plainly(reports: Sequence[Report]) -> int:
    """The baseline: each page's bytes through JSON and back, its words split and counted."""
    words = 0
    for report in reports:
        text = msgspec.json.decode(msgspec.json.encode(report.data.decode()), type=str)
        words += len(set(text.split()))
    return words


def grow(most: int, seed: int, sizes: Sequence[int] = SIZES) -> Iterator[Grown]:
    """The cost of a page as the room grows, each size as soon as it is reached."""
    clock, reuse = Clock(), TextReuse()
    pages: list[Page] = []
    readings: list[Reading] = []
    began = dict.fromkeys(("said", "index"), 0.0)
    for report in MadeUpReports(seed).draw(most):
        page = clock.timed("said", read_page, report.data, report.name)
        reading = clock.timed("said", read_statements, page)
        clock.timed("index", reuse.add, page, reading)
        clock.timed("index", reuse.partners, page, reading)
        pages.append(page)
        readings.append(reading)
        last = min(sizes)  # pages over which the cost at a size is taken
        if len(pages) % last == 0:
            spent = {what: clock.seconds[what] - began[what] for what in began}
            began = {what: clock.seconds[what] for what in began}
            if len(pages) in sizes:
                graph = Clock()
                graph.timed("graph", origin_graph, pages, readings)
                per_page = 1000 * graph.seconds["graph"] / len(pages)
                ms = {what: 1000 * seconds / last for what, seconds in spent.items()}
                yield Grown(len(pages), ms["said"], ms["index"], per_page)


def lines(run: Measured) -> list[str]:
    """One run for a person."""
    steps = ", ".join(f"{step} {ms:.2f}" for step, ms in run.ms_by_step.items())
    per_thousand = 1000 * run.seconds / run.pages
    kept = "kept" if per_thousand < BUDGET_S else "NOT KEPT"
    return [
        f"{run.pages:,} pages of {run.bytes_per_page:,.0f} bytes: {run.seconds:.2f} s of one core",
        f"  1,000 pages take {per_thousand:.2f} s; under {BUDGET_S:.0f} s is {kept}",
        f"  ms a page: {steps}",
        f"  {run.times_baseline:.0f} times JSON and split of the same pages",
        f"  {run.names:,} names, made ready in {run.linker_seconds:.2f} s, not counted above",
        f"  {run.stories:,} stories, {run.chains:,} chains; peak memory {run.peak_mb:.0f} MB",
    ]


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--world", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--grow", type=int, default=0, help="grow to so many pages; 0: do not")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=("table", "json"), default="table")
    asked = parser.parse_args()
    run = measure(asked.world, asked.pages, asked.seed)
    if asked.format == "json":
        grown = list(grow(asked.grow, asked.seed))
        print(msgspec.json.encode({"run": run, "grown": grown}).decode())
        return
    print(*lines(run), sep="\n")
    for at in grow(asked.grow, asked.seed):
        print(
            f"  at {at.pages:>6,} pages: read and say {at.read_and_say_ms:.2f}, add and find "
            f"{at.add_and_find_ms:.2f}, whole graph {at.graph_ms:.2f} ms a page"
        )
    if asked.grow:
        print(f"  peak memory {_peak_mb():.0f} MB")


if __name__ == "__main__":
    main()
