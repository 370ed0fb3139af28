"""Edits of a text, and where its words stand afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from vigil.evidence.page import Span


class Edit(NamedTuple):
    """Other words for a span of a text; an empty span is a place to write at."""

    at: Span
    words: str


class Edited(NamedTuple):
    """A text after edits: `pieces` are (span before, span after) of each, in order of the text."""

    text: str
    pieces: tuple[tuple[Span, Span], ...]

    def span(self, at: Span) -> Span:
        """Where a span of the text before stands now; what was dropped is empty.

        Words that stand inside of what was rewritten as a whole are somewhere in the new words.
        """
        for before, after in self.pieces:
            if before.start < before.end and before.start <= at.start and at.end <= before.end:
                return after
        return Span(self._place(at.start, last=False), self._place(at.end, last=True))

    def _place(self, offset: int, *, last: bool) -> int:
        """Where an offset stands now; `last` for the end of a span, which takes in what was
        written up to it.
        """
        shift = 0
        for before, after in self.pieces:
            if before.start < offset < before.end:
                return after.end if last else after.start
            written_here = before.start == before.end == offset
            if before.end > offset or (written_here and not last):
                break
            shift = after.end - before.end
        return max(0, offset + shift)


def apply(text: str, edits: Sequence[Edit]) -> Edited:
    """The text with all edits made at once; words that are dropped leave one space, not two.

    >>> apply("two ships held", [Edit(Span(0, 3), "Three"), Edit(Span(10, 14), "sunk")]).text
    'Three ships sunk'
    """
    if clash(edits):
        raise ValueError(f"edits overlap: {sorted(edit.at for edit in edits)}")
    out, pieces, done = "", [], 0
    for at, words in sorted(edits):
        out += text[done : at.start]
        if not words and out.endswith(" ") and text[at.end : at.end + 1] in (" ", "", "\n", ","):
            out = out[:-1]
        pieces.append((at, Span(len(out), len(out) + len(words))))
        out += words
        done = at.end
    return Edited(out + text[done:], tuple(pieces))


def clash(edits: Iterable[Edit]) -> bool:
    """Whether two edits touch the same characters, or write at the same place."""
    spans = sorted(edit.at for edit in edits)
    return any(a.end > b.start or a == b for a, b in pairwise(spans))
