"""What an entry of the EU's Financial Sanctions Files becomes.

The day of listing is the designation date, or the day on which an original regulation (not an
amendment of one) came into force; an amendment's day would make an old listing look young, so an
entry that has nothing else has no day. What has no field of its own stands labelled in `remarks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from vigil.errors import InvalidInput
from vigil.ids.bic import parse_bic
from vigil.ids.imo import parse_imo
from vigil.lists.countries import Countries
from vigil.lists.eu_fsf_layout import ID, Entry, Part, day
from vigil.lists.eu_fsf_words import UNKNOWN_COUNTRY, document_line, lettered, regulation_line
from vigil.lists.fields import is_acronym, number_form, remark_lines
from vigil.lists.merge import distinct_names
from vigil.lists.partial_dates import date_of_parts, partial_date
from vigil.model.entity import Address, Entity, Identifier, Name, NameQuality, Origin
from vigil.model.order import Kind

KINDS = {"person": Kind.PERSON, "enterprise": Kind.ORGANISATION}
SCHEMES = {
    "passport": "passport",
    "id": "national_id",
    "regnumber": "registration",
    "fiscalcode": "tax",
}
CHECKED = {"imo": parse_imo, "swiftbic": parse_bic}
CHECKED_SCHEMES = {"imo": "imo", "swiftbic": "bic"}
DOCUMENT_NUMBER = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9 ./-]{2,24}", re.IGNORECASE)
LOW_QUALITY = re.compile(r"\blow quality\b", re.IGNORECASE)
ADDRESS_PARTS = ("street", "poBox", "zipCode", "city", "place", "region")
BIRTH_PLACE_PARTS = ("place", "city", "zipCode", "region")


def read_entry(entry: Entry, countries: Countries) -> Entity:
    """One entry.

    Raises:
        SourceChanged: no logical id, kind or name, or a value that its field does not allow.
    """
    number = entry.fields.get("logicalId", "")
    if not number.isdigit():
        raise entry.refused("logicalId must be a number", number)
    reading = _Reading(entry, countries)
    regulations = entry.each("regulation")
    urls = [part.text("publicationUrl") for part in regulations]
    return Entity(
        id=f"{ID}:{number}",
        source=ID,
        kind=reading.kind,
        names=reading.names(),
        addresses=reading.addresses(),
        identifiers=reading.identifiers(),
        birth_dates=reading.birth_dates(),
        birth_places=reading.birth_places(),
        countries=reading.countries(),
        programmes=_distinct(part.text("programme") for part in regulations),
        listed_on=reading.listed_on(),
        citation="; ".join(_distinct(part.text("numberTitle") for part in regulations)) or None,
        origins=(Origin(ID, next(filter(None, urls), None)),),
        genders=_distinct(part.text("gender") for part in entry.each("nameAlias")),
        positions=reading.positions(),
        remarks=reading.remarks(),
    )


class _Reading:
    """One entry as it is taken apart: countries gather from wherever they are named, and what no
    field holds gathers as remarks.
    """

    def __init__(self, entry: Entry, countries: Countries) -> None:
        self._entry = entry
        self._table = countries
        self._codes: list[str] = []
        self._remarks: list[tuple[str, str]] = []
        self.kind = self._read_kind()

    def _read_kind(self) -> Kind:
        """A person or an organisation; an enterprise with an IMO number may be a ship."""
        subjects = self._entry.each("subjectType")
        code = subjects[0].text("code") if len(subjects) == 1 else ""
        if code not in KINDS:
            raise self._entry.refused("subjectType must be person or enterprise, once", code)
        documents = self._entry.each("identification")
        may_be_ship = any(part.text("identificationTypeCode") == "imo" for part in documents)
        return Kind.UNKNOWN if code == "enterprise" and may_be_ship else KINDS[code]

    def names(self) -> tuple[Name, ...]:
        """The names in the order of the file, in all languages."""
        found: list[Name] = []
        for part in self._entry.each("nameAlias"):
            pieces = [part.text(field) for field in ("firstName", "middleName", "lastName")]
            whole = part.text("wholeName") or " ".join(filter(None, pieces))
            if whole:
                found.append(Name(whole, self._quality(whole, part, is_first=not found)))
            if any(piece not in whole for piece in pieces):
                self._say("parts of a name", "; ".join(filter(None, pieces)))
            self._say(f"language of {whole}", part.text("nameLanguage"))
            self._say(f"title of {whole}", part.text("title"))
            self._say_of(f"name {whole}", part)
        if not found:
            raise self._entry.refused("an entry must have a name", None)
        return distinct_names(found)

    def _quality(self, whole: str, part: Part, *, is_first: bool) -> NameQuality:
        strong = part.text("strong")
        if strong not in ("true", "false", ""):
            raise self._entry.refused("strong must be true or false", strong)
        if strong == "false" or any(LOW_QUALITY.search(remark) for remark in part.remarks):
            return NameQuality.WEAK
        can_be_short = self.kind is not Kind.PERSON and not is_first
        return NameQuality.ACRONYM if can_be_short and is_acronym(whole) else NameQuality.FULL

    def positions(self) -> tuple[str, ...]:
        """The functions of a person, each by itself; of others they are told as remarks."""
        texts = _distinct(part.text("function") for part in self._entry.each("nameAlias"))
        if self.kind is Kind.PERSON:
            return _distinct(piece for text in texts for piece in lettered(text))
        self._remarks += [("function", text) for text in texts]
        return ()

    def addresses(self) -> tuple[Address, ...]:
        """Addresses with more than a country; a lone country goes to the entry's countries."""
        found = []
        for part in self._entry.each("address"):
            code = self._country(part, "address")
            place = _joined(part, ADDRESS_PARTS)
            if place:
                known = part.text("countryIso2Code") not in UNKNOWN_COUNTRY
                country = part.text("countryDescription") if known else ""
                found.append(Address(", ".join(filter(None, (place, country))), code))
            at_listing = "true" if part.is_marked("asAtListingTime") else ""
            self._say(f"address {place} as at listing", at_listing)
            self._remarks += [("contact", contact) for contact in part.contacts]
            self._say_of(f"address {place}", part)
        return tuple(dict.fromkeys(found))

    def birth_dates(self) -> tuple[str, ...]:
        """Days, months, years and spans; an open span or another calendar is told as a remark."""
        found = []
        for part in self._entry.each("birthdate"):
            form = _born(part)
            calendar = part.text("calendarType")
            if form and calendar in ("GREGORIAN", ""):
                found.append(f"circa {form}" if part.is_marked("circa") else form)
            else:
                fields = ("birthdate", "year", "monthOfYear", "dayOfMonth")
                ends = (("not before", "yearRangeFrom"), ("not after", "yearRangeTo"))
                open_span = [f"{word} {part.text(end)}" for word, end in ends if part.text(end)]
                stated = [part.text(field) for field in fields if part.text(field)]
                said = ", ".join((*stated, *open_span))
                self._say("born", f"{said} ({calendar})" if said and calendar else said)
            self._say_of("birth", part)
        return _distinct(found)

    def birth_places(self) -> tuple[str, ...]:
        """Where born, as precisely as it is told."""
        found = []
        for part in self._entry.each("birthdate"):
            known = part.text("countryIso2Code") not in UNKNOWN_COUNTRY
            country = part.text("countryDescription") if known else ""
            found.append(", ".join(filter(None, (_joined(part, BIRTH_PLACE_PARTS), country))))
        return _distinct(found)

    def identifiers(self) -> tuple[Identifier, ...]:
        """Numbers that belong to one bearer and are not known to be false."""
        found: list[Identifier] = []
        for part in self._entry.each("identification"):
            kind = part.text("identificationTypeCode")
            self._say("document", document_line(part))
            self._say_of("document", part)
            if not part.is_marked("knownFalse"):
                for number in _distinct((part.text("number"), part.text("latinNumber"))):
                    found += _identifier(kind, number)
        return tuple(dict.fromkeys(found))

    def countries(self) -> tuple[str, ...]:
        """Countries of citizenship and address."""
        for part in self._entry.each("citizenship"):
            self._country(part, "citizenship")
            self._say("citizenship region", part.text("region"))
            self._say_of("citizenship", part)
        return _distinct(self._codes)

    def listed_on(self) -> date | None:
        """See the module; of several days the one that makes the listing count longer."""
        days = [self._entry.fields.get("designationDate", "")]
        days += [
            part.text("entryIntoForceDate") or part.text("publicationDate")
            for part in self._entry.each("regulation")
            if part.text("regulationType") == "regulation"
        ]
        return min((day(text, self._entry.where) for text in days if text), default=None)

    def remarks(self) -> str | None:
        """All that no field holds, labelled; asked for last."""
        fields = self._entry.fields
        regulations = self._entry.each("regulation")
        for part in regulations:
            self._say_of("regulation", part)
        details = (part for kind in self._entry.parts.values() for part in kind)
        stated = [source for part in details for source in part.stated_in]
        return remark_lines((
            ("EU reference", fields.get("euReferenceNumber")),
            ("UN reference", fields.get("unitedNationId")),
            ("designated", fields.get("designationDate")),
            ("designation details", fields.get("designationDetails")),
            *(("remark", remark) for remark in self._entry.remarks),
            *(("regulation", regulation_line(part.fields)) for part in regulations),
            *self._remarks,
            *(("stated in", regulation_line(each)) for each in stated),
        ))  # fmt: skip

    def _country(self, part: Part, label: str) -> str | None:
        stated, words = part.text("countryIso2Code"), part.text("countryDescription")
        if stated in UNKNOWN_COUNTRY:
            return None
        code = self._table.code(stated) or self._table.code(words)
        if code is not None:
            self._codes.append(code)
        else:
            self._say(f"{label} country", ", ".join(filter(None, (stated, words))))
        return code

    def _say(self, label: str, text: str) -> None:
        if text:
            self._remarks.append((label, text))

    def _say_of(self, label: str, part: Part) -> None:
        self._remarks += [(label, remark) for remark in part.remarks]


def _born(part: Part) -> str | None:
    first, last = part.text("yearRangeFrom"), part.text("yearRangeTo")
    if first and last:
        return partial_date(f"{first}/{last}")
    parts = (part.text(field) for field in ("year", "monthOfYear", "dayOfMonth"))
    return partial_date(part.text("birthdate")) or date_of_parts(*parts)


def _identifier(kind: str, number: str) -> Iterator[Identifier]:
    if kind in CHECKED:
        try:
            yield Identifier(CHECKED_SCHEMES[kind], CHECKED[kind](number))
        except InvalidInput:  # a slip of the list: the remark tells it, nothing is compared
            return
    elif kind in SCHEMES and DOCUMENT_NUMBER.fullmatch(number):
        yield Identifier(SCHEMES[kind], number_form(number))


def _joined(part: Part, fields: Iterable[str]) -> str:
    boxed = {"poBox": "PO Box "}
    return ", ".join(boxed.get(f, "") + part.text(f) for f in fields if part.text(f))


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
