"""What a program can test of a provision's scope, and what an order tells of it.

A provision reaches an order by several tests. The way of the goods: where they go, where they
come from, or a government that is party to the deal. The goods: by list, by ECCN, by HS heading;
one of these suffices. Their origin, and the use they are for. An empty test asks nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

import msgspec

EU_MEMBERS = "EU"  # in `not_to`, stands for every member of the day


class EndUse(StrEnum):
    """What goods are for, as far as a provision speaks of it."""

    UAV = "uav"
    MISSILE = "missile"
    MILITARY = "military"


class Origin(StrEnum):
    """Where goods come from, as US law speaks of it."""

    US = "us"
    FOREIGN_DIRECT_PRODUCT = "foreign_direct_product"  # made abroad with US technology


class Reach(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tests of a provision, or of one phase of it.

    `destinations`: countries (ISO alpha-2) or regions (ids of places) that the goods go to;
    `not_to`: every other country is meant; `departures`: countries that the goods come out of;
    `governments`: countries whose government is a party. `key_lists`: lists of goods by HS code;
    `ccl_categories`: first digits of an ECCN; `controls`: reasons for control of its entry (`MT`);
    `country_chart`: its controls ask for a licence to the destination, by the Country Chart or
    besides; `hs_headings`: what an HS code begins with. `not_tested`: what limits it besides and
    no program can test, in words; then its reach stays open. `entry_citations`: list entries made
    by that publication.
    """

    destinations: tuple[str, ...] = ()
    not_to: tuple[str, ...] = ()
    departures: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()
    key_lists: tuple[str, ...] = ()
    ccl_categories: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    country_chart: bool = False
    hs_headings: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    end_uses: tuple[EndUse, ...] = ()
    not_tested: str | None = None
    entry_citations: tuple[str, ...] = ()

    @property
    def names_a_way(self) -> bool:
        """Does it speak of where the goods go or come from, or of who is party?"""
        return bool(self.destinations or self.not_to or self.departures or self.governments)

    @property
    def names_goods(self) -> bool:
        """Does it speak of some goods only?"""
        return bool(
            self.key_lists
            or self.ccl_categories
            or self.controls
            or self.country_chart
            or self.hs_headings
        )

    @property
    def is_tested(self) -> bool:
        """Can an order meet it without an entry of a list?"""
        return self.names_a_way or self.names_goods or bool(self.end_uses)


class ListedCode(msgspec.Struct, frozen=True):
    """That an HS code stands on a list of goods, from one day to another; `is_candidate`: the
    list's own table was not read.
    """

    list: str
    in_force_from: date
    in_force_to: date | None
    is_candidate: bool

    def covers(self, on: date) -> bool:
        """Is the day inside the window, both ends included?"""
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)


class Licence(msgspec.Struct, frozen=True):
    """That an ECCN needs a licence for a country, by which controls in words; not `is_sure`: for a
    paragraph or within limits that the order does not state.
    """

    is_sure: bool
    because: str


def no_reasons(eccn: str) -> dict[str, bool] | None:  # noqa: ARG001
    """Of an empty book: no list has the number."""
    return None


def no_licence(eccn: str, country: str) -> Licence | None:  # noqa: ARG001
    """Of an empty book: no control is known."""
    return None


class CodeBook(msgspec.Struct, frozen=True):
    """What law asks of the goods catalogue.

    `lists_by_hs`: lists by six-digit HS code, or by all digits of one tariff; `lists_with_codes`:
    those that have any six-digit code here. `reasons_of`: reasons for control of an ECCN, each
    with whether it is sure; None for a number that the US list does not have. `licence_for`:
    the licence that an ECCN needs for a country.
    """

    lists_by_hs: dict[str, tuple[ListedCode, ...]] = {}
    lists_with_codes: frozenset[str] = frozenset()
    reasons_of: Callable[[str], dict[str, bool] | None] = no_reasons
    licence_for: Callable[[str, str], Licence | None] = no_licence


class LineFacts(msgspec.Struct, frozen=True):
    """A line of goods as provisions see it. `entry` is the bare ECCN, "" for EAR99 (on no entry),
    None when the order gives none.
    """

    hs: str | None = None
    eccn: str | None = None
    entry: str | None = None
    lists: tuple[ListedCode, ...] = ()
    origin: str | None = None


class OrderFacts(msgspec.Struct, frozen=True):
    """An order as provisions see it; `towards` and `departures` are countries or regions."""

    towards: tuple[str, ...] = ()
    departures: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()
    end_uses: tuple[EndUse, ...] = ()
    lines: tuple[LineFacts, ...] = ()
