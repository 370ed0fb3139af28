"""The shipped controls of the US list: clauses, Country Chart and Country Groups; strictly."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

import msgspec

from vigil.model.control import EVERYWHERE, ControlClause
from vigil.model.rows import Table, check_form, check_known, check_unique
from vigil.model.shelf import Shelf

COLUMN = re.compile("(CB|NP|NS|MT|RS|FC|CC|AT) [1-3]")  # columns of the Country Chart
PARAGRAPH = re.compile(r"[a-z](\.([a-z]|[0-9]{1,2}))*")
GROUP = re.compile("[ABDE](:[1-6])?|note ([1-9]|10)")  # Country Groups, and the chart's footnotes


class ChartRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A country's row of the Country Chart."""

    country: str
    columns: tuple[str, ...] = ()


class GroupRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The Country Groups that a country is in, and the footnotes of its row."""

    country: str
    groups: tuple[str, ...]


def load_clauses(
    table: Table, shelf: Shelf, numbers: AbstractSet[str]
) -> tuple[ControlClause, ...]:
    """The controls of the entries, every entry of `numbers` with at least one."""
    rows = table.records(shelf.text(table.file), ControlClause)
    for path, row in rows:
        check_known(table, f"{path}.eccn", [row.eccn], numbers, "entry of controlled_items.csv")
        for paragraph in (*row.paragraphs, *row.exempt):
            check_form(table, f"{path}.paragraphs", paragraph, PARAGRAPH, "a paragraph such as b.2")
        if row.column:
            check_form(table, f"{path}.column", row.column, COLUMN, "a column such as NS 1")
        for place in (*row.to, *row.but, *row.unsure):
            if place != EVERYWHERE and place not in shelf.countries:
                expected = "a country, a group such as D:5, a footnote or *"
                check_form(table, f"{path}.to", place, GROUP, expected)
        if row.words and not row.limited:
            table.problem("words tell the limits of a control that has some", path, row.words)
        if not (row.column or row.to or row.unsure):
            table.problem("a control must say where it asks for a licence", path, row.eccn)
    for missing in sorted(numbers - {row.eccn for _, row in rows}):
        table.problem("every entry must have a control", "$", missing)
    return tuple(row for _, row in rows)


def load_chart(table: Table, shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """The Country Chart: country to the columns marked for it."""
    rows = table.records(shelf.text(table.file), ChartRow)
    check_unique(table, rows, "country")
    for path, row in rows:
        check_known(table, f"{path}.country", [row.country], shelf.countries, "country")
        for column in row.columns:
            check_form(table, f"{path}.columns", column, COLUMN, "a column such as NS 1")
    return {row.country: row.columns for _, row in rows}


def load_groups(table: Table, shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """Country Groups and footnotes by country."""
    rows = table.records(shelf.text(table.file), GroupRow)
    check_unique(table, rows, "country")
    for path, row in rows:
        check_known(table, f"{path}.country", [row.country], shelf.countries, "country")
        for group in row.groups:
            check_form(table, f"{path}.groups", group, GROUP, "a group such as D:5, or note 1")
    return {row.country: row.groups for _, row in rows}
