"""Slips of the pen: words in an order that no writer means.

Two pages with the same slip in the same words were not written apart. There is no dictionary
here, so only what the small words of English cannot do is a slip: a preposition or an article
before a pronoun that is a subject ("in they past"), two articles ("the a ship"), a small word
twice ("to to"), a verb that does not agree ("they was"), "a" before a vowel. Written for Vigil from
general knowledge of English; misspelt words are not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigil.evidence.page import Span

_BEFORE = frozenset(
    {"in", "of", "at", "from", "with", "by", "into", "under", "during", "between", "the", "a", "an"}
)
_SUBJECTS = frozenset({"they", "he", "she", "we"})
# After "in they" and its like: "the room in they came" is odd but meant.
_VERBS_TEXT = """
are were was is had have has will would can could may might did do said say came went
"""
_VERBS = frozenset(_VERBS_TEXT.split())
_ARTICLES = frozenset({"the", "a", "an"})
# Not "is is" or "had had", "it it" or "in in": "what it is is plain", "without it it fails".
_TWICE_TEXT = """
the a an of to at for with from by and or their its as into has have will would could
"""
_TWICE = frozenset(_TWICE_TEXT.split())
_DISAGREES = frozenset(
    {
        *("they was", "they is", "they has", "we was", "we is", "we has", "he were to", "he are"),
        *("he have", "she have", "she are", "it are", "it have", "i is", "i has"),
        *("these is", "those is", "those was", "these was", "this are", "this were"),
    }
)
_WORD = re.compile(r"[A-Za-z]+")
# "a European", "a one-off", "a US": written with a vowel, said with a consonant.
_SAID_WITH_CONSONANT = re.compile(r"(?:u|eu|ew|one|once|ouija)", re.IGNORECASE)


def slips_in(text: str, at: Span) -> Iterator[Span]:
    """Where the slips of a stretch of text stand, each with the word that shows it."""
    words = list(_WORD.finditer(text, at.start, at.end))
    for one, two, three in zip(words, words[1:], [*words[2:], None], strict=False):
        if text[one.end() : two.start()] != " ":
            continue
        left, right = one[0].lower(), two[0].lower()
        after = three[0].lower() if three and text[two.end() : three.start()] == " " else ""
        if (
            (left == right and left in _TWICE)
            or (left in _ARTICLES and right in _ARTICLES and two[0].islower())
            or (left in _BEFORE and right in _SUBJECTS and after and after not in _VERBS)
            or f"{left} {right}" in _DISAGREES
            or (one[0] == "a" and _wants_an(two[0]))
        ):
            yield Span(one.start(), three.end() if after and three else two.end())


def _wants_an(word: str) -> bool:
    return (
        len(word) > 2
        and word.islower()
        and word[0] in "aeio"
        and not _SAID_WITH_CONSONANT.match(word)
    )
