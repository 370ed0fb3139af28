"""Codes read from an authority's own list as memberships of the goods catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from vigil.goods.catalogue import GoodsCatalogue, KeyItem, Membership
from vigil.lists.us_ear import NOTE, CodeScheme, ListedCode
from vigil.model.provision import Basis

SOURCE = "https://www.ecfr.gov/api/versioner/v1/full/{day}/title-15.xml"


def with_codes(goods: GoodsCatalogue, codes: Sequence[ListedCode]) -> GoodsCatalogue:
    """The catalogue with one list as it stood on the day of its codes.

    What the catalogue held of that list ends the day before: from then on the table that was read
    says what stands on it. A list as of a day says that a code stood on it then, not since when.

    Args:
        goods: a catalogue that describes the list.
        codes: the HS codes of one list, all of one day; at least one.
    """
    [(list_id, day)] = {(code.list, code.as_of) for code in codes}
    held = {item.hs: _until(item, list_id, day) for item in goods.key_items}
    for code in codes:
        if code.scheme is CodeScheme.HS:
            item = held.get(code.code) or KeyItem(code.code, code.description)
            memberships = (*item.memberships, _since(code))
            held[code.code] = replace(item, memberships=memberships, watch_only=False)
    lists = tuple(replace(x, read_from=day) if x.id == list_id else x for x in goods.lists)
    return replace(goods, key_items=tuple(held.values()), lists=lists)


def _until(item: KeyItem, list_id: str, day: date) -> KeyItem:
    """The item with its memberships of the list ended before the day, and without later ones."""
    last = day - timedelta(days=1)
    kept = tuple(
        replace(m, in_force_to=min(m.in_force_to or last, last)) if m.list == list_id else m
        for m in item.memberships
        if m.list != list_id or m.in_force_from <= last
    )
    return replace(item, memberships=kept)


def _since(code: ListedCode) -> Membership:
    return Membership(
        list=code.list,
        in_force_from=code.as_of,
        verified=True,
        basis=Basis.PRIMARY,
        source=SOURCE.format(day=code.as_of),
        note=NOTE,
        from_verified=False,
    )
