"""What a business sends: an order with its parties, goods, route and payment.

`None` means *not known*: it fires no red flag. *Known to be none* is `""`, `()` or `False`.
Values here are already checked; `vigil.model.order_json` makes them from untrusted input.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import lru_cache

import msgspec


class Role(StrEnum):
    """What a party does in an order."""

    BUYER = "buyer"
    CONSIGNEE = "consignee"
    INTERMEDIATE_CONSIGNEE = "intermediate_consignee"
    END_USER = "end_user"
    NOTIFY_PARTY = "notify_party"
    EXPORTER = "exporter"
    FORWARDER = "forwarder"
    BANK = "bank"
    PAYER = "payer"
    VESSEL = "vessel"
    CARRIER = "carrier"
    AGENT = "agent"
    OWNER = "owner"


class Kind(StrEnum):
    """What sort of thing a party or a listed entity is."""

    ORGANISATION = "organisation"
    PERSON = "person"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    UNKNOWN = "unknown"


class Mode(StrEnum):
    """How a leg is travelled."""

    SEA = "sea"
    AIR = "air"
    ROAD = "road"
    RAIL = "rail"
    RIVER = "river"
    POST = "post"
    MULTIMODAL = "multimodal"


class Position(msgspec.Struct, frozen=True):
    """Where something lies: WGS 84 degrees, north and east positive."""

    lat: float
    lon: float


class Owner(msgspec.Struct, frozen=True):
    """Who owns a party, and how much of it in per cent (0–100, None: not known)."""

    name: str
    country: str | None = None
    kind: Kind = Kind.UNKNOWN
    share_percent: float | None = None
    identifiers: dict[str, str] = {}


class Party(msgspec.Struct, frozen=True):
    """One party of an order in one role."""

    role: Role
    name: str
    kind: Kind = Kind.UNKNOWN
    country: str | None = None
    address: str | None = None
    identifiers: dict[str, str] = {}
    founded: date | None = None
    birth_date: str | None = None
    website: str | None = None
    email: str | None = None
    phone: str | None = None
    line_of_business: str | None = None
    owners: tuple[Owner, ...] | None = None
    position: Position | None = None


class Line(msgspec.Struct, frozen=True):
    """One line of goods. `hs` is digits only (6 to 12); `eccn` is upper case."""

    line: int
    hs: str | None = None
    eccn: str | None = None
    part_number: str | None = None
    manufacturer: str | None = None
    description: str | None = None
    quantity: float | None = None
    unit_price: float | None = None
    origin: str | None = None
    serial_numbers: tuple[str, ...] | None = None
    marking_request: str | None = None


class Vessel(msgspec.Struct, frozen=True):
    """The ship of a leg; `imo` as given, its check digit is examined by the routes screen."""

    name: str | None = None
    imo: str | None = None
    mmsi: str | None = None
    flag: str | None = None


class Leg(msgspec.Struct, frozen=True, rename={"origin": "from", "to": "to"}):
    """One leg of the route, from `origin` to `to`: UN/LOCODE or free text; where they lie, if
    the order says so.
    """

    origin: str | None = None
    to: str | None = None
    mode: Mode | None = None
    carrier: str | None = None
    vessel: Vessel | None = None
    from_position: Position | None = None
    to_position: Position | None = None


class Payment(msgspec.Struct, frozen=True):
    """Who pays, how and through which bank."""

    method: str | None = None
    payer: str | None = None
    payer_country: str | None = None
    bank: str | None = None
    bank_country: str | None = None
    terms: str | None = None


class Exporter(msgspec.Struct, frozen=True):
    """The business that sends the goods; its country says whose law applies."""

    name: str | None = None
    country: str | None = None


class Order(msgspec.Struct, frozen=True):
    """What goes out, to whom, how and paid by whom."""

    id: str
    date: date
    parties: tuple[Party, ...]
    lines: tuple[Line, ...]
    currency: str | None = None
    value: float | None = None
    exporter: Exporter | None = None
    route: tuple[Leg, ...] | None = None
    payment: Payment | None = None
    end_use: str | None = None
    end_user_statement: bool | None = None
    answers: dict[str, bool | str | float | None] = {}


def parties_in(order: Order, *roles: Role) -> list[tuple[int, Party]]:
    """The parties in any of these roles, each with its place in the order (0-based)."""
    return [(i, party) for i, party in enumerate(order.parties) if party.role in roles]


def destination(order: Order) -> str | None:
    """Country where the goods end up: the end user's, else the consignee's, else the last leg's.

    Returns:
        ISO 3166 alpha-2, or None when the order does not say.
    """
    last = order.route[-1].to if order.route else None
    return receiving_country(order) or (last[:2] if last and is_locode(last) else None)


def receiving_country(order: Order) -> str | None:
    """The end user's country, else the consignee's; ISO 3166 alpha-2, or None."""
    for role in (Role.END_USER, Role.CONSIGNEE):
        for _, party in parties_in(order, role):
            if party.country:
                return party.country
    return None


@lru_cache(maxsize=8192)
def is_locode(text: str) -> bool:
    """Has the text the form of a UN/LOCODE: two capitals, then three capitals or digits 2–9?

    >>> is_locode("NLRTM"), is_locode("NL RTM"), is_locode("Paris"), is_locode("Rotterdam")
    (True, True, False, False)
    """
    code = text.replace(" ", "") if len(text) <= 6 else ""
    return (
        len(code) == 5
        and code.isascii()
        and code.upper() == code
        and code[:2].isalpha()
        and all(c.isalpha() or c in "23456789" for c in code[2:])
    )
