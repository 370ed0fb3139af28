"""Characters that a reader does not see, and where they are ordinary writing."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from vigil.names.scripts import script_of

JOINERS = frozenset("\u200c\u200d")
DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
# Scripts in which the two joiners are part of spelling.
JOINING_SCRIPTS = frozenset(
    {"ARABIC", "SYRIAC", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL",
     "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER", "MYANMAR", "MONGOLIAN"}
)  # fmt: skip
RIGHT_TO_LEFT = frozenset({"R", "AL"})  # bidirectional classes of Hebrew and Arabic letters
BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u17b4\u17b5\u034f")


@lru_cache(maxsize=8192)
def is_hidden(character: str) -> bool:
    """Is it drawn as nothing: a format control, a variation selector, a filler, a tag?

    Spaces of any width are not hidden: a reader sees the gap. Tab and line ends are spaces.
    """
    if character in BLANK_LETTERS:
        return True
    category = unicodedata.category(character)
    if category == "Cf":
        return True
    if category == "Cc":
        return character not in "\t\n\r\x0b\x0c\x85"
    point = ord(character)
    return 0xFE00 <= point <= 0xFE0F or 0x180B <= point <= 0x180F or 0xE0100 <= point <= 0xE01EF


def is_ordinary(text: str, at: int) -> bool:
    """Is the hidden character at that place ordinary writing of its script?

    Joiners between Arabic or Indic letters, direction marks and isolates in a text with
    right-to-left letters, and a variation selector after a symbol or an ideograph are.
    """
    character = text[at]
    before = text[at - 1] if at else ""
    if character in JOINERS:
        after = text[at + 1] if at + 1 < len(text) else ""
        return _script(before) in JOINING_SCRIPTS and (
            not after or not after.isalnum() or _script(after) in JOINING_SCRIPTS
        )
    if character in DIRECTION_MARKS:
        return any(unicodedata.bidirectional(c) in RIGHT_TO_LEFT for c in text)
    point = ord(character)
    if 0xFE00 <= point <= 0xFE0F or 0xE0100 <= point <= 0xE01EF:
        return bool(before) and (unicodedata.category(before) == "So" or _script(before) == "CJK")
    return False


def without_hidden(text: str) -> str:
    """The text as a reader sees it."""
    if (text.isascii() and text.isprintable()) or not any(map(is_hidden, text)):
        return text
    return "".join(character for character in text if not is_hidden(character))


def _script(character: str) -> str | None:
    """The script of a letter or of the mark that stands on one."""
    if not character:
        return None
    if unicodedata.category(character).startswith("M"):
        return unicodedata.name(character, "UNKNOWN").split()[0]
    return script_of(character)
