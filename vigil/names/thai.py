"""Thai names in Latin, near the Royal Institute's romanisation of 1999.

Vowel signs stand before, above, below and after the consonant that they follow in speech; tone
marks are not romanised, and a letter with a cancelling mark (์) is silent. Consonants without a
vowel have an inherent one: o when the next closes the syllable, else a. A consonant that closes a
syllable has one of six sounds. Where syllables part is not written; the commonest parting is taken.
"""

from __future__ import annotations

import re

WORD = re.compile("[\u0e01-\u0e4e]+")
SILENT = re.compile("[ก-ฮ][ิุ]?์")
TONES = re.compile("[็-๋ํ๎ฺ]")
# Words of firms; the rest of a firm's name is most often English in Thai letters.
FIRM_WORDS = {"บริษัท": "company", "จำกัด": "limited", "มหาชน": "public", "ห้างหุ้นส่วน": "partnership",
              "ประเทศไทย": "thailand", "ธนาคาร": "bank", "กรุงเทพ": "bangkok"}  # fmt: skip

LETTERS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
BEGINNING_TEXT = """
    k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r l w
    s s s h l . h
    """
BEGINNING = dict(zip(LETTERS, BEGINNING_TEXT.split(), strict=True))
CLOSING = BEGINNING | dict(
    zip("กขคฆจชซฎฏฐฑฒดตถทธศษสบปผพฟภญณรลฬ", "k" * 4 + "t" * 16 + "p" * 6 + "n" * 5, strict=True)
) | {"ย": "i", "ว": "o"}  # fmt: skip

C = f"[{LETTERS}]"
CLUSTER = "(?:[กขคตปผพ][รลว]|ทร|ห[งญนมยรลว])"
BEGIN = f"(?P<c>{CLUSTER}(?=[^{LETTERS}]|{C})|{C})"
# A syllable's vowel signs around its beginning, the longer first; `-` is the beginning.
VOWEL_TEXT = """
    เ-ียว iao
    เ-ีย ia
    เ-ือ uea
    เ-าะ o
    เ-อ oe
    เ-ิ oe
    เ-ย oei
    เ-า ao
    เ-ะ e
    แ-ะ ae
    โ-ะ o
    เ- e
    แ- ae
    โ- o
    ไ-ย ai
    ไ- ai
    ใ- ai
    -ัวะ ua
    -ัว ua
    -ัย ai
    -ั a
    -รร a
    -ำ am
    -ะ a
    -า a
    -ิ i
    -ี i
    -ึ ue
    -ื ue
    -ุ u
    -ู u
    """
NEVER_CLOSE = "อหฮฉผฝ"
OPEN = "ะำ"  # signs after which nothing closes the syllable
SIGN_AFTER = "[ะ-ฺ]"  # a consonant with one begins a syllable
SYLLABLES = tuple(
    (re.compile(pattern.replace("-", BEGIN)), sound, pattern[-1] not in OPEN)
    for pattern, sound in (line.split() for line in VOWEL_TEXT.splitlines() if line.strip())
)
OR_ALONE = re.compile(BEGIN)


def thai_reading(text: str) -> str:
    """The text with its Thai words read, the rest as it is.

    >>> thai_reading("สมชาย"), thai_reading("ทักษิณ ชินวัตร"), thai_reading("วลาดิมีร์ ปูติน")
    ('somchai', 'thaksin chinwatr', 'waladimi putin')
    """
    for thai, english in FIRM_WORDS.items():
        text = text.replace(thai, f" {english} ")
    return WORD.sub(lambda match: _word(match.group()), text)


def _word(word: str) -> str:
    left = TONES.sub("", SILENT.sub("", word))
    read = ""
    while left:
        sound, left = _syllable(left)
        read += sound
    return read


def _syllable(left: str) -> tuple[str, str]:
    """The first syllable's sound, and what follows it."""
    for pattern, vowel, may_close in SYLLABLES:
        if found := pattern.match(left):
            sound, rest = _beginning(found["c"]) + vowel, left[found.end() :]
            return _closed(sound, rest) if may_close else (sound, rest)
    if not (alone := OR_ALONE.match(left)):
        return "", left[1:]
    rest = left[alone.end() :]
    if rest[:1] == "อ" and not _has_sign(rest, 1):  # อ after a consonant is its vowel
        rest = rest[1:]
        sound = _beginning(alone["c"]) + "o"
    elif _closes(rest):
        sound = _beginning(alone["c"]) + "o"
    else:
        return _beginning(alone["c"]) + ("a" if rest else ""), rest
    return _closed(sound, rest)


def _closed(sound: str, rest: str) -> tuple[str, str]:
    """The syllable with the letter that closes it, if one does, and what follows."""
    return (sound + CLOSING[rest[0]], rest[1:]) if _closes(rest) else (sound, rest)


def _beginning(letters: str) -> str:
    silent_h = letters[0] == "ห" and len(letters) > 1
    if letters == "ทร":
        return "s"
    return "".join(BEGINNING[c] for c in letters[silent_h:]).replace(".", "")


def _closes(rest: str) -> bool:
    """Does the next letter close the syllable: a consonant that begins none itself?"""
    if not rest or rest[0] not in LETTERS or rest[0] in NEVER_CLOSE:
        return False
    return not _has_sign(rest, 1) and not (rest[1:2] == "อ" and not _has_sign(rest, 2))


def _has_sign(rest: str, at: int) -> bool:
    return re.match(SIGN_AFTER, rest[at : at + 1]) is not None
