"""Lists of codes in the Export Administration Regulations, from the eCFR's XML of one day.

A supplement to a part of title 15 holds a table of codes with their descriptions. The table is read
row by row; a column, element or code that is not known refuses it whole.

Source: https://www.ecfr.gov/api/versioner/v1/full/{date}/title-15.xml?part=746 (layout as public
readers of it describe it, 2026); layout not yet seen in the wild
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType

import msgspec
from lxml import etree

from vigil.errors import SourceChanged, shown
from vigil.lists.loaded import Bounds, first_repeated
from vigil.lists.xml_fields import parse_xml
from vigil.model.goods_codes import eccn_text, hs_digits

ID = "us_ear"
NOTE = "layout not yet seen in the wild"


class CodeScheme(StrEnum):
    """By what a list names goods."""

    HS = "hs"
    ECCN = "eccn"


class CodeTable(msgspec.Struct, frozen=True):
    """Where a list of codes stands, and its two columns as letters and digits only, small."""

    supplement: str
    scheme: CodeScheme
    code_columns: tuple[str, ...]
    description_columns: tuple[str, ...]
    bounds: Bounds


class ListedCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That a code stood on a list on a day; `code` in normal form, `description` as printed."""

    code: str
    scheme: CodeScheme
    description: str
    list: str
    as_of: date


TABLES: Mapping[str, CodeTable] = MappingProxyType({
    "EAR_746_SUPP7": CodeTable(
        "Supplement No. 7 to Part 746",
        CodeScheme.HS,
        ("hts6code", "hts6", "htscode", "hscode"),
        ("htsdescription", "description"),
        Bounds(12, 500),  # twelve codes at the start, one more in 2024
    ),
})  # fmt: skip
AROUND = frozenset({
    "HEAD", "P", "FP", "FP-1", "FP-2", "HD1", "HD2", "HD3", "NOTE", "HED", "CITA", "EXTRACT",
    "DIV", "I", "B", "E", "SU", "SUP", "SUB", "SECAUTH", "XREF", "AUTH", "SOURCE", "EDNOTE",
    "EFFDNOT", "FTNT", "PSPACE", "BR", "A",
})  # fmt: skip
INLINE = frozenset({"I", "B", "E", "SU", "SUP", "SUB", "BR", "A", "P", "XREF"})


def read_codes(
    data: bytes, list_id: str, as_of: date, tables: Mapping[str, CodeTable] = TABLES
) -> tuple[ListedCode, ...]:
    """The codes of a list, in the table's order.

    Args:
        data: the part or title as the eCFR gives it for the day `as_of`.
        list_id: which list, by its id in the goods catalogue.
        tables: the lists that are known.

    Raises:
        SourceChanged: no such supplement on that day, or not of the known layout, or not whole.
    """
    table = tables[list_id]
    root = parse_xml(data, ID)
    found = [each for each in root.iter("DIV9") if each.get("N") == table.supplement]
    if len(found) != 1:
        raise _refused(f"{table.supplement} must come once on {as_of}", len(found))
    codes = tuple(
        ListedCode(_code(code, table), table.scheme, description, list_id, as_of)
        for element in _tables(found[0])
        for code, description in _rows(element, table)
    )
    if twice := first_repeated(code.code for code in codes):
        raise _refused("a code must come once", twice)
    table.bounds.check(len(codes), f"{ID} {list_id}")
    return codes


def _tables(supplement: etree._Element) -> list[etree._Element]:
    """The tables of a supplement, around which nothing unknown may stand."""
    found: list[etree._Element] = []
    around = list(supplement)
    while around:
        element = around.pop(0)
        if element.tag == "TABLE":
            found.append(element)
        elif element.tag in AROUND:
            around = [*element, *around]
        else:
            raise _refused("an element of a supplement must be known", element.tag)
    return found


def _rows(table: etree._Element, known: CodeTable) -> Iterator[tuple[str, str]]:
    """Code and description of each row; pairs of columns may stand side by side."""
    rows = list(_cells(table))
    heading = [_key(text) for text in rows[0]] if rows else []
    pairs = list(zip(heading[::2], heading[1::2], strict=False))
    is_known = all(
        code in known.code_columns and text in known.description_columns for code, text in pairs
    )
    if not pairs or len(heading) % 2 or not is_known:
        raise _refused(f"the columns must be {known.code_columns[0]} and a description", heading)
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(heading):
            raise _refused(f"row {number} must have {len(heading)} cells", len(row))
        for code, description in zip(row[::2], row[1::2], strict=True):
            if bool(code) is not bool(description):
                raise _refused(f"row {number} must have code and description", (code, description))
            if code:
                yield code, description


def _cells(table: etree._Element) -> Iterator[list[str]]:
    for part in table:
        if part.tag not in ("THEAD", "TBODY", "TR"):
            raise _refused("a table must be of rows", part.tag)
        for row in [part] if part.tag == "TR" else part:
            cells: Sequence[etree._Element] = list(row)
            strange = [str(cell.tag) for cell in cells if cell.tag not in ("TH", "TD")]
            strange += [
                str(e.tag) for c in cells for e in c.iterdescendants() if e.tag not in INLINE
            ]
            spans = [c for c in cells if {c.get("colspan", "1"), c.get("rowspan", "1")} != {"1"}]
            if row.tag != "TR" or strange or spans:
                raise _refused("a row must be of plain cells", strange or row.tag)
            yield [" ".join("".join(map(str, cell.itertext())).split()) for cell in cells]


def _key(heading: str) -> str:
    """A heading as letters and digits only, small: dashes and spaces in it change.

    >>> _key("HTS\u20136 Code")
    'hts6code'
    """
    return "".join(c for c in heading.casefold() if c.isalnum())


def _code(text: str, table: CodeTable) -> str:
    code = hs_digits(text) if table.scheme is CodeScheme.HS else eccn_text(text)
    if code is None:
        raise _refused(f"a code must be one of {table.scheme.value.upper()}", text)
    return code


def _refused(expected: str, got: object) -> SourceChanged:
    return SourceChanged(f"{ID}: {expected}, got {shown(got)}; the file is refused whole")
