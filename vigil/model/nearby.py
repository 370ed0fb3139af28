"""A piece of law that begins soon after an order's day, or ended shortly before it."""

from __future__ import annotations

from datetime import date

import msgspec

from vigil.model.provision import Basis, Jurisdiction


class NearbyLaw(msgspec.Struct, frozen=True):
    """A note beside a decision, never a reason: it was not in force on the order's day.

    `day` is its first or its last day, `days` how far that is from the order's day (negative:
    before it). `sentence` says so: "begins in 12 days, on 2023-07-26".
    """

    id: str
    title: str
    jurisdiction: Jurisdiction
    day: date
    days: int
    sentence: str
    binding: bool
    contested: bool
    verified: bool
    basis: Basis
