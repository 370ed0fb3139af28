"""The CSV layout of the US Consolidated Screening List: 29 columns, several values with `; `.

The header line may be repeated once. Unlike the JSON the text has neither count nor end mark, so it
is read only with its seal (`vigil.lists.seal`).

Source: `consolidated.csv` of the International Trade Administration, layout of 2023
"""

from __future__ import annotations

import csv
import re
from io import StringIO

import msgspec

from vigil.errors import SourceChanged, shown
from vigil.lists.us_csl_layout import CslAddress, CslFile, CslIdentifier, CslRow

ID = "us_csl"
COLUMNS = (
    "_id", "source", "entity_number", "type", "programs", "name", "title", "addresses",
    "federal_register_notice", "start_date", "end_date", "standard_order", "license_requirement",
    "license_policy", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage",
    "vessel_flag", "vessel_owner", "remarks", "source_list_url", "alt_names", "citizenships",
    "dates_of_birth", "nationalities", "places_of_birth", "source_information_url", "ids",
)  # fmt: skip
SEVERAL = ("programs", "alt_names", "citizenships", "dates_of_birth", "nationalities",
           "places_of_birth")  # fmt: skip
COUNTRY = re.compile(r"(?:^|, )([A-Z]{2})$")
# An identifier is type, number, then country and days, where there are: "Passport, A1, IR, 19 Jun
# 1987, 18 Jun 1992".
AFTER_NUMBER = re.compile(r"[A-Z]{2}|\d{2} [A-Z][a-z]{2} \d{4}|\d{4}-\d{2}-\d{2}")


def read_csv(data: bytes) -> CslFile:
    """The rows as the JSON gives them; what the CSV runs together stays together.

    Raises:
        SourceChanged: not CSV in UTF-8 with these columns, or a row of another length.
    """
    try:
        text = StringIO(data.decode("utf-8-sig"), newline="")
        table = list(csv.reader(text, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _refused("the CSV must be UTF-8 with closed quotes", str(error)) from error
    if not table or tuple(table[0]) != COLUMNS:
        raise _refused(f"the columns must be {', '.join(COLUMNS)}", table[:1])
    first = 2 if table[1:2] == [list(COLUMNS)] else 1
    for number, row in enumerate(table[first:], start=first + 1):
        if len(row) != len(COLUMNS):
            raise _refused(f"row {number} must have {len(COLUMNS)} fields", len(row))
    return CslFile(tuple(_row(dict(zip(COLUMNS, row, strict=True))) for row in table[first:]))


def _row(printed: dict[str, str]) -> CslRow:
    """One row; a column that the JSON calls otherwise gets that name."""
    row: dict[str, object] = {column: text.strip() or None for column, text in printed.items()}
    row |= {column: _values(printed[column]) for column in SEVERAL}
    row |= {"id": row.pop("_id"), "source": printed["source"], "name": printed["name"].strip()}
    row["addresses"] = [_address(text) for text in _values(printed["addresses"])]
    row["ids"] = [_identifier(text) for text in _values(printed["ids"])]
    return msgspec.convert(row, CslRow)


def _values(text: str) -> list[str]:
    """The values between semicolons; a semicolon without a space stands inside a value."""
    return [value.strip() for value in text.split("; ") if value.strip()]


def _address(text: str) -> CslAddress:
    """The parts in one, and the country's code where the text ends with two capitals."""
    country = COUNTRY.search(text)
    if country is None:
        return CslAddress(address=text)
    return CslAddress(address=text[: country.start()] or None, country=country[1])


def _identifier(text: str) -> CslIdentifier:
    """Type and number; country and days stay as printed, because one day may be either."""
    kind, *parts = text.split(", ")
    end = len(parts)
    while end > 1 and AFTER_NUMBER.fullmatch(parts[end - 1]):
        end -= 1
    number, rest = ", ".join(parts[:end]), ", ".join(parts[end:])
    return CslIdentifier(type=kind, number=number or None, country=rest or None)


def _refused(expected: str, got: object) -> SourceChanged:
    return SourceChanged(f"{ID}: {expected}, got {shown(got)}; the file is refused whole")
