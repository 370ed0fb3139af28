"""The red flags that an order's own fields can answer: each name with what it looks for.

An indicator's name is what a flag's `indicator` field says. Its function gives an observation
for each place of the order where the circumstance holds, and nothing for what is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import vigil.routes.indicators_candour as candour
import vigil.routes.indicators_findings as findings
import vigil.routes.indicators_goods as goods
import vigil.routes.indicators_history as history
import vigil.routes.indicators_party as party
import vigil.routes.indicators_payment as payment
import vigil.routes.indicators_route as route
import vigil.routes.knowledge as k
from vigil.routes.circumstances import key_goods, priority_goods
from vigil.routes.observing import Behaviour, Observation

__all__ = ["ABSENCE_FIELDS", "CIRCUMSTANCES", "INDICATORS", "Behaviour", "Observation", "Sign"]

Indicator = Callable[[Behaviour], Iterator[Observation]]

# In these two fields a paper is given or known to be missing: false or "" is what fires.
# Everywhere else yes says that the flag's statement holds.
ABSENCE_FIELDS = frozenset({goods.CERTIFICATE, goods.CLAUSES})


class Sign(NamedTuple):
    """An indicator: what observes it, and what of an order it looks at (bits of `knowledge`).

    Without `needs` it cannot fire. Only when every party and line gives `needs` and `reads` does
    its silence say that the circumstance does not hold; else the question stays. Without `only` it
    cannot fire either, and that says nothing: trying it would be lost time.
    """

    observe: Indicator
    needs: int = 0
    reads: int = 0
    only: int = 0


INDICATORS: Mapping[str, Sign] = MappingProxyType(
    {
        "founded_after_invasion": Sign(party.founded_after_invasion, k.FOUNDED),
        "young_company": Sign(party.young_company, k.FOUNDED),
        "shared_unit_address": Sign(party.shared_unit_address, k.ADDRESS),
        "no_website": Sign(party.no_website, k.WEBSITE, only=k.BLANK),
        "private_email": Sign(party.private_email, k.EMAIL),
        "new_front_with_bank_abroad": Sign(
            party.new_front_with_bank_abroad, k.FOUNDED | k.WEBSITE | k.BANK_COUNTRY, only=k.BLANK
        ),
        "several_intermediaries": Sign(party.several_intermediaries, only=k.BETWEEN),
        "forwarder_as_consignee": Sign(party.forwarder_as_consignee, 0, k.NAMED | k.TRADE),
        "reseller_as_customer": Sign(party.reseller_as_customer, k.TRADE, k.COUNTRY),
        "business_does_not_fit": Sign(party.business_does_not_fit, k.TRADE | k.HS),
        "end_use_withheld": Sign(party.end_use_withheld, k.END_USE, k.NAMED),
        "end_user_statement_missing": Sign(party.end_user_statement_missing, k.STATEMENT),
        "priority_goods_outside_coalition": Sign(
            goods.priority_goods_outside_coalition, k.HS | k.COUNTRY, only=k.PRIORITY
        ),
        "everyday_priority_goods": Sign(
            goods.everyday_priority_goods, k.HS | k.ECCN, only=k.PRIORITY
        ),
        "certificate_missing": Sign(
            goods.certificate_missing, k.HS | k.COUNTRY, k.ANSWERED, k.PRIORITY
        ),
        "reexport_clause_missing": Sign(
            goods.reexport_clause_missing, k.HS, k.ANSWERED, k.PRIORITY
        ),
        "goods_without_marks": Sign(goods.goods_without_marks, 0, k.MARKING),
        "engines_to_reseller": Sign(
            goods.engines_to_reseller, k.HS | k.QUANTITY | k.TRADE, only=k.ENGINE
        ),
        "cover_words": Sign(goods.cover_words, k.DESCRIPTION, only=k.SIGHTED),
        "third_country_pays": Sign(payment.third_country_pays, k.PAYER_COUNTRY, k.COUNTRY),
        "payer_not_buyer": Sign(payment.payer_not_buyer, k.PAYER),
        "exchange_house_pays": Sign(payment.exchange_house_pays, k.PAYER),
        "shell_with_bank_abroad": Sign(
            payment.shell_with_bank_abroad, k.BANK_COUNTRY, k.FOUNDED | k.WEBSITE
        ),
        "cash_for_costly_goods": Sign(payment.cash_for_costly_goods, k.METHOD | k.VALUE),
        "credit_consigned_to_bank": Sign(payment.credit_consigned_to_bank, k.METHOD),
        "transshipment_payment": Sign(
            payment.transshipment_payment, 0, k.PAYER_COUNTRY | k.BANK_COUNTRY
        ),
        "transshipment": Sign(route.transshipment, 0, k.COUNTRY),
        "odd_route": Sign(route.odd_route, 0, k.ROUTE),
        "many_countries_before_iran": Sign(route.many_countries_before_iran, k.ROUTE),
        "carrier_of_concern": Sign(route.carrier_of_concern, 0, k.ROUTE),
        "alabuga_address": Sign(route.alabuga_address, 0, k.ADDRESS, k.SIGHTED),
        "caspian_leg": Sign(route.caspian_leg, k.ROUTE),
        "receiver_not_known": Sign(candour.receiver_not_known, 0, k.NAMED),
        "owners_withheld": Sign(candour.owners_withheld, k.OWNERS, only=k.BLANK),
        "owner_hidden": Sign(candour.owner_hidden, k.OWNERS),
        "little_background": Sign(
            candour.little_background, k.TRADE, k.FOUNDED | k.WEBSITE, k.BLANK
        ),
        "possible_shell": Sign(candour.possible_shell, 0, k.PHONE | k.WEBSITE | k.FOUNDED),
        "vague_place": Sign(candour.vague_place, 0, k.ADDRESS | k.ROUTE),
        "mass_registration": Sign(party.mass_registration, k.ADDRESS, k.EARLIER, k.BUYER_IN_HK),
        "commodity_of_concern": Sign(goods.commodity_of_concern, k.HS),
        "large_everyday_electronics": Sign(
            goods.large_everyday_electronics, k.ECCN | k.HS | k.QUANTITY, k.EARLIER
        ),
        "wrong_voltage": Sign(goods.wrong_voltage, k.DESCRIPTION),
        "looks_listed": Sign(findings.looks_listed, only=k.LISTED_MET),
        "shares_listed_address": Sign(findings.shares_listed_address, 0, k.ADDRESS, k.LISTED_MET),
        "tie_with_listed": Sign(findings.tie_with_listed, 0, k.OWNERS, k.LISTED_MET),
        "owner_share_unknown": Sign(findings.owner_share_unknown, 0, k.OWNERS, k.LISTED_MET),
        "convicted_before": Sign(findings.convicted_before, only=k.LISTED_MET),
        "military_tie": Sign(findings.military_tie, only=k.LISTED_MET),
        "misdescribed_goods": Sign(
            findings.misdescribed_goods, 0, k.DESCRIPTION | k.HS | k.PART, k.CONFLICT_MET
        ),
        "goods_new_since_invasion": Sign(
            history.goods_new_since_invasion, k.EARLIER | k.HS, k.BEFORE_INVASION
        ),
        "bank_of_russia_deal": Sign(history.bank_of_russia_deal, k.EARLIER | k.BANK),
        "payer_or_route_changed": Sign(history.payer_or_route_changed, k.EARLIER),
        "shipping_changed": Sign(history.shipping_changed, k.EARLIER),
        "moved_from_russia": Sign(history.moved_from_russia, k.EARLIER),
        "price_above_others": Sign(history.price_above_others, k.EARLIER | k.PRICE | k.PART),
    }
)

# Parts of combinations that are no published flag; see data/flag_combinations.yaml.
CIRCUMSTANCES: Mapping[str, Indicator] = MappingProxyType(
    {
        "priority_goods": priority_goods,
        "key_goods": key_goods,
        "shared_contact": candour.shared_contact,
        "first_order": history.first_order,
        "edited_after_finding": history.edited_after_finding,
    }
)
