"""An order on a day, with what every screen wants to know of it."""

from __future__ import annotations

from datetime import date

import msgspec

from vigil.model.order import Order
from vigil.model.provision import Jurisdiction
from vigil.model.reach import CodeBook, OrderFacts
from vigil.model.way import Way, way_by_codes

DRONE_STATES = ("IR", "RU", "BY", "KP")  # the strength table's row for goods
HALF_PERCENT = 50.0  # owners who together hold less have no control; OFAC and the EU agree
EMBARGOED = ("IR", "KP", "SY", "CU", "RU", "BY")  # the strength table's row for destinations


class Deal(msgspec.Struct, frozen=True):
    """`destination` is ISO alpha-2 or None; `jurisdictions` are those whose law applies.

    `own_law`: the jurisdictions of the exporter and of the business itself; None: all but the
    UN's. `home`: the exporter's country, by the order or the settings. `facts` is the order as
    provisions see it, without its way; None: it is read without the goods catalogue. `book` is
    what that catalogue knows of codes. `named_way` is the way with its ends read by their names;
    None: all of them are codes.
    """

    order: Order
    on: date
    destination: str | None
    jurisdictions: frozenset[Jurisdiction]
    own_law: frozenset[Jurisdiction] | None = None
    home: str | None = None
    facts: OrderFacts | None = None
    book: CodeBook = CodeBook()
    named_way: Way | None = None

    @property
    def way(self) -> Way:
        """The countries of the legs."""
        return self.named_way or way_by_codes(self.order)
