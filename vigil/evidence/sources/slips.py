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
from itertools import pairwise

from vigil.evidence.page import Span
from vigil.evidence.sources.streams import Stream

# After "in they" and its like: "the room in they came" is odd but meant.
_VERBS = (
    "are|were|was|is|had|have|has|will|would|can|could|may|might|did|do|said|say|came|went|must|"
    "should|shall|never|also|then|all|both"
)
# Not "is is" or "had had", "it it" or "in in": "what it is is plain", "without it it fails".
_TWICE = "the|a|an|of|to|at|for|with|from|by|and|or|their|its|as|into|has|have|will|would|could"
_DISAGREES = (
    "(?:they|we|these|those) (?:was|is|has)|he (?:are|have)|she (?:are|have)|it (?:are|have)|"
    "this (?:are|were)"
)
# "a European", "a one-off", "a unit": written with a vowel, said with a consonant.
_AN = r"(?!one|once|u|eu|ew|ouija)[aeio][a-z]{2,}"
_SLIP = re.compile(
    r"\b(?:"
    r"(?i:in|of|at|from|with|by|into|under|during|between|the|a|an) (?:they|he|she|we)"
    rf" (?!(?:{_VERBS})\b)[a-z]+"
    r"|(?i:the|an?) (?:the|an?)\b"
    rf"|(?i:({_TWICE})) (?i:\1)\b"
    rf"|(?i:{_DISAGREES})\b"
    rf"|a {_AN}"
    r")(?: [a-z]+)?"
)


_FIRST_TEXT = """
in of at from with by into under during between the a an they we these those he she it this
"""
_FIRST = frozenset((*_FIRST_TEXT.split(), *_TWICE.split("|")))
_SECOND_TEXT = "they he she we the a an was is has are have were"
_SECOND = frozenset((*_SECOND_TEXT.split(), *_TWICE.split("|")))


def slips_in(text: str, stream: Stream) -> Iterator[Span]:
    """Where the slips of a stream of words stand, each with a word after it that shows it."""
    for index, (one, other) in enumerate(pairwise(stream.folded)):
        if one in _FIRST and (other in _SECOND or (one == "a" and other[0] in "aeio")):
            match = _SLIP.match(text, stream.begins[index])
            if match:
                yield Span(*match.span())
