"""An Excel workbook's sheet of orders: its header and its rows of typed cells.

Read from the sheet's own XML with lxml. The ready readers do not do for files from strangers:
calamine gives neither formulas nor error values (both come as empty cells) and reserves memory for
the rectangle up to the last cell, so that 5 kB end the program; tests hold ours against openpyxl.

What a person would not see, or would see differently, refuses the sheet: formulas (their values
are only the last ones computed), errors, merged cells, hidden rows and columns, and further sheets
that hold something, unless a sheet is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from vigil.errors import InputProblem, InvalidInput, shown
from vigil.model.limits import Limits
from vigil.model.order_cells import Cell, Row
from vigil.model.suggestion import did_you_mean
from vigil.store.number_formats import Shown, shown_by
from vigil.store.sheet import Sheet
from vigil.store.workbook_parts import Parts, local, parent, refused, text_of

WORKBOOK = "officeDocument"
WORKSHEET = "worksheet"
RELATION_ID = ("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
               "{http://purl.oclc.org/ooxml/officeDocument/relationships}id")  # fmt: skip
CONTENT_TYPES = "[Content_Types].xml"


class Tab(msgspec.Struct, frozen=True):
    """A worksheet as the workbook lists it."""

    name: str
    part: str
    is_hidden: bool


def read_workbook(
    data: bytes, limits: Limits, sheet: str | None = None
) -> tuple[list[str], list[Row]]:
    """The header and the rows of one sheet.

    Args:
        data: the bytes of an .xlsx file.
        sheet: the name of the sheet; None: the only one that holds anything.

    Raises:
        InvalidInput: no workbook, too large, with macros, no such sheet, several sheets with cells
            and none named, or a sheet with something in it that would be read otherwise than seen.
    """
    parts = Parts(data, limits)
    for element in parts.elements(CONTENT_TYPES, "Override", "Default"):
        if "macroenabled" in element.get("ContentType", "").lower():
            raise refused("workbook must have no macros", "save it again as .xlsx, or as CSV")
    book = _part_of_kind(parts.related(""), WORKBOOK)
    if book is None:
        raise refused("file must be an Excel workbook, got another archive")
    related = parts.related(book)
    tabs, epoch_1904 = _tabs(parts, book, related)
    tab = _chosen(parts, tabs, sheet)
    part = _part_of_kind(related, "sharedStrings")
    texts = [text_of(e) for e in parts.elements(part, "si")] if part else []
    part = _part_of_kind(related, "styles")
    styles = _styles(parts, part) if part else [Shown.PLAIN]
    reader = Sheet(texts, styles, limits, is_epoch_1904=epoch_1904)
    return _table(reader.read(parts.elements(tab.part, "col", "row", "mergeCell")), reader)


def _part_of_kind(related: dict[str, tuple[str, str]], kind: str) -> str | None:
    return next((part for found, part in related.values() if found == kind), None)


def _tabs(
    parts: Parts, book: str, related: dict[str, tuple[str, str]]
) -> tuple[list[Tab], bool]:  # fmt: skip
    tabs, epoch_1904 = [], False
    for element in parts.elements(book, "workbookPr", "sheet"):
        if local(element) == "workbookPr":
            epoch_1904 = element.get("date1904") in ("1", "true")
            continue
        target = next((element.get(key) for key in RELATION_ID if element.get(key)), "")
        kind, part = related.get(target or "", ("", ""))
        if kind == WORKSHEET:
            hidden = element.get("state", "visible") != "visible"
            tabs.append(Tab(element.get("name", ""), part, hidden))
    if not tabs:
        raise refused("workbook must have a worksheet")
    return tabs, epoch_1904


def _chosen(parts: Parts, tabs: Sequence[Tab], name: str | None) -> Tab:
    if name is not None:
        for tab in tabs:
            if tab.name == name:
                return tab
        known = [tab.name for tab in tabs]
        hint = did_you_mean(name, known) or f"there is {', '.join(map(shown, known[:10]))}"
        raise InvalidInput([InputProblem("sheet must be in the workbook", "", name, hint=hint)])
    filled = [tab for tab in tabs if len(tabs) == 1 or _has_cells(parts, tab)]
    if not filled:
        raise refused("sheet must hold orders, got an empty workbook")
    if len(filled) > 1:
        told = ", ".join(shown(t.name) + (" (hidden)" if t.is_hidden else "") for t in filled[:10])
        raise refused(f"only one sheet may hold something, got {told}", "name one with --sheet")
    if filled[0].is_hidden:
        what = f"the sheet that holds orders must not be hidden, got {shown(filled[0].name)}"
        raise refused(what, "name it with --sheet")
    return filled[0]


def _has_cells(parts: Parts, tab: Tab) -> bool:
    return any(len(cell) for cell in parts.elements(tab.part, "c"))


def _styles(parts: Parts, part: str) -> list[Shown]:
    """What the number format of each cell style shows."""
    codes: dict[str, str] = {}
    shown_as = []
    for element in parts.elements(part, "numFmt", "xf"):
        if local(element) == "numFmt":
            codes[element.get("numFmtId", "")] = element.get("formatCode", "")
        elif local(parent(element)) == "cellXfs":
            number = element.get("numFmtId", "0")
            if not (number.isascii() and number.isdigit() and len(number) < 10):
                raise refused(f"a style must have a number format, got {shown(number)}")
            shown_as.append(shown_by(int(number), codes.get(number)))
    return shown_as or [Shown.PLAIN]


def _table(
    rows: Iterator[tuple[int, dict[int, Cell]]], sheet: Sheet
) -> tuple[list[str], list[Row]]:  # fmt: skip
    """The header's names, and the rows as wide as the header."""
    found = list(rows)
    if sheet.problems:
        raise InvalidInput(sheet.problems)
    if not found:
        raise refused("sheet must hold orders, got an empty one")
    number, header = found[0]
    if number != 1:
        raise refused("row 1 must be the header, got an empty row", row=1)
    width = max(header) + 1
    names = [header.get(at) for at in range(width)]
    problems = [
        InputProblem("the header must have a column's name as text in each of its cells",
                     sheet.cell_name(1, at), row=1, has_value=False)
        for at, name in enumerate(names) if not isinstance(name, str)
    ]  # fmt: skip
    for number, cells in found[1:]:
        if max(cells) >= width:
            what = "a cell must stand below a column's name"
            place = sheet.cell_name(number, max(cells))
            problems.append(InputProblem(what, place, row=number, has_value=False))
    if problems:
        raise InvalidInput(problems)
    table: list[Row] = [(n, [cells.get(at) for at in range(width)]) for n, cells in found[1:]]
    return [str(name) for name in names], table
