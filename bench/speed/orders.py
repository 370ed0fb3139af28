"""Whole orders through all screens: `python -m bench.speed.orders --world DIR [--orders N]`.

Two streams of made-up orders (`bench.speed.made_up_orders`): all texts fresh, and a distributor's,
whose texts come again. Orders a second are of one core, from a read `Order` to its `Decision`;
reading and writing JSON stand beside it. The baseline, `msgspec` reading and writing the same
orders as plain values, is timed in turn with them: machines here are shared and noisy, so the ratio
is the figure that compares; times are of the processor.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

import vigil.screen as story
from bench.speed.made_up_orders import (
    FRESH,
    REPEATING,
    MadeUpOrders,
    Stream,
    goods_of,
    names_of,
    places_of,
)
from vigil.model.order_json import parse_order
from vigil.screen import screen_order
from vigil.store.worlds import open_world
from vigil.world import World

CHUNK = 50  # orders between two looks at the baseline
WARM_UP = 300  # orders of another seed, so that indexes and tables are made
STAGES = {
    "screen_parties": "parties",
    "screen_goods": "goods",
    "screen_routes": "routes",
    "screen_coverage": "coverage",
    "weigh": "decide",
}  # what `vigil.screen` calls, by name, and what it is called here


class Measured(msgspec.Struct, frozen=True):
    """One stream: times in milliseconds an order, shares of the screening, and how names repeat."""

    stream: str
    orders: int
    orders_per_second: float
    with_json_per_second: float
    ms_per_order: float
    ms_by_stage: dict[str, float]
    baseline_ms: float
    times_baseline: float
    names_per_order: float
    names_seen_before: float
    places_seen_before: float
    goods_seen_before: float
    outcomes: dict[str, int]


class Clock:
    """Seconds of the processor by what was done."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def timed(self, what: str, do: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, its time added up."""

        def do_timed(*args: object) -> object:
            began = time.process_time()
            done = do(*args)
            self.seconds[what] += time.process_time() - began
            return done

        return do_timed

    @contextmanager
    def on_the_story(self) -> Iterator[None]:
        """Each screen that `vigil.screen` calls is timed."""
        kept = {name: getattr(story, name) for name in STAGES}
        for name, what in STAGES.items():
            setattr(story, name, self.timed(what, kept[name]))
        try:
            yield
        finally:
            for name, do in kept.items():
                setattr(story, name, do)


def measure(stream: Stream, world: World, count: int, seed: int) -> Measured:
    """Every order of the stream once, after others that warm up."""
    for raw in MadeUpOrders(stream, seed + 1).draw(WARM_UP):
        screen_order(raw, world).to_json()
    raws = MadeUpOrders(stream, seed).draw(count)
    texts = [msgspec.json.encode(raw) for raw in raws]
    clock, outcomes, ratios = Clock(), Counter[str](), list[float]()
    read = clock.timed("read", parse_order)
    screen = clock.timed("screen", screen_order)
    decode = clock.timed("baseline", msgspec.json.decode)
    encode = clock.timed("baseline", msgspec.json.encode)
    with clock.on_the_story():
        for at in range(0, count, CHUNK):
            before = dict(clock.seconds)
            for raw, text in zip(raws[at : at + CHUNK], texts[at : at + CHUNK], strict=True):
                decision = screen(read(raw), world)
                clock.timed("json", decision.to_json)()
                outcomes[decision.outcome.value] += 1
                encode(decode(text))
            spent = {k: s - before.get(k, 0) for k, s in clock.seconds.items()}
            ratios.append(spent["screen"] / spent["baseline"])
    ms = {what: 1000 * spent / count for what, spent in clock.seconds.items()}
    stages = {what: ms[what] for what in STAGES.values()}
    stages["rest of screening"] = ms["screen"] - sum(stages.values())
    whole = ms["read"] + ms["screen"] + ms["json"]
    return Measured(
        stream.title, count, 1000 / ms["screen"], 1000 / whole, ms["screen"],
        stages | {"read": ms["read"], "json": ms["json"]},
        ms["baseline"], statistics.median(ratios),
        sum(len(set(names_of(raw))) for raw in raws) / count,
        seen_before([set(names_of(raw)) for raw in raws]),
        seen_before([set(places_of(raw)) for raw in raws]),
        seen_before([set(goods_of(raw)) for raw in raws]),
        dict(sorted(outcomes.items())),
    )  # fmt: skip


def seen_before(by_order: Sequence[set[str]]) -> float:
    """The share of texts, each counted once an order, that an earlier order had already."""
    seen: set[str] = set()
    again = 0
    for texts in by_order:
        again += len(texts & seen)
        seen |= texts
    return again / sum(map(len, by_order))


def show(run: Measured) -> None:
    """One stream as lines of text."""
    print(f"{run.stream}: {run.orders:,} orders, {run.names_per_order:.1f} names each")
    print(
        f"  in an earlier order were {run.names_seen_before:.0%} of the names, "
        f"{run.places_seen_before:.0%} of places, {run.goods_seen_before:.0%} of goods' texts"
    )
    print(f"  outcomes {run.outcomes}")
    print(
        f"  {run.orders_per_second:8,.0f} orders/s a core, {run.ms_per_order:.3f} ms each; "
        f"{run.with_json_per_second:,.0f}/s with JSON read and written"
    )
    print(f"  {run.times_baseline:8.0f} times reading and writing the same JSON plainly (median)")
    for what, ms in run.ms_by_stage.items():
        share = f"{ms / run.ms_per_order:4.0%}" if what not in ("read", "json") else "  + "
        print(f"    {what:<18} {ms:7.3f} ms  {share}")


def main() -> None:
    """Measure both streams, and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--world", type=Path, required=True)
    parser.add_argument("--orders", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=("table", "json"), default="table")
    asked = parser.parse_args()
    world = open_world(asked.world)
    runs = [measure(stream, world, asked.orders, asked.seed) for stream in (FRESH, REPEATING)]
    if asked.format == "json":
        print(msgspec.json.encode(runs).decode())
    else:
        for run in runs:
            show(run)


if __name__ == "__main__":
    main()
