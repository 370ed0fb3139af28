"""What two descriptions say beside the names: identifiers, dates, countries, gender."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from vigil.errors import InvalidInput
from vigil.ids.scheme import parse_identifier
from vigil.model.finding import Feature
from vigil.names.explanation import factor
from vigil.names.features import worth

Description = Mapping[str, Sequence[str]]

# Thousandths, chosen: each lowers a full name's score from stop to review, or below.
OTHER_COUNTRY = worth("other_country")
OTHER_IDENTIFIER = worth("other_identifier")
OTHER_GENDER = worth("other_gender")
OTHER_DATE, OTHER_DAY = 600, 950
NEAR_YEARS = 1  # a birth year one off is a slip as often as another person

SETTLED_BY_IDENTIFIER = worth("same_identifier") / 1000  # whatever the names say
ADDED_BY_DATE = worth("same_birth_date") / 1000  # to a name that met, up to 1

COUNTRIES = (
    "country", "nationality", "citizenship", "jurisdiction", "mainCountry", "flag",
)  # fmt: skip
DATES = ("birthDate", "incorporationDate", "buildDate")
SCHEME_OF = {
    "imoNumber": "imo", "leiCode": "lei", "innCode": "inn", "ogrnCode": "ogrn", "uscCode": "uscc",
    "swiftBic": "bic", "mmsi": "mmsi", "registrationNumber": "registration", "taxNumber": "tax",
    "vatCode": "vat", "dunsCode": "duns", "passportNumber": "passport", "idNumber": "national_id",
    "serialNumber": "registration", "isin": "registration", "isinCode": "registration",
    "socialSecurityNumber": "national_id", "wikidataId": "registration",
    "uniqueEntityId": "registration", "cageCode": "registration", "callSign": "registration",
}  # fmt: skip
# A bank's branch, a radio's and a file's number change hands; these do not, so they contradict.
FOR_LIFE = frozenset(
    {"imoNumber", "leiCode", "innCode", "ogrnCode", "uscCode", "serialNumber", "isin"}
)
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?")


class Agreement(msgspec.Struct, frozen=True):
    """The comparisons made, and the properties that they read."""

    features: tuple[Feature, ...]
    compared: frozenset[str]


def compare_traits(left: Description, right: Description) -> Agreement:
    """Every comparison of what both sides give, in a fixed order: what adds comes last."""
    lowering: list[Feature] = []
    raising: list[Feature] = []
    compared: set[str] = set()
    for part in (_countries, _dates, _gender, _identifiers):
        found, names = part(left, right)
        compared |= names
        for feature in found:
            adds = feature.name in ("same_birth_date", "same_identifier")
            (raising if adds else lowering).append(feature)
    return Agreement((*lowering, *raising), frozenset(compared))


def _countries(left: Description, right: Description) -> tuple[list[Feature], set[str]]:
    ours, theirs = _values(left, COUNTRIES), _values(right, COUNTRIES)
    if not ours or not theirs:
        return [], set()
    told = f"{', '.join(sorted(ours))} and {', '.join(sorted(theirs))}"
    found = (
        Feature("country", 1.0, told)
        if ours & theirs
        else factor("other_country", OTHER_COUNTRY, told)
    )
    return [found], set(COUNTRIES)


def _dates(left: Description, right: Description) -> tuple[list[Feature], set[str]]:
    found: list[Feature] = []
    compared: set[str] = set()
    for name in DATES:
        ours, theirs = _read_dates(left.get(name, ())), _read_dates(right.get(name, ()))
        if ours and theirs:
            compared.add(name)
            agreement = max(date_agreement(a, b) for a in ours for b in theirs)
            told = f"{name}: {_told(ours)} and {_told(theirs)}"
            full = any(a == b and None not in a for a in ours for b in theirs)
            if name == "birthDate" and full:
                found.append(Feature("same_birth_date", ADDED_BY_DATE, told))
            elif agreement == 1000:
                found.append(Feature("date", 1.0, told))
            else:
                found.append(factor("other_date", agreement, told))
    return found, compared


PartialDate = tuple[str, str | None, str | None]


def date_agreement(one: PartialDate, other: PartialDate) -> int:
    """What is left of a score by two dates, in thousandths; parts not known agree.

    >>> date_agreement(("1965", None, None), ("1965", "03", "01"))
    1000
    >>> date_agreement(("1965", "03", "01"), ("1965", "03", "02"))
    950
    >>> date_agreement(("1965", "03", "01"), ("1971", "03", "01"))
    600
    """
    years_apart = abs(int(one[0]) - int(other[0]))
    if years_apart > NEAR_YEARS:
        return OTHER_DATE
    days = [(a, b) for a, b in zip(one[1:], other[1:], strict=True) if a and b]
    return OTHER_DAY if years_apart or any(a != b for a, b in days) else 1000


def _gender(left: Description, right: Description) -> tuple[list[Feature], set[str]]:
    ours, theirs = _values(left, ("gender",)), _values(right, ("gender",))
    if not ours or not theirs:
        return [], set()
    told = f"{', '.join(sorted(ours))} and {', '.join(sorted(theirs))}"
    same = Feature("gender", 1.0, told)
    return [same if ours & theirs else factor("other_gender", OTHER_GENDER, told)], {"gender"}


def _identifiers(left: Description, right: Description) -> tuple[list[Feature], set[str]]:
    found: list[Feature] = []
    compared: set[str] = set()
    for name, scheme in SCHEME_OF.items():
        ours, theirs = _numbers(left, name, scheme), _numbers(right, name, scheme)
        if not ours or not theirs:
            continue
        compared.add(name)
        told = f"{name}: {', '.join(sorted(ours))} and {', '.join(sorted(theirs))}"
        if ours & theirs:
            found.append(Feature("same_identifier", SETTLED_BY_IDENTIFIER, told))
        elif name in FOR_LIFE:
            found.append(factor("other_identifier", OTHER_IDENTIFIER, told))
        else:
            found.append(Feature("identifier", 0.0, told))
    return found, compared


def _numbers(side: Description, name: str, scheme: str) -> frozenset[str]:
    """The numbers that can be read; a property with none is left to `not_compared`."""
    read = set()
    for value in side.get(name, ()):
        try:
            read.add(parse_identifier(scheme, value))
        except InvalidInput:
            continue
    return frozenset(read)


def _values(side: Description, names: Sequence[str]) -> frozenset[str]:
    found = (value.strip().casefold() for name in names for value in side.get(name, ()))
    return frozenset(value for value in found if value)


def _read_dates(values: Sequence[str]) -> list[PartialDate]:
    read = (PARTIAL_DATE.fullmatch(value.strip()) for value in values)
    return sorted({(m[1], m[2], m[3]) for m in read if m}, key=str)


def _told(dates: Sequence[PartialDate]) -> str:
    return ", ".join("-".join(part for part in day if part) for day in dates)
