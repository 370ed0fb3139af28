"""Orders answered as they are recorded: safely, and with the accepted matches that stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from vigil.case.acceptance import Acceptance
from vigil.case.binding import bindings
from vigil.case.records import Records
from vigil.case.screening import Screening, screened
from vigil.case.suppression import with_acceptances
from vigil.errors import StoreError
from vigil.failsafe import screen_safely, with_failure
from vigil.model.decision import Decision
from vigil.model.order import Order
from vigil.model.policy import Policy
from vigil.routes.earlier import EarlierOrders
from vigil.steps import Step
from vigil.store.acceptances import AcceptanceBook, scoring_version
from vigil.world import World

if TYPE_CHECKING:
    from vigil.evidence.room import Room


class Answering:
    """Screens orders in one world; for one run.

    Which inputs have accepted matches is asked once, which saves most look-ups: one that is
    approved meanwhile counts from the next run. Whether one still counts is read each time.

    Args:
        world: everything known.
        settings: the business's own.
        accepted: the accepted matches of the store.
        today: of the clock, for acceptances that end.
        earlier: orders of the past, as `vigil.screen` takes them.
        evidence: open reports.
        is_late: has the time run out? Asked before each screen.
    """

    def __init__(
        self,
        world: World,
        settings: Policy,
        accepted: AcceptanceBook,
        today: date,
        earlier: EarlierOrders | None = None,
        evidence: Room | None = None,
        is_late: Callable[[], bool] = lambda: False,
    ) -> None:
        self.world = world
        self._settings, self._accepted, self._today = settings, accepted, today
        self._earlier, self._evidence, self._is_late = earlier, evidence, is_late
        self._records = Records(world.names.entities)
        self._scoring = scoring_version()
        self._inputs = accepted.inputs()

    def decide(self, order: Order, on: date | None = None) -> Decision:
        """The decision; never clear where any part of it failed.

        Raises:
            StoreError: the store does not answer.
        """
        decision = screen_safely(
            order, self.world, on, self._settings, self._earlier, self._evidence, self._is_late
        )
        if not self._inputs:
            return decision
        try:
            bound = list(bindings(decision, order, self._records.entity, self._scoring))
            return with_acceptances(decision, bound, self._of_input, self._today)
        except StoreError:
            raise
        except Exception as error:  # without them more is found, never less
            return with_failure(decision, Step.ACCEPTANCES, type(error).__name__)

    def _of_input(self, sha256: str) -> Sequence[Acceptance]:
        return self._accepted.of_input(sha256) if sha256 in self._inputs else ()

    def kept(self, decision: Decision, order: Order, received: str) -> Screening:
        """A decision as the ledger keeps it.

        Args:
            decision: on this order.
            order: as it was understood.
            received: the text it was read from.
        """
        try:
            records = self._records.hashes(decision)
        except Exception as error:
            failed = with_failure(decision, Step.WRITING, type(error).__name__)
            return screened(failed, order, received)
        return screened(decision, order, received, records)

    def answer(self, order: Order, received: str, on: date | None = None) -> Screening:
        """The decision on an order as the ledger keeps it; `on` None: the order's own day.

        Raises:
            StoreError: the store does not answer.
        """
        return self.kept(self.decide(order, on), order, received)
