"""What a user may have meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

LONGEST_WORD = 60  # chosen: longer than any field; keeps the comparison cheap
CLOSE_ENOUGH = 0.6  # difflib's own default; 'birthdate' and 'birth_date' meet at 0.95


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that names the nearest known word; empty when none is near.

    >>> did_you_mean("birthdate", ["birth_date", "founded"])
    "did you mean 'birth_date'?"
    """
    nearest = _nearest(word[:LONGEST_WORD].lower(), tuple(known))
    return f"did you mean {nearest!r}?" if nearest else ""


@lru_cache(maxsize=1024)  # one misspelt column comes back on every row of a file
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    found = get_close_matches(word, known, n=1, cutoff=CLOSE_ENOUGH)
    return found[0] if found else None
