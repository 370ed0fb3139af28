"""Manipulations of company names: legal forms, general words, numbers, spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from random import Random

from bench.names.tables import (
    BRITISH,
    LEGAL_FORMS,
    ORDINALS,
    PLACES,
    ROMAN,
    SMALL_NUMBERS,
    SYNONYMS,
    TENS,
    TRANSLATIONS,
)

SHORT_FORMS = ("LLC", "Ltd", "JSC", "GmbH", "Inc.", "FZE", "S.A.", "PJSC", "OOO", "Co., Ltd.")
STOP_WORDS = {"of": ("for", ""), "for": ("of",), "and": ("&", ""), "&": ("and",), "the": ("",),
              "in": ("of",), "de": ("del", "")}  # fmt: skip


def _key(form: str) -> str:
    return re.sub(r"[^a-z]", "", form.lower())


_SPELT = {_key(short): spelt for short, spelt in LEGAL_FORMS}
_SHORT = {_key(spelt): short for short, spelt in LEGAL_FORMS}
_LONGEST_FORM = 6  # words
_HYPHENATED = re.compile(r"\w+(?:-\w+)*")


def _split_form(name: str) -> tuple[str, str, bool] | None:
    """The name without its legal form, the form, and whether the form stood first."""
    words = name.split()
    for count in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        for leads in (False, True):
            form = words[:count] if leads else words[-count:]
            rest = words[count:] if leads else words[:-count]
            if _key(" ".join(form)) in (_SPELT.keys() | _SHORT.keys()):
                return " ".join(rest).rstrip(","), " ".join(form), leads
    return None


def _with_form(stem: str, form: str, leads: bool) -> str:
    return f"{form} {stem}" if leads else f"{stem} {form}"


def change_form(name: str, rng: Random) -> str | None:
    """Another legal form."""
    parts = _split_form(name)
    if parts is None:
        return None
    others = [form for form in SHORT_FORMS if _key(form) != _key(parts[1])]
    return _with_form(parts[0], rng.choice(others), parts[2])


def drop_form(name: str, rng: Random) -> str | None:
    """The legal form left out."""
    del rng
    parts = _split_form(name)
    return parts[0] if parts else None


def spell_form(name: str, rng: Random) -> str | None:
    """The legal form in full, or the full one shortened."""
    del rng
    parts = _split_form(name)
    if parts is None:
        return None
    key = _key(parts[1])
    return _with_form(parts[0], _SPELT.get(key) or _SHORT[key], parts[2])


def add_form(name: str, rng: Random) -> str | None:
    """A legal form where the list has none."""
    return None if _split_form(name) else f"{name} {rng.choice(SHORT_FORMS)}"


def add_noise(name: str, rng: Random) -> str | None:
    """Words that say nothing: THE before, COMPANY after."""
    ways = ["THE {} COMPANY", "The {}", "{} Company", "M/S {}", "Messrs {}", "{} Group", "c/o {}"]
    return rng.choice(ways).format(name)


def swap_stop_word(name: str, rng: Random) -> str | None:
    """A small word for another or for none."""
    words = name.split()
    at = [i for i, word in enumerate(words) if word.lower() in STOP_WORDS]
    if not at or len(words) < 3:
        return None
    i = rng.choice(at)
    words[i] = rng.choice(STOP_WORDS[words[i].lower()])
    return " ".join(word for word in words if word)


def _replace_one(name: str, rng: Random, table: Iterable[tuple[str, str]]) -> str | None:
    """One word that the table knows, replaced; the first letter's case is kept."""
    spots = {m[0].lower(): m for m in _HYPHENATED.finditer(name)}
    found = [(spots[said], other) for said, other in table if said in spots]
    if not found:
        return None
    spot, other = rng.choice(found)
    written = other.upper() if spot[0].isupper() and len(spot[0]) > 1 else other.title()
    return name[: spot.start()] + written + name[spot.end() :]


def write_british(name: str, rng: Random) -> str | None:
    """British spelling for American, American for British."""
    return _replace_one(name, rng, [*BRITISH, *((uk, us) for us, uk in BRITISH)])


def use_synonym(name: str, rng: Random) -> str | None:
    """A general word replaced by one of the same meaning."""
    return _replace_one(name, rng, SYNONYMS.items())


def translate_word(name: str, rng: Random) -> str | None:
    """A general word in another language."""
    return _replace_one(name, rng, ((w, t) for w, many in TRANSLATIONS.items() for t in many))


def number_word(number: int) -> str:
    """A number below a hundred in words.

    >>> number_word(44), number_word(7), number_word(20)
    ('forty-four', 'seven', 'twenty')
    """
    if number < 20:
        return SMALL_NUMBERS[number]
    ten, one = divmod(number, 10)
    return TENS[ten - 2] + (f"-{SMALL_NUMBERS[one]}" if one else "")


def digits_to_words(name: str, rng: Random) -> str | None:
    """A number in words."""
    return _replace_one(name, rng, ((str(n), number_word(n)) for n in range(100)))


def words_to_digits(name: str, rng: Random) -> str | None:
    """A number word in digits."""
    return _replace_one(name, rng, ((number_word(n), str(n)) for n in range(99, -1, -1)))


def _ordinal_digits(number: int) -> str:
    last = {1: "st", 2: "nd", 3: "rd"}.get(number if number < 20 else number % 10, "th")
    return f"{number}{last}"


def rewrite_ordinal(name: str, rng: Random) -> str | None:
    """First for 1st, 1st for First."""
    pairs = [(word, _ordinal_digits(n)) for n, word in enumerate(ORDINALS, 1)]
    found = _replace_one(name, rng, [*pairs, *((digits, word) for word, digits in pairs)])
    return found and re.sub(r"\b(\d+)(ST|ND|RD|TH|St|Nd|Rd|Th)\b",
                            lambda m: m[1] + m[2].lower(), found)  # fmt: skip


def rewrite_roman(name: str, rng: Random) -> str | None:
    """2 for II, II for 2; a lone I, V or X is rather a letter."""
    pairs = [(roman, str(n)) for n, roman in enumerate(ROMAN, 1)]
    table = dict([*((r, d) for r, d in pairs if len(r) > 1), *((d, r) for r, d in pairs)])
    words = name.split()
    at = [i for i, word in enumerate(words) if i > 0 and word in table]
    if not at:
        return None
    i = rng.choice(at)
    return " ".join([*words[:i], table[words[i]], *words[i + 1 :]])


def conflict_number(name: str, rng: Random) -> str | None:
    """Another number: another ship."""
    spots = list(re.finditer(r"(?<=[\s-])\d{1,4}\b", name))
    if not spots:
        return None
    spot = rng.choice(spots)
    other = max(1, int(spot[0]) + rng.choice([-1, 1, 2, 3]))
    other = other if other != int(spot[0]) else other + 1
    return name[: spot.start()] + str(other) + name[spot.end() :]


def add_place(name: str, rng: Random) -> str | None:
    """A country that makes it another firm, before or after the legal form."""
    fresh = [place for place in PLACES if place.lower() not in name.lower()]
    parts = _split_form(name)
    if parts is None:  # not surely a firm
        return None
    stem, form, leads = parts
    return _with_form(f"{stem} {rng.choice(fresh)}", form, leads)
