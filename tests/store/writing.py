"""A process that writes to a store and says what was acknowledged; tests kill it.

    python -m tests.store.writing screenings|notes URL NAME COUNT

One line on standard output for each acknowledgement, `NUMBER ORDER`, written after it.
"""

from __future__ import annotations

import signal
import sys

from tests.store.made_up_screenings import made_up
from vigil.case.events import Noted
from vigil.case.policy import CasePolicy
from vigil.errors import StoreError
from vigil.store.cases import CaseBook
from vigil.store.database import open_store
from vigil.store.recorder import Recorder, now_ms

POLICY = CasePolicy()
OUTCOMES = ("clear", "stop", "review", "incomplete")


def told(number: int, what: str) -> None:
    """One acknowledgement, in one piece."""
    sys.stdout.write(f"{number} {what}\n")
    sys.stdout.flush()


def screenings(store, name: str, count: int) -> None:
    """Groups and single ones in turn."""
    with Recorder(store, POLICY) as recorder:
        for first in range(0, count, 10):
            ids = [f"{name}-{n}" for n in range(first, min(first + 10, count))]
            found = [made_up(one, OUTCOMES[n % 4]) for n, one in enumerate(ids)]
            for recorded, one in zip(recorder.record(found[1:]), ids[1:], strict=True):
                told(recorded.number, one)
            told(recorder.record_one(found[0]).number, ids[0])


def notes(store, name: str, count: int) -> None:
    """Notes on the store's first case."""
    book = CaseBook(store, POLICY)
    case = book.list()[-1].case_id
    for n in range(count):
        after = book.add(Noted(case=case, by=name, at=now_ms(), text=str(n)))
        told(after.events, f"{name}-{n}")


def main() -> None:
    """Write, until it is done, killed, or the store refuses."""
    what, url, name, count = sys.argv[1:]
    # A file that may grow no more is an error of the write, not the end of the process.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        store = open_store(url)
        {"screenings": screenings, "notes": notes}[what](store, name, int(count))
    except StoreError as error:
        sys.stdout.write(f"StoreError {str(error)!r}\n")
        sys.stdout.flush()
        sys.exit(6)


if __name__ == "__main__":
    main()
