"""Quotation marks in pairs: which open, which close, which are apostrophes.

One pass over the marks of each paragraph with a stack. Typographic marks say what they are;
straight ones are read from the spaces around them, and where those do not tell (`dose."We`), a mark
closes what is open, else opens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from vigil.evidence.page import Span

_MARK = re.compile("[\"“”„‟«»‘’‚'＂]")
_DOUBLE = frozenset('"“”„‟«»＂')
_LEFT_OF_OPEN = frozenset("([{—–-/“\"‘'«„|:")
_RIGHT_OF_CLOSE = frozenset(".,;:!?)]}—–-…/\"”’'»|")
# Words that begin with an apostrophe.
_CLIPPED = re.compile(r"(?:\d0s|em|til|twas|tis|cause|bout|round|n|cos)\b", re.IGNORECASE)


class Quoted(msgspec.Struct, frozen=True):
    """What one pair of marks holds, within one paragraph.

    `inner` is inside the marks; without a closing mark it runs to the end of the paragraph.
    `goes_on`: the next paragraph opens again what this one did not close. `continues`: it is the
    next one.
    """

    outer: Span
    inner: Span
    closed: bool = True
    goes_on: bool = False
    continues: bool = False
    single: bool = False


class _Open(msgspec.Struct):
    mark: str
    at: int
    double: bool


def quoted_pieces(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """The outermost quotations of the paragraphs, in order."""
    found: list[Quoted] = []
    running = False
    for number, at in enumerate(paragraphs):
        pairs, left = _pairs(text, at)
        reopened = number + 1 < len(paragraphs) and _opens(text, paragraphs[number + 1])
        pieces = _outermost(text, pairs)
        last = _unclosed(text, at, left, pieces, reopened)
        if last is not None:
            pieces = [p for p in pieces if p.outer.end <= last.outer.start] + [last]
        if running and pieces and pieces[0].outer.start == at.start:
            pieces[0] = msgspec.structs.replace(pieces[0], continues=True)
        running = bool(pieces) and pieces[-1].goes_on
        found.extend(pieces)
    return found


def _opens(text: str, at: Span) -> bool:
    return text[at.start] in '"“«„＂' and at.end > at.start + 1


def _outermost(text: str, pairs: list[tuple[int, int, bool]]) -> list[Quoted]:
    kept: list[Quoted] = []
    end = -1
    for start, close, double in sorted(pairs):
        if start >= end:
            inner = _bare(text, start + 1, close)
            kept.append(Quoted(Span(start, close + 1), inner, single=not double))
            end = close + 1
    return [q for q in kept if q.inner.end > q.inner.start]


def _bare(text: str, start: int, end: int) -> Span:
    """Without the spaces that some languages put inside the marks."""
    piece = text[start:end]
    bare = piece.lstrip()
    start += len(piece) - len(bare)
    return Span(start, start + len(bare.rstrip()))


def _unclosed(
    text: str, at: Span, left: list[_Open], pieces: list[Quoted], reopened: bool
) -> Quoted | None:
    """The first mark that nothing closes, where it holds the rest of the paragraph."""
    marks = [o for o in left if o.double]
    if not marks:
        return None
    first = marks[0].at
    if not text[first + 1 : at.end].strip():
        return None
    nested = any(p.outer.start > first for p in pieces)
    before = text[at.start : first].rstrip()[-1:]
    if not reopened and (nested or before not in ("", ",", ":")):
        return None
    inner = _bare(text, first + 1, at.end)
    return Quoted(Span(first, at.end), inner, closed=False, goes_on=reopened)


def _pairs(text: str, at: Span) -> tuple[list[tuple[int, int, bool]], list[_Open]]:
    """Pairs of places of marks, nested ones too, and what stays open."""
    pairs: list[tuple[int, int, bool]] = []
    stack: list[_Open] = []
    doubles = 0
    marks = [m.start() for m in _MARK.finditer(text, at.start, at.end)]
    closers = _later_closers(text, marks, at)
    for number, place in enumerate(marks):
        mark = text[place]
        verdict = (
            _double(text, at, place, stack, doubles)
            if mark in _DOUBLE
            else _single(text, at, place, stack, closers[number + 1])
        )
        if verdict == "open":
            stack.append(_Open(mark, place, mark in _DOUBLE))
            doubles += mark in _DOUBLE
        elif verdict == "close":
            while stack and stack[-1].double != (mark in _DOUBLE):
                doubles -= stack.pop().double
            if stack:
                opened = stack.pop()
                doubles -= opened.double
                pairs.append((opened.at, place, opened.double))
    return pairs, stack


def _sides(text: str, at: Span, place: int) -> tuple[bool, bool]:
    """Whether a mark looks like one that opens, and like one that closes."""
    before = text[place - 1] if place > at.start else " "
    after = text[place + 1] if place + 1 < at.end else " "
    opens = (before.isspace() or before in _LEFT_OF_OPEN) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _RIGHT_OF_CLOSE)
    return opens, closes


def _double(text: str, at: Span, place: int, stack: list[_Open], doubles: int) -> str:
    mark = text[place]
    top = next((o.mark for o in reversed(stack) if o.double), "") if doubles else ""
    opens, closes = _sides(text, at, place)
    if mark == "„" or mark == "‟":
        return "open"
    if mark == "“":
        return "close" if top == "„" or (top and closes and not opens) else "open"
    if mark == "«":
        return "close" if top == "»" else "open"
    if mark == "»":
        return "close" if top and top != "»" else ("open" if opens else "")
    if mark == "”":
        return "close" if top else ("open" if opens else "")
    if top:
        return "open" if opens and not closes else "close"
    before = text[place - 1] if place > at.start else " "
    return "" if (closes and not opens) or before.isdigit() else "open"


def _single(text: str, at: Span, place: int, stack: list[_Open], closer_later: bool) -> str:
    mark = text[place]
    before = text[place - 1] if place > at.start else " "
    after = text[place + 1] if place + 1 < at.end else " "
    is_open = bool(stack) and not stack[-1].double
    if mark in "‘‚":
        return "" if _CLIPPED.match(text, place + 1, at.end) or after.isspace() else "open"
    if before.isalnum() and after.isalnum():
        return ""
    opens, closes = _sides(text, at, place)
    if is_open and closes:
        possessive = before in "sS" and after == " " and closer_later
        return "" if possessive else "close"
    if mark == "'" and opens and (after.isalnum() or after in '"“'):
        clipped = _CLIPPED.match(text, place + 1, at.end)
        return "open" if closer_later and clipped is None and not is_open else ""
    return ""


def _later_closers(text: str, marks: list[int], at: Span) -> list[bool]:
    """For each mark and for the end: whether a single mark that may close stands there or later,
    before another that opens.
    """
    later = [False] * (len(marks) + 1)
    for number in range(len(marks) - 1, -1, -1):
        place = marks[number]
        later[number] = later[number + 1]
        if text[place] in "’'":
            before = text[place - 1] if place > at.start else " "
            after = text[place + 1] if place + 1 < at.end else " "
            opens, closes = _sides(text, at, place)
            if closes and not (before.isalnum() and after.isalnum()):
                later[number] = True
            elif opens:
                later[number] = False
        elif text[place] == "‘":
            later[number] = False
    return later
