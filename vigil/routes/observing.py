"""What an indicator looks at, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache

import msgspec

from vigil.model.deal import Deal
from vigil.model.finding import Finding, FindingKind
from vigil.model.order import Line, Order, Party, Role
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.earlier import Past
from vigil.routes.places import Sighting
from vigil.routes.ports import LegEnds
from vigil.routes.writing import company_key, word_set, written
from vigil.rules.law import Law

CUSTOMERS = (Role.BUYER, Role.CONSIGNEE, Role.END_USER)
CUSTOMERS_AND_BETWEEN = (*CUSTOMERS, Role.INTERMEDIATE_CONSIGNEE)

# Countries that Article 12g of Regulation (EU) 833/2014 excuses, as of 2024-03-20, and the US;
# with the members of the EU they stand for the coalition that the US notices speak of.
PARTNERS = word_set("AU CA CH GB JP KR NO NZ US")

INVASION = date(2022, 2, 24)  # FinCEN and BIS, 19 May 2023: customers set up after this day


class Observation(msgspec.Struct, frozen=True):
    """Something seen in the order: where, the order's own text, and a plain clause about it."""

    path: str
    value: str
    detail: str


class Behaviour(msgspec.Struct, frozen=True, dict=True):
    """An order with all that an indicator may look at.

    `findings` are those of every screen so far, this one's own included. What several indicators
    look at is made once and only when one asks for it. `past` None: no earlier orders were given.
    """

    deal: Deal
    routes: RouteCatalogue
    law: Law
    priority_codes: frozenset[str]
    legs: tuple[LegEnds, ...]
    sightings: tuple[Sighting, ...]
    findings: tuple[Finding, ...] = ()
    past: Past | None = None

    @cached_property
    def order(self) -> Order:
        """The order itself."""
        return self.deal.order

    @cached_property
    def home(self) -> str | None:
        """The exporter's country, or None when it is not given."""
        return self.order.exporter.country if self.order.exporter else None

    @cached_property
    def _by_role(self) -> dict[Role, list[tuple[int, Party]]]:
        held: dict[Role, list[tuple[int, Party]]] = {}
        for i, party in enumerate(self.order.parties):
            held.setdefault(party.role, []).append((i, party))
        return held

    def of(self, *roles: Role) -> list[tuple[int, Party]]:
        """The parties in these roles, role by role, each with its place in the order."""
        return [found for role in roles for found in self._by_role.get(role, ())]

    @cached_property
    def findings_of(self) -> dict[FindingKind, list[Finding]]:
        """What every screen found so far, by its kind."""
        held: dict[FindingKind, list[Finding]] = {}
        for finding in self.findings:
            held.setdefault(finding.kind, []).append(finding)
        return held

    @cached_property
    def customers(self) -> list[tuple[int, Party]]:
        """Buyer, consignee and end user, each description of a company once."""
        return list(companies(self.order, *CUSTOMERS))

    @cached_property
    def customers_and_between(self) -> list[tuple[int, Party]]:
        """The customers and the companies between, each description of a company once."""
        return list(companies(self.order, *CUSTOMERS_AND_BETWEEN))

    @cached_property
    def priority_lines(self) -> list[Line]:
        """The lines with an HS code of highest priority."""
        return [line for line in self.order.lines if (line.hs or "")[:6] in self.priority_codes]

    @cached_property
    def key_codes(self) -> frozenset[str]:
        """The six-digit HS codes of the order that are of highest priority or key items."""
        key_items = self.findings_of.get(FindingKind.KEY_ITEM, ())
        listed = (finding.subject[:6] for finding in key_items)
        return frozenset((*listed, *((line.hs or "")[:6] for line in self.priority_lines)))

    @cached_property
    def outside(self) -> Party | None:
        """The first customer that is known to sit outside the coalition, or None."""
        customers = (party for _, party in self.customers)
        return next((p for p in customers if outside_coalition(p.country, self.law)), None)


def companies(order: Order, *roles: Role) -> Iterator[tuple[int, Party]]:
    """The parties in these roles; of those that say the same of one company, the first.

    A company in two roles may be described in one of them only, so each description is looked at.
    """
    seen = set()
    for i, party in enumerate(order.parties):
        if party.role not in roles:
            continue
        told = (
            company_key(party.name), party.country, party.founded, party.website, party.email,
            party.line_of_business,
        )  # fmt: skip
        if told not in seen:
            seen.add(told)
            yield i, party


def is_same_company(one: str, other: str) -> bool:
    """Do two names in one order mean the same company, legal forms apart?

    >>> is_same_company("Acme Trading Ltd", "ACME TRADING LIMITED")
    True
    """
    return company_key(one) == company_key(other)


def outside_coalition(country: str | None, law: Law) -> bool:
    """Is the country known, and neither in the EU nor a partner by Article 12g nor the US?"""
    return country is not None and country not in PARTNERS and country not in law.eu_members


def business_words(party: Party) -> frozenset[str]:
    """The words of a party's own line of business; empty when it is not known."""
    return _words(party.line_of_business) if party.line_of_business else frozenset()


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    return frozenset(written(text).latin)


RESELLERS = word_set(
    "dealer dealers reseller resellers trader traders trading distributor distributors "
    "distribution wholesale wholesaler broker brokers import export importer exporter"
)


def is_reseller(party: Party) -> bool:
    """Does its line of business say that it buys to sell on?"""
    return bool(RESELLERS & business_words(party))
