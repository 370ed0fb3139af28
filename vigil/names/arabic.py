"""Latin readings of names in Arabic script: Arabic, Persian, Dari, Pashto, Urdu.

The script writes long vowels and leaves short ones out. Known words are read by the table
(`vigil.names.arabic_names`); of others the vowels are put where syllables need them. Three manners
are given, since whoever romanises keeps to one: the Arabic (Husayn, Abd al-Rahman, Nur al-Din),
the eastern (Hossein, Abdulrahman, Nuruddin), and for organisations common words in English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from vigil.names.arabic_names import NAME_TEXT, WORD_TEXT

# One letter for what writers of several languages type otherwise; vowel signs are dropped.
ONE_LETTER = str.maketrans(
    "أإٱيىیکڪةۀەہھۂۃؤ", "ااايييككهههههههو", "ـء" + "".join(map(chr, range(0x64B, 0x660)))
)
WORD = re.compile(r"[^\W\d_]+")

LETTER_TEXT = """
    بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz غgh فf قq كk لl مm نn هh
    پp چch ژzh گg ځz څts ښsh ډd ړr ټt ڼn ږg ڤv ٹt ڈd ڑr ںn ڨg
    """
ARABIC_LETTERS = {pair[0]: pair[1:] for pair in LETTER_TEXT.split()}
EASTERN_LETTERS = ARABIC_LETTERS | {"ث": "s", "ذ": "z", "ض": "z", "و": "v"}
LONG = {"ا": "a", "آ": "a", "و": "u", "ي": "i", "ئ": "i", "ې": "e", "ۍ": "ai", "ے": "e"}
GLIDES = {"و": "w", "ي": "y"}
ENDINGS = {"زاده": "zadeh", "پور": "pour", "نژاد": "nejad", "نيا": "nia", "اباد": "abad",
           "الله": "ullah", "اللهي": "ollahi", "الدين": "uddin", "الديني": "uddini",
           "خيل": "khel", "زي": "zai", "زئي": "zai"}  # fmt: skip
BEGINNINGS = {"ابوال": ("abu al ", "abul"), "ذوال": ("dhu al ", "zul")}
# Of names of the Maghreb, written together with a known name: Benhassine, Belkacem, Bouzid.
OF_MAGHREB = {"بن": "bin ", "بل": "bel", "بو": "bou"}
INFLECTED = ("ه", "ات", "ين", "ون", "هاي", "ها")  # endings of translated words
SHORTEST_PART = 3  # letters of a name that is written together with another
ARTICLE = "ال"


FRENCH_TEXT = """
    muhammad mohamed / ahmad ahmed / hasan hassan / husayn hussein / bin ben / umar omar
    yusuf youssef / uthman othman / salih saleh / khalid khaled / mahmud mahmoud / salim salem
    sulayman slimane / abu abou / said said / mustafa mustapha / ibrahim brahim / nur nour
    abdallah abdallah / walid oualid / qasim kacem / rashid rachid / bashir bachir / tariq tarek
    """
FRENCH_LETTERS = ARABIC_LETTERS | {
    "ش": "ch", "ج": "dj", "ق": "k", "و": "ou", "ث": "t", "ذ": "d", "ظ": "d",
}  # fmt: skip
FRENCH_NAMES = dict(
    pair.split()[:2]
    for line in FRENCH_TEXT.splitlines()
    for pair in line.split(" / ")
    if pair.strip()
)


class Manner(msgspec.Struct, frozen=True):
    """A way to romanise: its letters, its column of the table, and whether `ul` is joined."""

    letters: dict[str, str]
    column: int
    joins_article: bool
    translates: bool = False
    is_french: bool = False


MANNERS = (
    Manner(ARABIC_LETTERS, 0, False),
    Manner(EASTERN_LETTERS, -1, True),
    Manner(EASTERN_LETTERS, -1, False, translates=True),
    Manner(FRENCH_LETTERS, 0, False, is_french=True),
)


def arabic_readings(text: str) -> tuple[str, ...]:
    """The text with its words in Arabic script read, in each manner; other words stay.

    >>> arabic_readings("نور الدين حسین")
    ('nur al din husayn', 'nouruddin hossein', 'nour al din hossein', 'nour al din hussein')
    """
    return tuple(dict.fromkeys(_read(text, at) for at in range(len(MANNERS))))


def _in_french(word: str) -> str:
    """A known name as the Maghreb, Syria and Lebanon spell it: Mohamed, Rachid, Djamel."""
    plain = word.replace("sh", "ch").replace("dj", "j")
    return FRENCH_NAMES.get(word) or plain.replace("j", "dj")


def _read(text: str, manner: int) -> str:
    read = WORD.sub(lambda match: f" {_word(match.group(), manner)} ", _plain(text))
    words = read.split()
    if MANNERS[manner].is_french:
        words = [_in_french(word) for word in words]
    return " ".join(_joined(words) if MANNERS[manner].joins_article else words)


def _plain(word: str) -> str:
    """One letter for each that is written in several ways.

    A final ى is read as ي: the table holds names in that form.
    """
    return word.translate(ONE_LETTER)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    lines = (line.split() for line in NAME_TEXT.splitlines() if line.strip())
    return {_plain(word): tuple(spellings) for word, *spellings in lines}


@lru_cache(maxsize=1)
def _translations() -> dict[str, str]:
    lines = (line.split(maxsplit=1) for line in WORD_TEXT.splitlines() if line.strip())
    return {_plain(word): english for word, english in lines}


@lru_cache(maxsize=16384)
def _word(word: str, manner: int) -> str:
    if not any(letter in LONG or letter in ARABIC_LETTERS or letter == "ع" for letter in word):
        return word
    how = MANNERS[manner]
    if how.translates and (english := _translated(word)) is not None:
        return english
    known = _table().get(word) or _table().get(word.replace("آ", "ا"))
    if known:
        return known[how.column]
    if word.startswith("وال") and len(word) > SHORTEST_PART + 2:
        return f"wa al {_word(word[3:], manner)}"
    for beginning, latin in BEGINNINGS.items():
        if word.startswith(beginning) and len(word) > len(beginning) + 2:
            return f"{latin[manner > 0]}{_word(word[len(beginning) :], manner)}"
    if word[:2] in OF_MAGHREB and (rest := _table().get(word[2:])):
        return OF_MAGHREB[word[:2]] + rest[how.column]
    if word.startswith(ARTICLE) and len(word) >= SHORTEST_PART + 1:
        return f"al {_word(word[2:], manner)}"
    found = _together(word, manner)
    return found or by_syllables(_sounds(word, how.letters), short_first=word[0] in "اع")


def _translated(word: str) -> str | None:
    """The English of a common word, also with لل (for the) before it or an ending."""
    if word.startswith("لل") and len(word) > SHORTEST_PART + 1:
        return _translated(word[2:])
    ends = (e for e in ("", *INFLECTED) if word.endswith(e) and len(word) - len(e) >= SHORTEST_PART)
    found = (_translations().get(word.removesuffix(end)) for end in ends)
    return next((english for english in found if english is not None), None)


def _together(word: str, manner: int) -> str | None:
    """A word of two known parts: عبد with a name, a name with an ending, or two names."""
    if word.startswith("عبدال") and len(word) >= SHORTEST_PART + 4:
        rest = _word(word[5:], manner)
        return f"abdul{rest}" if MANNERS[manner].joins_article else f"abd al {rest}"
    for ending, latin in ENDINGS.items():
        if word.endswith(ending) and len(word) >= len(ending) + SHORTEST_PART - (len(ending) > 2):
            return _word(word[: -len(ending)], manner) + latin
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        first, second = _table().get(word[:cut]), _table().get(word[cut:])
        if first and second:
            return first[MANNERS[manner].column] + second[MANNERS[manner].column]
    return None


def _joined(words: list[str]) -> list[str]:
    """`abd al rahman` as `abdulrahman`, `nur al din` as `nuruddin`, `nur allah` as `nurullah`."""
    joined: list[str] = []
    for word in words:
        last = joined[-1] if joined else ""
        before = joined[-2] if len(joined) > 1 else ""
        if word == "allah" and last and last != "al":
            joined[-1] = f"{last}ullah" if not last.endswith("abd") else "abdullah"
        elif word == "din" and last == "al" and before:
            joined[-2:] = [f"{before}uddin"]
        elif last == "al" and before == "abd":
            joined[-2:] = [f"abdul{word}"]
        else:
            joined.append(word)
    return joined


def by_syllables(sounds: Sequence[tuple[str, bool]], *, short_first: bool, vowel: str = "a") -> str:
    """The written sounds with a vowel where a syllable needs one.

    Args:
        sounds: each as (Latin, whether it is a vowel).
        short_first: the first sound is a short vowel, which a syllable may close.
        vowel: what is put.
    """
    out: list[str] = []
    at = 0
    while at < len(sounds):
        end = at
        while end < len(sounds) and not sounds[end][1]:
            end += 1
        if end == at:
            out.append(sounds[at][0])
            at += 1
            continue
        run = [sound for sound, _ in sounds[at:end]]
        gaps = _gaps(len(run), at == 0, end == len(sounds), at == 1 and short_first)
        out.append("".join(s + (vowel if i in gaps else "") for i, s in enumerate(run)))
        at = end
    return "".join(out)


def _gaps(count: int, begins: bool, ends: bool, short_before: bool) -> set[int]:
    """After which of a run of consonants a short vowel stands.

    No syllable begins with two consonants; a long vowel is followed by one, a short by two.
    """
    closed = short_before and (count > 2 or (count == 2 and not ends))
    first = 1 if closed else 0
    if not begins and not ends and (count == 1 or (short_before and count == 2)):
        return set()
    if count == 1 and not begins:
        return set()
    gaps = set(range(first, count, 2))
    gaps = {gap for gap in gaps if gap < count - 1}
    if ends and count - 1 not in gaps and count >= 3 and count - 2 not in gaps:
        gaps.add(count - 2)
    return gaps


def _sounds(word: str, letters: dict[str, str]) -> list[tuple[str, bool]]:
    """Each letter as (Latin, whether it is a vowel); و and ي are vowels between consonants."""
    sounds: list[tuple[str, bool]] = []
    for at, letter in enumerate(word):
        after = word[at + 1] if at + 1 < len(word) else ""
        if letter in "وي" and _is_consonant(sounds, after):
            sounds.append((letters.get(letter) or GLIDES[letter], False))
        elif letter == "و" and letters.get(letter) == "ou":
            sounds.append(("ou", True))
        elif letter in LONG and not (letter == "ا" and at == 0 and after and after in "وي"):
            sounds.append((LONG[letter], True))
        elif letter == "ع" and (after != "و" or at == 0) and after != "ا":
            sounds.append(("a", True))
        elif letter == "ه" and not after and sounds and not sounds[-1][1]:
            sounds.append(("a", True))  # Persian eh, Arabic ah
        elif letter in letters and letter not in LONG:
            sounds.append((letters[letter], False))
    return sounds


def _is_consonant(sounds: Sequence[tuple[str, bool]], after: str) -> bool:
    """Is a و or ي a consonant: at the beginning, before a long vowel, or after a long a?"""
    before_vowel = bool(after) and after in "اآوي"
    return not sounds or before_vowel or (bool(after) and sounds[-1] == ("a", True))
