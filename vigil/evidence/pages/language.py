"""Whether a text is English, by the words that English cannot do without.

About two of five words of English prose are among these; of other languages' prose, fewer than one
in ten (written for Vigil from general knowledge; measured in `tests/evidence/test_language.py`).
"""

from __future__ import annotations

from typing import NamedTuple

from vigil.evidence.pages.runs_of_letters import runs_of_letters

_WORDS = """
the of and to in that is was for with on as by at from it he she they we his her its their this
which be been are were has have had will would not but or an a who after about said than also into
more when there
"""
FUNCTION_WORDS = frozenset(_WORDS.split())
# Of the words of English news at least a quarter (headlines apart); between is not sure.
ENGLISH = 0.25
OTHER = 0.15
# Fewer words say nothing sure.
SHORTEST = 20
# So much of a text is enough to know its language.
_READ = 20_000


class Language(NamedTuple):
    """`english` is None where the words do not say; `share` of function words, 0–1."""

    english: bool | None
    share: float
    words: int


def language_of(text: str) -> Language:
    """Whether the text is English.

    >>> language_of("The ministry said on Friday that it was not aware of the sale.").english
    True
    """
    words = runs_of_letters(text[:_READ].casefold(), digits=False)
    share = sum(map(FUNCTION_WORDS.__contains__, words)) / len(words) if words else 0.0
    if share >= ENGLISH and len(words) >= SHORTEST // 2:
        return Language(True, share, len(words))
    if share < OTHER and len(words) >= SHORTEST:
        return Language(False, share, len(words))
    return Language(None, share, len(words))
