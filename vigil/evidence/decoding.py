"""Bytes of a page as text, and what was odd about them."""

from __future__ import annotations

from typing import NamedTuple

from vigil.evidence.page import Mark


class Decoded(NamedTuple):
    """`raw` is the page's source, without a byte order mark."""

    raw: str
    encoding: str
    marks: tuple[Mark, ...]
    is_html: bool
