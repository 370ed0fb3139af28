"""How names of people are written: titles before them, surnames as keys, first names."""

from __future__ import annotations

import re

from vigil.evidence.speech.first_names import MEN_NAMES, WOMEN_NAMES

_TITLE = re.compile(
    r"(?:Lord|Lady|Dame|Sir|Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Shri|Smt|Sri"
    r"|Alhaji|Alhaja|Hajia|Malam|Mallam|Engr|Barr|Hon|Honourable|Rev|Fr|Adv|Datuk|Dato|Tun"
    r"|(?:His|Her)\s(?:Excellency|Highness|Majesty|Eminence|Honour)|H\.E|H\.H)\.?\s"
)


def bare_name(name: str) -> str:
    """A name without titles before it: "Dr. Ada Fox" is "Ada Fox"."""
    while (title := _TITLE.match(name)) is not None and title.end() < len(name):
        name = name[title.end() :]
    return name


def name_key(name: str) -> str:
    """What a surname or first name is known by."""
    return name.casefold().removesuffix("'s").removesuffix("’s")


def woman_by_name(first: str) -> bool | None:
    """Whether a first name is a woman's; None for one that is not known."""
    low = first.casefold()
    return True if low in WOMEN_NAMES else False if low in MEN_NAMES else None
