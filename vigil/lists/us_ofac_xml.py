"""OFAC's lists as XML, the layout of `sdn.xml` and `consolidated.xml`.

Entries come apart in elements; what the comma-separated files print as remarks is here a list of
identity documents, whose types are the same labels, and a shorter text of remarks.

Source: https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML (layout
of March 2025, seen as `consolidated.xml`)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from lxml import etree

from vigil.lists.countries import Countries
from vigil.lists.us_ofac_entity import Draft
from vigil.lists.us_ofac_labels import Sort
from vigil.lists.us_ofac_remarks import Statement
from vigil.lists.xml_fields import Fields
from vigil.model.order import Kind

ROOT = "sdnList"
NAMESPACES = (
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
    "http://tempuri.org/sdnList.xsd",  # until 2024
)
SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
KINDS = {
    "Entity": Kind.ORGANISATION,
    "Individual": Kind.PERSON,
    "Vessel": Kind.VESSEL,
    "Aircraft": Kind.AIRCRAFT,
}
ALIASES = ("a.k.a.", "f.k.a.", "n.k.a.")
STRENGTHS = ("strong", "weak")
BORN = (
    ("dateOfBirthList", "dateOfBirthItem", "dateOfBirth", Sort.BIRTH_DATE),
    ("placeOfBirthList", "placeOfBirthItem", "placeOfBirth", Sort.BIRTH_PLACE),
    ("nationalityList", "nationality", "country", Sort.NATIONALITY),
    ("citizenshipList", "citizenship", "country", Sort.CITIZENSHIP),
)
SHIP = (
    ("call sign", "callSign"),
    ("vessel type", "vesselType"),
    ("vessel flag", "vesselFlag"),
    ("tonnage", "tonnage"),
    ("gross registered tonnage", "grossRegisteredTonnage"),
)


def read_entries(
    root: etree._Element, list_id: str, countries: Countries
) -> tuple[date, list[tuple[Draft, list[str]]]]:
    """The day of publication, and each entry with its programmes.

    Raises:
        SourceChanged: the layout is another, or the count of entries not the publisher's.
    """
    top = Fields(root, str(root.tag), list_id, frozenset({SCHEMA}))
    if root.tag != ROOT:
        raise top.refused(f"the root element must be {ROOT}", root.tag)
    [about] = _once(top, "publshInformation")
    stated = about.needed("Publish_Date")
    try:
        day = datetime.strptime(stated, "%m/%d/%Y").date()
    except ValueError as error:
        raise about.refused("Publish_Date must be like 03/28/2025", stated) from error
    count = about.needed("Record_Count")
    about.close()
    entries = [_entry(entry, list_id, countries) for entry in top.elements("sdnEntry")]
    top.close()
    if count != str(len(entries)):
        raise top.refused(f"Record_Count must be the count of entries, {len(entries)}", count)
    return day, entries


def _once(fields: Fields, tag: str) -> list[Fields]:
    found = fields.elements(tag)
    if len(found) != 1:
        raise fields.refused(f"{tag} must come once", len(found))
    return found


def _entry(entry: Fields, list_id: str, countries: Countries) -> tuple[Draft, list[str]]:
    kind = entry.needed("sdnType")
    if kind not in KINDS:
        raise entry.refused(f"sdnType must be one of {', '.join(KINDS)}", kind)
    number = entry.needed("uid")
    if not (number.isascii() and number.isdigit()):
        raise entry.refused("uid must be a number", number)
    draft = Draft(list_id, number, KINDS[kind], _name(entry), countries)
    draft.title(entry.text("title"))
    for alias in _items(entry, "akaList", "aka"):
        _alias(alias, draft)
    for address in _items(entry, "addressList", "address"):
        _address(address, draft)
    for group, tag, value, sort in BORN:
        for item in _items(entry, group, tag):
            text = item.needed(value)
            main = item.needed("mainEntry")
            if main not in ("true", "false"):
                raise item.refused("mainEntry must be true or false", main)
            draft.state(Statement(sort, text, text))
    for document in _items(entry, "idList", "id"):
        _document(document, draft)
    for ship in entry.elements("vesselInfo"):
        for label, tag in SHIP:
            draft.remark(label, ship.text(tag))
        draft.owner(ship.text("vesselOwner"))
        ship.close()
    draft.remarks(entry.text("remarks"))
    programmes = [text for group in entry.elements("programList") for text in _programmes(group)]
    if not programmes:
        raise entry.refused("an entry must have a programme", None)
    entry.close()
    return draft, programmes


def _items(entry: Fields, group: str, tag: str) -> Iterator[Fields]:
    """The items of a group, each audited after use; their own numbers are not kept."""
    for found in entry.elements(group):
        for item in found.elements(tag):
            item.texts("uid")
            yield item
            item.close()
        found.close()


def _programmes(group: Fields) -> list[str]:
    found = group.texts("program")
    group.close()
    return found


def _name(fields: Fields) -> str:
    """Last name before first, as the comma-separated files print it."""
    last, first = fields.text("lastName"), fields.text("firstName")
    parts = [part for part in (last, first) if part is not None]
    if not parts:
        raise fields.refused("a name must be given", None)
    return ", ".join(parts)


def _alias(alias: Fields, draft: Draft) -> None:
    kind, strength = alias.needed("type"), alias.needed("category")
    if kind not in ALIASES or strength not in STRENGTHS:
        expected = f"an alias must be {', '.join(ALIASES)} and {' or '.join(STRENGTHS)}"
        raise alias.refused(expected, f"{kind} {strength}")
    name = _name(alias)
    draft.alias(name, is_weak=strength == "weak", is_former=kind == "f.k.a.")
    draft.remark("now known as", name if kind == "n.k.a." else None)


def _address(address: Fields, draft: Draft) -> None:
    streets = [address.text(tag) for tag in ("address1", "address2", "address3")]
    city, state = address.text("city"), address.text("stateOrProvince")
    post_code, region = address.text("postalCode"), address.text("region")
    place = " ".join(filter(None, (", ".join(filter(None, (city, state))), post_code)))
    draft.address((*streets, place, region), address.text("country"))


def _document(document: Fields, draft: Draft) -> None:
    """A document, which its type makes a statement as the label does in the remarks."""
    label, number = document.needed("idType"), document.text("idNumber")
    country = document.text("idCountry")
    issued, expires = document.text("issueDate"), document.text("expirationDate")
    printed = " ".join(filter(None, (
        label, number, country and f"({country})", issued and f"issued {issued}",
        expires and f"expires {expires}",
    )))  # fmt: skip
    draft.labelled(printed)
