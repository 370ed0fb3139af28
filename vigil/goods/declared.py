"""What a declared HS code means: key items by its first six digits, in today's or an older edition.

Lists name codes of one edition of the Harmonised System. A code of the edition before is not
unknown: it became one code of today or several, so it is each of them, possibly. A notice that
works with ten national digits is met exactly by those, where the law of that tariff applies.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from vigil.goods.catalogue import GoodsCatalogue, GoodsList, KeyItem, Membership, OldCode
from vigil.goods.inquiry import Inquiry
from vigil.goods.standing import Standing, standing_of

SIX = 6


class Meaning(msgspec.Struct, frozen=True):
    """A key item that a declared code is, or may be.

    `old`: the code is of an older edition. `is_sure` False: it became other codes too, which are
    no key items that day. `is_national`: all its digits stand on a list.
    """

    standing: Standing
    old: OldCode | None = None
    is_sure: bool = True
    is_national: bool = False


def meanings_of(inquiry: Inquiry, hs: str) -> tuple[Meaning, ...]:
    """The key items of a declared code that count on the day.

    Source: EAR Supplement No. 7 to part 746: any longer number that begins with the six digits
    is caught.
    """
    goods, six = inquiry.goods, hs[:SIX]
    old = goods.old_code_by_hs.get(six)
    if old is not None:
        return _of_old(inquiry, old)
    items = goods.key_items_of(hs)
    listed = _national_lists(inquiry, hs)
    if listed and not items:
        return _of_national(inquiry, hs, listed)
    standings = [goods.standing(item, inquiry.deal.on) for item in items]
    if listed:
        standings = [Standing(s.item, tuple(_read_exactly(s, listed))) for s in standings]
    return tuple(Meaning(s, is_national=bool(listed)) for s in standings if s.counts)


def _of_old(inquiry: Inquiry, old: OldCode) -> tuple[Meaning, ...]:
    """Every code that an older one became and that is a key item on the day."""
    goods, on = inquiry.goods, inquiry.deal.on
    items = (item for code in old.becomes for item in goods.key_items_of(code))
    counting = [s for item in items if (s := goods.standing(item, on)).counts]
    is_sure = len(counting) == len(old.becomes)
    return tuple(Meaning(standing, old, is_sure) for standing in counting)


def _national_lists(inquiry: Inquiry, hs: str) -> tuple[str, ...]:
    """The lists, of a tariff whose law applies, on which all ten digits stand."""
    listed = inquiry.goods.lists_by_national_code.get(hs, ())
    return tuple(of.id for of in listed if of.tariff in inquiry.deal.jurisdictions)


def _of_national(inquiry: Inquiry, hs: str, listed: tuple[str, ...]) -> tuple[Meaning, ...]:
    """Ten digits of a list whose six digits no list of key items has."""
    lists = [inquiry.goods.list_by_id[list_id] for list_id in listed]
    item = KeyItem(
        hs, "goods that a notice names by all ten digits", tuple(map(_membership, lists))
    )
    standing = standing_of(item, inquiry.goods, inquiry.deal.on)
    return (Meaning(standing, is_national=True),) if standing.counts else ()


def _membership(listed: GoodsList) -> Membership:
    return Membership(listed.id, listed.in_force_from, listed.codes_read, listed.basis,
                      source=listed.source)  # fmt: skip


def _read_exactly(
    standing: Standing, listed: tuple[str, ...]
) -> Iterator[tuple[Membership, GoodsList]]:
    """The memberships, those of national lists no projection any more.

    A code that is not among the national ones stays a candidate: they were read in part.
    """
    for membership, of in standing.memberships:
        if of.id in listed:
            membership = msgspec.structs.replace(membership, verified=of.codes_read, note=None)
        yield membership, of


def is_unread(goods: GoodsCatalogue, hs: str) -> bool:
    """Is the code of no edition that is held?"""
    return hs[:SIX] not in goods.hs_codes and hs[:SIX] not in goods.old_code_by_hs
