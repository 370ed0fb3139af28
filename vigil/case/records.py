"""Listed records of a world by id, and their hashes; looked up when a finding first names one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from vigil.case.binding import record_sha256
from vigil.model.decision import Decision
from vigil.model.entity import Entity


class Records:
    """The entities of one world; the first look-up reads their ids, about 5 µs an entity."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of an id; None where the world has none."""
        place = self._place_by_id.get(entity_id)
        return None if place is None else self._entities[place]

    def hashes(self, decision: Decision) -> dict[str, str]:
        """The sha256 of each listed record that a decision's findings name."""
        ids = {finding.matched.entity for finding in decision.findings if finding.matched}
        found = ((entity_id, self.entity(entity_id)) for entity_id in sorted(ids))
        return {entity_id: record_sha256(entity) for entity_id, entity in found if entity}

    @cached_property
    def _place_by_id(self) -> dict[str, int]:
        return {entity.id: place for place, entity in enumerate(self._entities)}
