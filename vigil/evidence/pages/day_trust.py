"""How far the days of a page can be trusted: what completes, confirms or rules them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from vigil.evidence.page import DateKind, DateTrust, Mark, Span
from vigil.evidence.pages.days import WEEKDAYS, Day, weekdays_in
from vigil.evidence.pages.tense import speaks_of_future, speaks_of_past

# A page may carry the day of another time zone than its dateline.
TOLERANCE = timedelta(days=1)
# A report is printed within three days of what it tells as news (chosen).
CLOSE = timedelta(days=3)
# A year borrowed over more than four months is a guess (chosen).
FAR = timedelta(days=120)
# So many days of a kind are compared: a page of nothing but days stays linear.
MOST = 40
# Which day completes another or resolves a weekday, best first.
ORDER: tuple[DateKind, ...] = ("given", "page", "dateline", "caption", "embedded_post", "event")
_NAMES: dict[DateKind, str] = {
    "given": "the day given by a person",
    "page": "the page's own day",
    "dateline": "its dateline",
    "caption": "the day in a caption",
    "embedded_post": "the day of an embedded post",
    "event": "a day that the text tells of as past",
}


class Printed(msgspec.Struct):
    """A day that a page prints, while it is judged.

    `sentence` is where it stands and `before` its words before the day, for events. `iso` is the
    reading so far, "" while the year is not known.
    """

    at: Span | None
    day: Day
    kind: DateKind
    iso: str
    why: str
    trust: DateTrust = "fair"
    sentence: str = ""
    before: str = ""
    updated: bool = False

    @property
    def whole(self) -> date | None:
        """The day of the calendar, where it is one."""
        return date.fromisoformat(self.iso) if len(self.iso) == 10 else None

    @property
    def called(self) -> str:
        """As a reader is told of it: `its dateline, 9 June 2023`."""
        return f"{_NAMES[self.kind]}, {spoken(self.whole)}"

    def but(self, trust: DateTrust, why: str) -> None:
        """A new trust, with one more reason."""
        self.trust = trust
        self.why += f"; {why}"


def spoken(day: date | None) -> str:
    """A day as it is said: `9 June 2023`."""
    return f"{day.day} {day:%B} {day.year}" if day is not None else "of no year"


def judge(printed: Sequence[Printed], weekdays: set[int]) -> tuple[Mark, ...]:
    """Settles the reading and trust of each day, in place; gives marks for impossible page days.

    Args:
        printed: the days of a page.
        weekdays: the weekdays that its report names without a day (Monday 0).
    """
    _complete(printed)
    _read_figures(printed)
    own = _some(p for p in printed if p.kind in ORDER[:4] and p.whole is not None)
    for one in printed:
        if one.kind in ("page", "dateline", "caption") and one.trust != "low":
            _confirm(one, own, weekdays)
    return _rule_out(printed)


def _some(days: Iterable[Printed]) -> list[Printed]:
    """At most `MOST` days of each kind, best kind first."""
    by_kind: dict[DateKind, list[Printed]] = {kind: [] for kind in ORDER}
    for day in days:
        if len(by_kind[day.kind]) < MOST:
            by_kind[day.kind].append(day)
    return [day for kind in ORDER for day in by_kind[kind]]


def _complete(printed: Sequence[Printed]) -> None:
    """Gives a day without a year the year of the page's other days."""
    known = _some(p for p in printed if p.whole is not None and not p.day.other)
    for one in printed:
        if not one.day.iso.startswith("-"):
            continue
        if not known:
            one.but("low", "no other day of the page says of which year")
            continue
        same = next((k for k in known if k.iso[4:] == one.day.iso[1:]), None)
        by = same or known[0]
        past = one.kind == "event" and not speaks_of_future(one.sentence, one.before)
        day = _nearest(one.day.iso[1:], by.whole, past=past)
        if day is None or by.whole is None:
            one.but("low", "no year near it has that day")
            continue
        one.iso = day.isoformat()
        trust: DateTrust = "low" if abs(day - by.whole) > FAR else "fair"
        one.but(trust, f"the year is that of {by.called}")
        _check_weekday(one, day)


def _check_weekday(one: Printed, day: date) -> None:
    """The weekday beside a completed day, or the only one in its sentence."""
    beside = one.day.weekday
    named = [number for _, number in weekdays_in(one.sentence)] if beside is None else [beside]
    if named == [day.weekday()]:
        one.but("fair", f"it was a {WEEKDAYS[named[0]]}, as is said there")
    elif beside is not None:
        one.but("low", f"it was no {WEEKDAYS[beside]}")


def _nearest(month_day: str, to: date | None, *, past: bool) -> date | None:
    """The day of that month nearest to another; one told as past not far behind it."""
    days = []
    for year in (to.year - 1, to.year, to.year + 1) if to is not None else ():
        try:
            days.append(date.fromisoformat(f"{year}{month_day}"))
        except ValueError:
            continue  # a 29 February
    if to is None:
        return None
    # A post or a picture on a page may be some weeks older than what the page tells.
    fit = [day for day in days if not past or day <= to + timedelta(days=30)]
    return min(fit or days, key=lambda day: abs(day - to), default=None)


def _read_figures(printed: Sequence[Printed]) -> None:
    """Decides between day first and month first, where another day of the page does."""
    sure = _some(p for p in printed if p.whole and not p.day.other and p.kind != "event")
    for one in printed:
        if not one.day.other:
            continue
        readings = [date.fromisoformat(one.day.iso), date.fromisoformat(one.day.other)]
        both = f"{spoken(readings[0])} or {spoken(readings[1])}"
        fit = [day for day in readings if any(_near(other.whole, day) for other in sure)]
        if not fit and one.day.weekday is not None:
            fit = [day for day in readings if day.weekday() == one.day.weekday]
        if len(fit) == 1:
            one.iso = fit[0].isoformat()
            one.but("fair", f"{both}, which the page's other words decide")
        else:
            one.iso = one.iso[:4]
            one.but("low", f"{both}: the figures do not say which")


def _confirm(one: Printed, own: Sequence[Printed], weekdays: set[int]) -> None:
    """A page, dateline or caption day is good when another of them, or a weekday, agrees."""
    day = one.whole
    if day is None:
        return
    beside = one.day.weekday
    others = [o for o in own if o.kind != one.kind and o.trust != "low" and _near(o.whole, day)]
    if beside is not None and beside != day.weekday():
        one.but("low", f"it was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[beside]}")
    elif one.updated:
        first = any(o.kind == "page" and not o.updated for o in own)
        one.but("low" if first else "fair", "the day of an update")
    elif others:
        one.but("good", f"{others[0].called}, agrees")
    elif one.kind == "caption":
        one.but("low", "nothing else confirms it, and a picture may be older than the report")
    elif day.weekday() in weekdays:
        one.but("good", f"the text says {WEEKDAYS[day.weekday()]}, and it was one")


def _near(left: date | None, right: date) -> bool:
    return left is not None and abs(left - right) <= CLOSE


def _rule_out(printed: Sequence[Printed]) -> tuple[Mark, ...]:
    """Page days before a day that the page itself tells of, or behind the one a person gave."""
    against = _some(
        p
        for p in printed
        if p.kind != "page"
        and p.whole is not None
        and not p.day.other
        and (p.trust != "low" or p.kind == "caption")  # a picture of later is one all the same
        and (p.kind != "event" or speaks_of_past(p.sentence, p.before))
    )
    marks: dict[str, Mark] = {}
    for page in printed:
        if page.kind != "page" or page.whole is None or page.trust == "low":
            continue
        reasons = [why for other in against if (why := _reason(page, page.whole, other))]
        if reasons:
            why = f"{spoken(page.whole)} is {' and '.join(dict.fromkeys(reasons[:3]))}"
            page.but("impossible", why)
            marks.setdefault(page.iso, Mark("impossible_page_date", page.at, why))
    return tuple(marks.values())


def _reason(page: Printed, day: date, other: Printed) -> str | None:
    """Why a page day cannot be, by one other day."""
    if other.whole is None:
        return None
    if other.kind == "given":
        late = day > other.whole + TOLERANCE and not page.updated
        return f"later than {other.called}" if late else None
    return f"earlier than {other.called}" if other.whole > day + TOLERANCE else None
