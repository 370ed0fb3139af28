"""The consolidated list of the UK's Office of Financial Sanctions Implementation, CSV and XLSX.

It was replaced on 2026-01-28 by the UK Sanctions List (`gb_uksl`); it answers for the days before.
A row is a name with an address; the rows of a Group ID are one entity. Non-Latin names of Latin
rows, dates of birth and regimes may differ from row to row.

Source: https://ofsistorage.blob.core.windows.net/publishlive/2022format/ConList.csv (layout of
April 2025, seen as XLSX; the CSV has the same columns)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import zip_longest

from vigil.errors import SourceChanged, shown
from vigil.lists.countries import Countries
from vigil.lists.csv_rows import Row, csv_table, distinct_cells, distinct_texts, rows_under
from vigil.lists.gb_designation import Designation, day, full_name, pieces
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest
from vigil.lists.whole_files import Form, whole_file
from vigil.lists.xlsx_rows import xlsx_rows

ID = "gb_ofsi"
TITLE = "UK: OFSI Consolidated List of Financial Sanctions Targets"
URL = "https://ofsistorage.blob.core.windows.net/publishlive/2022format/ConList.csv"
BOUNDS = Bounds(1_500, 12_000)  # 4,686 entries on 2025-04-10
NAME_COLUMNS = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
ADDRESS_COLUMNS = (*(f"Address {line}" for line in range(1, 7)), "Post/Zip Code")
NATIVE_COLUMNS = ("Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language")
NATIONAL_ID_COLUMNS = ("National Identification Number", "National Identification Details")
LISTING_COLUMNS = (
    "Regime", "Listed On", "UK Sanctions List Date Designated", "Last Updated",
)  # fmt: skip
COLUMNS = (
    "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Title", "Name Non-Latin Script",
    "Non-Latin Script Type", "Non-Latin Script Language", "DOB", "Town of Birth",
    "Country of Birth", "Nationality", "Passport Number", "Passport Details",
    "National Identification Number", "National Identification Details", "Position", "Address 1",
    "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code", "Country",
    "Other Information", "Group Type", "Alias Type", "Alias Quality", "Regime", "Listed On",
    "UK Sanctions List Date Designated", "Last Updated", "Group ID",
)  # fmt: skip
# The labelled parts of Other Information, and the field of a designation that each goes to.
PARTS = {
    "UK Sanctions List Ref": None,
    "UN Ref": None,
    "UK Statement of Reasons": None,
    "Gender": "genders",
    "Phone number": None,
    "Fax": None,
    "Website": None,
    "Email address": None,
    "Type of entity": None,
    "Subsidiaries": "subsidiaries",
    "Parent company": "parents",
    "Business Reg No": "registrations",
    "IMO number": "imos",
    "Current owners": "owners",
    "Previous owners": None,
    "Flag of ship": "flags",
    "Previous flags": None,
    "Type of ship": None,
    "Tonnage of ship": None,
    "Length of ship": None,
    "Year built": None,
    "Hull identification number": None,
}
PART = re.compile(rf"\(({'|'.join(map(re.escape, PARTS))})\):")
# `(UK Sanctions List Ref):CAF0010. (UN Ref):CFi.009. Kony is …`: free text follows a reference.
REFERENCE = re.compile(r"(?P<ref>\S+(?: and \S+)*)\.?(?:\s+(?P<text>.+))?", re.DOTALL)


def read_gb_ofsi(
    files: Mapping[str, bytes], countries: Countries, dating: Dating, bounds: Bounds = BOUNDS
) -> LoadedSource:
    """The list as entities, in the order in which their Group IDs first come.

    Raises:
        SourceChanged: the file is neither CSV nor XLSX, not of the known layout, or not whole.
    """
    form, data = whole_file(files, ID)
    if form is Form.XML:
        raise _refused("the list must be CSV or XLSX", form)
    table = csv_table(data, ID) if form is Form.CSV else xlsx_rows(data, ID)
    if len(table) < 2:
        raise _refused("the list must have a day and a heading", len(table))
    updated = _updated(table[0])
    groups: dict[str, list[Row]] = {}
    for where, row in rows_under(table[1], COLUMNS, table[2:], ID):
        if not row["Group ID"].isdigit():
            raise _refused(f"a Group ID must be a number at {where}", row["Group ID"])
        groups.setdefault(row["Group ID"], []).append(row)
    bounds.check(len(groups), ID)
    version, dated_by = dating.of(updated)
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=tuple(
            _designation(number, rows).entity(countries) for number, rows in groups.items()
        ),
        sha256=digest(data),
        url=URL,
        note="replaced by the UK Sanctions List on 2026-01-28",
    )


def _updated(row: Sequence[str]) -> date:
    """The list's own day, from its first row."""
    label, stated, *rest = (*row, "", "")
    if label.strip() != "Last Updated" or any(rest):
        raise _refused("the first row must be Last Updated and a day", ", ".join(row))
    return day(stated.strip(), Designation(ID, "", "", "row 1"))


def _designation(number: str, rows: Sequence[Row]) -> Designation:
    """What the rows of one Group ID say."""
    each, texts = partial(distinct_cells, rows), partial(distinct_texts, rows)
    kind, *others = texts("Group Type") or [""]
    said = Designation(ID, number, kind, f"Group ID {number}")
    if others:
        raise said.refused("a Group ID must have one Group Type", others[0])
    said.names = [
        (full_name(name), stated, quality)
        for *name, stated, quality in each(*NAME_COLUMNS, "Alias Type", "Alias Quality")
    ]
    said.native_names = [
        (name, script, language) for name, script, language in each(*NATIVE_COLUMNS) if name
    ]
    said.addresses = [
        (", ".join(filter(None, lines)), country)
        for *lines, country in each(*ADDRESS_COLUMNS, "Country")
    ]
    said.passports = [(a, b) for a, b in each("Passport Number", "Passport Details")]
    said.national_ids = [(a, b) for a, b in each(*NATIONAL_ID_COLUMNS)]
    said.births, said.positions = texts("DOB"), texts("Position")
    said.nationalities, said.regimes = texts("Nationality"), texts("Regime")
    said.listed = [day(text, said) for text in texts("Listed On")]
    for towns, lands in each("Town of Birth", "Country of Birth"):
        said.birth_places += _places(pieces(towns), pieces(lands))
    said.remarks = [("title", title) for text in texts("Title") for title in pieces(text)]
    said.remarks += [("listed", _listing(days, said)) for days in each(*LISTING_COLUMNS)]
    for text in texts("Other Information"):
        _gather_other(text, said)
    return said


def _places(towns: list[str], lands: list[str]) -> list[tuple[str, str]]:
    if len(towns) == len(lands) or not towns or not lands:
        return list(zip_longest(towns, lands, fillvalue=""))
    return [(place, "") for place in (*towns, *lands)]  # which is in which is not said


def _gather_other(text: str, said: Designation) -> None:
    """The labelled parts of Other Information; text before and behind them stays whole."""
    first, *parts = PART.split(text)
    said.remarks.append(("other information", first))
    for label, part in zip(parts[::2], parts[1::2], strict=True):
        value = part.strip()
        if label.endswith(" Ref") and (found := REFERENCE.fullmatch(value)):
            value = found["ref"].rstrip(".")
            said.remarks.append(("other information", found["text"] or ""))
        if label == "UK Sanctions List Ref":
            said.citation.append(f"UK Sanctions List {value}")
        field = PARTS[label]
        if field is None:
            said.remarks.append((label, value))
        else:
            getattr(said, field).append(value)


def _listing(stated: tuple[str, ...], said: Designation) -> str:
    """What was listed when, which differs by regime for some."""
    regime, *texts = stated
    listed, designated, updated = (day(text, said).isoformat() for text in texts)
    return f"{listed} ({regime}), designated {designated}, updated {updated}"


def _refused(expected: str, got: object) -> SourceChanged:
    return SourceChanged(f"{ID}: {expected}, got {shown(got)}; the file is refused whole")
