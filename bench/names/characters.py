"""Tricks and accidents of characters: look-alikes, hidden marks, accents, case, punctuation."""

from __future__ import annotations

import re
import unicodedata
from random import Random

from bench.names.letters import change_word, in_case_of
from bench.names.tables import ACCENTS, BIDI, EXPANDED, HIDDEN, LOOK_ALIKES, SPACES

_PUNCTUATION = re.compile(r"[^\w\s]")
_APOSTROPHE = re.compile(r"['’‘`]")


def write_look_alikes(name: str, rng: Random) -> str | None:
    """One to three Latin letters of a word written with Cyrillic or Greek ones that look alike."""

    def change(word: str) -> str | None:
        at = [i for i, c in enumerate(word) if c in LOOK_ALIKES]
        if not at:
            return None
        most = min(3, len(at), len(word) - 1)  # one Latin letter stays: a mixed word
        chosen = set(rng.sample(at, rng.randint(1, most)))
        return "".join(rng.choice(LOOK_ALIKES[c]) if i in chosen else c for i, c in enumerate(word))

    return change_word(name, rng, change)


def hide_characters(name: str, rng: Random) -> str | None:
    """One to three characters without width inside a word."""

    def change(word: str) -> str:
        for _ in range(rng.randint(1, 3)):
            at = rng.randint(1, len(word) - 1)
            word = word[:at] + rng.choice(HIDDEN) + word[at:]
        return word

    return change_word(name, rng, change)


def change_spaces(name: str, rng: Random) -> str | None:
    """Spaces that are none of the keyboard's."""
    return None if " " not in name else name.replace(" ", rng.choice(SPACES))


def steer_direction(name: str, rng: Random) -> str | None:
    """Controls of writing direction before the name or inside it."""
    at = rng.choice([0, 0, rng.randrange(len(name))])
    return name[:at] + rng.choice(BIDI) + name[at:]


def widen(name: str, rng: Random) -> str | None:
    """Letters in the full width of East Asian typography."""
    del rng
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)
    return wide if wide != name else None


def _has_marks(name: str) -> bool:
    return any(unicodedata.combining(c) for c in unicodedata.normalize("NFKD", name))


def gain_diacritics(name: str, rng: Random) -> str | None:
    """One or two letters with the accents that the list has left out."""
    at = [i for i, c in enumerate(name) if c.lower() in ACCENTS]
    if not at:
        return None
    chosen = set(rng.sample(at, min(len(at), rng.randint(1, 2))))
    return "".join(
        in_case_of(rng.choice(ACCENTS[c.lower()]), c) if i in chosen else c
        for i, c in enumerate(name)
    )


def lose_diacritics(name: str, rng: Random) -> str | None:
    """Accented letters written plain."""
    del rng
    if not _has_marks(name):
        return None
    bare = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", "".join(bare))


def _accented(name: str, rng: Random) -> str | None:
    """A name with accents: its own, or those that a list in plain letters has left out."""
    return name if not name.isascii() and _has_marks(name) else gain_diacritics(name, rng)


def question_diacritics(name: str, rng: Random) -> str | None:
    """Accented letters lost to a wrong encoding, a question mark for each."""
    accented = _accented(name, rng)
    return accented and "".join("?" if c.isalpha() and ord(c) > 127 else c for c in accented)


def drop_diacritics(name: str, rng: Random) -> str | None:
    """Accented letters lost to a wrong encoding, and nothing in their place."""
    accented = _accented(name, rng)
    return accented and "".join(c for c in accented if not (c.isalpha() and ord(c) > 127))


def expand_diacritics(name: str, rng: Random) -> str | None:
    """Umlauts spelt with two letters, or two letters drawn together to an umlaut."""
    del rng
    expanded = "".join(in_case_of(EXPANDED.get(c.lower(), c), c) for c in name)
    if expanded != name:
        return expanded
    for umlaut, spelt in EXPANDED.items():
        if spelt in ("ae", "oe", "ue") and spelt in name.lower():
            at = name.lower().index(spelt)
            return name[:at] + in_case_of(umlaut, name[at]) + name[at + 2 :]
    return None


def change_case(name: str, rng: Random) -> str | None:
    """Capitals and small letters otherwise, dots of short forms gone."""
    plain = re.sub(r"(?<=\w)\.", "", name)
    changed = rng.choice([plain.lower(), plain.upper(), plain.title(), plain.swapcase()])
    return changed if changed != name else name.swapcase()


def change_punctuation(name: str, rng: Random) -> str | None:
    """Punctuation gone, or put where there was none."""
    if _PUNCTUATION.search(name):
        bare = _PUNCTUATION.sub(rng.choice(["", " "]), _APOSTROPHE.sub("", name))
        return " ".join(bare.split())
    ways = [f'"{name}"', f"{name}.", name.replace(" ", rng.choice("./_,"), 1)]
    return rng.choice(ways)


def swap_hyphen_and_space(name: str, rng: Random) -> str | None:
    """A hyphen for a space, a space or nothing for a hyphen."""
    if re.search(r"\w-\w", name):
        return re.sub(r"(?<=\w)-(?=\w)", rng.choice([" ", ""]), name)
    spots = [m.start() for m in re.finditer(r"(?<=\w) (?=\w)", name)]
    if not spots:
        return None
    at = rng.choice(spots)
    return name[:at] + "-" + name[at + 1 :]
