"""The compiled search over listed names: flat arrays, read by the kernel and by halving."""

from __future__ import annotations

import warnings
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vigil.index.arrays import (
    OF_KERNEL,
    Arrays,
    is_compared_by_letters,
    key_of,
    rarity_of,
    word_key,
)
from vigil.index.build import build_arrays
from vigil.index.listed_names import ListedName, all_names, only_word
from vigil.model.entity import Entity
from vigil.model.order import Kind
from vigil.names.explanation import CONFLICT, IMPERFECT, ONLY_IN_LISTED, ONLY_IN_QUERY
from vigil.names.kernel import kernel
from vigil.names.links import JOIN_FLOOR, SHORTEST_JOIN, joined, spans, weight_of
from vigil.names.prepared import PreparedName, Word
from vigil.names.readings import prepared_readings
from vigil.names.token_similarity import (
    HAS_DIGIT,
    LONGEST_COMPARED,
    SCALE,
    canonical,
    similarity_of_forms,
    strong_letters,
)

SHARES = (IMPERFECT, CONFLICT, ONLY_IN_QUERY, ONLY_IN_LISTED)
KEPT = 65_536  # prepared listed names and looked-up words kept at hand, by use

Slot = tuple[str | None, int, int, int, int]
Run = tuple[int, list[tuple[int, int]]]


class CompiledNames:
    """The names of all entities, searched by the kernel.

    Args:
        entities: who bears the names; asked for one at a time, so they may be read when needed.
        arrays: as `build_arrays` makes them of these entities; None: made now, about 80 µs a name.
    """

    def __init__(self, entities: Sequence[Entity], arrays: Arrays | None = None) -> None:
        if arrays is None:
            listed = all_names(entities)
            arrays = build_arrays([(n.entity, n.order, n.reading, n.prepared) for n in listed])
        self._entities = entities
        self._arrays = arrays
        self.size = len(arrays["name_entity"])
        self._kernel = kernel.Index(tuple(arrays[name] for name in OF_KERNEL))
        self.listed = lru_cache(KEPT)(self._listed)
        self.rarity = lru_cache(KEPT)(self._rarity)

    def _listed(self, place: int) -> ListedName:
        """The name at a place, made ready."""
        entity, order = self._arrays["name_entity"][place], self._arrays["name_order"][place]
        reading = self._arrays["name_reading"][place]
        bearer = self._entities[entity]
        name = bearer.names[order]
        read = prepared_readings(name.text, is_person=bearer.kind is Kind.PERSON)
        return ListedName(entity, order, reading, name, read[reading])

    def _rarity(self, word: str) -> int:
        """How much a folded word says in these names, 200–1000."""
        return rarity_of(self.held(word), self.size)

    def held(self, word: str) -> int:
        """How many names hold the folded word."""
        at = self._find("text_key", key_of(word))
        return 0 if at is None else self._arrays["text_names"][at]

    def near(self, word: str) -> list[tuple[int, int]]:
        """What each similar listed word lacks in thousandths, and how many names hold it."""
        form = canonical(word)
        if HAS_DIGIT.search(form) or len(form) > LONGEST_COMPARED:
            return [(0, self.held(word))]
        at = self._arrays["word_names_at"]
        found = self._kernel.similar(form.encode())
        return [(SCALE - alike, at[place + 1] - at[place]) for place, alike in found]

    def candidates(self, query: PreparedName, threshold: int) -> list[int]:
        """Places of every name that may reach the threshold (in ten-thousandths), in order.

        By words and runs through the kernel; names that part a word of the query, or with an
        acronym in play, are looked up.
        """
        asked: list[Slot | Run] = [*map(self._slot, query.words), *self._runs(query)]
        possible = set(self._kernel.candidates(asked, threshold, SHARES))
        possible.update(self._parting(query))
        if len(query.words) == 1:
            possible.update(self._keyed("acronym", key_of(only_word(query))))
        if query.acronym:
            possible.update(self._named_only(query.acronym))
        return sorted(possible)

    def _slot(self, word: Word) -> Slot:
        told = (int(word.word_class), self.rarity(word.text), ord(word.text[0]))
        if is_compared_by_letters(word):
            return (canonical(word.text), *told, -1)
        at = self._find("word_key", word_key(word))
        return (None, *told, -1 if at is None else self._arrays["word_of_key"][at])

    def _runs(self, query: PreparedName) -> Iterator[Run]:
        """What the query parts and a listed name may write as one."""
        for begin, end in spans(query.words):
            text = joined(query.words, begin, end)
            if len(text) < SHORTEST_JOIN:
                continue
            met = list(self._alike(text, "strong", "strong_words", "word"))
            if met:
                parts = query.words[begin:end]
                yield (sum(weight_of(part, self.rarity) for part in parts), met)

    def _parting(self, query: PreparedName) -> Iterator[int]:
        """Names that part what the query writes as one."""
        for asked in query.words:
            if len(asked.text) >= SHORTEST_JOIN and asked.is_distinctive:
                for run, _ in self._alike(asked.text, "run", "run_of_key", "run"):
                    yield from self._slice("run_names", run)

    def _alike(self, text: str, keyed: str, values: str, texts: str) -> Iterator[tuple[int, int]]:
        """Words or runs with the strong letters of a text that are similar enough to join, and how
        similar they are.
        """
        form = canonical(text)
        for place in self._keyed(keyed, key_of(strong_letters(text)), values):
            other = bytes(self._slice(f"{texts}_text", place, f"{texts}_text_at")).decode()
            alike = similarity_of_forms(form, other)
            if alike >= JOIN_FLOOR:
                yield place, alike

    def _slice(self, flat: str, place: int, at: str | None = None) -> Sequence[int]:
        begins = self._arrays[at or f"{flat}_at"]
        return self._arrays[flat][begins[place] : begins[place + 1]]

    def _named_only(self, acronym: str) -> Iterator[int]:
        """Names that are nothing but this word."""
        at = self._arrays["name_at"]
        for word in self._keyed("strong", key_of(strong_letters(acronym)), "strong_words"):
            yield from (
                place for place in self._slice("word_names", word) if at[place + 1] - at[place] == 1
            )

    def _keyed(self, what: str, key: int, values: str | None = None) -> Sequence[int]:
        at = self._find(f"{what}_key", key)
        return () if at is None else self._slice(values or f"{what}_names", at, f"{what}_at")

    def _find(self, keys: str, key: int) -> int | None:
        held = self._arrays[keys]
        at = bisect_left(held, key)
        return at if at < len(held) and held[at] == key else None


def warn_of_the_plain_search() -> None:
    """Says that the slow search is running."""
    warnings.warn(
        "vigil's search kernel was not compiled when it was installed; the plain search gives "
        "the same answers, much slower. Install a C compiler with Python's headers, then vigil "
        "anew.",
        RuntimeWarning,
        stacklevel=2,
    )
