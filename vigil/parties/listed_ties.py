"""What lists say of who owns whom and who is tied to whom, found from either end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from vigil.lists.relations import name_key
from vigil.model.entity import Entity, Relation, RelationKind

# Who is somebody's family is neither an owner nor in control by that.
TIES = frozenset({RelationKind.LINKED_TO, RelationKind.CONTROLLED_BY, RelationKind.ACTS_FOR})


class ListedHolding(msgspec.Struct, frozen=True):
    """`entry` states that it holds a share, or that somebody holds one of it; None: unknown."""

    entry: Entity
    owner: str
    owned: str
    share_percent: str | None


class ListedTies:
    """The ties of all entries; built once, in the time of reading every entry once.

    Parties stand under their entry's id, or under `name_node` where a list only names them.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entries: dict[str, Entity] = {}
        self._owners: dict[str, list[ListedHolding]] = {}
        self._tied: dict[str, list[tuple[Entity, Relation, str]]] = {}
        place_of_id: dict[str, int] = {}
        mentioned = set()
        for place, entity in enumerate(entities):
            place_of_id[entity.id] = place
            for relation in entity.relations:
                self._file(entity, relation)
                mentioned |= {entity.id, relation.entity or ""}
        for entity_id in mentioned & place_of_id.keys():
            self._entries[entity_id] = entities[place_of_id[entity_id]]

    def entry(self, node: str) -> Entity | None:
        """The entry of that id, where some tie mentions it."""
        return self._entries.get(node)

    @property
    def is_empty(self) -> bool:
        """Does no list say anything of ties?"""
        return not (self._owners or self._tied)

    def knows(self, node: str) -> bool:
        """Does some list state that it owns, is owned by or is tied to somebody?"""
        return node in self._owners or node in self._tied

    def holdings_of(self, node: str) -> list[ListedHolding]:
        """Who is stated to own somebody."""
        return self._owners.get(node, [])

    def ties_of(self, node: str) -> Iterator[tuple[Entity, Relation, Entity]]:
        """Ties without a share: the entry that states each, the tie, and the other end's entry."""
        for entity, relation, other in self._tied.get(node, ()):
            entry = self._entries.get(other)
            if entry is not None:
                yield entity, relation, entry

    def _file(self, entity: Entity, relation: Relation) -> None:
        other = relation.entity or name_node(relation.name)
        if relation.kind in (RelationKind.OWNED_BY, RelationKind.OWNS):
            owns = relation.kind is RelationKind.OWNS
            owner, owned = (entity.id, other) if owns else (other, entity.id)
            held = ListedHolding(entity, owner, owned, relation.share_percent)
            self._owners.setdefault(owned, []).append(held)
        elif relation.kind in TIES:
            self._tied.setdefault(entity.id, []).append((entity, relation, other))
            self._tied.setdefault(other, []).append((entity, relation, entity.id))


@lru_cache(maxsize=16384)
def name_node(name: str) -> str:
    """Where somebody stands of whom a list gives but a name."""
    return f"name {name_key(name)}"
