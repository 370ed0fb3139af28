"""Words of Russian, Ukrainian and Belarusian organisations, in English as lists print them.

A name in Cyrillic is published both in letters and in translation, so it has a reading of each
kind. Beginnings stand for every ending (`государственн` for -ый, -ая, -ое, -ого).
"""

from __future__ import annotations

import re
from functools import lru_cache

from vigil.names.russian_vocabulary import VOCABULARY_TEXT

WORD = re.compile(r"[а-яёіїєґў]+", re.IGNORECASE)
# Legal forms and phrases, whose words would else be translated one by one.
FORMS = tuple(
    (re.compile(form, re.IGNORECASE), english)
    for form, english in (
        (r"общество\s+с\s+ограниченной\s+ответственностью", "LLC"),
        (r"товариство\s+з\s+обмеженою\s+відповідальністю", "LLC"),
        (r"таварыства\s+з\s+абмежаванай\s+адказнасцю", "LLC"),
        (
            r"(публичное|публічне|открытое|закрытое)?\s*акц[иіы]\w+\s+(общество|товариство|таварыства)",
            "JSC",
        ),
        (r"федеральное\s+государственное\s+унитарное\s+предприятие", "FGUP"),
        (r"(адкрытае|закрытае|публічнае)\s+акцыянернае\s+таварыства", "JSC"),
        (r"железн\w+\s+дорог\w*", "railways"),
        (r"сельск\w+\s+хозяйств\w*", "agriculture"),
        (r"внутренних\s+дел", "internal affairs"),
        (r"иностранных\s+дел", "foreign affairs"),
        (r"атомн\w+\s+электростанци\w*", "nuclear power plant"),
    )
)
SHORTEST_STEM = 4  # letters; shorter words must stand whole


def translated(text: str) -> str:
    """The text with known words in English; the same text where there is none.

    >>> translated("Уральский банк реконструкции и развития")
    'ural bank reconstruction and development'
    """
    for form, english in FORMS:
        text = form.sub(f" {english} ", text)
    return WORD.sub(_in_english, text)


def _in_english(match: re.Match[str]) -> str:
    english = _english(match.group().casefold())
    return match.group() if english is None else english


@lru_cache(maxsize=8192)
def _english(word: str) -> str | None:
    """The English of a word, by the longest beginning that leaves no more than an ending."""
    if word in _stems():
        return _stems()[word]
    for length in range(len(word) - 1, max(SHORTEST_STEM, len(word) - 4) - 1, -1):
        if word[:length] in _stems():
            return _stems()[word[:length]]
    return None


@lru_cache(maxsize=1)
def _stems() -> dict[str, str]:
    lines = (line.strip().partition(": ") for line in VOCABULARY_TEXT.splitlines() if line.strip())
    return {stem: "" if english == "-" else english
            for english, _, stems in lines for stem in stems.split()}  # fmt: skip
