"""How part numbers are compared: as bare letters and digits, from the first to the last.

A maker prints STM32F405RGT6, a broker `stm32f405-RGT6TR`, a customs form `STM32F405 RGT6`. The
normal form is the same for all. Where a part is known by its stem, whatever package, grade or
reel follows is the same part; but a digit that goes on after a digit makes another part
(LM2576 is not LM25760).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from vigil.names.hidden import without_hidden
from vigil.names.scripts import LATIN_FOR

SPLIT = re.compile(r"[\s,;()\[\]{}|«»\"'“”]+")
LONGEST_STEM = 40  # chosen: well beyond the longest part number known (24)
SHORTEST_TOKEN = 5  # chosen: shorter tokens of a description are sizes and counts


LOOK_ALIKES = str.maketrans(LATIN_FOR)
NOT_PRINTED = str.maketrans(
    "", "", "™®©℠"
)  # signs beside a number; NFKC would make ™ the letters TM
NOUGHT = re.compile(r"(?<=\d)O|O(?=\d)")
ONE = re.compile(r"(?<=\d)[IL](?=\d)")
NOT_IN_NUMBERS = re.compile(r"[^0-9A-Z]+")


def in_latin(text: str) -> str:
    """A text in capitals as a reader sees it, letters that pass for Latin ones read as Latin."""
    if text.isascii():
        return text.upper()
    visible = unicodedata.normalize("NFKC", without_hidden(text.translate(NOT_PRINTED)))
    return visible.translate(LOOK_ALIKES).upper().translate(LOOK_ALIKES)


@lru_cache(maxsize=8192)
def normal_form(text: str) -> str:
    """A part number in upper case, letters and digits only.

    Letters of other alphabets that pass for Latin ones are read as Latin: markings are copied by
    hand in both.

    >>> normal_form("xc7a35t-1csg324i"), normal_form("МТ12В35РА")
    ('XC7A35T1CSG324I', 'MT12B35PA')
    """
    if text.isascii():
        return NOT_IN_NUMBERS.sub("", text.upper())
    return "".join(c for c in in_latin(text) if c.isalnum())


def with_digits(key: str) -> str:
    """A normal form with digits for the letters beside digits that pass for them.

    >>> with_digits("STM32F4O5RGT6"), with_digits("LM3I7"), with_digits("MAX2O")
    ('STM32F405RGT6', 'LM317', 'MAX20')
    """
    return ONE.sub("1", NOUGHT.sub("0", key))


def tokens(description: str) -> list[str]:
    """The words of a description as printed, punctuation inside a part number kept."""
    return [token for token in SPLIT.split(description) if normal_form(token)]


def looks_like_part_number(token: str) -> bool:
    """Has it letters and digits and enough of them to be a part number in running text?

    >>> looks_like_part_number("STM32F405RGT6"), looks_like_part_number("50mm")
    (True, False)
    """
    key = normal_form(token)
    has_both = any(c.isdigit() for c in key) and any(c.isalpha() for c in key)
    return has_both and len(key) >= SHORTEST_TOKEN


def stems(text: str) -> list[str]:
    """Normal forms that the text begins with and that may be a part's stem, longest first.

    The whole number comes first. A cut between two digits counts only where the text itself
    separates them.

    >>> stems("AB12-3")
    ['AB123', 'AB12', 'AB', 'A']
    """
    key, seams = normal_form(text), _seams(text)
    cuts = (
        n for n in range(min(len(key) - 1, LONGEST_STEM), 0, -1)
        if n in seams or not (key[n - 1].isdigit() and key[n].isdigit())
    )  # fmt: skip
    return [key, *(key[:n] for n in cuts)]


def cuts(text: str) -> list[str]:
    """Normal forms of what stands before each hyphen or the like of the text, shortest first.

    >>> cuts("NEO-M8N-0-10")
    ['NEO', 'NEOM8N', 'NEOM8N0']
    """
    if text.isalnum():
        return []
    key = normal_form(text)
    return [key[:n] for n in sorted(_seams(text)) if 0 < n < len(key)]


def _seams(text: str) -> set[int]:
    """Places in the normal form at which the text has a hyphen, a space or the like."""
    seams, length = set(), 0
    for character in text:
        if normal_form(character):
            length += len(normal_form(character))
        else:
            seams.add(length)
    return seams
