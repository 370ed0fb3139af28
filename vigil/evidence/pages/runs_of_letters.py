"""The words of a text, fast: pages are read for what comes twice, for their language, for titles.

Most English text is ASCII but for its quotation marks and dashes. With these as blanks it is split
at its blanks, ten times as fast as a pattern finds its words.
"""

from __future__ import annotations

import re

_MARKS = "“”‘’„«»–—…\u00a0"
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_ASCII = [chr(code) for code in range(128)]
_BUT_LETTERS_AND_DIGITS = str.maketrans({sign: " " for sign in _ASCII if not sign.isalnum()})
_BUT_LETTERS = str.maketrans({sign: " " for sign in _ASCII if not sign.isalpha()})


def runs_of_letters(text: str, *, digits: bool = True) -> list[str]:
    """The longest runs of letters, and of digits unless they part words, in order.

    >>> runs_of_letters("The “MV-22” crew’s")
    ['The', 'MV', '22', 'crew', 's']
    """
    plain = text
    if not text.isascii():
        for mark in _MARKS:
            plain = plain.replace(mark, " ")
        if not plain.isascii():
            return (_LETTERS_AND_DIGITS if digits else _LETTERS).findall(text)
    return plain.translate(_BUT_LETTERS_AND_DIGITS if digits else _BUT_LETTERS).split()
