"""The Swiss list of sanctioned individuals, entities and objects (SECO), XML.

The whole list keeps who was de-listed, so it answers for days gone by.

Source: https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml
(layout as public readers of it describe it, 2026); layout not yet seen in the wild
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from vigil.lists.ch_seco_entity import Place, read_place, read_target
from vigil.lists.ch_seco_node import ID, Node
from vigil.lists.countries import Countries
from vigil.lists.loaded import Bounds, Dating, LoadedSource, digest, first_repeated
from vigil.lists.xml_fields import parse_xml
from vigil.model.entity import Entity, Relation, RelationKind

TITLE = "Switzerland: SECO sanctions list"
URL = (
    "https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml"
    "?lang=en&action=downloadXmlGesamtlisteAction"
)
BOUNDS = Bounds(2_000, 30_000)  # about 8,700 targets in 2026, by public descriptions
NOTE = "layout not yet seen in the wild"
ROOT = "swiss-sanctions-list"
WHOLE = "whole-list"


def read_ch_seco(
    data: bytes, countries: Countries, dating: Dating, bounds: Bounds = BOUNDS
) -> LoadedSource:
    """The list as entities, in the publisher's order.

    Raises:
        SourceChanged: the file is not XML, not of the known layout, or not the whole list.
    """
    top = Node(parse_xml(data, ID), ROOT)
    if top.tag != ROOT:
        raise top.refused(f"the root element must be {ROOT}", top.tag)
    kind, generated = top.needed("list-type"), top.attribute("date")
    if kind != WHOLE:
        raise top.refused(f"list-type must be {WHOLE}", kind)
    programmes = _programmes(top)
    places: dict[str, Place] = {}
    for place in top.children("place"):
        places[place.needed("ssid")] = read_place(place, {}, countries)
        place.close()
    read = [read_target(t, programmes, places, countries) for t in top.children("target")]
    top.close()
    bounds.check(len(read), ID)
    if twice := first_repeated(entity.id for entity, _ in read):
        raise top.refused("a target must come once", twice)
    names = {entity.id.removeprefix(f"{ID}:"): entity.names[0].text for entity, _ in read}
    entities = tuple(
        msgspec.structs.replace(entity, relations=_relations(entity, ties, names, top))
        for entity, ties in read
    )
    version, dated_by = dating.of(_day(generated, top) if generated else None)
    return LoadedSource(
        id=ID,
        title=TITLE,
        version=version,
        dated_by=dated_by,
        entities=entities,
        sha256=digest(data),
        url=URL,
        note=NOTE,
    )


def _programmes(top: Node) -> dict[str, str]:
    """The programme of each sanctions set, in English where the list has that."""
    programmes: dict[str, str] = {}
    for programme in top.children("sanctions-program"):
        for name in ("version-date", "predecessor-version-date"):
            programme.attribute(name)
        keys, names = _in_english(programme, "program-key"), _in_english(programme, "program-name")
        programme.texts("origin")
        stated = keys or names
        if stated is None:
            raise programme.refused("a programme must have a key or a name", stated)
        for each in programme.children("sanctions-set"):
            each.attribute("lang")
            programmes[each.needed("ssid")] = stated
            each.close()
        programme.close()
    return programmes


def _in_english(programme: Node, tag: str) -> str | None:
    by_language = {}
    for node in programme.children(tag):
        by_language[node.attribute("lang")] = node.text
        node.close()
    return by_language.get("eng") or next(iter(by_language.values()), None)


def _relation_kind(stated: str) -> RelationKind:
    """The kind of a relation by the list's own word for it."""
    kin = ("spouse", "child", "parent", "sibling", "brother", "sister", "family", "relative")
    is_family = any(word in stated for word in kin)
    return RelationKind.FAMILY_OF if is_family else RelationKind.LINKED_TO


def _relations(
    entity: Entity, relations: list[tuple[str, str]], names: Mapping[str, str], top: Node
) -> tuple[Relation, ...]:
    """The entity's relations with the names of the targets that they point to."""
    for _, other in relations:
        if other not in names:
            raise top.refused(f"a relation of {entity.id} must be to a target of the list", other)
    return tuple(Relation(_relation_kind(k), names[o], f"{ID}:{o}") for k, o in relations)


def _day(text: str, top: Node) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise top.refused("the list's date must be like 2026-09-28", text) from error
