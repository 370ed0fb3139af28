"""Pages made at hand: the whole text one body block."""

import hashlib

from vigil.evidence.page import Block, Page, Run, Span


def page_of(text: str, headline: str = "") -> Page:
    """A page of plain text; a headline stands on a line of its own before it."""
    whole = f"{headline}\n\n{text}" if headline else text
    start = len(whole) - len(text)
    blocks = []
    if headline.strip():
        blocks.append(Block(Span(0, len(headline)), "headline"))
    if text.strip():
        blocks.append(Block(Span(start, len(whole)), "body"))
    return Page(
        id=hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest(),
        name="page",
        form="text",
        encoding="utf-8",
        raw=whole,
        text=whole,
        runs=(Run(0, 0, len(whole), len(whole)),),
        blocks=tuple(blocks),
        dates=(),
        marks=(),
    )
