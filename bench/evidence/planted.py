"""One change of a text with its known answer."""

from __future__ import annotations

import msgspec

from bench.evidence.edits import Edit
from bench.evidence.markup import Line, Marked
from vigil.evidence.claim import DiscrepancyKind
from vigil.evidence.page import Span


class Planted(msgspec.Struct, frozen=True):
    """One change: what was done, what must be reported, and what else follows from it.

    `edits` are of the text as given, `lines` the sentences they touch. `cut` are sentences that
    fall away with an earlier version: their omission is true as well.
    """

    name: str
    kind: DiscrepancyKind
    edits: tuple[Edit, ...]
    lines: tuple[Span, ...]
    before: str
    after: str
    base_edits: tuple[Edit, ...] = ()  # of the other side, where it is the later version
    cut: tuple[Span, ...] = ()


def planted(name: str, kind: DiscrepancyKind, marked: Marked, edits: list[Edit]) -> Planted:
    """The change that some edits make; each sentence that one touches is looked at."""
    first = edits[0]
    lines = tuple(dict.fromkeys(line_at(marked, edit.at).at for edit in edits))
    return Planted(name, kind, tuple(edits), lines, marked.words(first.at), first.words)


def line_at(marked: Marked, at: Span) -> Line:
    """The line that an edit touches; for one between lines, the line before."""
    return next((ln for ln in marked.lines if inside(at, ln.at)), marked.line_of(at)) if (
        any(ln.at.start <= at.start for ln in marked.lines)
    ) else marked.lines[0]  # fmt: skip


def inside(at: Span, whole: Span) -> bool:
    """Whether a span lies within another."""
    return whole.start <= at.start and at.end <= whole.end
