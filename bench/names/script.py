"""The script that a name is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

_SAME = {"CJK": "Han", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "FULLWIDTH": "Latin",
         "MATHEMATICAL": "Latin"}  # fmt: skip


@lru_cache(maxsize=4096)
def _script_of_letter(letter: str) -> str:
    first = unicodedata.name(letter, "UNKNOWN").split()[0].split("-")[0]
    return _SAME.get(first, first.capitalize())


@lru_cache(maxsize=200_000)
def script_of(text: str) -> str:
    r"""The script of most letters; `mixed` when another has a fifth of them or more.

    >>> script_of("Владимир Путин"), script_of("毛泽东")
    ('Cyrillic', 'Han')
    >>> script_of("\u0410lab\u0443ga"), script_of("7")
    ('mixed', 'none')
    """
    counts = Counter(_script_of_letter(c) for c in text if c.isalpha())
    if not counts:
        return "none"
    if set(counts) == {"Han", "Japanese"}:
        return "Japanese"
    (script, most), *_ = counts.most_common()
    return script if most > 0.8 * counts.total() else "mixed"
