"""The parts of an Excel workbook (.xlsx): a zip archive of XML, read with limits and no trust.

A part may unpack to gigabytes, name files elsewhere, define entities or hold programs. So what a
part unpacks to is counted, and document types, macros and parts given twice refuse the file.

Source: ECMA-376, Office Open XML, parts 1 (SpreadsheetML) and 2 (packages).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from vigil.errors import InputProblem, InvalidInput
from vigil.model.limits import BYTES_PER_MB, Limits, beyond

OLD_OR_PROTECTED = bytes.fromhex("D0CF11E0A1B11AE1")  # the mark of OLE2 compound files
RATIO_COUNTS_FROM = 10 * BYTES_PER_MB  # chosen: what unpacks to less harms nobody
PARTS_LIMIT = 10_000  # chosen: a workbook has a few parts for each of its sheets
MACRO_PARTS = ("vbaproject.bin", "/macrosheets/", "vbaprojectsignature")
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # ST_Xstring: characters that XML cannot hold
BAD_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError,
           ValueError)  # fmt: skip


class Parts:
    """The parts of one workbook by name; each is unpacked when it is asked for.

    Raises:
        InvalidInput: no workbook, a protected one, or one with macros.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._packed = max(len(data), 1)
        self._sizes: dict[str, int] = {}
        if data.startswith(OLD_OR_PROTECTED):
            what = "workbook must be an .xlsx without a password, got a protected or an old one"
            raise refused(what, "take the password off, or save it again as .xlsx")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except BAD_ZIP as error:
            raise _unreadable(error) from None
        names = [name.lower() for name in self._archive.namelist()]
        if len(names) > PARTS_LIMIT:
            raise refused(f"workbook must have at most {PARTS_LIMIT:,} parts")
        if len(set(names)) < len(names):
            raise refused("workbook must have each of its parts once")
        if any(mark in f"/{name}" for name in names for mark in MACRO_PARTS):
            raise refused("workbook must have no macros", "save it again as .xlsx, or as CSV")
        self._names = frozenset(self._archive.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def elements(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """The elements of these tags (in any namespace) at their ends, in document order.

        Raises:
            InvalidInput: no such part, not XML, a document type in it, or too large.
        """
        source = io.BytesIO(self._unpack(name))
        walk = etree.iterparse(
            source, events=("end",), tag=[f"{{*}}{tag}" for tag in tags], load_dtd=False,
            no_network=True, resolve_entities=False, remove_comments=True, remove_pis=True,
            huge_tree=False,
        )  # fmt: skip
        is_first = True
        try:
            for _, element in walk:
                if is_first:
                    self._check_head(element, name)
                is_first = False
                yield element
            self._check_head(walk.root, name)
        except etree.XMLSyntaxError as error:
            raise refused(f"{name} must be XML: {error.msg}") from None

    @staticmethod
    def _check_head(element: etree._Element | None, name: str) -> None:
        if element is not None and element.getroottree().docinfo.internalDTD is not None:
            raise refused(f"{name} must have no document type")

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the workbook: the kind and the part, by id."""
        folder, file = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        found = {}
        for element in self.elements(relations, "Relationship"):
            if element.get("TargetMode") == "External":
                continue
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            found[element.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def _unpack(self, name: str) -> bytes:
        if name not in self._names:
            raise refused(f"workbook must have the part {name[:200]!r}")
        others = sum(size for other, size in self._sizes.items() if other != name)
        left = self._limits.max_unpacked_mb * BYTES_PER_MB - others
        packed_left = max(self._limits.max_unpack_ratio * self._packed, RATIO_COUNTS_FROM)
        packed_left -= others
        try:
            with self._archive.open(name) as part:
                data = part.read(min(left, packed_left) + 1)
        except BAD_ZIP as error:
            raise _unreadable(error) from None
        if len(data) > left:
            what = "workbook must unpack to at most {:,} MB"
            raise beyond(what, "max_unpacked_mb", self._limits.max_unpacked_mb)
        if len(data) > packed_left:
            what = "workbook must unpack to at most {:,} times its size"
            raise beyond(what, "max_unpack_ratio", self._limits.max_unpack_ratio)
        self._sizes[name] = len(data)
        return data


def local(element: etree._Element) -> str:
    """The tag without its namespace; the two editions of the standard differ in that only."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: etree._Element) -> str:
    """The text of a string, without the readings that East Asian text may carry beside it."""
    if len(element) == 1 and not len(element[0]) and local(element[0]) == "t":
        return unescaped(element[0].text or "")  # nearly all texts
    runs = (t for t in element.iter("{*}t") if local(parent(t)) != "rPh")
    return unescaped("".join(inner_text(t) for t in runs))


def inner_text(element: etree._Element) -> str:
    """All text inside an element."""
    return "".join(str(text) for text in element.itertext())


def unescaped(text: str) -> str:
    """Text with `_x000D_` and the like as the characters they stand for."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def parent(element: etree._Element) -> etree._Element:
    """The element around one that is not the root."""
    around = element.getparent()
    assert around is not None
    return around


def refused(expected: str, hint: str = "", row: int | None = None) -> InvalidInput:
    """The error of a workbook that is not read."""
    return InvalidInput([InputProblem(expected, "", row=row, has_value=False, hint=hint)])


def _unreadable(error: Exception) -> InvalidInput:
    return refused(f"workbook must be an .xlsx that is whole: {str(error)[:200]}")
