"""What the edges of a FollowTheMoney file say of the parties at their ends.

An edge that has ended is told in the remarks only, so that nobody is held to be owned by a former
owner.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vigil.lists.ftm_layout import EDGES, Record
from vigil.model.entity import Relation, RelationKind

# From the first end's side, then from the second's.
KINDS = {
    "Ownership": (RelationKind.OWNS, RelationKind.OWNED_BY),
    "Directorship": (RelationKind.ACTS_FOR, RelationKind.LINKED_TO),
    "Employment": (RelationKind.ACTS_FOR, RelationKind.LINKED_TO),
    "Representation": (RelationKind.ACTS_FOR, RelationKind.LINKED_TO),
    "Family": (RelationKind.FAMILY_OF, RelationKind.FAMILY_OF),
}
POINTED = {
    "owner": RelationKind.OWNED_BY,
    "parent": RelationKind.CONTROLLED_BY,
    "operator": RelationKind.CONTROLLED_BY,
    "issuer": RelationKind.LINKED_TO,
}
LINKED = (RelationKind.LINKED_TO, RelationKind.LINKED_TO)
PERCENT = re.compile(r"(?P<share>\d{1,3}(?:\.\d+)?) ?%?")
MOST_PERCENT = 100


@dataclass
class Ties:
    """What the edges say of one party."""

    relations: list[Relation] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)


def ties_of(records: Mapping[str, Record], ids: Mapping[str, str]) -> dict[str, Ties]:
    """The ties of each party; `ids` are the entities' ids by those of their records."""
    ties: dict[str, Ties] = defaultdict(Ties)
    for record in records.values():
        if record.schema in EDGES:
            for one, other, kind in _sides(record):
                _add(ties[one], record, records[other], kind, ids.get(other))
        elif record.line.id in ids:
            own = ties[record.line.id].relations
            own += [
                Relation(kind, records[other].name, ids.get(other))
                for name, kind in POINTED.items()
                for other in record.values(name)
            ]
    return ties


def _sides(edge: Record) -> Iterator[tuple[str, str, RelationKind]]:
    first, second = EDGES[edge.schema]
    there, back = KINDS.get(edge.schema, LINKED)
    for one in edge.properties[first]:
        for other in edge.properties[second]:
            yield one, other, there
            yield other, one, back


def _add(ties: Ties, edge: Record, other: Record, kind: RelationKind, entity: str | None) -> None:
    """The relation, and a remark of all else that the edge says."""
    rest = {name: "; ".join(v) for name, v in edge.properties.items()}
    said = [f"{name} {text}" for name, text in rest.items() if name not in EDGES[edge.schema]]
    has_ended = "endDate" in rest or "former" in rest.get("status", "").lower()
    if edge.schema == "Occupancy" and other.schema == "Position":
        ties.positions.append(other.name)
    elif entity is not None and not has_ended:
        share = _share(rest.get("percentage", "")) if edge.schema == "Ownership" else None
        ties.relations.append(Relation(kind, other.name, entity, share))
    if said or has_ended or entity is None:
        ties.remarks.append((edge.schema.lower(), ", ".join((f"{kind} {other.name}", *said))))


def _share(text: str) -> str | None:
    """The share as a decimal text, or None where it is no number from 0 to 100."""
    found = PERCENT.fullmatch(text.strip())
    return found["share"] if found and float(found["share"]) <= MOST_PERCENT else None
