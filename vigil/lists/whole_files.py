"""One list file that proves by itself, or by a checksum beside it, that nothing of it is cut off.

XML ends with its last tag and a workbook with its archive's directory, but a CSV file that is cut
between two rows looks like a smaller list. So a CSV file counts only with its SHA-256 beside it, in
a file of the same name and `.sha256` (as `sha256sum LIST.csv > LIST.csv.sha256` writes it, on the
machine that had the whole file).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from vigil.errors import SourceChanged
from vigil.lists.loaded import digest

SEAL = ".sha256"
SUM = re.compile(rb"\s*([0-9A-Fa-f]{64})(?:\s[^\n]*)?\s*")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Form(StrEnum):
    """How a list file is written, told by its first bytes."""

    XML = "XML"
    XLSX = "XLSX"
    CSV = "CSV"


def whole_file(files: Mapping[str, bytes], source_id: str) -> tuple[Form, bytes]:
    """The list file's form and bytes.

    Args:
        files: what was given, by lower-case name: the list file and perhaps its checksum.
        source_id: for the error.

    Raises:
        SourceChanged: no or several list files, a CSV file without checksum, or another checksum.
    """
    lists = [name for name in files if not name.endswith(SEAL)]
    if len(lists) != 1:
        got = ", ".join(sorted(lists)) or "none"
        raise SourceChanged(f"{source_id} must be one file, got {got}")
    [name] = lists
    form = form_of(files[name])
    _check_seal(files, name, form, source_id)
    return form, files[name]


def form_of(data: bytes) -> Form:
    r"""What the file's beginning says that it is.

    >>> form_of(b"PK\x03\x04"), form_of(b" <?xml"), form_of(b"Last Updated,10/04/2025")
    (<Form.XLSX: 'XLSX'>, <Form.XML: 'XML'>, <Form.CSV: 'CSV'>)
    """
    if data.startswith(b"PK\x03\x04"):
        return Form.XLSX
    opening = data.removeprefix(BYTE_ORDER_MARK)[:100].lstrip()
    return Form.XML if opening.startswith(b"<") else Form.CSV


def _check_seal(files: Mapping[str, bytes], name: str, form: Form, source_id: str) -> None:
    beside = [seal for seal in files if seal.endswith(SEAL)]
    if not beside and form is not Form.CSV:
        return
    if beside != [name + SEAL]:
        raise SourceChanged(
            f"{source_id}: a CSV list has no end mark, so {name} must stand in a folder with "
            f"{name}{SEAL}, got {', '.join(sorted(beside)) or 'none'}; write it with sha256sum "
            "where the whole file is, or take the list in another form"
        )
    stated = SUM.fullmatch(files[name + SEAL])
    got = stated[1].decode().lower() if stated else "none"
    if got != digest(files[name]):
        raise SourceChanged(
            f"{source_id}: the SHA-256 of {name} must be {got} as {name}{SEAL} says, got "
            f"{digest(files[name])}; the file is refused whole"
        )
