"""The words of a text with their offsets, in the form in which names are compared.

A possessive `'s` is no part of its word, `U.S.` and `H.E.S.A.` are one word, Chinese and Korean
characters are a word each. A word's offsets are those of its letters as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from vigil.names.common_words import ABBREVIATIONS
from vigil.names.scripts import is_syllable
from vigil.names.text import fold

LONGEST_WORD = 64  # characters; what is longer is no word, and meets nothing
# Accents that stand apart, and what a reader does not see, belong to the word they stand in.
MARKS = "\u00ad\u0300-\u036f\u0610-\u061a\u064b-\u065f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
APOSTROPHES = "'’ʼ‘`´"
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"  # dotted letters: U.S., d.o.o
    rf"|[^\W_][^\W_{MARKS}]*(?:[{MARKS}{APOSTROPHES}]+[^\W_{MARKS}]+)*"
)
POSSESSIVES = tuple(f"{mark}{letter}" for mark in APOSTROPHES for letter in "sS")


class Words(NamedTuple):
    """The words of a text as columns: where each starts and ends, and its folded form."""

    starts: Sequence[int]
    ends: Sequence[int]
    folded: Sequence[str]


def words_of(text: str) -> Words:
    """All words of a text, in order.

    >>> words_of("Iran’s U.S. Shahed-136s")[2]
    ['iran', 'us', 'shahed', '136s']
    """
    starts: list[int] = []
    ends: list[int] = []
    folded: list[str] = []
    for match in WORD.finditer(text):
        word = match.group()
        if form := _plain(word):
            starts.append(match.start())
            ends.append(match.end())
            folded.append(form)
            continue
        if word.endswith(POSSESSIVES):
            word = word[:-2]
        start = match.start()
        for begin, piece in [(0, word)] if word.isascii() else _pieces(word):
            form = _folded(piece)
            if form:
                starts.append(start + begin)
                ends.append(start + begin + len(piece))
                folded.append(form)
    return Words(starts, ends, folded)


def first_word(text: str) -> str:
    """The first word of a text, folded as `words_of` does it; empty where there is none.

    >>> first_word(' "SHAHED" AVIATION'), first_word("…")
    ('shahed', '')
    """
    match = WORD.search(text)
    if match is None:
        return ""
    if form := _plain(match.group()):
        return form
    folded = words_of(match.group()).folded
    return folded[0] if folded else ""


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    """The form of a word of ASCII letters and digits; empty for any other, and for a long one."""
    if not (word.isascii() and word.isalnum()) or len(word) > LONGEST_WORD:
        return ""
    form = word.lower()
    return ABBREVIATIONS.get(form, form)


def _folded(piece: str) -> str:
    if len(piece) > LONGEST_WORD:
        return ""
    form = fold(piece.replace(".", "")).replace(" ", "")
    return ABBREVIATIONS.get(form, form)


def _pieces(word: str) -> list[tuple[int, str]]:
    """A word, or its syllables where each character is one, with where they begin in it."""
    if not any(map(is_syllable, word)):
        return [(0, word)]
    pieces: list[tuple[int, str]] = []
    for at, character in enumerate(word):
        if is_syllable(character) or not pieces or is_syllable(pieces[-1][1][-1]):
            pieces.append((at, character))
        else:
            begin, before = pieces[-1]
            pieces[-1] = (begin, before + character)
    return pieces
