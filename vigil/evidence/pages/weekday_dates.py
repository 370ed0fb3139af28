"""Weekdays that a report says without a day, resolved by the best day of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from vigil.evidence.page import KEPT, Block, DateTrust, PageDate, Span
from vigil.evidence.pages.day_trust import ORDER, Printed, spoken
from vigil.evidence.pages.days import WEEKDAYS, weekdays_in
from vigil.evidence.pages.tense import sentence_around, speaks_of_future

_LAST = re.compile(r"\blast $", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|by) $", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|coming|following) $", re.IGNORECASE)


def weekday_dates(text: str, blocks: Sequence[Block], printed: Sequence[Printed]) -> list[PageDate]:
    """A date for each weekday of the kept text; one beside a day in figures is part of that day.

    A weekday that a day of its own sentence fits is that event's, and no day of the report.

    Args:
        text: what a reader sees.
        blocks: its blocks, in order.
        printed: the days of the page, judged.
    """
    own = [p for p in printed if p.kind in ORDER[:4] and p.whole and p.trust in ("good", "fair")]
    best = min(own, key=lambda p: (p.trust != "good", ORDER.index(p.kind)), default=None)
    starts = {p.at.start for p in printed if p.at is not None}
    beside: dict[int, list[Printed]] = {}
    for day in printed:
        if day.kind == "event" and day.at is not None:
            beside.setdefault(day.at.start - len(day.before), []).append(day)
    dates: list[PageDate] = []
    for block in blocks:
        if block.kind not in KEPT:
            continue
        words = text[block.at.start : block.at.end]
        for span, weekday in weekdays_in(words):
            at = Span(span.start + block.at.start, span.end + block.at.start)
            if starts.isdisjoint(range(at.end, at.end + 4)):
                sentence, before = sentence_around(words, span)
                events = beside.get(at.start - len(before), [])[:4]
                dates.append(_resolved(at, weekday, sentence, before, events, best))
    return dates


def _resolved(
    at: Span,
    weekday: int,
    sentence: str,
    before: str,
    events: Sequence[Printed],
    best: Printed | None,
) -> PageDate:
    name = WEEKDAYS[weekday]
    for event in events:
        if event.whole is not None and event.whole.weekday() == weekday:
            why = f"{spoken(event.whole)}, in the same sentence, was a {name}"
            return PageDate(at, event.iso, "event", "fair", why)
    if best is None or best.whole is None:
        return PageDate(at, "", "weekday", "low", "no day of the report itself says which")
    back = timedelta(days=(best.whole.weekday() - weekday) % 7)
    week = timedelta(days=7)
    trust: DateTrust
    coming = _UNTIL.search(before) is not None or speaks_of_future(sentence, before)
    if _NEXT.search(before) or (back and coming):
        day, trust = best.whole - back + week, "low"
        why = f"the next {name} after {best.called}; the sentence speaks of what is to come"
    elif not back and not _LAST.search(before):
        day, trust = best.whole, best.trust
        why = f"{best.called}, was a {name}"
    else:
        day, trust = best.whole - (back or week), "fair"
        why = f"the last {name} before {best.called}, a {WEEKDAYS[best.whole.weekday()]}"
    return PageDate(at, day.isoformat(), "weekday", trust, why)
