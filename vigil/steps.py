"""The steps of a screening, and what happens when one fails: here it raises what it raises.

`vigil.failsafe` has the steps that go on.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from vigil.model.finding import NotChecked

T = TypeVar("T")
Other = TypeVar("Other")


class Step(StrEnum):
    """What can fail by itself, as a person reads it."""

    ORDER = "reading the order for the law"
    PARTIES = "the screen of parties"
    GOODS = "the screen of goods"
    EARLIER = "the look at earlier orders"
    ROUTES = "the screen of routes"
    COVERAGE = "the check of the lists' age"
    EVIDENCE = "the screen of reports"
    WEIGHING = "the weighing of findings"
    OUTCOME = "the outcome"
    WORLD = "naming the world"
    LAW = "the look at law nearby"
    ACCEPTANCES = "the look at accepted matches"
    WRITING = "writing the decision"


class Steps:
    """Runs each step; the first failure ends the screening."""

    failed: tuple[NotChecked, ...] = ()

    def run(self, _step: Step, ask: Callable[[], T], _otherwise: Other) -> T | Other:
        """What a step gives."""
        return ask()
