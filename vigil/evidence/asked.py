"""What an order names that open reports may name, too: parties, ships, makers, parts, places.

Names are looked for as the order writes them; things of the world that other screens found in the
order are looked for by their id, so that a report may use another of their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vigil.evidence.link import Known, LinkKind
from vigil.evidence.names.topics import SHIPS
from vigil.model.finding import Finding, FindingKind
from vigil.model.order import Kind, Order, Role
from vigil.model.placeholder import is_placeholder

SHORTEST_NUMBER = 5  # characters of a part number that tells the part alone
# A region or a Caspian way is in so many reports that its name says nothing of an order.
THING_OF: dict[FindingKind, tuple[LinkKind, ...]] = {
    FindingKind.LISTED_PARTY: ("party",),
    FindingKind.LISTED_VESSEL: ("party",),
    FindingKind.OWNED_BY_LISTED: ("party",),
    FindingKind.PLACE_OF_CONCERN: ("place",),
    FindingKind.UAV_PART: ("part", "model"),
}


class Asked(NamedTuple):
    """A name of the order: where it stands, and as what it is looked for."""

    path: str
    name: str
    known: Known
    is_maker: bool = False


def asked_of(order: Order) -> Iterator[Asked]:
    """All names of an order, in its order."""
    for i, party in enumerate(order.parties):
        at = f"$.parties[{i}]"
        kind = Kind.VESSEL if party.role is Role.VESSEL else party.kind
        yield from _party(f"{at}.name", party.name, kind, party.country)
        for j, owner in enumerate(party.owners or ()):
            yield from _party(f"{at}.owners[{j}].name", owner.name, owner.kind, owner.country)
    if order.exporter is not None:
        yield from _party("$.exporter.name", order.exporter.name, Kind.UNKNOWN)
    for i, leg in enumerate(order.route or ()):
        yield from _party(f"$.route[{i}].carrier", leg.carrier, Kind.UNKNOWN)
        if leg.vessel is not None:
            yield from _party(f"$.route[{i}].vessel.name", leg.vessel.name, Kind.VESSEL)
    for i, line in enumerate(order.lines):
        at = f"$.lines[{i}]"
        for asked in _party(f"{at}.manufacturer", line.manufacturer, Kind.UNKNOWN):
            yield asked._replace(is_maker=True)
        number = line.part_number or ""
        key = "".join(filter(str.isalnum, number)).upper()
        if len(key) >= SHORTEST_NUMBER and not key.isalpha() and not key.isdigit():
            path = f"{at}.part_number"
            yield Asked(path, number, Known("part", key, number))
    if order.payment is not None:
        pay = order.payment
        yield from _party("$.payment.payer", pay.payer, Kind.UNKNOWN, pay.payer_country)
        yield from _party("$.payment.bank", pay.bank, Kind.UNKNOWN, pay.bank_country)


def things_of(findings: Iterable[Finding]) -> dict[tuple[LinkKind, str], tuple[Finding, ...]]:
    """The things of the world that findings of an order rest on, each with its findings."""
    found: dict[tuple[LinkKind, str], tuple[Finding, ...]] = {}
    for finding in findings:
        subject = finding.matched.entity if finding.matched else finding.subject
        for kind in THING_OF.get(finding.kind, ()):
            found[kind, subject] = (*found.get((kind, subject), ()), finding)
    return found


def _party(path: str, name: str | None, kind: Kind, country: str | None = None) -> Iterator[Asked]:
    if not name or not name.strip() or is_placeholder(name):
        return
    countries = (country,) if country else ()
    beside = SHIPS if kind is Kind.VESSEL else ()
    known = Known("party", path, name, False, countries, kind is Kind.PERSON, beside, True)
    yield Asked(path, name, known)
