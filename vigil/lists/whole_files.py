"""One list file that proves by itself, or by the seal beside it, that nothing of it is cut off.

XML ends with its last tag and a workbook with its archive's directory, but a CSV file that is cut
between two rows looks like a smaller list: it counts only with its seal (`vigil.lists.seal`).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from vigil.errors import SourceChanged
from vigil.lists.seal import SUFFIX, one_file

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Form(StrEnum):
    """How a list file is written, told by its first bytes."""

    XML = "XML"
    XLSX = "XLSX"
    CSV = "CSV"


def whole_file(files: Mapping[str, bytes], source_id: str) -> tuple[Form, bytes]:
    """The list file's form and bytes.

    Args:
        files: what was given, by lower-case name: the list file and perhaps its seal.
        source_id: for the error.

    Raises:
        SourceChanged: no or several list files, a CSV file without seal, or a seal that does not
            fit.
    """
    name, data, is_sealed = one_file(source_id, files)
    form = form_of(data)
    if form is Form.CSV and not is_sealed:
        raise SourceChanged(
            f"{source_id}: a CSV list has no end mark, so {name} must stand in a folder with "
            f"{name}{SUFFIX}, got none; write it with sha256sum where the whole file is, or take "
            "the list in another form"
        )
    return form, data


def form_of(data: bytes) -> Form:
    r"""What the file's beginning says that it is.

    >>> form_of(b"PK\x03\x04"), form_of(b" <?xml"), form_of(b"Last Updated,10/04/2025")
    (<Form.XLSX: 'XLSX'>, <Form.XML: 'XML'>, <Form.CSV: 'CSV'>)
    """
    if data.startswith(b"PK\x03\x04"):
        return Form.XLSX
    opening = data.removeprefix(BYTE_ORDER_MARK)[:100].lstrip()
    return Form.XML if opening.startswith(b"<") else Form.CSV
