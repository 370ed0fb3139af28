"""The red flags that an order's own fields can answer: each name with what it looks for.

An indicator's name is what a flag's `indicator` field says. Its function gives an observation
for each place of the order where the circumstance holds, and nothing for what is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from vigil.routes import (
    indicators_goods,
    indicators_party,
    indicators_payment,
    indicators_route,
)
from vigil.routes.observing import Behaviour, Observation

__all__ = ["ABSENCE_FIELDS", "INDICATORS", "Behaviour", "Observation"]

Indicator = Callable[[Behaviour], Iterator[Observation]]

# In these two fields a paper is given or known to be missing: false or "" is what fires.
# Everywhere else yes says that the flag's statement holds.
ABSENCE_FIELDS = frozenset({indicators_goods.CERTIFICATE, indicators_goods.CLAUSES})

INDICATORS: Mapping[str, Indicator] = MappingProxyType(
    {
        "founded_after_invasion": indicators_party.founded_after_invasion,
        "young_company": indicators_party.young_company,
        "shared_unit_address": indicators_party.shared_unit_address,
        "no_website": indicators_party.no_website,
        "private_email": indicators_party.private_email,
        "new_front_with_bank_abroad": indicators_party.new_front_with_bank_abroad,
        "several_intermediaries": indicators_party.several_intermediaries,
        "forwarder_as_consignee": indicators_party.forwarder_as_consignee,
        "reseller_as_customer": indicators_party.reseller_as_customer,
        "business_does_not_fit": indicators_party.business_does_not_fit,
        "end_use_withheld": indicators_party.end_use_withheld,
        "end_user_statement_missing": indicators_party.end_user_statement_missing,
        "priority_goods_outside_coalition": indicators_goods.priority_goods_outside_coalition,
        "everyday_priority_goods": indicators_goods.everyday_priority_goods,
        "certificate_missing": indicators_goods.certificate_missing,
        "reexport_clause_missing": indicators_goods.reexport_clause_missing,
        "goods_without_marks": indicators_goods.goods_without_marks,
        "engines_to_reseller": indicators_goods.engines_to_reseller,
        "cover_words": indicators_goods.cover_words,
        "third_country_pays": indicators_payment.third_country_pays,
        "payer_not_buyer": indicators_payment.payer_not_buyer,
        "exchange_house_pays": indicators_payment.exchange_house_pays,
        "bank_abroad": indicators_payment.bank_abroad,
        "cash_for_costly_goods": indicators_payment.cash_for_costly_goods,
        "credit_consigned_to_bank": indicators_payment.credit_consigned_to_bank,
        "transshipment_payment": indicators_payment.transshipment_payment,
        "transshipment": indicators_route.transshipment,
        "odd_route": indicators_route.odd_route,
        "many_countries_before_iran": indicators_route.many_countries_before_iran,
        "carrier_of_concern": indicators_route.carrier_of_concern,
        "alabuga_address": indicators_route.alabuga_address,
        "caspian_leg": indicators_route.caspian_leg,
    }
)
