"""The days that a page prints: what each is the day of, and how far it can be trusted.

The kind comes from the block a day stands in; `day_trust` weighs days against each other and
`weekday_dates` resolves weekdays. Days in what is neither the report nor around it (comments, lives
of authors, links, second copies) are not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigil.evidence.page import Block, BlockKind, DateKind, Mark, PageDate, Span
from vigil.evidence.pages.day_trust import Printed, judge
from vigil.evidence.pages.days import Day, days_in, weekdays_in, years_in
from vigil.evidence.pages.hint import Hint
from vigil.evidence.pages.tense import sentence_around
from vigil.evidence.pages.weekday_dates import weekday_dates

_KINDS: dict[BlockKind, DateKind] = {
    "page_date": "page",
    "credit": "page",
    "dateline": "dateline",
    "caption": "caption",
    "embedded_post": "embedded_post",
    "headline": "event",
    "body": "event",
}
_WHY: dict[DateKind, str] = {
    "page": "printed as the page's own day",
    "dateline": "in the dateline",
    "caption": "in a caption",
    "embedded_post": "the day of an embedded post",
    "event": "the text speaks of it",
}
_PICTURE = re.compile(r"(?:photo|image|picture|credit|video|photograph|file)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|edited|revised)\b", re.IGNORECASE)


def dates_of(
    text: str,
    blocks: Sequence[Block],
    given: str | None = None,
    hints: Sequence[Hint] = (),
) -> tuple[tuple[PageDate, ...], tuple[Mark, ...]]:
    """The days of a page in order of the text, what a person gave first, and impossible page days.

    Args:
        text: what a reader sees.
        blocks: its blocks, in order.
        given: ISO day that a person gave for the page.
        hints: of the markup; a `page_date` with a `value` says its day in a machine's form.
    """
    printed: list[Printed] = []
    if given is not None:
        day = Day(Span(0, 0), given)
        printed.append(Printed(None, day, "given", given, "given by a person", "good"))
    printed += _printed(text, blocks, hints)
    weekdays = {
        number
        for block in blocks
        if block.kind == "body"
        for _, number in weekdays_in(text[block.at.start : block.at.end])
    }
    marks = judge(printed, weekdays)
    days = [PageDate(p.at, p.iso, p.kind, p.trust, p.why) for p in printed]
    days += weekday_dates(text, blocks, printed)
    days.sort(key=lambda d: d.at if d.at is not None else Span(-1, -1))
    return tuple(days), marks


def _printed(text: str, blocks: Sequence[Block], hints: Sequence[Hint]) -> list[Printed]:
    values = {h.at.start: h.value for h in hints if h.kind == "page_date" and h.value}
    above = True
    printed: list[Printed] = []
    for block in blocks:
        words = text[block.at.start : block.at.end]
        above = above and block.kind != "body"
        kind = _kind(block, words, above=above)
        if kind is None:
            continue
        for day in _days(words, kind, values.get(block.at.start, "")):
            at = Span(day.at.start + block.at.start, day.at.end + block.at.start)
            iso = "" if day.iso.startswith("-") else day.iso
            one = Printed(at, day, kind, iso, _WHY[kind])
            if kind == "event":
                one.sentence, one.before = sentence_around(words, day.at)
            lead = words[max(0, day.at.start - 40) : day.at.start]
            one.updated = kind == "page" and _UPDATED.search(lead) is not None
            printed.append(one)
    return printed


def _kind(block: Block, words: str, *, above: bool) -> DateKind | None:
    if block.kind == "publisher_note" and above:
        return "page"  # "Media release, 9 June 2023"
    if block.kind == "credit" and _PICTURE.match(words):
        return "caption"
    return _KINDS.get(block.kind)


def _days(words: str, kind: DateKind, value: str) -> list[Day]:
    days = days_in(words)
    if kind == "page" and value and not any(len(day.iso) == 10 and not day.other for day in days):
        # The words may say "two hours ago" or "06/07"; the markup says which day.
        days = [Day(Span(0, len(words)), day.iso) for day in days_in(value[:10])[:1]] or days
    if kind == "event":
        taken = {offset for day in days for offset in range(*day.at)}
        days += [year for year in years_in(words) if year.at.start not in taken]
    return sorted(days)
