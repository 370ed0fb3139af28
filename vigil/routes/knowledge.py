"""What an order tells at all: by this an indicator is asked, or a person is.

Each part of an order that an indicator looks at is one bit. `some`: a party or line of the order
gives it. `every`: each customer (and each company between) or each line gives it, so that silence
of the indicator says something. Further bits say that a question cannot concern the order.
"""

from __future__ import annotations

from typing import NamedTuple

from vigil.model.finding import FindingKind
from vigil.model.order import Kind, Order, Party, Payment, Role
from vigil.model.placeholder import is_placeholder
from vigil.routes.earlier import Past
from vigil.routes.observing import CUSTOMERS_AND_BETWEEN, INVASION, Behaviour

(
    FOUNDED, WEBSITE, EMAIL, PHONE, ADDRESS, TRADE, OWNERS, COUNTRY, HS, ECCN, PART, DESCRIPTION,
    QUANTITY, PRICE, MARKING, SERIALS, END_USE, STATEMENT, VALUE, ROUTE, METHOD, PAYER,
    PAYER_COUNTRY, BANK, BANK_COUNTRY, NAMED, EARLIER, ANSWERED, NO_ENGINES, NO_CHIPS,
    NO_PRIORITY_GOODS, ALL_IN_COALITION, BUYER_ELSEWHERE, NO_KEY_GOODS, BEFORE_INVASION, LISTED_MET,
    CONFLICT_MET, NO_EU_LAW, PRIORITY, ENGINE, SIGHTED, BETWEEN, BLANK, BUYER_IN_HK,
) = (1 << bit for bit in range(44))  # fmt: skip

# Where an order gives it; bits without a place are nothing that an order could be given.
PLACES = {
    FOUNDED: "parties[].founded", WEBSITE: "parties[].website", EMAIL: "parties[].email",
    PHONE: "parties[].phone", ADDRESS: "parties[].address", TRADE: "parties[].line_of_business",
    OWNERS: "parties[].owners", COUNTRY: "parties[].country", HS: "lines[].hs",
    ECCN: "lines[].eccn", PART: "lines[].part_number", DESCRIPTION: "lines[].description",
    QUANTITY: "lines[].quantity", PRICE: "lines[].unit_price", MARKING: "lines[].marking_request",
    SERIALS: "lines[].serial_numbers", END_USE: "end_use", STATEMENT: "end_user_statement",
    VALUE: "value", ROUTE: "route", METHOD: "payment.method", PAYER: "payment.payer",
    PAYER_COUNTRY: "payment.payer_country", BANK: "payment.bank",
    BANK_COUNTRY: "payment.bank_country", NAMED: "parties[] (consignee and end user)",
    EARLIER: "earlier orders", BEFORE_INVASION: "earlier orders from before 2022-02-24",
}  # fmt: skip

OF_PARTIES = FOUNDED | WEBSITE | EMAIL | PHONE | ADDRESS | TRADE | OWNERS | COUNTRY
OF_LINES = HS | ECCN | PART | DESCRIPTION | QUANTITY | PRICE | MARKING | SERIALS
ENGINES = ("8407", "8408", "8411", "8412")  # HS headings of engines and motors that are no electric
HONG_KONG = "HK"
FIRST_WITH_CHIPS = "84"  # HS chapters before machinery hold no goods with circuits in them


LISTED = (
    FindingKind.LISTED_PARTY, FindingKind.LISTED_VESSEL, FindingKind.OWNED_BY_LISTED,
    FindingKind.LISTED_ADDRESS,
)  # fmt: skip


class Knowledge(NamedTuple):
    """Bits that somebody or something of the order gives, and those that all give."""

    some: int
    every: int


def knowledge_of(seen: Behaviour) -> Knowledge:
    """What the order, the earlier ones and the other screens' findings give."""
    order = seen.order
    some, every = _of_parties(order.parties)
    told, complete = _of_lines(order)
    rest = _of_order(order) | _of_past(seen.past)
    return Knowledge(some | told | rest | _worth_a_look(seen), every | complete | rest)


def _worth_a_look(seen: Behaviour) -> int:
    """The bits without which some indicators cannot fire."""
    found = seen.findings_of
    return (
        (LISTED_MET if any(kind in found for kind in LISTED) else 0)
        | (CONFLICT_MET if FindingKind.CONFLICTING_INFORMATION in found else 0)
        | (PRIORITY if seen.priority_lines else 0)
        | (SIGHTED if seen.sightings else 0)
        | (BETWEEN if len(seen.of(Role.INTERMEDIATE_CONSIGNEE, Role.AGENT)) > 1 else 0)
    )


def _of_parties(parties: tuple[Party, ...]) -> tuple[int, int]:
    """A company in two roles may be described in one of them only; persons have no website."""
    some = 0
    by_company: dict[str, int] = {}
    roles = set()
    elsewhere = False
    for party in parties:
        bits = (
            (FOUNDED if party.founded is not None else 0)
            | (WEBSITE if party.website is not None else 0)
            | (EMAIL if party.email is not None else 0)
            | (PHONE if party.phone is not None else 0)
            | (ADDRESS if party.address is not None else 0)
            | (TRADE if party.line_of_business is not None else 0)
            | (OWNERS if party.owners is not None else 0)
            | (COUNTRY if party.country is not None else 0)
        )
        if _is_blank(party.website) or _is_blank(party.line_of_business) or party.owners == ():
            bits |= BLANK
        some |= bits
        role = party.role
        if role in CUSTOMERS_AND_BETWEEN:
            if party.kind is Kind.PERSON:
                bits = OF_PARTIES if party.country is not None else OF_PARTIES & ~COUNTRY
            by_company[party.name] = by_company.get(party.name, 0) | bits
            if not is_placeholder(party.name):
                roles.add(role)
            if role is Role.BUYER:
                elsewhere = elsewhere or party.country not in (None, HONG_KONG)
                some |= BUYER_IN_HK if party.country == HONG_KONG else 0
    every = OF_PARTIES if by_company else 0
    for bits in by_company.values():
        every &= bits
    if Role.CONSIGNEE in roles and Role.END_USER in roles:
        every |= NAMED
    return some | NAMED, every | (BUYER_ELSEWHERE if elsewhere else 0)


def _of_lines(order: Order) -> tuple[int, int]:
    some, every = 0, OF_LINES | NO_ENGINES | NO_CHIPS
    for line in order.lines:
        hs = line.hs
        bits = (
            (HS if hs is not None else 0)
            | (ECCN if line.eccn is not None else 0)
            | (PART if line.part_number is not None else 0)
            | (DESCRIPTION if line.description is not None else 0)
            | (QUANTITY if line.quantity is not None else 0)
            | (PRICE if line.unit_price is not None else 0)
            | (MARKING if line.marking_request is not None else 0)
            | (SERIALS if line.serial_numbers is not None else 0)
            | (ENGINE if hs is not None and hs.startswith(ENGINES) else 0)
            | (NO_ENGINES if hs is not None and not hs.startswith(ENGINES) else 0)
            | (NO_CHIPS if hs is not None and hs < FIRST_WITH_CHIPS else 0)
        )
        some |= bits
        every &= bits
    return some, every


def _of_order(order: Order) -> int:
    paid = order.payment or Payment()
    return (
        (END_USE if order.end_use is not None else 0)
        | (STATEMENT if order.end_user_statement is not None else 0)
        | (VALUE if order.value is not None else 0)
        | (ROUTE if order.route else 0)
        | (METHOD if paid.method is not None else 0)
        | (PAYER if paid.payer is not None or _has_payer(order) else 0)
        | (PAYER_COUNTRY if paid.payer_country is not None else 0)
        | (BANK if paid.bank is not None else 0)
        | (BANK_COUNTRY if paid.bank_country is not None else 0)
    )


def _of_past(past: Past | None) -> int:
    if past is None:
        return 0
    oldest = past.orders.oldest
    return EARLIER | (BEFORE_INVASION if oldest is not None and oldest < INVASION else 0)


def _is_blank(text: str | None) -> bool:
    """Is it known that there is none?"""
    return text is not None and not text.strip()


def _has_payer(order: Order) -> bool:
    return any(party.role is Role.PAYER for party in order.parties)
