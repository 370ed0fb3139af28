"""What law asks of the goods catalogue: which lists a code is on, and what controls an ECCN."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec.structs import replace

from vigil.goods.catalogue import GoodsCatalogue
from vigil.goods.control_words import in_words
from vigil.goods.controls import Need, controls_of
from vigil.goods.standing import is_candidate
from vigil.ids.eccn import read_eccn
from vigil.model.control import Cover
from vigil.model.reach import CodeBook, Licence, ListedCode

KEPT = 4096  # answers by ECCN and country, by use


def code_book(goods: GoodsCatalogue) -> CodeBook:
    """The catalogue's codes as provisions ask for them."""
    by_hs: dict[str, tuple[ListedCode, ...]] = {}
    for item in goods.key_items:
        listed = tuple(
            ListedCode(
                list=member.list,
                in_force_from=max(member.in_force_from, of.in_force_from),
                in_force_to=member.in_force_to,
                is_candidate=is_candidate(member, of),
            )
            for member in item.memberships
            for of in (goods.list_by_id[member.list],)
        )
        by_hs[item.hs] = (*by_hs.get(item.hs, ()), *listed)

    @lru_cache(maxsize=KEPT)
    def reasons_of(eccn: str) -> dict[str, bool] | None:
        return _reasons(goods, eccn)

    @lru_cache(maxsize=KEPT)
    def licence_for(eccn: str, country: str) -> Licence | None:
        return _licence(goods, eccn, country)

    with_codes = frozenset(code.list for codes in by_hs.values() for code in codes)
    by_hs |= _of_old_codes(goods, by_hs) | _of_national_codes(goods)
    return CodeBook(by_hs, with_codes, reasons_of, licence_for)


def _of_old_codes(
    goods: GoodsCatalogue, by_hs: Mapping[str, tuple[ListedCode, ...]]
) -> dict[str, tuple[ListedCode, ...]]:
    """Codes of HS 2017 on the lists of what they became, as candidates: they may be either."""
    found: dict[str, tuple[ListedCode, ...]] = {}
    for old in goods.old_codes:
        listed = (code for became in old.becomes for code in by_hs.get(became, ()))
        told = {(c.list, c.in_force_from): replace(c, is_candidate=True) for c in listed}
        found[old.code] = tuple(told.values())
    return found


def _of_national_codes(goods: GoodsCatalogue) -> dict[str, tuple[ListedCode, ...]]:
    """All digits of one tariff that a list names; whose law that is, the provision tells."""
    return {
        code: tuple(ListedCode(of.id, of.in_force_from, None, not of.codes_read) for of in lists)
        for code, lists in goods.lists_by_national_code.items()
    }


def _reasons(goods: GoodsCatalogue, eccn: str) -> dict[str, bool] | None:
    number = read_eccn(eccn)
    if number is None or number.entry not in goods.controlled_by_eccn:
        return None
    found: dict[str, bool] = {}
    for clause in goods.clauses_by_eccn.get(number.entry, ()):
        cover = clause.covers(number.paragraph)
        if cover is not Cover.NO:
            sure = cover is Cover.YES and not clause.limited
            found[clause.reason] = found.get(clause.reason, False) or sure
    return found


def _licence(goods: GoodsCatalogue, eccn: str, country: str) -> Licence | None:
    """By the entry's own controls; an embargo is the business of its own provisions."""
    controls = controls_of(goods, eccn, country)
    for need in (Need.LICENCE, Need.POSSIBLE):
        asked = controls.of(need) if controls else ()
        if controls and asked:
            return Licence(need is Need.LICENCE, in_words(asked, controls.paragraph))
    return None
