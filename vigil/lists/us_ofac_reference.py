"""What the parties of OFAC's advanced XML refer to: words by number, places, documents, days.

Source: the schema `sdn_advanced.xsd` (namespace http://www.un.org/sanctions/1.0); layout not yet
seen in the wild.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vigil.lists.xml_fields import Fields

SETS = (
    "AliasType", "AreaCode", "AreaCodeType", "CalendarType", "Country", "CountryRelevance",
    "DecisionMakingBody", "DetailReference", "DetailType", "DocNameStatus", "EntryEventType",
    "EntryLinkType", "ExRefType", "FeatureType", "FeatureTypeGroup", "IDRegDocDateType",
    "IDRegDocType", "IdentityFeatureLinkType", "LegalBasis", "LegalBasisType", "List",
    "LocPartType", "LocPartValueStatus", "LocPartValueType", "NamePartType", "Organisation",
    "PartySubType", "PartyType", "RelationQuality", "RelationType", "Reliability",
    "SanctionsProgram", "SanctionsType", "Script", "ScriptStatus", "SubsidiaryBody",
    "SupInfoType", "TargetType", "Validity",
)  # fmt: skip
# What a word belongs to besides; only the type of a party is of use here.
SET_ATTRIBUTES = frozenset({
    "ID", "CountryID", "Description", "AreaCodeTypeID", "Comment", "IS03166-3Code", "ISO3", "ISO2",
    "OrganisationID", "DetailCode", "FeatureTypeGroupID", "LegalBasisShortRef", "LegalBasisTypeID",
    "SanctionsProgramID", "PartyTypeID", "Symmetrical", "SubsidiaryBodyID", "ScriptCode",
    "Notional", "DecisionMakingBodyID",
})  # fmt: skip
PERIOD = frozenset({"CalendarTypeID", "YearFixed", "MonthFixed", "DayFixed"})
BOUNDARY = frozenset({"Approximate", "YearFixed", "MonthFixed", "DayFixed"})
DOCUMENT = frozenset({
    "ID", "IDRegDocTypeID", "IdentityID", "IssuedBy-CountryID", "IssuedIn-LocationID", "ValidityID",
})  # fmt: skip
PART_VALUE = frozenset({"Primary", "LocPartValueTypeID", "LocPartValueStatusID"})
STREETS = ("ADDRESS1", "ADDRESS2", "ADDRESS3")
TOWNS = ("CITY", "STATE/PROVINCE")
POST_CODE = "POSTAL CODE"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
GENUINE = ("", "Unknown", "Valid")
YES_OR_NO = {"true": True, "false": False, "1": True, "0": False}


class Words:
    """The words of the reference value sets, by set and number."""

    def __init__(self, top: Fields) -> None:
        [sets] = once(top, "ReferenceValueSets")
        self._word: dict[tuple[str, str], str] = {}
        self._party_type: dict[str, str] = {}
        for name in SETS:
            for values in sets.elements(f"{name}Values"):
                for item in values.elements(name, SET_ATTRIBUTES):
                    number = item.attribute("ID")
                    self._word[name, number] = item.value()
                    if name == "AreaCode":  # its text is the code alone
                        self._word[name, number] = item.optional("Description") or item.value()
                    if name == "PartySubType":
                        self._party_type[number] = item.attribute("PartyTypeID")
                values.close()
        sets.close()

    def of(self, name: str, number: str, where: Fields) -> str:
        """The word of a set that a number stands for."""
        word = self._word.get((name, number))
        if word is None:
            raise where.refused(f"{name} must be a number of its set", number)
        return word

    def told_by(self, name: str, element: Fields, attribute: str | None = None) -> str:
        """The word of a set that an element refers to, by `SetID` unless another name is given."""
        return self.of(name, element.attribute(attribute or f"{name}ID"), element)

    def check_calendar(self, element: Fields) -> None:
        """Days are read as Gregorian ones, and must be such."""
        calendar = self.told_by("CalendarType", element)
        if calendar != "Gregorian":
            raise element.refused("a calendar must be Gregorian", calendar)

    def party(self, number: str, where: Fields) -> tuple[str, str]:
        """The type and the subtype of a party."""
        subtype = self.of("PartySubType", number, where)
        return self.of("PartyType", self._party_type[number], where), subtype


class Place(NamedTuple):
    """A location: street and town as the comma-separated files print them, and its country."""

    parts: tuple[str, ...]
    country: str | None
    comment: str | None

    def told(self) -> str:
        """The place in one line."""
        return ", ".join(filter(None, (*self.parts, self.country)))


def once(fields: Fields, tag: str) -> list[Fields]:
    """The one child of a tag."""
    found = fields.elements(tag)
    if len(found) != 1:
        raise fields.refused(f"{tag} must come once", len(found))
    return found


def is_true(element: Fields, name: str) -> bool:
    """The truth value of an attribute."""
    text = element.attribute(name)
    if text not in YES_OR_NO:
        raise element.refused(f"{name} must be true or false", text)
    return YES_OR_NO[text]


def drop_references(element: Fields, *tags: str) -> None:
    """References back to what refers here: they say nothing that the other end does not."""
    for tag in tags:
        for reference in element.elements(tag, frozenset({tag.removesuffix("Reference") + "ID"})):
            reference.close()


def read_places(top: Fields, words: Words) -> dict[str, Place]:
    """The locations by number."""
    [group] = once(top, "Locations")
    places = {}
    for location in group.elements("Location", frozenset({"ID"})):
        places[location.attribute("ID")] = _place(location, words)
        location.close()
    group.close()
    return places


def _place(location: Fields, words: Words) -> Place:
    areas = [
        words.told_by("AreaCode", code)
        for code in location.elements("LocationAreaCode", frozenset({"AreaCodeID"}))
    ]
    countries = [
        words.told_by("Country", country)
        for country in location.elements(
            "LocationCountry", frozenset({"CountryID", "CountryRelevanceID"})
        )
    ]
    comments = [location.text("Comment")]
    texts: dict[str, list[str]] = {}
    for part in location.elements("LocationPart", frozenset({"LocPartTypeID"})):
        kind = words.told_by("LocPartType", part).upper()
        for value in part.elements("LocationPartValue", PART_VALUE):
            text, comment = value.needed("Value"), value.text("Comment")
            if is_true(value, "Primary"):
                texts.setdefault(kind, []).append(text)
                comments.append(comment)
            else:  # the same part in another script, which the comment names
                comments.append(": ".join(filter(None, (comment, text))))
            value.close()
        part.close()
    drop_references(location, "FeatureVersionReference", "IDRegDocumentReference")
    comments += [area for area in areas if countries and area not in countries]
    street = [text for kind in STREETS for text in texts.pop(kind, [])]
    town = ", ".join(text for kind in TOWNS for text in texts.pop(kind, []))
    town = " ".join(filter(None, (town, *texts.pop(POST_CODE, []))))
    others = [text for found in texts.values() for text in found]
    return Place(
        tuple(filter(None, (*street, town, *others))),
        ", ".join(countries or areas) or None,
        "; ".join(filter(None, comments)) or None,
    )


def read_documents(
    top: Fields, words: Words, places: Mapping[str, Place]
) -> dict[str, list[tuple[str, str | None]]]:
    """By the number of an identity: its documents as the remarks print them, and what is said of
    each.
    """
    [group] = once(top, "IDRegDocuments")
    found: dict[str, list[tuple[str, str | None]]] = {}
    for document in group.elements("IDRegDocument", DOCUMENT):
        told = [document.text("Comment"), document.text("IssuingAuthority")]
        place = document.optional("IssuedIn-LocationID")
        if place is not None:
            told.append(f"issued in {place_of(place, places, document).told()}")
        printed = _document(document, words)
        comment = "; ".join(text for text in told if text and text not in printed) or None
        found.setdefault(document.attribute("IdentityID"), []).append((printed, comment))
        document.close()
    group.close()
    return found


def _document(document: Fields, words: Words) -> str:
    label, number = words.told_by("IDRegDocType", document), document.text("IDRegistrationNo")
    printed: list[str | None] = [label, number]
    country = document.optional("IssuedBy-CountryID")
    if country is not None:
        printed.append(f"({words.of('Country', country, document)})")
    for dated in document.elements("DocumentDate", frozenset({"IDRegDocDateTypeID"})):
        kind = words.told_by("IDRegDocDateType", dated)
        verb = {"Issue Date": "issued", "Expiration Date": "expires"}.get(kind, kind)
        for period in dated.elements("DatePeriod", PERIOD):
            day = read_period(period, words)
            printed.append(f"{verb} {day.in_words()}" if day else None)
        dated.close()
    validity = document.optional("ValidityID")
    word = "" if validity is None else words.of("Validity", validity, document)
    mention = frozenset({"IDRegDocumentID", "ReferenceType"})
    for other in document.elements("IDRegDocumentMention", mention):
        other.close()
    drop_references(
        document,
        "FeatureVersionReference",
        "DocumentedNameReference",
        "ProfileRelationshipReference",
    )
    text = " ".join(filter(None, printed))
    return text if word in GENUINE else f"{text}, {word}"  # a forged number is nobody's


def place_of(number: str, places: Mapping[str, Place], where: Fields) -> Place:
    """The place that a number stands for."""
    if number not in places:
        raise where.refused("LocationID must be a location of the list", number)
    return places[number]


def read_day(point: Fields) -> date:
    """A day of its year, month and day."""
    parts = [point.needed(tag) for tag in ("Year", "Month", "Day")]
    point.close()
    try:
        return date(*map(int, parts))
    except ValueError as error:
        raise point.refused("a date must be a day of the calendar", "-".join(parts)) from error


class Period(NamedTuple):
    """First and last day, and whether they are only about so."""

    first: date
    last: date
    is_circa: bool

    def in_iso(self) -> str:
        """As `Entity.birth_dates` writes it: a day, month or year, or a span."""
        first, last = self.first, self.last
        if first == last:
            text = first.isoformat()
        elif (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            years = (f"{first.year:04}", f"{last.year:04}")
            text = "/".join(dict.fromkeys(years))
        elif first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
            text = first.isoformat()[: len("1961-08")]
        else:
            text = f"{first.isoformat()}/{last.isoformat()}"
        return f"circa {text}" if self.is_circa else text

    def in_words(self) -> str:
        """A day as the remarks print it, `01 Jan 2010`; anything else in ISO form."""
        first = self.first
        if self.is_circa or first != self.last:
            return self.in_iso()
        return f"{first.day:02} {MONTHS[first.month - 1]} {first.year:04}"


def read_period(period: Fields, words: Words) -> Period | None:
    """A period, or None when it is empty."""
    words.check_calendar(period)
    if period.text("Comment"):
        raise period.refused("a period must have no comment", "one")
    days: list[date] = []
    approximate = []
    for tag in ("Start", "End"):
        for boundary in period.elements(tag, BOUNDARY):
            approximate.append(is_true(boundary, "Approximate"))
            for end in ("From", "To"):
                days += [read_day(point) for point in boundary.elements(end)]
            boundary.close()
    period.close()
    return Period(min(days), max(days), any(approximate)) if days else None
