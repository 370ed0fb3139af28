"""The index of listed names: everything that reaches a threshold, and nothing lost.

`search` gives what scoring every listed name by brute force gives; a test holds it to that. It is
built on the first search, so that a world opens quickly.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from vigil.errors import InvalidInput
from vigil.index.arrays import Arrays
from vigil.index.build import build_arrays
from vigil.index.chance import ListedCrowd
from vigil.index.compiled import CompiledNames, warn_of_the_plain_search
from vigil.index.hit import Hit
from vigil.index.listed_names import ListedNames, all_names, scored
from vigil.index.segments import Segments
from vigil.model.entity import Address, Entity
from vigil.model.finding import Feature
from vigil.model.order import Kind
from vigil.names.explanation import DIGITS
from vigil.names.kernel import IS_COMPILED
from vigil.names.prepared import PreparedName, refusal
from vigil.names.readings import prepared_readings
from vigil.names.text import words


class NameIndex:
    """Many listed entities, searched by name and by identifier.

    Args:
        entities: who is listed; asked for one at a time, so they may be read when needed.
        arrays: the names as `vigil.index.arrays` flattens them; None: made on the first search.
    """

    def __init__(self, entities: Sequence[Entity], arrays: Arrays | None = None) -> None:
        self.entities = entities
        self._arrays = arrays

    @classmethod
    def of_segments(cls, segments: Segments) -> NameIndex:
        """A base and its deltas as one index."""
        index = cls(segments.entities)
        vars(index)["_listed"] = segments  # in place of what the first search would make
        return index

    def search(self, query: str, *, threshold: float, kind: Kind | None = None) -> list[Hit]:
        """Every entity with a name whose score reaches the threshold.

        Args:
            query: a name in any script.
            threshold: similarity above 0, up to 1.
            kind: what the name is of; it tells entries whose own kind is unknown.

        Returns:
            One hit an entity, by falling score, then entity id. Complete: nothing is cut.

        Raises:
            InvalidInput: the name cannot be searched (`vigil.names.prepared.refusal`), or the
                threshold is not above 0.
        """
        _check(query, threshold)
        floor = round(threshold * DIGITS)
        by_entity: dict[int, list[Hit]] = {}
        for prepared in prepared_readings(query):
            for found in self._listed.scored(prepared, kind, floor):
                entity, order = self._listed.bearer(found.place)
                hit = Hit(self, prepared, found, kind, self.entities[entity], order)
                by_entity.setdefault(entity, []).append(hit)
        hits = [*map(_best, by_entity.values())]
        if len(hits) > 1:
            hits.sort(key=lambda hit: (-hit.score, hit.entity.id))
        return hits

    def some(self, entities: Sequence[Entity]) -> CompiledNames | None:
        """The names of some entities alone, scored as among all; None where it is not compiled."""
        whole = self._listed
        if not isinstance(whole, CompiledNames):
            return None
        numbered = (listed.numbered for listed in all_names(entities))
        return CompiledNames(entities, build_arrays(numbered, whole.rarity), whole)

    def explain(self, query: PreparedName, place: int, kind: Kind | None) -> tuple[Feature, ...]:
        """Which words of a query met which of the name at a place, and what it was worth."""
        listed = self._listed.listed(place)
        return scored(query, listed, kind, self.rarity, self.crowd, 0).features

    def rarity(self, word: str) -> int:
        """How much a folded word says among the listed names, 200–1000."""
        return self._listed.rarity(word)

    def by_identifier(self, scheme: str, value: str) -> tuple[Entity, ...]:
        """The entities that bear an identifier, in order of their ids.

        Args:
            scheme: as `vigil.ids.scheme` names it.
            value: in the scheme's normal form.
        """
        return self._by_identifier.get((scheme, value), ())

    def addresses_holding(self, word: str) -> tuple[tuple[Entity, Address], ...]:
        """The listed addresses that hold a folded word, in order of their entities' ids."""
        return self._by_address_word.get(word, ())

    @cached_property
    def _by_address_word(self) -> dict[str, tuple[tuple[Entity, Address], ...]]:
        holding: dict[str, list[tuple[Entity, Address]]] = {}
        for entity in sorted(self.entities, key=lambda entity: entity.id):
            for address in entity.addresses:
                for word in dict.fromkeys(words(address.text)):
                    holding.setdefault(word, []).append((entity, address))
        return {word: tuple(found) for word, found in holding.items()}

    @cached_property
    def _listed(self) -> ListedNames | CompiledNames | Segments:
        if IS_COMPILED:
            return CompiledNames(self.entities, self._arrays)
        warn_of_the_plain_search()
        return ListedNames(self.entities)

    @property
    def crowd(self) -> ListedCrowd:
        """The listed names as the measure of what agrees by chance."""
        return self._listed.crowd

    @cached_property
    def _by_identifier(self) -> dict[tuple[str, str], tuple[Entity, ...]]:
        bearers: dict[tuple[str, str], list[Entity]] = {}
        for entity in sorted(self.entities, key=lambda entity: entity.id):
            for known in dict.fromkeys(entity.identifiers):
                bearers.setdefault((known.scheme, known.value), []).append(entity)
        return {key: tuple(entities) for key, entities in bearers.items()}


def _check(query: str, threshold: float) -> None:
    reason = refusal(query)
    if reason is not None:
        raise InvalidInput.single(reason, got=query)
    if not 0 < threshold <= 1:
        raise InvalidInput.single("a threshold is above 0 and at most 1", got=threshold)


def _best(hits: Sequence[Hit]) -> Hit:
    """The highest score; among equals a full name, then the name that is listed first."""
    if len(hits) == 1:
        return hits[0]
    best = min(hits, key=lambda hit: (-hit.score, hit.weak, hit.place))
    full = [hit for hit in hits if not hit.weak]
    if best.weak and full:
        best.full_name = min(full, key=lambda hit: (-hit.score, hit.place))
    return best
