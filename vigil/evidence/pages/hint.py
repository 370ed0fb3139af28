"""What the source of a page says of parts of its text, beyond the words themselves."""

from __future__ import annotations

from typing import NamedTuple

from vigil.evidence.page import BlockKind, Span


class Hint(NamedTuple):
    """What the markup says that a part of the text is.

    Hints stand in order of the text and do not overlap. Text without a hint is to be read by its
    words alone. `value` is what the markup says of it in a machine's form: for `page_date` the
    `datetime` of a `<time>`.
    """

    at: Span
    kind: BlockKind
    why: str
    value: str = ""
