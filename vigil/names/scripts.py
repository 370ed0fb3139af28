"""Which script a letter belongs to, and which letters pass for one another.

Script is read from the Unicode character name, whose first word is the script. The look-alikes
are the letters of Unicode's confusables (UTS 39) that the common fonts of offices draw alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters of these scripts are drawn so alike that mixing them within one word hides something.
RARE_SCRIPTS = frozenset({"CHEROKEE", "COPTIC", "LISU"})
ALIKE_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"})

LATIN_FOR_CYRILLIC = dict(
    zip("аеорсухіјѕԁһӏѵԛԝкАВЕКМНОРСТУХІЈЅҮԌԚԜ", "aeopcyxijsdhlvqwkABEKMHOPCTYXIJSYGQW", strict=True)
)
LATIN_FOR_GREEK = dict(
    zip("οαινρυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaivpukABEZHIKMNOPTYX", strict=True)
)  # μ and Ω stand in units (µF, kΩ), so they hide nothing
LATIN_FOR_ARMENIAN = dict(zip("ՍՏՕագզհոռսցքօ", "USOwqqhnnugfo", strict=True))
# Whole words in these, all of whose letters pass for Latin ones, are read as Latin, too: nobody
# in the trade of goods writes them.
LATIN_FOR_RARE = dict(
    zip("ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏏᏒᏔᏕᏙᏚᏞᏟᏢᏦᏧᏳᏴ", "DRTiYAJEWMHYGhZbRWSVSLCPKdGB", strict=True)
) | dict(
    zip(
        "ꓐꓑꓒꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴⲅⲎⲒⲔⲘⲚⲞⲟⲢⲣⲤⲥⲦⲨⲬ",
        "BPdDTGKJCZFMNLSRVHWXYAEIOUrHIKMNOoPpCcTYX",
        strict=True,
    )
)
LATIN_FOR = LATIN_FOR_CYRILLIC | LATIN_FOR_GREEK | LATIN_FOR_ARMENIAN | LATIN_FOR_RARE
# Only letters of the Russian, Ukrainian, Belarusian and Serbian keyboards: a Latin W in a Cyrillic
# word is no slip of the keyboard.
CYRILLIC_FOR = {
    latin: cyrillic
    for cyrillic, latin in LATIN_FOR_CYRILLIC.items()
    if cyrillic in "аеорсухіјкАВЕКМНОРСТУХІЈ"
}

WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def script_of(letter: str) -> str | None:
    """The script of a letter (`LATIN`, `CYRILLIC`, `CJK` …); None for what is no letter."""
    if not letter.isalpha():
        return None
    name = unicodedata.name(letter, "UNKNOWN")
    first = name.split()[0].split("-")[0]
    return "LATIN" if first in ("FULLWIDTH", "MODIFIER", "FEMININE", "MASCULINE") else first


def scripts_of(word: str) -> frozenset[str]:
    """The scripts of a word's letters."""
    return frozenset(filter(None, map(script_of, word)))


@lru_cache(maxsize=8192)
def is_syllable(letter: str) -> bool:
    """Is it a Han or Hangul character, which stands for a syllable by itself?"""
    point = ord(letter)
    return (
        0x4E00 <= point <= 0x9FFF
        or 0xAC00 <= point <= 0xD7A3
        or 0x3400 <= point <= 0x4DBF
        or 0xF900 <= point <= 0xFAFF
        or 0x20000 <= point <= 0x3FFFF
    )


def hides_letters(word: str) -> bool:
    """Does the word mix scripts whose letters pass for one another?

    A Greek letter that resembles no Latin one (µF, kΩ) does not count.

    >>> hides_letters("Аlаbugа"), hides_letters("Alabuga"), hides_letters("μF")
    (True, False, False)
    """
    if word.isascii():
        return False
    found = scripts_of(word) & ALIKE_SCRIPTS
    if found == {"LATIN", "GREEK"}:
        return any(letter in LATIN_FOR_GREEK for letter in word)
    return len(found) > 1


@lru_cache(maxsize=65536)
def without_look_alikes(word: str) -> str:
    """A word of mixed scripts as the eye reads it; any other word as it is.

    It becomes Cyrillic when every Latin letter passes for a Cyrillic one and the others do not all
    pass for Latin ones, or are more; else what can be read as Latin is. Accents do not count.

    >>> without_look_alikes("Аlаbugа"), without_look_alikes("КОНСТАНТIНОВ") == "КОНСТАНТІНОВ"
    ('Alabuga', True)
    """
    if not hides_letters(word):
        return _in_latin(word) if scripts_of(word) <= RARE_SCRIPTS else word
    bare = "".join(map(_without_accent, word))
    foreign = [letter for letter in bare if script_of(letter) not in ("LATIN", None)]
    latin = [letter for letter in bare if script_of(letter) == "LATIN"]
    is_cyrillic = len(foreign) > len(latin) or not all(f in LATIN_FOR for f in foreign)
    if is_cyrillic and all(x in CYRILLIC_FOR for x in latin):
        return "".join(CYRILLIC_FOR.get(letter, letter) for letter in bare)
    return "".join(LATIN_FOR.get(letter, letter) for letter in bare)


def all_in_latin(word: str) -> str | None:
    """A word of another script taken for Latin; None when a letter passes for none.

    >>> all_in_latin("НЕТСОМ"), all_in_latin("Завод")
    ('HETCOM', None)
    """
    return _in_latin(word) if all(letter in LATIN_FOR for letter in word) else None


def _in_latin(word: str) -> str:
    found = [LATIN_FOR.get(letter) for letter in word]
    return "".join(latin for latin in found if latin) if all(found) else word


def _without_accent(letter: str) -> str:
    """A Latin letter without its accents (é in a Cyrillic word marks the stress); others stay."""
    return unicodedata.normalize("NFD", letter)[0] if script_of(letter) == "LATIN" else letter
