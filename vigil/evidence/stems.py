"""What each sentence of a page's body tells, as keys that other words for the same share."""

from __future__ import annotations

from vigil.evidence.content import COMMON, words_of
from vigil.evidence.page import Page, Span
from vigil.evidence.statement import Reading


def stems_of(page: Page, reading: Reading) -> list[tuple[list[str], Span]]:
    """The keys of each sentence's content words, in order, without words of any report."""
    return [
        ([word.key for word in words_of(page.text, s.at) if word.prior > COMMON], s.at)
        for s in reading.sentences
        if page.blocks[s.block].kind == "body"
    ]
