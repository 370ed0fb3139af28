"""Names in the scripts of India and Sri Lanka in Latin, as passports have them.

Unicode lays these scripts out in parallel, after the Indian standard ISCII: the same place in each
block is the same sound, so one table serves Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil,
Telugu, Kannada, Malayalam and Sinhala (which has a table of its own order). The sounds are those of
ISO 15919 without its marks. A consonant has an inherent a, which the northern languages drop at the
end of a word and between two syllables that have vowels (नरेन्द्र is narendra, राजकुमार rajkumar).
Tamil writes k and g, ch and s, t and d, p and b alike; they are read as at a word's beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FIRST, LAST, BLOCK = 0x0900, 0x0D7F, 0x80
SINHALA_FIRST, SINHALA_LAST = 0x0D80, 0x0DFF
WORD = re.compile(r"[\u0900-\u0963\u0970-\u0dff]+")
NORTHERN = frozenset((0x0900, 0x0980, 0x0A00, 0x0A80))  # blocks that drop the inherent vowel


def _placed(places: Iterable[int], sounds: str) -> dict[int, str]:
    return dict(zip(places, sounds.split(), strict=True))


# Place in the block: sound.
VOWELS = _placed(
    (*range(0x05, 0x0C), *range(0x0D, 0x15), 0x60, 0x61, 0x0C),
    "a a i i u u ri e e e ai o o o au ri li li",
)
SIGNS = _placed(
    (*range(0x3E, 0x45), *range(0x45, 0x4D), 0x55, 0x56, 0x57, 0x62, 0x63),
    "a i i u u ri ri e e e ai o o o au e ai au li li",
)
CONSONANTS = _placed(
    (*range(0x15, 0x3A), *range(0x58, 0x60)),
    "k kh g gh ng ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h"
    " q kh g z d dh f y",
)
NASALS = (0x00, 0x01, 0x02)
KILLER, DOT = 0x4D, 0x3C
DOTTED = {"k": "q", "g": "g", "j": "z", "d": "r", "dh": "rh", "ph": "f", "kh": "kh", "s": "sh"}
GURMUKHI_NASAL = "ੰ"
ALONE = {"ৎ": "t", "ੱ": "", "ൺ": "n", "ൻ": "n", "ർ": "r", "ൽ": "l", "ൾ": "l", "ൿ": "k",
         "ৰ": "r", "ৱ": "v"}  # fmt: skip

SINHALA_SOUNDS = _placed(
    (*range(0x9A, 0xB2), *range(0xB3, 0xBC), 0xBD, *range(0xC0, 0xC7)),
    "k kh g gh ng ng ch chh j jh gn gn nj t th d dh n nd t th d dh n nd p ph b bh m mb y r l v"
    " sh sh s h l f",
)
SINHALA_VOWELS = _placed(range(0x85, 0x97), "a a e e i i u u ri ri li li e e ai o o au")
SINHALA_SIGNS = _placed(
    (0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD6, *range(0xD8, 0xDF)), "a e e i i u u ri e e ai o o au"
)
SINHALA_KILLER, SINHALA_NASAL = 0xCA, 0x82

Sound = tuple[str, str]  # a consonant and its vowel; either may be empty; "A" is the inherent vowel


def brahmic_reading(text: str) -> str:
    """The text with its Indian and Sinhala words read, the rest as it is.

    >>> brahmic_reading("नरेन्द्र मोदी"), brahmic_reading("শেখ হাসিনা"), brahmic_reading("மோடி")
    ('narendra modi', 'shekh hasina', 'moti')
    """
    return WORD.sub(lambda match: _word(match.group()), text)


def _word(word: str) -> str:
    block = FIRST + (ord(word[0]) - FIRST) // BLOCK * BLOCK
    sounds: list[Sound] = []
    for letter in word:
        _add(sounds, letter)
    if block in NORTHERN:
        sounds = _without_inherent(sounds)
    return "".join(consonant + vowel.lower() for consonant, vowel in sounds)


def _add(sounds: list[Sound], letter: str) -> None:
    """One more letter: a new sound, or the vowel of the last one."""
    at = (ord(letter) - FIRST) % BLOCK
    is_sinhala = SINHALA_FIRST <= ord(letter) <= SINHALA_LAST
    vowels, signs, consonants, killer = VOWELS, SIGNS, CONSONANTS, KILLER
    nasals: tuple[int, ...] = NASALS
    if is_sinhala:
        at = ord(letter) & 0xFF
        vowels, signs, consonants = SINHALA_VOWELS, SINHALA_SIGNS, SINHALA_SOUNDS
        killer, nasals = SINHALA_KILLER, (SINHALA_NASAL,)
    last = sounds[-1] if sounds else ("", "")
    if letter in ALONE:
        sounds.append((ALONE[letter], ""))
    elif at in consonants:
        after_nasal = consonants[at] == "h" and len(last[1]) > 1 and last[1][-1] == "n"
        sounds.append(("gh" if after_nasal else consonants[at], "A"))  # सिंह is Singh
    elif at in vowels:
        sounds.append(("", vowels[at]))
    elif at in signs and sounds:
        sounds[-1] = (last[0], signs[at])
    elif at == killer and sounds:
        sounds[-1] = (last[0], "")
    elif at == DOT and sounds:
        sounds[-1] = (DOTTED.get(last[0], last[0]), last[1])
    elif (at in nasals or letter == GURMUKHI_NASAL) and sounds:
        sounds[-1] = (last[0], last[1] + "n")


def _without_inherent(sounds: list[Sound]) -> list[Sound]:
    """Drops the inherent vowel at the end, and from the right where both neighbours have vowels.

    A consonant after another without a vowel keeps it at the end (narendra).
    """
    kept = list(sounds)
    ends = len(kept) - 1
    if ends > 0 and kept[ends][1] == "A" and kept[ends - 1][1]:
        kept[ends] = (kept[ends][0], "")
    for at in range(ends - 1, 0, -1):
        consonant, vowel = kept[at]
        after = kept[at + 1]
        if vowel == "A" and kept[at - 1][1] and after[0] and after[1]:
            kept[at] = (consonant, "")
    return kept
