"""What a party of OFAC's advanced XML says of itself: names, documents and features.

Source: the schema `sdn_advanced.xsd` (namespace http://www.un.org/sanctions/1.0); layout not yet
seen in the wild.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vigil.lists.countries import Countries
from vigil.lists.us_ofac_entity import Draft
from vigil.lists.us_ofac_labels import Sort
from vigil.lists.us_ofac_reference import (
    PERIOD,
    Place,
    Words,
    drop_references,
    is_true,
    place_of,
    read_period,
)
from vigil.lists.us_ofac_remarks import Statement
from vigil.lists.xml_fields import Fields
from vigil.model.order import Kind

KINDS = {
    ("Individual", None): Kind.PERSON,
    ("Entity", None): Kind.ORGANISATION,
    ("Transport", "Vessel"): Kind.VESSEL,
    ("Transport", "Aircraft"): Kind.AIRCRAFT,
}
ALIAS_TYPES = ("name", "a.k.a.", "f.k.a.", "n.k.a.")
ALIAS = frozenset({"FixedRef", "AliasTypeID", "Primary", "LowQuality"})
NAME = frozenset({"ID", "FixedRef", "DocNameStatusID"})
NAME_PART = frozenset({"LeadingChars", "TrailingChars"})
NAME_VALUE = frozenset({"NamePartGroupID", "ScriptID", "ScriptStatusID", "Acronym"})
IDENTITY_OF_FEATURE = frozenset({"IdentityID", "IdentityFeatureLinkTypeID"})
# These stand before the comma, as the other forms print names.
LEADING = ("Last Name", "Maiden Name", "Entity Name", "Vessel Name", "Aircraft Name", "Nickname")
PLACES = {
    "place of birth": Sort.BIRTH_PLACE,
    "nationality country": Sort.NATIONALITY,
    "nationality": Sort.NATIONALITY,
    "citizenship country": Sort.CITIZENSHIP,
    "citizenship": Sort.CITIZENSHIP,
}
SHIP = {
    "vessel call sign": "call sign",
    "vessel type": "vessel type",
    "vessel flag": "vessel flag",
    "vessel tonnage": "tonnage",
    "vessel gross registered tonnage": "gross registered tonnage",
}
PRIMARY_FORM = "Primary Latin"
DISPROVED = "False"
USUAL = ("", "Unknown", "Confirmed")


class Table(NamedTuple):
    """What a party refers to, all by number."""

    list_id: str
    countries: Countries
    words: Words
    places: Mapping[str, Place]
    documents: Mapping[str, list[tuple[str, str | None]]]


class _Name(NamedTuple):
    text: str
    is_primary: bool
    is_weak: bool
    is_former: bool
    is_short: bool


def read_party(party: Fields, table: Table) -> tuple[str, Draft]:
    """The number of a party's profile, and the party but for its ties and sanctions.

    Raises:
        SourceChanged: an element, number or word that the schema does not have.
    """
    number = party.attribute("FixedRef")
    comments = party.texts("Comment")
    profiles = party.elements("Profile", frozenset({"ID", "PartySubTypeID"}))
    if len(profiles) != 1 or not (number.isascii() and number.isdigit()):
        raise party.refused("a party must have a number and one profile", number)
    [profile] = profiles
    types = table.words.party(profile.attribute("PartySubTypeID"), profile)
    kind = KINDS.get((types[0], None)) or KINDS.get(types)
    if kind is None:
        raise profile.refused("a party must be of a known type", ", ".join(types))
    draft = _Names(profile, table).draft(number, kind)
    for comment in (*comments, *profile.texts("Comment")):
        draft.remarks(comment)
    for feature in profile.elements("Feature", frozenset({"ID", "FeatureTypeID"})):
        _feature(feature, draft, table)
    drop_references(profile, "SanctionsEntryReference")
    for reference in profile.elements("ExternalReference", frozenset({"ExRefTypeID"})):
        label = table.words.told_by("ExRefType", reference)
        for tag in ("ExRefValue", "DirectURL", "Comment"):
            draft.remark(label, reference.text(tag))
        reference.close()
    profile.close()
    party.close()
    return profile.attribute("ID"), draft


class _Names:
    """The identities of one party as they are taken apart; remarks and documents gather."""

    def __init__(self, profile: Fields, table: Table) -> None:
        self._profile = profile
        self._table = table
        self._remarks: list[tuple[str, str | None]] = []
        self._documents: list[tuple[str, str | None]] = []
        self._names: list[_Name] = []

    def draft(self, number: str, kind: Kind) -> Draft:
        """The party with its names and documents; the primary name stands first."""
        for identity in self._profile.elements(
            "Identity", frozenset({"ID", "FixedRef", "Primary", "False"})
        ):
            self._identity(identity)
        primary = [name.text for name in self._names if name.is_primary]
        if len(primary) != 1:
            raise self._profile.refused("a party must have one primary name", len(primary))
        table = self._table
        draft = Draft(table.list_id, number, kind, primary[0], table.countries)
        for name in self._names:
            if not name.is_primary:
                draft.alias(
                    name.text,
                    is_weak=name.is_weak,
                    is_former=name.is_former,
                    is_short=name.is_short,
                )
        for label, remark in self._remarks:
            draft.remark(label, remark)
        for printed, comment in self._documents:
            draft.labelled(printed)
            draft.remark("document", comment and f"{printed}: {comment}")
        return draft

    def _identity(self, identity: Fields) -> None:
        groups = self._groups(identity)
        is_primary, is_false = is_true(identity, "Primary"), is_true(identity, "False")
        self._remarks.append(("identity", identity.text("Comment")))
        for alias in identity.elements("Alias", ALIAS):
            for name in self._alias(alias, groups, is_primary):
                self._names.append(name)
                self._remarks.append(("false identity", name.text if is_false else None))
        drop_references(identity, "IDRegDocumentReference")
        self._documents += self._table.documents.get(identity.attribute("ID"), [])
        identity.close()

    def _groups(self, identity: Fields) -> dict[str, str]:
        """The type of each group of name parts, by its number."""
        types = {}
        for groups in identity.elements("NamePartGroups"):
            for master in groups.elements("MasterNamePartGroup"):
                for group in master.elements("NamePartGroup", frozenset({"ID", "NamePartTypeID"})):
                    types[group.attribute("ID")] = self._table.words.told_by("NamePartType", group)
                    group.close()
                master.close()
            groups.close()
        return types

    def _alias(self, alias: Fields, groups: Mapping[str, str], is_primary: bool) -> list[_Name]:
        """The forms of a name; of a primary name, those in other scripts are aliases."""
        words = self._table.words
        stated = words.told_by("AliasType", alias).lower()
        if stated not in ALIAS_TYPES:
            raise alias.refused(f"a name must be one of {', '.join(ALIAS_TYPES)}", stated)
        primary, weak = is_primary and is_true(alias, "Primary"), is_true(alias, "LowQuality")
        found: list[_Name] = []
        for form in alias.elements("DocumentedName", NAME):
            text, is_short = self._text(form, groups)
            is_first = primary and words.told_by("DocNameStatus", form) == PRIMARY_FORM
            found.append(_Name(text, is_first, weak, stated == "f.k.a.", is_short))
            self._remarks.append(("now known as", text if stated == "n.k.a." else None))
        self._remarks.append(("alias", alias.text("Comment")))
        for period in alias.elements("DatePeriod", PERIOD):
            span = read_period(period, words)
            used = f"{found[0].text}, {span.in_iso()}" if span and found else None
            self._remarks.append(("alias used", used))
        alias.close()
        return found

    def _text(self, form: Fields, groups: Mapping[str, str]) -> tuple[str, bool]:
        """One form of a name, and whether it is an acronym."""
        leading: list[str] = []
        following: list[str] = []
        short: list[bool] = []
        for part in form.elements("DocumentedNamePart", NAME_PART):
            before, after = part.optional("LeadingChars"), part.optional("TrailingChars")
            for value in part.elements("NamePartValue", NAME_VALUE):
                group = value.attribute("NamePartGroupID")
                if group not in groups:
                    raise value.refused("a name part must be of a group of its identity", group)
                text = f"{before or ''}{value.value()}{after or ''}"
                (leading if groups[group] in LEADING else following).append(text)
                short.append(is_true(value, "Acronym"))
            part.close()
        text = ", ".join(filter(None, (" ".join(leading), " ".join(following))))
        if not text:
            raise form.refused("a name must be given", text)
        for country in form.elements("DocumentedNameCountry", frozenset({"CountryID"})):
            told = self._table.words.told_by("Country", country)
            self._remarks.append((f"name {text}", told))
            self._remarks.append((f"name {text}", country.text("Comment")))
            country.close()
        self._remarks.append((f"name {text}", form.text("Comment")))
        drop_references(form, "IDRegDocumentReference")
        form.close()
        return text, all(short)


def _feature(feature: Fields, draft: Draft, table: Table) -> None:
    """One feature: each version is a statement, or several, of the feature's type."""
    label = table.words.told_by("FeatureType", feature).strip()
    for version in feature.elements("FeatureVersion", frozenset({"ID", "ReliabilityID"})):
        reliability = table.words.told_by("Reliability", version)
        stated = _Stated.of(version, table)
        draft.remark(label, version.text("Comment"))
        if reliability == DISPROVED:
            draft.remark(f"stated to be false: {label}", stated.told())
        else:
            _state_feature(label, stated, draft)
            draft.remark(f"reliability of {label}", None if reliability in USUAL else reliability)
        drop_references(version, "IDRegDocumentReference")
        version.close()
    for identity in feature.elements("IdentityReference", IDENTITY_OF_FEATURE):
        identity.close()
    feature.close()


class _Stated(NamedTuple):
    """What one version of a feature gives: texts, periods in two forms, places."""

    details: list[str]
    spans: list[str]
    dates: list[str]
    places: list[Place]

    @classmethod
    def of(cls, version: Fields, table: Table) -> _Stated:
        """Take a version apart."""
        periods = [read_period(one, table.words) for one in version.elements("DatePeriod", PERIOD)]
        places = [
            place_of(location.attribute("LocationID"), table.places, location)
            for location in version.elements("VersionLocation", frozenset({"LocationID"}))
        ]
        known = [period for period in periods if period is not None]
        return cls(
            _details(version, table.words),
            [period.in_iso() for period in known],
            [period.in_words() for period in known],
            places,
        )

    def told(self) -> str:
        """All of it in one line."""
        return ", ".join((*self.details, *self.dates, *(place.told() for place in self.places)))


def _state_feature(label: str, stated: _Stated, draft: Draft) -> None:
    """A feature into its field; one that has none is labelled text."""
    key = label.lower()
    for place in stated.places:
        draft.remark("place", place.comment and f"{place.told()}: {place.comment}")
    told = [*stated.details, *stated.dates, *(place.told() for place in stated.places)]
    if key == "birthdate":
        for text in (*stated.spans, *stated.details):
            draft.state(Statement(Sort.BIRTH_DATE, text, text))
    elif key == "location":
        for place in stated.places:
            draft.address(place.parts, place.country)
        draft.remark("location", ", ".join(stated.details))
    elif key in PLACES:
        for text in told:
            draft.state(Statement(PLACES[key], text, text))
    elif key == "title":
        for text in told:
            draft.title(text)
    elif key == "vessel owner":
        for text in told:
            draft.owner(text)
    elif key in SHIP:
        draft.remark(SHIP[key], stated.told())
    elif told:
        draft.labelled(f"{label} {stated.told()}")


def _details(version: Fields, words: Words) -> list[str]:
    """The texts of a version, its own or those of a set."""
    found = []
    for detail in version.elements(
        "VersionDetail", frozenset({"DetailTypeID", "DetailReferenceID"})
    ):
        reference = detail.optional("DetailReferenceID")
        found.append(detail.value())
        if reference is not None:
            found.append(words.of("DetailReference", reference, detail))
        detail.close()
    return [text for text in dict.fromkeys(found) if text]
