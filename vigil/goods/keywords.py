"""How a keyword of a key item meets the words of a description.

- A phrase or word (`radio modem`) meets whatever its endings; in languages of free order its words
  may stand in any order near each other.
- An acronym (`CPU`, `SoC`) meets only in its own case.
- A part number (`MAX232`) meets alone or with the letters that follow it.
- A family of part numbers (`STM32`, `OPA`) meets only the longer number that begins with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from vigil.goods.word_tables import ItemWords
from vigil.goods.wording import WORD, Word, words_of

ACRONYM_CHARS = 5  # chosen: MCU, FPGA, JFET; longer words in capitals are only shouted
FAMILY_REST = 2  # LPC17|68; what is shorter is the family itself or a slip (STM321)
DIGITS = re.compile("[a-z]{0,3}[0-9]{3}")  # OPA|2134, TAJ|D476: after letters alone
INSIDE_A_NUMBER = frozenset("-._")  # NEO-M8N, i.MX6


class Keyword(msgspec.Struct, frozen=True):
    """A keyword as it is looked for: the names of its words, and what it asks for.

    `anchor` is the place of the name that is looked for first, where words stand in any order;
    None: they stand as they are. `is_apart`: they may stand in several clauses.
    """

    hs: str
    text: str
    names: tuple[str, ...]
    in_case: bool = False
    is_weak: bool = False
    anchor: int | None = None
    is_apart: bool = False
    is_part: bool = False
    is_everyday: bool = False


class Meeting(NamedTuple):
    """A keyword met, and the places of the words it covers, in their order."""

    keyword: Keyword
    places: Sequence[int]


class Numbers:
    """Part numbers and families of them, met by the beginning of a word."""

    def __init__(self, items: Sequence[ItemWords]) -> None:
        self._parts: dict[str, Keyword] = {}
        self._families: dict[str, Keyword] = {}
        for item in items:
            for table, texts in ((self._parts, item.parts), (self._families, item.families)):
                for text in texts:
                    keyword = Keyword(item.hs, text, (), is_part=True,
                                      is_everyday=text in item.everyday)  # fmt: skip
                    table[number_key(text)] = keyword
        known = (*self._parts, *self._families)
        self._lengths = range(max(map(len, known), default=0), 1, -1)
        self._beginnings = frozenset(key[:2] for key in known)

    def in_words(self, words: Sequence[Word]) -> Iterator[Meeting]:
        """Each part number met; one may be printed in two pieces (`NEO-M8N`)."""
        for place, word in enumerate(words):
            if word.key[:2] not in self._beginnings and len(word.key) > 1:
                continue
            after = words[place + 1] if place + 1 < len(words) else None
            joined = after is not None and after.gap in INSIDE_A_NUMBER
            if keyword := self._met(word.key):
                yield Meeting(keyword, (place,))
            elif joined and after and (keyword := self._met(word.key + after.key)):
                yield Meeting(keyword, (place, place + 1))

    def _met(self, key: str) -> Keyword | None:
        for length in self._lengths:
            beginning, rest = key[:length], key[length:]
            keyword = self._parts.get(beginning)
            if keyword is not None and not rest[:1].isdigit():
                return keyword
            keyword = self._families.get(beginning)
            if keyword is not None and _goes_on(keyword.text, beginning, rest):
                return keyword
        return None


def number_key(text: str) -> str:
    """A part number in the form of its words, joined.

    >>> number_key("NEO-M8")
    'neom8'
    """
    return "".join(word.key for word in words_of(text))


def is_acronym(text: str) -> bool:
    """Is every word of a keyword in capitals and short?

    >>> is_acronym("SoC"), is_acronym("radio modem"), is_acronym("GPS receiver")
    (True, False, False)
    """
    return all(map(_is_in_capitals, WORD.findall(text)))


def in_its_case(words: Sequence[Word]) -> bool:
    """Are the words printed as acronyms: capitals throughout, but for an o or a plural s?"""
    for word in words:
        bare = word.text.removesuffix("s")
        if not (bare.isupper() or sum(c.isupper() for c in bare) >= 2 or not bare.isalpha()):
            return False
    return True


def _is_in_capitals(text: str) -> bool:
    if not text.isalpha() or len(text) > ACRONYM_CHARS:
        return False
    return sum(c.isupper() for c in text) >= min(2, len(text))


def _goes_on(family: str, beginning: str, rest: str) -> bool:
    if beginning.isalpha():
        return DIGITS.match(rest) is not None
    return len(rest) >= (FAMILY_REST if family.isalnum() else 1)  # NEO-M8|N: NEO says enough
