"""The same entity id from two sources is one entity with both origins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import TypeVar

from vigil.model.entity import Entity, Name, NameQuality
from vigil.model.order import Kind

T = TypeVar("T")


def unite(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities in the order of their first appearance, those of one id united."""
    by_id: dict[str, list[Entity]] = {}
    for entity in entities:
        by_id.setdefault(entity.id, []).append(entity)
    return tuple(reduce(_united, same) for same in by_id.values())


def _united(one: Entity, other: Entity) -> Entity:
    return Entity(
        id=one.id,
        source=one.source,
        kind=one.kind if one.kind is not Kind.UNKNOWN else other.kind,
        names=distinct_names((*one.names, *other.names)),
        countries=_each_once(one.countries, other.countries),
        programmes=_each_once(one.programmes, other.programmes),
        listed_on=_earliest(one.listed_on, other.listed_on),
        delisted_on=_still_listed(one.delisted_on, other.delisted_on),
        addresses=_each_once(one.addresses, other.addresses),
        identifiers=_each_once(one.identifiers, other.identifiers),
        birth_dates=_each_once(one.birth_dates, other.birth_dates),
        citation=_text(one.citation, other.citation, "; "),
        origins=_each_once(one.origins, other.origins),
        remarks=_text(one.remarks, other.remarks, "\n"),
        genders=_each_once(one.genders, other.genders),
        birth_places=_each_once(one.birth_places, other.birth_places),
        positions=_each_once(one.positions, other.positions),
        measures=_each_once(one.measures, other.measures),
        licence_policy=_text(one.licence_policy, other.licence_policy, "; "),
        relations=_each_once(one.relations, other.relations),
    )


def distinct_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Each text once. A mark (weak, acronym) wins over `full`, which is also what a publisher
    prints who does not tell qualities apart.
    """
    by_text: dict[str, Name] = {}
    for name in names:
        known = by_text.get(name.text)
        if known is None or known.quality is NameQuality.FULL:
            by_text[name.text] = name
    return tuple(by_text.values())


def _earliest(one: date | None, other: date | None) -> date | None:
    """A known day wins over none; of two, the one that makes the listing count longer."""
    known = [day for day in (one, other) if day is not None]
    return min(known, default=None)


def _still_listed(one: date | None, other: date | None) -> date | None:
    """Delisted only when all say so, and then on the later day."""
    return max(one, other) if one is not None and other is not None else None


def _each_once(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _text(one: str | None, other: str | None, joint: str) -> str | None:
    """Both texts; what one part of them already says is not said twice."""
    parts = [part for text in (one, other) if text is not None for part in text.split(joint)]
    return joint.join(dict.fromkeys(parts)) if parts else None
