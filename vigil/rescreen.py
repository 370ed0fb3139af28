"""Stored parties screened again when, and only when, a change of the lists can touch them.

The names of the stored parties are indexed once. The names of each entry that came, went or changed
are sought among them (`vigil.index.reachable`, complete); who can be reached, or bears one of its
numbers, is screened truly against the whole world. What comes out is what a full run gives on these
entries, before and after.

    book = PartyBook(parties)
    for change in rescreen(book, before, after, on_before, on): ...
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from vigil.ids.scheme import REGISTERED
from vigil.index.build import Listed
from vigil.index.listed_names import all_names
from vigil.index.reachable import ReachableNames
from vigil.model.entity import Entity
from vigil.model.finding import Finding
from vigil.model.order import Kind
from vigil.names.explanation import DIGITS
from vigil.names.kernel import IS_COMPILED
from vigil.names.prepared import refusal
from vigil.names.readings import prepared_readings
from vigil.parties.grounds import NAME_NEAR_FROM
from vigil.parties.identifiers import read_identifiers
from vigil.parties.reporting import Reporter
from vigil.parties.screen import screen_subject
from vigil.parties.standing import is_listed
from vigil.parties.subjects import NO_IDENTIFIERS, Subject
from vigil.world import World

FLOOR = round(NAME_NEAR_FROM * DIGITS)


class StoredParty(msgspec.Struct, frozen=True):
    """A party that a business keeps: its names, numbers by scheme, and country (ISO alpha-2)."""

    id: str
    names: tuple[str, ...]
    kind: Kind = Kind.UNKNOWN
    country: str | None = None
    birth_date: str | None = None
    identifiers: dict[str, str] = NO_IDENTIFIERS


class PartyChange(msgspec.Struct, frozen=True):
    """What a stored party had to do with a changed entry, and what it has now."""

    party: str
    entry: str
    before: tuple[Finding, ...]
    after: tuple[Finding, ...]


class PartyBook:
    """Stored parties, indexed once: about 100 µs a name.

    `unsearchable` are the parties that have a name which cannot be searched (too long, or with
    control characters): that name is screened by nobody, in a full run neither.
    """

    def __init__(self, parties: Sequence[StoredParty]) -> None:
        self.parties = parties
        self.unsearchable = tuple(p.id for p in parties if any(map(refusal, p.names)))
        self._bearers: dict[tuple[str, str], list[int]] = {}
        for number, party in enumerate(parties):
            for given in read_identifiers(_subject(party, 0))[0]:
                self._bearers.setdefault(_key(given.scheme, given.value), []).append(number)
        self._names = ReachableNames(self._prepared()) if IS_COMPILED else None

    def touched_by(self, entities: Iterable[Entity], world: World) -> list[int]:
        """Numbers of the parties that some of a world's entities may meet, rising."""
        entities = list(entities)
        numbers = (_key(i.scheme, i.value) for entity in entities for i in entity.identifiers)
        found = {party for number in numbers for party in self._bearers.get(number, ())}
        among = world.names.some(entities)
        if self._names is None or among is None:  # without the compiled search all are screened
            return list(range(len(self.parties)))
        listed = (name.prepared for name in all_names(entities))
        found |= self._names.reachable(listed, among, FLOOR)
        return sorted(found)

    def _prepared(self) -> Iterator[Listed]:
        for number, party in enumerate(self.parties):
            for order, name in enumerate(party.names):
                if refusal(name) is None:
                    for reading, prepared in enumerate(prepared_readings(name)):
                        yield number, order, reading, prepared, Kind.UNKNOWN


def rescreen(
    book: PartyBook, before: World, after: World, on_before: date, on: date
) -> list[PartyChange]:
    """What the changes between two worlds and days mean for stored parties.

    Args:
        book: the stored parties.
        before: the world in which they were screened last, on the day `on_before`.
        after: the world of now, on the day `on`.

    Returns:
        One for each party and changed entry that meet before or after, by party in the order of
        the book, then entry id. All else is as it was, but for the rarity of words, which moves a
        score when the list grows; a full run from time to time takes that up.
    """
    changed = changed_entries(before.names.entities, after.names.entities, on_before, on)
    old = findings_on(book, (e for e, _ in changed.values() if e is not None), before, on_before)
    new = findings_on(book, (e for _, e in changed.values() if e is not None), after, on)
    return [
        PartyChange(
            book.parties[number].id,
            entry,
            tuple(old.get((number, entry), ())),
            tuple(new.get((number, entry), ())),
        )
        for number, entry in sorted({*old, *new})
    ]


def changed_entries(
    before: Iterable[Entity], after: Iterable[Entity], on_before: date, on: date
) -> dict[str, tuple[Entity | None, Entity | None]]:
    """The entries that came, went, changed, or began or ceased to count between the days."""
    old, new = {e.id: e for e in before}, {e.id: e for e in after}
    return {
        entry: (old.get(entry), new.get(entry))
        for entry in sorted(old.keys() | new.keys())
        if old.get(entry) != new.get(entry)
        or is_listed(old[entry], on_before) != is_listed(new[entry], on)
    }


def findings_on(
    book: PartyBook, entities: Iterable[Entity], world: World, on: date
) -> Mapping[tuple[int, str], list[Finding]]:
    """The findings of stored parties on some of a world's entities: by party and entry.

    Args:
        book: the stored parties.
        entities: of the world; parties that none of them can touch are not looked at.
        world: everything known.
        on: the day.
    """
    wanted = {entity.id: entity for entity in entities}
    reporter = Reporter(on, world.law, world.source_by_id)
    found: dict[tuple[int, str], list[Finding]] = {}
    for number in book.touched_by(wanted.values(), world):
        for finding in screen_stored(book.parties[number], world, reporter):
            if finding.subject in wanted:
                found.setdefault((number, finding.subject), []).append(finding)
    return found


def screen_stored(party: StoredParty, world: World, reporter: Reporter) -> Iterator[Finding]:
    """Every finding on a stored party: its numbers count once, with its first name."""
    for order in range(max(1, len(party.names))):
        yield from screen_subject(_subject(party, order), world.names, reporter)


def _subject(party: StoredParty, order: int) -> Subject:
    return Subject(
        path=f"$.names[{order}]", at="$", name=party.names[order] if party.names else None,
        kind=party.kind, country=party.country, country_path="$.country",
        birth_date=party.birth_date, identifiers_at="$.identifiers",
        identifiers=party.identifiers if order == 0 else NO_IDENTIFIERS,
    )  # fmt: skip


def _key(scheme: str, value: str) -> tuple[str, str]:
    """Numbers that may be the same: registration and tax numbers stand in for one another."""
    return ("registered" if scheme in REGISTERED else scheme, value)
