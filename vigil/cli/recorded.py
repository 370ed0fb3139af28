"""Screening with a store: its policy and its accepted matches count, and every answer is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from vigil.errors import InvalidInput

if TYPE_CHECKING:
    from vigil.case.policy_steps import Policies
    from vigil.case.screening import Screening
    from vigil.model.decision import Decision
    from vigil.model.policy import Policy
    from vigil.store.database import Store
    from vigil.store.recorder import Recorded


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
