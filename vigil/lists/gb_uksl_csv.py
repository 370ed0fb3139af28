"""The UK Sanctions List as CSV: a row is a name with an address; rows of a Unique ID are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from vigil.errors import SourceChanged, shown
from vigil.lists.csv_rows import Row, csv_table, distinct_cells, distinct_texts, rows_under
from vigil.lists.gb_designation import Designation, full_name
from vigil.lists.gb_uksl_layout import ID, say_days, say_measures, say_regime
from vigil.lists.partial_dates import partial_date

REPORT_DATE = re.compile(r"Report Date: (\d{2})-([A-Z][a-z]{2})-(\d{4})")
COLUMNS = (
    "Last Updated", "Unique ID", "OFSI Group ID", "UN Reference Number", "Name 6", "Name 1",
    "Name 2", "Name 3", "Name 4", "Name 5", "Name type", "Alias strength", "Title",
    "Name non-latin script", "Non-latin script type", "Non-latin script language", "Regime Name",
    "Designation Type", "Designation source", "Sanctions Imposed", "Other Information",
    "UK Statement of Reasons", "Address Line 1", "Address Line 2", "Address Line 3",
    "Address Line 4", "Address Line 5", "Address Line 6", "Address Postal Code", "Address Country",
    "Phone number", "Website", "Email address", "Date Designated", "D.O.B", "Nationality(/ies)",
    "National Identifier number", "National Identifier additional information", "Passport number",
    "Passport additional information", "Position", "Gender", "Town of birth", "Country of birth",
    "Type of entity", "Subsidiaries", "Parent company", "Business registration number (s)",
    "IMO number", "Current owner/operator (s)", "Previous owner/operator (s)",
    "Current believed flag of ship", "Previous flags", "Type of ship", "Tonnage of ship",
    "Length of ship", "Year Built", "Hull identification number (HIN)",
)  # fmt: skip
NAMES = (*(f"Name {part}" for part in range(1, 7)), "Name type", "Alias strength")
NATIVE = ("Name non-latin script", "Non-latin script type", "Non-latin script language")
ADDRESS = (*(f"Address Line {line}" for line in range(1, 7)), "Address Postal Code")
PAIRS = (
    ("birth_places", "Town of birth", "Country of birth"),
    ("passports", "Passport number", "Passport additional information"),
    ("national_ids", "National Identifier number", "National Identifier additional information"),
)
TEXTS = (
    ("births", "D.O.B"),
    ("nationalities", "Nationality(/ies)"),
    ("positions", "Position"),
    ("genders", "Gender"),
    ("subsidiaries", "Subsidiaries"),
    ("parents", "Parent company"),
    ("registrations", "Business registration number (s)"),
    ("imos", "IMO number"),
    ("owners", "Current owner/operator (s)"),
    ("flags", "Current believed flag of ship"),
)
REMARKS = (
    ("OFSI Group ID", "OFSI Group ID"),
    ("UN reference", "UN Reference Number"),
    ("designation source", "Designation source"),
    ("other information", "Other Information"),
    ("UK statement of reasons", "UK Statement of Reasons"),
    ("title", "Title"),
    ("phone number", "Phone number"),
    ("email address", "Email address"),
    ("website", "Website"),
    ("type of entity", "Type of entity"),
    ("previous owner or operator", "Previous owner/operator (s)"),
    ("previous flag", "Previous flags"),
    ("type of ship", "Type of ship"),
    ("tonnage", "Tonnage of ship"),
    ("length", "Length of ship"),
    ("year built", "Year Built"),
    ("hull identification number", "Hull identification number (HIN)"),
)


def csv_designations(data: bytes) -> tuple[date | None, list[Designation]]:
    """The day of the file and its designations, in the order of their first rows.

    Raises:
        SourceChanged: the file is not CSV or not of the known layout.
    """
    table = csv_table(data, ID)
    if len(table) < 2:
        raise _refused("the list must have a day and a heading", len(table))
    groups: dict[str, list[Row]] = {}
    for where, row in rows_under(table[1], COLUMNS, table[2:], ID):
        if not row["Unique ID"]:
            raise _refused(f"Unique ID must be given at {where}", "")
        groups.setdefault(row["Unique ID"], []).append(row)
    said = [_designation(number, rows) for number, rows in groups.items()]
    return _report_date(table[0]), said


def _designation(number: str, rows: Sequence[Row]) -> Designation:
    """What the rows of one Unique ID say."""
    each, texts = partial(distinct_cells, rows), partial(distinct_texts, rows)
    kind, *others = texts("Designation Type") or [""]
    said = Designation(ID, number, kind, f"Unique ID {number}")
    if others:
        raise said.refused("a Unique ID must have one Designation Type", others[0])
    for designated, updated in each("Date Designated", "Last Updated") or [("", "")]:
        say_days(said, designated, updated)
    for regulations in texts("Regime Name") or [""]:
        say_regime(said, regulations)
    for measures in texts("Sanctions Imposed"):
        say_measures(said, measures)
    said.names = [(full_name(name), stated, how) for *name, stated, how in each(*NAMES)]
    said.native_names = [(name, script, tongue) for name, script, tongue in each(*NATIVE) if name]
    said.addresses = [
        (", ".join(filter(None, lines)), country)
        for *lines, country in each(*ADDRESS, "Address Country")
    ]
    for field, *columns in PAIRS:
        setattr(said, field, each(*columns))
    for field, column in TEXTS:
        setattr(said, field, texts(column))
    said.remarks += [(label, text) for label, column in REMARKS for text in texts(column)]
    return said


def _report_date(row: Sequence[str]) -> date:
    """The list's own day, from its first row: `Report Date: 08-Oct-2026`."""
    found = REPORT_DATE.fullmatch(row[0].strip()) if row else None
    form = partial_date(" ".join(found.groups())) if found else None
    if form is None or any(row[1:]):
        raise _refused("the first row must be like Report Date: 08-Oct-2026", ",".join(row))
    return date.fromisoformat(form)


def _refused(expected: str, got: object) -> SourceChanged:
    return SourceChanged(f"{ID}: {expected}, got {shown(got)}; the file is refused whole")
