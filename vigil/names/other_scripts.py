"""Which readings a name has for each script that it holds.

A script's rules and tables are loaded when its first name is read: most names are in Latin letters,
and the first answer should not wait for the syllables of Thai.
"""

# Imports stand in the readers on purpose; see above.

from __future__ import annotations

import re
from collections.abc import Callable

from vigil.names.scripts import WORD, all_in_latin, scripts_of
from vigil.names.text import fold

# Belarusian writes soft t and d as ц and дз (Пуцін, Дзмітрый); і is in no Russian word.
BELARUSIAN_SOFT = re.compile("(?:ц|дз)(?=[ієяью]?і)", re.IGNORECASE)
WEST_OF_RUSSIA = re.compile("[іїєґў]", re.IGNORECASE)  # Ukrainian and Belarusian, whose г is h
STRESS = "\u0301"
HANGUL = re.compile("[\uac00-\ud7a3]")
# A person's name; each of its words in any reading is a syllable.
HAN = re.compile("[\u4e00-\u9fff]")
HAN_NAME = re.compile("[\u4e00-\u9fff]{2,4}")
SHORTEST_LOOK_ALIKE = 4  # letters; АО and СК are words of their own


def script_readings(visible: str) -> list[str]:
    """The readings of a name without hidden characters, the likelier before the rarer, not folded.

    >>> script_readings("Vostok"), script_readings("НЕТСОМ")[-1]
    ([], 'HETCOM')
    """
    return [found for reader, of in READERS if of.search(visible) for found in reader(visible)]


def _arabic(text: str) -> tuple[str, ...]:
    from vigil.names.arabic import arabic_readings

    return arabic_readings(text)


def _cyrillic(text: str) -> tuple[str, ...]:
    """Translated, as Turkic names are printed (Hanifa, Jahongir), and Belarusian as Russian and as
    its own rules have it (Siarhiej).
    """
    from vigil.names.russian_words import translated

    plain = text.replace(STRESS, "")
    latin = fold(plain)
    turkic = latin.replace("kh", "h").replace("dzh", "j")
    seen = _as_seen(plain)
    if not WEST_OF_RUSSIA.search(plain):
        return translated(plain), turkic, *seen
    russian = BELARUSIAN_SOFT.sub(lambda m: "т" if m.group() in "цЦ" else "д", plain)
    return translated(plain), latin.replace("g", "h"), turkic, russian, *seen


def _as_seen(text: str) -> tuple[str, ...]:
    """The text with its Cyrillic and Greek words taken for Latin, if all their letters pass for it
    and one of the words is long.
    """
    foreign = [w for w in WORD.findall(text) if scripts_of(w) & {"CYRILLIC", "GREEK"}]
    if max(map(len, foreign), default=0) < SHORTEST_LOOK_ALIKE:
        return ()
    if not all(all_in_latin(word) for word in foreign):
        return ()
    return (WORD.sub(lambda m: all_in_latin(m.group()) or m.group(), text),)


def _hangul(text: str) -> tuple[str, ...]:
    from vigil.names.korean import korean_readings

    return korean_readings(text)


def _kana(text: str) -> tuple[str, ...]:
    from vigil.names.japanese import japanese_reading

    return (japanese_reading(text),)


def _han(text: str) -> tuple[str, ...]:
    from vigil.names.chinese import chinese_words
    from vigil.names.korean import hanja_readings

    read = chinese_words(text)
    # A name that is known as a whole, like a town, has no other spelling.
    is_spelt = is_han_name(text) and HAN.search(read) is not None
    return (read, *hanja_readings(text), *([_of_taiwan(read)] if is_spelt else []))


def is_han_name(text: str) -> bool:
    """May it be a person's name in Chinese characters, each of which is a syllable?"""
    return HAN_NAME.fullmatch(text.strip()) is not None


def _of_taiwan(text: str) -> str:
    from vigil.names.wade_giles import in_wade_giles

    return " ".join(map(in_wade_giles, fold(text).split()))


def _greek(text: str) -> tuple[str, ...]:
    from vigil.names.alphabets import foreign_in_greek

    foreign = foreign_in_greek(text)
    return (*([foreign] if foreign else ()), *_as_seen(text))


def _brahmic(text: str) -> tuple[str, ...]:
    from vigil.names.brahmic import brahmic_reading

    return (brahmic_reading(text),)


def _thai(text: str) -> tuple[str, ...]:
    from vigil.names.thai import thai_reading

    return (thai_reading(text),)


def _hebrew(text: str) -> tuple[str, ...]:
    from vigil.names.hebrew import hebrew_readings

    return hebrew_readings(text)


READERS: tuple[tuple[Callable[[str], tuple[str, ...]], re.Pattern[str]], ...] = (
    (_arabic, re.compile("[\u0620-\u06ff]")),
    (_cyrillic, re.compile("[\u0400-\u04ff]")),
    (_hangul, HANGUL),
    (_kana, re.compile("[\u3041-\u30fa]")),
    (_han, HAN),
    (_greek, re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    (_brahmic, re.compile("[\u0900-\u0dff]")),
    (_thai, re.compile("[\u0e01-\u0e4e]")),
    (_hebrew, re.compile("[\u05d0-\u05ea]")),
)
