"""Names in another spelling: single rare names of places, first and last names of persons.

Two spellings meet where their skeletons are equal (`vigil.names.token_similarity`), so that only
vowels and consonants that sound alike differ: Alaboga is near Alabuga, Alabama is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from vigil.evidence.link import Known
from vigil.evidence.names.footing import is_ordinary
from vigil.evidence.names.phrasebook import variants
from vigil.names.token_similarity import SCALE, similarity, skeleton

SHORTEST_PLACE = 6  # letters; below it one vowel makes another place (Baku, Bako)
SHORTEST_FAMILY = 5  # letters
LEAST_PLACE = 900  # similarity in thousandths: Alaboga .943
LEAST_FAMILY = 860
LEAST_GIVEN = 800  # Mohammed, Muhammad .850; Hussein, Hossein .886
FEWEST_SOUNDS = 3  # in a skeleton; of two almost everything is near


class Near(NamedTuple):
    """A name met in another spelling: its first word's place, the place after its last."""

    start: int
    end: int
    known: Known
    score: float


class NearNames:
    """Names of places and persons by their skeletons."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._places: dict[str, list[tuple[str, Known]]] = {}
        self._of_persons: list[Known] = []
        for one in known:
            if one.kind == "place" and not one.beside:
                for words, _ in variants(one):
                    if len(words) == 1 and len(words[0]) >= SHORTEST_PLACE:
                        self._places.setdefault(skeleton(words[0]), []).append((words[0], one))
            elif one.kind == "party" and one.person:
                self._of_persons.append(one)

    def places(self, folded: Sequence[str], capitals: Sequence[int]) -> Iterator[Near]:
        """Places that a single word nearly names."""
        for at in capitals:
            word = folded[at]
            if len(word) >= SHORTEST_PLACE and not is_ordinary(word):
                for spelling, known in self._places.get(skeleton(word), ()):
                    score = similarity(word, spelling)
                    if score >= LEAST_PLACE:
                        yield Near(at, at + 1, known, score / SCALE)

    def persons(self, folded: Sequence[str], capitals: Sequence[int]) -> Iterator[Near]:
        """Persons whom a first and a last name nearly name."""
        following = set(capitals)
        for at in capitals:
            if at + 1 in following and len(folded[at + 1]) >= SHORTEST_FAMILY:
                given, family = folded[at], folded[at + 1]
                for first, last, known in self._persons.get(skeleton(family), ()):
                    score = similarity(family, last)
                    if score >= LEAST_FAMILY and similarity(given, first) >= LEAST_GIVEN:
                        both = (score + similarity(given, first)) / 2
                        yield Near(at, at + 2, known, round(both / SCALE, 3))

    @cached_property
    def _persons(self) -> dict[str, list[tuple[str, str, Known]]]:
        found: dict[str, list[tuple[str, str, Known]]] = {}
        for one in self._of_persons:
            natural, *others = variants(one)
            for words, is_short in (natural, *others):
                in_order = is_short or words is natural[0]
                if in_order and len(words) == 2 and len(words[1]) >= SHORTEST_FAMILY:
                    sounds = skeleton(words[1])
                    if len(sounds) >= FEWEST_SOUNDS:
                        found.setdefault(sounds, []).append((words[0], words[1], one))
        return found
