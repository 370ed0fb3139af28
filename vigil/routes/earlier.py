"""Earlier orders, by what a new one may share with them.

A file of past orders is read into tables once; each new order then asks for its own customers,
addresses, telephones, banks and goods. Only orders of the same day or before count, and versions of
the order itself are no other orders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from vigil.model.finding import Finding, FindingKind
from vigil.model.order import Kind, Order, Party, Role, parties_in
from vigil.routes.contacts import email_domain, host, is_same_group, phone_digits
from vigil.routes.unit_address import UnitAddress, is_same_unit, read_unit
from vigil.routes.writing import company_key

CUSTOMERS = (Role.BUYER, Role.CONSIGNEE, Role.END_USER)
COMPANIES = (*CUSTOMERS, Role.INTERMEDIATE_CONSIGNEE)


class Seen(NamedTuple):
    """A company of an earlier order."""

    name: str
    order: Order


class EarlierOrders:
    """Orders of the past in the order in which they were given, of two of a day the later last."""

    def __init__(self, orders: Iterable[Order]) -> None:
        self._versions: dict[str, list[Order]] = {}
        self._of_company: dict[frozenset[str], list[Order]] = {}
        self._contacts: dict[tuple[str, str], list[Seen]] = {}
        self._units: dict[str, list[tuple[UnitAddress, Seen]]] = {}
        self._banks: dict[frozenset[str], list[Order]] = {}
        self._prices: dict[tuple[str, str | None], list[tuple[float, Order]]] = {}
        self.oldest: date | None = None
        for order in orders:
            self._add(order)

    def version_of(self, order: Order) -> Order | None:
        """The last version of the order that differs from it, or None when it is the first."""
        others = [o for o in self._versions.get(order.id, ()) if o != order]
        return others[-1] if others else None

    def of_company(self, name: str, order: Order) -> list[Order]:
        """The other orders in which the company bought, received or used goods."""
        return [o for o in self._of_company.get(company_key(name), ()) if is_before(o, order)]

    def with_contact(self, party: Party, order: Order) -> Iterator[tuple[str, str, Seen]]:
        """Companies of other groups with a contact of the party: field, value and who it was."""
        for field, value in contacts_of(party):
            for seen in self._contacts.get((field, value), ()):
                if is_before(seen.order, order) and not is_same_group(seen.name, party.name):
                    yield field, value, seen

    def at_unit(self, unit: UnitAddress, order: Order) -> Iterator[Seen]:
        """The companies that had this room, flat or suite."""
        for other, seen in self._units.get(unit.unit, ()):
            if is_before(seen.order, order) and is_same_unit(unit, other):
                yield seen

    def through_bank(self, bank: str, order: Order) -> list[Order]:
        """The other orders that were paid through a bank."""
        return [o for o in self._banks.get(company_key(bank), ()) if is_before(o, order)]

    def prices(self, part_number: str, order: Order) -> list[float]:
        """What a piece of this part number cost in other orders of the same currency."""
        held = self._prices.get((part_key(part_number), order.currency), ())
        return [price for price, o in held if is_before(o, order)]

    def _add(self, order: Order) -> None:
        self._versions.setdefault(order.id, []).append(order)
        self.oldest = min(self.oldest or order.date, order.date)
        keys = {company_key(party.name) for _, party in parties_in(order, *CUSTOMERS)}
        for key in keys:
            self._of_company.setdefault(key, []).append(order)
        for _, party in parties_in(order, *COMPANIES):
            seen = Seen(party.name, order)
            for contact in contacts_of(party):
                self._contacts.setdefault(contact, []).append(seen)
            unit = read_unit(party.address) if party.address else None
            if unit is not None:
                self._units.setdefault(unit.unit, []).append((unit, seen))
        bank = order.payment.bank if order.payment else None
        if bank:
            self._banks.setdefault(company_key(bank), []).append(order)
        for line in order.lines:
            if line.part_number and line.unit_price:
                part = (part_key(line.part_number), order.currency)
                self._prices.setdefault(part, []).append((line.unit_price, order))


class Past(msgspec.Struct, frozen=True):
    """What is known of the time before an order.

    `version` is an earlier version of the same order, `found` what asked for a person or stopped
    it there, in the same world on the same day.
    """

    orders: EarlierOrders
    version: Order | None = None
    found: tuple[Finding, ...] = ()


# Findings on what an order names; numbers and behaviour may change without hiding anything.
NAMING = frozenset(
    {FindingKind.LISTED_PARTY, FindingKind.LISTED_VESSEL, FindingKind.OWNED_BY_LISTED,
     FindingKind.LISTED_ADDRESS, FindingKind.PLACE_OF_CONCERN, FindingKind.EVASION_MARK,
     FindingKind.KEY_ITEM, FindingKind.CONTROLLED_ITEM, FindingKind.UAV_PART}
)  # fmt: skip


def edited_away(findings: Iterable[Finding], order: Order) -> Iterator[Finding]:
    """The findings on an earlier version whose text stands nowhere in the order any more."""
    said = "\n".join(_texts(msgspec.to_builtins(order)))
    for finding in findings:
        if finding.kind in NAMING and finding.value and finding.value not in said:
            yield finding


def _texts(plain: object) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for value in plain.values():
            yield from _texts(value)
    elif isinstance(plain, (list, tuple)):
        for value in plain:
            yield from _texts(value)


def is_before(other: Order, order: Order) -> bool:
    """Is it another order, and of the same day or before?"""
    return other.id != order.id and other.date <= order.date


def contacts_of(party: Party) -> Iterator[tuple[str, str]]:
    """The telephone, website and e-mail domain of a company that are its own: field and value."""
    if party.kind is Kind.PERSON:
        return
    if party.phone and (digits := phone_digits(party.phone)):
        yield "phone", digits
    if party.website and (site := host(party.website)):
        yield "website", site
    if party.email and (domain := email_domain(party.email)):
        yield "email", domain


def part_key(part_number: str) -> str:
    """A part number as its letters and digits in capitals."""
    return "".join(c for c in part_number.upper() if c.isalnum())
