"""The red flags that an order's own fields can answer: each name with what it looks for.

An indicator's name is what a flag's `indicator` field says. Its function gives an observation
for each place of the order where the circumstance holds, and nothing for what is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import vigil.routes.indicators_goods as goods
import vigil.routes.indicators_party as party
import vigil.routes.indicators_payment as payment
import vigil.routes.indicators_route as route
from vigil.routes.observing import Behaviour, Observation

__all__ = ["ABSENCE_FIELDS", "INDICATORS", "Behaviour", "Observation"]

Indicator = Callable[[Behaviour], Iterator[Observation]]

# In these two fields a paper is given or known to be missing: false or "" is what fires.
# Everywhere else yes says that the flag's statement holds.
ABSENCE_FIELDS = frozenset({goods.CERTIFICATE, goods.CLAUSES})

INDICATORS: Mapping[str, Indicator] = MappingProxyType(
    {
        "founded_after_invasion": party.founded_after_invasion,
        "young_company": party.young_company,
        "shared_unit_address": party.shared_unit_address,
        "no_website": party.no_website,
        "private_email": party.private_email,
        "new_front_with_bank_abroad": party.new_front_with_bank_abroad,
        "several_intermediaries": party.several_intermediaries,
        "forwarder_as_consignee": party.forwarder_as_consignee,
        "reseller_as_customer": party.reseller_as_customer,
        "business_does_not_fit": party.business_does_not_fit,
        "end_use_withheld": party.end_use_withheld,
        "end_user_statement_missing": party.end_user_statement_missing,
        "priority_goods_outside_coalition": goods.priority_goods_outside_coalition,
        "everyday_priority_goods": goods.everyday_priority_goods,
        "certificate_missing": goods.certificate_missing,
        "reexport_clause_missing": goods.reexport_clause_missing,
        "goods_without_marks": goods.goods_without_marks,
        "engines_to_reseller": goods.engines_to_reseller,
        "cover_words": goods.cover_words,
        "third_country_pays": payment.third_country_pays,
        "payer_not_buyer": payment.payer_not_buyer,
        "exchange_house_pays": payment.exchange_house_pays,
        "shell_with_bank_abroad": payment.shell_with_bank_abroad,
        "cash_for_costly_goods": payment.cash_for_costly_goods,
        "credit_consigned_to_bank": payment.credit_consigned_to_bank,
        "transshipment_payment": payment.transshipment_payment,
        "transshipment": route.transshipment,
        "odd_route": route.odd_route,
        "many_countries_before_iran": route.many_countries_before_iran,
        "carrier_of_concern": route.carrier_of_concern,
        "alabuga_address": route.alabuga_address,
        "caspian_leg": route.caspian_leg,
    }
)
