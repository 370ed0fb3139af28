"""Red flags that the payment shows: who pays, from where, through whom and how."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.order import Party, Payment, Role
from vigil.routes.observing import (
    CUSTOMERS,
    INVASION,
    Behaviour,
    Observation,
    business_words,
    is_same_company,
)
from vigil.routes.spellings import SpellingList
from vigil.routes.writing import company_key, word_set

COSTLY_FROM = 50_000  # chosen, in the order's own currency: normally financed, not paid in cash
CASH = SpellingList(("cash", "banknotes", "наличные", "наличными", "efectivo", "bargeld"))
CREDIT = SpellingList(("letter of credit", "documentary credit", "lc", "l c", "dlc", "sblc"))
EXCHANGE = word_set("exchange exchanges sarraf sarrafi sarafi hawala remittance trading")


def third_country_pays(seen: Behaviour) -> Iterator[Observation]:
    """The money comes from a country that no customer of the order sits in."""
    payer_country = _payment(seen).payer_country
    named = {party.country for _, party in seen.of(*CUSTOMERS) if party.country}
    if payer_country and named and payer_country not in named:
        detail = (
            f"the money comes from {seen.law.country_name(payer_country)}, where neither buyer, "
            "consignee nor end user sits"
        )
        yield Observation("$.payment.payer_country", payer_country, detail)


def payer_not_buyer(seen: Behaviour) -> Iterator[Observation]:
    """Somebody other than the buyer pays."""
    path, payer = _payer(seen)
    if payer and _is_stranger(payer, seen):
        yield Observation(path, payer, f"{payer} pays, and is not the buyer")


def exchange_house_pays(seen: Behaviour) -> Iterator[Observation]:
    """An exchange house or trading firm pays on behalf of the buyer."""
    path, payer = _payer(seen)
    if payer and _is_stranger(payer, seen):
        trades = [business_words(p) for p in seen.order.parties if is_same_company(p.name, payer)]
        if EXCHANGE & company_key(payer).union(*trades):
            detail = f"{payer}, an exchange house or trading firm, pays on behalf of the buyer"
            yield Observation(path, payer, detail)


def shell_with_bank_abroad(seen: Behaviour) -> Iterator[Observation]:
    """A buyer with a mark of a shell pays through a bank outside its country.

    The mark: set up after 24 February 2022, or known to have no website. An ordinary firm that
    banks abroad is no flag, nor is a bank elsewhere in the EU.
    """
    bank_country = _payment(seen).bank_country
    for _, party in seen.of(Role.BUYER):
        both_in_eu = {bank_country, party.country} <= seen.law.eu_members
        abroad = bank_country and party.country not in (None, bank_country) and not both_in_eu
        if bank_country and abroad and _has_mark_of_a_shell(party):
            where = seen.law.country_name(bank_country)
            detail = f"the bank sits in {where}, outside the country of the buyer {party.name}"
            yield Observation("$.payment.bank_country", bank_country, detail)


def _has_mark_of_a_shell(party: Party) -> bool:
    set_up_lately = party.founded is not None and party.founded > INVASION
    return set_up_lately or (party.website is not None and not party.website.strip())


def cash_for_costly_goods(seen: Behaviour) -> Iterator[Observation]:
    """Cash is offered for a costly order (50,000 or more in its currency, a limit we chose)."""
    method = _payment(seen).method or ""
    value = seen.order.value or 0
    if value >= COSTLY_FROM and CASH.first_in(method):
        detail = f"cash is offered for an order of {value:,.0f} (costly from {COSTLY_FROM:,} on)"
        yield Observation("$.payment.method", method, detail)


def credit_consigned_to_bank(seen: Behaviour) -> Iterator[Observation]:
    """A letter of credit names the issuing bank as consignee."""
    payment = _payment(seen)
    method = payment.method or ""
    if not CREDIT.first_in(method):
        return
    banks = [party.name for _, party in seen.of(Role.BANK)]
    banks += [payment.bank] if payment.bank else []
    for i, party in seen.of(Role.CONSIGNEE):
        if any(is_same_company(party.name, bank) for bank in banks):
            detail = f"the letter of credit names the bank {party.name} as consignee"
            yield Observation(f"$.parties[{i}].name", party.name, detail)


def transshipment_payment(seen: Behaviour) -> Iterator[Observation]:
    """The payer or the bank sits at a transshipment place that is not the buyer's own."""
    own = {party.country for _, party in seen.of(Role.BUYER)}
    payment = _payment(seen)
    for field, country in (
        ("payer_country", payment.payer_country),
        ("bank_country", payment.bank_country),
    ):
        lists = [t for t in seen.law.transshipment(country, seen.deal.on) if t.official]
        if country and lists and country not in own:
            detail = f"the payment comes through {seen.law.country_name(country)}: {lists[0].title}"
            yield Observation(f"$.payment.{field}", country, detail)


def _payment(seen: Behaviour) -> Payment:
    return seen.order.payment or Payment()


def _payer(seen: Behaviour) -> tuple[str, str | None]:
    """Who pays, by the payment or by a party in that role, with its path."""
    payer = _payment(seen).payer
    if payer and payer.strip():
        return "$.payment.payer", payer
    parties = seen.of(Role.PAYER)
    return (f"$.parties[{parties[0][0]}].name", parties[0][1].name) if parties else ("", None)


def _is_stranger(payer: str, seen: Behaviour) -> bool:
    """Is there a buyer, and is the payer none of them?"""
    buyers = [party.name for _, party in seen.of(Role.BUYER)]
    return bool(buyers) and not any(is_same_company(payer, buyer) for buyer in buyers)
