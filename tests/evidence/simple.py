"""Pages and readings for tests of origins: paragraphs are blocks, sentences end at full stops."""

from __future__ import annotations

import re
from hashlib import sha256

from vigil.evidence.page import Block, BlockKind, Page, PageDate, Run, Span
from vigil.evidence.statement import Quotation, Reading, Sentence, Speaker, Statement

QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
SENTENCE = re.compile(r"\S.*?(?:(?<![A-Z])[.][”\"]?(?=\s|$|[A-Z“\"])|$)")


def simple_page(
    text: str,
    *,
    day: str | None = None,
    publisher: str | None = None,
    kinds: dict[int, BlockKind] | None = None,
) -> Page:
    """A page of `text`; `kinds` are those of paragraphs that are not the body, by place."""
    blocks = tuple(
        Block(Span(*match.span()), (kinds or {}).get(n, "body"))
        for n, match in enumerate(re.finditer(r"[^\n]+", text))
    )
    dates = (PageDate(None, day, "given", "good"),) if day else ()
    page_id = sha256(f"{publisher}{day}{text}".encode()).hexdigest()
    runs = (Run(0, 0, len(text), len(text)),)
    return Page(page_id, "a page", "text", "utf-8", text, text, runs, blocks, dates, (), publisher)


def simple_reading(page: Page, speaker: Speaker | None = None) -> Reading:
    """Its sentences and what stands in quotation marks; `speaker` is who says all of it."""
    bodies = [(n, b.at) for n, b in enumerate(page.blocks) if b.kind == "body"]
    sentences = tuple(
        Sentence(Span(at.start + m.start(), at.start + m.end()), n)
        for n, at in bodies
        for m in SENTENCE.finditer(page.slice(at))
    )
    quotations = tuple(
        Quotation(
            Span(at.start + m.start(1), at.start + m.end(1)),
            speaker,
            None,
            title=len(m[1].split()) < 3,
        )
        for _, at in bodies
        for m in QUOTED.finditer(page.slice(at))
    )
    statements = tuple(Statement(s.at, s.at, "indirect", speaker) for s in sentences if speaker)
    return Reading(page.id, sentences, quotations, statements)
