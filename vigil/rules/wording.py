"""Words of a text that a provision asks for: whole words, in any script, without regard to case."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from vigil.model.reach import EndUse
from vigil.names.text import fold


class EndUseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By which words an end use is met; `not_words` are cut out first."""

    id: EndUse
    words: tuple[str, ...]
    not_words: tuple[str, ...] = ()


class GovernmentWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By which words a party's name shows a government; `words_at_home` count for a party that
    gives this country (ISO alpha-2) as its own.
    """

    country: str
    words: tuple[str, ...]
    words_at_home: tuple[str, ...] = ()


def pattern_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern that meets any of the words in a folded text; None when there are none.

    >>> bool(pattern_of(["rocket system*"]).search(fold("Rocket  SYSTEMS")))
    True
    >>> bool(pattern_of(["iha"]).search(fold("Mihama")))
    False
    """
    parts = [_part(word) for word in words]
    return re.compile("|".join(parts)) if parts else None


def _part(word: str) -> str:
    stem = re.escape(fold(word.removesuffix("*")))
    return rf"\b{stem}" if word.endswith("*") else rf"\b{stem}\b"
