"""Greek and Armenian letters that stand for one sound together, put into Latin before the rest.

Greek after ELOT 743 (ISO 843 type 2): ου is ou, αυ and ευ are av and ev before voiced sounds, γγ is
ng, a beginning μπ is b. Foreign names have b, d, g and j written μπ, ντ, γκ and τζ anywhere, which
makes a reading of its own (Βλαντίμιρ), since Κωνσταντίνος keeps its nt. Armenian after BGN/PCGN:
ու is u, և is ev, and a beginning ո is vo.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from anyascii import anyascii

GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
ARMENIAN = re.compile("[\u0531-\u0587]")

ACUTE, GRAVE, CIRCUMFLEX = "\u0301", "\u0300", "\u0342"
DIAERESIS = "\u0308"  # two vowels that are no pair: ϊ, ϋ

Rules = Sequence[tuple[re.Pattern[str], str]]


def _rules(text: str) -> Rules:
    pairs = (line.split() for line in text.splitlines() if line.strip())
    return [(re.compile(found, re.IGNORECASE), latin) for found, latin in pairs]


GREEK_RULES = _rules(r"""
    ου(?!̈) ou
    αυ(?=[αεηιουωβγδζλμνρ]) av
    ευ(?=[αεηιουωβγδζλμνρ]) ev
    αυ(?!̈) af
    ευ(?!̈) ef
    γγ ng
    γξ nx
    γχ nch
    \bμπ b
    \bγκ g
    """)
FOREIGN_RULES = _rules(r"""
    μπ b
    ντ d
    γκ g
    τζ j
    τσ ch
    τς\b ch
    """)
ARMENIAN_RULES = _rules(r"""
    ու u
    եւ ev
    \bո(?!վ) vo
    """)


def with_latin_pairs(text: str) -> str:
    """The text with its Greek and Armenian pairs of letters in Latin, the rest as it is.

    >>> with_latin_pairs("Παπανδρέου"), with_latin_pairs("Պուտին")
    ('Παπανδρεou', 'Պuտին')
    """
    if GREEK.search(text):
        text = _put(GREEK_RULES, _without_accents(text))
    return _put(ARMENIAN_RULES, text) if ARMENIAN.search(text) else text


def foreign_in_greek(text: str) -> str | None:
    """A foreign name in Greek letters, with the sounds that Greek writes with two letters;
    None when it has none of these.

    >>> foreign_in_greek("Βλαντίμιρ"), foreign_in_greek("Γιώργος")
    ('Vladimir', None)
    """
    plain = _without_accents(text)
    foreign = _put(FOREIGN_RULES, plain)
    return None if foreign == plain else anyascii(_put(GREEK_RULES, foreign))


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(c for c in apart if c not in (ACUTE, GRAVE, CIRCUMFLEX))


def _put(rules: Rules, text: str) -> str:
    for found, latin in rules:
        text = found.sub(latin, text)
    return text
