"""Words of places met in free text, whatever script they are written in.

Most scripts are compared as folded Latin words, so that Алабуга and Alabuga meet. Arabic script
writes few vowels: folded, a short name becomes two consonants that any text may hold by chance.
Such spellings are therefore compared in their own script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

import msgspec

from vigil.names.own_script import has_arabic, own_words
from vigil.names.text import fold

LETTERS_AND_NUMBER = re.compile(r"([a-z]+) ?(\d+)")  # a street such as Sh-1, folded


def word_set(text: str) -> frozenset[str]:
    """The words of a table written as one text."""
    return frozenset(text.split())


class Written(msgspec.Struct, frozen=True, dict=True):
    """A text with its comparable words: `latin` folded, `native` as its own script has them.

    `flat` and `native_flat` are the same words in one line, for finding a phrase.
    """

    text: str
    flat: str
    latin: tuple[str, ...]

    @cached_property
    def native(self) -> tuple[str, ...]:
        """The words of its own script in order."""
        return own_words(self.text)

    @cached_property
    def native_flat(self) -> str:
        """The words of its own script in one line."""
        return " ".join(self.native)

    @cached_property
    def is_arabic(self) -> bool:
        """Has it letters of the Arabic script?"""
        return has_arabic(self.text)

    def finds(self, spelling: str) -> int | None:
        """Where the spelling stands as whole words: the place of its first word, or None."""
        phrase = written(spelling)
        if phrase.is_arabic:
            return first_place(self.native_flat, phrase.native_flat)
        return first_place(self.flat, phrase.flat)

    def holds(self, spelling: str) -> bool:
        """Does the spelling stand here as whole words?"""
        return self.finds(spelling) is not None

    def first_of(self, spellings: Iterable[str]) -> str | None:
        """The first of the spellings that stands here, or None."""
        return next((spelling for spelling in spellings if self.holds(spelling)), None)


@lru_cache(maxsize=8192)
def written(text: str) -> Written:
    """The comparable words of a text."""
    flat = fold(text)
    return Written(text, flat, tuple(flat.split()))


def first_place(held: str, phrase: str) -> int | None:
    """Which word of a line the phrase begins at, or None; both hold words and single spaces.

    >>> first_place("port of astrakhan", "astrakhan"), first_place("port of astrakhan", "port as")
    (2, None)
    """
    line = f" {held} "
    at = line.find(f" {phrase} ") if phrase else -1
    return None if at < 0 else line.count(" ", 0, at)


@lru_cache(maxsize=8192)
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
