"""Names that a list's ties give, as the entries that bear them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from vigil.model.entity import Entity, Relation
from vigil.names.text import fold


def name_key(name: str) -> str:
    """A name by which two lists may mean the same: its folded words in order of the alphabet."""
    return " ".join(sorted(fold(name).split()))


def with_entries(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, each tie to a name that one entry of the same list bears given its id.

    A name that several entries bear, or none, stays a name.
    """
    sought = {
        (entity.source, name_key(relation.name))
        for entity in entities
        for relation in entity.relations
        if relation.entity is None
    }
    bearers = _bearers(entities, sought) if sought else {}
    return tuple(
        msgspec.structs.replace(entity, relations=tuple(_resolved(entity, bearers)))
        if entity.relations
        else entity
        for entity in entities
    )


def _bearers(
    entities: Iterable[Entity], sought: set[tuple[str, str]]
) -> dict[tuple[str, str], set[str]]:
    """Whose names those sought are."""
    found: dict[tuple[str, str], set[str]] = {}
    for entity in entities:
        for key in {(entity.source, name_key(name.text)) for name in entity.names} & sought:
            found.setdefault(key, set()).add(entity.id)
    return found


def _resolved(entity: Entity, bearers: dict[tuple[str, str], set[str]]) -> Iterable[Relation]:
    for relation in entity.relations:
        others = bearers.get((entity.source, name_key(relation.name)), set()) - {entity.id}
        known = relation.entity or (min(others) if len(others) == 1 else None)
        yield msgspec.structs.replace(relation, entity=known)
