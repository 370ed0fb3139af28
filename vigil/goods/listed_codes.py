"""Codes read from an authority's own list as memberships of the goods catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from vigil.goods.catalogue import KeyItem, Membership
from vigil.lists.us_ear import NOTE, CodeScheme, ListedCode
from vigil.model.provision import Basis

SOURCE = "https://www.ecfr.gov/api/versioner/v1/full/{day}/title-15.xml"


def key_items(codes: Iterable[ListedCode]) -> tuple[KeyItem, ...]:
    """Key items of the HS codes, in their order.

    A list as of a day says that a code stood on it then, not since when: the membership begins on
    that day and says that its beginning was not read.
    """
    return tuple(
        KeyItem(hs=code.code, description=code.description, memberships=(_since(code),))
        for code in codes
        if code.scheme is CodeScheme.HS
    )


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
