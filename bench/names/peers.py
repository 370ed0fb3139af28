"""Other ways to find a name, with the same two callables as the engine."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cached_property
from itertools import count
from typing import Any

from rapidfuzz import fuzz, process

from bench.names.engine import Engine
from bench.names.sets import SetError
from vigil.model.order import Kind
from vigil.names.text import fold
from vigil.world import World

CANDIDATES = 30  # names that the plain peer hands to one that has no index of its own
SCHEMAS = {Kind.PERSON: "Person", Kind.VESSEL: "Vessel", Kind.ORGANISATION: "Organization"}


class Rapidfuzz(Engine):
    """Every listed name by the ratio of its sorted words: what most systems do."""

    def search(
        self,
        name: str,
        kind: str | None,  # noqa: ARG002 it compares letters only
        country: str | None,  # noqa: ARG002
    ) -> list[tuple[str, float]]:
        """Every entity at or above the floor, with its score."""
        best: dict[str, float] = {}
        for _, score, place in self._near(name, 100 * self.floor, None):
            entity = self._bearers[place]
            best[entity] = max(best.get(entity, 0.0), score / 100)
        return list(best.items())

    def compare(
        self,
        schema: str,  # noqa: ARG002
        left: dict[str, list[str]],
        right: dict[str, list[str]],
    ) -> float:
        """The best of the names; nothing else of the two is read."""
        return max(
            (fuzz.token_sort_ratio(fold(one), fold(other)) / 100
             for one in _names(left) for other in _names(right)),
            default=0.0,
        )  # fmt: skip

    def _near(self, name: str, cutoff: float, limit: int | None) -> list[tuple[str, float, int]]:
        return process.extract(
            fold(name), self._folded, scorer=fuzz.token_sort_ratio, score_cutoff=cutoff, limit=limit
        )

    @cached_property
    def _folded(self) -> list[str]:
        return [fold(n.text) for e in self.world.names.entities for n in e.names]

    @cached_property
    def _bearers(self) -> list[str]:
        return [e.id for e in self.world.names.entities for _ in e.names]


class Nomenklatura(Rapidfuzz):
    """The open peer's best scorer (logic-v2) on the names nearest by rapidfuzz.

    It needs an index in front; this one gives it the thirty nearest names, so what it does not find
    may be the index's loss.

    Raises:
        SetError: it is not installed.
    """

    def __init__(self, world: World, floor: float) -> None:
        super().__init__(world, floor)
        try:
            matching = importlib.import_module("nomenklatura.matching")
            self._model: Any = importlib.import_module("followthemoney")
        except ImportError as error:
            raise SetError(f"nomenklatura is not installed: {error}") from error
        self._scorer = matching.get_algorithm("logic-v2")
        self._config = self._scorer.default_config()
        self._numbers = count()

    def search(self, name: str, kind: str | None, country: str | None) -> list[tuple[str, float]]:
        """Of the nearest names, each entity at or above the floor."""
        near = self._near(name, 0, CANDIDATES)
        found = []
        for entity in dict.fromkeys(self._bearers[place] for _, _, place in near):
            known = self._by_id[entity]
            schema = SCHEMAS.get(known.kind, "LegalEntity")
            left = {"name": [name], "country": [country] if country else []}
            asked = SCHEMAS.get(Kind(kind), schema) if kind else schema
            score = self._score(asked, left, schema, {"name": [n.text for n in known.names]})
            if score >= self.floor:
                found.append((entity, score))
        return found

    def compare(
        self, schema: str, left: dict[str, list[str]], right: dict[str, list[str]]
    ) -> float:
        """The score of a pair."""
        return self._score(schema, left, schema, right)

    def _score(
        self, one_schema: str, one: dict[str, list[str]], other_schema: str,
        other: dict[str, list[str]],
    ) -> float:  # fmt: skip
        query, result = self._proxy(one_schema, one), self._proxy(other_schema, other)
        return float(self._scorer.compare(query, result, self._config).score)

    def _proxy(self, schema: str, properties: dict[str, list[str]]) -> Any:
        told = {
            "schema": schema,
            "id": f"bench-{next(self._numbers)}",  # it remembers names by id
            "properties": properties,
            "datasets": ["bench"],
            "caption": " ".join(properties.get("name", ())),
        }
        return self._model.ValueEntity.from_dict(told)

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {entity.id: entity for entity in self.world.names.entities}


PEERS: dict[str, type[Engine]] = {
    "vigil": Engine,
    "rapidfuzz": Rapidfuzz,
    "nomenklatura": Nomenklatura,
}


def _names(properties: dict[str, list[str]]) -> Sequence[str]:
    return [name for prop in ("name", "alias", "weakAlias") for name in properties.get(prop, ())]
