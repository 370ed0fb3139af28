"""A Latin reading of names in Hebrew script, which leaves most vowels out.

The letters are read as in Israel's rules for passports; short vowels are put where syllables need
them, as for Arabic script (`vigil.names.arabic`). Words whose vowels are known stand in a table.
"""

from __future__ import annotations

import re

from vigil.names.arabic import by_syllables

WORD = re.compile(r"[\u05d0-\u05ea]+")
SIGNS = re.compile(r"[\u0591-\u05c7\u05f3\u05f4\"'’׳״]")
LETTER_TEXT = """
    בv גg דd הh זz חch טt כk ךkh לl מm םm נn ןn סs פf ףf צtz ץtz קk רr שsh תt
    """
LETTERS = {pair[0]: pair[1:] for pair in LETTER_TEXT.split()}
AT_BEGINNING = {"ב": "b", "ו": "v", "י": "y", "כ": "k"}
# In the letters that stand for long vowels in Arabic script, so that both are read alike.
AS_ARABIC = {"ו": "u", "י": "i"}
NAMES = {
    "לוי": "levi", "כהן": "cohen", "דוד": "david", "משה": "moshe", "אברהם": "avraham",
    "יצחק": "yitzhak", "יעקב": "yaakov", "יוסף": "yosef", "שרה": "sarah", "בן": "ben",
    "בת": "bat", "בר": "bar", "שלום": "shalom", "חיים": "chaim", "אלי": "eli", "דניאל": "daniel",
    "מיכאל": "michael", "ישראל": "israel", "מזרחי": "mizrahi", "פרץ": "peretz",
    "ביטון": "biton", "דהן": "dahan", "אהרון": "aharon", "שמעון": "shimon", "נתניהו": "netanyahu",
    "בנימין": "binyamin", "מאיר": "meir", "אריה": "aryeh", "זאב": "zeev", "ולדימיר": "vladimir",
    "חברה": "company", "בעמ": "ltd", "בנק": "bank", "נוער": "youth",
}  # fmt: skip


def hebrew_readings(text: str) -> tuple[str, ...]:
    """The text with its Hebrew words read, with a and with e for the vowels that are not written.

    A beginning פ is p in the first and f in the last, as in names from Yiddish and Russian.

    >>> hebrew_readings("ולדימיר פוטין")[0], hebrew_readings("נעם פדרמן")[-1]
    ('vladimir putin', 'nem fedremen')
    """
    bare = SIGNS.sub("", text)
    manners = (("a", "p"), ("e", "p"), ("e", "f"))
    return tuple(dict.fromkeys(_read(bare, vowel, first_pe) for vowel, first_pe in manners))


def _read(text: str, vowel: str, first_pe: str) -> str:
    return WORD.sub(lambda match: _word(match.group(), vowel, first_pe), text)


def _word(word: str, vowel: str, first_pe: str) -> str:
    if word in NAMES:
        return NAMES[word]
    sounds: list[tuple[str, bool]] = []
    for at, letter in enumerate(word):
        if at == 0 and letter == "פ":
            sounds.append((first_pe, False))
        elif at == 0 and letter in AT_BEGINNING:
            sounds.append((AT_BEGINNING[letter], False))
        elif letter in AS_ARABIC:
            sounds.append((AS_ARABIC[letter], True))
        elif letter in "אע" or (letter == "ה" and at == len(word) - 1):
            sounds.append((vowel if letter == "ע" else "a", True))
        else:
            sounds.append((LETTERS[letter], False))
    return by_syllables(sounds, short_first=False, vowel=vowel)
