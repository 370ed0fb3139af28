"""Every listed name made ready, with the lists from words to the names that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from vigil.index.compiled import CompiledNames, warn_if_plain
from vigil.index.vocabulary import Vocabulary
from vigil.model.entity import Entity, Name
from vigil.model.order import Kind
from vigil.names.kernel import IS_COMPILED
from vigil.names.links import SHORTEST_JOIN, joined, spans
from vigil.names.prepared import PreparedName, prepare
from vigil.names.score import upper_bound
from vigil.names.token_similarity import SCALE, strong_letters

LEAST_RARITY = 200  # thousandths: a word of every second name still says a fifth of a rare one


class ListedName(msgspec.Struct, frozen=True):
    """A name of an entity: places in `NameIndex.entities` and `Entity.names`."""

    entity: int
    name: Name
    prepared: PreparedName


class ListedNames:
    """The names of all entities, and everything a search looks up.

    Building takes about 80 µs a name; it happens on the first search.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.names = tuple(_all_names(entities))
        self._holding: dict[str, list[int]] = {}
        self._by_acronym: dict[str, list[int]] = {}
        self._by_only_word: dict[str, list[int]] = {}
        self._running: dict[str, list[int]] = {}
        for place, listed in enumerate(self.names):
            self._file(place, listed.prepared)
        self.vocabulary = Vocabulary(self._holding)
        self._bits = len(self.names).bit_length()

    @cached_property
    def _compiled(self) -> CompiledNames | None:
        if not IS_COMPILED:
            warn_if_plain()
            return None
        return CompiledNames([listed.prepared for listed in self.names], self.rarity)

    def rarity(self, word: str) -> int:
        """How much a word says in these names, 200–1000: by the binary order of its share.

        Whole numbers throughout, so that it is the same on every machine. A word of no listed
        name says 1000.
        """
        held = len(self._holding.get(word, ()))
        if held == 0 or self._bits < 2:
            return SCALE
        share = (len(self.names) // held).bit_length() - 1
        return LEAST_RARITY + (SCALE - LEAST_RARITY) * share // (self._bits - 1)

    def candidates(self, query: PreparedName, threshold: int) -> list[int]:
        """Places of every name that may reach the threshold (in ten-thousandths), in order.

        A name that shares no similar word, joined word or acronym scores 0; of those that share
        a word, the ones whose bound is below the threshold are left out.
        """
        compiled = self._compiled
        by_words = compiled.candidates if compiled else self.plain_candidates
        possible = set(by_words(query, threshold))
        possible |= set(self._joining(query))
        possible |= set(self._by_acronym.get(_only(query), ()))
        possible |= set(self._by_only_word.get(query.acronym, ()))
        return sorted(possible)

    def plain_candidates(self, query: PreparedName, threshold: int) -> list[int]:
        """Places of the names whose words may reach the threshold, without the kernel."""
        similar = [self.vocabulary.similar(word.text) for word in query.words]
        sharing = {place for words in similar for word in words for place in self._holding[word]}
        return [
            place
            for place in sharing
            if upper_bound(query, self.names[place].prepared, similar, self.rarity) >= threshold
        ]

    def _file(self, place: int, prepared: PreparedName) -> None:
        for word in {word.text for word in prepared.words}:
            self._holding.setdefault(word, []).append(place)
        runs = (joined(prepared.words, begin, end) for begin, end in spans(prepared.words))
        for strong in {strong_letters(run) for run in runs if len(run) >= SHORTEST_JOIN}:
            self._running.setdefault(strong, []).append(place)
        if prepared.acronym:
            self._by_acronym.setdefault(prepared.acronym, []).append(place)
        if _only(prepared):
            self._by_only_word.setdefault(_only(prepared), []).append(place)

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


def _all_names(entities: Sequence[Entity]) -> Iterable[ListedName]:
    for place, entity in enumerate(entities):
        for name in entity.names:
            prepared = prepare(name.text, is_person=entity.kind is Kind.PERSON)
            yield ListedName(place, name, prepared)


def _only(name: PreparedName) -> str:
    """The word of a name that has but one; else a key that no word has."""
    return name.words[0].text if len(name.words) == 1 else ""
