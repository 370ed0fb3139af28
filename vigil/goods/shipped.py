"""The shipped goods: lists, key items, controlled items, Country Chart, drone parts; strictly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigil.goods import shipped_makers, shipped_words
from vigil.goods.catalogue import (
    HS_EDITION,
    ControlledItem,
    GoodsCatalogue,
    GoodsList,
    KeyItem,
    Membership,
    OldCode,
    OtherListItem,
    UavModel,
    UavPart,
)
from vigil.goods.shipped_conflicts import (
    load_arms_flows,
    load_conflicts,
    load_end_use_amounts,
)
from vigil.goods.shipped_controls import load_chart, load_clauses, load_groups
from vigil.model.provision import Basis
from vigil.model.rows import (
    Table,
    check_form,
    check_known,
    check_unique,
    check_window,
    raise_all,
)
from vigil.model.shelf import Edition, Shelf, content_lines

HS6 = re.compile("[0-9]{6}")
HS10 = re.compile("[0-9]{10}")
ECCN = re.compile("[0-9][A-E][0-9]{3}")  # 15 CFR 738.2(d): category, product group, type
SHORTEST_KEY = 5  # chosen: a shorter marking meets too many part numbers by chance


def load_goods(shelf: Shelf, edition: Edition) -> GoodsCatalogue:
    """The goods catalogue of a shelf.

    Raises:
        InvalidInput: everything that is wrong in its files, each with file and path.
    """
    names = (
        "goods_lists.yaml", "key_items.yaml", "controlled_items.csv", "control_clauses.csv",
        "other_lists.yaml", "country_chart.csv", "country_groups.csv", "uav_models.yaml",
        "uav_parts.csv", "hs_codes.txt", "hs_2017.csv", "arms_flows.yaml", "goods_conflicts.yaml",
        "end_use_amounts.yaml",
    )  # fmt: skip
    table = {name: Table(name) for name in (*names, *shipped_words.FILES, *shipped_makers.FILES)}
    lists = _goods_lists(table["goods_lists.yaml"], shelf)
    controlled = _controlled(table["controlled_items.csv"], shelf)
    numbers = {item.eccn for item in controlled}
    models = _models(table["uav_models.yaml"], shelf)
    key_items = _key_items(table["key_items.yaml"], shelf, lists)
    goods = GoodsCatalogue(
        version=edition.version,
        lists=lists,
        key_items=key_items,
        controlled=controlled,
        clauses=load_clauses(table["control_clauses.csv"], shelf, numbers),
        other_lists=_other_lists(table["other_lists.yaml"], shelf, numbers),
        chart=load_chart(table["country_chart.csv"], shelf),
        groups=load_groups(table["country_groups.csv"], shelf),
        parts=_parts(table["uav_parts.csv"], shelf),
        models=models,
        hs_codes=_hs_codes(table["hs_codes.txt"], shelf),
        ccl_version=edition.ccl_version,
        old_codes=_old_codes(table["hs_2017.csv"], shelf),
        part_attribution=edition.part_attribution,
        makers=shipped_makers.load_makers(table, shelf),
        part_families=shipped_makers.load_part_families(table, shelf),
        words=shipped_words.load_words(table, shelf, (item.hs for item in key_items)),
        arms_flows=load_arms_flows(table["arms_flows.yaml"], shelf),
        conflicts=load_conflicts(table["goods_conflicts.yaml"], shelf),
        end_use_amounts=load_end_use_amounts(table["end_use_amounts.yaml"], shelf),
    )
    raise_all(table.values())
    return goods


def _goods_lists(table: Table, shelf: Shelf) -> tuple[GoodsList, ...]:
    rows = table.rows(shelf.document(table.file), "goods_lists", GoodsList)
    check_unique(table, rows, "id")
    for path, row in rows:
        check_known(table, f"{path}.provisions", row.provisions, shelf.provisions, "provision")
        for code in row.national_codes:
            check_form(table, f"{path}.national_codes", code, HS10, "ten digits, like 8806221011")
        if bool(row.national_codes) is not (row.tariff is not None):
            table.problem(
                "national codes must have a tariff, and the other way round", path, row.id
            )
        if row.hs_edition != HS_EDITION or row.edition_why is None:
            expected = f"the edition must be {HS_EDITION}, with edition_why"
            table.problem(expected, f"{path}.hs_edition", row.hs_edition)
    return tuple(row for _, row in rows)


def _key_items(table: Table, shelf: Shelf, lists: Sequence[GoodsList]) -> tuple[KeyItem, ...]:
    rows = table.rows(shelf.document(table.file), "key_items", KeyItem)
    check_unique(table, rows, "hs")
    codes = shelf.hs_codes
    unread = frozenset(listed.id for listed in lists if not listed.codes_read)
    for path, row in rows:
        check_form(table, f"{path}.hs", row.hs, HS6, "six digits, like 854231")
        check_known(table, f"{path}.hs", [row.hs], codes, "code of HS 2022")
        if row.watch_only == bool(row.memberships):
            table.problem("an item must be on a list, or else watch_only", path, row.hs)
        for i, membership in enumerate(row.memberships):
            where = f"{path}.memberships[{i}]"
            check_known(table, f"{where}.list", [membership.list], shelf.goods_lists, "goods list")
            _check_membership(table, where, membership, unread)
    return tuple(row for _, row in rows)


def _check_membership(
    table: Table, path: str, membership: Membership, unread: frozenset[str]
) -> None:
    check_window(table, path, membership.in_force_from, membership.in_force_to)
    if membership.verified and membership.list in unread:
        # A candidate must never pass for a listed code.
        expected = "must be false while the table of the list was not read"
        table.problem(expected, f"{path}.verified", membership.verified)


def _controlled(table: Table, shelf: Shelf) -> tuple[ControlledItem, ...]:
    rows = table.records(shelf.text(table.file), ControlledItem)
    check_unique(table, rows, "eccn")
    for path, row in rows:
        check_form(table, f"{path}.eccn", row.eccn, ECCN, "an ECCN such as 3A001")
    return tuple(row for _, row in rows)


def _other_lists(table: Table, shelf: Shelf, held: set[str]) -> tuple[OtherListItem, ...]:
    rows = table.rows(shelf.document(table.file), "other_lists", OtherListItem)
    check_unique(table, rows, "eccn")
    for path, row in rows:
        check_form(table, f"{path}.eccn", row.eccn, ECCN, "an ECCN such as 9A112")
        if row.eccn in held:
            table.problem("must not stand in the US list as well", f"{path}.eccn", row.eccn)
    return tuple(row for _, row in rows)


def _models(table: Table, shelf: Shelf) -> tuple[UavModel, ...]:
    rows = table.rows(shelf.document(table.file), "models", UavModel)
    check_unique(table, rows, "id")
    for path, row in rows:
        check_known(table, f"{path}.makers", row.makers, shelf.parties, "party")
        if not row.names and not row.bare_names:
            table.problem("a model must have a name", path, row.id)
    return tuple(row for _, row in rows)


def _parts(table: Table, shelf: Shelf) -> tuple[UavPart, ...]:
    rows = table.records(shelf.text(table.file), UavPart)
    check_unique(table, rows, "key")
    codes = shelf.hs_codes
    for path, row in rows:
        normal = "".join(c for c in row.part_number.upper() if c.isascii() and c.isalnum())
        if row.key != normal:
            table.problem(f"must be the part number's normal form {normal}", f"{path}.key", row.key)
        if len(row.key) < SHORTEST_KEY and not row.with_word:
            expected = f"a key under {SHORTEST_KEY} characters must need a word beside it"
            table.problem(expected, f"{path}.key", row.key)
        if row.seen < 1:
            table.problem("must be at least 1", f"{path}.seen", row.seen)
        check_known(table, f"{path}.models", row.models, shelf.models, "UAV model")
        hints = [row.hs_hint] if row.hs_hint is not None else []
        check_known(table, f"{path}.hs_hint", hints, codes, "code of HS 2022")
    return tuple(row for _, row in rows)


def _old_codes(table: Table, shelf: Shelf) -> tuple[OldCode, ...]:
    rows = table.records(shelf.text(table.file), OldCode)
    check_unique(table, rows, "code")
    for path, row in rows:
        check_form(table, f"{path}.code", row.code, HS6, "six digits, like 854140")
        check_known(table, f"{path}.becomes", row.becomes, shelf.hs_codes, "code of HS 2022")
        if row.code in shelf.hs_codes:
            table.problem("must not be a code of HS 2022 as well", f"{path}.code", row.code)
        if row.verified and row.basis is Basis.MEMORY:
            table.problem("what is from memory must not be verified", f"{path}.verified", row.code)
        if not row.becomes:
            table.problem("an old code must have become something", f"{path}.becomes", row.code)
    return tuple(row for _, row in rows)


def _hs_codes(table: Table, shelf: Shelf) -> frozenset[str]:
    for number, line in enumerate(content_lines(shelf.text(table.file))):
        for code in line.split():
            check_form(table, f"$[{number}]", code, HS6, "six digits, like 854231")
    if not shelf.hs_codes:
        table.problem("the file must hold codes", "$", has_value=False)
    return shelf.hs_codes
