"""What is no red flag by itself and counts beside some: parts of combinations."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.finding import FindingKind, Ground
from vigil.routes.observing import Behaviour, Observation

# Everyday parts, codes on no official list, and words alone are not the goods themselves.
NOT_THE_ITEM_ITSELF = frozenset({Ground.EVERYDAY_PART, Ground.WATCH_ONLY, Ground.WORDS_ONLY})
GOODS = (FindingKind.KEY_ITEM, FindingKind.UAV_PART, FindingKind.CONTROLLED_ITEM)


def priority_goods(seen: Behaviour) -> Iterator[Observation]:
    """A line has an HS code of highest priority."""
    for line in seen.priority_lines[:1]:
        at = seen.order.lines.index(line)
        detail = f"line {line.line} has an HS code of highest priority"
        yield Observation(f"$.lines[{at}].hs", line.hs or "", detail)


def key_goods(seen: Behaviour) -> Iterator[Observation]:
    """A line is of goods that the goods screen knows: key, controlled, or seen in drones."""
    found = (finding for kind in GOODS for finding in seen.findings_of.get(kind, ()))
    for finding in (f for f in found if NOT_THE_ITEM_ITSELF.isdisjoint(f.grounds)):
        detail = f"the goods are a {finding.kind.replace('_', ' ')}, {finding.subject}"
        yield Observation(finding.path, finding.value or "", detail)
        return
