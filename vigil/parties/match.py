"""Names without an order: which listed entities they come near, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from vigil.index.hit import Hit
from vigil.index.names import NameIndex
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


class Match:
    """A listed entity that a name came near; `name` is the publisher's text that met.

    `features` say which words met and what was doubted. They are reckoned when they are asked for.
    """

    def __init__(self, hit: Hit, doubts: tuple[Feature, ...]) -> None:
        score = round(hit.score * DIGITS)
        for doubt in doubts:
            score = times(score, round(doubt.score * 1000))
        self.entity: Entity = hit.entity
        self.name: str = hit.name.text
        self.score: float = score / DIGITS
        self._hit = hit
        self._doubts = doubts

    @cached_property
    def features(self) -> tuple[Feature, ...]:
        """Which words met which, then what lowers the score beside the names."""
        return (*self._hit.features, *self._doubts)

    def __eq__(self, other: object) -> bool:
        """Do two matches say the same, for the same reasons?"""
        if not isinstance(other, Match):
            return NotImplemented
        mine, theirs = (self.entity, self.name, self.score), (other.entity, other.name, other.score)
        return mine == theirs and self.features == other.features

    __hash__ = None  # type: ignore[assignment]  # what it says is reckoned late

    def __repr__(self) -> str:
        return f"Match({self.entity.id!r}, {self.name!r}, {self.score})"


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
        found = [
            Match(hit, _doubts(name, hit, kind, country))
            for hit in hits
            if is_listed(hit.entity, on)
        ]
        kept = [match for match in found if round(match.score * DIGITS) >= floor]
        answers.append(sorted(kept, key=lambda match: (-match.score, match.entity.id))[:limit])
    return answers


def _doubts(name: str, hit: Hit, kind: Kind | None, country: str | None) -> tuple[Feature, ...]:
    """A common name in another script, another country or kind than the one asked for."""
    found = []
    if is_homonym(name, hit) and country not in countries_of(hit.entity):
        told = "a common name, which the entry does not print in this script"
        found.append(factor("other_script", OTHER_SCRIPT, told))
    if country_contradicts(country, hit.entity):
        told = f"asked for {country}, the entry has {', '.join(countries_of(hit.entity))}"
        found.append(factor("other_country", OTHER_COUNTRY, told))
    if kind is not None and kind_contradicts(kind, hit.entity, hit.name.text):
        known = hit.entity.kind if hit.entity.kind is not Kind.UNKNOWN else "a legal form"
        told = f"asked for {kind}, the entry has {known}"
        found.append(factor("other_kind", OTHER_KIND, told))
    return tuple(found)
