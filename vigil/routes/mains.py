"""Does the voltage that a description gives fit the mains of a country?"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from vigil.model.provision import Basis

VOLTS = re.compile(
    r"(?<![\w.,])(\d{2,3})(?:\s*(?:-|–|/|to|~)\s*(\d{2,3}))?\s*v(?:ac|olts?)?(?!\w)", re.I
)
# Without one of these words the voltage may be a relay's or a capacitor's, and says nothing.
OF_MAINS = re.compile(r"\bv?ac\b|\b[56]0(?:\s*/\s*60)?\s*hz\b|\bmains\b|\bplug\b|\bsocket\b", re.I)
DIRECT = re.compile(r"\bv?dc\b|direct current", re.I)


class Mains(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Countries whose households have a voltage between two, in volts."""

    from_volts: int
    to_volts: int
    countries: tuple[str, ...]
    verified: bool
    basis: Basis


def misfit(description: str, country: str | None, mains: Iterable[Mains]) -> str | None:
    """The voltage in a description that is another country's mains and not this one's, or None."""
    if not OF_MAINS.search(description) or DIRECT.search(description):
        return None
    bands = list(mains)
    own = next((band for band in bands if country in band.countries), None)
    if own is None:
        return None
    given = [(m.group(0), _span(m)) for m in VOLTS.finditer(description)]
    if any(low <= own.to_volts and own.from_volts <= high for _, (low, high) in given):
        return None
    others = [band for band in bands if band is not own]
    for text, (low, high) in given:
        if any(low <= band.to_volts and band.from_volts <= high for band in others):
            return text.strip()
    return None


def _span(met: re.Match[str]) -> tuple[int, int]:
    """Both ends: all between "100-240 V" fits, and between "110/220 V", generous to the seller."""
    low, high = int(met.group(1)), int(met.group(2) or met.group(1))
    return min(low, high), max(low, high)
