"""Typed cells of a table (a workbook, a Parquet file) as the text that a CSV would have in them.

Where a program has made something else of what a person typed, the text is not to be had any more:
0402 became 402, 3E001 became 30, 3-12 became a day. Such a cell is refused, not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from vigil.errors import InputProblem, shown
from vigil.model.limits import Limits, check_columns
from vigil.model.order import Order
from vigil.model.order_columns import Column, Header
from vigil.model.order_fields import Takes
from vigil.model.order_table import orders_of_rows
from vigil.model.order_values import Refused

NUMBERS = (Takes.NUMBER, Takes.ANSWER)
FLAGS = (Takes.FLAG, Takes.ANSWER)


class Number(msgspec.Struct, frozen=True):
    """A number as a CSV would write it; `is_plain`: and as the table shows it."""

    text: str
    is_plain: bool = True


class Unfit(msgspec.Struct, frozen=True):
    """A cell that no field can take, and what it is, like "a percentage"."""

    what: str


Cell = str | bool | date | Number | Unfit | None
Row = tuple[int, Sequence[Cell]]
"""A row's number in its file, and its cells."""


def parse_order_cells(
    names: Sequence[str],
    rows: Iterable[Row],
    limits: Limits,
    *,
    answer_fields: frozenset[str] | None = None,
) -> list[Order]:
    """The orders of a table of typed cells, in the order of their first rows.

    Args:
        names: the columns, as in `vigil.model.order_columns`.
        answer_fields: the red-flag questions that may be answered; None: not checked.

    Raises:
        InvalidInput: with every problem, each with its row and its column.
    """
    check_columns(len(names), limits)
    header = Header([name.strip() for name in names], answer_fields)
    problems = list(header.problems)
    texts = _texts(header.columns, rows, problems)
    return orders_of_rows(header, texts, problems, limits, answer_fields)


def _texts(
    columns: Sequence[Column | None], rows: Iterable[Row], problems: list[InputProblem]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows as text, without those that have a cell that is refused."""
    for number, cells in rows:
        texts = []
        for column, cell in zip(columns, cells, strict=True):
            try:
                texts.append(cell_text(cell, column.sort.takes if column else Takes.TEXT))
            except Refused as refused:
                name = column.name if column else ""
                what = f"column {refused}"
                problems.append(
                    InputProblem(what, name, row=number, has_value=False, hint=refused.hint)
                )
        if len(texts) == len(cells):
            yield number, tuple(texts)


def cell_text(cell: Cell, takes: Takes) -> str:
    """What a CSV would have in this cell.

    Raises:
        Refused: what the person typed cannot be told from it.

    >>> cell_text(Number("10.5"), Takes.NUMBER), cell_text(date(2026, 8, 7), Takes.DAY)
    ('10.5', '2026-08-07')
    """
    if cell is None or isinstance(cell, str):
        return cell or ""
    if isinstance(cell, Number):
        return _number_text(cell, takes)
    if isinstance(cell, bool):
        if takes in FLAGS:
            return str(cell).lower()
        raise Refused(f"must be text, got the logical value {str(cell).upper()}")
    if isinstance(cell, date):
        if takes is Takes.DAY:
            return cell.isoformat()
        hint = "programs make dates of texts like 3-12; write it again as text"
        raise Refused(f"must be text, got the day {cell.isoformat()}", hint)
    raise Refused(f"must not be {cell.what}", "write it as text")


def _number_text(cell: Number, takes: Takes) -> str:
    if takes in NUMBERS:
        return cell.text
    if takes is Takes.CODE:
        what = f"must be text, got the number {shown(cell.text)[1:-1]}"
        raise Refused(what, "a number loses zeros of a code, as 0402 becomes 402; write it as text")
    if takes is Takes.TEXT and cell.is_plain:
        return cell.text
    word = {Takes.DAY: "a day", Takes.FLAG: "yes or no"}.get(takes, "text")
    raise Refused(f"must be {word}, got the number {shown(cell.text)[1:-1]}", "write it as text")
