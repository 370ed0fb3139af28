"""Accepted matches over the ledger: added to under the write lock, looked up by who is screened.

An acceptance has the id `A-` and the ledger's number of its proposal. The rows of `acceptances` say
where to look; whether one counts is read from the ledger's own events, each time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from vigil.case.acceptance import (
    Acceptance,
    AcceptanceEvent,
    Proposed,
    Standing,
    after_step,
    check_proposal,
    check_step,
    fold_acceptance,
)
from vigil.case.policy import CasePolicy
from vigil.errors import InvalidInput, StoreError
from vigil.model.finding import Finding
from vigil.store.cases import CLOCKS_MS
from vigil.store.database import Store
from vigil.store.derived import Disagreement
from vigil.store.index_files import engine_digest
from vigil.store.ledger import Entry, append, head, rows
from vigil.store.tables import acceptances, bodies, ledger

ACCEPTANCE = "acceptance"  # the kind of ledger row
PAGE = 50  # acceptances of one page of a list; chosen: a screen full

_EVENT: msgspec.json.Decoder[AcceptanceEvent] = msgspec.json.Decoder(AcceptanceEvent)


class AcceptanceRow(NamedTuple):
    """The columns of `acceptances`, in their order."""

    acceptance_id: str
    input: str
    entity: str
    state: str
    last_day: date
    opened: int
    last: int


def scoring_version() -> str:
    """What scores names: the hash of the name engine's files, as a stored index carries it.

    Any change of `vigil.names` ends all acceptances, one that moves no score too: which scores
    moved cannot be proven for every name, and two persons look again sooner than not at all.
    """
    return engine_digest()


class AcceptanceBook:
    """The accepted matches of a store, under a policy."""

    def __init__(self, store: Store, policy: CasePolicy) -> None:
        self.store = store
        self.policy = policy

    def propose(self, event: Proposed, finding: Finding) -> Acceptance:
        """A new acceptance, which waits for a second person; `event` gets its id here.

        Raises:
            IllegalStep: it may not be proposed, or not by this person.
            StoreError: the store did not take it; nothing is written.
        """
        check_proposal(event, finding, self.policy)
        with self.store.write() as connection:
            number = head(connection).number + 1
            event = msgspec.structs.replace(event, acceptance=f"A-{number:06d}")
            self._write(connection, event, Acceptance(event), number)
            return Acceptance(event)

    def add(self, event: AcceptanceEvent) -> Acceptance:
        """The acceptance after one more event, which the ledger has then.

        Raises:
            IllegalStep: it may not be done now, or not by this person.
            InvalidInput: there is no such acceptance.
            StoreError: the store did not take it; nothing is written.
        """
        with self.store.write() as connection:
            history = _events(connection, event.acceptance)
            acceptance = fold_acceptance(past for _, past in history)
            if 0 < acceptance.last_at - event.at <= CLOCKS_MS:
                event = msgspec.structs.replace(event, at=acceptance.last_at)
            check_step(acceptance, event, self.policy)
            acceptance = after_step(acceptance, event)
            self._write(connection, event, acceptance, history[0][0])
            return acceptance

    def acceptance(self, acceptance: str) -> Acceptance:
        """An acceptance as it stands.

        Raises:
            InvalidInput: there is no such acceptance.
        """
        with self.store.read() as connection:
            return fold_acceptance(event for _, event in _events(connection, acceptance))

    def of_input(self, sha256: str) -> list[Acceptance]:
        """Those that were approved for somebody as screened, the oldest first."""
        query = sa.select(acceptances.c.acceptance_id).where(acceptances.c.input == sha256)
        approved = query.where(acceptances.c.state == Standing.APPROVED.value)
        with self.store.read() as connection:
            ids = connection.scalars(approved.order_by(acceptances.c.opened)).all()
            return [fold_acceptance(event for _, event in _events(connection, i)) for i in ids]

    def inputs(self) -> frozenset[str]:
        """The inputs that some approved acceptance is for: others need not be looked up."""
        approved = acceptances.c.state == Standing.APPROVED.value
        with self.store.read() as connection:
            return frozenset(connection.scalars(sa.select(acceptances.c.input).where(approved)))

    def list(
        self, states: Collection[Standing] = (), before: int | None = None, limit: int = PAGE
    ) -> list[Acceptance]:
        """A page of acceptances, the newest first.

        Args:
            states: only those that stand so; none named: all.
            before: the ledger's number of the last one's proposal of the page before.
            limit: how many of a page.
        """
        query = sa.select(acceptances.c.acceptance_id).order_by(acceptances.c.opened.desc())
        if states:
            query = query.where(acceptances.c.state.in_([state.value for state in states]))
        if before is not None:
            query = query.where(acceptances.c.opened < before)
        with self.store.read() as connection:
            ids = connection.scalars(query.limit(limit)).all()
            return [fold_acceptance(event for _, event in _events(connection, i)) for i in ids]

    def rebuild(self) -> None:
        """Make the derived table anew from the ledger."""
        with self.store.write() as connection:
            connection.execute(sa.delete(acceptances))
            _put(connection, _rows(connection))

    def compare(self) -> Disagreement | None:
        """The first derived row that the ledger does not bear out; None where all agree."""
        with self.store.read() as connection:
            right = {row.acceptance_id: row for row in _rows(connection)}
            found = connection.execute(sa.select(acceptances))
            got = {row.acceptance_id: AcceptanceRow._make(row) for row in found}
        for key in sorted(right.keys() | got.keys()):
            if right.get(key) != got.get(key):
                why = f"must be {right.get(key)}, got {got.get(key)}"
                return Disagreement("acceptances", key, why)
        return None

    def _write(
        self, connection: Connection, event: AcceptanceEvent, now: Acceptance, opened: int
    ) -> None:
        body = msgspec.to_builtins(event)
        [row] = append(connection, [Entry(event.at, ACCEPTANCE, event.acceptance, body)])
        _put(connection, [_row(now, opened, row.number)])


def _row(acceptance: Acceptance, opened: int, last: int) -> AcceptanceRow:
    proposed = acceptance.proposed
    return AcceptanceRow(
        acceptance_id=acceptance.id,
        input=proposed.binding.input,
        entity=proposed.binding.entity,
        state=acceptance.state.value,
        last_day=proposed.last_day,
        opened=opened,
        last=last,
    )


def _rows(connection: Connection) -> list[AcceptanceRow]:
    """What the ledger says that the derived table must hold."""
    histories: dict[str, list[tuple[int, AcceptanceEvent]]] = {}
    for row in rows(connection, kind=ACCEPTANCE):
        if row.body is not None:
            event = _event(row.number, row.body)
            histories.setdefault(row.subject, []).append((row.number, event))
    return [
        _row(fold_acceptance(event for _, event in history), history[0][0], history[-1][0])
        for history in histories.values()
    ]


def _put(connection: Connection, found: Iterable[AcceptanceRow]) -> None:
    for row in found:
        mine = acceptances.c.acceptance_id == row.acceptance_id
        connection.execute(sa.delete(acceptances).where(mine))
        connection.execute(sa.insert(acceptances), [row._asdict()])


def _events(connection: Connection, acceptance: str) -> list[tuple[int, AcceptanceEvent]]:
    query = (
        sa.select(ledger.c.number, bodies.c.body)
        .join_from(ledger, bodies, ledger.c.number == bodies.c.number)
        .where(ledger.c.subject == acceptance, ledger.c.kind == ACCEPTANCE)
        .order_by(ledger.c.number)
    )
    found = [(number, _event(number, body)) for number, body in connection.execute(query)]
    if not found:
        what = "an acceptance must be one of the store, like A-000123"
        raise InvalidInput.single(what, "acceptance", acceptance)
    return found


def _event(number: int, body: str) -> AcceptanceEvent:
    try:
        return _EVENT.decode(body)
    except msgspec.DecodeError as error:
        raise StoreError(
            f"row {number} of the ledger must be readable, got: {error}; a newer Vigil wrote it?"
        ) from error
