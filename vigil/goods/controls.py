"""Does this ECCN need a US licence to this country, and for which reason of control?

Each control of the entry is asked in turn: does it speak of the declared paragraph, does it set
limits that no order states, and does the country stand where it asks for a licence. The strongest
answer is the entry's. No licence exception is granted here: whether one applies, a person decides.

Source: 15 CFR 738.4(a)(2): every reason for control is asked by itself. No mark on the Country
Chart is not a permission: the prohibitions of part 736 and part 744 are asked elsewhere.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from vigil.ids.eccn import read_eccn
from vigil.model.control import EVERYWHERE, ControlClause, Cover
from vigil.model.deal import EMBARGOED

if TYPE_CHECKING:
    from vigil.goods.catalogue import GoodsCatalogue

ITAR = "ITAR"
EMBARGO = "part 746 of the EAR asks for one, whatever the chart says"
NO_REASON = "none"  # the copy of the list states no reason of control


class Need(StrEnum):
    """Whether a licence is needed, strongest first."""

    LICENCE = "licence"
    POSSIBLE = "possible"  # for a paragraph or within limits that the order does not state
    OPEN = "open"  # a provision decides that is not held
    NONE = "none"  # no control asks for one


class Answer(msgspec.Struct, frozen=True):
    """What one control asks for in a country; `cover` PART: only paragraphs of the declared one."""

    clause: ControlClause
    need: Need
    cover: Cover


class Controls(msgspec.Struct, frozen=True, eq=False):
    """The controls of an entry for one country; `answers` only of those that ask for something.

    `outside`: why the answer does not come from the entry's controls (an embargo, no row in the
    chart); None when it does.
    """

    entry: str
    paragraph: str
    country: str
    need: Need
    answers: tuple[Answer, ...] = ()
    outside: str | None = None

    def of(self, *needs: Need) -> tuple[Answer, ...]:
        """The answers of these kinds."""
        return tuple(answer for answer in self.answers if answer.need in needs)


def controls_of(goods: GoodsCatalogue, eccn: str, country: str) -> Controls | None:
    """What the US list asks for an ECCN in a country, or None when the list has no such entry.

    Args:
        goods: the list, the Country Chart and the Country Groups.
        eccn: in normal form, with or without paragraph; or EAR99.
        country: ISO alpha-2.
    """
    number = read_eccn(eccn)
    if number is None:
        return _of_ear99(eccn, country)
    if number.entry not in goods.controlled_by_eccn:
        return None
    if country == "US":
        return Controls(number.entry, number.paragraph, country, Need.NONE, (), "no export")
    answers = _answers(goods, number.entry, number.paragraph, country)
    outside: str | None = EMBARGO
    if country in EMBARGOED:
        need = Need.LICENCE
    else:
        has_row = country in goods.chart
        need = _strongest(answers) if answers or has_row else Need.OPEN
        outside = None if has_row else "the Country Chart has no row for it"
    return Controls(number.entry, number.paragraph, country, need, answers, outside)


def _of_ear99(eccn: str, country: str) -> Controls:
    """EAR99 has no entry: only embargoes and the prohibitions of parts 744 and 746 reach it."""
    if country in EMBARGOED:
        return Controls(eccn, "", country, Need.OPEN, (), "part 746 of the EAR decides by goods")
    return Controls(eccn, "", country, Need.NONE)


def _answers(goods: GoodsCatalogue, entry: str, paragraph: str, country: str) -> tuple[Answer, ...]:
    marked = goods.chart.get(country, ())
    places = {EVERYWHERE, country, *goods.groups.get(country, ())}
    found = []
    for clause in goods.clauses_by_eccn.get(entry, ()):
        cover = clause.covers(paragraph)
        if cover is Cover.NO:
            continue
        need = _need(clause, cover, country, marked, places)
        if need is not Need.NONE:
            found.append(Answer(clause, need, cover))
    return tuple(found)


def _need(
    clause: ControlClause, cover: Cover, country: str, marked: tuple[str, ...], places: set[str]
) -> Need:
    is_asked = clause.column in marked or (
        not places.isdisjoint(clause.to) and (country in clause.to or places.isdisjoint(clause.but))
    )
    if is_asked:
        is_sure = cover is Cover.YES and not clause.limited
        return Need.LICENCE if is_sure else Need.POSSIBLE
    return Need.NONE if places.isdisjoint(clause.unsure) else Need.OPEN


def _strongest(answers: tuple[Answer, ...]) -> Need:
    given = {answer.need for answer in answers}
    return next((need for need in Need if need in given), Need.NONE)
