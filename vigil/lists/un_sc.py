"""The consolidated list of the UN Security Council, XML.

Source: https://scsanctions.un.org/resources/xml/en/consolidated.xml (layout of February 2026)
"""

from __future__ import annotations

import re
from datetime import date

from vigil.errors import shown
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest, first_repeated
from vigil.lists.un_sc_entity import ID, read_entry, stated_day
from vigil.lists.xml_fields import Fields, parse_xml
from vigil.model.order import Kind

TITLE = "United Nations Security Council Consolidated List"
URL = "https://scsanctions.un.org/resources/xml/en/consolidated.xml"
BOUNDS = Bounds(500, 3_000)  # 1,003 entries on 2026-02-27
ROOT = "CONSOLIDATED_LIST"
SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"
SECTIONS = (
    ("INDIVIDUALS", "INDIVIDUAL", Kind.PERSON),
    ("ENTITIES", "ENTITY", Kind.ORGANISATION),
)


def read_un_sc(
    data: bytes, countries: Countries, dating: Dating, bounds: Bounds = BOUNDS
) -> LoadedSource:
    """The list as entities, in the publisher's order.

    Raises:
        SourceChanged: the file is not XML, not of the known layout, or not whole.
    """
    root = parse_xml(data, ID)
    top = Fields(root, str(root.tag), ID, frozenset({SCHEMA, "dateGenerated"}))
    if root.tag != ROOT:
        raise top.refused(f"the root element must be {ROOT}", root.tag)
    entities = tuple(
        read_entry(entry, tag, kind, countries)
        for section, tag, kind in SECTIONS
        for entry in _entries(top, section, tag)
    )
    top.close()
    bounds.check(len(entities), ID)
    if twice := first_repeated(entity.id for entity in entities):
        raise top.refused("a reference number must come once", twice)
    generated = root.get("dateGenerated")
    version, dated_by = dating.of(_generated(generated, top) if generated else None)
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=entities,
        sha256=digest(data),
        url=URL,
    )


def _entries(top: Fields, section: str, tag: str) -> list[Fields]:
    """The entries of a section; a list without persons or without entities is not whole."""
    found = top.elements(section)
    if len(found) != 1:
        raise top.refused(f"{section} must come once", len(found))
    entries = found[0].elements(tag)
    found[0].close()
    return entries


def _generated(text: str, top: Fields) -> date:
    if not re.match(r"\d{4}-\d{2}-\d{2}T", text):
        raise top.refused("dateGenerated must be like 2026-02-27T00:00:09Z", shown(text))
    return stated_day(text[:10], top)
