"""What a row of the US Consolidated Screening List becomes.

An entry keeps the id of the list that issued it, so that it is the same entity when that list is
read by itself. OFAC numbers its entries; Commerce and State do not, theirs are named by a hash
over name and citation. Everything that the row says and that has no field stands in `remarks`;
only the publisher's own row hash is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vigil.errors import SourceChanged, shown
from vigil.lists.countries import Countries
from vigil.lists.fields import day_after, hashed_number, is_acronym, number_form, remark_lines
from vigil.lists.partial_dates import partial_date
from vigil.lists.us_csl_layout import CslAddress, CslIdentifier, CslRow
from vigil.model.entity import Address, Entity, Identifier, Name, NameQuality, Origin
from vigil.model.order import Kind

ID = "us_csl"

LIST_BY_TITLE = {
    "Specially Designated Nationals (SDN) - Treasury Department": "us_ofac_sdn",
    "Sectoral Sanctions Identifications List (SSI) - Treasury Department": "us_ofac_cons",
    "Capta List (CAP) - Treasury Department": "us_ofac_cons",
    "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department": (
        "us_ofac_cons"
    ),
    "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department": "us_ofac_cons",
    "Palestinian Legislative Council List (PLC) - Treasury Department": "us_ofac_cons",
    "Foreign Sanctions Evaders (FSE) - Treasury Department": "us_ofac_cons",
    "Entity List (EL) - Bureau of Industry and Security": "us_bis_el",
    "Denied Persons List (DPL) - Bureau of Industry and Security": "us_bis_dpl",
    "Unverified List (UVL) - Bureau of Industry and Security": "us_bis_uvl",
    "Military End User (MEU) List - Bureau of Industry and Security": "us_bis_meu",
    "Nonproliferation Sanctions (ISN) - State Department": "us_state_isn",
    "ITAR Debarred (DTC) - State Department": "us_state_dtc",
}
NUMBERED = ("us_ofac_sdn", "us_ofac_cons")
KIND_BY_TYPE = {
    "Entity": Kind.ORGANISATION,
    "Individual": Kind.PERSON,
    "Vessel": Kind.VESSEL,
    "Aircraft": Kind.AIRCRAFT,
    None: Kind.UNKNOWN,
}
CAN_BE_ACRONYM = (Kind.ORGANISATION, Kind.UNKNOWN)  # a ship called LANA is no acronym
SCHEME_BY_TYPE = {
    "mmsi": "mmsi",
    "swift/bic": "bic",
    "legal entity identifier": "lei",
    "passport": "passport",
    "national id no.": "national_id",
    "registration number": "registration",
    "registration id": "registration",
    "business registration number": "registration",
    "company number": "registration",
    "unified social credit code (uscc)": "registration",
}
REGION = re.compile(r"^region:\s*", re.IGNORECASE)  # OFAC: "Region: Crimea", "REGION: IRAN"
IMO = re.compile(r"\bIMO (?:number |no\.? )?(\d{7})\b", re.IGNORECASE)


def row_entity(row: CslRow, where: str, countries: Countries) -> Entity:
    """The row as an entity; rows of one id are still to be united.

    Raises:
        SourceChanged: a type, date or number that the layout does not have.
    """
    issuing = LIST_BY_TITLE[row.source]
    if row.type not in KIND_BY_TYPE:
        raise refused("type must be Entity, Individual, Vessel, Aircraft or null", row.type, where)
    addresses = tuple(_address(address, countries) for address in row.addresses or ())
    named = (*(row.citizenships or ()), *(row.nationalities or ()))
    codes = (*(a.country for a in addresses), *(countries.code(text) for text in named))
    return Entity(
        id=f"{issuing}:{_number(row, issuing, where)}",
        source=issuing,
        kind=KIND_BY_TYPE[row.type],
        names=_names(row, where),
        countries=tuple(dict.fromkeys(code for code in codes if code is not None)),
        programmes=tuple(dict.fromkeys(row.programs or ())),
        listed_on=published_day(row.start_date, where) if row.start_date else None,
        delisted_on=day_after(published_day(row.end_date, where)) if row.end_date else None,
        addresses=tuple(dict.fromkeys(address for address in addresses if address.text)),
        identifiers=tuple(dict.fromkeys(_identifiers(row))),
        birth_dates=tuple(d for text in row.dates_of_birth or () if (d := partial_date(text))),
        citation=row.federal_register_notice,
        origins=(Origin(ID, row.source_list_url),),
        remarks=remark_lines(_left_over(row, issuing)),
    )


def published_day(text: str, where: str) -> date:
    """A day as the publisher prints it, ISO."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise refused("a date must be like 2026-07-31", text, where) from error


def refused(expected: str, got: object, where: str | None = None) -> SourceChanged:
    """The error for one thing wrong in the file."""
    place = f" at {where}" if where else ""
    return SourceChanged(f"{ID}: {expected}, got {shown(got)}{place}; the file is refused whole")


def _number(row: CslRow, issuing: str, where: str) -> str:
    """OFAC's own number; for the others a hash over what tells two entries apart."""
    if issuing not in NUMBERED:
        return hashed_number(row.name, row.federal_register_notice)
    number = str(row.entity_number)
    if not (number.isascii() and number.isdigit()):
        raise refused("an OFAC entry must have a number", row.entity_number, where)
    return number


def _names(row: CslRow, where: str) -> tuple[Name, ...]:
    """The name first, then the aliases, each once. The name itself is never called an acronym: it
    is the one by which the authority lists its bearer (DJI).
    """
    if not row.name.strip():
        raise refused("a row must have a name", row.name, where)
    names = {row.name: Name(row.name)}
    for alias in row.alt_names or ():
        short = KIND_BY_TYPE[row.type] in CAN_BE_ACRONYM and is_acronym(alias)
        if alias.strip():
            names.setdefault(alias, Name(alias, NameQuality.ACRONYM if short else NameQuality.FULL))
    return tuple(names.values())


def _address(row: CslAddress, countries: Countries) -> Address:
    """The parts as one text, which is empty when the row gives nothing but a country."""
    parts = [part for part in (row.address, row.city, row.state, row.postal_code) if part]
    text = ", ".join((*parts, row.country) if parts and row.country else parts)
    return Address(text, countries.code(REGION.sub("", row.country)) if row.country else None)


def _identifiers(row: CslRow) -> Iterator[Identifier]:
    """Numbers of a kind that only one bearer has; the remarks tell all of them as printed."""
    for item in row.ids or ():
        imo = IMO.search(f"{item.type} {item.number}")
        scheme = SCHEME_BY_TYPE.get((item.type or "").strip().lower())
        if imo:
            yield Identifier("imo", imo[1])
        elif scheme and item.number and number_form(item.number):
            yield Identifier(scheme, number_form(item.number))
    if row.type == "Vessel":  # elsewhere the remarks may name somebody else's ship
        yield from (Identifier("imo", found) for found in IMO.findall(row.remarks or ""))


def _left_over(row: CslRow, issuing: str) -> Iterator[tuple[str, str | None]]:
    """What the row says and no field of an entity holds in full, labelled."""
    yield "list", row.source if issuing == "us_ofac_cons" else None
    yield "entity number", None if issuing in NUMBERED else _text(row.entity_number)
    yield "title", row.title
    yield "standard order", row.standard_order
    yield "licence requirement", row.license_requirement
    yield "licence policy", row.license_policy
    yield "call sign", row.call_sign
    yield "vessel type", row.vessel_type
    yield "gross tonnage", _text(row.gross_tonnage)
    yield "gross registered tonnage", _text(row.gross_registered_tonnage)
    yield "vessel flag", row.vessel_flag
    yield "vessel owner", row.vessel_owner
    yield "remarks", row.remarks
    yield "information", row.source_information_url
    yield from (("country", a.country) for a in row.addresses or () if _is_in_words(a))
    for label, texts in (
        ("citizenship", row.citizenships),
        ("nationality", row.nationalities),
        ("born", row.dates_of_birth),
        ("place of birth", row.places_of_birth),
        ("identifier", map(_identifier_text, row.ids or ())),
    ):
        yield from ((label, text) for text in texts or ())


def _is_in_words(address: CslAddress) -> bool:
    """Is the country printed as words and not as its code?"""
    return address.country is not None and len(address.country) != 2


def _identifier_text(item: CslIdentifier) -> str:
    issued = f"issued {item.issue_date}" if item.issue_date else None
    expires = f"expires {item.expiration_date}" if item.expiration_date else None
    parts = (item.type, item.number, item.country, issued, expires)
    return ", ".join(part for part in parts if part)


def _text(value: int | str | None) -> str | None:
    return None if value is None else str(value)
