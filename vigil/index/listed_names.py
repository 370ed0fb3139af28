"""Every listed name made ready, searched without the kernel: the specification and the fallback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from vigil.index.arrays import rarity_of
from vigil.index.chance import ListedCrowd
from vigil.index.vocabulary import Vocabulary
from vigil.model.entity import Entity, Name
from vigil.model.order import Kind
from vigil.names.chance import Crowd
from vigil.names.explanation import DIGITS
from vigil.names.links import SHORTEST_JOIN, Rarity, joined, spans
from vigil.names.prepared import PreparedName
from vigil.names.readings import prepared_readings
from vigil.names.score import NameScore, compare_names, upper_bound
from vigil.names.token_similarity import (
    HAS_DIGIT,
    LONGEST_COMPARED,
    SCALE,
    canonical,
    similarity,
    strong_letters,
)


class ListedName(msgspec.Struct, frozen=True):
    """A reading of a name of an entity: places in `NameIndex.entities`, in `Entity.names`, and
    in the name's `vigil.names.readings`.
    """

    entity: int
    order: int
    reading: int
    kind: Kind
    name: Name
    prepared: PreparedName

    @property
    def numbered(self) -> tuple[int, int, int, PreparedName, Kind]:
        """What the arrays are built of."""
        return (self.entity, self.order, self.reading, self.prepared, self.kind)


class Scored(msgspec.Struct, frozen=True):
    """A name that was found: its place, its score in ten-thousandths, and whether the agreement is
    weak by nature (only common words, or an acronym).
    """

    place: int
    score: int
    is_weak: bool

    @classmethod
    def of(cls, place: int, score: NameScore) -> Scored:
        """By the reference's score."""
        weak = score.common_words_only or score.acronym
        return cls(place, round(score.score * DIGITS), weak)


def scored(
    query: PreparedName,
    listed: ListedName,
    kind: Kind | None,
    rarity: Rarity,
    crowd: Crowd,
    floor: int,
) -> NameScore:
    """The reference's score of a listed name among its list.

    Args:
        query: the name asked about.
        listed: the name it may be.
        kind: what the query is of; it tells entries whose own kind is unknown.
        rarity: how much a word says in the list.
        crowd: the listed names.
        floor: ten-thousandths below which nobody asks.
    """
    known = kind if kind and listed.kind is Kind.UNKNOWN else listed.kind
    return compare_names(
        query, listed.prepared, rarity, crowd, is_person=known is Kind.PERSON, floor=floor
    )


class ListedNames:
    """The names of all entities, and everything a search looks up; about 80 µs a name to build."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.names = tuple(all_names(entities))
        self._holding: dict[str, list[int]] = {}
        self._by_acronym: dict[str, list[int]] = {}
        self._by_only_word: dict[str, list[int]] = {}
        self._running: dict[str, list[int]] = {}
        for place, listed in enumerate(self.names):
            self._file(place, listed.prepared)
        self.vocabulary = Vocabulary(self._holding)
        self.crowd = ListedCrowd(self)

    def listed(self, place: int) -> ListedName:
        """The name at a place."""
        return self.names[place]

    def bearer(self, place: int) -> tuple[int, int]:
        """Whose name stands at a place: the entity's place, and the name's among its names."""
        return self.names[place].entity, self.names[place].order

    def rarity(self, word: str) -> int:
        """How much a folded word says in these names, 200–1000."""
        return rarity_of(self.held(word), len(self.names))

    def held(self, word: str) -> int:
        """How many names hold the folded word."""
        return len(self._holding.get(word, ()))

    @property
    def size(self) -> int:
        """How many names there are."""
        return len(self.names)

    def near(self, word: str) -> list[tuple[int, int]]:
        """What each similar listed word lacks in thousandths, and how many names hold it."""
        form = canonical(word)
        if HAS_DIGIT.search(form) or len(form) > LONGEST_COMPARED:
            return [(0, self.held(word))]
        known = self.vocabulary.similar(word)
        return [(SCALE - similarity(word, other), self.held(other)) for other in known]

    def scored(self, query: PreparedName, kind: Kind | None, floor: int) -> Iterator[Scored]:
        """Every name that reaches the floor (in ten-thousandths), in no order, with its score."""
        for place in self.candidates(query, floor):
            score = scored(query, self.names[place], kind, self.rarity, self.crowd, floor)
            if round(score.score * DIGITS) >= floor:
                yield Scored.of(place, score)

    def candidates(self, query: PreparedName, threshold: int) -> list[int]:
        """Places of every name that may reach the threshold (in ten-thousandths), in order.

        A name that shares no similar word, joined word or acronym scores 0; of those that share
        a word, the ones whose bound is below the threshold are left out.
        """
        similar = [self.vocabulary.similar(word.text) for word in query.words]
        sharing = {place for words in similar for word in words for place in self._holding[word]}
        possible = {
            place
            for place in sharing
            if upper_bound(query, self.names[place].prepared, similar, self.rarity) >= threshold
        }
        possible |= set(self._joining(query))
        possible |= set(self._by_acronym.get(only_word(query), ()))
        possible |= set(self._by_only_word.get(query.acronym, ()))
        return sorted(possible)

    def _file(self, place: int, prepared: PreparedName) -> None:
        for word in {word.text for word in prepared.words}:
            self._holding.setdefault(word, []).append(place)
        runs = (joined(prepared.words, begin, end) for begin, end in spans(prepared.words))
        for strong in {strong_letters(run) for run in runs if len(run) >= SHORTEST_JOIN}:
            self._running.setdefault(strong, []).append(place)
        if prepared.acronym:
            self._by_acronym.setdefault(prepared.acronym, []).append(place)
        if only_word(prepared):
            self._by_only_word.setdefault(only_word(prepared), []).append(place)

    def _joining(self, query: PreparedName) -> Iterator[int]:
        """Names that write as one what the query parts, or the other way round."""
        for begin, end in spans(query.words):
            text = joined(query.words, begin, end)
            if len(text) >= SHORTEST_JOIN:
                for word in self.vocabulary.with_strong_letters(strong_letters(text)):
                    yield from self._holding[word]
        for asked in query.words:
            if len(asked.text) >= SHORTEST_JOIN:
                yield from self._running.get(strong_letters(asked.text), ())


def all_names(entities: Sequence[Entity]) -> Iterator[ListedName]:
    """Every reading of every name of the entities made ready, in their order."""
    for place, entity in enumerate(entities):
        for order, name in enumerate(entity.names):
            read = prepared_readings(name.text, is_person=entity.kind is Kind.PERSON)
            for reading, prepared in enumerate(read):
                yield ListedName(place, order, reading, entity.kind, name, prepared)


def only_word(name: PreparedName) -> str:
    """The word of a name that has but one; else a key that no word has."""
    return name.words[0].text if len(name.words) == 1 else ""
