"""The circumstances of a match that the strength table looks at."""

from __future__ import annotations

from collections.abc import Collection

from vigil.index.hit import Hit
from vigil.model.entity import Entity
from vigil.model.finding import AT_MOST_REVIEW, DOUBTS, Ground
from vigil.parties.ships import number_contradicts
from vigil.parties.subjects import Subject
from vigil.parties.traits import country_contradicts, kind_contradicts

NAME_CLOSE_FROM = 0.90  # the contract's strength table
NAME_NEAR_FROM = 0.70  # the contract's strength table; nothing below it is a finding


def name_grounds(hit: Hit) -> list[Ground]:
    """What the name alone says."""
    close = Ground.NAME_CLOSE if hit.score >= NAME_CLOSE_FROM else Ground.NAME_NEAR
    return [close, Ground.WEAK_NAME] if hit.weak else [close]


def trait_grounds(subject: Subject, entity: Entity) -> list[Ground]:
    """What role, country, kind and a ship's number say against the match."""
    found = [Ground.MAKER_OF_GOODS] if subject.is_maker else []
    if country_contradicts(subject.country, entity):
        found.append(Ground.COUNTRY_CONTRADICTS)
    if kind_contradicts(subject.kind, entity):
        found.append(Ground.KIND_CONTRADICTS)
    if number_contradicts(subject, entity):
        found.append(Ground.NUMBER_CONTRADICTS)
    return found


def would_stop(grounds: Collection[Ground]) -> bool:
    """Would a party with these grounds stop an order, by the strength table's rows for parties?"""
    held = set(grounds)
    if held & AT_MOST_REVIEW:
        return False
    return Ground.IDENTIFIER_EQUAL in held or (Ground.NAME_CLOSE in held and not held & DOUBTS)


def telling_name(hit: Hit) -> Hit:
    """The name to report: the best one, unless it is weak and a full one is close as well."""
    full = hit.full_name
    return full if full is not None and full.score >= NAME_CLOSE_FROM else hit
