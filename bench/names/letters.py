"""Slips of letters: typing, keys, scanning, digits for letters.

Each function is one manipulation: a name and a source of chance in, the changed name out, None
where it does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from bench.names.tables import KEY_ROWS, LEET, OCR

_WORD = re.compile(r"[^\W\d_]+")
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщыэюя",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
)
VOWELS = "aeiou"


def change_word(
    name: str, rng: Random, change: Callable[[str], str | None], shortest: int = 3
) -> str | None:
    """The name with one word changed; long words are met more often, as slips meet them."""
    spots = [m for m in _WORD.finditer(name) if len(m[0]) >= shortest]
    if not spots:
        return None
    spot = rng.choices(spots, weights=[len(m[0]) for m in spots])[0]
    changed = change(spot[0])
    if changed is None or changed == spot[0]:
        return None
    return name[: spot.start()] + changed + name[spot.end() :]


def in_case_of(letter: str, model: str) -> str:
    """A letter in the case of another."""
    return letter.upper() if model.isupper() else letter


def _some_letter(word: str, rng: Random) -> str:
    model = rng.choice(word)
    alphabet = next((a for a in _ALPHABETS if model.lower() in a), word)
    return in_case_of(rng.choice(alphabet), model)


def insert_letter(name: str, rng: Random) -> str | None:
    """One letter too many, anywhere in a word."""

    def change(word: str) -> str:
        at = rng.randint(0, len(word))
        return word[:at] + _some_letter(word, rng) + word[at:]

    return change_word(name, rng, change)


def delete_letter(name: str, rng: Random) -> str | None:
    """One letter missing."""

    def change(word: str) -> str:
        at = rng.randrange(len(word))
        return word[:at] + word[at + 1 :]

    return change_word(name, rng, change, shortest=4)


def substitute_letter(name: str, rng: Random) -> str | None:
    """One letter taken for another."""

    def change(word: str) -> str:
        at = rng.randrange(len(word))
        return word[:at] + _some_letter(word, rng) + word[at + 1 :]

    return change_word(name, rng, change)


def transpose_letters(name: str, rng: Random) -> str | None:
    """Two neighbouring letters swapped."""

    def change(word: str) -> str:
        at = rng.randrange(len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return change_word(name, rng, change)


def repeat_letter(name: str, rng: Random) -> str | None:
    """A letter typed twice."""

    def change(word: str) -> str:
        at = rng.randrange(len(word))
        return word[: at + 1] + word[at:]

    return change_word(name, rng, change)


def single_double(name: str, rng: Random) -> str | None:
    """A double letter written once."""
    spots = list(re.finditer(r"([^\W\d_])\1", name, re.IGNORECASE))
    if not spots:
        return None
    spot = rng.choice(spots)
    return name[: spot.start()] + name[spot.start() + 1 :]


def swap_vowel(name: str, rng: Random) -> str | None:
    """One vowel taken for another."""

    def change(word: str) -> str | None:
        at = [i for i, c in enumerate(word) if c.lower() in VOWELS]
        if not at:
            return None
        i = rng.choice(at)
        other = rng.choice([v for v in VOWELS if v != word[i].lower()])
        return word[:i] + in_case_of(other, word[i]) + word[i + 1 :]

    return change_word(name, rng, change)


def _neighbours(letter: str) -> str:
    row = next((r for r in KEY_ROWS if letter in r), "")
    at = row.find(letter)
    return row[max(at - 1, 0) : at] + row[at + 1 : at + 2] if row else ""


def slip_on_keyboard(name: str, rng: Random) -> str | None:
    """A neighbouring key struck, instead of the right one or beside it."""

    def change(word: str) -> str | None:
        at = rng.randrange(len(word))
        near = _neighbours(word[at].lower())
        if not near:
            return None
        struck = in_case_of(rng.choice(near), word[at])
        return word[: at + rng.randint(0, 1)] + struck + word[at + 1 :]

    return change_word(name, rng, change)


def misread_letters(name: str, rng: Random) -> str | None:
    """One or two letters as a scanner takes them: O for 0, m for rn."""
    at = [i for i, c in enumerate(name) if c in OCR]
    if not at:
        return None
    chosen = set(rng.sample(at, min(len(at), rng.randint(1, 2))))
    return "".join(OCR[c] if i in chosen else c for i, c in enumerate(name))


def write_leet(name: str, rng: Random) -> str | None:
    """One to three letters written as the digits that look like them."""
    at = [i for i, c in enumerate(name) if c.lower() in LEET]
    if not at:
        return None
    chosen = set(rng.sample(at, min(len(at), rng.randint(1, 3))))
    return "".join(LEET[c.lower()] if i in chosen else c for i, c in enumerate(name))


def reverse_string(name: str, rng: Random) -> str | None:
    """Every word written backwards."""
    del rng  # nothing to choose
    return " ".join(word[::-1] for word in name.split())
