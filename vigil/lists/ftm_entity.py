"""What the records of a FollowTheMoney file become.

Who stands on a list (topics `sanction`, `export.control`, `asset.frozen`; or no topic at all) has
the issuing list `ftm`. Whom the file only knows (politicians, debarred firms, owners and relatives
of somebody listed) has `ftm_watch`, which never blocks. A property without a field of its own
stands labelled in the remarks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from vigil.errors import InvalidInput
from vigil.ids.scheme import parse_identifier
from vigil.lists.countries import Countries
from vigil.lists.fields import remark_lines
from vigil.lists.ftm_layout import HELD, ID, PARTIES, POINTERS, Record, refused
from vigil.lists.ftm_sanction import listing_of
from vigil.lists.ftm_ties import Ties, ties_of
from vigil.lists.merge import distinct_names
from vigil.lists.partial_dates import partial_date
from vigil.model.entity import Address, Entity, Identifier, Name, NameKind, NameQuality, Origin
from vigil.model.order import Kind

WATCH = "ftm_watch"
LISTING_TOPICS = frozenset({"sanction", "export.control", "asset.frozen"})
KINDS = {
    "Person": Kind.PERSON, "Company": Kind.ORGANISATION, "Organization": Kind.ORGANISATION,
    "PublicBody": Kind.ORGANISATION, "Vessel": Kind.VESSEL, "Airplane": Kind.AIRCRAFT,
}  # fmt: skip
NAMES = (
    ("name", NameQuality.FULL, NameKind.PRIMARY),
    ("alias", NameQuality.FULL, NameKind.ALIAS),
    ("previousName", NameQuality.FULL, NameKind.FORMER),
    ("weakAlias", NameQuality.WEAK, NameKind.ALIAS),
    ("abbreviation", NameQuality.ACRONYM, NameKind.ALIAS),
)
NAME_PARTS = ("firstName", "secondName", "middleName", "fatherName", "lastName")
COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry", "flag")
SCHEMES = {
    "leiCode": "lei", "innCode": "inn", "ogrnCode": "ogrn", "uscCode": "uscc", "swiftBic": "bic",
    "imoNumber": "imo", "mmsi": "mmsi", "registrationNumber": "registration", "taxNumber": "tax",
    "vatCode": "vat", "dunsCode": "duns", "passportNumber": "passport", "idNumber": "national_id",
    "socialSecurityNumber": "national_id",
}  # fmt: skip
IN_FIELDS = frozenset({
    *(name for name, _, _ in NAMES), *COUNTRIES, *SCHEMES, *POINTERS, "birthPlace", "gender",
    "position", "address", "program", "programId",
})  # fmt: skip
ADDRESS_PARTS = ("street", "street2", "city", "postalCode", "region", "state", "country")


def party_entities(
    records: Mapping[str, Record], countries: Countries, on: date
) -> tuple[Entity, ...]:
    """Every record that is a party, in the file's order.

    Args:
        on: the list's day; an end of sanctions before it delists nobody whom the file still marks.
    """
    held: dict[str, list[Record]] = {one: [] for one in records}
    for record in records.values():
        if record.schema in HELD:
            for holder in record.properties[HELD[record.schema]]:
                held[holder].append(record)
    parties = {one: record for one, record in records.items() if record.schema in PARTIES}
    ties = ties_of(records, {one: f"{ID}:{one}" for one in parties})
    return tuple(
        _Party(record, held[one], ties.get(one, Ties()), records, countries).entity(on)
        for one, record in parties.items()
    )


class _Party:
    """One party as it is put together; what no field holds gathers as remarks."""

    def __init__(
        self,
        record: Record,
        held: list[Record],
        ties: Ties,
        records: Mapping[str, Record],
        countries: Countries,
    ) -> None:
        self._record = record
        self._held = held
        self._ties = ties
        self._records = records
        self._table = countries
        self._remarks: list[tuple[str, str | None]] = []

    def entity(self, on: date) -> Entity:
        """The party as an entity of `ftm` or `ftm_watch`."""
        record, topics = self._record, set(self._record.values("topics"))
        sanctions = [one for one in self._held if one.schema == "Sanction"]
        is_marked = bool(LISTING_TOPICS & topics)
        has_line = record.is_line and record.line.target is not False
        is_listed = is_marked or (not topics and (bool(sanctions) or has_line))
        listing = listing_of(sanctions, still_on=on if is_marked else None)
        addresses, identifiers = self._addresses(), self._identifiers()
        named = [self._country(name, text) for name in COUNTRIES for text in record.values(name)]
        codes = (*named, *(address.country for address in addresses))
        births = {text: partial_date(text) for text in record.values("birthDate")}
        return Entity(
            id=f"{ID}:{record.line.id}",
            source=ID if is_listed else WATCH,
            kind=KINDS.get(record.schema, Kind.UNKNOWN),
            names=self._names(),
            countries=tuple(dict.fromkeys(code for code in codes if code)),
            programmes=tuple(dict.fromkeys((*listing.programmes, *record.values("program")))),
            listed_on=listing.listed_on,
            delisted_on=listing.delisted_on,
            addresses=addresses,
            identifiers=identifiers,
            birth_dates=tuple(dict.fromkeys(form for form in births.values() if form)),
            origins=(Origin(ID),),
            genders=tuple(record.values("gender")),
            birth_places=tuple(record.values("birthPlace")),
            positions=tuple(dict.fromkeys((*record.values("position"), *self._ties.positions))),
            measures=listing.measures,
            relations=tuple(dict.fromkeys(self._ties.relations)),
            remarks=remark_lines((*self._left_over(births), *listing.remarks, *self._remarks)),
        )

    def _names(self) -> tuple[Name, ...]:
        names = [
            Name(text, quality, kind)
            for prop, quality, kind in NAMES
            for text in self._record.values(prop)
            if text.strip()
        ]
        if not names:
            parts = [self._record.values(part)[:1] for part in NAME_PARTS]
            joined = " ".join(text for part in parts for text in part)
            names = [Name(joined, kind=NameKind.PRIMARY)] if joined else []
        if not names and self._record.line.caption:
            names = [Name(self._record.line.caption)]
        if not names:
            raise refused("a party must have a name", self._record.line.id)
        return distinct_names(names)

    def _addresses(self) -> tuple[Address, ...]:
        """Addresses as printed, then those that are records of their own."""
        found = [Address(text) for text in self._record.values("address")]
        for record in map(self._records.__getitem__, self._record.values("addressEntity")):
            parts = [text for part in ADDRESS_PARTS for text in record.values(part)]
            text = next(iter(record.values("full")), ", ".join(parts))
            countries = [self._country("address", text) for text in record.values("country")[:1]]
            found += [Address(text, *countries)] if text else []
        with_country = {address.text for address in found if address.country}
        return tuple(dict.fromkeys(a for a in found if a.country or a.text not in with_country))

    def _identifiers(self) -> tuple[Identifier, ...]:
        """Numbers in their schemes; one that is none of its scheme is told in the remarks."""
        numbers = [
            (SCHEMES[prop], prop, text)
            for prop, texts in self._record.properties.items()
            if prop in SCHEMES
            for text in texts
        ]
        for paper in self._held:
            if paper.schema in ("Passport", "Identification"):
                said = "; ".join(v for p, values in paper.properties.items() if p != "holder"
                                 for v in values)  # fmt: skip
                self._remarks.append(("document", f"{paper.schema}: {said}"))
                scheme = "passport" if "passport" in said.lower() else "national_id"
                scheme = "passport" if paper.schema == "Passport" else scheme
                numbers += [(scheme, "number", n) for n in paper.values("number", "passportNumber")]
        found = []
        for scheme, prop, text in numbers:
            try:
                found.append(Identifier(scheme, parse_identifier(scheme, text)))
            except InvalidInput:
                self._remarks.append((prop, text))
        return tuple(dict.fromkeys(found))

    def _country(self, label: str, text: str) -> str | None:
        """The alpha-2 code; FollowTheMoney writes codes small."""
        code = self._table.code(text.upper()) or self._table.code(text)
        if code is None:
            self._remarks.append((label, text))
        return code

    def _left_over(self, births: Mapping[str, str | None]) -> Iterable[tuple[str, str | None]]:
        line = self._record.line
        yield "schema", self._record.schema if self._record.schema not in KINDS else None
        yield "datasets", ", ".join(line.datasets)
        yield "also known by", ", ".join(line.referents)
        yield from (("birthDate", text) for text, form in births.items() if form is None)
        for name, values in self._record.properties.items():
            if name not in IN_FIELDS and name != "birthDate":
                yield name, "; ".join(values)
        for one in self._held:
            if one.schema in ("CryptoWallet", "Note"):
                said = (v for p, vs in one.properties.items() if p != HELD[one.schema] for v in vs)
                yield one.schema.lower(), "; ".join(said)
        yield from self._ties.remarks
