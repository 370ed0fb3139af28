"""Red flags that the parties themselves show: their age, address, presence, trade and candour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from vigil.model.order import Kind, Party, Role
from vigil.routes.contacts import PRIVATE_MAIL, mail_domain
from vigil.routes.observing import (
    CUSTOMERS,
    INVASION,
    Behaviour,
    Observation,
    business_words,
    is_reseller,
    is_same_company,
    outside_coalition,
)
from vigil.routes.unit_address import UnitAddress, is_same_unit, read_unit
from vigil.routes.writing import company_key, word_set

YOUNG_YEARS = 5  # the flag's own limit
MASS = 3  # chosen: a holding and its daughter share a room, three strangers are registered there
SEVERAL = 2  # chosen: "several layers" begins with two go-betweens

FORWARDING = word_set(
    "freight forwarder forwarders forwarding logistics bank banking mail mailbox mailboxes "
    "parcel courier"
)
FORWARDER_NAME = word_set("freight forwarder forwarders forwarding logistics mailbox")
# Kept small: trades that surely have no use for what the second column names (HS headings).
NO_USE_FOR = (
    (
        word_set(
            "restaurant restaurants cafe catering food foods bakery grocery textile textiles "
            "garment garments clothing apparel furniture flowers florist cosmetics hairdresser "
            "hotel shoes footwear fruit vegetables"
        ),
        ("8526", "8541", "8542", "9014", "8407", "8411", "8806", "8807"),
    ),
)


def founded_after_invasion(seen: Behaviour) -> Iterator[Observation]:
    """A customer was set up after 24 February 2022."""
    for i, party in seen.customers_and_between:
        if party.founded is not None and party.founded > INVASION:
            detail = f"{party.name} was set up on {party.founded}, after {INVASION}"
            yield Observation(f"$.parties[{i}].founded", party.founded.isoformat(), detail)


def young_company(seen: Behaviour) -> Iterator[Observation]:
    """A customer is less than five years old on the day."""
    for i, party in seen.customers_and_between:
        if party.founded is not None and seen.deal.on < _birthday(party.founded):
            detail = f"{party.name} is less than {YOUNG_YEARS} years old, set up on {party.founded}"
            yield Observation(f"$.parties[{i}].founded", party.founded.isoformat(), detail)


def shared_unit_address(seen: Behaviour) -> Iterator[Observation]:
    """Two different companies of the order share one room, flat or suite."""
    units = [
        (i, party, unit)
        for i, party in enumerate(seen.order.parties)
        if party.role is not Role.EXPORTER and (unit := read_unit(party.address or "")) is not None
    ]
    told = set()
    for (i, one, unit), (j, other, second) in combinations(units, 2):
        pair = frozenset((company_key(one.name), company_key(other.name)))
        if len(pair) == 2 and pair not in told and is_same_unit(unit, second):
            told.add(pair)
            detail = f"{one.name} shares its unit-level address with {other.name} ($.parties[{j}])"
            yield Observation(f"$.parties[{i}].address", one.address or "", detail)
    if seen.past is not None:
        for i, party, unit in units:
            for stranger in seen.past.orders.at_unit(unit, seen.order):
                if not is_same_company(stranger.name, party.name):
                    detail = f"{party.name} has the unit-level address of {stranger.name} in order "
                    yield Observation(
                        f"$.parties[{i}].address", party.address or "", detail + stranger.order.id
                    )
                    break


def mass_registration(seen: Behaviour) -> Iterator[Observation]:
    """A buyer's room in Hong Kong is the seat of three companies or more, so far as orders show."""
    for i, party in seen.of(Role.BUYER):
        unit = read_unit(party.address) if party.country == "HK" and party.address else None
        if unit is None:
            continue
        there = {company_key(p.name) for p in seen.order.parties if _has_unit(p, unit)}
        if seen.past is not None:
            there |= {company_key(s.name) for s in seen.past.orders.at_unit(unit, seen.order)}
        if len(there) >= MASS:
            detail = f"{len(there)} companies have their seat in the room of {party.name}"
            yield Observation(f"$.parties[{i}].address", party.address or "", detail)


def no_website(seen: Behaviour) -> Iterator[Observation]:
    """A customer is known to have no website."""
    for i, party in seen.customers:
        if party.website is not None and not party.website.strip():
            yield Observation(f"$.parties[{i}].website", "", f"{party.name} has no website")


def private_email(seen: Behaviour) -> Iterator[Observation]:
    """A company writes from a private e-mail account."""
    for i, party in seen.customers:
        domain = mail_domain(party.email)
        if domain in PRIVATE_MAIL and party.kind is not Kind.PERSON:
            detail = f"{party.name} uses a private e-mail account at {domain}"
            yield Observation(f"$.parties[{i}].email", (party.email or "").strip(), detail)


def new_front_with_bank_abroad(seen: Behaviour) -> Iterator[Observation]:
    """A young buyer without a website pays through a bank in another country."""
    payment = seen.order.payment
    bank_country = payment.bank_country if payment else None
    for i, party in seen.of(Role.BUYER):
        young = party.founded is not None and seen.deal.on < _birthday(party.founded)
        hidden = party.website is not None and not party.website.strip()
        if young and hidden and party.country and bank_country not in (None, party.country):
            detail = f"{party.name} is young, has no website, and its bank sits in {bank_country}"
            yield Observation(f"$.parties[{i}].name", party.name, detail)


def several_intermediaries(seen: Behaviour) -> Iterator[Observation]:
    """Two or more go-betweens stand between seller and end user."""
    given = seen.of(Role.INTERMEDIATE_CONSIGNEE, Role.AGENT)
    if len(given) < SEVERAL:
        return
    ends = {company_key(party.name) for _, party in seen.of(*CUSTOMERS)}
    between: dict[frozenset[str], tuple[int, Party]] = {}
    for i, party in given:
        if company_key(party.name) not in ends:
            between.setdefault(company_key(party.name), (i, party))
    if len(between) >= SEVERAL:
        names = ", ".join(party.name for _, party in between.values())
        detail = f"{len(between)} go-betweens stand between seller and end user: {names}"
        first, party = next(iter(between.values()))
        yield Observation(f"$.parties[{first}].role", party.role, detail)


def forwarder_as_consignee(seen: Behaviour) -> Iterator[Observation]:
    """A forwarder, bank or mail centre is given as the consignee."""
    carrying = seen.of(Role.FORWARDER, Role.BANK, Role.CARRIER)
    for i, party in seen.of(Role.CONSIGNEE):
        also = next((p.role for _, p in carrying if is_same_company(p.name, party.name)), None)
        if also or FORWARDING & business_words(party) or FORWARDER_NAME & company_key(party.name):
            why = f"it is also the {also}" if also else "it forwards, banks or keeps mail boxes"
            detail = f"the consignee {party.name} would not use the goods itself: {why}"
            yield Observation(f"$.parties[{i}].name", party.name, detail)


def reseller_as_customer(seen: Behaviour) -> Iterator[Observation]:
    """The goods go to a reseller in a country outside the coalition, who may pass them on."""
    for i, party in seen.of(Role.END_USER, Role.CONSIGNEE):
        third = party.country != seen.home and outside_coalition(party.country, seen.law)
        if third and is_reseller(party):
            detail = f"{party.name} in {party.country} buys to sell on and may pass the goods on"
            yield Observation(
                f"$.parties[{i}].line_of_business", party.line_of_business or "", detail
            )


def business_does_not_fit(seen: Behaviour) -> Iterator[Observation]:
    """The customer's trade has no use for the goods."""
    for i, party in seen.customers:
        codes = _useless_codes(party, seen)
        if codes:
            detail = f"the business of {party.name} does not fit goods of HS {', '.join(codes)}"
            yield Observation(
                f"$.parties[{i}].line_of_business", party.line_of_business or "", detail
            )


def end_use_withheld(seen: Behaviour) -> Iterator[Observation]:
    """The end use was asked and not given."""
    if seen.order.end_use is not None and not seen.order.end_use.strip():
        yield Observation("$.end_use", seen.order.end_use, "the end use is known not to be given")


def end_user_statement_missing(seen: Behaviour) -> Iterator[Observation]:
    """There is no end-user statement."""
    if seen.order.end_user_statement is False:
        yield Observation("$.end_user_statement", "false", "there is no end-user statement")


def _has_unit(party: Party, unit: UnitAddress) -> bool:
    other = read_unit(party.address) if party.address else None
    return other is not None and is_same_unit(unit, other)


def _useless_codes(party: Party, seen: Behaviour) -> list[str]:
    trade = business_words(party)
    if all(words.isdisjoint(trade) for words, _ in NO_USE_FOR):
        return []
    headings = tuple(h for words, codes in NO_USE_FOR if words & trade for h in codes)
    held = (line.hs for line in seen.order.lines if line.hs)
    return sorted({hs for hs in held if headings and hs.startswith(headings)})


def _birthday(founded: date) -> date:
    """The day on which a company is no longer young; 29 February counts to 1 March."""
    year = min(founded.year + YOUNG_YEARS, date.max.year)
    if (founded.month, founded.day) == (2, 29):
        return date(year, 3, 1)
    return founded.replace(year=year)
