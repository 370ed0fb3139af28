"""Times in a text: days, months, years, stretches, events; relative ones by the page’s day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from vigil.evidence.contrasts.side import Side, Word
from vigil.evidence.contrasts.time_words import (
    BEGAN,
    DAYS,
    EVENTS,
    MONTHS,
    NEXT,
    PARTS,
    PERIOD_OF,
    PERIODS,
    RECENT,
    SEASONS,
    SIDES,
    WEEKDAYS,
)
from vigil.evidence.words.synonyms import STOP_WORDS

DIGITS = frozenset("0123456789")
MAY_BEGIN = frozenset({*MONTHS, *WEEKDAYS, *DAYS, *NEXT, *RECENT, *EVENTS, *BEGAN, *SEASONS})


class Time(NamedTuple):
    """A time as told: its words, what it bounds, and as much of a day as is known."""

    first: int
    end: int
    side: str  # "before", "until", "since", "after", ""
    kind: Literal["day", "weekday", "month", "year", "period", "event", "clock"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    name: str = ""  # of a period or an event
    relative: bool = False


def times(side: Side) -> list[Time]:
    """All times of a side."""
    words = side.words
    known = side.told.page.day
    today = date.fromisoformat(known.day) if known else None
    found: list[Time] = []
    end = 0
    for i, word in enumerate(words):
        if i < end or not (word.low in MAY_BEGIN or word.low[0] in DIGITS):
            continue
        time = _time(words, i, today)
        if time is not None:
            found.append(_bounded(words, time))
            end = time.end
    return found


def _time(words: list[Word], i: int, today: date | None) -> Time | None:
    word = words[i]
    low = word.low
    after = words[i + 1] if i + 1 < len(words) else None
    if low in MONTHS and word.capital:
        return _month(words, i)
    if low in WEEKDAYS and word.capital:
        return _weekday(i, low, today)
    if low[0].isdigit():
        return _number(words, i)
    if low in DAYS:
        if today:
            then = today + timedelta(days=DAYS[low])
            return Time(i, i + 1, "", "day", then.year, then.month, then.day, relative=True)
        return Time(i, i + 1, "", "period", name=low, relative=True)
    if low in NEXT and after is not None and not after.before:
        return _relative(words, i, today)
    if low in ("recent", "past", "last", "previous") and after is not None:
        return _recent(words, i)
    if low in SEASONS and _is_season(words, i):
        return Time(i, i + 1, "", "period", name="season " + SEASONS[low])
    if low in EVENTS or (low in BEGAN and i and words[i - 1].low in EVENTS):
        return _event(words, i)
    return None


def _is_season(words: list[Word], i: int) -> bool:
    """“by summer”, “for the autumn”: no spring of a watch, no summer school."""
    j = i - 1
    if j >= 0 and words[j].low == "the":
        j -= 1
    after = words[i + 1] if i + 1 < len(words) else None
    ends = after is None or bool(after.before) or after.low in STOP_WORDS
    return (
        j >= 0 and ends and words[j].low in ("in", "by", "for", "since", "until", "till", "during")
    )


def _part(words: list[Word], i: int) -> tuple[str, int]:
    """What part of it is meant, and where that begins: “early”, “the end of”."""
    j = i - 1
    while j >= 0 and i - j <= 3 and words[j].low in ("of", "the", "quarter", "half"):
        j -= 1
    if j >= 0 and words[j].low in PARTS and not words[j + 1].before.strip("-"):
        low = words[j].low
        if low in ("beginning", "start", "end", "middle") and words[j + 1].low != "of":
            return "", i
        if low in ("first", "second", "third", "fourth") and words[j + 1].low not in (
            "quarter",
            "half",
        ):
            return "", i
        name = PARTS[low]
        return name + ("-" + words[j + 1].low if words[j + 1].low in ("quarter", "half") else ""), j
    return "", i


def _month(words: list[Word], i: int) -> Time | None:
    low = words[i].low
    month = MONTHS[low]
    first, end, day, year = i, i + 1, None, None
    before = words[i - 1] if i else None
    if before and before.low.rstrip("stndrh").isdigit() and len(before.low) <= 4:
        number = int(before.low.rstrip("stndrh"))
        if 1 <= number <= 31:
            first, day = i - 1, number
    elif before and before.low == "of" and i > 1 and words[i - 2].low.rstrip("stndrh").isdigit():
        number = int(words[i - 2].low.rstrip("stndrh"))
        if 1 <= number <= 31 and len(words[i - 2].low) > 2:
            first, day = i - 2, number
    if day is None and end < len(words):
        number_word = words[end].low.rstrip("stndrh")
        if number_word.isdigit() and len(number_word) <= 2 and 1 <= int(number_word) <= 31:
            day, end = int(number_word), end + 1
    if end + 1 < len(words) and words[end].low == "of" and is_year(words[end + 1]):
        end += 1
    if end < len(words) and is_year(words[end]):
        year, end = int(words[end].low), end + 1
    if low in ("may", "march", "mar") and day is None and year is None:
        lead = words[i - 1].low if i else ""
        if lead not in (
            "in",
            "since",
            "until",
            "last",
            "next",
            "early",
            "late",
            "by",
            "of",
            "before",
            "after",
            "through",
            "during",
            "from",
            "to",
            "mid",
            "this",
            "and",
            "ahead",
        ):
            return None
    part, first = _part(words, first) if day is None else ("", first)
    return Time(first, end, "", "day" if day else "month", year, month, day, part=part)


def is_year(word: Word) -> bool:
    """Whether a word is the number of a year."""
    return word.low.isdigit() and len(word.low) == 4 and 1800 <= int(word.low) <= 2100


def _weekday(i: int, low: str, today: date | None) -> Time:
    number = WEEKDAYS[low]
    return Time(i, i + 1, "", "weekday", weekday=number, year=None, relative=today is not None)


def _number(words: list[Word], i: int) -> Time | None:
    """A year, an ISO day, an hour of the clock; a day before a month begins there."""
    low = words[i].low
    after = words[i + 1] if i + 1 < len(words) else None
    if after is not None and after.capital and after.low in MONTHS:
        return _month(words, i + 1)
    if after is not None and after.low == "of" and i + 2 < len(words) and not low.isdigit():
        then = words[i + 2]
        if then.capital and then.low in MONTHS:
            return _month(words, i + 2)
    if is_year(words[i]):
        two = words[i + 1 : i + 3]
        if len(two) == 2 and all(w.before in ("-", "/", ".") and w.low.isdigit() for w in two):
            month, day = int(two[0].low), int(two[1].low)
            if 1 <= month <= 12 and 1 <= day <= 31:
                return Time(i, i + 3, "", "day", int(low), month, day)
        plural = (
            after is not None and after.low.endswith("s") and not after.capital and not after.before
        )
        lead = words[i - 1].low if i else ""
        counts = plural and lead not in (
            "in",
            "since",
            "by",
            "until",
            "of",
            "from",
            "the",
            "before",
            "after",
        )
        if words[i].before[-1:] in ("$", "€", "£", "-") or counts:
            return None
        part, first = _part(words, i)
        return Time(first, i + 1, "", "year", int(low), part=part)
    if after is not None and after.low in ("am", "pm", "a.m.", "p.m.") and low.isdigit():
        hour = int(low) % 12 + 12 * (after.low[0] == "p")
        return Time(i, i + 2, "", "clock", day=hour * 60)
    if after is not None and after.before == ":" and after.low.isdigit() and low.isdigit():
        return Time(i, i + 2, "", "clock", day=int(low) * 60 + int(after.low))
    return None


def _relative(words: list[Word], i: int, today: date | None) -> Time | None:
    """“next year”, “last August”, “this month”."""
    step = NEXT[words[i].low]
    after = words[i + 1]
    if after.low in PERIODS:
        part, first = _part(words, i)
        if after.low == "year":
            year = today.year + step if today else None
            name = words[i].low + " year"
            return Time(first, i + 2, "", "year", year, part=part, relative=True, name=name)
        if after.low == "month" and today:
            number = today.year * 12 + today.month - 1 + step
            return Time(
                first, i + 2, "", "month", number // 12, number % 12 + 1, part=part, relative=True
            )
        return Time(
            first,
            i + 2,
            "",
            "period",
            part=part,
            relative=True,
            name=f"{step:+d} {after.low}" if words[i].low != "past" else f"-1 {after.low}",
        )
    if after.low in MONTHS and after.capital:
        month = _month(words, i + 1)
        if month is None:
            return None
        year = month.year
        if year is None and today is not None:
            year = today.year
            if step < 0 and MONTHS[after.low] >= today.month:
                year -= 1
            if step > 0 and MONTHS[after.low] <= today.month:
                year += 1
        return month._replace(first=i, year=year, relative=True)
    if after.low in WEEKDAYS and after.capital:
        return Time(i, i + 2, "", "weekday", weekday=WEEKDAYS[after.low])
    return _recent(words, i)


def _recent(words: list[Word], i: int) -> Time | None:
    """“in recent weeks”, “over the past few months”: the same for the same unit."""
    if words[i].low not in RECENT:
        return None
    end = i + 1
    while end < len(words) and words[end].low in ("few", "several", "couple", "of") and end - i < 4:
        end += 1
    if end < len(words) and words[end].low in PERIOD_OF and words[end].low not in PERIODS:
        return Time(
            i, end + 1, "", "period", name="recent " + PERIOD_OF[words[end].low], relative=True
        )
    return None


def _event(words: list[Word], i: int) -> Time | None:
    """“before the invasion”: an event that a word of time stands before."""
    j = i - 1
    while j >= 0 and i - j <= 5:
        word = words[j]
        if word.low in SIDES:
            if word.low == "from" or (word.low == "following" and j + 1 == i):
                return None
            return Time(j + 1, i + 1, "", "event", name=words[i].stem)
        if words[j + 1].before.strip('-"“'):
            return None
        if word.low == "to" and j and words[j - 1].low == "prior":
            return Time(j + 1, i + 1, "", "event", name=words[i].stem)
        if word.low in STOP_WORDS and word.low not in (
            "the",
            "its",
            "of",
            "a",
            "his",
            "their",
            "this",
        ):
            return None
        j -= 1
    return None


def _bounded(words: list[Word], time: Time) -> Time:
    """With the word that says which side of it is meant."""
    j = time.first - 1
    while (
        j >= 0
        and time.first - j <= 4
        and words[j].low in ("the", "of", "its", "to", "to", "late", "a", "last")
    ):
        j -= 1
    if j < 0 or words[j].low not in SIDES:
        if time.first and words[time.first - 1].low in SIDES:
            j = time.first - 1
        else:
            return time
    side = SIDES[words[j].low]
    if words[j].low == "from" and time.kind != "event":
        side = "since"
    if j and words[j - 1].low == "not":
        side = {"after": "before", "before": "after", "until": "since"}.get(side, side)
    return time._replace(first=j, side=side)
