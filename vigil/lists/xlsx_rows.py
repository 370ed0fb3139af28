"""The rows of an Excel workbook (.xlsx) as text, or a refusal.

A workbook is a zip archive of XML. Before a cell is read the archive must be whole (each member of
the size and checksum that its end states), small enough, well-formed, without formulas, macros and
document types; after it there must be as many rows as the sheet says. So a cut file is refused.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from xml.parsers import expat

from vigil.errors import SourceChanged

MAX_BYTES = 500_000_000  # chosen: thirty times the largest list; more is not a list
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
DIMENSION = re.compile(
    rb"""<(?:\w+:)?dimension\s[^>]*?ref=["'](?:\$?[A-Z]+\$?\d+:)?\$?[A-Z]+\$?(\d+)["']"""
)
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")

BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, NotImplementedError, RuntimeError,
    EOFError, OSError,
)  # fmt: skip
"""What the standard library raises over archives that are cut, damaged or made to mislead."""

Cell = str | int | float | bool | date | datetime | time | timedelta


def xlsx_rows(data: bytes, source_id: str) -> list[list[str]]:
    """The cells of the one sheet, row by row; empty cells and rows are kept, as empty texts.

    Days come as 2025-04-10, whole numbers without a fraction.

    Raises:
        SourceChanged: no workbook, not whole, more than one sheet, or formulas in it.
    """
    sheet = _checked_sheet(data, source_id)
    rows = _read(data, source_id)
    stated = DIMENSION.search(sheet[:10_000])
    if stated and len(rows) < int(stated[1]):
        raise _refused(source_id, f"the sheet must have its {int(stated[1])} rows", str(len(rows)))
    return [[_text(cell) for cell in row] for row in rows]


def _checked_sheet(data: bytes, source_id: str) -> bytes:
    """The XML of the one sheet, after every member of the archive was looked at."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > MAX_BYTES:
                raise _refused(source_id, f"a workbook must unpack to {MAX_BYTES:,} bytes", "more")
            parts = {member.filename: archive.read(member) for member in members}
    except BROKEN as error:
        raise _refused(source_id, "a workbook must be a whole zip archive", str(error)) from error
    if len(parts) != len(members):
        raise _refused(source_id, "a workbook must have each part once", "a part twice")
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            _check_xml(name, part, source_id)
        elif name.lower().endswith(".bin"):
            raise _refused(source_id, "a workbook must be without macros", name)
    sheets = [name for name in parts if SHEET.fullmatch(name)]
    if len(sheets) != 1:
        raise _refused(source_id, "a workbook must have one sheet", str(len(sheets)))
    sheet = parts[sheets[0]]
    if found := FORMULA.search(sheet):
        raise _refused(source_id, "cells must be without formulas", f"one at byte {found.start()}")
    return sheet


def _check_xml(name: str, part: bytes, source_id: str) -> None:
    """Well-formed, and without a document type, by which entity bombs and foreign files come."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise _refused(source_id, f"{name} must be without a document type", "one")

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise _refused(source_id, f"{name} must be well-formed XML", str(error)) from error


def _read(data: bytes, source_id: str) -> list[list[Cell]]:
    from python_calamine import CalamineError, CalamineWorkbook  # costly, and seldom needed

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return list(workbook.get_sheet_by_index(0).to_python(skip_empty_area=False))
    except CalamineError as error:
        raise _refused(source_id, "a workbook must be readable", str(error)) from error


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return str(cell)


def _refused(source_id: str, expected: str, got: str) -> SourceChanged:
    return SourceChanged(f"{source_id}: {expected}, got {got}; the file is refused whole")
