"""What `vigil bench` measured, as a table and as JSON."""

from __future__ import annotations

import msgspec
from rich.console import Group
from rich.table import Table
from rich.text import Text


class Spread(msgspec.Struct, frozen=True):
    """Times of one kind in milliseconds: median, 99th percentile and the longest."""

    p50_ms: float
    p99_ms: float
    max_ms: float

    @classmethod
    def of(cls, seconds: list[float]) -> Spread:
        """The spread of some times, at least one."""
        ordered = sorted(seconds)
        at = (ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100], ordered[-1])
        return cls(*(round(1000 * s, 3) for s in at))


class Benchmark(msgspec.Struct, frozen=True):
    """One run: where, on how much, how fast."""

    machine: str
    python: str
    vigil: str
    kernel: str
    world: str
    names: int
    cold_ms: float
    cold_peak_mb: int
    queries: int
    latency: Spread
    names_per_second: float


def render_benchmark(run: Benchmark) -> Group:
    """The run as a table."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    rows = [
        ("machine", f"{run.machine}, Python {run.python}"),
        ("vigil", f"{run.vigil}, kernel {run.kernel}"),
        ("world", f"{run.world[:19]}…, {run.names:,} names"),
        ("cold start to first answer", f"{run.cold_ms:.0f} ms, peak {run.cold_peak_mb} MB"),
        (
            "one name, complete, with reasons",
            f"median {run.latency.p50_ms:.2f} ms, 99 % {run.latency.p99_ms:.2f} ms, "
            f"longest {run.latency.max_ms:.1f} ms ({run.queries:,} names)",
        ),
        ("one core", f"{run.names_per_second:,.0f} names a second"),
    ]
    for what, figure in rows:
        table.add_row(what, Text(figure, style="bold"))
    return Group(table)
