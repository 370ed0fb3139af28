"""Earlier orders, by what a new one may share with them.

A file of past orders is read into tables once; each new order then asks for its own customers,
addresses, telephones, banks and goods. Only orders of the same day or before count, and versions of
the order itself are no other orders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

import msgspec

from vigil.model.finding import Finding, FindingKind
from vigil.model.order import Kind, Order, Party, Role, destination, parties_in
from vigil.routes.contacts import email_domain, host, is_same_group, phone_digits
from vigil.routes.unit_address import UnitAddress, is_same_unit, read_unit
from vigil.routes.writing import company_key

CUSTOMERS = (Role.BUYER, Role.CONSIGNEE, Role.END_USER)
COMPANIES = (*CUSTOMERS, Role.INTERMEDIATE_CONSIGNEE)


RUSSIA = ("RU", "BY")
MOST_PRICES = 500  # chosen: the latest say what a part costs
Company = frozenset[str]  # the words of its name, as company_key gives them


class Seen(NamedTuple):
    """A company of an earlier order."""

    name: str
    order: Order


class EarlierOrders:
    """Orders of the past in the order in which they were given, of two of a day the later last.

    Of a company that comes again and again with the same telephone or room two orders are kept: one
    of them is another order than the new one.
    """

    def __init__(self, orders: Iterable[Order]) -> None:
        self._versions: dict[str, list[Order]] = {}
        self._of_company: dict[Company, list[Order]] = {}
        self._to_russia: dict[Company, list[Order]] = {}
        self._contacts: dict[tuple[str, str], dict[Company, list[Seen]]] = {}
        self._units: dict[str, dict[tuple[UnitAddress, Company], list[Seen]]] = {}
        self._russian_banks: dict[Company, list[Order]] = {}
        self._prices: dict[tuple[str, str | None], list[tuple[float, Order]]] = {}
        self.oldest: date | None = None
        for order in orders:
            self._add(order)

    def version_of(self, order: Order) -> Order | None:
        """The last version of the order that differs from it, or None when it is the first."""
        held = self._versions.get(order.id, ())
        others = [o for o in held if o.date <= order.date and o != order]
        return others[-1] if others else None

    def of_company(self, name: str, order: Order) -> Iterator[Order]:
        """The other orders in which the company bought, received or used goods."""
        return _before(self._of_company.get(company_key(name), ()), order)

    def to_russia(self, name: str, order: Order) -> Iterator[Order]:
        """Those of them that went to Russia or Belarus."""
        return _before(self._to_russia.get(company_key(name), ()), order)

    def through_bank_to_russia(self, bank: str, order: Order) -> Iterator[Order]:
        """The other orders to Russia or Belarus that were paid through a bank."""
        return _before(self._russian_banks.get(company_key(bank), ()), order)

    def with_contact(self, party: Party, order: Order) -> Iterator[tuple[str, str, Seen]]:
        """Companies of other groups with a contact of the party: field, value and who it was."""
        for field, value in contacts_of(party):
            for company in self._contacts.get((field, value), {}).values():
                for seen in company:
                    if is_before(seen.order, order) and not is_same_group(seen.name, party.name):
                        yield field, value, seen

    def at_unit(self, unit: UnitAddress, order: Order) -> Iterator[Seen]:
        """The companies that had this room, flat or suite."""
        for (other, _), company in self._units.get(unit.unit, {}).items():
            for seen in company if is_same_unit(unit, other) else ():
                if is_before(seen.order, order):
                    yield seen

    def prices(self, part_number: str, order: Order) -> list[float]:
        """What a piece of this part number last cost in other orders of the same currency."""
        held = self._prices.get((part_key(part_number), order.currency), ())
        before = (price for price, o in reversed(held) if is_before(o, order))
        return list(islice(before, MOST_PRICES))

    def _add(self, order: Order) -> None:
        self._versions.setdefault(order.id, []).append(order)
        self.oldest = min(self.oldest or order.date, order.date)
        russian = destination(order) in RUSSIA
        for key in {company_key(party.name) for _, party in parties_in(order, *CUSTOMERS)}:
            self._of_company.setdefault(key, []).append(order)
            if russian:
                self._to_russia.setdefault(key, []).append(order)
        for _, party in parties_in(order, *COMPANIES):
            company, seen = company_key(party.name), Seen(party.name, order)
            for contact in contacts_of(party):
                _keep(self._contacts.setdefault(contact, {}).setdefault(company, []), seen)
            unit = read_unit(party.address) if party.address else None
            if unit is not None:
                held = self._units.setdefault(unit.unit, {})
                _keep(held.setdefault((unit, company), []), seen)
        if russian and order.payment and order.payment.bank:
            bank = company_key(order.payment.bank)
            self._russian_banks.setdefault(bank, []).append(order)
        for line in order.lines:
            if line.part_number and line.unit_price:
                part = (part_key(line.part_number), order.currency)
                self._prices.setdefault(part, []).append((line.unit_price, order))


def _before(orders: Iterable[Order], order: Order) -> Iterator[Order]:
    return (other for other in orders if is_before(other, order))


def _keep(held: list[Seen], seen: Seen) -> None:
    """Keep the two earliest orders of different ids."""
    earliest = {s.order.id: s for s in sorted([*held, seen], key=_age, reverse=True)}
    held[:] = sorted(earliest.values(), key=_age)[:2]


def _age(seen: Seen) -> tuple[date, str]:
    return seen.order.date, seen.order.id


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
