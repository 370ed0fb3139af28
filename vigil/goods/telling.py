"""Which keywords of a description tell what the goods are.

Words are read in what the line *is*, not in what it is for or comes with: a laptop with a CPU is a
laptop; and words around a keyword take it back: a toy gyroscope is a toy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from vigil.goods.keywords import Meeting
from vigil.goods.reading import Context, Reading


def telling_in(reading: Reading, yielding: frozenset[str]) -> list[Meeting]:
    """The keywords of a reading that tell what the goods are, in the order of the text.

    A part number counts wherever the goods are told; a word must not be taken back by others.

    Args:
        reading: keywords and marks of a description.
        yielding: items that are silent beside another in the same clause.
    """
    if not reading.meetings:
        return []
    around = _Around(reading)
    leading_off = sorted(mark.start for mark in reading.marked(Context.LEADS_OFF))
    told = [m for m in reading.meetings if not _is_aside(m, reading, leading_off)]
    counting = [m for m in told if m.keyword.is_part or not around.takes_back(m)]
    longest = _longest(counting)
    clause = reading.clauses.clause
    firm = {clause[p] for m in longest if not _yields(m, yielding) for p in m.places}
    return sorted(
        (m for m in longest if not _yields(m, yielding) or clause[m.places[0]] not in firm),
        key=lambda m: (m.places[0], -len(m.places), m.keyword.hs),
    )


def _yields(meeting: Meeting, yielding: frozenset[str]) -> bool:
    """Is it silent beside a firmer word, as an ordinary word and a drone with its parts are?"""
    return meeting.keyword.is_weak or meeting.keyword.hs in yielding


def _is_aside(meeting: Meeting, reading: Reading, leading_off: Sequence[int]) -> bool:
    """Does it, or a part of it, only say what the goods are for or come with?

    A keyword may have such a word of its own (a lathe *with* numerical control).
    """
    aside = [place for place in meeting.places if place in reading.aside]
    if not aside or aside[0] == meeting.places[0]:
        return bool(aside)
    own = meeting.keyword.text.casefold().split()
    leads = (leading_off[bisect_right(leading_off, place) - 1] for place in aside)
    return not all(reading.words[lead].text.casefold() in own for lead in leads)


class _Around:
    """The marks of a reading by what they do, so that each keyword is weighed at once."""

    def __init__(self, reading: Reading) -> None:
        clause, marks = reading.clauses.clause, reading.marks
        covered = {p for m in reading.meetings if len(m.places) > 1 for p in m.places}
        generic = {clause[m.start] for m in reading.marked(Context.GENERIC)}
        told = [m for m in marks if m.start not in reading.aside and m.start not in covered]
        others = {clause[m.start] for m in told if m.what.context is Context.OTHER_THINGS}
        finished = [
            m.start for m in told
            if m.what.context is Context.FINISHED and clause[m.start] not in generic
        ]  # fmt: skip
        self._clause = clause
        self._trade = {m.start for m in reading.marked(Context.TRADE)}
        self._not_with = {(m.what.hs, clause[m.start]) for m in reading.marked(Context.NOT_WITH)}
        self._describing = {(m.start, clause[m.start]) for m in reading.marked(Context.DESCRIBES)}
        self._others = others
        self._other_thing = 0 in others and 0 not in generic
        self._finished = min(finished, default=len(clause))

    def takes_back(self, meeting: Meeting) -> bool:
        """Do the words around a keyword say that the goods are another thing?"""
        keyword, places = meeting
        first, end = places[0], places[-1] + 1
        clause = self._clause[first]
        return (
            (keyword.is_weak and not self._is_in_trade(places))
            or (keyword.hs, clause) in self._not_with
            or (end, clause) in self._describing
            or self._other_thing
            or clause in self._others
            or self._finished < first
        )

    def _is_in_trade(self, places: Sequence[int]) -> bool:
        """Is there a word of the trade besides the keyword's own words?"""
        return len(self._trade) > sum(place in self._trade for place in places)


def _longest(met: Iterable[Meeting]) -> list[Meeting]:
    """Without those inside a longer one: a *MEMS gyroscope* is not also a *gyroscope*."""
    met = list(met)
    longest_over: dict[int, int] = {}
    for m in met:
        for place in m.places:
            longest_over[place] = max(longest_over.get(place, 0), len(m.places))
    return [m for m in met if any(longest_over[place] == len(m.places) for place in m.places)]
