"""Key items by words: what a description says where the declared HS code does not.

Words only point. They are read in what the line *is*, not in what it is for or comes with: a laptop
with a CPU is a laptop; and words around a keyword take it back: a toy gyroscope is a toy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from vigil.goods.basis import with_url
from vigil.goods.hs import declared_key_items, dotted, provisions_of
from vigil.goods.inquiry import Inquiry
from vigil.goods.keywords import Keyword, Meeting
from vigil.goods.part_number import normal_form
from vigil.goods.standing import Standing
from vigil.goods.vocabulary import Context, Reading, Vocabulary
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Screen
from vigil.model.order import Line


class Pointing(msgspec.Struct, frozen=True):
    """A keyword met in a description, with the words it covers."""

    standing: Standing
    keyword: Keyword
    met: str


def find_words(inquiry: Inquiry) -> list[Finding]:
    """One finding for each line and key item that its description points to."""
    return [
        _finding(inquiry, i, line.description or "", pointing)
        for i, line in enumerate(inquiry.deal.order.lines)
        if _asks_for_words(inquiry, line)
        for pointing in pointings(inquiry, line)
    ]


def pointings(inquiry: Inquiry, line: Line) -> list[Pointing]:
    """The key items that count on the day and that the line's words point to, each once.

    The item that the line declares is left out, and so are items that are only watched where it
    declares another of these.
    """
    reading = inquiry.goods.vocabulary.read(line.description or "")
    hs = line.hs or ""
    by_item: dict[str, Pointing] = {}
    declares_item = bool(inquiry.goods.key_items_of(hs))
    for meeting in pointing_meetings(reading, inquiry.goods.vocabulary):
        keyword = meeting.keyword
        if keyword.hs in by_item or hs.startswith(keyword.hs):
            continue
        for item in inquiry.goods.key_items_of(keyword.hs):
            standing = inquiry.goods.standing(item, inquiry.deal.on)
            if standing.counts and not (declares_item and standing.is_watch_only):
                by_item[keyword.hs] = Pointing(standing, keyword, reading.printed(meeting))
    return list(by_item.values())


def pointing_meetings(reading: Reading, vocabulary: Vocabulary) -> list[Meeting]:
    """The keywords of a reading that tell what the goods are, in the order of the text.

    A part number counts wherever the goods are told; a word must not be taken back by others.
    """
    if not reading.meetings:
        return []
    around = _Around(reading)
    leading_off = sorted(mark.start for mark in reading.marked(Context.LEADS_OFF))
    told = [m for m in reading.meetings if not _is_aside(m, reading, leading_off)]
    counting = [m for m in told if m.keyword.is_part or not around.takes_back(m)]
    longest = _longest(counting)
    clause = reading.clauses.clause
    firm = {clause[p] for m in longest if not _yields(m, vocabulary) for p in m.places}
    return sorted(
        (m for m in longest if not _yields(m, vocabulary) or clause[m.places[0]] not in firm),
        key=lambda m: (m.places[0], -len(m.places), m.keyword.hs),
    )


def _yields(meeting: Meeting, vocabulary: Vocabulary) -> bool:
    """Is it silent beside a firmer word, as an ordinary word and a drone with its parts are?"""
    return meeting.keyword.is_weak or meeting.keyword.hs in vocabulary.yielding


def _asks_for_words(inquiry: Inquiry, line: Line) -> bool:
    """Is there a description, and no declared code that already says that it is a listed item?"""
    if not line.description:
        return False
    declared = declared_key_items(inquiry, line.hs) if line.hs else []
    return not any(not standing.is_watch_only for standing in declared)


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


def _finding(inquiry: Inquiry, i: int, description: str, pointing: Pointing) -> Finding:
    item, heading, standing = pointing.standing.item, inquiry.heading, pointing.standing
    grounds = [*heading.grounds, Ground.WORDS_ONLY]
    if standing.is_watch_only:
        grounds.append(Ground.WATCH_ONLY)
    if pointing.keyword.is_everyday or _is_everyday_part(inquiry, pointing.met):
        grounds.append(Ground.EVERYDAY_PART)
    met = Feature("keyword", 1.0, f"'{pointing.met}' points to {item.hs} ({pointing.keyword.text})")
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.KEY_ITEM,
        path=f"$.lines[{i}].description",
        subject=item.hs,
        value=description,
        summary=(
            f"The words '{pointing.met}' point to HS {dotted(item.hs)}, {item.description}; "
            f"the line does not declare that code. {standing.sentence} {heading.sentence}"
        ),
        grounds=tuple(grounds),
        features=(met, *standing.features, *heading.features),
        provisions=provisions_of(inquiry, standing),
        provenance=with_url(inquiry.provenance, standing.source),
        verified=standing.verified,
        basis=standing.basis,
    )


def _is_everyday_part(inquiry: Inquiry, met: str) -> bool:
    key = normal_form(met)
    return any(key[:length] in inquiry.goods.everyday_keys for length in range(len(key) + 1))
