"""A name of several countries, read by the countries that the order itself names.

Whoever writes `Munich` to `Salzburg`, sends from Germany and ships to Austria means neither
Munich in North Dakota nor Salzburg in Germany. Such a reading may be wrong, so it is taken only
where a wrong one could change nothing: when no other place of the name lies in an embargoed
country, in a place that an authority named for transshipment, or in an occupied region. A Tripoli
for a consignee in Lebanon is therefore the one in Lebanon, as Libya is on none of these lists; a
Moscow for one in the United States stays open.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from vigil.model.deal import EMBARGOED
from vigil.model.order import Order, Role, parties_in
from vigil.routes.catalogue import PlaceKind, RouteCatalogue
from vigil.routes.gazetteer import POST, Spot
from vigil.rules.law import Law


class OwnCountries:
    """The countries of one order on a day, and which candidates they leave.

    Args:
        order: names the countries of its exporter and parties.
        others: countries that the known ends of its legs lie in, ISO alpha-2.
        on: the day whose transshipment lists count.
    """

    def __init__(
        self, order: Order, others: Collection[str], routes: RouteCatalogue, law: Law, on: date
    ) -> None:
        sender = order.exporter.country if order.exporter else None
        receivers = (p for role in (Role.CONSIGNEE, Role.END_USER)
                     for _, p in parties_in(order, role))  # fmt: skip
        self._senders = (sender,) if sender else ()
        self._receivers = tuple(p.country for p in receivers if p.country)
        parties = (p.country for p in order.parties if p.country)
        self._named = frozenset((*self._senders, *parties, *others))
        self._routes, self._law, self._on = routes, law, on

    def meant(
        self, spots: Sequence[Spot], uses: Sequence[str], is_first: bool, is_last: bool
    ) -> tuple[Spot, ...]:
        """The candidates in the one country that the order points to, or none.

        Args:
            spots: the places that an end's name may be.
            uses: the functions that a place of this leg has, which count last.
            is_first: the way begins there, which the exporter's country tells first.
            is_last: it ends there, which the consignee's and the end user's tell first.
        """
        likely = (self._senders if is_first else ()) + (self._receivers if is_last else ())
        for countries in (*(frozenset((country,)) for country in likely), self._named):
            held = tuple(spot for spot in spots if spot.country in countries)
            if len({spot.country for spot in held}) > 1:
                held = _of_use(held, uses)
            if held:
                return held if self._is_harmless(spots, held) else ()
        return ()

    def _is_harmless(self, spots: Sequence[Spot], held: tuple[Spot, ...]) -> bool:
        """Would another reading weigh no more? A town of an occupied region is never chosen."""
        others = [spot for spot in spots if spot not in held]
        if any(self._weighs(spot.country) for spot in others):
            return False
        codes = {spot.code for spot in spots}
        return len(codes) == 1 or not any(map(self._is_in_region, codes))

    def _weighs(self, country: str) -> bool:
        named = self._law.transshipment(country, self._on)
        return country in EMBARGOED or any(listed.official for listed in named)

    def _is_in_region(self, code: str) -> bool:
        places = self._routes.place_index.with_code(code)
        return any(place.kind is PlaceKind.REGION for place in places)


def _of_use(spots: tuple[Spot, ...], uses: Sequence[str]) -> tuple[Spot, ...]:
    """Those of that use, when they are of one country and no city of another one is lost."""
    held = tuple(spot for spot in spots if any(use in spot.functions for use in uses))
    is_city = any(POST in spot.functions for spot in held)
    loses = not is_city and any(POST in spot.functions for spot in spots)
    return held if len({spot.country for spot in held}) == 1 and not loses else ()
