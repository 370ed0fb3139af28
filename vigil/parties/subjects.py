"""Everybody whom an order names, and where."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from vigil.model.order import Kind, Order, Role
from vigil.model.placeholder import is_placeholder

KIND_OF_ROLE = {Role.VESSEL: Kind.VESSEL}
NO_IDENTIFIERS: dict[str, str] = {}


class Subject(msgspec.Struct, frozen=True):
    """Somebody, or a ship, that an order names.

    `path` is of the name, `at` of the object that holds it, under which `identifiers` stand.
    `party` is its number among the parties (0-based), when it is one. `owner_of` is the number of
    the party that the subject owns `share_percent` of. `flag` is a ship's. A maker made what is
    sold, and is no party.
    """

    path: str
    at: str
    name: str | None
    kind: Kind = Kind.UNKNOWN
    country: str | None = None
    country_path: str | None = None
    birth_date: str | None = None
    identifiers: dict[str, str] = NO_IDENTIFIERS
    identifiers_at: str = ""
    owner_of: int | None = None
    share_percent: float | None = None
    party: int | None = None
    flag: str | None = None
    is_maker: bool = False


def subjects_of(order: Order) -> Iterator[Subject]:
    """Parties with owners, exporter, carriers, vessels, makers, payer and bank, in that order."""
    yield from _parties(order)
    if order.exporter is not None:
        at = "$.exporter"
        country = order.exporter.country
        name = _said(order.exporter.name)
        yield Subject(f"{at}.name", at, name, Kind.UNKNOWN, country, f"{at}.country")
    yield from _legs(order)
    yield from _makers(order)
    if order.payment is not None:
        pay = order.payment
        for what, name, country in (
            ("payer", pay.payer, pay.payer_country),
            ("bank", pay.bank, pay.bank_country),
        ):
            at = f"$.payment.{what}"
            yield Subject(at, at, _said(name), Kind.UNKNOWN, country, f"{at}_country")


def _parties(order: Order) -> Iterator[Subject]:
    for i, party in enumerate(order.parties):
        at = f"$.parties[{i}]"
        kind = KIND_OF_ROLE.get(party.role, party.kind)
        yield Subject(
            f"{at}.name", at, party.name, kind, party.country, f"{at}.country",
            party.birth_date, party.identifiers, f"{at}.identifiers", party=i,
            flag=party.country if kind is Kind.VESSEL else None,
        )  # fmt: skip
        for j, owner in enumerate(party.owners or ()):
            at_owner = f"{at}.owners[{j}]"
            yield Subject(
                f"{at_owner}.name", at_owner, owner.name, owner.kind, owner.country,
                f"{at_owner}.country", None, owner.identifiers, f"{at_owner}.identifiers",
                i, owner.share_percent,
            )  # fmt: skip


def _legs(order: Order) -> Iterator[Subject]:
    for i, leg in enumerate(order.route or ()):
        if carrier := _said(leg.carrier):
            at = f"$.route[{i}].carrier"
            yield Subject(at, at, carrier)
        if leg.vessel is not None:
            at = f"$.route[{i}].vessel"
            numbers = {"imo": leg.vessel.imo, "mmsi": leg.vessel.mmsi}
            given = {scheme: number for scheme, number in numbers.items() if number}
            yield Subject(
                f"{at}.name", at, _said(leg.vessel.name), Kind.VESSEL, None, f"{at}.flag",
                identifiers=given, identifiers_at=at, flag=leg.vessel.flag,
            )  # fmt: skip


def _makers(order: Order) -> Iterator[Subject]:
    """Who made the goods; the country of origin is that of the goods, not theirs."""
    for i, line in enumerate(order.lines):
        name = _said(line.manufacturer)
        if name is not None and not is_placeholder(name):
            at = f"$.lines[{i}].manufacturer"
            yield Subject(at, at, name, Kind.ORGANISATION, is_maker=True)


def _said(name: str | None) -> str | None:
    """The name; a blank one says that there is none, which leaves nobody to look for."""
    return name if name and name.strip() else None
