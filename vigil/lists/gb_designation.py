"""A British designation: what the lists of the Treasury (OFSI) and of the Foreign Office both say.

Each reader gathers the texts as printed, in the order of the file; here they become one entity.
What has no field of its own stands labelled in `remarks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from vigil.errors import InvalidInput, SourceChanged, shown
from vigil.ids.imo import parse_imo
from vigil.lists.countries import Countries
from vigil.lists.fields import is_acronym, number_form, remark_lines
from vigil.lists.merge import distinct_names
from vigil.lists.partial_dates import partial_date
from vigil.model.entity import (
    Address,
    Entity,
    Identifier,
    Name,
    NameKind,
    NameQuality,
    Origin,
    Relation,
    RelationKind,
)
from vigil.model.order import Kind

KINDS = {
    "individual": Kind.PERSON,
    "entity": Kind.ORGANISATION,
    "ship": Kind.VESSEL,
}
NAME_KINDS = {
    "primary name": NameKind.PRIMARY,
    "primary name variation": NameKind.ALIAS,
    "alias": NameKind.ALIAS,
    "aka": NameKind.ALIAS,
    "fka": NameKind.FORMER,
}
QUALITIES = {
    "": NameQuality.FULL,
    "good quality": NameQuality.FULL,
    "good quality a.k.a": NameQuality.FULL,
    "low quality": NameQuality.WEAK,
    "low quality a.k.a": NameQuality.WEAK,
}
NUMBER = re.compile(r"\((\d{1,2})\)")
NOTHING = ("", "-")  # how a numbered text fills a place that has no value
# A number alone, with a label before it perhaps: `TIN - 7703104630`, `Tax ID: 102346`.
DOCUMENT_NUMBER = re.compile(r"(?=.*\d)(?:[A-Z]{1,5}[ .-]?)?[0-9][A-Z0-9 ./-]{2,24}", re.IGNORECASE)
LABELLED = re.compile(r"^\D*?(?::\s*|\s-\s+|\bnumber\s+|\bno\.?\s+)(?=\S*\d)", re.IGNORECASE)

Pair = tuple[str, str]


class Designation(msgspec.Struct):
    """The texts of one designation, gathered from one element or from all rows of its number."""

    list_id: str
    number: str
    kind: str
    where: str
    names: list[tuple[str, str, str]] = []  # text, type, strength
    native_names: list[tuple[str, str, str]] = []  # text, script, language
    births: list[str] = []
    birth_places: list[Pair] = []  # town, country
    nationalities: list[str] = []
    passports: list[Pair] = []  # number, details
    national_ids: list[Pair] = []
    registrations: list[str] = []
    imos: list[str] = []
    positions: list[str] = []
    genders: list[str] = []
    addresses: list[Pair] = []  # lines and post code, country
    flags: list[str] = []
    parents: list[str] = []
    subsidiaries: list[str] = []
    owners: list[str] = []
    regimes: list[str] = []
    measures: list[str] = []
    listed: list[date] = []
    citation: list[str] = []
    remarks: list[tuple[str, str]] = []

    def entity(self, countries: Countries) -> Entity:
        """The entity.

        Raises:
            SourceChanged: a kind, type of name or quality that the list does not have, or no name.
        """
        kind = KINDS.get(self.kind.lower())
        if kind is None:
            raise self.refused(
                "a designation must be an Individual, an Entity or a Ship", self.kind
            )
        reading = _Reading(self, kind, countries)
        return Entity(
            id=f"{self.list_id}:{self.number}",
            source=self.list_id,
            kind=kind,
            names=reading.names(),
            addresses=reading.addresses(),
            identifiers=reading.identifiers(),
            birth_dates=reading.birth_dates(),
            birth_places=_distinct(", ".join(filter(None, pair)) for pair in self.birth_places),
            countries=reading.countries(),
            programmes=_distinct(self.regimes),
            listed_on=min(self.listed, default=None),
            citation="; ".join(_distinct(self.citation)) or None,
            origins=(Origin(self.list_id),),
            genders=_distinct(self.genders),
            positions=_distinct(piece for text in self.positions for piece in pieces(text)),
            measures=_distinct(self.measures),
            relations=tuple(dict.fromkeys(reading.relations())),
            remarks=reading.remarks(),
        )

    def refused(self, expected: str, got: object) -> SourceChanged:
        """The error for something wrong in this designation."""
        return SourceChanged(
            f"{self.list_id}: {expected}, got {shown(got)} at {self.where}; "
            "the file is refused whole"
        )


def full_name(parts: Iterable[str]) -> str:
    """Names 1 to 5 and then name 6, the family name or the whole name of a thing."""
    return " ".join(part for part in parts if part)


def pieces(text: str) -> list[str]:
    """What a numbered text holds, each by itself; another text is one piece.

    >>> pieces("(1) Tunis (2) - (3) Sfax."), pieces("Congo (Democratic Republic)"), pieces("")
    (['Tunis', 'Sfax.'], ['Congo (Democratic Republic)'], [])
    """
    numbers = NUMBER.findall(text)
    in_order = numbers == [str(number) for number in range(1, len(numbers) + 1)]
    if not (numbers and in_order and text.lstrip().startswith("(1)")):
        return [] if text.strip() in NOTHING else [text.strip()]
    found = (piece.strip(" ,;") for piece in NUMBER.split(text)[2::2])
    return [piece for piece in found if piece.rstrip(". ") not in NOTHING]


def day(text: str, designation: Designation) -> date:
    """A day as the lists print it: 31/12/2020."""
    form = partial_date(text) if re.fullmatch(r"\d{2}/\d{2}/\d{4}", text) else None
    try:
        return date.fromisoformat(form or text)
    except ValueError as error:
        raise designation.refused("a date must be like 31/12/2020", text) from error


class _Reading:
    """One designation as it is taken apart: countries gather from wherever they are named, and
    what no field holds gathers as remarks.
    """

    def __init__(self, said: Designation, kind: Kind, countries: Countries) -> None:
        self._said = said
        self._kind = kind
        self._table = countries
        self._codes: list[str] = []
        self._remarks: list[tuple[str, str | None]] = []

    def names(self) -> tuple[Name, ...]:
        """The primary names first, then the others, then those in other scripts."""
        latin = [self._name(*name) for name in self._said.names if name[0]]
        if not latin:
            raise self._said.refused("a designation must have a name", None)
        latin.sort(key=lambda name: name.kind is not NameKind.PRIMARY)
        native = []
        for text, script, language in self._said.native_names:
            native.append(Name(text, kind=NameKind.ALIAS))
            said = ", ".join(filter(None, (script, language)))
            self._remarks.append((f"script of {text}", said))
        return distinct_names((*latin, *native))

    def _name(self, text: str, stated: str, strength: str) -> Name:
        kind, quality = NAME_KINDS.get(stated.lower()), QUALITIES.get(strength.lower())
        if kind is None:
            raise self._said.refused(f"a name must be one of {', '.join(NAME_KINDS)}", stated)
        if quality is None:
            raise self._said.refused("an alias must be of good or low quality", strength)
        full = quality is NameQuality.FULL and kind is not NameKind.PRIMARY
        if full and self._kind is Kind.ORGANISATION and is_acronym(text):
            quality = NameQuality.ACRONYM
        return Name(text, quality, kind)

    def addresses(self) -> tuple[Address, ...]:
        """Addresses with more than a country; a lone country goes to the entry's countries."""
        found = []
        for lines, country in self._said.addresses:
            code = self._country(country, "address")
            if lines:
                found.append(Address(", ".join(filter(None, (lines, country))), code))
        return tuple(dict.fromkeys(found))

    def birth_dates(self) -> tuple[str, ...]:
        """Days, months and years; what is no date stands in the remarks."""
        found = []
        for text in _distinct(self._said.births):
            for piece in pieces(text):
                form = partial_date(piece)
                found += [form] if form else []
                self._remarks += [] if form else [("born", piece)]
        return _distinct(found)

    def countries(self) -> tuple[str, ...]:
        """Countries of nationality, address and flag."""
        for text in (*self._said.nationalities, *self._said.flags):
            for piece in pieces(text):
                label = "flag" if text in self._said.flags else "nationality"
                self._country(piece.rstrip(".,"), label)
        return _distinct(self._codes)

    def identifiers(self) -> tuple[Identifier, ...]:
        """Numbers that belong to one bearer; the remarks tell each as printed."""
        found: list[Identifier] = []
        for scheme, pairs in (
            ("passport", self._said.passports),
            ("national_id", self._said.national_ids),
            ("registration", [(text, "") for text in self._said.registrations]),
        ):
            for number, details in pairs:
                self._remarks.append((scheme.replace("_id", " id"), _joined(number, details)))
                numbers = (LABELLED.sub("", piece).strip(" .;") for piece in pieces(number))
                found += [
                    Identifier(scheme, number_form(each))
                    for each in numbers
                    if DOCUMENT_NUMBER.fullmatch(each)
                ]
        return tuple(dict.fromkeys((*self._imos(), *found)))

    def _imos(self) -> Iterator[Identifier]:
        for text in self._said.imos:
            try:
                yield Identifier("imo", parse_imo(text))
            except InvalidInput:  # a company's number, or a slip of the list: said, not compared
                self._remarks.append(("IMO number", text))

    def relations(self) -> Iterator[Relation]:
        """Parents, subsidiaries, and who owns or operates a ship."""
        for kind, texts in (
            (RelationKind.OWNED_BY, self._said.parents),
            (RelationKind.OWNS, self._said.subsidiaries),
            (RelationKind.CONTROLLED_BY, self._said.owners),
        ):
            for text in texts:
                for piece in pieces(text):
                    parts = (part.strip(" .") for part in piece.split(";"))
                    yield from (Relation(kind, part) for part in parts if part)

    def remarks(self) -> str | None:
        """All that no field holds, labelled; asked for last."""
        return remark_lines((*self._said.remarks, *self._remarks))

    def _country(self, text: str, label: str) -> str | None:
        code = self._table.code(text) if text else None
        if code is not None:
            self._codes.append(code)
        elif text:
            self._remarks.append((f"{label} country", text))
        return code


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
