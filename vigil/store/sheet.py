"""The cells of one worksheet, as typed values; whatever is not a plain value is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from lxml import etree

from vigil.errors import InputProblem, shown
from vigil.model.limits import Limits, check_columns, check_rows
from vigil.model.order_cells import Cell, Number, Unfit
from vigil.store.number_formats import Shown
from vigil.store.workbook_parts import inner_text, local, refused, text_of, unescaped

REFERENCE = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
NUMBER = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?")
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
WHOLE = re.compile("[0-9]{1,9}")
DIGITS = 15  # what a spreadsheet keeps and shows; the rest is noise of binary fractions
EXACT = 1e15  # whole numbers from here on have lost digits
EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
FIRST_DAY = 61  # 1 March 1900: before it spreadsheets count a day that never was
LAST_DAY = 2_958_465  # 31 December 9999
YES = ("1", "true")
SHOWN_CELLS = 3

IN_FORMULA = "must hold a value, not a formula"
IN_ERROR = "must hold a value, not an error"
IN_MERGED = "must not be merged with others"
IN_HIDDEN = "must not stand in a hidden row or column"
HINTS = {
    IN_FORMULA: "copy the cells and paste them as values",
    IN_MERGED: "unmerge them and fill each",
    IN_HIDDEN: "show it, or delete it if it is not meant",
}


class Sheet:
    """Reads one sheet; `problems` is complete when all rows have been taken."""

    def __init__(
        self, texts: Sequence[str], styles: Sequence[Shown], limits: Limits, *, is_epoch_1904: bool
    ) -> None:
        self._texts = texts
        self._styles = styles
        self._limits = limits
        self._epoch = EPOCH_1904 if is_epoch_1904 else EPOCH
        self._first_day = 0 if is_epoch_1904 else FIRST_DAY
        self._hidden: list[range] = []
        self._found: dict[str, list[str]] = {}

    @property
    def problems(self) -> list[InputProblem]:
        """One for each thing that is wrong, with the first cells that have it."""
        told = []
        for what, cells in self._found.items():
            more = len(cells) - SHOWN_CELLS
            names = ", ".join(cells[:SHOWN_CELLS]) + (f" and {more:,} more" if more > 0 else "")
            word = "cell" if len(cells) == 1 and ":" not in cells[0] else "cells"
            hint = HINTS.get(what, "")
            told.append(InputProblem(f"{word} {names} {what}", "", has_value=False, hint=hint))
        return told

    def read(self, elements: Iterable[etree._Element]) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The rows that hold something: their numbers, and their cells by column from 0."""
        last = count = 0
        for element in elements:
            if local(element) == "mergeCell":
                self._tell(IN_MERGED, element.get("ref", ""))
            elif local(element) == "col":
                self._see_column(element)
            else:
                number = last + 1 if element.get("r") is None else _whole(element.get("r"))
                if number <= last:
                    raise refused("rows must be in order, each once", row=number)
                last = number
                if cells := self._row(element, number):
                    count += 1
                    check_rows(count - 1, self._limits)  # without the header
                    yield number, cells
                element.clear()
                while element.getprevious() is not None:
                    parent = element.getparent()
                    assert parent is not None
                    del parent[0]

    @staticmethod
    def cell_name(row: int, column: int) -> str:
        """A cell as spreadsheets name it.

        >>> Sheet.cell_name(7, 27)
        'AB7'
        """
        letters = ""
        column += 1
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{letters}{row}"

    def _see_column(self, element: etree._Element) -> None:
        if element.get("hidden") in YES or element.get("width") == "0":
            first, last = _whole(element.get("min")), _whole(element.get("max"))
            self._hidden.append(range(first - 1, last))

    def _row(self, row: etree._Element, number: int) -> dict[int, Cell]:
        is_hidden = row.get("hidden") in YES or row.get("ht") == "0"
        cells: dict[int, Cell] = {}
        last = -1
        for element in row:
            if local(element) == "extLst":
                continue
            if local(element) != "c":
                raise refused(f"a row must hold cells, got {local(element)!r}", row=number)
            column = _column(element.get("r"), number, last + 1)
            if column <= last:
                raise refused("cells of a row must be in order, each once", row=number)
            last = column
            name = self.cell_name(number, column)
            cell = self._cell(element, name)
            if cell is None or cell == "":
                continue
            check_columns(column + 1, self._limits)
            if is_hidden or any(column in hidden for hidden in self._hidden):
                self._tell(IN_HIDDEN, name)
            cells[column] = cell
        return cells

    def _cell(self, cell: etree._Element, name: str) -> Cell:
        parts = {local(part): part for part in cell}
        if len(parts) != len(cell) or not parts.keys() <= {"f", "v", "is", "extLst"}:
            raise refused(f"cell {name} must hold one value")
        if "f" in parts:
            self._tell(IN_FORMULA, name)
            return None
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return text_of(parts["is"]) if "is" in parts else None
        written = inner_text(parts["v"]) if "v" in parts else ""
        if not written:
            return None
        if kind == "n":
            return self._number(written, cell.get("s"), name)
        if kind == "s":
            at = _whole(written, low=0)
            if at >= len(self._texts):
                raise refused(f"cell {name} must hold one of the workbook's texts")
            return self._texts[at]
        if kind == "b":
            return _flag(written, name)
        if kind == "str":
            return unescaped(written)
        if kind == "d":
            return _day(written)
        if kind == "e":
            self._tell(IN_ERROR, name)
            return None
        raise refused(f"cell {name} must be of a known type, got {shown(kind)}")

    def _number(self, written: str, style: str | None, name: str) -> Cell:
        written = written.strip()
        if not NUMBER.fullmatch(written):
            raise refused(f"cell {name} must hold a number, got {shown(written)}")
        at = _whole(style, low=0) if style is not None else 0
        if at >= len(self._styles):
            raise refused(f"cell {name} must have one of the workbook's styles")
        value, form = float(written), self._styles[at]
        if form is Shown.DAY:
            return self._day(value)
        if form is Shown.DAY_PART:
            return Unfit("a time, or a day that does not show its year, month and day")
        if form is Shown.PERCENT:
            return Unfit("a percentage")
        if value.is_integer() and abs(value) < EXACT:
            return Number(str(int(value)), form is Shown.PLAIN)
        is_plain = form is Shown.PLAIN and abs(value) < EXACT
        return Number(format(value, f".{DIGITS}g"), is_plain)

    def _day(self, value: float) -> Cell:
        if not value.is_integer():
            return Unfit("a day with a time of day")
        if not self._first_day <= value <= LAST_DAY:
            return Unfit("a day before March 1900 or after 9999")
        try:
            return self._epoch + timedelta(days=int(value))
        except OverflowError:
            return Unfit("a day after 9999")

    def _tell(self, what: str, cell: str) -> None:
        self._found.setdefault(what, []).append(cell)


def _column(reference: str | None, row: int, after: int) -> int:
    """The column of a cell from 0; a cell without a reference stands after the one before."""
    if reference is None:
        return after
    found = REFERENCE.fullmatch(reference)
    if found is None or int(found[2]) != row:
        raise refused(f"a cell must be named by column and row, got {shown(reference)}", row=row)
    at = 0
    for letter in found[1]:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _whole(written: str | None, low: int = 1) -> int:
    if written is None or not WHOLE.fullmatch(written) or int(written) < low:
        raise refused(f"a sheet must be numbered from {low}, got {shown(written)}")
    return int(written)


def _flag(written: str, name: str) -> bool:
    if written not in ("0", "1"):
        raise refused(f"cell {name} must hold true or false, got {shown(written)}")
    return written == "1"


def _day(written: str) -> Cell:
    if DAY.fullmatch(written.removesuffix("T00:00:00")):
        try:
            return date.fromisoformat(written[:10])
        except ValueError:
            return Unfit("a day that does not exist")
    return Unfit("a day with a time of day")
