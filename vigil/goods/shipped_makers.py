"""The shipped makers of parts and the families of their numbers; strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vigil.goods.makers import Maker
from vigil.goods.part_families import PartFamily
from vigil.model.rows import Table, check_form, check_known, check_unique
from vigil.model.shelf import Shelf, content_lines

MAKERS, FAMILIES = "makers.csv", "part_families.csv"
FILES = (MAKERS, FAMILIES)
FAMILY = re.compile(r"(?:(?:\[[A-Z0-9-]+\]|[A-ZА-Я0-9])\??)+")


def load_makers(tables: Mapping[str, Table], shelf: Shelf) -> tuple[Maker, ...]:
    """The makers; problems are noted in their table."""
    table = tables[MAKERS]
    rows = table.records(shelf.text(MAKERS), Maker)
    check_unique(table, rows, "id")
    known = {row.id for _, row in rows}
    for path, row in rows:
        successors = [row.successor] if row.successor is not None else []
        check_known(table, f"{path}.successor", successors, known - {row.id}, "other maker")
        countries = [row.country] if row.country is not None else []
        check_known(table, f"{path}.country", countries, shelf.countries, "country")
        if not row.aliases and not row.short_names:
            table.problem("a maker must have a name that texts or fields give", path, row.id)
    return tuple(row for _, row in rows)


def load_part_families(tables: Mapping[str, Table], shelf: Shelf) -> tuple[PartFamily, ...]:
    """The families of part numbers; problems are noted in their table."""
    table = tables[FAMILIES]
    rows = table.records(shelf.text(FAMILIES), PartFamily)
    makers = {line.partition(",")[0] for line in content_lines(shelf.text(MAKERS))[1:]}
    for path, row in rows:
        check_form(table, f"{path}.family", row.family, FAMILY, "a beginning such as XC7[AK]")
        check_known(table, f"{path}.makers", row.makers, makers, "maker")
        hints = [row.hs_hint] if row.hs_hint is not None else []
        check_known(table, f"{path}.hs_hint", hints, shelf.hs_codes, "code of HS 2022")
        if not row.makers:
            table.problem("a family must have a maker", f"{path}.makers", row.family)
        if row.verified != (row.seen > 0):
            expected = "must be true for a family that the data set shows, and for no other"
            table.problem(expected, f"{path}.verified", row.verified)
        if not _is_expression(row.number):
            table.problem("must be a regular expression", f"{path}.number", row.number)
    _check_stand_once(table, rows)
    return tuple(row for _, row in rows)


def _check_stand_once(table: Table, rows: list[tuple[str, PartFamily]]) -> None:
    seen: set[tuple[str, str]] = set()
    for path, row in rows:
        if (row.family, row.number) in seen:
            table.problem("a family must stand once", path, row.family)
        seen.add((row.family, row.number))


def _is_expression(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True
