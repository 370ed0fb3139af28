"""Stored orders screened again after the world changed: those that it can touch, and no others.

Each order as it was given is kept apart, also one that was changed later. An order stands in the
world and on the day of its last screening, or of the last run that did not touch it: each run
leaves one row of kind `rescreening`, so that nobody can say of an order that it was screened this
year and need not be again. A run that is killed leaves no such row, and the next does it anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from vigil.case.binding import ACCEPTABLE
from vigil.case.events import FoundThen
from vigil.case.policy import CasePolicy
from vigil.case.screening import Screening, order_of
from vigil.coverage import screen_coverage
from vigil.errors import InvalidInput
from vigil.model.finding import FindingKind
from vigil.model.order import Order
from vigil.model.policy import Policy
from vigil.store.answering import Answering
from vigil.store.database import Store
from vigil.store.derived import screening_of
from vigil.store.ledger import Entry, append, head, rows
from vigil.store.recorder import Recorder, now_ms
from vigil.store.tables import bodies, screenings
from vigil.touched_orders import Change
from vigil.version import VERSION
from vigil.world import World

RESCREENING = "rescreening"  # the kind of ledger row
PART = 10_000  # orders in memory at once; chosen: some 100 MB
DATE = "$.date"  # where the age of lists is told


class Run(msgspec.Struct, frozen=True):
    """The row of a run: `orders` were looked at, all up to the ledger's row `through`."""

    before: str | None
    after: str
    on: date
    vigil: str
    settings: str  # sha256 of the business's own
    through: int
    orders: int
    touched: int
    untouched: int
    screenings: tuple[int, ...]  # the ledger's numbers of the new ones


class Difference(msgspec.Struct, frozen=True):
    """What a touched order had, and what it has now. Findings are compared without their words."""

    order: str
    case: str | None
    why: str
    screening_before: int
    screening: int
    outcome_before: str
    outcome: str
    new: tuple[FoundThen, ...]
    gone: tuple[FoundThen, ...]
    new_gaps: tuple[tuple[str, str], ...]

    @property
    def is_one(self) -> bool:
        """Is anything else than before?"""
        told = self.new or self.gone or self.new_gaps
        return bool(told) or self.outcome != self.outcome_before


class Standing(NamedTuple):
    """An order as it stands: its last screening, and the world and day that still holds for."""

    number: int
    last: Screening
    world: str
    on: date
    vigil: str
    settings: str | None  # not known of a first screening


class Rescreening:
    """A run over a store.

    Args:
        store: whose orders.
        answering: screens them in the world of now.
        settings: the business's own, as `answering` has them.
        policy: which outcomes make cases.
        before: the world before the update; None: every order is screened.
        with_reports: has `answering` open reports?
    """

    def __init__(
        self,
        store: Store,
        answering: Answering,
        settings: Policy,
        policy: CasePolicy,
        before: World | None,
        *,
        with_reports: bool = False,
        clock: Callable[[], int] = now_ms,
    ) -> None:
        self._store, self._answering, self._policy = store, answering, policy
        self._settings, self._before, self._after = settings, before, answering.world
        self._with_reports, self._clock = with_reports, clock

    def run(self, on: date) -> tuple[Run, list[Difference]]:
        """Screen what is touched again, record it, and say what is different.

        Args:
            on: the day of now; an order that stands on a later day is screened on that one, so that
                nothing that came since is forgotten.

        Raises:
            InvalidInput: orders were screened with open reports, and none are given.
            StoreError: the store does not answer, or takes no more.
        """
        last_run = _last_run(self._store)
        with self._store.read() as connection:
            through = head(connection).number
        days = self._days(last_run, through)
        change = None
        if self._before is not None and days:
            change = Change(self._before, self._after, min(days), max(days), on)
        orders = 0
        differences: list[Difference] = []
        for part in self._parts(last_run, through):
            orders += len(part)
            differences += self._screen(self._touched(part, change, on), on)
        run = Run(
            before=self._before.id if self._before else None,
            after=self._after.id,
            on=on,
            vigil=VERSION,
            settings=_sha256_of(self._settings),
            through=through,
            orders=orders,
            touched=len(differences),
            untouched=orders - len(differences),
            screenings=tuple(one.screening for one in differences),
        )
        with self._store.write() as connection:
            body = msgspec.to_builtins(run)
            append(connection, [Entry(self._clock(), RESCREENING, self._after.id, body)])
        return run, [one for one in differences if one.is_one]

    def _touched(
        self, part: Sequence[Standing], change: Change | None, on: date
    ) -> list[tuple[Standing, Order, str]]:
        orders = [order_of(one.last.normalised) for one in part]
        found: dict[int, str] = {}
        rest: list[int] = []
        for place, one in enumerate(part):
            why = self._by_itself(one, on)
            if why:
                found[place] = why
            elif one.world != self._after.id or one.on < on:
                rest.append(place)
        if change is None:
            found |= {place: found.get(place, "all orders") for place in rest}
        else:
            touched = change.touched([(orders[place], part[place].on) for place in rest])
            found |= {rest[n]: why for n, why in touched.items()}
        return [(part[place], orders[place], found[place]) for place in sorted(found)]

    def _by_itself(self, one: Standing, on: date) -> str:
        """Why an order is touched, whatever changed between the worlds."""
        if self._before is None:
            return "all orders"
        if one.vigil != VERSION:
            return f"it stands as Vigil {one.vigil} said"
        if one.settings not in (None, _sha256_of(self._settings)):
            return "the settings are different"
        if one.world not in (self._before.id, self._after.id):
            return "it stands in another world"
        if any(f.strength == "note" and f.entity and f.kind in ACCEPTABLE
               for f in one.last.findings):  # fmt: skip
            return "a match of it is noted or accepted"
        coverage = screen_coverage(self._after.sources, self._settings, max(on, one.on))
        gaps = {(gap.path, gap.why) for gap in coverage.not_checked}
        problems = {finding.id for finding in coverage.findings}
        if gaps != {gap for gap in one.last.not_checked if gap[0] == DATE} or problems != {
            f.id for f in one.last.findings if f.kind == FindingKind.SOURCE_PROBLEM
        }:
            return "what the lists prove is different"
        return ""

    def _screen(
        self, touched: Sequence[tuple[Standing, Order, str]], on: date
    ) -> Iterator[Difference]:
        if not touched:
            return
        for one, _, _ in touched:
            self._check_reports(one)
        why = f"rescreened in {self._after.id}"
        with Recorder(self._store, self._policy, self._clock, why) as recorder:
            waiting = []
            for one, order, because in touched:
                now = self._answering.answer(order, one.last.received, max(on, one.on))
                waiting.append((one, now, because, recorder.submit(now)))
            for one, now, because, promise in waiting:
                number, case = promise.result()
                yield _difference(one, now, because, number, case)

    def _check_reports(self, one: Standing) -> None:
        adverse = FindingKind.ADVERSE_REPORT
        if not self._with_reports and any(f.kind == adverse for f in one.last.findings):
            what = "orders that were screened with open reports need them again: --evidence DIR"
            raise InvalidInput.single(what, "evidence", one.last.order)

    def _days(self, last_run: Run | None, through: int) -> list[date]:
        """The first and the last day on which an order may stand; empty where there is none."""
        day = screenings.c.on_day
        query = sa.select(sa.func.min(day), sa.func.max(day)).where(
            screenings.c.number.between((last_run.through if last_run else 0) + 1, through)
        )
        with self._store.read() as connection:
            found = connection.execute(query).one()
        ends = (found[0], found[1], last_run.on if last_run else None)
        return [end for end in ends if end is not None]

    def _parts(self, last_run: Run | None, through: int) -> Iterator[list[Standing]]:
        """The last screening of each order as it was given, by the ledger's numbers."""
        newest = (
            sa.select(sa.func.max(screenings.c.number).label("number"))
            .where(screenings.c.number <= through)
            .group_by(screenings.c.order_id, screenings.c.normalised_sha256)
            .subquery()
        )
        query = (
            sa.select(bodies.c.number, bodies.c.body)
            .join(newest, newest.c.number == bodies.c.number)
            .order_by(bodies.c.number)
            .limit(PART)
        )
        after = 0
        while True:
            with self._store.read() as connection:
                page = connection.execute(query.where(bodies.c.number > after)).all()
            if page:
                yield [_standing(number, body, last_run) for number, body in page]
            if len(page) < PART:
                return
            after = page[-1].number


def _standing(number: int, body: str, last_run: Run | None) -> Standing:
    last = screening_of(number, body)
    if last_run is not None and number <= last_run.through:
        return Standing(
            number, last, last_run.after, last_run.on, last_run.vigil, last_run.settings
        )
    return Standing(number, last, last.world, last.on, last.vigil, None)


def _last_run(store: Store) -> Run | None:
    with store.read() as connection:
        found = [row.body for row in rows(connection, kind=RESCREENING) if row.body is not None]
    return msgspec.json.decode(found[-1], type=Run) if found else None


def _difference(
    one: Standing, now: Screening, why: str, number: int, case: str | None
) -> Difference:
    was, has = {_bare(f): f for f in one.last.findings}, {_bare(f): f for f in now.findings}
    gaps = set(one.last.not_checked)
    return Difference(
        order=now.order,
        case=case,
        why=why,
        screening_before=one.number,
        screening=number,
        outcome_before=one.last.outcome,
        outcome=now.outcome,
        new=tuple(has[key] for key in has if key not in was),
        gone=tuple(was[key] for key in was if key not in has),
        new_gaps=tuple(gap for gap in now.not_checked if gap not in gaps),
    )


def _sha256_of(settings: Policy) -> str:
    return hashlib.sha256(msgspec.json.encode(settings, order="sorted")).hexdigest()


def _bare(found: FoundThen) -> FoundThen:
    return msgspec.structs.replace(found, summary="")
