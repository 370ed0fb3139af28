"""Paragraphs and sentences of a text, by offsets; nothing is rewritten."""

from __future__ import annotations

import re
from collections.abc import Container

from vigil.evidence.page import Span
from vigil.evidence.speech.abbreviations import (
    ABBREVIATIONS,
    BEFORE_NUMBERS,
    MONTHS_SHORT,
    TITLES,
)
from vigil.evidence.speech.cues import CUES
from vigil.evidence.speech.word_table import table

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"[.!?…。！？]+")
_WORD_BEFORE = re.compile(r"[^\W_](?:[^\W_]|['’.-])*$")
_WORD_AFTER = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TAG = re.compile(
    r"\s+((?:[^\W_][\w.'’-]*\s+){1,6}?)([a-z]+)(?=[.,;]|\s+(?:in|on|at|to|during)\s|$)"
)
# A word that begins a sentence far more often than it follows "U.S." or "Inc." inside one.
_STARTERS = table(
    "the a an he she it they we i you this that these those there his her its their our my in "
    "on at by for from with after before while when if as but and or so yet although though "
    "because since however meanwhile according asked what who how why where no not some many "
    "most all one two several both each another other officials also earlier later under over "
    "during despite citing speaking"
)
_WRAP_WIDEST = 100  # chosen: mail and typed releases wrap at 60–100
_WRAP_NARROWEST = 45
_CLOSERS = ")]}"
_THIN = " \xa0\u2009\u202f"


def paragraphs(text: str, at: Span) -> list[Span]:
    """The paragraphs of a block, without the white space around them.

    A line is a paragraph, unless the text is wrapped by hand: then a line that stops where the
    next word would not have fitted goes on.
    """
    lines = [Span(*m.span()) for m in _LINE.finditer(text, at.start, at.end)]
    width = max((len(text[a:b].rstrip()) for a, b in lines), default=0)
    wrapped = len(lines) > 2 and _WRAP_NARROWEST <= width <= _WRAP_WIDEST
    found: list[Span] = []
    last_line: Span | None = None
    for line in lines:
        span = _stripped(text, line)
        if span.start == span.end:
            last_line = None
            continue
        if last_line is not None and _goes_on(text, last_line, span, width if wrapped else None):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
        last_line = None if _blank_follows(text, span.end, at.end) else span
    return found


def sentences(text: str, at: Span, closing: Container[int], opening: Container[int]) -> list[Span]:
    """The sentences of a paragraph, in order.

    `closing` and `opening` are the places of quotation marks: a mark that closes belongs to the
    sentence before it, glued or not; one that opens begins the next.
    """
    found: list[Span] = []
    start = at.start
    for stop in _STOP.finditer(text, at.start, at.end):
        if stop.start() < start:
            continue
        end = stop.end()
        while end < at.end:
            if end in closing or text[end] in _CLOSERS:
                end += 1
            elif text[end] in _THIN and end + 1 in closing:
                end += 2  # "« … »" with spaces inside
            else:
                break
        if end < at.end and _ends(text, at, start, Span(*stop.span()), end, opening):
            span = _stripped(text, Span(start, end))
            if span.start < span.end:
                found.append(span)
            start = end
    rest = _stripped(text, Span(start, at.end))
    if rest.start < rest.end:
        found.append(rest)
    return found


def _ends(text: str, at: Span, start: int, stop: Span, end: int, opening: Container[int]) -> bool:
    """Whether a sentence ends at `end`, behind the stop and what closes after it."""
    after = end
    while after < at.end and text[after].isspace():
        after += 1
    if after == at.end:
        return False
    follows = text[after]
    spaced = after > end
    begins = follows.isupper() or after in opening or (spaced and not follows.islower())
    if follows in ",;:.)" or not begins:
        return False
    mark = text[stop.start : stop.end]
    if "." not in mark or len(mark) > 1:
        return end == stop.end or not _tag_follows(text, end, at.end)
    word = _WORD_BEFORE.search(text, max(start, stop.start - 40), stop.start)
    before = word.group() if word else ""
    if not spaced and end == stop.end:
        return _glued_end(text, before, stop.start, after, at.end)
    if end > stop.end:
        return True
    return not _is_abbreviation(text, before, start, stop.start, after, at.end)


def _glued_end(text: str, before: str, stop: int, after: int, end: int) -> bool:
    """`Ukraine.Citing`: a small word, a stop and a large letter; no address, no `U.S`."""
    chunk = text[max(0, stop - 40) : stop].rsplit(None, 1)[-1:] or [""]
    if "/" in chunk[0] or "@" in chunk[0] or "www" in chunk[0].lower():
        return False
    if not text[after].isalpha():
        return True  # a mark that opens
    tail = before.rsplit(".", 1)[-1]
    if before.lower() in TITLES or ("." in before and len(tail) < 3):
        return False
    return (
        len(tail) > 1
        and (tail[-1].islower() or tail[-1].isdigit() or tail.isupper())
        and (
            after + 1 < end
            and (text[after + 1].islower() or text[after + 1] in " ’'." or len(tail) > 3)
        )
    )


def _is_abbreviation(text: str, before: str, start: int, stop: int, after: int, end: int) -> bool:
    """Whether the stop behind `before` is an abbreviation's and the sentence goes on."""
    small = before.lower()
    follows = text[after]
    if before.isdigit():
        return _stripped(text, Span(start, stop)).start == stop - len(before)  # "1. The first"
    if small in TITLES:
        return True
    initial = len(before) == 1 and before.isupper()  # "P. Marlowe"; "p. 7" is a page
    if not initial and (small in BEFORE_NUMBERS or small in MONTHS_SHORT):
        return follows.isdigit()
    dotted = "." in before and all(len(p) <= 2 for p in before.split("."))
    if initial or dotted or small in ABBREVIATIONS:
        word = _WORD_AFTER.match(text, after, end)
        return word is not None and word.group().lower() not in _STARTERS
    return False


def _tag_follows(text: str, after: int, end: int) -> bool:
    """`“Why?” Kirby asked.`: the words behind the mark tell who speaks."""
    tag = _TAG.match(text, after, min(end, after + 120))
    return tag is not None and tag.group(2) in CUES


def _goes_on(text: str, last: Span, span: Span, width: int | None) -> bool:
    """Whether a line goes on in the next one: it was wrapped."""
    if text[span.start].islower() and text[last.end - 1] not in '.!?:;"”':
        return True
    if width is None or last.end - last.start < _WRAP_NARROWEST:
        return False
    word = len(text[span.start : min(span.end, span.start + 40)].split(None, 1)[0])
    return last.end - last.start + 1 + word > width


def _blank_follows(text: str, start: int, end: int) -> bool:
    piece = text[start : min(end, start + 80)]
    space = piece[: len(piece) - len(piece.lstrip())].replace("\r\n", "\n")
    return len(space.splitlines(keepends=True)) > 1 and bool(space)


def _stripped(text: str, at: Span) -> Span:
    piece = text[at.start : at.end]
    bare = piece.lstrip()
    start = at.start + len(piece) - len(bare)
    return Span(start, start + len(bare.rstrip()))
