"""Changes of a page as a whole: its day, its credit, its body twice, an earlier take of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from bench.evidence.edits import Edit
from bench.evidence.harmless import paragraphs_of
from bench.evidence.markup import Article, Marked
from bench.evidence.planted import Planted, inside, planted
from vigil.evidence.page import Span

BACK = 23  # days before its own day that a back-dated page prints
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_DAY = re.compile(rf"\b((?:{'|'.join(_MONTHS)})[a-z]*)\.? (\d\d?)\b")
_DAY_MONTH = re.compile(rf"\b(\d\d?) ((?:{'|'.join(_MONTHS)})[a-z]*)\b")
_CREDITS = ("Source: Harbour Times", "By Lena Castellan, Ostara Press", "Source: Tideway News")
_DATED = re.compile(r"\(([A-Z][\w ]+)\)")  # the agency in a dateline


def pages_back_dated(article: Article) -> Iterator[Planted]:
    """A page date some weeks before what the page tells of as past, or before its dateline."""
    marked = article.marked
    day = date.fromisoformat(article.day)
    wrong = day - timedelta(days=BACK)
    words = f"{wrong:%B} {wrong.day}, {wrong.year}"
    printed = [line for line in marked.lines if line.kind == "page_date"]
    datelines = [line for line in marked.lines if line.kind == "dateline"]
    if not _tells_of_days_after(marked, wrong, day):
        return
    if printed:
        yield planted("page back-dated", "metadata", marked, [Edit(printed[0].at, words)])
    elif any(character.isdigit() for line in datelines for character in marked.words(line.at)):
        at = paragraphs_of(marked)[0].start
        at = min(at, *(line.at.start for line in datelines))
        edit = Edit(Span(at, at), f"{words}\n\n")
        yield planted("page back-dated", "metadata", marked, [edit])


def bodies_repeated(article: Article) -> Iterator[Planted]:
    """The whole body stands twice."""
    marked = article.marked
    spans = paragraphs_of(marked)
    body = "\n\n".join(marked.words(span) for span in spans)
    end = spans[-1].end
    yield planted("body repeated", "metadata", marked, [Edit(Span(end, end), f"\n\n{body}")])


def credits_changed(article: Article) -> Iterator[Planted]:
    """Somebody else is credited for the text."""
    marked = article.marked
    for line in marked.lines:
        words = marked.words(line.at)
        if line.kind == "credit":
            edit = Edit(line.at, next(c for c in _CREDITS if c != words))
            yield planted("credit changed", "metadata", marked, [edit])
        agency = _DATED.search(words) if line.kind == "dateline" else None
        if agency is not None:
            at = Span(line.at.start + agency.start(1), line.at.start + agency.end(1))
            edit = Edit(at, "Ostara Press")
            yield planted("credit changed", "metadata", marked, [edit])


def earlier_versions(article: Article) -> Iterator[Planted]:
    """The text as it is against a later one, with two later paragraphs still missing."""
    marked = article.marked
    for slot in marked.of("v"):
        spans = paragraphs_of(marked)
        cut = [s for s in spans[len(spans) // 2 :] if not inside(slot.at, s)][:2]
        edits = [Edit(span, "") for span in cut]
        change = planted("earlier version, cut", "version", marked, edits)
        line = marked.line_of(slot.at).at
        yield msgspec.structs.replace(
            change, lines=(line,), cut=tuple(cut), before=slot.others[0],
            after=marked.words(slot.at), base_edits=(Edit(slot.at, slot.others[0]),),
        )  # fmt: skip


def _tells_of_days_after(marked: Marked, wrong: date, day: date) -> bool:
    """Whether a dateline, or a sentence of what is past, names a day in between."""
    planned = [marked.line_of(slot.at).at for slot in marked.of("v")]
    past = [slot.at for slot in marked.of("d") if marked.line_of(slot.at).at not in planned]
    datelines = [line.at for line in marked.lines if line.kind == "dateline"]
    for words in map(marked.words, (*past, *datelines)):
        found = [*_MONTH_DAY.findall(words), *(m[::-1] for m in _DAY_MONTH.findall(words))]
        for month, number in found:
            told = date(day.year, _MONTHS.index(month[:3]) + 1, int(number))
            if wrong < told <= day:
                return True
    return False
