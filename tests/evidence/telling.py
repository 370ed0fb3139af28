"""Statements for tests: a text told whole by a page of its own."""

import re

from vigil.evidence.page import Block, Page, PageDate, Run, Span
from vigil.evidence.statement import Mode, Speaker, Statement
from vigil.evidence.told import Told


def told(
    text: str,
    mode: Mode = "narrated",
    speaker: str | None = None,
    role: str | None = None,
    day: str | None = None,
    denial: bool = False,
) -> Told:
    """A page whose text is one statement; what stands in curly marks is quoted."""
    at = Span(0, len(text))
    dates = (PageDate(None, day, "given", "good"),) if day else ()
    runs = (Run(0, 0, len(text), len(text)),)
    blocks = (Block(at, "body"),)
    page = Page("0" * 64, "a page", "text", "utf-8", text, text, runs, blocks, dates, ())
    kind = "person" if role else "body"
    who = Speaker(speaker, role, None, "named", None, kind) if speaker else None
    quotes = tuple(Span(*m.span(1)) for m in re.finditer("“([^”]*)”", text))
    if mode == "direct":
        quotes = (at,)
    statement = Statement(at, at, mode, speaker=who, denial=denial, quotes=quotes)
    return Told(page, statement, at)
