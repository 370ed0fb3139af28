"""The EU's Financial Sanctions Files as CSV 1.1: rows of one logical id are one entry.

A row has the entry's own columns and those of one name, address, birth, document or citizenship.
The layout does not say which names are weak; a remark may.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vigil.lists.csv_rows import Row, csv_table, rows_under
from vigil.lists.eu_fsf_layout import ID, Entry, Part, day, refused

REGULATION = {
    "Type": "regulationType",
    "OrganisationType": "organisationType",
    "PublicationDate": "publicationDate",
    "EntryIntoForceDate": "entryIntoForceDate",
    "NumberTitle": "numberTitle",
    "Programme": "programme",
    "PublicationUrl": "publicationUrl",
}
COUNTRY = {"CountryIso2Code": "countryIso2Code", "CountryDescription": "countryDescription"}
SOURCE = {"LogicalId": "logicalId", "RegulationLanguage": "regulationLanguage", "Remark": "remark"}
ENTRY = {
    "LogicalId": "logicalId",
    "EU_ReferenceNumber": "euReferenceNumber",
    "UnitedNationId": "unitedNationId",
    "DesignationDate": "designationDate",
    "DesignationDetails": "designationDetails",
    "Remark": "remark",
    "SubjectType": "classificationCode",
    "SubjectType_ClassificationCode": "code",
}
PARTS = {
    "NameAlias": ("nameAlias", {
        "LastName": "lastName", "FirstName": "firstName", "MiddleName": "middleName",
        "WholeName": "wholeName", "NameLanguage": "nameLanguage", "Gender": "gender",
        "Title": "title", "Function": "function", **SOURCE,
    }),
    "Address": ("address", {
        "City": "city", "Street": "street", "PoBox": "poBox", "ZipCode": "zipCode",
        "Region": "region", "Place": "place", "AsAtListingTime": "asAtListingTime",
        "ContactInfo": "contactInfo", **COUNTRY, **SOURCE,
    }),
    "BirthDate": ("birthdate", {
        "BirthDate": "birthdate", "Day": "dayOfMonth", "Month": "monthOfYear", "Year": "year",
        "YearRangeFrom": "yearRangeFrom", "YearRangeTo": "yearRangeTo", "Circa": "circa",
        "CalendarType": "calendarType", "ZipCode": "zipCode", "Region": "region",
        "Place": "place", "City": "city", **COUNTRY, **SOURCE,
    }),
    "Identification": ("identification", {
        "Number": "number", "Diplomatic": "diplomatic", "KnownExpired": "knownExpired",
        "KnownFalse": "knownFalse", "ReportedLost": "reportedLost",
        "RevokedByIssuer": "revokedByIssuer", "IssuedBy": "issuedBy", "IssuedDate": "issuedDate",
        "ValidFrom": "validFrom", "ValidTo": "validTo", "LatinNumber": "latinNumber",
        "NameOnDocument": "nameOnDocument", "TypeCode": "identificationTypeCode",
        "TypeDescription": "identificationTypeDescription", "Region": "region", **COUNTRY,
        **SOURCE,
    }),
    "Citizenship": ("citizenship", {"Region": "region", **COUNTRY, **SOURCE}),
}  # fmt: skip
DAY = "fileGenerationDate"


def _columns() -> Iterator[str]:
    yield DAY
    yield from (f"Entity_{column}" for column in ENTRY)
    yield from (f"Entity_Regulation_{column}" for column in REGULATION)
    for prefix, (_, columns) in PARTS.items():
        yield from (f"{prefix}_{column}" for column in columns)
        yield from (f"{prefix}_Regulation_{column}" for column in REGULATION)


COLUMNS = tuple(_columns())


def csv_entries(data: bytes) -> tuple[date | None, list[Entry]]:
    """The day of the file and its entries, in the order of their first rows.

    Raises:
        SourceChanged: the file is not CSV or not of the known layout.
    """
    table = csv_table(data, ID, delimiter=";")
    rows = list(rows_under(table[0] if table else (), COLUMNS, table[1:], ID))
    days = {row[DAY] for _, row in rows}
    if len(days) > 1:
        raise refused(f"all rows must have one {DAY}", ", ".join(sorted(days)), "its column")
    entries: dict[str, Entry] = {}
    for where, row in rows:
        _gather(row, where, entries)
    generated = next((day(text, DAY) for text in days if text), None)
    return generated, list(entries.values())


def _gather(row: Row, where: str, entries: dict[str, Entry]) -> None:
    """Add what a row says to the entry of its logical id."""
    fields = _fields(row, "Entity", ENTRY)
    remark = fields.pop("remark", "")
    subject = Part({field: fields.pop(field, "") for field in ("code", "classificationCode")})
    number = fields.get("logicalId", "")
    entry = entries.get(number)
    if entry is None:
        entry = entries[number] = Entry(where, fields, [remark] if remark else [])
        entry.parts["subjectType"] = [subject]
    elif (entry.fields, entry.remarks, entry.each("subjectType")) != (
        fields, [remark] if remark else [], [subject],
    ):  # fmt: skip
        raise refused("rows of one entry must say the same of it", number, where)
    _add(entry, "regulation", Part(_fields(row, "Entity_Regulation", REGULATION)))
    for prefix, (kind, columns) in PARTS.items():
        _add(entry, kind, _part(row, prefix, columns))


def _part(row: Row, prefix: str, columns: dict[str, str]) -> Part:
    fields = _fields(row, prefix, columns)
    remark, contact = fields.pop("remark", ""), fields.pop("contactInfo", "")
    stated_in = _fields(row, f"{prefix}_Regulation", REGULATION)
    return Part(
        fields,
        [remark] if remark else [],
        [contact] if contact else [],
        [stated_in] if stated_in else [],
    )


def _add(entry: Entry, kind: str, part: Part) -> None:
    if part != Part({}) and part not in entry.each(kind):
        entry.parts.setdefault(kind, []).append(part)


def _fields(row: Row, prefix: str, columns: dict[str, str]) -> dict[str, str]:
    texts = ((field, row[f"{prefix}_{column}"]) for column, field in columns.items())
    return {field: text for field, text in texts if text}
