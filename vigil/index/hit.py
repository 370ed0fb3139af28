"""A listed entity that a name came near."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from vigil.index.listed_names import Scored
from vigil.model.entity import Entity, Name, NameQuality
from vigil.model.finding import Feature
from vigil.model.order import Kind
from vigil.names.explanation import DIGITS
from vigil.names.prepared import PreparedName


class Explains(Protocol):
    """What can say why a listed name met a query."""

    def explain(self, query: PreparedName, place: int, kind: Kind | None) -> tuple[Feature, ...]:
        """Which words met which, and what it was worth."""


class Hit:
    """A listed entity whose name reaches the threshold, by its best name.

    `weak`: the name is a weak alias or an acronym, or only common words met. `full_name` is then
    the best of the entity's names that are not weak, when one reaches the threshold too. The
    features are reckoned when they are asked for: most scores are read without their reasons.
    """

    def __init__(
        self,
        index: Explains,
        query: PreparedName,
        found: Scored,
        kind: Kind | None,
        entity: Entity,
        order: int,
    ) -> None:
        self._index = index
        self._query = query
        self._kind = kind
        self.place = found.place
        self.entity = entity
        self.name: Name = entity.names[order]
        self.score = found.score / DIGITS
        self.weak = found.is_weak or self.name.quality is not NameQuality.FULL
        self.full_name: Hit | None = None

    @cached_property
    def features(self) -> tuple[Feature, ...]:
        """Which words met which, and what it was worth, as the reference explains it."""
        return self._index.explain(self._query, self.place, self._kind)

    def __eq__(self, other: object) -> bool:
        """Do two hits say the same, for the same reasons?"""
        if not isinstance(other, Hit):
            return NotImplemented
        return self._told == other._told and self.features == other.features

    __hash__ = None  # type: ignore[assignment]  # what it says is reckoned late

    @property
    def _told(self) -> tuple[object, ...]:
        return (self.entity, self.name, self.score, self.weak, self.full_name)

    def __repr__(self) -> str:
        return f"Hit({self.entity.id!r}, {self.name.text!r}, {self.score})"
