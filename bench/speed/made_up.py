"""Lists of any length with the words of a real one: names recombined, some words made new.

A made-up name takes the pattern of a real one. Most of its words are replaced by words of other
names of its kind and class, drawn as often as they occur, so that frequent words stay frequent. A
share of the plain words is made new by a changed letter or out of two halves, because the words of
longer lists are mostly ones that occur once.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from vigil.model.entity import Entity, Name
from vigil.model.order import Kind
from vigil.names.prepared import Word, WordClass, prepare

KEPT, NEW = 0.25, 0.06  # share of words that stay, and that are made new; the rest is replaced
SHORTEST = 4  # letters of a word that is made new
LETTERS = "aeiounrstlmkdhzvbgp"


class MadeUp(msgspec.Struct, frozen=True):
    """A made-up name: its words, and whether it is a person's."""

    words: tuple[Word, ...]
    is_person: bool

    @property
    def text(self) -> str:
        """The name as one text."""
        return " ".join(word.text for word in self.words)


class Pattern:
    """The names of a real list, by kind, and all occurrences of their words by kind and class."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.names: list[MadeUp] = []
        self._words: dict[tuple[bool, WordClass], list[Word]] = {}
        for entity in entities:
            is_person = entity.kind is Kind.PERSON
            for name in entity.names:
                words = prepare(name.text, is_person=is_person).words
                self.names.append(MadeUp(words, is_person))
                for word in words:
                    self._words.setdefault((is_person, word.word_class), []).append(word)

    def draw(self, count: int, seed: int) -> Iterator[MadeUp]:
        """Made-up names; the same seed gives the same."""
        rng = random.Random(seed)
        chance = rng.random
        for _ in range(count):
            real = self.names[int(chance() * len(self.names))]
            words = tuple(self._word(word, real.is_person, chance(), rng) for word in real.words)
            yield MadeUp(words, real.is_person)

    def _word(self, word: Word, is_person: bool, drawn: float, rng: random.Random) -> Word:
        if drawn < KEPT:
            return word
        others = self._words[is_person, word.word_class]
        other = others[int(rng.random() * len(others))]
        if drawn > 1 - NEW and word.word_class is WordClass.PLAIN and not word.is_syllable:
            return Word(_made_new(word.text, other.text, rng), WordClass.PLAIN)
        return other


def _made_new(text: str, other: str, rng: random.Random) -> str:
    if len(text) < SHORTEST:
        return text + other
    at = int(rng.random() * len(text))
    if rng.random() < 0.5 or len(other) < SHORTEST:  # half of them
        return text[:at] + rng.choice(LETTERS) + text[at + 1 :]
    return text[: len(text) // 2] + other[len(other) // 2 :]


class MadeUpEntities(Sequence[Entity]):
    """An entity for each name, made when it is asked for."""

    def __init__(self, texts: Sequence[str], persons: Sequence[int]) -> None:
        self._texts, self._persons = texts, persons

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place):  # type: ignore[no-untyped-def]  # int and slice, as Sequence
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        kind = Kind.PERSON if self._persons[place] else Kind.ORGANISATION
        return Entity(f"made_up:{place}", "made_up", kind, (Name(self._texts[place]),))


def altered(texts: Sequence[str], count: int, seed: int) -> list[str]:
    """Some of the names, each with one letter changed."""
    rng = random.Random(seed)
    drawn: list[str] = []
    while len(drawn) < count:
        text = texts[int(rng.random() * len(texts))]
        letters = [i for i, letter in enumerate(text) if letter.isalpha()]
        if letters:
            at = rng.choice(letters)
            drawn.append(text[:at] + rng.choice("aeilmnorst") + text[at + 1 :])
    return drawn
