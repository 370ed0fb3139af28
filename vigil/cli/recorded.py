"""Screening with a store: its policy and its accepted matches count, and every answer is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from vigil.errors import InvalidInput

if TYPE_CHECKING:
    from vigil.case.acceptance import Acceptance
    from vigil.case.policy_steps import Policies
    from vigil.case.screening import Screening
    from vigil.evidence.room import Room
    from vigil.model.decision import Decision
    from vigil.model.order import Order
    from vigil.model.policy import Policy
    from vigil.routes.earlier import EarlierOrders
    from vigil.store.database import Store
    from vigil.store.recorder import Recorded
    from vigil.world import World


class StoreScreening:
    """Orders decided in a world by the policy and the accepted matches of a store; for one run.

    Which inputs have acceptances is asked once, which saves most look-ups: one that is approved
    meanwhile counts from the next run. Whether one still counts is read each time it would.

    Args:
        store: where the accepted matches are.
        world: everything known.
        policies: what counts in the store.
        today: the day by the clock, until which acceptances stand.
    """

    def __init__(self, store: Store, world: World, policies: Policies, today: date) -> None:
        from vigil.case.records import Records
        from vigil.store.acceptances import AcceptanceBook, scoring_version

        self._world, self._today = world, today
        self._accepted = AcceptanceBook(store, policies.cases)
        self._records = Records(world.names.entities)
        self._scoring = scoring_version()
        self._inputs = self._accepted.inputs()

    def decide(
        self,
        order: Order,
        on: date | None,
        policy: Policy | None,
        earlier: EarlierOrders | None = None,
        evidence: Room | None = None,
    ) -> Decision:
        """The decision on an order, its accepted matches as notes; what failed was not checked."""
        from vigil.case.binding import bindings
        from vigil.case.suppression import with_acceptances
        from vigil.failsafe import screen_safely

        found = screen_safely(order, self._world, on, policy, earlier, evidence)
        if not self._inputs:
            return found
        bound = bindings(found, order, self._records.entity, self._scoring)
        return with_acceptances(found, bound, self._of_input, self._today)

    def _of_input(self, sha256: str) -> Sequence[Acceptance]:
        return self._accepted.of_input(sha256) if sha256 in self._inputs else ()

    def kept(self, decision: Decision, order: Order, received: str) -> Screening:
        """A decision as the ledger keeps it."""
        from vigil.case.screening import screened

        return screened(decision, order, received, self._records.hashes(decision))


def record_all(
    store: Store, policies: Policies, found: Sequence[Screening], clock: Callable[[], int]
) -> list[Recorded]:
    """Every screening in the ledger, with the cases that they open; on the disk when it returns."""
    from vigil.store.recorder import Recorder

    with Recorder(store, policies.cases, clock) as recorder:
        return recorder.record(found)


def screening_policy(policies: Policies, settings: Policy) -> Policy:
    """The settings that count for screening: the store's policy, where one is active.

    Raises:
        InvalidInput: the settings of this place contradict it; neither is dropped in silence.
    """
    from vigil.model.policy import Policy

    active = policies.screening
    if active is None or settings == active:
        return settings
    if settings != Policy():
        what = (
            f"screening is set by the store's policy {policies.cases.version}; take the settings "
            "that differ out of vigil.toml and VIGIL_…"
        )
        raise InvalidInput.single(what, has_value=False)
    return active


def told_cases(
    decisions: Sequence[Decision], recorded: Sequence[Recorded], store: str
) -> list[str]:
    """What was kept, and the case of each order that has one; lines without styles."""
    from vigil.report.harmless import harmless

    if not recorded:
        return []
    first, last = recorded[0].number, recorded[-1].number
    rows = f"row {first}" if first == last else f"rows {first} to {last}"
    shown = harmless(store.rpartition("@")[2])  # never a password
    lines = [f"kept in {shown}, {rows} of its ledger"]
    for decision, kept in zip(decisions, recorded, strict=True):
        if kept.case is not None:
            lines.append(f"case {kept.case} for order {harmless(decision.order_id)}")
    return lines
