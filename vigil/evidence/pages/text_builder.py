"""The text of a page put together from pieces of its source, with a run for each."""

from __future__ import annotations

import re

from vigil.evidence.page import Run
from vigil.evidence.pages.html_tokens import REFERENCE, resolved

SPACE = " \t\n\r\f"  # of HTML; a no-break space stays
ODD = re.compile(rf"[ \t\n\r\f]{{2,}}+|[\t\n\r\f]|\x00++|{REFERENCE.pattern}")
ODD_IN_PRE = re.compile(rf"\x00++|{REFERENCE.pattern}")
GAPS = ("", "\t", "\n", "\n\n")  # between words, cells, lines, blocks; the later is the wider


class TextBuilder:
    """Text as a browser would show it: white space folded to one space, references resolved.

    What parts two blocks becomes a run of its own, which stands for the markup between them.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.runs: list[Run] = []
        self.length = 0
        self._parts: list[str] = []
        self._raw_end = 0
        self._gap = ""  # wanted before the next character
        self._space: tuple[int, int] | None = None  # white space not yet written, in the raw text

    @property
    def text(self) -> str:
        """What has been put together; linear in it."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def part(self, gap: str) -> None:
        """Begin a cell, a line or a block; the widest wish before the next character counts."""
        if GAPS.index(gap) > GAPS.index(self._gap):
            self._gap = gap
        self._space = None

    def add(self, start: int, end: int, *, is_pre: bool = False) -> tuple[int, int]:
        """Put a piece of the raw text behind the text; gives where it stands now."""
        raw = self.raw
        if is_pre:
            first, last = start, end
        else:
            piece = raw[start:end]
            first = end - len(piece.lstrip(SPACE))
            last = start + len(piece.rstrip(SPACE))
            if first > start and self._space is None:
                self._space = (start, min(first, end))
        if first >= last:
            return self.length, self.length
        self._open(first)
        begin = self.length
        at = first
        for odd in (ODD_IN_PRE if is_pre else ODD).finditer(raw, first, last):
            self._copy(at, odd.start())
            self._resolve(odd.start(), odd.end())
            at = odd.end()
        self._copy(at, last)
        self._raw_end = last
        if last < end:
            self._space = (last, end)
        return begin, self.length

    def add_as(self, text: str, start: int, end: int) -> None:
        """Put characters behind the text that stand for a piece of the raw text."""
        if text:
            self._parts.append(text)
            self.runs.append(Run(self.length, start, len(text), end - start))
            self.length += len(text)
            self._raw_end = end

    def add_escape(self, text: str, start: int, end: int) -> None:
        """The same for a character that may follow a gap."""
        self._open(start)
        self.add_as(text, start, end)

    def _open(self, first: int) -> None:
        """Write the gap or the space that stands before a character."""
        if not self.length:
            pass
        elif self._gap:
            # Text of an earlier place may follow (what is hidden is put behind what is seen).
            self.add_as(self._gap, min(self._raw_end, first), first)
        elif self._space is not None:
            self.add_as(" ", *self._space)
        self._gap, self._space = "", None

    def _copy(self, start: int, end: int) -> None:
        if start >= end:
            return
        length = end - start
        self._parts.append(self.raw[start:end])
        last = self.runs[-1] if self.runs else None
        if (
            last is not None
            and last.length == last.raw_length
            and last.raw_start + last.length == start
        ):
            self.runs[-1] = Run(
                last.text_start, last.raw_start, last.length + length, last.length + length
            )
        else:
            self.runs.append(Run(self.length, start, length, length))
        self.length += length

    def _resolve(self, start: int, end: int) -> None:
        found = self.raw[start:end]
        if found[0] == "\x00":
            return
        text = " " if found[0] in SPACE else resolved(found)
        if text != " " and text in SPACE:
            text = " "
        self.add_as(text, start, end)
