"""An entry of the EU's Financial Sanctions Files, as the XML and the CSV layout both give it.

The XML says everything by attributes; the CSV's columns are the same attributes under longer names.
Both become an `Entry` of `Part`s: fields by the XML's names, texts without outer white space, empty
ones left out.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from vigil.errors import SourceChanged, shown
from vigil.lists.partial_dates import partial_date

ID = "eu_fsf"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{2}/\d{2}/\d{4}")

REGULATION = (
    "regulationType", "organisationType", "publicationDate", "entryIntoForceDate", "numberTitle",
    "programme", "publicationUrl",
)  # fmt: skip
PLACE = ("countryIso2Code", "countryDescription", "region")
SOURCE = ("regulationLanguage", "logicalId")
ENTRY = (
    "logicalId", "euReferenceNumber", "unitedNationId", "designationDate", "designationDetails",
)  # fmt: skip
PARTS = {
    "regulation": (*REGULATION, "logicalId"),
    "subjectType": ("code", "classificationCode"),
    "nameAlias": (
        "firstName", "middleName", "lastName", "wholeName", "function", "gender", "title",
        "nameLanguage", "strong", *SOURCE,
    ),
    "citizenship": (*PLACE, *SOURCE),
    "birthdate": (
        "circa", "calendarType", "city", "zipCode", "birthdate", "dayOfMonth", "monthOfYear",
        "year", "yearRangeFrom", "yearRangeTo", "place", *PLACE, *SOURCE,
    ),
    "identification": (
        "diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer", "issuedBy",
        "issueDate", "issuedDate", "validFrom", "validTo", "latinNumber", "nameOnDocument",
        "number", "identificationTypeCode", "identificationTypeDescription", *PLACE, *SOURCE,
    ),
    "address": (
        "city", "street", "poBox", "zipCode", "place", "asAtListingTime", *PLACE, *SOURCE,
    ),
}  # fmt: skip
"""The parts of an entry, and the fields that each may have."""


class Part(msgspec.Struct):
    """A name, address, birth, document, citizenship or regulation of an entry."""

    fields: dict[str, str]
    remarks: list[str] = []
    contacts: list[str] = []  # of an address: `EMAIL: info@example.org`
    stated_in: list[dict[str, str]] = []  # the regulations that say so

    def text(self, field: str) -> str:
        """A field, empty when it is not given."""
        return self.fields.get(field, "")

    def is_marked(self, field: str) -> bool:
        """Is a yes-or-no field true?"""
        return self.text(field) == "true"


class Entry(msgspec.Struct):
    """One sanctionEntity; `where` it stands is for errors."""

    where: str
    fields: dict[str, str]
    remarks: list[str] = []
    parts: dict[str, list[Part]] = {}

    def each(self, kind: str) -> list[Part]:
        """The parts of a kind, in the order of the file."""
        return self.parts.get(kind, [])

    def refused(self, expected: str, got: object) -> SourceChanged:
        """The error for something wrong in this entry."""
        return refused(expected, got, self.where)


def refused(expected: str, got: object, where: str) -> SourceChanged:
    """The error for something wrong in the file."""
    return SourceChanged(
        f"{ID}: {expected}, got {shown(got)} at {where}; the file is refused whole"
    )


def day(text: str, where: str) -> date:
    """A day, as XML (2003-07-08) or the CSV's first column (05/08/2026) print it.

    A time behind the day does not move it.
    """
    stated = re.sub(r"T[\d:.]+(Z|[+-]\d{2}:?\d{2})?$", "", text)
    try:
        form = partial_date(stated) if DAY.fullmatch(stated) else None
        return date.fromisoformat(form or stated)
    except ValueError as error:
        raise refused("a date must be like 2026-08-05", text, where) from error
