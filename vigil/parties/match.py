"""Names without an order: which listed entities they come near, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from vigil.index.names import Hit, NameIndex
from vigil.model.entity import Entity
from vigil.model.finding import Feature
from vigil.model.order import Kind
from vigil.names.explanation import DIGITS, factor, times
from vigil.names.features import worth
from vigil.parties.standing import is_listed
from vigil.parties.traits import (
    countries_of,
    country_contradicts,
    is_homonym,
    kind_contradicts,
)

OTHER_COUNTRY = worth("other_country")  # a mild doubt: people and firms move
OTHER_SCRIPT = worth("other_script")  # takes a common name, which is at most .72, below a review
OTHER_KIND = worth("other_kind")  # an equal name stays a review all the same


class Match(msgspec.Struct, frozen=True):
    """A listed entity that a name came near; `name` is the publisher's text that met."""

    entity: Entity
    name: str
    score: float
    features: tuple[Feature, ...]


def match_names(
    names: Sequence[str],
    index: NameIndex,
    *,
    on: date,
    kind: Kind | None = None,
    country: str | None = None,
    threshold: float = 0.70,
    limit: int | None = None,
) -> list[list[Match]]:
    """Every listed entity whose name reaches the threshold on the day, for each name.

    Args:
        names: in any script.
        index: the listed names.
        on: listings count as of this day.
        kind: what the names are; an entry of another kind scores less.
        country: ISO alpha-2; an entry tied to other countries only scores less.
        threshold: similarity above 0, up to 1.
        limit: cut each answer after it is complete; None: all.

    Returns:
        A list for each name, by falling score, then entity id.

    Raises:
        InvalidInput: a name cannot be searched.
    """
    floor = round(threshold * DIGITS)
    answers = []
    for name in names:
        hits = index.search(name, threshold=threshold, kind=kind)
        found = [_match(name, hit, kind, country) for hit in hits if is_listed(hit.entity, on)]
        kept = [match for match in found if round(match.score * DIGITS) >= floor]
        answers.append(sorted(kept, key=lambda match: (-match.score, match.entity.id))[:limit])
    return answers


def _match(name: str, hit: Hit, kind: Kind | None, country: str | None) -> Match:
    factors = []
    if country not in countries_of(hit.entity) and is_homonym(name, hit):
        told = "a common name, which the entry does not print in this script"
        factors.append(factor("other_script", OTHER_SCRIPT, told))
    if country_contradicts(country, hit.entity):
        told = f"asked for {country}, the entry has {', '.join(countries_of(hit.entity))}"
        factors.append(factor("other_country", OTHER_COUNTRY, told))
    if kind is not None and kind_contradicts(kind, hit.entity, hit.name.text):
        known = hit.entity.kind if hit.entity.kind is not Kind.UNKNOWN else "a legal form"
        told = f"asked for {kind}, the entry has {known}"
        factors.append(factor("other_kind", OTHER_KIND, told))
    score = round(hit.score * DIGITS)
    for lowering in factors:
        score = times(score, round(lowering.score * 1000))
    return Match(hit.entity, hit.name.text, score / DIGITS, (*hit.features, *factors))
