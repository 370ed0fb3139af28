"""An order as provisions see it: its ways, its goods by code, its end use, its governments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from vigil.ids.eccn import entry_number
from vigil.model.order import Line, Order, Party
from vigil.model.reach import CodeBook, EndUse, LineFacts, ListedCode, OrderFacts
from vigil.model.way import Way, way_by_codes
from vigil.names.text import fold
from vigil.rules.wording import EndUseWords, GovernmentWords, Wording

EMPTY_BOOK = CodeBook()
KEPT = 8192  # texts of end uses, by use: they come back in a batch


class Facts:
    """Reads orders by the words of the catalogue; one for each `Law`."""

    def __init__(
        self, end_uses: Iterable[EndUseWords], governments: Iterable[GovernmentWords]
    ) -> None:
        self._end_uses = [(row.id, Wording(row.words, row.not_words)) for row in end_uses]
        self._governments = [
            (row.country, Wording(row.words), Wording(row.words_at_home)) for row in governments
        ]
        self._of_government = lru_cache(maxsize=KEPT)(self._read_government)
        self._of_end_use = lru_cache(maxsize=KEPT)(self._read_end_use)

    def of(
        self,
        order: Order,
        on: date,
        book: CodeBook = EMPTY_BOOK,
        home: str | None = None,
        way: Way | None = None,
    ) -> OrderFacts:
        """What the order tells on that day; its way towards a country is left empty.

        Args:
            order: the order.
            on: the day whose lists of goods count.
            book: what the goods catalogue knows of codes.
            home: the exporter's country where the order does not give it.
            way: the countries of the legs; None: as their codes tell.
        """
        return OrderFacts(
            departures=_departures(order, home, way or way_by_codes(order)),
            governments=self._of_governments(order.parties),
            end_uses=self._of_end_use(order.end_use),
            lines=tuple(_line(line, on, book) for line in order.lines),
        )

    def _read_end_use(self, text: str | None) -> tuple[EndUse, ...]:
        told = fold(text).split() if text else ()
        return tuple(use for use, words in self._end_uses if words.stands_in(told))

    def _of_governments(self, parties: Iterable[Party]) -> tuple[str, ...]:
        shown = (c for party in parties for c in self._of_government(party.name, party.country))
        return tuple(dict.fromkeys(shown))

    def _read_government(self, name: str, country: str | None) -> tuple[str, ...]:
        """The countries whose government a name in a country is of."""
        told = fold(name).split()
        return tuple(
            at
            for at, words, at_home in self._governments
            if words.stands_in(told) or (country == at and at_home.stands_in(told))
        )


def _departures(order: Order, home: str | None, way: Way) -> tuple[str, ...]:
    """Where the goods come out of: the exporter's country, where the first leg begins, and where
    they were made.
    """
    exporter = order.exporter.country if order.exporter else None
    made_in = (line.origin for line in order.lines)
    return tuple(dict.fromkeys(c for c in (exporter or home, way.start, *made_in) if c))


def _line(line: Line, on: date, book: CodeBook) -> LineFacts:
    entry = (entry_number(line.eccn) or "") if line.eccn else None
    listed = _listed(line.hs, book) if line.hs else ()
    return LineFacts(
        hs=line.hs,
        eccn=line.eccn,
        entry=entry,
        lists=tuple(code for code in listed if code.covers(on)) if listed else (),
        origin=line.origin,
    )


def _listed(hs: str, book: CodeBook) -> tuple[ListedCode, ...]:
    """The lists of a code: by all its digits, and else by the six that all countries share."""
    six = book.lists_by_hs.get(hs[:6], ())
    exact = book.lists_by_hs.get(hs, ()) if len(hs) > 6 else ()
    named = {code.list for code in exact}
    return (*exact, *(code for code in six if code.list not in named)) if exact else six
