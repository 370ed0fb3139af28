"""What a business has decided for itself; everything else is in the world."""

from __future__ import annotations

import msgspec

from vigil.model.provision import Jurisdiction


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`max_list_age_days`: how many days after its own day a list still proves an absence.
    `require_sources`: ids of sources without which no order can be clear. `jurisdictions`: whose
    law always counts for this business, whatever an order says; `exporter_country`: where it sits
    (ISO alpha-2), for orders that do not name the exporter's country. `law_nearby_days`: how many
    days around the order's day the beginning or end of a provision is told.
    """

    max_list_age_days: int = 30  # the contract's default
    require_sources: tuple[str, ...] = ()
    jurisdictions: tuple[Jurisdiction, ...] = ()
    exporter_country: str | None = None
    law_nearby_days: int = 30  # chosen: an order's usual way from confirmation to dispatch
