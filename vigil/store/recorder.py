"""Screenings written down, many in one commit; acknowledged when they are on the disk, not before.

A screening that a person must look at opens its case in the same transaction. An order that is
screened again as it was goes into the case it has; one that was changed gets a case of its own.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from types import TracebackType
from typing import NamedTuple

import msgspec
from sqlalchemy import insert
from sqlalchemy.engine import Connection

from vigil.case.case import Case, after, begin
from vigil.case.opening import opened, rescreened
from vigil.case.policy import CasePolicy
from vigil.case.rules import check
from vigil.case.screening import Screening
from vigil.errors import StoreError
from vigil.model.canonical_json import Canonical, canonical_json
from vigil.store.cases import case_id, case_with_opening, cases_of, entry_of, put
from vigil.store.database import Store
from vigil.store.derived import SCREENING, case_row, screening_row
from vigil.store.ledger import Entry, append, head
from vigil.store.tables import screenings

GROUP = 100  # screenings of one commit at most
GATHER_SECONDS = 0.02  # so long the first of a group waits for others
AGAIN = "the order was screened again"

_INTO_SCREENINGS = insert(screenings)


class Recorded(NamedTuple):
    """A screening that is on the disk: its number in the ledger, and its case if it has one."""

    number: int
    case: str | None


class _Waiting(NamedTuple):
    screening: Screening
    body: Canonical  # as the ledger is to have it
    done: Future[Recorded]


def now_ms() -> int:
    """Milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


class Recorder:
    """Writes screenings to a store; a context that writes what is left when it ends.

    Args:
        store: where to.
        policy: which outcomes make cases, and by when they are due.
        clock: milliseconds since 1970, UTC; read under the write lock.
        why: what the case of an order learns as the reason when it is screened again.
    """

    def __init__(
        self,
        store: Store,
        policy: CasePolicy,
        clock: Callable[[], int] = now_ms,
        why: str = AGAIN,
    ) -> None:
        self._store, self._policy, self._clock, self._why = store, policy, clock, why
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Recorder:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def submit(self, screening: Screening) -> Future[Recorded]:
        """A promise that is kept when the screening is on the disk.

        Raises:
            TypeError, ValueError: canonical JSON does not hold it.
            StoreError: the recorder is closed.
        """
        waiting = _Waiting(screening, _body(screening), Future())
        with self._closing:
            if self._closed:
                raise StoreError("a screening must be recorded before the recorder is closed")
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="recorder", daemon=True)
                self._thread.start()
            self._queue.put(waiting)
        return waiting.done

    def record(self, found: Iterable[Screening]) -> list[Recorded]:
        """Write screenings in groups; all are on the disk when this returns.

        Raises:
            StoreError: the store did not take one; others of another group may be written.
        """
        promises = [self.submit(screening) for screening in found]
        return [promise.result() for promise in promises]

    def record_one(self, screening: Screening) -> Recorded:
        """Write one screening at once, in a commit of its own.

        Raises:
            StoreError: the store did not take it; it is not written.
        """
        return self._write([screening], [_body(screening)])[0]

    def close(self) -> None:
        """Write what was submitted, and take no more."""
        with self._closing:
            self._closed = True
            thread, self._thread = self._thread, None
            if thread is not None:
                self._queue.put(None)
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        for group in filter(None, self._groups()):
            try:
                done = self._write([one.screening for one in group], [one.body for one in group])
            except BaseException as error:  # each who waits is told, whatever it is
                for one in group:
                    one.done.set_exception(error)
            else:
                for one, recorded in zip(group, done, strict=True):
                    one.done.set_result(recorded)

    def _groups(self) -> Iterator[list[_Waiting]]:
        while (first := self._queue.get()) is not None:
            group, until = [first], time.monotonic() + GATHER_SECONDS
            ended = False
            while len(group) < GROUP and not ended:
                try:
                    more = self._queue.get(timeout=max(0.0, until - time.monotonic()))
                except queue.Empty:
                    break
                if more is None:
                    ended = True
                else:
                    group.append(more)
            # Who has gone away before it began is not written; afterwards nobody can.
            yield [one for one in group if one.done.set_running_or_notify_cancel()]
            if ended:
                return

    def _write(self, found: Sequence[Screening], bodies: Sequence[Canonical]) -> list[Recorded]:
        with self._store.write() as connection:
            group = _Group(connection, found, self._clock(), self._policy, self._why)
            for screening, body in zip(found, bodies, strict=True):
                group.add(screening, body)
            group.write()
        return group.recorded


class _Group:
    """What one commit writes."""

    def __init__(
        self,
        connection: Connection,
        found: Sequence[Screening],
        at: int,
        policy: CasePolicy,
        why: str,
    ) -> None:
        self.recorded: list[Recorded] = []
        self._connection, self._at, self._policy, self._why = connection, at, policy, why
        self._end = head(connection)
        self._number = self._end.number
        self._entries: list[Entry] = []
        self._rows: list[dict[str, object]] = []
        self._known = cases_of(connection, (one.order for one in found))
        self._touched: dict[str, tuple[Case, int, int]] = {}  # with its first and last row

    def add(self, screening: Screening, body: Canonical) -> None:
        """One screening, and what it means for its case."""
        number = self._next(Entry(self._at, SCREENING, screening.order, body))
        self._rows.append(screening_row(screening, number)._asdict())
        as_it_was = (screening.order, screening.normalised_sha256)
        case = self._known.get(as_it_was)
        if case is None:
            case = self._open(screening, number)
            if case is not None:
                self._known[as_it_was] = case
        else:
            self._rescreen(case, screening, number)
        self.recorded.append(Recorded(number, case))

    def write(self) -> None:
        """Write it all, in the caller's transaction."""
        append(self._connection, self._entries, self._end)
        self._connection.execute(_INTO_SCREENINGS, self._rows)
        put(self._connection, [case_row(*touched) for touched in self._touched.values()])

    def _next(self, entry: Entry) -> int:
        self._entries.append(entry)
        self._number += 1
        return self._number

    def _open(self, screening: Screening, number: int) -> str | None:
        event = opened(
            screening, number, case=case_id(number + 1), at=self._at, policy=self._policy
        )
        if event is None:
            return None
        opening = self._next(entry_of(event))
        self._touched[event.case] = (begin(event), opening, opening)
        return event.case

    def _rescreen(self, case: str, screening: Screening, number: int) -> None:
        before, opening, _ = self._touched.get(case) or case_with_opening(self._connection, case)
        at = max(self._at, before.last_at)  # clocks of two machines differ
        event = rescreened(screening, number, case=case, at=at, why=self._why)
        check(before, event, self._policy)
        last = self._next(entry_of(event))
        self._touched[case] = (after(before, event), opening, last)


def _body(screening: Screening) -> Canonical:
    """As the ledger is to have it; refused here, where only its own caller is told."""
    return canonical_json(msgspec.to_builtins(screening))
