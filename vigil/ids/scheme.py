"""The schemes of identifiers, and for each the reader that gives its normal form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from vigil.errors import InvalidInput
from vigil.ids.bic import parse_bic
from vigil.ids.imo import parse_imo
from vigil.ids.inn import parse_inn
from vigil.ids.lei import parse_lei
from vigil.ids.mmsi import parse_mmsi
from vigil.ids.ogrn import parse_ogrn
from vigil.ids.uscc import parse_uscc
from vigil.ids.writing import parse_number
from vigil.model.suggestion import did_you_mean

Reader = Callable[..., str]

SCHEMES: Mapping[str, Reader] = MappingProxyType(
    {
        "imo": parse_imo,
        "lei": parse_lei,
        "inn": parse_inn,
        "ogrn": parse_ogrn,
        "uscc": parse_uscc,
        "bic": parse_bic,
        "mmsi": parse_mmsi,
        "registration": parse_number,
        "tax": parse_number,
        "vat": parse_number,
        "duns": parse_number,
        "passport": parse_number,
        "national_id": parse_number,
    }
)
WORLDWIDE = frozenset({"imo", "lei", "inn", "ogrn", "uscc", "bic", "duns"})
"""Schemes whose numbers belong to one bearer in the world; of the others two countries may give
the same."""
REGISTERED = frozenset({"registration", "tax", "vat", "inn", "ogrn", "uscc"})
"""Schemes that stand in for one another: people write an INN as a registration or tax number."""


def parse_identifier(scheme: str, value: str, *, path: str = "$.identifiers") -> str:
    """An identifier in the normal form of its scheme.

    Raises:
        InvalidInput: the scheme is not known, or the value is not one of it.

    >>> parse_identifier("imo", "IMO 9187629")
    '9187629'
    """
    reader = SCHEMES.get(scheme)
    if reader is None:
        known = did_you_mean(scheme, SCHEMES)
        expected = f"a known scheme of identifiers; {known}" if known else "a known scheme"
        raise InvalidInput.single(expected, path, scheme)
    return reader(value, path=path)
