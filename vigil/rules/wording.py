"""Words of a text that a provision asks for: whole words, in any script, without regard to case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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


class Wording:
    """Words and phrases looked for in folded words; one that ends in `*` also meets longer forms.

    >>> uav = Wording(["drone", "loitering munition*"], not_words=["toy drone"])
    >>> [uav.stands_in(fold(t).split()) for t in ("Loitering munitions", "a toy drone", "drones")]
    [True, False, False]
    """

    def __init__(self, words: Iterable[str], not_words: Iterable[str] = ()) -> None:
        self._whole: dict[str, list[Phrase]] = {}
        stems = []
        for phrase in map(_phrase, words):
            first, *rest = phrase.words
            if not rest and phrase.is_stem:
                stems.append(first)
            else:
                self._whole.setdefault(first, []).append(phrase)
        self._stems = tuple(stems)
        self._not = Wording(not_words) if (not_words := tuple(not_words)) else None

    def stands_in(self, words: Sequence[str]) -> bool:
        """Is one of them there, and not only inside of what takes it back?"""
        if not self._stems and self._whole.keys().isdisjoint(words):
            return False  # the ordinary case, and cheap
        met = set(self._places(words))
        if met and self._not is not None:
            met -= set(self._not._places(words))
        return bool(met)

    def _places(self, words: Sequence[str]) -> Iterator[int]:
        """The places of words that belong to one of the phrases."""
        for start, word in enumerate(words):
            if self._stems and word.startswith(self._stems):
                yield start
            for phrase in self._whole.get(word, ()):
                end = start + len(phrase.words)
                if phrase.meets(words[start:end]):
                    yield from range(start, end)


class Phrase(msgspec.Struct, frozen=True):
    """Folded words in their order; `is_stem`: the last may be longer."""

    words: tuple[str, ...]
    is_stem: bool

    def meets(self, words: Sequence[str]) -> bool:
        """Are these its words?"""
        if len(words) != len(self.words):
            return False
        *first, last = self.words
        is_last = words[-1].startswith(last) if self.is_stem else words[-1] == last
        return is_last and list(words[:-1]) == first


def _phrase(text: str) -> Phrase:
    return Phrase(tuple(fold(text.removesuffix("*")).split()), text.endswith("*"))
