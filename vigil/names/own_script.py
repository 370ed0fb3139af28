"""Words of Arabic script in their own letters: folded, they keep too little to be told apart."""

from __future__ import annotations

import re
import unicodedata

ARABIC = re.compile("[؀-ۿﭐ-﷿ﹰ-﻿]")
ONE_LETTER = str.maketrans({"ي": "ی", "ك": "ک", "آ": "ا", "أ": "ا", "إ": "ا", "ـ": None})
WORD = re.compile(r"[^\W_]+")


def has_arabic(text: str) -> bool:
    """Has it letters of the Arabic script?"""
    return not text.isascii() and ARABIC.search(text) is not None


def own_words(text: str) -> tuple[str, ...]:
    """The words as they are written, one letter for each that writers of two languages type
    otherwise.

    >>> own_words("بندر أنزلي") == own_words("بندر انزلی")
    True
    """
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    unified = unicodedata.normalize("NFKC", visible).casefold().translate(ONE_LETTER)
    return tuple(WORD.findall(unified))
