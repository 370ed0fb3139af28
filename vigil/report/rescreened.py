"""What a rescreening found different, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from vigil.model.decision import Outcome
from vigil.report.harmless import harmless
from vigil.report.table import NOT_CHECKED_STYLE, OUTCOME_STYLE, STRENGTH_STYLE


def render_rescreened(
    run: Mapping[str, Any], differences: Sequence[Mapping[str, Any]]
) -> RenderableType:
    """Each order that is different, with what is new and what is gone, then the run in a line.

    Args:
        run: the row of the run as plain values.
        differences: as `vigil.store.rescreening.Difference` says them, plain.
    """
    lines = [line for one in differences for line in _difference(one)]
    orders = "order" if run["orders"] == 1 else "orders"
    told = (
        f"{run['orders']} {orders} on {run['on']}: {run['touched']} screened again, "
        f"{run['untouched']} not touched, {len(differences)} different"
    )
    return Group(*lines, Text(told))


def _difference(one: Mapping[str, Any]) -> list[Text]:
    was, now = one["outcome_before"], one["outcome"]
    head = Text.assemble(
        harmless(one["order"]), "  ",
        (was, OUTCOME_STYLE[Outcome(was)]), " → ", (now, OUTCOME_STYLE[Outcome(now)]),
        f"  case {one['case']}" if one["case"] else "  no case",
    )  # fmt: skip
    lines = [head, Text(f"  because: {harmless(one['why'])}")]
    for sign, findings in (("+", one["new"]), ("-", one["gone"])):
        for found in findings:
            what = f"{found['kind']} at {found['path']}: {harmless(found['summary'])}"
            strength = f"{found['strength']:<6} "
            lines.append(Text.assemble(f"  {sign} ", (strength, _style(found)), what))
    for path, why in one["new_gaps"]:
        lines.append(Text(f"  + not checked {path}: {harmless(why)}", style=NOT_CHECKED_STYLE))
    return lines


def _style(found: Mapping[str, Any]) -> str:
    return next((s for strength, s in STRENGTH_STYLE.items() if strength == found["strength"]), "")
