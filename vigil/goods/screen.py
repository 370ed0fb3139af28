"""WHAT goes out: each line of an order against codes, parts, models and words."""

from __future__ import annotations

from vigil.goods.amounts import find_amounts
from vigil.goods.arms_flows import find_arms_flows
from vigil.goods.catalogue import GoodsCatalogue
from vigil.goods.completeness import screen_completeness
from vigil.goods.conflicts import find_conflicts
from vigil.goods.eccn import screen_eccns
from vigil.goods.hs import find_key_items
from vigil.goods.inquiry import Inquiry
from vigil.goods.models import find_models
from vigil.goods.parts import find_parts
from vigil.goods.words import find_words
from vigil.model.deal import Deal
from vigil.model.finding import Provenance, Screening
from vigil.rules.law import Law


def screen_goods(deal: Deal, goods: GoodsCatalogue, law: Law, provenance: Provenance) -> Screening:
    """What the goods of an order give reason for on a day.

    Args:
        deal: the order, its day and destination, and whose law applies.
        goods: what is known of goods.
        law: the provisions and transshipment lists, by day.
        provenance: the goods catalogue as findings cite it.

    Returns:
        Findings without strength, which `vigil.decide` gives; what could not be checked; and the
        number of lines.
    """
    inquiry = Inquiry.of(deal, goods, law, provenance)
    eccns, completeness = screen_eccns(inquiry), screen_completeness(inquiry)
    findings = (
        *find_key_items(inquiry),
        *find_arms_flows(inquiry),
        *eccns.findings,
        *find_parts(inquiry),
        *find_models(inquiry),
        *find_words(inquiry),
        *find_conflicts(inquiry),
        *find_amounts(inquiry),
        *completeness.findings,
    )
    gaps = (*eccns.not_checked, *completeness.not_checked)
    return Screening(findings, gaps, subjects=len(deal.order.lines))
