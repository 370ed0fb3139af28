"""The numbers that parties give, against those of the lists."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from vigil.errors import InvalidInput
from vigil.ids.scheme import REGISTERED, WORLDWIDE, parse_identifier
from vigil.index.names import NameIndex
from vigil.model.entity import Entity
from vigil.model.finding import NotChecked
from vigil.parties.subjects import Subject
from vigil.parties.traits import country_contradicts

SHORTEST_REGISTRATION = 6  # characters: shorter file numbers are given out in every country


class Given(msgspec.Struct, frozen=True):
    """An identifier that an order gives: its scheme, its normal form and its path."""

    scheme: str
    value: str
    path: str


def read_identifiers(subject: Subject) -> tuple[list[Given], list[NotChecked]]:
    """The identifiers of a subject, and those that could not be read, each with the reason."""
    given: list[Given] = []
    gaps: list[NotChecked] = []
    for scheme, value in sorted(subject.identifiers.items()):
        path = f"{subject.identifiers_at}.{scheme}"
        if not value:
            continue  # known to be none
        try:
            given.append(Given(scheme, parse_identifier(scheme, value, path=path), path))
        except InvalidInput as error:
            gaps.append(NotChecked(path, _sentence(error)))
    return given, gaps


def bearers(subject: Subject, given: Given, index: NameIndex) -> Iterator[Entity]:
    """The listed entities that bear the identifier.

    Registration and tax numbers stand in for one another and are unique in a country only, so
    that a contradicting country means another bearer. INN, OGRN and USCC are worldwide.
    """
    seen = set()
    for scheme in sorted(REGISTERED) if given.scheme in REGISTERED else (given.scheme,):
        worldwide = scheme in WORLDWIDE
        if not worldwide and len(given.value) < SHORTEST_REGISTRATION:
            continue
        for entity in index.by_identifier(scheme, given.value):
            if entity.id in seen or (
                not worldwide and country_contradicts(subject.country, entity)
            ):
                continue
            seen.add(entity.id)
            yield entity


def _sentence(error: InvalidInput) -> str:
    """The reason without the path, which stands beside it."""
    problem = error.problems[0]
    return f"{problem.expected}, got {problem.got!r}"
