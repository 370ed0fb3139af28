"""What a reader must know of a page as a whole: no report, a second copy, cut, not in English."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.page import Block, Mark, Span
from vigil.evidence.pages.blocks import TOO_LONG
from vigil.evidence.pages.language import language_of
from vigil.evidence.pages.paragraphs import ends_sentence, is_cut, is_item

# A quarter of the report again in three paragraphs, or half of it in fewer; less is a pull quote or
# a summary (chosen).
_COPY, _PARAGRAPHS = 0.25, 3
_COPY_OF_FEW = 0.5
_CUT = ("…", "...", "[…]", "[...]")


def oddities(text: str, blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """Marks of a page by its blocks, in a fixed order.

    Args:
        text: what a reader sees.
        blocks: its blocks, in order.
    """
    marks = [
        _repeated(text, blocks),
        _no_report(blocks),
        _language(text, blocks),
        _cut(text, blocks),
    ]
    return tuple(mark for mark in marks if mark is not None)


def _repeated(text: str, blocks: Sequence[Block]) -> Mark | None:
    """A second copy; a sentence set large among the paragraphs is none."""
    copies = [block for block in blocks if block.kind == "repeated_body"]
    words = {
        kind: sum(len(text[b.at.start : b.at.end].split()) for b in blocks if b.kind == kind)
        for kind in ("body", "repeated_body")
    }
    share = words["repeated_body"] / max(1, words["body"])
    if share < (_COPY if len(copies) >= _PARAGRAPHS else _COPY_OF_FEW) or not copies:
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
    if any(block.why == TOO_LONG for block in blocks):
        return Mark("cut", blocks[-1].at, TOO_LONG)
    last = next((block for block in reversed(blocks) if block.kind == "body"), None)
    if last is None:
        return None
    words = text[last.at.start : last.at.end]
    cut = is_cut(words) or words.endswith(_CUT)
    if not cut and (ends_sentence(words) or is_item(words) or words[-1] in '"”’»)]'):
        return None
    end = Span(max(last.at.start, last.at.end - 40), last.at.end)
    return Mark("cut", end, "the text ends in the middle of a sentence")
