"""What a target of the Swiss list becomes.

The list keeps who was de-listed; the latest modification says whether a target still counts. What
modifications added and removed is history and not read: the target itself is as it is now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from vigil.errors import InvalidInput
from vigil.ids.scheme import parse_identifier
from vigil.lists.ch_seco_node import ID, Node
from vigil.lists.countries import Countries
from vigil.lists.fields import is_acronym, remark_lines
from vigil.lists.merge import distinct_names
from vigil.lists.partial_dates import date_of_parts
from vigil.model.entity import Address, Entity, Identifier, Name, NameKind, NameQuality, Origin
from vigil.model.order import Kind

KINDS = {"individual": Kind.PERSON, "entity": Kind.ORGANISATION, "object": Kind.UNKNOWN}
OBJECTS = {"vessel": Kind.VESSEL, "aircraft": Kind.AIRCRAFT}
NAME_KINDS = {
    None: None, "primary-name": NameKind.PRIMARY, "alias": NameKind.ALIAS,
    "formerly-known-as": NameKind.FORMER,
}  # fmt: skip
QUALITIES = {None: NameQuality.FULL, "good": NameQuality.FULL, "low": NameQuality.WEAK}
NO_NAME_PARTS = ("title",)
MODIFICATIONS = ("listed", "amended", "de-listed")
DAYS = ("effective-date", "publication-date", "enactment-date")
PLACE_PARTS = ("c-o", "address-details", "p-o-box", "zip-code", "location", "area")
IMO = re.compile(r"IMO (?:number|no\.?) ?: ?(\d{7})\b", re.IGNORECASE)

Place = tuple[tuple[str, ...], str | None]
"""The parts of a place as printed, its country last, and the country's code."""


def read_place(node: Node, places: Mapping[str, Place], countries: Countries) -> Place:
    """A place, an address or a place of birth; a place that it points to stands behind its own."""
    known, code = places.get(node.attribute("place-id") or "", ((), None))
    for name in ("main", "quality", "version-date"):
        node.attribute(name)
    parts = [text for tag in PLACE_PARTS for text in node.texts(tag)]
    for country in node.children("country"):
        iso = country.attribute("iso-code")
        country.close()
        parts += [country.text] if country.text else []
        code = code or countries.code(iso or country.text)
    parts += node.texts("remarks")
    return tuple(dict.fromkeys((*parts, *known))), code


def read_target(
    target: Node, programmes: Mapping[str, str], places: Mapping[str, Place], countries: Countries
) -> tuple[Entity, list[tuple[str, str]]]:
    """The target, and its relations as type and number of the other target.

    Raises:
        SourceChanged: an element, attribute or value that is not known.
    """
    found = [(tag, node) for tag in KINDS for node in target.children(tag)]
    if len(found) != 1:
        raise target.refused("a target must be one individual, entity or object", len(found))
    [(tag, body)] = found
    reading = _Target(target, body, KINDS[tag], places, countries)
    return reading.entity(programmes), reading.relations


class _Target:
    """One target as it is taken apart; what no field holds gathers as remarks."""

    def __init__(
        self,
        target: Node,
        body: Node,
        kind: Kind,
        places: Mapping[str, Place],
        countries: Countries,
    ) -> None:
        self._target = target
        self._body = body
        self._kind = OBJECTS.get(body.attribute("object-type") or "", kind)
        self._places = places
        self._countries = countries
        self._names: list[Name] = []
        self._codes: list[str | None] = []
        self._addresses: list[Address] = []
        self._births: list[str] = []
        self._birth_places: list[str] = []
        self._identifiers: list[Identifier] = []
        self._remarks: list[tuple[str, str | None]] = []
        self.relations: list[tuple[str, str]] = []

    def entity(self, programmes: Mapping[str, str]) -> Entity:
        """The target as an entity; its relations are still to be named."""
        target, body = self._target, self._body
        number = target.needed("ssid")
        sets = [s for s in (target.attribute("sanctions-set-id"),) if s]
        sets += target.texts("sanctions-set-id")
        unknown = [one for one in sets if one not in programmes]
        if unknown or not sets:
            raise target.refused("a target must have a known sanctions-set-id", unknown)
        self._remarks += [("foreign identifier", t) for t in target.texts("foreign-identifier")]
        self._remarks += [("note", text) for text in target.texts("generic-attribute", "name")]
        gender = body.attribute("sex")
        for identity in body.children("identity"):
            self._identity(identity)
        for label in ("justification", "other-information"):
            self._remarks += [(label, text) for text in body.texts(label, "lang")]
        for relation in body.children("relation"):
            of, kind = relation.needed("target-id"), relation.needed("relation-type")
            self._remarks += [("relation", text) for text in relation.texts("remark")]
            relation.close()
            self.relations.append((kind, of))
        listed, delisted = self._days()
        body.close()
        target.close()
        if not self._names:
            raise target.refused("a target must have a name", number)
        self._ship_numbers()
        return Entity(
            id=f"{ID}:{number}",
            source=ID,
            kind=self._kind,
            names=distinct_names(self._names),
            countries=tuple(dict.fromkeys(code for code in self._codes if code)),
            programmes=tuple(dict.fromkeys(programmes[one] for one in sets)),
            listed_on=listed,
            delisted_on=delisted,
            addresses=tuple(dict.fromkeys(self._addresses)),
            identifiers=tuple(dict.fromkeys(self._identifiers)),
            birth_dates=tuple(dict.fromkeys(self._births)),
            origins=(Origin(ID),),
            remarks=remark_lines(self._remarks),
            genders=(gender,) if gender else (),
            birth_places=tuple(dict.fromkeys(self._birth_places)),
        )

    def _identity(self, identity: Node) -> None:
        identity.attribute("main")
        for name in identity.children("name"):
            self._names += self._name(name)
        for day in identity.children("day-month-year"):
            self._birth(day)
        for birth in identity.children("place-of-birth"):
            parts, _ = read_place(birth, self._places, self._countries)
            birth.close()
            self._birth_places += [", ".join(parts)] if parts else []
        for nationality in identity.children("nationality"):
            parts, code = read_place(nationality, self._places, self._countries)
            nationality.close()
            self._codes.append(code)
            self._remarks += [("nationality", part) for part in parts]
        for address in identity.children("address"):
            parts, code = read_place(address, self._places, self._countries)
            address.close()
            self._codes.append(code)
            self._addresses += [Address(", ".join(parts), code)] if parts else []
        for paper in identity.children("identification-document"):
            self._paper(paper)
        identity.close()

    def _name(self, name: Node) -> Iterator[Name]:
        """The name of its parts in order, then each spelling that the parts have in common."""
        stated, how_good = name.attribute("name-type"), name.attribute("quality")
        name.attribute("lang")
        if stated not in NAME_KINDS or how_good not in QUALITIES:
            raise name.refused("name-type and quality must be known", (stated, how_good))
        parts: list[tuple[int, list[str], dict[tuple[str | None, str | None], list[str]]]] = []
        for number, part in enumerate(name.children("name-part"), start=1):
            kind, order = part.attribute("name-part-type"), part.attribute("order")
            values = part.texts("value")
            spellings: dict[tuple[str | None, str | None], list[str]] = {}
            for variant in part.children("spelling-variant"):
                key = (variant.attribute("lang"), variant.attribute("script"))
                variant.close()
                spellings.setdefault(key, []).extend([variant.text] if variant.text else [])
            part.close()
            if kind in NO_NAME_PARTS:
                self._remarks += [(str(kind), text) for text in values]
            elif values:
                at = int(order) if order and order.isdecimal() else number
                parts.append((at, values, spellings))
        name.close()
        parts.sort(key=lambda each: each[0])
        keys = dict.fromkeys(key for _, _, spellings in parts for key in spellings)
        written = [[values for _, values, _ in parts]]
        written += [[spellings.get(key) or v for _, v, spellings in parts] for key in keys]
        for each in written if parts else []:
            for i in range(max(map(len, each))):
                text = " ".join(values[min(i, len(values) - 1)] for values in each)
                yield Name(text, self._quality(text, stated, how_good), NAME_KINDS[stated])

    def _quality(self, text: str, stated: str | None, how_good: str | None) -> NameQuality:
        quality = QUALITIES[how_good]
        may_be_short = self._kind is Kind.ORGANISATION and stated != "primary-name"
        is_short = quality is NameQuality.FULL and may_be_short and is_acronym(text)
        return NameQuality.ACRONYM if is_short else quality

    def _birth(self, day: Node) -> None:
        year, month, of_month = (day.attribute(name) for name in ("year", "month", "day"))
        quality, calendar = day.attribute("quality"), day.attribute("calendar")
        day.close()
        form = date_of_parts(year or "", month or "", of_month or "")
        printed = "-".join(part for part in (year, month, of_month) if part)
        is_person = self._kind is Kind.PERSON
        if form and is_person and calendar in (None, "Gregorian"):
            self._births.append(form)
        else:
            label = "born" if is_person else "founded"
            self._remarks.append((label, " ".join(filter(None, (printed, calendar)))))
        self._remarks += [("date quality", f"{printed} {quality}")] if quality else []

    def _paper(self, paper: Node) -> None:
        kind = paper.attribute("document-type") or "document"
        numbers = paper.texts("number")
        issuer = paper.texts("issuer", "code")
        days = [t for tag in ("date-of-issue", "expiry-date") for t in _days_of(paper, tag)]
        place = [
            text
            for node in paper.children("place-of-issue")
            for text in read_place(node, self._places, self._countries)[0]
        ]
        notes = paper.texts("remark")
        paper.close()
        said = ", ".join((kind, *numbers, *issuer, *days, *place, *notes))
        self._remarks.append(("document", said))
        scheme = "passport" if "passport" in kind else "national_id"
        for number in numbers:
            self._identify(scheme, number)

    def _ship_numbers(self) -> None:
        if self._kind is Kind.VESSEL:
            for label, text in self._remarks:
                for number in IMO.findall(text or "") if label == "other-information" else ():
                    self._identify("imo", number)

    def _identify(self, scheme: str, number: str) -> None:
        """A number of its scheme; another one stays in the remarks, where all are told."""
        try:
            self._identifiers.append(Identifier(scheme, parse_identifier(scheme, number)))
        except InvalidInput:
            return

    def _days(self) -> tuple[date | None, date | None]:
        """The first day of listing, and the day of de-listing where that is the latest change."""
        changes: list[tuple[date | None, str]] = []
        for change in self._target.children("modification"):
            kind = change.needed("modification-type")
            if kind not in MODIFICATIONS:
                raise change.refused(f"a modification must be {', '.join(MODIFICATIONS)}", kind)
            stated = [change.attribute(name) for name in DAYS]
            for history in ("added", "removed"):
                change.children(history)
            self._remarks += [("modification", text) for text in change.texts("remark")]
            change.close()
            first = next((text for text in stated if text), None)
            if kind == "de-listed" and first is None:
                raise change.refused("a de-listing must have its day", first)
            changes.append((_day(first, change) if first else None, kind))
        starts = [day for day, kind in changes if kind == "listed" and day]
        latest = max(reversed(changes), key=lambda one: one[0] or date.min, default=(None, ""))
        same = [one for one in changes if one[0] == latest[0]]  # the newest stands first
        day, kind = same[0] if same else latest
        return min(starts, default=None), day if kind == "de-listed" else None


def _days_of(paper: Node, tag: str) -> Iterator[str]:
    """A day as text, or as an element with year, month and day."""
    for node in paper.children(tag):
        inner = node.children("day-month-year")
        parts = [day.attribute(name) for day in (*inner, node) for name in ("year", "month", "day")]
        for day in inner:
            day.close()
        node.close()
        yield node.text or "-".join(part for part in parts if part)


def _day(text: str, node: Node) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise node.refused("a date must be like 2022-03-16", text) from error
