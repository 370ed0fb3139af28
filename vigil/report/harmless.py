"""Text of strangers for a terminal: one line, nothing that moves the cursor or turns the order."""

from __future__ import annotations

import unicodedata

CONTROLS = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
JOINERS = frozenset("\u200c\u200d")  # Persian and Indic words need them


def harmless(text: str, longest: int | None = None) -> str:
    r"""The text on one line: white space folded, controls and bidi marks written as `\u…`.

    Args:
        text: anything.
        longest: characters at which it is cut, with an ellipsis; None keeps all.

    >>> harmless("a\x1b[2J  b\u202e")
    'a\\x1b[2J b\\u202e'
    """
    folded = " ".join(text.split())
    told = "".join(map(_visible, folded)) if not folded.isprintable() else folded
    if longest is not None and len(told) > longest:
        return f"{told[: longest - 1].rstrip()}…"
    return told


def _visible(character: str) -> str:
    if unicodedata.category(character) in CONTROLS and character not in JOINERS:
        return character.encode("unicode_escape").decode("ascii")
    return character
