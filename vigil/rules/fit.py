"""Whether a provision's scope fits an order: each test answered with yes, no, or not told.

A test that the order answers with no takes the provision away. A test that it does not answer
leaves the provision's reach open, and the sentence says what would close it.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from vigil.model.reach import CodeBook, LineFacts, OrderFacts, Origin, Reach

NO, OPEN, YES = 0, 1, 2
ALL_CATEGORIES = 10  # of the Commerce Control List: 0 to 9


class Goods(msgspec.Struct, frozen=True):
    """How the goods of an order fit: `level` with their origin, `codes` by code alone, and why."""

    level: int
    codes: int
    because: str


ANY_GOODS, OTHER_GOODS = Goods(YES, NO, ""), Goods(NO, NO, "")


class Scope:
    """Tests reaches against orders; `name` gives a country or region as a sentence has it."""

    def __init__(self, name: Callable[[str], str]) -> None:
        self._name = name

    def way(self, reach: Reach, facts: OrderFacts) -> str | None:
        """Why the goods' way and their use are meant; None when they are others.

        Empty when the reach asks for neither.
        """
        way = self._way(reach, facts)
        uses = [use for use in reach.end_uses if use in facts.end_uses]
        if way is None or (reach.end_uses and not uses):
            return None
        told = f"the end use speaks of {' and '.join(uses)}" if uses else ""
        return "; ".join(part for part in (way, told) if part)

    def goods(self, reach: Reach, facts: OrderFacts, book: CodeBook) -> Goods:
        """The line that fits best; the first of equals."""
        if not reach.names_goods and not reach.origins:
            return ANY_GOODS
        best = OTHER_GOODS
        for line in facts.lines:
            found = self._line(reach, line, facts.towards, book)
            if (found.level, found.codes) > (best.level, best.codes):
                best = found
        return best

    def _way(self, reach: Reach, facts: OrderFacts) -> str | None:
        if not reach.names_a_way:
            return ""
        for place in facts.towards:
            if place in reach.destinations:
                return f"the goods go to {self._name(place)}"
        for country in facts.departures:
            if country in reach.departures:
                return f"the goods come out of {self._name(country)}"
        for country in facts.governments:
            if country in reach.governments:
                return f"a party's name shows the government of {self._name(country)}"
        if reach.not_to and facts.towards and not set(facts.towards) & set(reach.not_to):
            return f"the goods go to {self._name(facts.towards[0])}, which is not excused"
        return None

    def _line(
        self, reach: Reach, line: LineFacts, towards: tuple[str, ...], book: CodeBook
    ) -> Goods:
        told = Told()
        if reach.names_goods:
            _by_hs(reach, line, book, told)
            self._by_entry(reach, line, towards, book, told)
        codes = YES if told.met else OPEN if told.unknown else NO
        origin, why = _origin(reach, line)
        if origin == NO or (reach.names_goods and codes == NO):
            return OTHER_GOODS
        said = told.met or [f"open: {', '.join(told.unknown)}"] if reach.names_goods else []
        because = "; ".join([*said, *told.against, *([why] if why else [])])
        return Goods(min(codes, origin) if reach.names_goods else origin, codes, because)

    def _by_entry(
        self,
        reach: Reach,
        line: LineFacts,
        towards: tuple[str, ...],
        book: CodeBook,
        told: Told,
    ) -> None:
        if not (reach.ccl_categories or reach.controls or reach.country_chart):
            return
        entry, eccn = line.entry, line.eccn
        if entry is None or eccn is None:
            told.unknown.append("no ECCN is given")
            return
        if reach.ccl_categories:
            _by_category(reach.ccl_categories, entry, told)
        if not entry or not (reach.controls or reach.country_chart):
            return
        reasons = book.reasons_of(eccn)
        if reasons is None:
            told.unknown.append(f"the US list has no {entry}")
            return
        for control in (c for c in reach.controls if c in reasons):
            sure = reasons[control]
            why = f"ECCN {eccn} is controlled for {control}"
            told.met.append(why) if sure else told.unknown.append(f"{why} in part")
        for place in towards if reach.country_chart else ():
            licence = book.licence_for(eccn, place)
            if licence is not None:
                why = f"ECCN {eccn} for {self._name(place)}: {licence.because}"
                told.met.append(why) if licence.is_sure else told.unknown.append(why)


class Told(msgspec.Struct):
    """What a line's codes say, in words: what meets, what is not told, what speaks against it."""

    met: list[str] = []
    unknown: list[str] = []
    against: list[str] = []


def _by_hs(reach: Reach, line: LineFacts, book: CodeBook, told: Told) -> None:
    if not (reach.key_lists or reach.hs_headings):
        return
    hs = line.hs
    if hs is None:
        told.unknown.append("no HS code is given")
        return
    for listed in line.lists:
        if listed.list in reach.key_lists:
            candidate = ", as a candidate" if listed.is_candidate else ""
            told.met.append(f"HS {hs} is on {listed.list}{candidate}")
    told.met += [f"HS {hs} is under {head}" for head in reach.hs_headings if hs.startswith(head)]
    unread = [key for key in reach.key_lists if key not in book.lists_with_codes]
    if unread:
        told.unknown.append(f"the codes of {', '.join(unread)} were not read")


def _by_category(categories: tuple[str, ...], entry: str, told: Told) -> None:
    """By the first digit of the entry; EAR99 is on no entry and so of no category."""
    if not entry:
        told.against.append("EAR99 is of no category")
    elif entry[0] in categories:
        which = (
            "as any is reached"
            if len(categories) == ALL_CATEGORIES
            else f"one of {', '.join(categories)}"
        )
        told.met.append(f"ECCN {entry} is of category {entry[0]}, {which}")
    else:
        reached = ", ".join(categories)
        told.against.append(
            f"not in scope by category: ECCN {entry} is of {entry[0]}, {reached} are reached"
        )


def _origin(reach: Reach, line: LineFacts) -> tuple[int, str]:
    """Whether the line's origin is meant; goods of US origin are no foreign product."""
    if not reach.origins:
        return YES, ""
    if line.origin == "US":
        return (YES, "of US origin") if Origin.US in reach.origins else (NO, "")
    if Origin.FOREIGN_DIRECT_PRODUCT in reach.origins:
        return OPEN, "open: whether they were made with US technology"
    return (OPEN, "open: the origin is not told") if line.origin is None else (NO, "")
