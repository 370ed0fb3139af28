"""What a reader must know of a page as a whole: no report, a second copy, cut, not in English."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.language import language_of
from vigil.evidence.page import Block, Mark, Span
from vigil.evidence.paragraphs import ends_sentence, is_item

_CUT = ("…", "...", "[…]", "[...]")


def oddities(text: str, blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """Marks of a page by its blocks, in a fixed order.

    Args:
        text: what a reader sees.
        blocks: its blocks, in order.
    """
    marks = [_repeated(blocks), _no_report(blocks), _language(text, blocks), _cut(text, blocks)]
    return tuple(mark for mark in marks if mark is not None)


def _repeated(blocks: Sequence[Block]) -> Mark | None:
    copies = [block for block in blocks if block.kind == "repeated_body"]
    if not copies:
        return None
    own = sum(block.kind == "body" for block in blocks)
    why = f"{len(copies)} paragraphs stand twice; the report has {own}"
    return Mark("repeated_body", Span(copies[0].at.start, copies[-1].at.end), why)


def _no_report(blocks: Sequence[Block]) -> Mark | None:
    if any(block.kind == "body" for block in blocks):
        return None
    return Mark("no_report", None, "no paragraph of the page is a report" if blocks else "no text")


def _language(text: str, blocks: Sequence[Block]) -> Mark | None:
    kept = " ".join(text[b.at.start : b.at.end] for b in blocks if b.kept)
    read = language_of(kept)
    if read.english or not read.words:
        return None
    share = f"{read.share:.0%} of its {read.words} words are such as English needs"
    if read.english is None:
        return Mark("language_not_read", None, f"not sure to be English: {share}")
    return Mark("language_not_read", None, f"not English: {share}")


def _cut(text: str, blocks: Sequence[Block]) -> Mark | None:
    """The last sentence of the report has no end."""
    last = next((block for block in reversed(blocks) if block.kind == "body"), None)
    if last is None:
        return None
    words = text[last.at.start : last.at.end]
    if ends_sentence(words) and not words.endswith(_CUT):
        return None
    if is_item(words) or words[-1] in '"”’»)]':
        return None
    return Mark(
        "cut", Span(max(last.at.start, last.at.end - 40), last.at.end), "the text ends there"
    )
