"""What an entry of the UN Security Council's list becomes.

Every child element is taken by name and the remainder audited, so that a new element refuses the
file instead of being lost. What has no field of its own stands labelled in `remarks`; only sort
keys and the layout's own version number are left out.
"""

from __future__ import annotations

import re
from datetime import date

from vigil.lists.countries import Countries
from vigil.lists.fields import is_acronym, number_form, remark_lines
from vigil.lists.partial_dates import partial_date
from vigil.lists.xml_fields import Fields
from vigil.model.entity import Address, Entity, Identifier, Name, NameQuality, Origin
from vigil.model.order import Kind

ID = "un_sc"

NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
NOT_AVAILABLE = "na"  # how the list fills a name part that there is not; names are in capitals
QUALITIES = {
    None: NameQuality.FULL,
    "Good": NameQuality.FULL,
    "a.k.a.": NameQuality.FULL,
    "f.k.a.": NameQuality.FULL,
    "Low": NameQuality.WEAK,
}
SORTING = ("VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD")
PLAIN_REMARKS = (
    ("data id", "DATAID"),
    ("gender", "GENDER"),
    ("submitted by", "SUBMITTED_BY"),
    ("submitted on", "SUBMITTED_ON"),
    ("comments", "COMMENTS1"),
)
VALUE_REMARKS = (
    ("title", "TITLE"),
    ("designation", "DESIGNATION"),
    ("list", "LIST_TYPE"),
    ("last updated", "LAST_DAY_UPDATED"),
)
PLACE_PARTS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE")
# Some entries put several names into one alias: "Azim Adhajani; Azim Agha-Jani", "… b) M. Sabet",
# "جبهة النصرة (the Victory Front; Al-Nusra Front)".
BETWEEN_ALIASES = re.compile(r"\s+[b-h]\)\s+|\s*[;()]\s*")
NO_ALIASES = ("", "original script")
# A number alone; "Laissez-passer no. N°235/MISPAT" and the like are told in the remarks only.
DOCUMENT_NUMBER = re.compile(r"(?=.*\d)(?:[A-Z]{1,5}[ .-]?)?[0-9][A-Z0-9 ./-]{2,20}", re.IGNORECASE)
PASSPORT = re.compile(r"pass?e?por|pasaporte", re.IGNORECASE)


def read_entry(entry: Fields, tag: str, kind: Kind, countries: Countries) -> Entity:
    """One INDIVIDUAL or ENTITY.

    Raises:
        SourceChanged: an element that is not known, or a value that its field does not allow.
    """
    for sorting in SORTING:
        entry.texts(sorting)
    reading = _Reading(entry, tag, kind, countries)
    entity = Entity(
        id=f"{ID}:{entry.needed('REFERENCE_NUMBER')}",
        source=ID,
        kind=kind,
        names=reading.names(),
        addresses=reading.addresses(),
        identifiers=reading.documents(),
        birth_dates=reading.birth_dates(),
        countries=reading.countries(),
        programmes=(entry.needed("UN_LIST_TYPE"),),
        listed_on=stated_day(entry.needed("LISTED_ON"), entry),
        delisted_on=_optional_day(entry, "DELISTED_ON"),
        origins=(Origin(ID),),
        remarks=reading.remarks(),
    )
    entry.close()
    return entity


def stated_day(text: str, entry: Fields) -> date:
    """A day in ISO form; a time zone behind it does not move it."""
    try:
        return date.fromisoformat(re.sub(r"(Z|[+-]\d{2}:\d{2})$", "", text))
    except ValueError as error:
        raise entry.refused("a date must be like 2026-02-27", text) from error


def _optional_day(entry: Fields, tag: str) -> date | None:
    text = entry.text(tag)
    return None if text is None else stated_day(text, entry)


class _Reading:
    """One entry as it is taken apart: what a field cannot hold gathers as remarks, and countries
    gather from wherever they are named.
    """

    def __init__(self, entry: Fields, tag: str, kind: Kind, countries: Countries) -> None:
        self._entry = entry
        self._tag = tag
        self._kind = kind
        self._table = countries
        self._codes: list[str] = []
        self._born: list[str] = []
        self._remarks: list[tuple[str, str | None]] = []

    def names(self) -> tuple[Name, ...]:
        """The name joined from its parts, then the original script, then the aliases."""
        parts = (self._entry.text(part) for part in NAME_PARTS)
        name = " ".join(part for part in parts if part is not None and part != NOT_AVAILABLE)
        if not name:
            raise self._entry.refused("an entry must have a name", name)
        names = [Name(name), *map(Name, self._entry.texts("NAME_ORIGINAL_SCRIPT"))]
        for alias in self._entry.elements(f"{self._tag}_ALIAS"):
            names += self._alias(alias)
        by_text = {name.text: name for name in reversed(names)}  # the first of a text stays
        return tuple(dict.fromkeys(by_text[name.text] for name in names))

    def _alias(self, alias: Fields) -> list[Name]:
        text, stated = alias.text("ALIAS_NAME"), alias.text("QUALITY")
        if stated not in QUALITIES:
            raise alias.refused(
                f"quality must be one of {', '.join(filter(None, QUALITIES))}", stated
            )
        birth = [alias.text(f"{what}_OF_BIRTH") for what in ("DATE", "CITY", "COUNTRY")]
        note = alias.text("NOTE")
        alias.close()
        self._born += [day for day in (partial_date(birth[0] or ""),) if day is not None]
        born = f"born {_joined(*birth)}" if any(birth) else None
        said = _joined(stated if stated == "f.k.a." else None, note, born)
        if said:
            self._remarks.append((f"alias {text}", said))
        if text is None:
            return []
        pieces = BETWEEN_ALIASES.split(text) if ";" in text else []
        texts = (text, *(piece for piece in pieces if piece not in NO_ALIASES))
        return [Name(each, self._quality(each, stated)) for each in texts]

    def _quality(self, text: str, stated: str | None) -> NameQuality:
        quality = QUALITIES[stated]
        if quality is NameQuality.FULL and self._kind is Kind.ORGANISATION and is_acronym(text):
            return NameQuality.ACRONYM
        return quality

    def addresses(self) -> tuple[Address, ...]:
        """Addresses with more than a country; a lone country goes to the entry's countries."""
        found = []
        for address in self._entry.elements(f"{self._tag}_ADDRESS"):
            place = _joined(*(address.text(part) for part in PLACE_PARTS))
            country, note = address.text("COUNTRY"), address.text("NOTE")
            address.close()
            code = self._country(country, "address")
            if place:
                noted = f" ({note})" if note else ""
                found.append(Address(_joined(place, country) + noted, code))
            elif note:
                self._remarks.append(("address", _joined(country, note)))
        return tuple(dict.fromkeys(found))

    def birth_dates(self) -> tuple[str, ...]:
        """Days, years and spans of years; how sure they are stands in the remarks."""
        found = []
        for birth in self._entry.elements(f"{self._tag}_DATE_OF_BIRTH"):
            stated, note = birth.text("TYPE_OF_DATE"), birth.text("NOTE")
            day, year = birth.text("DATE"), birth.text("YEAR")
            first, last = birth.text("FROM_YEAR"), birth.text("TO_YEAR")
            birth.close()
            text = day or year or (f"{first}/{last}" if first and last else None)
            form = partial_date(text) if text else None
            found += [form] if form else []
            if note or (text and form is None) or stated not in (None, "EXACT", "BETWEEN"):
                self._remarks.append(("born", _joined(stated, text or first or last, note)))
        self._places_of_birth()
        return tuple(dict.fromkeys((*found, *self._born)))

    def _places_of_birth(self) -> None:
        for place in self._entry.elements(f"{self._tag}_PLACE_OF_BIRTH"):
            parts = [place.text(part) for part in (*PLACE_PARTS, "COUNTRY", "NOTE")]
            place.close()
            self._remarks.append(("place of birth", _joined(*parts)))

    def documents(self) -> tuple[Identifier, ...]:
        """Numbers of passports and national documents; the remarks tell each in full."""
        found = []
        for document in self._entry.elements(f"{self._tag}_DOCUMENT"):
            kinds = (document.text("TYPE_OF_DOCUMENT"), document.text("TYPE_OF_DOCUMENT2"))
            number = document.text("NUMBER")
            issuer = (document.text("COUNTRY_OF_ISSUE"), document.text("ISSUING_COUNTRY"))
            issued = (document.text("CITY_OF_ISSUE"), document.text("DATE_OF_ISSUE"))
            said = _joined(
                *dict.fromkeys((*kinds, number, *issued, *issuer)), document.text("NOTE")
            )
            document.close()
            self._remarks.append(("document", said))
            if number and DOCUMENT_NUMBER.fullmatch(number):
                scheme = "passport" if PASSPORT.search(_joined(*kinds)) else "national_id"
                found.append(Identifier(scheme, number_form(number)))
        return tuple(dict.fromkeys(found))

    def countries(self) -> tuple[str, ...]:
        """Countries of nationality and address."""
        for nationality in self._entry.elements("NATIONALITY"):
            for text in nationality.texts("VALUE"):
                self._country(text, "nationality")
            nationality.close()
        return tuple(dict.fromkeys(self._codes))

    def remarks(self) -> str | None:
        """All that no field holds, labelled; asked for last."""
        plain = [(label, self._entry.text(tag)) for label, tag in PLAIN_REMARKS]
        values = [
            (label, text)
            for label, tag in VALUE_REMARKS
            for element in self._entry.elements(tag)
            for text in _values(element)
        ]
        return remark_lines((*plain, *values, *self._remarks))

    def _country(self, text: str | None, label: str) -> str | None:
        code = self._table.code(text) if text else None
        if code is not None:
            self._codes.append(code)
        elif text:
            self._remarks.append((f"{label} country", text))
        return code


def _values(element: Fields) -> list[str]:
    values = element.texts("VALUE")
    element.close()
    return values


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
