"""An order on a day, with what every screen wants to know of it."""

from __future__ import annotations

from datetime import date

import msgspec

from vigil.model.order import Order
from vigil.model.provision import Jurisdiction

DRONE_STATES = ("IR", "RU", "BY", "KP")  # the strength table's row for goods
HALF_PERCENT = 50.0  # owners who together hold less have no control; OFAC and the EU agree
EMBARGOED = ("IR", "KP", "SY", "CU", "RU", "BY")  # the strength table's row for destinations


class Deal(msgspec.Struct, frozen=True):
    """`destination` is ISO alpha-2 or None; `jurisdictions` are those whose law applies."""

    order: Order
    on: date
    destination: str | None
    jurisdictions: frozenset[Jurisdiction]
