"""What a business has decided for itself; everything else is in the world."""

from __future__ import annotations

import msgspec


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`max_list_age_days`: how many days after its own day a list still proves an absence.
    `require_sources`: ids of sources without which no order can be clear.
    """

    max_list_age_days: int = 30  # the contract's default
    require_sources: tuple[str, ...] = ()
