"""Vigil as the two callables that the bench measures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import vigil
from bench.names.listed import ListedName
from bench.names.native import NativeEntity
from vigil.errors import InvalidInput
from vigil.lists.loaded import LoadedSource
from vigil.model.entity import Entity, Name, NameQuality
from vigil.model.order import Kind
from vigil.store.worlds import write_world
from vigil.world import World

SOURCE = "native_latin"


class Engine:
    """Searches one world and compares pairs; counts what it refuses, which scores 0."""

    def __init__(self, world: World, floor: float) -> None:
        self.world = world
        self.floor = floor
        self.refused = 0

    def search(self, name: str, kind: str | None, country: str | None) -> list[tuple[str, float]]:
        """Every entity at or above the floor, with its score."""
        try:
            (found,) = vigil.match(
                [name], self.world, kind=kind, country=country, threshold=self.floor
            )
        except InvalidInput:
            self.refused += 1
            return []
        return [(match.entity.id, match.score) for match in found]

    def compare(
        self, schema: str, left: dict[str, list[str]], right: dict[str, list[str]]
    ) -> float:
        """The score of a pair."""
        try:
            return float(vigil.compare(schema, left, right).score)
        except InvalidInput:
            self.refused += 1
            return 0.0

    def listed_names(self) -> list[ListedName]:
        """Every name that is no weak alias or acronym, of entities that stand on the list."""
        return [
            ListedName(entity.id, str(entity.kind), name.text)
            for entity in self.world.parts.entities()
            if entity.delisted_on is None
            for name in entity.names
            if name.quality is NameQuality.FULL
        ]


def latin_world(folder: Path, entities: Iterable[NativeEntity], shipped: World) -> World:
    """A world of the Latin names alone, in which native ones are searched.

    Args:
        folder: an empty one, for the world's files.
        entities: of the UN and UK lists.
        shipped: any world, for the catalogues that a world must have.
    """
    listed = tuple(
        Entity(
            id=entity.entity,
            source=SOURCE,
            kind=Kind(entity.kind),
            names=(
                *(Name(text) for text in entity.latin),
                *(Name(text, NameQuality.WEAK) for text in entity.weak),
            ),
        )
        for entity in entities
    )
    source = LoadedSource(
        id=SOURCE,
        title="Latin names of the UN and UK lists",
        version=date(2026, 2, 27),
        dated_by="as_of",
        entities=listed,
        sha256=hashlib.sha256("\n".join(e.id for e in listed).encode()).hexdigest(),
    )
    parts = shipped.parts
    write_world(folder, [source], parts.goods(), parts.routes(), parts.law())
    return vigil.load_world(folder)
