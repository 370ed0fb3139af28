"""Statements for tests: a text told whole by a page of its own."""

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
    """A page whose text is one statement."""
    at = Span(0, len(text))
    dates = (PageDate(None, day, "given", "good"),) if day else ()
    runs = (Run(0, 0, len(text), len(text)),)
    blocks = (Block(at, "body"),)
    page = Page("0" * 64, "a page", "text", "utf-8", text, text, runs, blocks, dates, ())
    kind = "person" if role else "body"
    who = Speaker(speaker, role, None, "named", None, kind) if speaker else None
    return Told(page, Statement(at, at, mode, speaker=who, denial=denial), at)
