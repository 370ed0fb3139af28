"""Days that a page prints."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.days import days_in
from vigil.evidence.page import Block, DateKind, Mark, PageDate, Span


def dates_of(
    text: str, blocks: Sequence[Block], given: str | None = None
) -> tuple[tuple[PageDate, ...], tuple[Mark, ...]]:
    """Days with their kind."""
    dates: list[PageDate] = []
    if given:
        dates.append(PageDate(None, given, "given", "good", "a person gave it"))
    kinds: dict[str, DateKind] = {
        "page_date": "page",
        "credit": "page",
        "dateline": "dateline",
        "caption": "caption",
        "embedded_post": "embedded_post",
        "body": "event",
        "headline": "event",
    }
    for block in blocks:
        kind = kinds.get(block.kind)
        if kind is None:
            continue
        for day in days_in(text[block.at.start : block.at.end]):
            iso = day.iso if not day.iso.startswith("-") else ""
            dates.append(
                PageDate(
                    Span(day.at.start + block.at.start, day.at.end + block.at.start),
                    iso,
                    kind,
                    "fair",
                )
            )
    return tuple(dates), ()
