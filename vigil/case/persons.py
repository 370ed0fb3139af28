"""When two names that persons gave are one person's: the second of four eyes must be another one.

Names are told apart as a reader tells them: case, white space, compatibility forms, letters that
cannot be seen and letters that pass for Latin ones make nobody another person. It errs towards one.
"""

from __future__ import annotations

import unicodedata

from vigil.case.events import SYSTEM
from vigil.names.scripts import LATIN_FOR

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")  # letters and marks of no ink
VARIANTS = (range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def is_same_person(one: str, other: str) -> bool:
    r"""May both names be one person's?

    >>> is_same_person("Ann", " ann\u200b"), is_same_person("Ann", "\u0410nn")
    (True, True)
    >>> is_same_person("Ann", "Anna")
    False
    """
    return not readings(one).isdisjoint(readings(other))


def is_named(name: str) -> bool:
    r"""Is there anything to be seen of the name?

    >>> is_named("\u200b"), is_named("Li")
    (False, True)
    """
    return bool(_seen(name))


def is_person(name: str) -> bool:
    """Is it a name, and not Vigil's own?"""
    return is_named(name) and not is_same_person(name, SYSTEM)


def readings(name: str) -> frozenset[str]:
    """What a reader may take a name for; the names of one person share a reading."""
    seen = _seen(name)
    small = seen.casefold()
    return frozenset({small, _in_latin(seen).casefold(), _in_latin(small)})


def _in_latin(text: str) -> str:
    return "".join(LATIN_FOR.get(letter, letter) for letter in text)


def _seen(name: str) -> str:
    plain = unicodedata.normalize("NFKC", " ".join(name.split()))
    return " ".join("".join(filter(_is_seen, plain)).split())


def _is_seen(c: str) -> bool:
    hidden = c in BLANK or any(ord(c) in some for some in VARIANTS)
    return not hidden and unicodedata.category(c) not in UNSEEN
