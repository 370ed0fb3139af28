"""Which stored orders a change between two worlds and days can touch; the rest stand as they are.

What a decision rests on is the order, the day, the lists and the catalogues. So an order is touched

- by another catalogue (goods, routes, law): every order;
- by a day at which something in a catalogue begins or ends, between its day and the new one;
- by the age of a young company, when the day moves;
- by an entry that came, went, changed, or began or ceased to count, and by whoever lists tie to
  such an entry: through a name, a number or an address that may meet it.

It never leaves out an order that is touched, but for the rarity of words, as `vigil.rescreen` says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

import msgspec

from vigil.index.names import NameIndex
from vigil.model.entity import Entity
from vigil.model.order import Order
from vigil.parties.addresses import MOST_CHARACTERS, listed_at
from vigil.parties.listed_ties import name_node
from vigil.parties.standing import is_listed, is_undated
from vigil.parties.subjects import Subject, subjects_of
from vigil.rescreen import PartyBook, StoredParty
from vigil.routes.indicators_party import YOUNG_YEARS
from vigil.world import World

DAYS_A_YEAR = 366
A_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d)")  # the 30th and 31st: where typed


class Change:
    """What differs between two worlds, for orders screened between two days.

    Args:
        before: the world in which the orders stand.
        after: the world of now.
        first: the first day on which one of them stands.
        last: the last such day; both may be after `on`.
        on: the day of now.
    """

    def __init__(self, before: World, after: World, first: date, last: date, on: date) -> None:
        self._before, self._after, self._on = before, after, on
        self._first, self._last = min(first, on), max(last, on)

    def touched(self, orders: Sequence[tuple[Order, date]]) -> dict[int, str]:
        """The places of the orders that are touched, rising, each with why.

        Args:
            orders: each with the day on which it stands.
        """
        if self.catalogues:
            return dict.fromkeys(range(len(orders)), f"changed: {', '.join(self.catalogues)}")
        found = self._by_entries([order for order, _ in orders])
        for place, (order, day) in enumerate(orders):
            if why := self._by_day(order, day):
                found[place] = why
        return dict(sorted(found.items()))

    @cached_property
    def catalogues(self) -> tuple[str, ...]:
        """The ids of the catalogues that differ."""
        held = ({c.id: c.file_sha256 for c in w.manifest.catalogues}
                for w in (self._before, self._after))  # fmt: skip
        old, new = held
        return tuple(sorted(i for i in old.keys() | new.keys() if old.get(i) != new.get(i)))

    @cached_property
    def entries(self) -> tuple[str, ...]:
        """The ids of the entries that changed, or count otherwise on one of the days."""
        old, new = self._old, self._new
        return tuple(
            sorted(
                entry
                for entry in old.keys() | new.keys()
                if old.get(entry) != new.get(entry) or self._counts_otherwise(old[entry])
            )
        )

    def _by_day(self, order: Order, day: date) -> str:
        first, last = day, self._on
        if first >= last:  # no order goes back in time
            return ""
        at = bisect_left(self._turns, first)
        if at < len(self._turns) and self._turns[at] <= last:
            return f"something begins or ends on {self._turns[at]}"
        for party in order.parties:
            if party.founded and (first - party.founded).days < (YOUNG_YEARS + 1) * DAYS_A_YEAR:
                return "a company of it is young"
        return ""

    def _by_entries(self, orders: Sequence[Order]) -> dict[int, str]:
        if not self.entries:
            return {}
        places: dict[StoredParty, list[int]] = {}
        for place, order in enumerate(orders):
            for subject in subjects_of(order):
                places.setdefault(_stored(subject), []).append(place)
        parties = list(places)
        book = PartyBook(parties)
        met = {n for there, held in self._reach for n in book.touched_by(there, held)}
        met |= {
            number
            for number, party in enumerate(parties)
            if party.names and name_node(party.names[0]) in self._tied
        }
        why = "a name or a number may meet a changed entry"
        found = {place: why for number in met for place in places[parties[number]]}
        return {**self._by_addresses(orders), **found}

    def _by_addresses(self, orders: Sequence[Order]) -> dict[int, str]:
        at: dict[tuple[str, str | None], list[int]] = {}
        for place, order in enumerate(orders):
            for party in order.parties:
                if party.address and len(party.address) <= MOST_CHARACTERS:
                    at.setdefault((party.address, party.country), []).append(place)
        indexes = [(NameIndex(there), held.law) for there, held in self._reach if there]
        return {
            place: "an address may be that of a changed entry"
            for (address, country), places in at.items()
            if any(any(listed_at(address, country, index, law)) for index, law in indexes)
            for place in places
        }

    @cached_property
    def _old(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self._before.names.entities}

    @cached_property
    def _new(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self._after.names.entities}

    @cached_property
    def _turns(self) -> list[date]:
        """Every day that the catalogues name, which are the same in both worlds."""
        parts = self._after.parts
        named = (set(_days_in(c)) for c in (parts.goods(), parts.routes(), parts.law()))
        return sorted(set[date]().union(*named))

    @cached_property
    def _tied(self) -> frozenset[str]:
        """The changed entries with all whom lists tie to them, near or far: ids, and names."""
        beside: dict[str, set[str]] = {}
        for held in (self._old, self._new):
            for entity in held.values():
                for relation in entity.relations:
                    other = relation.entity or name_node(relation.name)
                    beside.setdefault(entity.id, set()).add(other)
                    beside.setdefault(other, set()).add(entity.id)
        found, waiting = set(self.entries), list(self.entries)
        while waiting:
            new = beside.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return frozenset(found)

    @cached_property
    def _reach(self) -> tuple[tuple[list[Entity], World], ...]:
        """Those entries as each world has them."""
        return tuple(
            ([held[entry] for entry in sorted(self._tied) if entry in held], world)
            for held, world in ((self._old, self._before), (self._new, self._after))
        )

    def _counts_otherwise(self, entity: Entity) -> bool:
        """Is it listed, or undated, on one of the days and not on another?"""
        days = (entity.listed_on, entity.delisted_on)
        if any(day is not None and self._first < day <= self._last for day in days):
            return True
        if is_listed(entity, self._last) and entity.listed_on is None:
            worlds = (self._before.source_by_id, self._after.source_by_id)
            ends = (self._first, self._last)
            return len({is_undated(entity, day, held) for held in worlds for day in ends}) > 1
        return False


def _stored(subject: Subject) -> StoredParty:
    names = (subject.name,) if subject.name is not None else ()
    return _Hashed("", names, subject.kind, identifiers=subject.identifiers)


class _Hashed(StoredParty, frozen=True):
    """A party that is the same whichever order names it."""

    def __hash__(self) -> int:
        return hash((self.names, self.kind, tuple(sorted(self.identifiers.items()))))


def _days_in(value: object) -> Iterator[date]:
    """Every day anywhere in a catalogue."""
    waiting: list[object] = [msgspec.to_builtins(value, builtin_types=(date,))]
    while waiting:
        one = waiting.pop()
        if isinstance(one, date):
            yield one
        elif isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, list | tuple | set | frozenset):
            waiting += one
        elif isinstance(one, str) and A_DAY.fullmatch(one):
            yield date.fromisoformat(one)
