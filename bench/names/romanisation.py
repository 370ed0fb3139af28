"""One name, several romanisations: where the standards for Russian, Arabic and Persian differ.

A rule is a spelling and those that other standards or habits give the same letters: BGN/PCGN, ISO
9, ICAO passports (old and new), French and German usage for Russian; ALA-LC, DIN, UNGEGN, French
(Maghreb) and English usage for Arabic; the Iranian national and BGN romanisations for Persian.
"""

from __future__ import annotations

import re
from random import Random

from bench.names.tables import CYRILLIC_TO_LATIN

Rule = tuple[str, tuple[str, ...]]

RUSSIAN: tuple[Rule, ...] = (
    (r"iy\b", ("ii", "y", "i", "ij")), (r"ii\b", ("iy", "y", "ij")), ("yu", ("iu", "ju")),
    ("ya", ("ia", "ja")), (r"\bye", ("e", "ie")), (r"\be", ("ye",)), ("kh", ("h", "ch", "x")),
    ("zh", ("j", "z")), ("shch", ("sch", "sh")), ("ts", ("tz", "c")), ("sh(?!ch)", ("sch", "ch")),
    ("(?<!sh)ch", ("tch", "tsch")), (r"ey\b", ("ei", "ej", "eyi")), (r"ay\b", ("ai", "aj")),
    (r"v\b", ("ff", "w", "f")), (r"\bv", ("w",)), ("ks", ("x",)), ("x", ("ks",)),
    (r"sky\b", ("skiy", "skii", "ski")), ("ov", ("off", "ow")), ("dm", ("dim",)), ("u", ("ou",)),
    ("yo", ("e", "io")), ("(?<=[bdlmnrst])y(?=[bdklmnrst])", ("i",)), ("'", ("",)),
    ("tsev", ("tzev", "cev")), ("yev", ("ev", "iev")), (r"y\b", ("i", "yi")),
)  # fmt: skip
ARABIC: tuple[Rule, ...] = (
    ("q", ("k", "g", "gh")), ("kh", ("k", "h")), ("dh", ("d", "z", "th")), ("th", ("t", "s")),
    ("gh", ("g",)), ("dj", ("j",)), ("j", ("dj", "g")), ("sh", ("ch",)), ("ou", ("u", "oo")),
    ("oo", ("u", "ou")), ("(?<![oa])u(?!u)", ("ou", "o", "oo")), ("ee", ("i",)), ("ii", ("i", "y")),
    ("aw", ("au", "ao")), ("ay", ("ai", "ei")), ("ai", ("ay", "ei")),
    (r"\bal-", ("el-", "al ", "el ")), (r"\bal ", ("el ", "al-", "Al")),
    (r"\babd al-?", ("Abdul ", "Abdel ", "Abdal", "Abd el-")),
    (r"\babdul ?", ("Abd al-", "Abdel ", "Abdoul ")), ("iyy", ("iy", "y")), (r"ah\b", ("a", "eh")),
    (r"(?<=[iy])a\b", ("ah", "eh")), (r"i\b", ("y", "ee", "iy")), ("ss", ("s",)), ("mm", ("m",)),
    ("'", ("",)), (r"\bbin\b", ("ben", "ibn")), (r"\bbu", ("bou",)), ("z", ("dh",)),
    (r"(?<=[bdfhklmnrstz])i(?=[bdfhklmnrstz])", ("e",)), (r"\bou", ("u",)), (r"\bu", ("o", "ou")),
)  # fmt: skip
PERSIAN: tuple[Rule, ...] = (
    ("q", ("gh",)), ("gh", ("q", "g")), ("v", ("w",)), ("w", ("v",)), ("oo", ("u", "ou")),
    ("ou", ("u", "oo")), ("ee", ("i",)), ("ei", ("ey", "i")),
    (r"zadeh\b", ("zade", "zada", "zadah")), (r"ian\b", ("yan",)), (r"pour\b", ("pur", "poor")),
    ("nezhad", ("nejad",)), ("nejad", ("nezhad",)),
    ("(?<=[bdfhklmnrstz])e(?=[bdfhklmnrstz])", ("i",)), (r"eh\b", ("e", "a", "ah")), ("kh", ("x",)),
    ("sayy?id", ("Seyed", "Seyyed", "Sayed")), ("seyy?ed", ("Sayyid", "Sayed")), ("'", ("",)),
    (r"(?<=[bdfghklmnrst])o(?=[bdfghklmnrst])", ("u",)), (r"i\b", ("y", "ee")), ("ae", ("ai",)),
    ("ss", ("s",)), ("mm", ("m",)), ("j", ("dj",)), ("ch", ("tch",)),
    (r"\babdol", ("Abdul", "Abdal")),
)  # fmt: skip
GIVEN_FORMS = (
    ("Muhammad", "Mohammed", "Mohamed", "Mohammad", "Mohamad", "Muhammed", "Mohamud", "Mohd"),
    ("Ahmad", "Ahmed", "Ahmet"), ("Husayn", "Hussein", "Hussain", "Hossein", "Husein", "Hosein"),
    ("Yusuf", "Yousef", "Youssef", "Yousif", "Yusif"), ("Umar", "Omar", "Omer"),
    ("Usama", "Osama", "Oussama"), ("Khalid", "Khaled"), ("Sa'id", "Saeed", "Said", "Saïd"),
    ("Ibrahim", "Ebrahim", "Brahim"), ("Hasan", "Hassan"), ("Mustafa", "Moustafa", "Mostafa"),
    ("Mahmud", "Mahmoud", "Mahmood"), ("Qasim", "Kassem", "Ghasem", "Kasim", "Qassem"),
    ("Sulayman", "Suleiman", "Soleiman", "Sulaiman"), ("Isma'il", "Ismail", "Esmail", "Ismael"),
    ("Jamal", "Gamal", "Djamel"), ("Ja'far", "Jafar", "Djaafar", "Jaafar"), ("Nur", "Noor", "Nour"),
    ("Faysal", "Faisal", "Feisal"), ("Mahdi", "Mehdi"), ("Tariq", "Tarek", "Tareq"),
    ("Uthman", "Othman", "Osman"), ("Muhsin", "Mohsen"), ("Jawad", "Javad"), ("Rashid", "Rachid"),
)  # fmt: skip
PHONETIC: tuple[Rule, ...] = (
    ("ph", ("f",)), ("f", ("ph",)), ("ck", ("k",)), (r"c(?=[aou])", ("k",)), (r"\bx", ("sh",)),
    (r"\bq(?=i)", ("ch",)), ("zh", ("j",)), (r"\bw", ("v",)), ("z", ("s",)), ("sch", ("sh",)),
    ("gh", ("g",)), ("tch", ("ch",)), ("qu", ("kw",)), ("k(?!h)", ("c",)), ("th", ("t",)),
)  # fmt: skip
ROUND_TRIP: tuple[Rule, ...] = (
    ("th", ("t", "z")), ("w", ("v", "u")), ("ay", ("ey",)), ("ea", ("e", "i")), ("ch", ("c",)),
    ("y", ("j", "i")), ("ou", ("au",)), ("h", ("g", "kh")), ("c", ("s", "k")), ("j", ("dzh", "zh")),
)  # fmt: skip

_RUSSIAN_LOOK = re.compile(
    r"(?:[oe]va?|[kgh]ina?|sk(?:y|iy|ii|aya)|enko|[oe]vich|[oe]vych|[oe]vna|chuk|yuk|iy)\b|shch|\b(?:OOO|OAO|AO|PAO)\b",
    re.IGNORECASE,
)
_ARABIC_LOOK = re.compile(
    r"\b(?:al|el|bin|ibn|abd|abdul|abdel|abu|muhammad|moh?ammed|mohamed|ahmad|ahmed|ali|hassan|"
    r"hasan|hussein|husayn|khalid|mahmoud|mahmud|omar|umar|mustafa|said|yusuf|ibrahim)\b",
    re.IGNORECASE,
)
_PERSIAN_LOOK = re.compile(
    r"(?:zadeh|pour|nezhad|nejad|abadi|kia|far|mand|\wian)\b|\b(?:mohammad|hossein|hosein|reza|"
    r"mehdi|mahdi|seyed|seyyed|sayyed|gholam|ali|mohsen|javad|abdol\w*|amir|saeed|hamid)\b",
    re.IGNORECASE,
)
_TO_CYRILLIC = sorted(
    ((latin, c) for c, latin in CYRILLIC_TO_LATIN.items() if latin and c not in "эєіґўъ"),
    key=lambda pair: -len(pair[0]),
)


def _respell(name: str, rng: Random, rules: tuple[Rule, ...], most: int) -> str | None:
    """The name with one to `most` rules applied, each at every place in one word."""
    fitting = [rule for rule in rules if re.search(rule[0], name, re.IGNORECASE)]
    if not fitting:
        return None
    changed = name
    for pattern, spellings in rng.sample(fitting, min(len(fitting), rng.randint(1, most))):
        spots = list(re.finditer(pattern, changed, re.IGNORECASE))
        if spots:  # an earlier rule may have taken the letters
            spot = rng.choice(spots)
            spelling = rng.choice(spellings)
            written = spelling.upper() if spot[0].isupper() else spelling
            changed = changed[: spot.start()] + written + changed[spot.end() :]
    return changed


def respell_russian(name: str, rng: Random) -> str | None:
    """A Russian or Ukrainian name by one to four differences of another standard."""
    return _respell(name, rng, RUSSIAN, 4) if _RUSSIAN_LOOK.search(name) else None


def respell_arabic(name: str, rng: Random) -> str | None:
    """An Arabic name by one to four differences of another standard; given names in other forms."""
    if not _ARABIC_LOOK.search(name):
        return None
    return _respell(_other_given_form(name, rng), rng, ARABIC, 3)


def respell_persian(name: str, rng: Random) -> str | None:
    """A Persian name by one to three differences of another standard."""
    if not _PERSIAN_LOOK.search(name):
        return None
    return _respell(_other_given_form(name, rng), rng, PERSIAN, 3)


def _other_given_form(name: str, rng: Random) -> str:
    """One of the name's Arabic given names in another of its forms; half of the time."""
    if rng.random() < 0.5:
        return name
    for forms in GIVEN_FORMS:
        for form in forms:
            if re.search(rf"\b{form}\b", name, re.IGNORECASE):
                other = rng.choice([f for f in forms if f != form])
                return re.sub(rf"\b{form}\b", other, name, count=1, flags=re.IGNORECASE)
    return name


def respell_by_sound(name: str, rng: Random) -> str | None:
    """One or two sounds written as a listener might."""
    return _respell(name, rng, PHONETIC, 2)


def round_trip(name: str, rng: Random) -> str | None:
    """Into another script by ear and back: several letters differ."""
    return _respell(name, rng, ROUND_TRIP, 4)


def write_cyrillic(name: str, rng: Random) -> str | None:
    """A Russian name in the letters that it came from."""
    del rng
    if not _RUSSIAN_LOOK.search(name) or not name.isascii():
        return None
    text = re.sub(r"y\b", "й", name.lower())
    for latin, cyrillic in _TO_CYRILLIC:
        text = text.replace(latin, cyrillic)
    text = text.replace("w", "в").replace("x", "кс").replace("j", "й").replace("h", "х")
    return text.title() if not re.search(r"[a-z]", text) else None
