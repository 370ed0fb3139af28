"""The UK Sanctions List as XML: each element is taken by name, what is left refuses the file."""

from __future__ import annotations

import re
from datetime import date

from vigil.lists.gb_designation import Designation, day, full_name
from vigil.lists.gb_uksl_layout import ID, say_days, say_measures, say_regime
from vigil.lists.xml_fields import Fields, parse_xml

ROOT = "Designations"
SCHEMA = frozenset(
    f"{{http://www.w3.org/2001/XMLSchema-instance}}{name}"
    for name in ("schemaLocation", "noNamespaceSchemaLocation")
)
REMARKS = (
    ("OFSI Group ID", "OFSIGroupID"),
    ("UN reference", "UNReferenceNumber"),
    ("designation source", "DesignationSource"),
    ("other information", "OtherInformation"),
    ("UK statement of reasons", "UKStatementofReasons"),
)
SEVERAL_REMARKS = (
    ("title", "Titles", "Title"),
    ("phone number", "PhoneNumbers", "PhoneNumber"),
    ("email address", "EmailAddresses", "EmailAddress"),
    ("website", "Websites", "Website"),
)
SHIP_REMARKS = (
    ("previous owner or operator", "PreviousOwnerOperators", "PreviousOwnerOperator"),
    ("previous flag", "PreviousFlags", "PreviousFlag"),
    ("type of ship", "TypeOfShipDetails", "TypeOfShip"),
    ("tonnage", "TonnageOfShipDetails", "TonnageOfShip"),
    ("length", "LengthOfShipDetails", "LengthOfShip"),
    ("year built", "YearsBuilt", "YearBuilt"),
)


def xml_designations(data: bytes) -> tuple[date | None, list[Designation]]:
    """The day of the file and its designations.

    Raises:
        SourceChanged: the file is not XML or not of the known layout.
    """
    root = parse_xml(data, ID)
    top = Fields(root, str(root.tag), ID, SCHEMA)
    if root.tag != ROOT:
        raise top.refused(f"the root element must be {ROOT}", root.tag)
    generated = top.text("DateGenerated")
    said = [_designation(element) for element in top.elements("Designation")]
    top.close()
    return _generated(generated), said


def _designation(element: Fields) -> Designation:
    number = element.needed("UniqueID")
    said = Designation(ID, number, element.needed("IndividualEntityShip"), element.where)
    say_days(said, element.needed("DateDesignated"), element.text("LastUpdated") or "")
    say_regime(said, element.needed("RegimeName"))
    say_measures(said, element.text("SanctionsImposed") or "")
    _take_names(element, said)
    for address in _each(element, "Addresses", "Address"):
        lines = [address.text(f"AddressLine{line}") for line in range(1, 7)]
        text = ", ".join(filter(None, (*lines, address.text("AddressPostalCode"))))
        said.addresses.append((text, address.text("AddressCountry") or ""))
        address.close()
    said.remarks += [(label, element.text(tag) or "") for label, tag in REMARKS]
    for label, wrapper, tag in SEVERAL_REMARKS:
        said.remarks += [(label, text) for text in _texts(element, wrapper, tag)]
    said.remarks.append(("measures marked", ", ".join(_marked(element))))
    for details in _each(element, "IndividualDetails", "Individual"):
        _take_person(details, said)
    for details in _each(element, "EntityDetails", "Entity"):
        _take_organisation(details, said)
    for details in _each(element, "ShipDetails", "Ship"):
        _take_ship(details, said)
    element.close()
    return said


def _take_names(element: Fields, said: Designation) -> None:
    for name in _each(element, "Names", "Name"):
        parts = [name.text(f"Name{part}") or "" for part in range(1, 7)]
        stated = name.needed("NameType"), name.text("AliasStrength") or ""
        said.names.append((full_name(parts), *stated))
        name.close()
    for name in _each(element, "NonLatinNames", "NonLatinName"):
        text = name.text("NameNonLatinScript") or ""
        script = name.text("NonLatinScriptType") or ""
        language = name.text("NonLatinScriptLanguage") or ""
        name.close()
        said.native_names += [(text, script, language)] if text else []


def _take_person(details: Fields, said: Designation) -> None:
    said.births += _texts(details, "DOBs", "DOB")
    said.nationalities += _texts(details, "Nationalities", "Nationality")
    said.positions += _texts(details, "Positions", "Position")
    said.genders += _texts(details, "Genders", "Gender")
    for place in _each(details, "BirthDetails", "Location"):
        said.birth_places.append((
            place.text("TownOfBirth") or "", place.text("CountryOfBirth") or ""
        ))  # fmt: skip
        place.close()
    for tag, wrapper, numbers in (
        ("Passport", "PassportDetails", said.passports),
        ("NationalIdentifier", "NationalIdentifierDetails", said.national_ids),
    ):
        for document in _each(details, wrapper, tag):
            number = document.text(f"{tag}Number") or ""
            numbers.append((number, document.text(f"{tag}AdditionalInformation") or ""))
            document.close()
    details.close()


def _take_organisation(details: Fields, said: Designation) -> None:
    kinds = _texts(details, "TypeOfEntities", "TypeOfEntity")
    said.remarks += [("type of entity", text) for text in kinds]
    said.parents += _texts(details, "ParentCompanies", "ParentCompany")
    said.subsidiaries += _texts(details, "Subsidiaries", "Subsidiary")
    numbers = ("BusinessRegistrationNumbers", "BusinessRegistrationNumber")
    said.registrations += _texts(details, *numbers)
    details.close()


def _take_ship(details: Fields, said: Designation) -> None:
    said.imos += _texts(details, "IMONumbers", "IMONumber")
    said.owners += _texts(details, "CurrentOwnerOperators", "CurrentOwnerOperator")
    said.flags += _texts(details, "CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip")
    for label, wrapper, tag in SHIP_REMARKS:
        said.remarks += [(label, text) for text in _texts(details, wrapper, tag)]
    details.close()


def _marked(element: Fields) -> list[str]:
    """The measures that are marked true, each an element of its own; the list adds new ones."""
    marked = []
    for flags in element.elements("SanctionsImposedIndicators"):
        for tag in flags.left():
            value = flags.needed(tag)
            if value not in ("true", "false"):
                raise flags.refused(f"{tag} must be true or false", value)
            marked += [tag] if value == "true" else []
    return marked


def _each(element: Fields, wrapper: str, tag: str) -> list[Fields]:
    """The elements inside their wrapper, which may be absent or empty."""
    found = []
    for inside in element.elements(wrapper):
        found += inside.elements(tag)
        inside.close()
    return found


def _texts(element: Fields, wrapper: str, tag: str) -> list[str]:
    found = []
    for inside in element.elements(wrapper):
        found += inside.texts(tag)
        inside.close()
    return found


def _generated(text: str | None) -> date | None:
    if text is None:
        return None
    is_iso = re.match(r"\d{4}-\d{2}-\d{2}(T|$)", text)
    return day(text[:10] if is_iso else text, Designation(ID, "", "", f"{ROOT}/DateGenerated"))
