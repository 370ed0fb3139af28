"""OFAC's lists as comma-separated files: entries, aliases, addresses and the ends of cut remarks.

No file has a header; `-0- ` is null; the last byte is 0x1A, which tells a whole file from the
beginning of one. Programmes are joined `A] [B`. Remarks are cut after a thousand characters and go
on in the file of comments. Files of one day refer to one another: each entry has a row of
addresses, be it empty, and each cut remark its end.

Source: https://ofac.treasury.gov/media/29976/download (data specification of 2023-09-25)
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from vigil.errors import SourceChanged, shown
from vigil.lists.countries import Countries
from vigil.lists.us_ofac_entity import Draft
from vigil.model.order import Kind

END = b"\x1a"
LINE_END = b"\r\n"
NULL = "-0-"
CUT_AT = 1_000  # characters of remarks
KINDS = {
    None: Kind.ORGANISATION,
    "individual": Kind.PERSON,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRCRAFT,
}
ALIASES = ("aka", "fka", "nka")
SHIP = ("call sign", "vessel type", "tonnage", "gross registered tonnage", "vessel flag")

Row = list[str | None]


class CsvSet(NamedTuple):
    """The files of one list by their names; the entries alone may come under any name."""

    entries: str
    aliases: str
    addresses: str
    comments: str


class CsvRows(NamedTuple):
    """The rows of a set; without `aliases` only the entries were at hand."""

    entries: list[Row]
    aliases: list[Row] | None
    addresses: list[Row]
    comments: dict[str, str]


def read_rows(files: Mapping[str, bytes], names: CsvSet, list_id: str) -> CsvRows:
    """The rows of the set's files, or of the one file of entries.

    Raises:
        SourceChanged: a file is missing, not whole, or does not go with the others.
    """
    for name, data in files.items():
        needed = len(files) == 1 or name != names.comments
        _check_end(data, f"{list_id}/{name}", needed=needed)
    if len(files) == 1:
        [(name, data)] = files.items()
        entries = _rows(data, 12, f"{list_id}/{name}")
        _check_numbers(entries, f"{list_id}/{name}")
        return CsvRows(entries, None, [], {})
    entries = _rows(files[names.entries], 12, f"{list_id}/{names.entries}")
    _check_numbers(entries, f"{list_id}/{names.entries}")
    aliases = _rows(files[names.aliases], 5, f"{list_id}/{names.aliases}")
    addresses = _rows(files[names.addresses], 6, f"{list_id}/{names.addresses}")
    where = f"{list_id}/{names.comments}"
    comments = _rows(files[names.comments], 2, where)
    known = {str(row[0]) for row in entries}
    _check_known(aliases, known, f"{list_id}/{names.aliases}")
    _check_known(addresses, known, f"{list_id}/{names.addresses}")
    without = known - {str(row[0]) for row in addresses}
    if without:
        raise _refused("each entry must have a row", min(without), f"{list_id}/{names.addresses}")
    _check_numbers(comments, where)
    cut = {str(row[0]) for row in entries if is_cut(row[11])}
    ends = {str(row[0]): row[1] or "" for row in comments}
    if cut != ends.keys():
        raise _refused("comments must end the cut remarks", sorted(cut ^ ends.keys())[0], where)
    return CsvRows(entries, aliases, addresses, ends)


def is_cut(remarks: str | None) -> bool:
    """Does a text of remarks end before its full stop, at the width of its column?"""
    return remarks is not None and len(remarks) >= CUT_AT and not remarks.endswith(".")


def drafts(rows: CsvRows, list_id: str, countries: Countries) -> Iterator[tuple[Draft, list[str]]]:
    """Each entry with its programmes, in the publisher's order."""
    aliases = _by_number(rows.aliases or ())
    addresses = _by_number(rows.addresses)
    for row in rows.entries:
        number = str(row[0])
        draft = _draft(row, list_id, countries)
        for _, _, kind, name, remark in aliases.get(number, ()):
            if kind not in ALIASES or name is None:
                raise _refused("an alias must be aka, fka or nka with a name", kind, number)
            draft.alias(name, is_former=kind == "fka")
            draft.remark("now known as", name if kind == "nka" else None)
            draft.remark(f"alias {name}", remark)
        for _, _, street, place, country, remark in addresses.get(number, ()):
            draft.address((street, place), country)
            draft.remark("address", remark)
        ending = rows.comments.get(number)
        whole = row[11] if ending is None else f"{row[11]}{ending}"
        draft.remarks(whole, is_cut=ending is None and is_cut(row[11]))
        yield draft, (row[3] or "").split("] [")


def _draft(row: Row, list_id: str, countries: Countries) -> Draft:
    number, name, kind, programmes, title = row[:5]
    if kind not in KINDS:
        raise _refused("a type must be individual, vessel, aircraft or -0-", kind, f"{number}")
    if name is None or programmes is None:
        raise _refused("an entry must have a name and a programme", name, f"{number}")
    draft = Draft(list_id, str(number), KINDS[kind], name, countries)
    draft.title(title)
    for label, value in zip(SHIP, row[5:10], strict=True):
        draft.remark(label, value)
    draft.owner(row[10])
    return draft


def _check_end(data: bytes, where: str, *, needed: bool) -> None:
    """A file that ends otherwise is the beginning of one.

    Args:
        needed: the end mark must be there. OFAC's comments are not always given one, and are held
            whole against the remarks that they end.
    """
    if needed and not data.endswith(LINE_END + END):
        raise _refused("a file must end with a line end and the byte 0x1A", data[-3:], where)
    body = data.removesuffix(END)
    if not body.endswith(LINE_END) or END in body:
        raise _refused("a file must be whole lines and one end mark", data[-3:], where)


def _rows(data: bytes, columns: int, where: str) -> list[Row]:
    """The rows of one file, null as None."""
    try:
        text = data.removesuffix(END).decode("utf-8")
        rows = [
            [_value(cell) for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), strict=True)
        ]
    except (UnicodeDecodeError, csv.Error) as error:
        expected = "a file must be comma-separated values in UTF-8"
        raise _refused(expected, str(error), where) from error
    for row in rows:
        if len(row) != columns:
            raise _refused(f"a row must have {columns} columns", len(row), where)
    return rows


def _value(cell: str) -> str | None:
    stripped = cell.strip()
    # only the outer end of a remark that is cut at a space matters: its rest follows elsewhere
    return None if stripped in ("", NULL) else (cell if len(cell) >= CUT_AT else cell.rstrip())


def _check_numbers(rows: Iterable[Row], where: str) -> None:
    """Each row has a number of its own; a header has none."""
    seen: set[str] = set()
    for row in rows:
        number = row[0] or ""
        if not (number.isascii() and number.isdigit()) or number in seen:
            raise _refused("each row must have a number of its own", number, where)
        seen.add(number)


def _check_known(rows: Iterable[Row], known: set[str], where: str) -> None:
    """Each row belongs to an entry."""
    for row in rows:
        if row[0] not in known:
            raise _refused("a row must belong to an entry of the list", row[0], where)


def _by_number(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(str(row[0]), []).append(row)
    return found


def _refused(expected: str, got: object, where: str) -> SourceChanged:
    return SourceChanged(f"{expected}, got {shown(got)} at {where}; the file is refused whole")
