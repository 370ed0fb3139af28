"""The EU's Financial Sanctions Files as XML 1.1: what is said stands in attributes.

Each element may have the attributes and children of its kind only; another one refuses the file.
"""

from __future__ import annotations

from datetime import date

from lxml import etree

from vigil.lists.eu_fsf_layout import ENTRY, ID, PARTS, REGULATION, Entry, Part, day, refused
from vigil.lists.xml_fields import parse_xml, root_without_namespace

NAMESPACE = "http://eu.europa.ec/fpi/fsd/export"
SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
CHILDREN = {
    "export": ("sanctionEntity",),
    "sanctionEntity": ("remark", *PARTS),
    "regulation": ("publicationUrl", "remark"),
    "nameAlias": ("remark", "regulationSummary"),
    "citizenship": ("remark", "regulationSummary"),
    "birthdate": ("remark", "regulationSummary"),
    "identification": ("remark", "regulationSummary"),
    "address": ("remark", "regulationSummary", "contactInfo"),
}
ATTRIBUTES = {
    "export": ("generationDate", "globalFileId", SCHEMA),
    "sanctionEntity": ENTRY,
    "regulationSummary": REGULATION,
    "contactInfo": ("key", "value"),
    **PARTS,
}


def xml_entries(data: bytes) -> tuple[date | None, list[Entry]]:
    """The day of the file and its entries.

    Raises:
        SourceChanged: the file is not XML or not of the known layout.
    """
    root = root_without_namespace(parse_xml(data, ID), (NAMESPACE,), ID)
    if root.tag != "export":
        raise refused("the root element must be export", root.tag, "the beginning")
    fields = _fields(root, "export")
    entries = [_entry(element, f"sanctionEntity[{i}]") for i, element in enumerate(root, start=1)]
    generated = fields.get("generationDate")
    return day(generated, "export") if generated else None, entries


def _entry(element: etree._Element, where: str) -> Entry:
    entry = Entry(where, _fields(element, where))
    for child in element:
        if child.tag == "remark":
            entry.remarks += _text(child, where)
        else:
            entry.parts.setdefault(str(child.tag), []).append(_part(child, f"{where}/{child.tag}"))
    return entry


def _part(element: etree._Element, where: str) -> Part:
    part = Part(_fields(element, where))
    for child in element:
        inside = f"{where}/{child.tag}"
        if child.tag == "remark":
            part.remarks += _text(child, where)
        elif child.tag == "publicationUrl":
            part.fields["publicationUrl"] = " ".join(_text(child, where))
        elif child.tag == "contactInfo":
            contact = _fields(child, inside)
            part.contacts.append(f"{contact.get('key', '')}: {contact.get('value', '')}")
        else:
            part.stated_in.append(_fields(child, inside))
    return part


def _fields(element: etree._Element, where: str) -> dict[str, str]:
    """The attributes that have a text, after the element was found to be of the layout."""
    tag = str(element.tag)
    unknown = set(map(str, element.attrib)) - set(ATTRIBUTES.get(tag, ()))
    if unknown:
        raise refused("every attribute must be known", ", ".join(sorted(unknown)), where)
    strange = {str(child.tag) for child in element} - set(CHILDREN.get(tag, ()))
    if strange:
        raise refused("every element must be known", ", ".join(sorted(strange)), where)
    for text in (element.text, *(child.tail for child in element)):
        if text and text.strip():
            raise refused("an element must have attributes and no text", text.strip(), where)
    texts = ((str(name), str(value).strip()) for name, value in element.attrib.items())
    return {name: text for name, text in texts if text}


def _text(element: etree._Element, where: str) -> list[str]:
    if len(element) or element.attrib:
        raise refused("an element must have text only", element.tag, where)
    text = (element.text or "").strip()
    return [text] if text else []
