"""Ships that a listing's reasons name: on a leg, or given as a party.

A ship keeps its IMO number when it changes its name, flag and owner; the number alone tells it.
A name alone is weak, because many ships share it.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from vigil.ids.imo import is_ship
from vigil.model.deal import Deal
from vigil.model.finding import (
    Feature,
    Finding,
    FindingKind,
    Ground,
    Matched,
    NotChecked,
    Provenance,
    Screen,
)
from vigil.model.order import Kind, Role
from vigil.routes.catalogue import RouteCatalogue, WatchedVessel
from vigil.routes.writing import written
from vigil.rules.law import Law

IMO_DIGITS = 7  # IMO resolution A.1117(30)


class Ship(msgspec.Struct, frozen=True):
    """A ship as the order gives it, with the paths of its number and of its name."""

    imo: str | None
    imo_path: str
    name: str | None
    name_path: str


def screen_vessels(deal: Deal, routes: RouteCatalogue, provenance: Provenance) -> list[Finding]:
    """One finding for each watched ship and place of the order where it stands."""
    undated = (Ground.LISTING_UNDATED,) if deal.on < routes.version else ()
    return [
        _finding(ship, watched, undated, provenance)
        for ship in ships_of(deal)
        for watched in routes.vessels
        if is_same(ship, watched)
    ]


def ships_of(deal: Deal) -> Iterator[Ship]:
    """Every ship that the order names."""
    for i, leg in enumerate(deal.order.route or ()):
        if leg.vessel is not None:
            at = f"$.route[{i}].vessel"
            yield Ship(digits(leg.vessel.imo), f"{at}.imo", leg.vessel.name, f"{at}.name")
    for i, party in enumerate(deal.order.parties):
        if party.role is Role.VESSEL or party.kind is Kind.VESSEL:
            imo = digits(party.identifiers.get("imo"))
            at = f"$.parties[{i}]"
            yield Ship(imo, f"{at}.identifiers.imo", party.name, f"{at}.name")


def unknown_flags(deal: Deal, law: Law) -> list[NotChecked]:
    """Flags of ships that are no country's."""
    return [
        NotChecked(f"$.route[{i}].vessel.flag", f"no country has the code {leg.vessel.flag!r}")
        for i, leg in enumerate(deal.order.route or ())
        if leg.vessel and leg.vessel.flag and law.country(leg.vessel.flag) is None
    ]


def is_same(ship: Ship, watched: WatchedVessel) -> bool:
    """Is it the watched ship: by number, or by name when the order gives no sound number?

    A sound number that differs is another ship of the same name.
    """
    if ship.imo == watched.imo:
        return True
    if ship.imo is not None and is_sound(ship.imo):
        return False
    return _is_named(ship, watched)


def _is_named(ship: Ship, watched: WatchedVessel) -> bool:
    name = written(ship.name or "").latin
    return bool(name) and _bare(name) == _bare(written(watched.name).latin)


def digits(imo: str | None) -> str | None:
    """The number without the letters IMO and without spaces, or None when there is none."""
    found = "".join(c for c in imo or "" if c.isascii() and c.isdigit())
    return found or None


def is_sound(imo: str) -> bool:
    """Seven digits that end in the check digit of a ship's number.

    >>> is_sound("8861058"), is_sound("8861057"), is_sound("123")
    (True, False, False)
    """
    return len(imo) == IMO_DIGITS and is_ship(imo)


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    """A ship's name without the prefix that papers put before it (M/V, MT …)."""
    text = " ".join(name)
    for prefix in ("m v ", "mv ", "m t ", "mt ", "motor vessel "):
        text = text.removeprefix(prefix)
    return tuple(text.split())


def _finding(
    ship: Ship,
    watched: WatchedVessel,
    undated: tuple[Ground, ...],
    provenance: Provenance,
) -> Finding:
    by_number = ship.imo == watched.imo
    value = ship.imo if by_number else ship.name
    feature = "imo_equal" if by_number else "name_equal"
    grounds = (Ground.IDENTIFIER_EQUAL,) if by_number else (Ground.NAME_CLOSE, Ground.WEAK_NAME)
    said = "; ".join(watched.listed_in)
    how = "IMO number" if by_number else "name only"
    if by_number and ship.name and not _is_named(ship, watched):
        how += f", under the other name {ship.name!r}"
    return Finding(
        screen=Screen.ROUTES,
        kind=FindingKind.LISTED_VESSEL,
        path=ship.imo_path if by_number else ship.name_path,
        subject=f"vessel:{watched.imo}",
        summary=f"The ship is {watched.name} of {watched.owner} by {how}; named in: {said}.",
        value=value,
        grounds=(*grounds, *undated),
        score=1.0,
        features=(Feature(feature, 1.0, f"{value} against {watched.name}, IMO {watched.imo}"),),
        matched=Matched(f"vessel:{watched.imo}", watched.name, provenance.source),
        provenance=provenance,
        verified=watched.verified,
        basis=watched.basis,
    )
