"""Manipulations that only the names of people know."""

from __future__ import annotations

import re
from random import Random

from bench.names.tables import (
    COMMON_GIVEN,
    HOMOPHONES,
    HONORIFICS,
    MIDDLE_NAMES,
    NICKNAMES,
    PATRONYMICS,
)
from bench.names.words import PARTICLES

_PATRONYMIC = re.compile(
    r"\b[A-Za-z]{3,}(?:ovich|evich|ovych|evych|ovna|evna|ivna)\b", re.IGNORECASE
)


def natural_order(name: str) -> str:
    """`LAST, First` as it is said; anything else as it is.

    >>> natural_order("AL-ASSAD, Bashar"), natural_order("Sinaloa Cartel")
    ('Bashar AL-ASSAD', 'Sinaloa Cartel')
    """
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


def last_comma_first(name: str, rng: Random) -> str | None:
    """The family name first, with a comma; where the list has it so, in other capitals."""
    given, family = _given_and_family(name)
    return rng.choice([f"{family.title()}, {given}", f"{family}, {given}".upper(),
                       f"{family.title()},{given.lower()}"]) if given else None  # fmt: skip


def _given_and_family(name: str) -> tuple[str, str]:
    """Given names and family name: by the comma, else the last word with its particles."""
    last, comma, first = name.partition(", ")
    if comma:
        return first, last
    words = name.split()
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].lower() in PARTICLES:
        cut -= 1
    return " ".join(words[:cut]), " ".join(words[cut:])


def split_fields_wrongly(name: str, rng: Random) -> str | None:
    """A part of the family name in the field of given names, or the other way round."""
    words = name.split()
    if len(words) < 3:
        return None
    cut = rng.randint(1, len(words) - 1)
    return f"{' '.join(words[cut:])}, {' '.join(words[:cut])}"


def use_initials(name: str, rng: Random) -> str | None:
    """Given names cut to their first letters."""
    given, family = _given_and_family(name)
    letters = [word[0].upper() for word in given.split() if word[0].isalpha()]
    if not letters:
        return None
    shown = letters[:1] if rng.random() < 0.5 else letters
    initials = " ".join(f"{letter}." for letter in shown)
    return rng.choice([f"{initials} {family}", f"{family} {initials}", f"{family}, {initials}"])


def only_initials(name: str, rng: Random) -> str | None:
    """Nothing but first letters: this names nobody."""
    del rng
    letters = [word[0].upper() for word in name.split() if word[0].isalpha()]
    return "".join(f"{letter}." for letter in letters) if len(letters) >= 2 else None


def add_middle_name(name: str, rng: Random) -> str | None:
    """A middle name that the list does not know."""
    words = name.split()
    fresh = [m for m in MIDDLE_NAMES if m.lower() not in name.lower()]
    return " ".join([words[0], rng.choice(fresh), *words[1:]]) if len(words) >= 2 else None


def add_honorific(name: str, rng: Random) -> str | None:
    """A title before the name."""
    return f"{rng.choice(HONORIFICS)} {name}"


def use_nickname(name: str, rng: Random) -> str | None:
    """A given name as friends say it; a family name stays beside it."""
    words = name.split()
    at = [i for i, word in enumerate(words) if word.lower() in NICKNAMES]
    if not at or len(words) < 2:
        return None
    i = rng.choice(at)
    words[i] = NICKNAMES[words[i].lower()]
    return " ".join(words)


def write_homophone(name: str, rng: Random) -> str | None:
    """A name written as another that sounds the same."""
    both = [*HOMOPHONES, *((right, left) for left, right in HOMOPHONES)]
    found = [pair for pair in both if re.search(rf"\b{pair[0]}\b", name, re.IGNORECASE)]
    if not found:
        return None
    said, written = rng.choice(found)
    return re.sub(rf"\b{said}\b", written.title(), name, flags=re.IGNORECASE)


def add_birth_date(name: str, rng: Random) -> str | None:
    """A date of birth run into the name field."""
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1940, 1995)
    return rng.choice([f"{name} {day:02}{month:02}{year}", f"{name} {year}-{month:02}-{day:02}"])


def change_patronymic(name: str, rng: Random) -> str | None:
    """Another father: another man."""
    found = _PATRONYMIC.search(name)
    if not found:
        return None
    is_woman = found[0].lower().endswith("vna")
    fathers = [p for p in PATRONYMICS if p[:4].lower() != found[0][:4].lower()]
    father = rng.choice(fathers)
    other = father.removesuffix("ich") + "na" if is_woman else father
    return name[: found.start()] + other + name[found.end() :]


def only_common_name(name: str, rng: Random) -> str | None:
    """A given name that many bear, and at most a particle."""
    words = [word for word in re.split(r"[\s-]+", name) if word]
    given = [word for word in words if word.lower() in COMMON_GIVEN]
    if not given or len(words) < 2:
        return None
    particle = next((word for word in words if word.lower() in ("al", "el", "bin")), "")
    return f"{rng.choice(given)} {particle}".strip()
