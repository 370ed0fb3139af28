"""Ships keep their IMO number and change names and flags: what a listed ship's entry says of both.

A sound number of another ship speaks against a name that many ships bear. A flag that the entry
does not know speaks neither for nor against: it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigil.errors import InvalidInput
from vigil.ids.imo import is_ship, parse_imo
from vigil.index.hit import Hit
from vigil.model.entity import Entity, NameKind
from vigil.model.finding import Feature, NotChecked
from vigil.model.order import Kind
from vigil.names.text import words
from vigil.parties.subjects import Subject
from vigil.rules.law import Law

IMO = "imo"
FLAG_LINE = re.compile(r"\bflag\b:?\s*([^;.,]+)", re.I)  # of an entry's remarks, former flags too
MOST_NAMES = 6  # other names of a ship that a sentence tells


def number_contradicts(subject: Subject, entity: Entity) -> bool:
    """Does the order give a sound number of another ship than the entry's?"""
    listed = _numbers(entity) if entity.kind is Kind.VESSEL else ()
    given = _given(subject) if listed else None
    return given is not None and is_ship(given) and given not in listed


def sails_renamed(subject: Subject, entity: Entity, hit: Hit | None) -> bool:
    """Is a listed ship, met by its number, named in the order as the list does not name it?"""
    if hit is not None or entity.kind is not Kind.VESSEL or subject.name is None:
        return False
    return _given(subject) in _numbers(entity)


def told_of_names(entity: Entity) -> str:
    """The ship's names in the list, as a clause."""
    primary, *others = entity.names
    told = [f"{n.text!r}{' (former)' * (n.kind is NameKind.FORMER)}" for n in others[:MOST_NAMES]]
    more = len(others) - len(told)
    rest = [f"{more} more"] if more > 0 else []
    also = f", also {', '.join((*told, *rest))}" if told else ""
    return f"the list calls the ship {primary.text!r}{also}"


def ship_features(subject: Subject, entity: Entity, hit: Hit | None, law: Law) -> Iterator[Feature]:
    """What name, number and flag of a ship say beside the match."""
    if entity.kind is not Kind.VESSEL:
        return
    if sails_renamed(subject, entity, hit):
        yield Feature("ship_renamed", 1.0, f"as {subject.name!r}; {told_of_names(entity)}")
    if number_contradicts(subject, entity):
        listed = " and ".join(_numbers(entity))
        detail = f"the order says {_given(subject)}, the entry {listed}: two ships of one name"
        yield Feature("imo_number", 0.0, detail)
    if subject.flag:
        flags = _flags(entity, law)
        if flags:
            detail = f"the order says {subject.flag}, the entry {', '.join(flags)}"
            yield Feature("ship_flag", float(subject.flag in flags), detail)


def no_ships_number(subject: Subject) -> list[NotChecked]:
    """A number given for a ship that only a company can have: its check digit is of that kind."""
    given = _given(subject) if subject.kind is Kind.VESSEL else None
    if given is None or is_ship(given):
        return []
    why = f"a ship's IMO number ends in its check digit, got {given!r}, as a company's may end"
    return [NotChecked(f"{subject.identifiers_at}.{IMO}", why)]


def _given(subject: Subject) -> str | None:
    """The number that the order gives, or None when it is not sound."""
    text = subject.identifiers.get(IMO)
    try:
        return parse_imo(text) if text else None
    except InvalidInput:
        return None  # `vigil.parties.identifiers` says so


def _numbers(entity: Entity) -> tuple[str, ...]:
    return tuple(i.value for i in entity.identifiers if i.scheme == IMO)


def _flags(entity: Entity, law: Law) -> tuple[str, ...]:
    """The countries whose flag the ship has or had, as the entry says."""
    lines = (FLAG_LINE.search(line) for line in (entity.remarks or "").splitlines())
    said = (law.country_ending(words(line[1])) for line in lines if line)
    return tuple(dict.fromkeys(flag for flag in (*entity.countries, *said) if flag))
