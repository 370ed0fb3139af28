"""How fast screenings are recorded, a large store opened and a page of cases listed.

    python -m bench.speed.store [--screenings 1000000] [--cases 100000] [--folder DIR]

Each figure stands beside a plain baseline of the same run and folder: a file that is written and
synced, and SQLite's own driver that inserts the same bytes with the same settings. One commit costs
one sync of the disk, so what is recorded one by one is measured against that.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

import msgspec
import sqlalchemy as sa

import vigil
from vigil.case.events import Opened
from vigil.case.opening import opened
from vigil.case.policy import CasePolicy
from vigil.case.screening import Screening, screened
from vigil.case.states import State
from vigil.model.canonical_json import canonical_json
from vigil.model.order_json import parse_order
from vigil.store.cases import CaseBook, case_id, entry_of
from vigil.store.database import open_store
from vigil.store.derived import SCREENING, CaseRow, screening_row
from vigil.store.ledger import BEGINNING, Entry, Row, head, sealed
from vigil.store.recorder import GROUP, Recorder
from vigil.store.tables import bodies, cases, ledger, screenings

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "orders.jsonl"
POLICY = CasePolicy()
AT = 1_786_060_800_000  # 2026-08-07, in milliseconds
PAGE = 10_000  # rows inserted at once when the large store is made
ROUNDS = 5


def made_up(count: int, name: str) -> list[Screening]:
    """Screenings of the example orders, again and again under other ids."""
    world = vigil.load_world()
    found = []
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        order = parse_order(json.loads(line))
        found.append(screened(vigil.screen_order(order, world), order, line))
    return [
        msgspec.structs.replace(one, order=f"{name}-{number}")
        for number, one in enumerate(islice(cycle(found), count))
    ]


def rate(count: int, work: Callable[[], object]) -> float:
    """How many a second, by the clock."""
    begin = time.perf_counter()
    work()
    return count / (time.perf_counter() - begin)


def synced(folder: Path, count: int, size_bytes: int) -> float:
    """Writes of a file a second, each synced to the disk."""
    with (folder / "synced").open("wb", buffering=0) as file:

        def work() -> None:
            for _ in range(count):
                file.write(b"x" * size_bytes)
                os.fdatasync(file.fileno())

        return rate(count, work)


def plain(folder: Path, texts: Sequence[str], group: int) -> float:
    """Rows a second that SQLite's own driver inserts, `group` in a commit."""
    connection = sqlite3.connect(folder / f"plain-{group}.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE bodies (number INTEGER PRIMARY KEY, body TEXT NOT NULL)")

    def work() -> None:
        for first in range(0, len(texts), group):
            connection.execute("BEGIN IMMEDIATE")
            some = [(text,) for text in texts[first : first + group]]
            connection.executemany("INSERT INTO bodies (body) VALUES (?)", some)
            connection.execute("COMMIT")

    try:
        return rate(len(texts), work)
    finally:
        connection.close()


def measure_recording(folder: Path, count: int) -> None:
    """Groups and single ones, beside the disk and the plain driver."""
    found = made_up(count, "G")
    singles = made_up(count // 10, "S")
    texts = [canonical_json(msgspec.to_builtins(one)).decode() for one in found]
    size = round(statistics.mean(map(len, texts)))
    store = open_store(str(folder / "recorded.db"))
    with Recorder(store, POLICY) as recorder:
        recorder.record(made_up(GROUP, "warm"))
        disk = synced(folder, len(singles), size)
        raw_one = plain(folder, texts[: len(singles)], 1)
        raw_many = plain(folder, texts, GROUP)
        cpu = time.process_time()
        many = rate(count, lambda: recorder.record(found))
        cpu_many = (time.process_time() - cpu) / count
        cpu = time.process_time()
        one = rate(len(singles), lambda: [recorder.record_one(s) for s in singles])
        cpu_one = (time.process_time() - cpu) / len(singles)
    store.close()
    print(f"a screening is {size:,} bytes; a write of that is synced {disk:,.0f} times a second")
    print(
        f"in groups   {many:8,.0f}/s, {many / raw_many:.2f} of the plain driver's {raw_many:,.0f}"
    )
    print(f"one by one {one:,.0f}/s, {one / raw_one:.2f} of the plain driver's {raw_one:,.0f}, "
          f"{one / disk:.2f} of the disk's")  # fmt: skip
    print(
        f"processor   {cpu_many * 1e6:,.0f} µs each in groups, {cpu_one * 1e6:,.0f} µs one by one"
    )


def make_large(path: Path, count: int, of_cases: int) -> None:
    """A store of many screenings, a part of them with cases, chained as `append` would."""
    store = open_store(str(path))
    per_case = max(1, count // of_cases) if of_cases else count + 1
    shapes = [one for one in made_up(40, "L") if one.outcome != "clear"]
    clear = next(one for one in made_up(40, "L") if one.outcome == "clear")
    number, previous = 0, BEGINNING
    made = 0
    while made < count:
        rows: list[Row] = []
        of_screening: list[dict[str, object]] = []
        of_case: list[dict[str, object]] = []
        for place in range(made, min(count, made + PAGE)):
            with_case = place % per_case == 0
            shape = shapes[place % len(shapes)] if with_case else clear
            one = msgspec.structs.replace(shape, order=f"PO-{place}")
            number += 1
            rows.append(_row(number, previous, Entry(AT, SCREENING, one.order, _built(one))))
            of_screening.append(screening_row(one, number)._asdict())
            previous = rows[-1].hash
            event = opened(one, number, case=case_id(number + 1), at=AT, policy=POLICY)
            if with_case and event is not None:
                number += 1
                rows.append(_row(number, previous, entry_of(event)))
                previous = rows[-1].hash
                of_case.append(_case_of(event, number, place)._asdict())
        made += PAGE
        with store.write() as connection:
            columns = [{k: v for k, v in row._asdict().items() if k != "body"} for row in rows]
            connection.execute(sa.insert(ledger), columns)
            both = [{"number": row.number, "body": row.body} for row in rows]
            connection.execute(sa.insert(bodies), both)
            connection.execute(sa.insert(screenings), of_screening)
            if of_case:
                connection.execute(sa.insert(cases), of_case)
    store.close()


def _case_of(event: Opened, number: int, place: int) -> CaseRow:
    """A case's row; most are closed, as after some years (without the events that closed them)."""
    states = (*([State.CLOSED] * 17), State.OPEN, State.ASSIGNED, State.WAITING)
    state = states[(place // 7) % len(states)]
    return CaseRow(
        case_id=event.case, order_id=event.order, screening=event.screening, state=state.value,
        outcome=event.outcome, assignee=f"person-{place % 23}" if state != State.OPEN else None,
        due=date(2026, 8, 17) + timedelta(days=place % 300), open_findings=1, held=False,
        opened=number, last=number, last_at=AT,
    )  # fmt: skip


def _built(screening: Screening) -> object:
    return msgspec.to_builtins(screening)


def _row(number: int, previous: str, entry: Entry) -> Row:
    body = canonical_json(entry.body)
    sha256 = hashlib.sha256(body).hexdigest()
    row = sealed(number, entry.at, entry.kind, entry.subject, sha256, previous)
    return row._replace(body=body.decode())


def pages(book: CaseBook) -> Iterator[tuple[str, Callable[[], object]]]:
    """Pages that officers look at."""
    some = book.list(states=[State.OPEN])[0]
    middle = some.opened // 2
    yield "newest", book.list
    yield "in the middle", lambda: book.list(before=middle)
    yield "open", lambda: book.list(states=[State.OPEN])
    yield "not closed", lambda: book.list(states=[s for s in State if s is not State.CLOSED])
    yield "one person's", lambda: book.list(assignee="person-7")
    yield "overdue", lambda: book.list(overdue_on=date(2027, 1, 1))
    yield "an order's", lambda: book.list(order=some.order_id)
    yield "one case", lambda: book.case(some.case_id)


def measure_large(path: Path) -> None:
    """Opening, and pages of cases."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        store = open_store(str(path))
        with store.read() as connection:
            end = head(connection)
        times.append(time.perf_counter() - begin)
        if _ < ROUNDS - 1:
            store.close()
    begin = time.perf_counter()
    raw = sqlite3.connect(path)
    raw.execute("SELECT max(number) FROM ledger").fetchone()
    baseline = time.perf_counter() - begin
    raw.close()
    size = path.stat().st_size / 1e9
    print(f"{end.number:,} rows, {size:.2f} GB, opened in at most {max(times) * 1000:.1f} ms of "
          f"{ROUNDS}; the plain driver {baseline * 1000:.1f} ms")  # fmt: skip
    for name, page in pages(CaseBook(store, POLICY)):
        took = []
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            page()
            took.append(time.perf_counter() - begin)
        print(f"{name:14} {statistics.median(took) * 1000:6.1f} ms, at most {max(took) * 1000:.1f}")
    store.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=5_000)
    parser.add_argument("--screenings", type=int, default=1_000_000)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        folder = Path(name)
        measure_recording(folder, given.records)
        if given.screenings:
            path = folder / "large.db"
            begin = time.perf_counter()
            make_large(path, given.screenings, given.cases)
            print(f"{given.screenings:,} screenings made in {time.perf_counter() - begin:.0f} s")
            measure_large(path)


if __name__ == "__main__":
    main()
