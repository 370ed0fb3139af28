"""The countries that an order's legs name: where the goods start and which ends they come to."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from vigil.model.order import Order, is_locode


class Way(msgspec.Struct, frozen=True):
    """ISO alpha-2 of the first leg's beginning, and of every later end of a leg that is known, each
    with the order's own words and their path; `last` is where the last leg ends.
    """

    start: str | None = None
    ends: tuple[tuple[str, str], ...] = ()
    last: str | None = None


def way_by_codes(order: Order) -> Way:
    """The way as its UN/LOCODEs tell it; ends in other words are left out."""
    route = order.route
    if not route:
        return Way()
    ends = []
    for i, leg in enumerate(route):
        for name, place in (("from", leg.origin if i else None), ("to", leg.to)):
            country = _country(place)
            if country is not None:
                ends.append((country, f"{place}, $.route[{i}].{name}"))
    return Way(_country(route[0].origin), tuple(ends), _country(route[-1].to))


def is_in_codes(order: Order, is_known: Callable[[str], bool]) -> bool:
    """Is every end that the legs give a known UN/LOCODE? DUBAI has the form of one."""
    ends = (end for leg in order.route or () for end in (leg.origin, leg.to))
    return all(is_locode(end) and is_known(end.replace(" ", "")) for end in ends if end)


def _country(place: str | None) -> str | None:
    return place.replace(" ", "")[:2].upper() if place and is_locode(place) else None
