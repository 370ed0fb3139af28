"""The provisions whose scope a program tests: which of them an order meets on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from vigil.model.deal import Deal
from vigil.model.provision import Citation, Jurisdiction, Provision
from vigil.model.reach import EndUse, OrderFacts, Origin, Reach
from vigil.rules.fit import NO, OPEN, YES, Goods, Scope

KEPT = 4096  # ways and days, by use: a batch asks the same few over and over


class TestedLaw:
    """Provisions with a tested scope; `name` gives a country or region as a sentence has it."""

    __test__ = False  # no test, whatever its name begins with

    def __init__(self, provisions: Sequence[Provision], name: Callable[[str], str]) -> None:
        self._provisions = provisions
        self._scope = Scope(name)
        self._candidates = lru_cache(maxsize=KEPT)(self._find_candidates)
        self._in_force = lru_cache(maxsize=KEPT)(self._find_in_force)
        self.about = lru_cache(maxsize=KEPT)(self._about)

    def cite(self, deal: Deal, facts: OrderFacts) -> tuple[Citation, ...]:
        """What was in force on the deal's day and fits, each with the reason.

        A rule on foreign products of US technology follows the goods and not the exporter: where
        the goods are met by code it counts whatever the jurisdiction.
        """
        candidates = self._candidates(
            facts.towards, facts.departures, facts.governments, facts.end_uses,
            deal.jurisdictions, deal.on,
        )  # fmt: skip
        cited = []
        for candidate in candidates:
            goods = self._scope.goods(candidate.reach, facts, deal.book)
            if goods.level != NO and (candidate.applies or goods.codes == YES):
                cited.append(candidate.cited(goods))
        return tuple(cited)

    def _find_candidates(
        self,
        towards: tuple[str, ...],
        departures: tuple[str, ...],
        governments: tuple[str, ...],
        end_uses: tuple[EndUse, ...],
        jurisdictions: frozenset[Jurisdiction],
        on: date,
    ) -> tuple[Candidate, ...]:
        """The provisions that only the goods can still take away."""
        facts = OrderFacts(towards, departures, governments, end_uses)
        found = []
        for provision, reach in self._in_force(on):
            applies = provision.jurisdiction in jurisdictions
            if applies or follows_goods(reach):
                way = self._scope.way(reach, facts)
                if way is not None:
                    cited = Citation.of(provision, on, because=way)
                    found.append(Candidate(reach, applies, cited))
        return tuple(found)

    def _find_in_force(self, on: date) -> tuple[tuple[Provision, Reach], ...]:
        held = ((p, p.reach_on(on)) for p in self._provisions if p.covers(on))
        return tuple((provision, reach) for provision, reach in held if reach.is_tested)

    def _about(
        self, place: str, jurisdictions: frozenset[Jurisdiction], on: date | None
    ) -> tuple[Provision, ...]:
        every = ((p, reach) for p in self._provisions for reach in p.reaches)
        asked: Iterable[tuple[Provision, Reach]] = every if on is None else self._in_force(on)
        found = {
            p.id: p for p, reach in asked
            if p.jurisdiction in jurisdictions and place in reach.destinations
            and not reach.end_uses
        }  # fmt: skip
        return tuple(found.values())


class Candidate(msgspec.Struct, frozen=True):
    """A provision in force whose way and use fit; `citation` is complete but for the goods.

    `applies`: its jurisdiction counts, whatever the goods are.
    """

    reach: Reach
    applies: bool
    citation: Citation

    def cited(self, goods: Goods) -> Citation:
        """The citation with what the goods add."""
        rest = self.reach.not_tested
        if not goods.because and rest is None:
            return self.citation
        told = (self.citation.because, goods.because, f"open: {rest}" if rest else "")
        return msgspec.structs.replace(
            self.citation,
            because="; ".join(part for part in told if part),
            is_open=goods.level == OPEN or rest is not None,
        )


def follows_goods(reach: Reach) -> bool:
    """Does it reach goods of US technology wherever the exporter sits?"""
    return Origin.FOREIGN_DIRECT_PRODUCT in reach.origins
