"""The properties that FollowTheMoney gives things with a name, by schema.

Source: followthemoney/schema/*.yaml of the FollowTheMoney project, as read in its public
repositories (opensanctions/followthemoney and alephdata/followthemoney) on 2026-11-21; the names of
properties only. A schema has its own properties and those of what it extends.
"""

from __future__ import annotations

from functools import lru_cache

EXTENDS = {
    "Thing": (),
    "Value": (),
    "LegalEntity": ("Thing",),
    "Person": ("LegalEntity",),
    "Organization": ("LegalEntity",),
    "PublicBody": ("Organization",),
    "Asset": ("Thing", "Value"),
    "Company": ("Organization", "Asset"),
    "Vehicle": ("Asset",),
    "Vessel": ("Vehicle",),
    "Airplane": ("Vehicle",),
    "Security": ("Asset",),
}
NAMED_SCHEMAS = (
    "Person", "Company", "Organization", "LegalEntity", "PublicBody", "Vessel", "Airplane",
    "Security",
)  # fmt: skip

OWN_PROPERTIES = {
    "Thing": """
        name alias previousName weakAlias country summary notes description sourceUrl publisher
        publisherUrl alephUrl wikipediaUrl wikidataId keywords topics address addressEntity program
        programId proof indexText createdAt modifiedAt retrievedAt
        """,
    "Value": "amount currency amountUsd amountEur",
    "LegalEntity": """
        abbreviation email phone website legalForm incorporationDate dissolutionDate taxStatus
        status sector classification registrationNumber idNumber taxNumber licenseNumber vatCode
        jurisdiction mainCountry opencorporatesUrl bvdId uscCode icijId okpoCode innCode ogrnCode
        leiCode dunsCode uniqueEntityId npiCode swiftBic parent
        """,
    "Person": """
        title firstName secondName middleName fatherName motherName lastName nameSuffix birthDate
        birthPlace birthCountry deathDate position nationality citizenship passportNumber
        socialSecurityNumber gender ethnicity height weight eyeColor hairColor appearance religion
        political profession education spokenLanguage
        """,
    "Organization": "cageCode permId imoNumber giiNumber",
    "PublicBody": "",
    "Asset": "",
    "Company": """
        capital voenCode coatoCode irsCode ipoCode cikCode jibCode mbsCode caemCode kppCode
        okvedCode okopfCode fnsCode fssCode bikCode pfrNumber oksmCode isinCode ticker ricCode
        """,
    "Vehicle": """
        registrationNumber type model owner operator buildDate registrationDate deregistrationDate
        """,
    "Vessel": """
        imoNumber crsNumber flag registrationPort navigationArea tonnage grossRegisteredTonnage
        deadweightTonnage nameChangeDate callSign pastFlags pastTypes mmsi
        """,
    "Airplane": "serialNumber icaoCode manufacturer",
    "Security": """
        isin registrationNumber ticker figiCode issuer issueDate maturityDate type classification
        collateral
        """,
}


@lru_cache(maxsize=1)
def known_properties() -> frozenset[str]:
    """Every property that any of the schemas has, since two sides may be of different ones."""
    return frozenset(name for names in OWN_PROPERTIES.values() for name in names.split())


def is_person(schema: str) -> bool:
    """Can only people be of the schema?"""
    return schema == "Person"
