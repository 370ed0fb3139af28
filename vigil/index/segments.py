"""An index that grows without being built anew: a base and small deltas, searched together.

A delta holds entities that were added or that replace ones of the same id, and says which earlier
ones count no more. *The base decides how rare words are*, and how many names hold them: weights
stay as they are until a base is built anew, so a delta changes no score of the others. Everything
else is as if all names had been built together; a test holds it to that.

    segments = Segments(entities, arrays)  # the base
    segments = segments.with_delta(segments.delta(changed, removed_ids))
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from vigil.index.arrays import ARRAYS, U32, Arrays, Numbers
from vigil.index.build import build_arrays
from vigil.index.compiled import CompiledNames
from vigil.index.listed_names import ListedName, Scored, all_names
from vigil.model.entity import Entity
from vigil.model.order import Kind
from vigil.names.links import Rarity
from vigil.names.prepared import PreparedName


class Delta(msgspec.Struct, frozen=True):
    """What changed since earlier segments.

    `gone` gives, for each earlier segment, the places of its entities that count no more, rising.
    """

    entities: tuple[Entity, ...]
    arrays: Arrays
    gone: tuple[Numbers, ...]

    def version(self, before: str) -> str:
        """The hash of the delta and of the segments before it, by their version."""
        digest = hashlib.sha256(before.encode())
        for entity in self.entities:
            digest.update(b"\0" + msgspec.json.encode(entity, order="deterministic"))
        for places in self.gone:
            digest.update(b"\1" + array(U32, places).tobytes())
        for name, typecode in ARRAYS.items():
            digest.update(b"\2" + name.encode() + array(typecode, self.arrays[name]).tobytes())
        return digest.hexdigest()


class Segments:
    """A base and its deltas, in order, as one index of names.

    Args:
        entities: of the base; asked for one at a time.
        arrays: of the base, as `vigil.index.build.build_arrays` makes them.
        deltas: each made by `delta` of the segments before it.
    """

    def __init__(
        self, entities: Sequence[Entity], arrays: Arrays, deltas: Sequence[Delta] = ()
    ) -> None:
        self._base, self._deltas = (entities, arrays), tuple(deltas)
        base = CompiledNames(entities, arrays)
        self.rarity: Rarity = base.rarity
        self.crowd = base.crowd
        self._names = [base, *(CompiledNames(d.entities, d.arrays, base) for d in deltas)]
        self._gone = [
            array(U32, sorted({place for d in deltas[number:] for place in d.gone[number]}))
            for number in range(len(self._names))
        ]
        listed = [entities, *(d.entities for d in deltas)]
        self._parts = [LiveEntities(*part) for part in zip(listed, self._gone, strict=True)]
        self.entities = JoinedEntities(self._parts)
        self._begin = list(accumulate((names.size for names in self._names), initial=0))

    def delta(self, changed: Sequence[Entity], removed: Iterable[str] = ()) -> Delta:
        """What makes these segments hold other entities.

        Args:
            changed: added, or in place of one of the same id; an id once at most.
            removed: ids that are held no more; ids that are not held are left alone.
        """
        ids = {entity.id for entity in changed} | set(removed)
        gone = tuple(
            array(U32, (part.place(i) for i, entity in enumerate(part) if entity.id in ids))
            for part in self._parts
        )
        arrays = build_arrays((listed.numbered for listed in all_names(changed)), self.rarity)
        return Delta(tuple(changed), arrays, gone)

    def with_delta(self, delta: Delta) -> Segments:
        """These segments and one more."""
        return Segments(*self._base, [*self._deltas, delta])

    def listed(self, place: int) -> ListedName:
        """The name at a place, made ready; its entity is a place in `entities`."""
        number, within = self._segment(place)
        found = self._names[number].listed(within)
        return msgspec.structs.replace(found, entity=self._position(number, found.entity))

    def bearer(self, place: int) -> tuple[int, int]:
        """Whose name stands at a place: the entity's place, and the name's among its names."""
        number, within = self._segment(place)
        entity, order = self._names[number].bearer(within)
        return self._position(number, entity), order

    def scored(self, query: PreparedName, kind: Kind | None, floor: int) -> Iterator[Scored]:
        """Every name that reaches the floor (in ten-thousandths), in no order, with its score."""
        for number, names in enumerate(self._names):
            begin, gone = self._begin[number], self._gone[number]
            for found in names.scored(query, kind, floor):
                if not _holds(gone, names.bearer(found.place)[0]):
                    yield msgspec.structs.replace(found, place=begin + found.place)

    def _segment(self, place: int) -> tuple[int, int]:
        number = bisect_right(self._begin, place) - 1
        return number, place - self._begin[number]

    def _position(self, number: int, entity: int) -> int:
        return self.entities.begins[number] + self._parts[number].position(entity)


class LiveEntities(Sequence[Entity]):
    """The entities of a segment but those that are gone."""

    def __init__(self, entities: Sequence[Entity], gone: Sequence[int]) -> None:
        self._entities, self._gone = entities, gone
        self._before = [place - number for number, place in enumerate(gone)]

    def __len__(self) -> int:
        return len(self._entities) - len(self._gone)

    def __getitem__(self, position):  # type: ignore[no-untyped-def]  # int and slice, as Sequence
        if isinstance(position, slice):
            return [self[i] for i in range(*position.indices(len(self)))]
        if not -len(self) <= position < len(self):
            raise IndexError(position)
        return self._entities[self.place(position % len(self))]

    def place(self, position: int) -> int:
        """Where the entity at a position stands among all of the segment."""
        return position + bisect_right(self._before, position)

    def position(self, place: int) -> int:
        """Where the entity at a place stands among those that are left."""
        return place - bisect_left(self._gone, place)


class JoinedEntities(Sequence[Entity]):
    """The entities of all segments, one segment after the other."""

    def __init__(self, parts: Sequence[LiveEntities]) -> None:
        self._parts = parts
        self.begins = list(accumulate(map(len, parts), initial=0))

    def __len__(self) -> int:
        return self.begins[-1]

    def __getitem__(self, position):  # type: ignore[no-untyped-def]  # int and slice, as Sequence
        if isinstance(position, slice):
            return [self[i] for i in range(*position.indices(len(self)))]
        if not -len(self) <= position < len(self):
            raise IndexError(position)
        at = position % len(self)
        number = bisect_right(self.begins, at) - 1
        return self._parts[number][at - self.begins[number]]


def _holds(places: Sequence[int], place: int) -> bool:
    at = bisect_left(places, place)
    return at < len(places) and places[at] == place
