"""The rows of an Excel workbook (.xlsx) as text, or a refusal.

A workbook is a zip archive of XML. Before a cell is read the archive must be whole (each member of
the size and checksum that its end states), small enough, well-formed, without macros and document
types, and its cells without formulas and errors, which the reader would give as empty, and not so
far apart that the space between them ends the memory. After it there must be as many rows as the
sheet says. So a cut file is refused.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from functools import lru_cache, reduce
from xml.parsers import expat

from vigil.errors import SourceChanged

MAX_BYTES = 200_000_000  # chosen: twelve times the largest list; more is not a list
MAX_CELLS = 5_000_000  # chosen: seven times the largest list, empty cells counted
CORNER = re.compile(r"(?:\$?[A-Z]{1,3}\$?\d{1,7}:)?\$?([A-Z]{1,3})\$?(\d{1,7})")
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
    stated = _stated_rows(_sheet(data, source_id), source_id)
    rows = _read(data, source_id)
    if len(rows) < stated:
        raise _refused(source_id, f"the sheet must have its {stated} rows", str(len(rows)))
    return [[_text(cell) for cell in row] for row in rows]


def _sheet(data: bytes, source_id: str) -> bytes:
    """The XML of the one sheet of a whole archive without macros and document types."""
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
    return parts[sheets[0]]


def _stated_rows(sheet: bytes, source_id: str) -> int:
    """How many rows the sheet says that it has, after each cell was looked at; 0: it does not say.

    A cell without a place stands behind the one before it, so that only places need a limit.
    """
    columns, rows, stated = 1, 1, 0

    def look(tag: str, attributes: dict[str, str]) -> None:
        nonlocal columns, rows, stated
        name = tag.rpartition(":")[2]
        if name == "v":  # half of all elements
            return
        if name == "f":
            raise _refused(source_id, "cells must be without formulas", "one")
        if name == "c" and attributes.get("t") == "e":
            raise _refused(source_id, "cells must be without errors", attributes.get("r", "one"))
        place = attributes.get("ref" if name == "dimension" else "r")
        if name not in ("dimension", "row", "c") or place is None:
            return
        corner = CORNER.fullmatch(f"A{place}" if name == "row" else place)
        if corner is None:
            raise _refused(source_id, "a cell must have a place like B7", place)
        columns, rows = max(columns, _column(corner[1])), max(rows, int(corner[2]))
        stated = int(corner[2]) if name == "dimension" else stated
        if columns * rows > MAX_CELLS:
            raise _refused(source_id, f"a sheet must have at most {MAX_CELLS:,} cells", place)

    parser = expat.ParserCreate()
    parser.StartElementHandler = look
    parser.Parse(sheet, True)
    return stated


@lru_cache(maxsize=1_000)
def _column(letters: str) -> int:
    return reduce(lambda number, letter: number * 26 + ord(letter) - 64, letters, 0)


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
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return str(cell)


def _refused(source_id: str, expected: str, got: str) -> SourceChanged:
    return SourceChanged(f"{source_id}: {expected}, got {got}; the file is refused whole")
