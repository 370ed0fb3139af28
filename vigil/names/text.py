"""Text in any script as comparable Latin words.

The form is for comparing only and is never shown: what is shown is always the text as printed.
Chinese and Korean characters become one word each, because each is a syllable of its own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from string import ascii_letters, digits

from anyascii import anyascii

from vigil.names.alphabets import with_latin_pairs
from vigil.names.hidden import without_hidden
from vigil.names.scripts import is_syllable, without_look_alikes

APOSTROPHES = b"'`"  # the transliterator makes these of all others
# What an encoding lost inside a word is one letter, not a gap.
LOST_LETTERS = re.compile(r"(?<=[^\W\d_])[?\ufffd]{1,2}(?=[^\W\d_])")
OVERLAYS = re.compile("[\u0334-\u0338\u20d0-\u20f0]")  # strokes and rings through a letter
WORD_WITH_ACCENTS = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
# What each ASCII character is compared as: a letter, a digit or a gap; apostrophes as nothing.
COMPARED_AS = bytes(
    ord(character.lower() if character in ascii_letters + digits else " ")
    for character in map(chr, range(256))
)
# A scanner reads I as l and M as RN: capitals alone but for an l, and a beginning that no word has.
L_BESIDE_CAPITAL = re.compile(r"[A-Z]l|l[A-Z]")
L_AMONG_CAPITALS = re.compile(r"\b(?!Al|El)(?=[A-Zl]{3,}\b)[A-Z]*l[A-Zl]*\b")
RN_AT_BEGINNING = re.compile(r"\brn(?=[aeiou])")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The text as lower-case Latin words with single spaces.

    Hidden characters are dropped, look-alikes in words of mixed scripts read as the eye reads
    them, everything transliterated, apostrophes dropped, other punctuation a space. Folding
    twice changes nothing.

    Returns:
        Letters a–z, digits 0–9 and single spaces; empty when nothing can be read.

    >>> fold("ООО «Восток-Запад»"), fold("L’Oréal S.A."), fold("深圳市"), fold("Аlаbugа")
    ('ooo vostok zapad', 'loreal s a', 'shen zhen shi', 'alabuga')
    """
    if "?" in text or "\ufffd" in text:
        text = LOST_LETTERS.sub("", text)
    plain = text if text.isascii() else _in_latin(text)
    if "l" in plain and L_BESIDE_CAPITAL.search(plain):
        plain = L_AMONG_CAPITALS.sub(lambda match: match.group().replace("l", "I"), plain)
    folded = " ".join(plain.encode().translate(COMPARED_AS, APOSTROPHES).decode().split())
    return RN_AT_BEGINNING.sub("m", folded) if "rn" in folded else folded


def words(text: str) -> tuple[str, ...]:
    """The words of the folded text, in order.

    >>> words("Shahed-136 UAV")
    ('shahed', '136', 'uav')
    """
    return tuple(fold(text).split())


def _in_latin(text: str) -> str:
    visible = unicodedata.normalize("NFKC", OVERLAYS.sub("", without_hidden(text)))
    as_read = WORD_WITH_ACCENTS.sub(lambda match: without_look_alikes(match.group()), visible)
    in_pairs = with_latin_pairs(as_read)
    spaced = "".join(f" {c} " if is_syllable(c) else c for c in in_pairs)
    # Lone surrogates have no reading; a replacement keeps the transliterator from failing.
    readable = spaced.encode("utf-8", "replace").decode("utf-8")
    return anyascii(readable)
