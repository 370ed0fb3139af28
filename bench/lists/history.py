"""Lists in time: `python -m bench.lists.history --shared ../shared`.

Records OFAC's lists of 2021, 2022 and 2023 in a history and compares them; then the US list, and it
again with a day's changes. Prints seconds of the processor and on the clock (the disk confirms each
object), and the bytes that each recording added.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import msgspec

from vigil.lists.countries import Countries
from vigil.lists.loaded import Dating
from vigil.lists.readers import Files, reader_of
from vigil.store.build import countries_of
from vigil.store.history import Event, History
from vigil.store.list_files import read_files
from vigil.store.recording import record_files
from vigil.store.states import differences, state_of
from vigil.store.worlds import open_world

SDN_DAYS = (date(2021, 8, 24), date(2022, 9, 30), date(2023, 6, 8))
TODAY = date.today()
A_DAY = 40  # entries that a busy day changes; chosen


def main() -> None:
    """Record, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    lists = parser.parse_args().shared / "lists"
    countries = countries_of(open_world(None).parts.law())
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder) / "history")
        for day in SDN_DAYS:
            files = read_files("us_ofac_sdn", lists / f"us_ofac_sdn_history/sdn_{day}.csv")
            with measured(f"recording us_ofac_sdn of {day}", history):
                told(record_files(history, "us_ofac_sdn", files, countries, as_of=day, today=TODAY))
        for before, after in pairwise(SDN_DAYS):
            compare(history, before, after)
        csl = read_files("us_csl", lists / "us_csl/consolidated.json")
        with measured("recording us_csl", history):
            event = record_files(history, "us_csl", csl, countries, as_of=None, today=TODAY)
        told(event)
        record_next_day(history, csl, countries)


def record_next_day(history: History, files: Files, countries: Countries) -> None:
    """The same list a day later with some entries' remarks changed, of the same file."""
    loaded = reader_of("us_csl")(files, countries, Dating(TODAY))
    step = len(loaded.entities) // A_DAY
    entities = tuple(
        msgspec.structs.replace(entity, remarks="as amended") if i % step == 0 else entity
        for i, entity in enumerate(loaded.entities)
    )
    version = loaded.version + timedelta(days=1)
    later = msgspec.structs.replace(loaded, version=version, entities=entities, sha256="")
    with measured("recording us_csl of the next day, already read", history):
        told(history.record(later, files, TODAY))
    compare(history, loaded.version, version)


def compare(history: History, before: date, after: date) -> None:
    """Every difference between two days."""
    with measured(f"comparing {before} with {after}", history):
        states = [state_of(str(day), history) for day in (before, after)]
        found = differences(*states)
    for one in found:
        print(f"    {one.source}: {one.uncovered or f'{len(one.changes):,} changes'}")


def told(event: Event) -> None:
    """What became of a recording, and why."""
    print(f"    {event.step}", *event.reasons)


@contextmanager
def measured(what: str, history: History) -> Iterator[None]:
    """Seconds and bytes of what is done within."""
    had, cpu, clock = size_of(history), time.process_time(), time.perf_counter()
    yield
    used, taken = time.process_time() - cpu, time.perf_counter() - clock
    print(f"{what}: {used:.2f} s of the processor, {taken:.2f} s, {size_of(history) - had:,} bytes")


def size_of(history: History) -> int:
    """Bytes of all its files."""
    return sum(path.stat().st_size for path in history.folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
