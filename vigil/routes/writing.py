"""Words of places met in free text, whatever script they are written in.

Most scripts are compared as folded Latin words, so that Алабуга and Alabuga meet. Arabic script
writes few vowels: folded, a short name becomes two consonants that any text may hold by chance.
Such spellings are therefore compared in their own script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from vigil.names.text import fold, words

ARABIC = re.compile("[؀-ۿﭐ-﷿ﹰ-﻿]")
ONE_LETTER = str.maketrans({"ي": "ی", "ك": "ک", "آ": "ا", "أ": "ا", "إ": "ا", "ـ": None})
NATIVE_WORD = re.compile(r"[^\W_]+")


def word_set(text: str) -> frozenset[str]:
    """The words of a table written as one text."""
    return frozenset(text.split())


class Written(msgspec.Struct, frozen=True):
    """A text with its comparable words: `latin` folded, `native` as its own script has them."""

    text: str
    flat: str
    latin: tuple[str, ...]
    native: tuple[str, ...]

    def finds(self, spelling: str) -> int | None:
        """Where the spelling stands as whole words: the place of its first word, or None."""
        phrase = written(spelling)
        if ARABIC.search(spelling):
            return first_place(self.native, phrase.native)
        return first_place(self.latin, phrase.latin)

    def holds(self, spelling: str) -> bool:
        """Does the spelling stand here as whole words?"""
        return self.finds(spelling) is not None

    def first_of(self, spellings: Iterable[str]) -> str | None:
        """The first of the spellings that stands here, or None."""
        return next((spelling for spelling in spellings if self.holds(spelling)), None)


@lru_cache(maxsize=8192)
def written(text: str) -> Written:
    """The comparable words of a text."""
    return Written(text, fold(text), tuple(words(text)), _native_words(text))


def first_place(held: tuple[str, ...], phrase: tuple[str, ...]) -> int | None:
    """Where the phrase begins in the words held, or None.

    >>> first_place(("port", "of", "astrakhan"), ("astrakhan",))
    2
    """
    if not phrase:
        return None
    size = len(phrase)
    starts = range(len(held) - size + 1)
    return next((i for i in starts if held[i : i + size] == phrase), None)


def company_key(name: str) -> frozenset[str]:
    """The words that tell one company of an order from another: without its legal form.

    >>> company_key("Acme Trading Co., Ltd") == company_key("ACME Trading Limited")
    True
    """
    every = frozenset(written(name).latin)
    return every - LEGAL_FORMS or every


# Forms that the same company is written with and without, in one order's own fields.
LEGAL_FORMS = word_set(
    "ag bv co company corp corporation fze fzco fzc gmbh inc incorporated jsc kft limited llc "
    "llp ltd nv oao ooo oy pao pjsc plc pte pty pvt private sa sarl sas sia srl spa zao"
)


def _native_words(text: str) -> tuple[str, ...]:
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    unified = unicodedata.normalize("NFKC", visible).casefold().translate(ONE_LETTER)
    return tuple(NATIVE_WORD.findall(unified))
