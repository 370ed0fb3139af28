"""What must stand beside a name for it to count: nothing, or the more the more ordinary it is.

Rules, chosen: a name of three words with one that is not of everyday counts alone; of two words,
on a page that names its country or speaks of sanctions or arms; of everyday words only, the
country and the subject must stand near. A single word never counts at the beginning of a sentence
alone, and one of everyday, or a person's name, only where the page has the bearer's whole name.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from vigil.evidence.link import Known
from vigil.evidence.names.everyday import EVERYDAY, PEOPLE
from vigil.names.common_words import COMMON_WORDS, PARTICLES
from vigil.names.places import PLACES

SHORT = 3  # letters; such words are initials, numbers, syllables
LONG_SINGLE = 6  # letters from which a single word of no language may count on a page of its matter
OF_COUNTRY = ("place", "model")  # a weak name of these needs the page's matter
NEEDING = ("goods", "provision")  # a weak name of these, what it is about near it
THREE = 3  # words of a ship's name beside a word that says it is a ship
# Of English words that may begin a sentence; "k" and the like are of no ending.
ENDINGS = (
    "s", "ed", "ing", "ly", "er", "or", "al", "ion", "ive", "ent", "ant", "ence", "ance", "able",
    "ible", "ful", "ish", "ist", "ism", "ity", "ory", "ary", "age", "ure", "ic", "ate", "ite",
    "ough", "ward", "hood", "ship", "y", "e",
)  # fmt: skip
MANY = 5  # words; a name of so many is nobody else's, however ordinary they are


class Footing(IntEnum):
    """What a name needs, from nothing to the bearer's whole name."""

    ALONE = 0
    PAGE = 1  # the page names its country, or speaks of sanctions or arms
    BOTH = 2  # the page does both
    NEAR = 3  # both stand near
    SPELT = 4  # the page has another name of the same bearer


def is_ordinary(word: str) -> bool:
    """Is it a word of everyday, of business, a country, a number or a few letters?"""
    return (
        len(word) < SHORT
        or word.isdigit()
        or word in EVERYDAY
        or word in COMMON_WORDS
        or word in PLACES
        or word in PARTICLES
    )


def telling(words: Sequence[str]) -> int:
    """How many of the words are neither ordinary nor frequent names of people."""
    return sum(not is_ordinary(word) and word not in PEOPLE for word in words)


def looks_english(word: str) -> bool:
    """May the word be one of English, by its length or its ending?

    >>> looks_english("trading"), looks_english("sberbank")
    (True, False)
    """
    return len(word) < LONG_SINGLE or word.endswith(ENDINGS)


def footing_of(known: Known, words: Sequence[str], *, is_short: bool = False) -> Footing:
    """What the name needs beside it."""
    if known.kind in OF_COUNTRY and known.weak:
        return Footing.BOTH
    if known.kind != "party":
        return Footing.NEAR if known.weak and known.kind in NEEDING else Footing.ALONE
    content = [word for word in words if word not in PARTICLES]
    rare = telling(content)
    if known.beside and len(content) >= THREE:
        return Footing.ALONE
    if known.sought and len(content) > 1 and rare and not is_short:
        return Footing.ALONE
    footing = _of_words(content, rare, person=known.person)
    if known.weak or (is_short and not telling(content[1:])):
        footing = max(footing, Footing.BOTH)
    return footing


def _of_words(content: Sequence[str], rare: int, *, person: bool) -> Footing:
    if len(content) <= 1:
        if not rare:
            return Footing.SPELT
        return Footing.PAGE if len(content[0]) >= LONG_SINGLE else Footing.BOTH
    if len(content) == 2:
        return Footing.PAGE if rare else Footing.NEAR
    if rare or len(content) >= MANY:
        return Footing.ALONE
    return Footing.BOTH if person else Footing.PAGE
