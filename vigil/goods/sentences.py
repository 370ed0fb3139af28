"""The clauses of a description: where one statement about the goods ends and the next begins.

A comma ends a clause; a semicolon, a colon, a bar, a dash or a slash between spaces, a full stop
and a line end also end the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from vigil.goods.wording import Word

COMMA = re.compile("[,،、]")
STOP = re.compile(r"[;:|\n；。؛]|\s[-–—/]\s|\.\s")


class Clauses(msgspec.Struct, frozen=True):
    """The number of the clause, of the sentence and of the bracket that each word stands in; 0 is
    no bracket.
    """

    clause: tuple[int, ...]
    sentence: tuple[int, ...]
    bracket: tuple[int, ...]

    def beginning_of_clause(self, place: int) -> int:
        """The place of the first word of that word's clause."""
        return bisect_left(self.clause, self.clause[place])

    def end_of_clause(self, place: int) -> int:
        """The place after the last word of that word's clause."""
        return bisect_right(self.clause, self.clause[place])

    def end_of_bracket(self, place: int) -> int:
        """The place after the last word of that word's bracket; beyond all when it is in none."""
        number, end = self.bracket[place], place + 1
        while end < len(self.bracket) and self.bracket[end] == number != 0:
            end += 1
        return end if number else len(self.bracket)

    def end_of_sentence(self, place: int) -> int:
        """The place after the last word of that word's sentence."""
        return bisect_right(self.sentence, self.sentence[place])


def clauses_of(words: Sequence[Word]) -> Clauses:
    """The clauses that the words stand in.

    >>> from vigil.goods.wording import words_of
    >>> clauses_of(words_of("Spare parts: pump, belt")).clause
    (0, 0, 1, 2)
    """
    clause: list[int] = []
    sentence: list[int] = []
    bracket: list[int] = []
    in_clause = in_sentence = in_bracket = brackets = 0
    for place, word in enumerate(words):
        if place and word.gap != " ":
            ends_clause, ends_sentence = _what_ends(word.gap)
            in_sentence += ends_sentence
            in_clause += ends_clause
            if ")" in word.gap:
                in_bracket = 0
            if "(" in word.gap:
                brackets += 1
                in_bracket = brackets
        clause.append(in_clause)
        sentence.append(in_sentence)
        bracket.append(in_bracket)
    return Clauses(tuple(clause), tuple(sentence), tuple(bracket))


@lru_cache(maxsize=1024)
def _what_ends(gap: str) -> tuple[bool, bool]:
    """Does a clause end with what stands between two words, and does a sentence?"""
    ends = STOP.search(gap) is not None
    return ends or COMMA.search(gap) is not None, ends
