"""What two descriptions say beside the names: kind, countries, dates, gender, address, numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from vigil.errors import InvalidInput
from vigil.ids.scheme import parse_identifier
from vigil.model.finding import Feature
from vigil.names.explanation import factor
from vigil.names.features import worth
from vigil.parties.addresses import house_words
from vigil.parties.partial_dates import SAME, PartialDate, date_agreement, read_date

Description = Mapping[str, Sequence[str]]

# Thousandths, chosen: each lowers a full name's score from stop to review, or below.
OTHER_COUNTRY = worth("other_country")
OTHER_IDENTIFIER = worth("other_identifier")
OTHER_GENDER = worth("other_gender")
OTHER_KIND = worth("other_kind")

SETTLED_BY_IDENTIFIER = worth("same_identifier") / 1000  # whatever the names say
ADDED_BY_ADDRESS = worth("same_address") / 1000  # as a date of birth, and less
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
# A company may have been founded by a person of its name, so these decide only where both sides are
# of a schema that may be either.
ONLY_OF = {
    "person": frozenset(
        ("firstName", "lastName", "fatherName", "middleName", "secondName", "birthDate",
         "deathDate", "birthPlace", "gender", "passportNumber", "nationality", "citizenship")
    ),
    "company": frozenset(
        ("incorporationDate", "dissolutionDate", "legalForm", "leiCode", "ogrnCode", "jurisdiction",
         "cageCode", "swiftBic", "parent")
    ),
}  # fmt: skip
SEXES = frozenset("mf")  # male, female, M, F; anything else contradicts nothing
# A bank's branch, a radio's and a file's number change hands; these do not, so they contradict.
FOR_LIFE = frozenset(
    {"imoNumber", "leiCode", "innCode", "ogrnCode", "uscCode", "serialNumber", "isin"}
)


class Agreement(msgspec.Struct, frozen=True):
    """The comparisons made, and the properties that they read."""

    features: tuple[Feature, ...]
    compared: frozenset[str]


def compare_traits(left: Description, right: Description) -> Agreement:
    """Every comparison of what both sides give, in a fixed order: what adds comes last."""
    lowering: list[Feature] = []
    raising: list[Feature] = []
    compared: set[str] = set()
    for part in (_kinds, _countries, _dates, _gender, _addresses, _identifiers):
        found, names = part(left, right)
        compared |= names
        for feature in found:
            adds = feature.name in ("same_birth_date", "same_address", "same_identifier")
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
            told = f"{name}: {', '.join(map(str, ours))} and {', '.join(map(str, theirs))}"
            full = any(a == b and a.is_full for a in ours for b in theirs)
            if name == "birthDate" and full:
                found.append(Feature("same_birth_date", ADDED_BY_DATE, told))
            elif agreement == SAME:
                found.append(Feature("date", 1.0, told))
            else:
                found.append(factor("other_date", agreement, told))
    return found, compared


def _gender(left: Description, right: Description) -> tuple[list[Feature], set[str]]:
    ours, theirs = (_values(side, ("gender",)) for side in (left, right))
    known = [{value[0] for value in said} & SEXES for said in (ours, theirs)]
    if not all(known):
        return [], set()
    told = f"{', '.join(sorted(ours))} and {', '.join(sorted(theirs))}"
    same = Feature("gender", 1.0, told)
    return [same if known[0] & known[1] else factor("other_gender", OTHER_GENDER, told)], {"gender"}


def _kinds(left: Description, right: Description) -> tuple[list[Feature], set[str]]:
    """A person's properties against a company's: what only one side gives tells its kind."""
    ours, theirs = _kind(left), _kind(right)
    if ours is None or theirs is None or ours == theirs:
        return [], set()
    return [factor("other_kind", OTHER_KIND, f"one is a {ours}, the other a {theirs}")], set()


def _kind(side: Description) -> str | None:
    """What only people or only companies have; None when it has neither or both."""
    given = {name for name, values in side.items() if values}
    kinds = [kind for kind, names in ONLY_OF.items() if not given.isdisjoint(names)]
    return kinds[0] if len(kinds) == 1 else None


def _addresses(left: Description, right: Description) -> tuple[list[Feature], set[str]]:
    """An equal house adds a little; people and firms move, so another one says nothing."""
    ours, theirs = (
        {found for text in side.get("address", ()) if (found := house_words(text)) is not None}
        for side in (left, right)
    )
    if not ours or not theirs:
        return [], set()
    if ours & theirs:
        told = " ".join(sorted(min(ours & theirs, key=sorted)))
        return [Feature("same_address", ADDED_BY_ADDRESS, told)], {"address"}
    return [Feature("address", 0.0, "no two addresses are the same")], {"address"}


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
    """The dates that can be read; a property with none is left to `not_compared`."""
    return sorted({date for value in values if (date := read_date(value)) is not None})
