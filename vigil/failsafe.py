"""A screening that fails is never clear: what failed was not checked, and a person must look.

A screen that raises, whatever it is, leaves a `not_checked` entry that names the screen and the
kind of the error, nothing of its text; what the other screens found stands. An interruption
(`KeyboardInterrupt`, `SystemExit`) is no failure of a screen and passes through.

On time: Python cannot stop a computation from within. `is_late` is asked before each screen; those
that have not begun by then are not, and a screen that hangs is ended by nobody here. Who must be
sure of a limit runs the screening in a process that can be killed, and takes `not_answered` for
what it would have said.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from vigil.model.decision import Decision, Outcome, Screened, WorldUsed
from vigil.model.finding import NotChecked
from vigil.model.order import Order
from vigil.model.policy import Policy
from vigil.routes.earlier import EarlierOrders
from vigil.screen import decide
from vigil.steps import Other, Step, Steps, T
from vigil.version import VERSION
from vigil.world import World

if TYPE_CHECKING:
    from vigil.evidence.room import Room

PATHS = {
    Step.PARTIES: "$.parties",
    Step.GOODS: "$.lines",
    Step.ROUTES: "$.route",
    Step.COVERAGE: "$.date",
}
SCREENS = frozenset({Step.PARTIES, Step.GOODS, Step.EARLIER, Step.ROUTES, Step.EVIDENCE})
OUT_OF_TIME = "TimeoutError"


def screen_safely(
    order: Order,
    world: World,
    on: date | None = None,
    policy: Policy | None = None,
    earlier: EarlierOrders | None = None,
    evidence: Room | None = None,
    is_late: Callable[[], bool] = lambda: False,
) -> Decision:
    """The decision of `vigil.screen.screen_order`, or, where a part fails, one that is not clear.

    Args:
        order: as it was understood: one that cannot be is the user's to mend, and no screening.
        is_late: has the time run out? Asked before each screen.

    Returns:
        What was found, and each part that failed as not checked; the outcome is then at least
        `incomplete`.
    """
    on = on or order.date
    steps = SafeSteps(is_late)
    try:
        decision = decide(order, world, on, policy or Policy(), earlier, evidence, steps)
    except Exception as error:  # between two steps
        return not_answered(order, world, on, type(error).__name__)
    try:
        decision.to_json()
    except Exception as error:
        bare = msgspec.structs.replace(decision, findings=(), questions=(), law_nearby=())
        return with_failure(bare, Step.WRITING, type(error).__name__)
    return decision


def not_answered(order: Order, world: World, on: date, kind: str) -> Decision:
    """What is said of an order whose screening gave nothing at all.

    Args:
        kind: of the error; `OUT_OF_TIME` of a screening that was ended.
    """
    return Decision(
        order_id=order.id,
        outcome=Outcome.INCOMPLETE,
        on=on,
        findings=(),
        not_checked=(NotChecked("$", f"the screening failed: {kind}"),),
        screened=Screened(0, 0, 0),
        world=WorldUsed(world.id, ()),
        vigil=VERSION,
    )


def with_failure(decision: Decision, step: Step, kind: str) -> Decision:
    """A decision of which something failed later: never clear, and what was found stands."""
    outcome = Outcome.INCOMPLETE if decision.outcome is Outcome.CLEAR else decision.outcome
    gaps = (*decision.not_checked, _gap(step, kind))
    return msgspec.structs.replace(decision, outcome=outcome, not_checked=gaps)


class SafeSteps(Steps):
    """Goes on after a failure, and keeps what failed."""

    def __init__(self, is_late: Callable[[], bool]) -> None:
        self._is_late = is_late
        self.failed: tuple[NotChecked, ...] = ()

    def run(self, step: Step, ask: Callable[[], T], otherwise: Other) -> T | Other:
        """What a step gives, or `otherwise` where it fails or there is no time for it."""
        try:
            if step in SCREENS and self._is_late():
                raise TimeoutError
            return ask()
        except Exception as error:
            self.failed = (*self.failed, _gap(step, type(error).__name__))
            return otherwise


def _gap(step: Step, kind: str) -> NotChecked:
    return NotChecked(PATHS.get(step, "$"), f"{step} failed: {kind}")
