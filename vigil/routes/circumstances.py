"""What is no red flag by itself and counts beside some: parts of combinations."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.finding import FindingKind
from vigil.routes.observing import Behaviour, Observation

GOODS = (FindingKind.KEY_ITEM, FindingKind.UAV_PART, FindingKind.CONTROLLED_ITEM)


def priority_goods(seen: Behaviour) -> Iterator[Observation]:
    """A line has an HS code of highest priority."""
    for line in seen.priority_lines[:1]:
        at = seen.order.lines.index(line)
        detail = f"line {line.line} has an HS code of highest priority"
        yield Observation(f"$.lines[{at}].hs", line.hs or "", detail)


def key_goods(seen: Behaviour) -> Iterator[Observation]:
    """A line is of goods that the goods screen knows: key, controlled, or seen in drones."""
    found = [finding for kind in GOODS for finding in seen.findings_of.get(kind, ())]
    for finding in found[:1]:
        yield Observation(finding.path, finding.value or "", finding.summary.rstrip("."))
