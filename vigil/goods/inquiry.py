"""One order before the goods screen: the deal, what is known, and where the goods are heading."""

from __future__ import annotations

import msgspec

from vigil.goods.catalogue import GoodsCatalogue
from vigil.goods.heading import Heading
from vigil.model.deal import Deal
from vigil.model.finding import Provenance
from vigil.rules.law import Law


class Inquiry(msgspec.Struct, frozen=True):
    """What each question about the goods needs to know; built once an order."""

    deal: Deal
    goods: GoodsCatalogue
    law: Law
    provenance: Provenance
    heading: Heading

    @classmethod
    def of(cls, deal: Deal, goods: GoodsCatalogue, law: Law, provenance: Provenance) -> Inquiry:
        """The inquiry into a deal's goods."""
        return cls(deal, goods, law, provenance, Heading(deal, law))
