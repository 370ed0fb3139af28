"""What an indicator looks at, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from vigil.model.deal import Deal
from vigil.model.finding import Finding, FindingKind
from vigil.model.order import Order, Party, Role
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.earlier import Past
from vigil.routes.places import Sighting
from vigil.routes.ports import LegEnds, given_ends
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


class Behaviour:
    """An order with all that an indicator may look at, sorted once for all of them.

    Args:
        deal: the order on its day.
        routes: places, ships and red flags.
        law: countries and transshipment lists.
        priority_codes: six-digit HS codes of highest priority.
        legs: the ends of the route's legs.
        sightings: places of concern that the order names.
        findings: those of every screen so far, this one's own included.
        past: what is known of the time before; None: no earlier orders were given.
    """

    def __init__(
        self,
        deal: Deal,
        routes: RouteCatalogue,
        law: Law,
        priority_codes: frozenset[str],
        legs: tuple[LegEnds, ...],
        sightings: tuple[Sighting, ...],
        findings: Iterable[Finding] = (),
        past: Past | None = None,
    ) -> None:
        order = deal.order
        self.deal, self.order, self.routes, self.law = deal, order, routes, law
        self.legs, self.sightings, self.past = legs, sightings, past
        # the exporter's country, or None when it is not given
        self.home = order.exporter.country if order.exporter else None
        self._by_role: dict[Role, list[tuple[int, Party]]] = {}
        for i, party in enumerate(order.parties):
            self._by_role.setdefault(party.role, []).append((i, party))
        # what every screen found so far, by its kind
        self.findings_of: dict[FindingKind, list[Finding]] = {}
        for finding in findings:
            self.findings_of.setdefault(finding.kind, []).append(finding)
        # each description of a company once; the customers are buyer, consignee and end user
        self.customers = companies(order, *CUSTOMERS)
        self.customers_and_between = self.customers
        if Role.INTERMEDIATE_CONSIGNEE in self._by_role:
            self.customers_and_between = companies(order, *CUSTOMERS_AND_BETWEEN)
        # every end of a leg but the first leg's origin
        ends = list(given_ends(legs))
        self.onward = ends[1:] if legs and legs[0].origin is not None else ends
        # the lines with an HS code of highest priority
        self.priority_lines = [
            line for line in order.lines if line.hs and line.hs[:6] in priority_codes
        ]
        # the first customer that is known to sit outside the coalition, or None
        self.outside = next(
            (p for _, p in self.customers if outside_coalition(p.country, law)), None
        )

    def of(self, *roles: Role) -> Sequence[tuple[int, Party]]:
        """The parties in these roles, role by role, each with its place in the order."""
        if len(roles) == 1:
            return self._by_role.get(roles[0], ())
        return [found for role in roles for found in self._by_role.get(role, ())]

    @property
    def key_codes(self) -> frozenset[str]:
        """The six-digit HS codes of the order that are of highest priority or key items."""
        key_items = self.findings_of.get(FindingKind.KEY_ITEM, ())
        listed = (finding.subject[:6] for finding in key_items)
        return frozenset((*listed, *((line.hs or "")[:6] for line in self.priority_lines)))


def companies(order: Order, *roles: Role) -> list[tuple[int, Party]]:
    """The parties in these roles; of those that say the same of one company, the first.

    A company in two roles may be described in one of them only, so each description is looked at.
    """
    seen = set()
    found = []
    for i, party in enumerate(order.parties):
        if party.role not in roles:
            continue
        told = (
            company_key(party.name), party.country, party.founded, party.website, party.email,
            party.line_of_business, party.phone, party.owners and len(party.owners),
        )  # fmt: skip
        if told not in seen:
            seen.add(told)
            found.append((i, party))
    return found


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
