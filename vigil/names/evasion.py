"""Marks of evasion: writing that looks like one thing to a reader and like another to a machine.

Ordinary writing is left alone: joiners in Persian or Hindi, direction marks in Arabic text,
Cyrillic and Latin as separate words or on both sides of a hyphen, Japanese with its scripts mixed,
µF and kΩ, full-width letters, and spaces of any width, whose gap a reader sees.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from html import unescape

import msgspec

from vigil.names.hidden import is_hidden, is_ordinary
from vigil.names.scripts import (
    LATIN_FOR_CYRILLIC,
    LATIN_FOR_GREEK,
    LATIN_FOR_RARE,
    RARE_SCRIPTS,
    WORD,
    hides_letters,
    script_of,
    scripts_of,
)

SHORTEST_LOOK_ALIKE = 4  # chosen: ООО, АО and other short forms stand beside Latin names everywhere
LOWER_LOOK_ALIKES = frozenset(c for c in LATIN_FOR_CYRILLIC if c.islower() and c != "к") | {
    c for c in LATIN_FOR_GREEK if c.islower() and c != "κ"
}
# Circled, squared, raised and styled letters; ª and º are ordinary in Spanish and Italian.
STYLES = ("<font>", "<circle>", "<square>", "<super>", "<sub>")
ORDINALS = "ªº"
FEWEST_STYLED = 2  # chosen: one alone stands for a trade mark or a unit (Ⓡ, ℓ)
SHORTEST_RARE = 2  # letters of a word in a script that nobody in the trade of goods writes
KEYCAP = "\u20e3"  # of an emoji
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});")
MOST_ACCENTS = 2  # on one letter: Vietnamese writes two


class EvasionKind(StrEnum):
    """What was done to the text."""

    HIDDEN_CHARACTER = "hidden_character"
    MIXED_SCRIPTS = "mixed_scripts"
    LOOK_ALIKE_WORD = "look_alike_word"
    OVERLAID_LETTER = "overlaid_letter"
    ENCODED_LETTER = "encoded_letter"


class EvasionMark(msgspec.Struct, frozen=True):
    """One mark: `detail` names the code points, `at` is the 0-based place in the text."""

    kind: EvasionKind
    detail: str
    at: int


def evasion_marks(text: str) -> tuple[EvasionMark, ...]:
    r"""The marks of evasion in a text, in order of their place.

    >>> [mark.detail for mark in evasion_marks("Ala\u200bbuga")]
    ['U+200B ZERO WIDTH SPACE after 3 characters']
    >>> evasion_marks("ООО Vostok"), evasion_marks("Россия-Russia")
    ((), ())
    """
    encoded = _encoded(text) if "&" in text else []
    if text.isascii() and text.isprintable():
        return tuple(encoded)
    marks = [*_hidden(text), *_words(text), *_overlaid(text), *encoded]
    return tuple(sorted(marks, key=lambda mark: (mark.at, mark.kind)))


def code_point(character: str) -> str:
    """A character by its number and name, for what cannot be printed.

    >>> code_point("а")
    'U+0430 CYRILLIC SMALL LETTER A'
    """
    name = unicodedata.name(character, "control character")
    return f"U+{ord(character):04X} {name}"


def _hidden(text: str) -> list[EvasionMark]:
    return [
        EvasionMark(
            EvasionKind.HIDDEN_CHARACTER, f"{code_point(character)} after {at} characters", at
        )
        for at, character in enumerate(text)
        if is_hidden(character) and not is_ordinary(text, at)
    ]


def _words(text: str) -> list[EvasionMark]:
    """Words of mixed scripts, and words that only pass for Latin ones."""
    # A hidden character inside a word must not part it, so places are kept beside the letters.
    seen = [(at, c) for at, c in enumerate(text) if not is_hidden(c)]
    visible = "".join(c for _, c in seen)
    found = list(WORD.finditer(visible))
    marks = [
        EvasionMark(EvasionKind.MIXED_SCRIPTS, _mixture(match.group()), seen[match.start()][0])
        for match in found
        if hides_letters(match.group())
    ]
    latin_around = [m for m in found if scripts_of(m.group()) == {"LATIN"}]
    foreign = [m for m in found if scripts_of(m.group()) & {"CYRILLIC", "GREEK"}]
    if latin_around and len(foreign) == 1 and _passes_for_latin(foreign[0].group()):
        marks.append(_look_alike(foreign[0], seen))
    marks += [_look_alike(m, seen) for m in found if _is_rare_for_latin(m.group())]
    return marks + [
        EvasionMark(EvasionKind.LOOK_ALIKE_WORD, f"{code_point(c)} stands for a letter", at)
        for at, c in _styled(seen)
    ]


def _look_alike(match: re.Match[str], seen: list[tuple[int, str]]) -> EvasionMark:
    word = match.group()
    script = str(script_of(word[0])).capitalize()
    detail = f"the word reads as Latin and is {script} ({code_point(word[0])} …)"
    return EvasionMark(EvasionKind.LOOK_ALIKE_WORD, detail, seen[match.start()][0])


def _styled(seen: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Letters that are drawn as symbols: mathematical ones always, others when several are."""
    styled = [(at, c) for at, c in seen if not c.isascii() and _is_styled(c)]
    if len(styled) >= FEWEST_STYLED:
        return styled
    return [(at, c) for at, c in styled if 0x1D400 <= ord(c) <= 0x1D7FF]


def _is_styled(character: str) -> bool:
    if character in ORDINALS:
        return False
    if 0x1F150 <= ord(character) <= 0x1F189:  # white on black, which have no decomposition
        return True
    style, *plain = unicodedata.decomposition(character).split() or [""]
    return style in STYLES and len(plain) == 1 and chr(int(plain[0], 16)).isalpha()


def _overlaid(text: str) -> list[EvasionMark]:
    """Marks drawn through or around a letter, and more accents on one than any language writes."""
    marks: list[EvasionMark] = []
    accents = 0
    for at, character in enumerate(text):
        category = unicodedata.category(character)
        accents = accents + 1 if category == "Mn" and unicodedata.combining(character) >= 200 else 0
        through = 0x0334 <= ord(character) <= 0x0338 or category == "Me"
        if (through and character != KEYCAP) or accents == MOST_ACCENTS + 1:
            detail = f"{code_point(character)} after {at} characters"
            marks.append(EvasionMark(EvasionKind.OVERLAID_LETTER, detail, at))
    return marks


def _encoded(text: str) -> list[EvasionMark]:
    """Plain letters, and characters that are drawn as nothing, written as HTML entities.

    Web shops write the signs and the accented letters of their texts so (&amp;, &#252;), never
    these.
    """
    marks = []
    for match in ENTITY.finditer(text):
        read = unescape(match.group())
        if len(read) == 1 and ((read.isascii() and read.isalnum()) or is_hidden(read)):
            detail = f"{match.group()} is {code_point(read)}"
            marks.append(EvasionMark(EvasionKind.ENCODED_LETTER, detail, match.start()))
    return marks


def _passes_for_latin(word: str) -> bool:
    """Is every letter, in lower case, a look-alike? Capitals alone prove little (ВЕКТОР)."""
    lower = word.casefold()
    return len(lower) >= SHORTEST_LOOK_ALIKE and all(c in LOWER_LOOK_ALIKES for c in lower)


def _is_rare_for_latin(word: str) -> bool:
    """Is it wholly in a script hardly anybody writes, with letters that all pass for Latin?"""
    scripts = scripts_of(word)
    long_enough = len(word) >= SHORTEST_RARE
    return (
        bool(scripts)
        and long_enough
        and scripts <= RARE_SCRIPTS
        and all(letter in LATIN_FOR_RARE for letter in word)
    )


def _mixture(word: str) -> str:
    """The fewer letters of a mixed word, which are the odd ones."""
    by_script: dict[str, list[str]] = {}
    for letter in word:
        script = script_of(letter)
        if script is not None:
            by_script.setdefault(script, []).append(letter)
    odd = min(by_script.values(), key=lambda letters: (len(letters), letters[0]))
    points = ", ".join(code_point(letter) for letter in dict.fromkeys(odd))
    return f"{' and '.join(sorted(by_script)).lower()} letters in one word: {points}"
