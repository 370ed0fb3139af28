"""What is different between two states of a list: who was listed, changed, delisted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from vigil.model.entity import Entity


class ChangeKind(StrEnum):
    """What happened to an entry."""

    LISTED = "listed"
    CHANGED = "changed"
    DELISTED = "delisted"


class FieldChange(msgspec.Struct, frozen=True):
    """One field of an entry: what it no longer says, and what it says now.

    A field of several values (names, addresses, lines of remarks …) gives those that differ; the
    order in which a list prints them is no change.
    """

    field: str
    gone: tuple[object, ...]
    new: tuple[object, ...]


class Change(msgspec.Struct, frozen=True):
    """One entry that differs: `before` None when it was listed, `after` None when delisted."""

    kind: ChangeKind
    before: Entity | None
    after: Entity | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def entity(self) -> Entity:
        """The entry as it is now, or as it was last."""
        known = self.after or self.before
        assert known is not None
        return known


def changes_between(before: Iterable[Entity], after: Iterable[Entity]) -> list[Change]:
    """Every entry that differs, by id; entries are the same when their ids are."""
    old = {entity.id: entity for entity in before}
    new = {entity.id: entity for entity in after}
    return [
        change
        for entity_id in sorted(old.keys() | new.keys())
        if (change := _change(old.get(entity_id), new.get(entity_id))) is not None
    ]


def _change(before: Entity | None, after: Entity | None) -> Change | None:
    if before is None:
        return Change(ChangeKind.LISTED, None, after)
    if after is None:
        return Change(ChangeKind.DELISTED, before, None)
    if before == after:
        return None
    fields = tuple(_field_changes(before, after))
    return Change(ChangeKind.CHANGED, before, after, fields) if fields else None


def _field_changes(before: Entity, after: Entity) -> Iterator[FieldChange]:
    for field in Entity.__struct_fields__:
        was, now = _values(getattr(before, field)), _values(getattr(after, field))
        gone = tuple(value for value in was if value not in now)
        new = tuple(value for value in now if value not in was)
        if gone or new:
            yield FieldChange(field, gone, new)


def _values(value: object) -> tuple[object, ...]:
    if value is None:
        return ()
    if isinstance(value, str) and "\n" in value:
        return tuple(value.split("\n"))
    return value if isinstance(value, tuple) else (value,)
