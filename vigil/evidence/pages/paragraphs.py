"""A text cut into paragraphs, by offsets: the units that are kept or dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from vigil.evidence.page import BlockKind, Span

# Every line break of Unicode; `\r\n` leaves an empty line of no width, which changes nothing.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ITEM = re.compile(r"[-–—•*‣◦▪·►]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
# A sentence that was cut: no title or link ends in such a word, or in what a feed leaves out.
_CUT = re.compile(
    r"\b(?:the|a|an|of|to|in|on|for|and|with|by|at|from|as|is|are|was|were|has|have|had|will|would|"
    r"that|who|which|when|where|because|but|or|its|their|his|her|said|than)$|"
    r"\[\+?\d{1,6} (?:more )?(?:char(?:acter)?s|words)\]$|\[(?:…|\.\.\.)\]$"
)
# An agency in brackets the number of a note or a sign of the end may stand behind the stop.
_SENTENCE_END = re.compile(
    r"[.!?…][\"'”’»“)\]]{0,3}"
    r"(?:\s?[(\[](?:[A-Z][\w .&/-]{1,30}|\d{1,3})[)\]]| ?[■□▪●◆♦]| [A-Z]{2,12})?$"
)
_OPENING = re.compile(
    r"(?:The|A|An|He|She|It|They|This|These|Its|His|Her|Their|According)\s[^A-Z\s]?(?:\S+\s){5,}"
)
_VERB = re.compile(
    r"\b(?:said|told|added|was|were|is|are|has|have|had|will|would|did|does|says)\s[a-z]|\bsaid$"
)
# Lines of hand-wrapped text are at most this long (chosen: mail and typed releases wrap at 60–100).
_WRAP = 100
_WRAP_SHORTEST = 45


class Part(msgspec.Struct):
    """A paragraph while it is judged: where it stands, its words, the verdict so far."""

    at: Span
    text: str
    gap: bool  # a blank line stands before it
    kind: BlockKind | None = None
    why: str = ""
    words: int = 0
    is_prose: bool = False  # it reads as sentences rather than as a label, a title or a link

    def __post_init__(self) -> None:
        self.words = len(self.text.split())
        self.is_prose = self.words >= 25 or (self.words >= 6 and ends_sentence(self.text))

    def is_(self, kind: BlockKind, why: str) -> None:
        """Sets the verdict; the first one stands."""
        if self.kind is None:
            self.kind, self.why = kind, why


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, quotation marks and brackets aside."""
    return _SENTENCE_END.search(text[-45:]) is not None


def is_cut(text: str) -> bool:
    """Whether the text stops in the middle of a sentence, by its last word."""
    return _CUT.search(text[-40:]) is not None


def is_unstopped(text: str) -> bool:
    """Whether a line is a sentence but for its stop: it opens as one and has a verb.

    Titles leave out their articles, or their verbs; what is more is lost with them.
    """
    return _OPENING.match(text) is not None and _VERB.search(text) is not None


def is_item(text: str) -> bool:
    """Whether the text begins as an item of a list does: a dot, a dash, a number."""
    return _ITEM.match(text) is not None


def parts_of(text: str, cuts: Iterable[int] = ()) -> list[Part]:
    """Paragraphs in order, without the white space around them; cut also at the offsets given."""
    edges = sorted(set(cuts))
    lines, at, gap_end = [], 0, 0
    for line in _LINE.finditer(text):
        start, end = line.span()
        here = [start]
        while at < len(edges) and edges[at] < end:
            if edges[at] > start:
                here.append(edges[at])
            at += 1
        for left, right in zip(here, [*here[1:], end], strict=True):
            span = _stripped(text, left, right)
            if span.start < span.end:
                gap = _breaks(text, gap_end, span.start) > 1
                lines.append((span, gap, left == start))
                gap_end = span.end
    return _unwrapped(text, lines)


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    bare = piece.lstrip()
    start += len(piece) - len(bare)
    return Span(start, start + len(bare.rstrip()))


def _breaks(text: str, start: int, end: int) -> int:
    between = text[start:end].replace("\r\n", "\n")
    return len(between.splitlines(keepends=True)) if between.strip(" \t\xa0") else 0


def _unwrapped(text: str, lines: list[tuple[Span, bool, bool]]) -> list[Part]:
    """Joins the lines of a paragraph that a hand or a program wrapped."""
    wrapped = _is_wrapped(text, lines)
    joined: list[tuple[Span, bool]] = []
    for number, (span, gap, whole) in enumerate(lines):
        before = lines[number - 1][0] if number else None
        goes_on = wrapped and whole and not gap and before is not None
        if goes_on and before is not None and before.end - before.start >= _WRAP_SHORTEST:
            joined[-1] = (Span(joined[-1][0].start, span.end), joined[-1][1])
        else:
            joined.append((span, gap))
    return [Part(span, text[span.start : span.end], gap) for span, gap in joined]


def _is_wrapped(text: str, lines: list[tuple[Span, bool, bool]]) -> bool:
    """Whether most lines that another line follows stop in the middle of a sentence, at one width.

    A page of one paragraph a line has such lines only among its titles and links, which are short.
    """
    followed = [span for (span, _, _), (_, gap, _) in pairwise(lines) if not gap]
    long = [s for s in followed if s.end - s.start >= _WRAP_SHORTEST]
    if len(long) < 3 or any(s.end - s.start > _WRAP for s, _, _ in lines):
        return False
    open_ended = sum(not ends_sentence(text[s.start : s.end]) for s in long)
    return open_ended * 10 >= len(long) * 7
