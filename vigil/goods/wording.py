"""A text of an order as words that keep their case, beside the form they are compared in.

Acronyms need the case (`SOC` in a data sheet, `soc` in a sentence), comparing needs it gone; and
the gap before a word tells `Geran-2` from two pots of geranium, printed `geran 2`. Chinese has no
gaps: each of its characters is a word, so that a word of several is looked for like a phrase.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

from vigil.names.hidden import without_hidden
from vigil.names.scripts import without_look_alikes
from vigil.names.text import fold

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(f"[{HAN}]|[^\\W_{HAN}]+")
IS_HAN = re.compile(f"[{HAN}]")
# Persian joins a word and its ending without a gap but with this mark.
PERSIAN_JOINER = re.compile("(?<=[\u0600-\u06ff])\u200c+(?=[\u0600-\u06ff])")
HAN_GAP = "·"  # between Chinese characters, where nothing is printed
# Letters set apart so that no word stands there: `g y r o s c o p e`
SET_APART = re.compile(r"(?<![^\W_])(?:[^\W\d_][ ._-]){4,}[^\W\d_](?![^\W_])")
BETWEEN_LETTERS = re.compile(r"[ ._-]")
LETTERS_OR_DIGITS = re.compile(r"[a-z]+|[0-9]+")


class Word(msgspec.Struct, frozen=True):
    """A word as printed, its folded key without spaces, and what stands between it and the last."""

    text: str
    key: str
    gap: str


class Piece(msgspec.Struct, frozen=True):
    """A run of letters or of digits; the gap is empty inside a word."""

    key: str
    gap: str


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order.

    >>> [(word.text, word.gap) for word in words_of("Geran-2 UAV")]
    [('Geran', ''), ('2', '-'), ('UAV', ' ')]
    >>> [word.text for word in words_of("GPS模块")]
    ['GPS', '模', '块']
    >>> [word.text for word in words_of("a g y r o, S.p.A.")]
    ['agyro', 'S', 'p', 'A']
    """
    if not text.isascii():
        text = PERSIAN_JOINER.sub(" ", text)
        text = unicodedata.normalize("NFKC", without_hidden(text))
    elif not text.isprintable():
        text = without_hidden(text)
    text = SET_APART.sub(lambda apart: BETWEEN_LETTERS.sub("", apart.group()), text)
    found: list[Word] = []
    end = 0
    for match in WORD.finditer(text):
        gap = text[end : match.start()]
        if not gap and found:
            gap = HAN_GAP
        found.append(_word(match.group(), gap))
        end = match.end()
    return tuple(found)


@lru_cache(maxsize=16384)
def _word(printed: str, gap: str) -> Word:
    text = without_look_alikes(printed)
    return Word(text, fold(text).replace(" ", ""), gap)


@lru_cache(maxsize=4096)
def pieces_of(text: str) -> tuple[Piece, ...]:
    """The words of a text, cut where letters and digits meet.

    >>> [piece.key for piece in pieces_of("SHAHED136")]
    ['shahed', '136']
    """
    return tuple(
        Piece(piece, "" if i else word.gap)
        for word in words_of(text)
        for i, piece in enumerate(LETTERS_OR_DIGITS.findall(word.key))
    )
