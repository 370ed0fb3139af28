"""Canada's consolidated list of autonomous sanctions (SEMA and JVCFOA), XML.

A record's `Country` is the regulation that it stands under, in English and French, and says
nothing of where the listed person lives: it is the programme and never a country. The file gives
no day of its own.

Source: https://www.international.gc.ca/world-monde/assets/office_docs/
international_relations-relations_internationales/sanctions/sema-lmes.xml (layout of March 2025)
"""

from __future__ import annotations

import re
from datetime import date

from vigil.errors import InvalidInput
from vigil.ids.imo import parse_imo
from vigil.lists.ca_sema_names import aliases, listed_names, one_line
from vigil.lists.countries import Countries
from vigil.lists.fields import remark_lines
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest, first_repeated
from vigil.lists.merge import distinct_names
from vigil.lists.partial_dates import partial_date
from vigil.lists.xml_fields import Fields, parse_xml
from vigil.model.entity import Entity, Identifier, Name, NameKind, Origin
from vigil.model.order import Kind

ID = "ca_sema"
TITLE = "Canada: Consolidated Canadian Autonomous Sanctions List"
URL = (
    "https://www.international.gc.ca/world-monde/assets/office_docs/"
    "international_relations-relations_internationales/sanctions/sema-lmes.xml"
)
BOUNDS = Bounds(1_000, 15_000)  # 4,759 entries in March 2025
ROOT = "data-set"
BETWEEN_LANGUAGES = re.compile(r"\s+/\s+")
BETWEEN_DAYS = re.compile(r"\s+or\s+", re.IGNORECASE)


def read_ca_sema(
    data: bytes, _countries: Countries, dating: Dating, bounds: Bounds = BOUNDS
) -> LoadedSource:
    """The list as entities, in the publisher's order.

    Raises:
        SourceChanged: the file is not XML, not of the known layout, or not whole.
    """
    root = parse_xml(data, ID)
    top = Fields(root, str(root.tag), ID)
    if root.tag != ROOT:
        raise top.refused(f"the root element must be {ROOT}", root.tag)
    entities = tuple(_entity(record) for record in top.elements("record"))
    top.close()
    bounds.check(len(entities), ID)
    if twice := first_repeated(entity.id for entity in entities):
        raise top.refused("regulation, schedule and item must come once", twice)
    version, dated_by = dating.of(None)
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=entities,
        sha256=digest(data),
        url=URL,
    )


def _entity(record: Fields) -> Entity:
    """One record.

    Raises:
        SourceChanged: an element that is not known, or a value that its field does not allow.
    """
    regulation = record.needed("Country")
    english = BETWEEN_LANGUAGES.split(regulation)[0]
    schedule, item = record.text("Schedule"), record.needed("Item")
    place = ", ".join(part for part in (english, _schedule(schedule), f"item {item}") if part)
    imo, title = record.text("ShipIMONumber"), record.text("TitleOrShip")
    printed = record.text("DateOfBirthOrShipBuildDate")
    dates = {each: partial_date(each) for each in BETWEEN_DAYS.split(printed or "") if each}
    kind, names = _names(record, is_ship=imo is not None)
    is_person = kind is Kind.PERSON
    entity = Entity(
        id=f"{ID}:{_slug(place)}",
        source=ID,
        kind=kind,
        names=distinct_names(names),
        programmes=(english,),
        listed_on=_day(record.needed("DateOfListing"), record),
        identifiers=(_imo(imo, record),) if imo else (),
        birth_dates=tuple(form for form in dates.values() if form and is_person),
        citation=place,
        origins=(Origin(ID),),
        remarks=remark_lines((
            ("regulation", regulation),
            ("vessel type", None if is_person else title),
            ("built", None if is_person else printed),
            ("born", printed if is_person and None in dates.values() else None),
        )),
        positions=(title,) if is_person and title else (),
    )  # fmt: skip
    record.close()
    return entity


def _names(record: Fields, *, is_ship: bool) -> tuple[Kind, list[Name]]:
    """What is listed and its names; a record has a family name, or the name of a thing."""
    family, given = record.text("LastName"), record.text("GivenName")
    thing, others = record.text("EntityOrShip"), record.text("Aliases")
    if (family is None) is (thing is None) or (thing and given) or (is_ship and thing is None):
        raise record.refused("a record must have a LastName or an EntityOrShip", family or given)
    kind = Kind.VESSEL if is_ship else Kind.PERSON if thing is None else Kind.ORGANISATION
    if thing is None:
        whole = one_line(" ".join(part for part in (given, family) if part))
        names = [Name(whole, kind=NameKind.PRIMARY)]
    else:
        names = listed_names(thing)
    return kind, names + (aliases(others, kind) if others else [])


def _imo(text: str, record: Fields) -> Identifier:
    try:
        return Identifier("imo", parse_imo(text))
    except InvalidInput as error:
        raise record.refused("ShipIMONumber must be an IMO number", text) from error


def _day(text: str, record: Fields) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise record.refused("a date must be like 2025-02-21", text) from error


def _schedule(text: str | None) -> str | None:
    """The schedule as one writes it, whatever space follows its comma (`1,Part 3`)."""
    return None if text is None else "Schedule " + re.sub(r",\s*", ", ", text)


def _slug(text: str) -> str:
    """Lower-case letters and digits with hyphens between; a dot stays, as in `1.1`.

    >>> _slug("Russia, Schedule 1, Part 1.1, item 12")
    'russia-schedule-1-part-1.1-item-12'
    """
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-")
