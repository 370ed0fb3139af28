"""What an accepted match is tied to: who was screened, the listed record, and how names are scored.

The input is who was screened, wherever in an order that stands: role, name, kind, country, day of
birth, flag, address and numbers. Only case, compatibility forms (NFKC) and white space are folded.
Letters are never made Latin ones: 张伟 and 章伟 are two persons with one transcription.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator

import msgspec

from vigil.errors import InvalidInput
from vigil.ids.scheme import parse_identifier
from vigil.model.canonical_json import canonical_json
from vigil.model.decision import Decision
from vigil.model.entity import Entity
from vigil.model.finding import Finding, FindingKind, Strength
from vigil.model.order import Order
from vigil.parties.subjects import Subject, subjects_of

ACCEPTABLE = frozenset({FindingKind.LISTED_PARTY, FindingKind.LISTED_VESSEL})
ROLE_OF_PLACE = {"owners": "owner", "manufacturer": "maker"}
LAST_NAME = re.compile(r"([a-z_]+)(?:\[\d+\])?$")


class Binding(msgspec.Struct, frozen=True):
    """`input` and `record` are sha256; `entity` is the listed one's id; `scoring` a version."""

    input: str
    entity: str
    record: str
    scoring: str


def bindings(
    decision: Decision, order: Order, entity_of: Callable[[str], Entity | None], scoring: str
) -> Iterator[tuple[Finding, Binding]]:
    """The matches of a decision that ask for a person, each with what an acceptance is tied to.

    Args:
        decision: on this order.
        order: as it was understood.
        entity_of: the listed entity of an id, in the world of the decision.
        scoring: the version of what scores names.
    """
    possible = [
        f for f in decision.findings if f.kind in ACCEPTABLE and f.strength is not Strength.NOTE
    ]
    if not possible:
        return
    subjects = tuple(subjects_of(order))
    for finding in possible:
        subject = next((s for s in subjects if _is_of(finding, s)), None)
        entity = entity_of(finding.matched.entity) if finding.matched else None
        if subject is not None and entity is not None:
            yield (
                finding,
                Binding(input_sha256(order, subject), entity.id, record_sha256(entity), scoring),
            )


def input_sha256(order: Order, subject: Subject) -> str:
    """The sha256 of somebody as screened; the same wherever in whichever order."""
    is_party = subject.party is not None and subject.owner_of is None
    party = order.parties[subject.party] if is_party and subject.party is not None else None
    body = {
        "role": party.role.value if party else _role_of(subject),
        "name": folded(subject.name),
        "kind": subject.kind.value,
        "country": subject.country,
        "birth_date": subject.birth_date,
        "flag": subject.flag,
        "address": folded(party.address) if party else None,
        "identifiers": {
            scheme: _number(scheme, value) for scheme, value in subject.identifiers.items()
        },
    }
    return hashlib.sha256(canonical_json(body)).hexdigest()


def record_sha256(entity: Entity) -> str:
    """The sha256 of a listed record: canonical JSON of all its fields, days as ISO text."""
    return hashlib.sha256(canonical_json(msgspec.to_builtins(entity))).hexdigest()


def folded(text: str | None) -> str | None:
    """Text without what says nothing: case, compatibility forms, white space.

    >>> folded("  ORLO\u00a0Trading "), folded("Orlo-Trading") == folded("Orlo Trading")
    ('orlo trading', False)
    """
    if text is None:
        return None
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _is_of(finding: Finding, subject: Subject) -> bool:
    under = f"{subject.identifiers_at}."
    return finding.path == subject.path or (
        subject.identifiers_at != "" and finding.path.startswith(under)
    )


def _role_of(subject: Subject) -> str:
    named = LAST_NAME.search(subject.at)
    place = named[1] if named else subject.at
    return ROLE_OF_PLACE.get(place, place)


def _number(scheme: str, value: str) -> str:
    """In normal form; as given where it has none, which a screen tells as not checked."""
    try:
        return parse_identifier(scheme, value, path=scheme) if value else value
    except InvalidInput:
        return value
