"""Days, months, years and stretches of time, and where two sides give other ones.

What is relative (“next year”, “on Friday”) is resolved by the page's own day where it has one.
“early next year” and “early 2024” are the same once the year is known: worth knowing, no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.moments import Time, times
from vigil.evidence.contrasts.side import Alignment, Side, slot
from vigil.evidence.contrasts.time_words import SAME_EVENT, SIDES


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Times that stand for one another and are not the same."""
    left, right = (s.read(times) for s in sides)
    if not left or not right:
        return
    days = [s.told.page.day for s in sides]
    day = next((date.fromisoformat(d.day) for d in days if d), None)
    scored = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            verdict = _verdict(a, b, day)
            if verdict is None:
                continue
            near = slot(sides, aligned, (a.first, a.end), (b.first, b.end))
            score = (
                4 * (verdict in ("same", "unit"))
                + 2 * near
                + (a.kind == b.kind)
                + (a.side == b.side)
            )
            scored.append((-score, i, j, verdict, near))
    scored.sort()
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, i, j, verdict, near in scored:
        if i in taken_left or j in taken_right:
            continue
        a, b = left[i], right[j]
        same_kind = a.kind == b.kind and (
            sum(x.kind == a.kind for x in left) == 1 == sum(x.kind == b.kind for x in right)
        )
        if verdict == "other" and near < 2 and not same_kind:
            continue
        taken_left.add(i)
        taken_right.add(j)
        words = (sides, (a.first, a.end), (b.first, b.end))
        yield from _told(verdict, a, b, words)


def _told(
    verdict: str,
    a: Time,
    b: Time,
    words: tuple[tuple[Side, Side], tuple[int, int], tuple[int, int]],
) -> Iterator[Difference]:
    opposite = {a.side, b.side} in (
        {"before", "after"},
        {"until", "since"},
        {"before", "since"},
        {"until", "after"},
    )
    if opposite:
        yield difference("date", *words, "one side says {left}, the other {right}", 3)
    elif verdict == "other":
        yield difference("date", *words, "the time differs: {left} against {right}", 3)
    elif verdict == "event":
        yield difference("wording", *words, "another event is named: {left} against {right}", 1)
    elif a.side != b.side and "" in (a.side, b.side) and not _said_before(a, b, words):
        note = "one side says {left}, the other {right}: the stretch of time differs"
        yield difference("date", *words, note, 2)
    elif verdict == "unit":
        note = "{left} and {right} are the same once the year is known"
        yield difference("date", *words, note, 1)


def _said_before(
    a: Time, b: Time, words: tuple[tuple[Side, Side], tuple[int, int], tuple[int, int]]
) -> bool:
    """Whether the bound of one side stands further from the time: “since it left on Monday”."""
    side, time, bound = (words[0][0], a, b.side) if not a.side else (words[0][1], b, a.side)
    return any(SIDES.get(w.low) == bound for w in side.words[: time.first])


def _verdict(a: Time, b: Time, today: date | None) -> str | None:
    """How two times stand: same, unit, other, event, or None where they cannot be compared."""
    if a.kind == "event" or b.kind == "event":
        if a.kind != b.kind:
            return None
        one, two = (SAME_EVENT.get(x.name, x.name) for x in (a, b))
        return "same" if one == two else "event"
    if a.kind == "clock" or b.kind == "clock":
        if a.kind != b.kind or a.day is None or b.day is None:
            return None
        return "same" if abs(a.day - b.day) < 60 else "other"
    if a.kind == "period" or b.kind == "period":
        if a.kind != b.kind:
            return "other" if a.relative and b.relative and a.weekday == b.weekday else None
        return "same" if a.name == b.name and a.part == b.part else "other"
    if a.weekday is not None or b.weekday is not None:
        return _weekdays(a, b, today)
    unknown = (a.name and a.year is None) or (b.name and b.year is None)
    if unknown:  # “next year” without a day to count from
        if a.name and b.name:
            return "same" if a.name == b.name and _parts_agree(a, b) else "other"
        return "unit" if _parts_agree(a, b) and a.kind == b.kind else None
    for own, other in ((a.year, b.year), (a.month, b.month), (a.day, b.day)):
        if own is not None and other is not None and own != other:
            return "other"
    if not _parts_agree(a, b):
        return "other"
    if (a.year is None and a.month is None) or (b.year is None and b.month is None):
        return None
    if (a.month is None and b.year is None) or (b.month is None and a.year is None):
        return None  # “2015” and “in June”
    if (a.month is None) != (b.month is None):
        return "same" if a.year == b.year else None
    return "unit" if a.relative != b.relative and a.kind == b.kind == "year" else "same"


def _weekdays(a: Time, b: Time, today: date | None) -> str | None:
    if a.weekday is not None and b.weekday is not None:
        return "same" if a.weekday == b.weekday else "other"
    other = b if a.weekday is not None else a
    weekday = a.weekday if a.weekday is not None else b.weekday
    if other.day is None or other.month is None:
        return None
    year = other.year or (today.year if today else None)
    if year is None:
        return None
    try:
        day = date(year, other.month, other.day)
    except ValueError:
        return None
    if day.weekday() == weekday:
        return "same"
    return "other" if today is None or abs((day - today).days) <= 7 else None


def _parts_agree(a: Time, b: Time) -> bool:
    return not a.part or not b.part or a.part == b.part
