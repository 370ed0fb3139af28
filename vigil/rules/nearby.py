"""What begins or grows soon after a day, and what ended shortly before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from vigil.model.deal import Deal
from vigil.model.nearby import NearbyLaw
from vigil.model.provision import Phase, Provision
from vigil.model.reach import OrderFacts, Reach
from vigil.rules.fit import NO, YES, Scope
from vigil.rules.tested import follows_goods

KEPT = 4096  # days of orders, by use


class Event(msgspec.Struct, frozen=True):
    """A provision's first day (`begins`), the first day of a later `phase`, or its last day."""

    day: date
    provision: Provision
    begins: bool
    phase: Phase | None = None

    @property
    def reach(self) -> Reach:
        """What it reaches on that day."""
        return self.provision.reach_on(self.day)


class Nearby:
    """The first and last days of provisions in the order of days."""

    def __init__(self, provisions: Sequence[Provision], name: Callable[[str], str]) -> None:
        self._scope = Scope(name)
        self._title = {p.id: p.title for p in provisions}
        events = [event for p in provisions for event in _events(p)]
        self._events = sorted(events, key=lambda e: (e.day, e.provision.id))
        self._days = [event.day for event in self._events]
        self._around = lru_cache(maxsize=KEPT)(self._find_around)

    def of(self, deal: Deal, facts: OrderFacts, days: int) -> tuple[NearbyLaw, ...]:
        """What is near the deal's day and fits it, in the order of days."""
        return tuple(
            self._told(event, deal.on)
            for event in self._around(deal.on, days)
            if self._fits(event, deal, facts)
        )

    def _find_around(self, on: date, days: int) -> tuple[Event, ...]:
        """Beginnings after the day and ends before it; the day itself is no neighbour."""
        first = bisect_left(self._days, _day_away(on, -days))
        after = bisect_right(self._days, _day_away(on, days))
        return tuple(
            e for e in self._events[first:after] if (e.day > on) is e.begins and e.day != on
        )

    def _fits(self, event: Event, deal: Deal, facts: OrderFacts) -> bool:
        """A phase is near only when the order is outside of what it reaches on its own day."""
        if not self._reached(event.reach, event.provision, deal, facts):
            return False
        now = event.provision.reach_on(deal.on) if event.phase else None
        return now is None or not self._reached(now, event.provision, deal, facts)

    def _reached(self, reach: Reach, provision: Provision, deal: Deal, facts: OrderFacts) -> bool:
        """Does the scope fit? What names no place must be met by the goods' codes or the use."""
        if not reach.is_tested or self._scope.way(reach, facts) is None:
            return False
        goods = self._scope.goods(reach, facts, deal.book)
        if provision.jurisdiction not in deal.jurisdictions:
            return follows_goods(reach) and goods.level != NO and goods.codes == YES
        names_place = reach.destinations or reach.departures or reach.governments
        return goods.level != NO if names_place else goods.level == YES

    def _told(self, event: Event, on: date) -> NearbyLaw:
        provision, days = event.provision, (event.day - on).days
        told = _sentence(event, days)
        later = self._title.get(provision.superseded_by or "")
        if later and not event.begins:
            told += f"; after it: {later}"
        return NearbyLaw(
            id=provision.id,
            title=provision.title,
            jurisdiction=provision.jurisdiction,
            day=event.day,
            days=days,
            sentence=told,
            binding=provision.binding,
            contested=bool(provision.contested_by) or provision.contested(event.day),
            verified=provision.verified and provision.from_verified,
            basis=provision.basis,
        )


def _day_away(day: date, days: int) -> date:
    """The day so many days later or earlier, within the calendar that a date can name."""
    wanted = day.toordinal() + days
    return date.fromordinal(min(max(wanted, date.min.toordinal()), date.max.toordinal()))


def _events(provision: Provision) -> list[Event]:
    events = []
    if provision.in_force_from is not None:
        events.append(Event(provision.in_force_from, provision, True))
    events += [Event(p.in_force_from, provision, True, p) for p in provision.phases[1:]]
    if provision.in_force_to is not None:
        events.append(Event(provision.in_force_to, provision, False))
    return events


def _sentence(event: Event, days: int) -> str:
    if event.begins:
        when = f"in {_days(days)}, on {event.day}"
        return f"grows {when}: {event.phase.what}" if event.phase else f"begins {when}"
    return f"ended {_days(-days)} before, its last day was {event.day}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
