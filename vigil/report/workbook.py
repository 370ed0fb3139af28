"""A table as an Excel workbook (.xlsx): one sheet, plain values, nothing computed.

Written here because it takes five small parts; a library for it would be a dependency of every
installation. Columns of text are formatted as text, so that a spreadsheet keeps 0402 and 3E001 as
they are typed.

Source: ECMA-376, Office Open XML, part 1 (SpreadsheetML).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Container, Sequence
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ANY_DAY = (1980, 1, 1, 0, 0, 0)  # the first that an archive can hold: same table, same bytes
NUMBER_STYLE, TEXT_STYLE = 0, 1
TEXT_FORMAT = 49  # the built-in format of text
LIKE_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
WIDTH = 18  # characters; chosen

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>'
)
PACKAGE_RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)
BOOK_RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>'
)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/>'
    '</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" xfId="0"/>'
    f'<xf numFmtId="{TEXT_FORMAT}" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def render_workbook(
    title: str, rows: Sequence[dict[str, object]], number_columns: Container[str]
) -> bytes:
    """The bytes of a workbook with one sheet.

    Args:
        title: of the sheet.
        rows: by column; the first has all columns.
        number_columns: those that are not formatted as text.
    """
    columns = list(rows[0])
    styles = [NUMBER_STYLE if name in number_columns else TEXT_STYLE for name in columns]
    lines = [list[object](columns), *([row.get(name) for name in columns] for row in rows)]
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{WIDTH}" style="{style}" customWidth="1"/>'
        for at, style in enumerate(styles, 1)
    )
    body = "".join(
        f'<row r="{number}">{"".join(map(_cell, line, styles))}</row>'
        for number, line in enumerate(lines, 1)
    )
    sheet = (
        f'{HEAD}<worksheet xmlns="{MAIN}"><cols>{widths}</cols>'
        f"<sheetData>{body}</sheetData></worksheet>"
    )
    book = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        f'<sheet name={quoteattr(title)} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    return _packed({
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": BOOK_RELATIONS,
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet,
    })  # fmt: skip


def _cell(value: object, style: int) -> str:
    """One cell; cells without a place stand one after the other."""
    if value is None:
        return f'<c s="{style}"/>'
    if isinstance(value, bool):
        return f'<c s="{style}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c s="{style}"><v>{value}</v></c>'
    # a text that looks like an escaped character would be read as that character
    text = escape(LIKE_ESCAPED.sub("_x005F_", str(value)))
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _packed(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, ANY_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"))
    return packed.getvalue()
