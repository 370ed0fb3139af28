"""Bytes of a report read into a page: text, blocks, dates, and what is odd about it."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from vigil.errors import InvalidInput
from vigil.evidence.page import Page, Run
from vigil.evidence.pages.blocks import blocks_of
from vigil.evidence.pages.dates import dates_of
from vigil.evidence.pages.decoding import decode
from vigil.evidence.pages.html_text import HtmlText, html_text
from vigil.evidence.pages.odd_letters import letter_marks
from vigil.evidence.pages.oddities import oddities


def read_page(
    data: bytes,
    name: str,
    *,
    publisher: str | None = None,
    url: str | None = None,
    day: str | None = None,
) -> Page:
    """The page that `data` holds.

    Args:
        data: the page as it was kept.
        name: for people only.
        publisher: who published it, as a person knows.
        url: where it was found.
        day: ISO day of publication, as a person knows.

    Raises:
        InvalidInput: `day` is no day; too large, or no text (a PDF, an image, an archive …).
    """
    if day is not None and not _is_day(day):
        raise InvalidInput.single("a day must be ISO, like 2023-06-09", name, day)
    decoded = decode(data, name)
    raw = decoded.raw
    read = html_text(raw) if decoded.is_html else _plain(raw)
    blocks = blocks_of(read.text, read.hints)
    dates, marks = dates_of(read.text, blocks, day, read.hints)
    return Page(
        id=sha256(data).hexdigest(),
        name=name,
        form="html" if decoded.is_html else "text",
        encoding=decoded.encoding,
        raw=raw,
        text=read.text,
        runs=read.runs,
        blocks=blocks,
        dates=dates,
        marks=(
            *decoded.marks,
            *read.marks,
            *letter_marks(read.text),
            *marks,
            *oddities(read.text, blocks),
        ),
        publisher=publisher if publisher is not None else read.publisher,
        url=url,
    )


def _is_day(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _plain(raw: str) -> HtmlText:
    """Plain text, which a reader sees as it is."""
    return HtmlText(raw, (Run(0, 0, len(raw), len(raw)),), (), ())
