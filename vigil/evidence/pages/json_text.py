"""The report from the data that a page carries for machines (JSON-LD `articleBody`)."""

from __future__ import annotations

import re

from vigil.evidence.page import Span
from vigil.evidence.pages.text_builder import TextBuilder

BODY = re.compile(r"\"articleBody\"\s{0,20}:\s{0,20}\"((?:[^\"\\]++|\\.)*+)\"", re.DOTALL)
ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
                    r"|u[0-9a-fA-F]{4}|.)", re.DOTALL)  # fmt: skip
SHORT = {"n": "\n", "r": "\n", "t": " ", "b": "", "f": "\n"}


def article_body(
    data: list[tuple[int, int]], raw: str, built: TextBuilder, *, longer_than: int
) -> Span | None:
    """Put the longest `articleBody` behind the text; gives where, None when none is long enough.

    Args:
        data: where the page's scripts of type `application/ld+json` stand in `raw`.
        longer_than: characters of its written form.
    """
    found = [m.span(1) for start, end in data for m in BODY.finditer(raw, start, end)]
    start, end = max(found, key=lambda at: at[1] - at[0], default=(0, 0))
    if end - start <= longer_than:
        return None
    built.part("\n\n")
    first = built.length
    at = start
    for escape in ESCAPE.finditer(raw, start, end):
        built.add(at, escape.start())
        text = unescaped(escape[0])
        if text == "\n":
            built.part("\n\n")
        else:
            built.add_escape(text, escape.start(), escape.end())
        at = escape.end()
    built.add(at, end)
    gap = len(built.text[first:]) - len(built.text[first:].lstrip())
    return Span(first + gap, built.length)


def unescaped(escape: str) -> str:
    r"""The character of one escape of a JSON string.

    >>> unescaped("\\u0041"), unescaped("\\ud83d\\ude00"), unescaped("\\ud83d")
    ('A', '😀', '�')
    """
    if escape[1] != "u" or len(escape) < 6:
        return SHORT.get(escape[1], escape[1])
    point = int(escape[2:6], 16)
    if len(escape) == 12:
        point = 0x10000 + ((point - 0xD800) << 10) + int(escape[8:12], 16) - 0xDC00
    return chr(point) if not 0xD800 <= point <= 0xDFFF else "\ufffd"
