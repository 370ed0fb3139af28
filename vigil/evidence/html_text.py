"""The text that a reader of an HTML page sees, with its place in the source."""

from __future__ import annotations

import msgspec

from vigil.evidence.hint import Hint
from vigil.evidence.page import Mark, Run


class HtmlText(msgspec.Struct, frozen=True):
    """What a page's source shows.

    `text` holds what is seen, in order of the source; behind it, after an empty line each, what is
    hidden, under hints of that kind. Blocks of the markup are parted by an empty line, `<br>`,
    items and rows by a line end, cells by a tab. `runs` cover all of the text: what parts two
    blocks stands for the markup between them.
    """

    text: str
    runs: tuple[Run, ...]
    hints: tuple[Hint, ...]
    marks: tuple[Mark, ...]
    publisher: str | None = None  # as the page says of itself
