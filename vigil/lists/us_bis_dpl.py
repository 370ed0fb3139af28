"""The Denied Persons List of the US Bureau of Industry and Security, text with tabs.

One row is one name at one address; rows of one name and citation are one entity, with the id that
the same entry has when it is read through the Consolidated Screening List. The text has no count
and no end mark. What stands in for one: rows come in order of their names, so the last name of a
whole list begins with Z; and no real list seen was shorter than that of June 2019. A cut between
the rows under Z of a longer list cannot be told from the text alone, but by the file's seal
(`vigil.lists.seal`) where there is one.

Source: https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl (layout of 2019)
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import StringIO
from itertools import pairwise

from vigil.errors import SourceChanged, shown
from vigil.lists.countries import Countries
from vigil.lists.fields import day_after, hashed_number, remark_lines
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest
from vigil.lists.merge import unite
from vigil.model.entity import Address, Entity, Name, Origin
from vigil.model.order import Kind

ID = "us_bis_dpl"
TITLE = "US Denied Persons List"
URL = "https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl"
BOUNDS = Bounds(546, 5_000)  # 546 rows in June 2019, 1,596 entries on 2026-07-31
LAST_INITIAL = "Z"
COLUMNS = (
    "Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date",
    "Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation",
)  # fmt: skip
STANDARD = {"Y": "standard order", "N": "non-standard order", "": None}


def read_us_bis_dpl(
    data: bytes, countries: Countries, dating: Dating, bounds: Bounds = BOUNDS
) -> LoadedSource:
    """The list as entities, in the publisher's order.

    Raises:
        SourceChanged: the file is not text of the known layout, or not whole.
    """
    rows = _rows(data)
    bounds.check(len(rows), ID)
    _check_order(rows)
    version, dated_by = dating.of(None)
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=unite(_entity(row, f"row {i}", countries) for i, row in enumerate(rows, start=2)),
        sha256=digest(data),
        url=URL,
        rows=len(rows),
    )


def _rows(data: bytes) -> list[dict[str, str]]:
    """The rows by column, all quoted fields closed and each row of the header's length."""
    try:
        text = data.decode("utf-8-sig")
        table = list(csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _refused("the file must be UTF-8 text of tabs and quotes", str(error)) from error
    if not text.rstrip("\r\n").endswith('"'):  # a row cut at its last tab
        raise _refused("the last field must be closed", data[-20:])
    if not table or tuple(table[0]) != COLUMNS:
        raise _refused(f"the columns must be {', '.join(COLUMNS)}", table[:1])
    for number, row in enumerate(table[1:], start=2):
        if len(row) != len(COLUMNS):
            raise _refused(f"a row must have {len(COLUMNS)} fields", len(row), f"row {number}")
    return [dict(zip(COLUMNS, row, strict=True)) for row in table[1:]]


def _check_order(rows: Sequence[dict[str, str]]) -> None:
    """Rows stand in order of their names' first signs, and go to the end of the alphabet."""
    initials = [row["Name"][:1].upper() for row in rows]
    for number, (one, other) in enumerate(pairwise(initials), start=3):
        if one > other:
            raise _refused("rows must be in order of their names", other, f"row {number}")
    if initials and initials[-1] != LAST_INITIAL:
        raise _refused(f"the last name must begin with {LAST_INITIAL}", rows[-1]["Name"])


def _entity(row: dict[str, str], where: str, countries: Countries) -> Entity:
    name, citation = row["Name"].strip(), row["FR_Citation"].strip()
    if not name:
        raise _refused("a row must have a name", row["Name"], where)
    if row["Standard_Order"] not in STANDARD:
        raise _refused("Standard_Order must be Y or N", row["Standard_Order"], where)
    address = _address(row, countries)
    last = _day(row["Expiration_Date"], where)
    measure = STANDARD[row["Standard_Order"]]
    return Entity(
        id=f"{ID}:{hashed_number(name, citation)}",
        source=ID,
        kind=Kind.UNKNOWN,  # the list does not say
        names=(Name(name),),
        countries=(address.country,) if address.country else (),
        listed_on=_day(row["Effective_Date"], where),
        delisted_on=day_after(last) if last else None,
        addresses=(address,) if address.text else (),
        citation=citation or None,
        origins=(Origin(ID),),
        remarks=remark_lines(_left_over(row, address.country)),
        measures=(measure,) if measure else (),
    )


def _address(row: dict[str, str], countries: Countries) -> Address:
    columns = ("Street_Address", "City", "State", "Postal_Code", "Country")
    parts = [row[column].strip() for column in columns]
    printed = ", ".join(part for part in parts if part) if any(parts[:-1]) else ""
    return Address(printed, countries.code(parts[-1]) if parts[-1] else None)


def _left_over(row: dict[str, str], country: str | None) -> Iterator[tuple[str, str | None]]:
    yield "action", row["Action"] or None
    yield "last update", row["Last_Update"] or None  # as printed: 3017-08-22 is among them
    yield "country", None if country else row["Country"] or None


def _day(text: str, where: str) -> date | None:
    """A day as the list prints it, month first; None when there is none."""
    if not text:
        return None
    try:
        return datetime.strptime(text, "%m/%d/%Y").date()
    except ValueError as error:
        raise _refused("a date must be like 06/29/2056", text, where) from error


def _refused(expected: str, got: object, where: str | None = None) -> SourceChanged:
    place = f" at {where}" if where else ""
    return SourceChanged(f"{ID}: {expected}, got {shown(got)}{place}; the file is refused whole")
