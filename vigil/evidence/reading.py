"""Bytes of a report read into a page: text, blocks, dates, and what is odd about it."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from vigil.errors import InvalidInput
from vigil.evidence.blocks import blocks_of
from vigil.evidence.dates import dates_of
from vigil.evidence.oddities import oddities
from vigil.evidence.page import Page, Run


def read_page(
    data: bytes,
    name: str,
    *,
    publisher: str | None = None,
    url: str | None = None,
    day: str | None = None,
) -> Page:
    """The page that `data` holds; any bytes give one.

    Args:
        data: the page as it was kept.
        name: for people only.
        publisher: who published it, as a person knows.
        url: where it was found.
        day: ISO day of publication, as a person knows.

    Raises:
        InvalidInput: `day` is no day.
    """
    if day is not None and not _is_day(day):
        raise InvalidInput.single("a day must be ISO, like 2023-06-09", name, day)
    raw = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
    blocks = blocks_of(raw)
    dates, marks = dates_of(raw, blocks, day)
    return Page(
        id=sha256(data).hexdigest(),
        name=name,
        form="text",
        encoding="utf-8",
        raw=raw,
        text=raw,
        runs=(Run(0, 0, len(raw), len(raw)),),
        blocks=blocks,
        dates=dates,
        marks=(*marks, *oddities(raw, blocks)),
        publisher=publisher,
        url=url,
    )


def _is_day(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False
