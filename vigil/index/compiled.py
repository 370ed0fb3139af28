"""The compiled search over listed names: flat arrays, read by the kernel."""

from __future__ import annotations

import warnings
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vigil.index.arrays import (
    OF_KERNEL,
    Arrays,
    flags_of,
    key_of,
    legal_bits,
    rarity_of,
)
from vigil.index.build import build_arrays
from vigil.index.chance import ListedCrowd
from vigil.index.listed_names import ListedName, Scored, all_names, only_word, scored
from vigil.model.entity import Entity
from vigil.model.order import Kind
from vigil.names import chance, explanation, links, lowering, prepared
from vigil.names.kernel import IS_COMPILED, kernel
from vigil.names.legal_forms import LegalClass
from vigil.names.links import Rarity
from vigil.names.name_parts import stem_length
from vigil.names.prepared import PreparedName, Word
from vigil.names.readings import prepared_readings
from vigil.names.score import ACRONYM_SCORE, acronyms_meet
from vigil.names.token_similarity import (
    HAS_DIGIT,
    LONGEST_COMPARED,
    SCALE,
    canonical,
    strong_letters,
)

Facts = tuple[bytes, int, int, int]
"""A word as the kernel reads it: text, class, flags, letters before a father's ending."""

KEPT = 65_536  # prepared listed names and looked-up words kept at hand, by use


def hand_over_constants() -> None:
    """The kernel scores by the very numbers of the rooms that define the score."""
    known = {k: v for room in (chance, explanation, links, lowering, prepared)
             for k, v in vars(room).items()}  # fmt: skip
    known["LEGAL_COMPANY"] = legal_bits([LegalClass.COMPANY])
    kernel.set_constants(tuple(int(known[name]) for name in kernel.CONSTANTS))


if IS_COMPILED:
    hand_over_constants()


class CompiledNames:
    """The names of all entities, searched and scored by the kernel.

    Args:
        entities: who bears the names; asked for one at a time, so they may be read when needed.
        arrays: as `build_arrays` makes them of these entities; None: made now, about 80 µs a name.
        base: other names that say how rare words are; None: these.
    """

    def __init__(
        self,
        entities: Sequence[Entity],
        arrays: Arrays | None = None,
        base: CompiledNames | None = None,
    ) -> None:
        if arrays is None:
            arrays = build_arrays([listed.numbered for listed in all_names(entities)])
        self._entities = entities
        self._arrays = arrays
        self.size = len(arrays["name_entity"])
        self._kernel = kernel.Index(tuple(arrays[name] for name in OF_KERNEL))
        self.listed = lru_cache(KEPT)(self._listed)
        self.rarity: Rarity = base.rarity if base else lru_cache(KEPT)(self._rarity)
        self.crowd: ListedCrowd = base.crowd if base else ListedCrowd(self)
        self._kernel_of_crowd: kernel.Index = base._kernel if base else self._kernel

    def _listed(self, place: int) -> ListedName:
        """The name at a place, made ready."""
        entity, order = self.bearer(place)
        reading = self._arrays["name_reading"][place]
        bearer = self._entities[entity]
        name = bearer.names[order]
        read = prepared_readings(name.text, is_person=bearer.kind is Kind.PERSON)
        return ListedName(entity, order, reading, bearer.kind, name, read[reading])

    def bearer(self, place: int) -> tuple[int, int]:
        """Whose name stands at a place: the entity's place, and the name's among its names."""
        return self._arrays["name_entity"][place], self._arrays["name_order"][place]

    def _rarity(self, word: str) -> int:
        """How much a folded word says in these names, 200–1000."""
        return rarity_of(self.held(word), self.size)

    def held(self, word: str) -> int:
        """How many names hold the folded word."""
        at = self._find("text_key", key_of(word))
        if at is None:
            return 0
        place = self._arrays["text_word"][at]
        same = bytes(self._slice("folded", place)) == word.encode()
        return self._arrays["word_held"][place] if same else 0

    def near(self, word: str) -> list[tuple[int, int]]:
        """What each similar listed word lacks in thousandths, and how many names hold it."""
        form = canonical(word)
        if HAS_DIGIT.search(form) or len(form) > LONGEST_COMPARED:
            return [(0, self.held(word))]
        held = self._arrays["word_held"]
        found = {
            bytes(self._slice("folded", place)): (SCALE - alike, held[place])
            for place, alike in self._kernel.similar(form.encode())
        }  # by text: a name that holds one text as two sorts of words counts once
        return [*found.values()]

    def scored(self, query: PreparedName, kind: Kind | None, floor: int) -> Iterator[Scored]:
        """Every name that reaches the floor (in ten-thousandths), in no order, with its score.

        The kernel scores words. What it finds too entangled is scored by the reference. A name
        that an acronym meets scores as much at least, as in `vigil.names.score.compare_names`.
        """
        asked = tuple(map(_facts, query.words))
        met = {p for p in self._acronyms(query) if acronyms_meet(query, self.listed(p).prepared)}
        by_reference = []
        is_person = kind is Kind.PERSON
        found = self._kernel.search(
            asked, legal_bits(query.legal), is_person, floor, self._kernel_of_crowd
        )
        for place, score, is_common in found:
            if score < 0:
                by_reference.append(place)
            elif place not in met or score >= ACRONYM_SCORE:
                yield Scored(place, score, is_common)
                met.discard(place)
        if floor <= ACRONYM_SCORE:
            yield from (
                Scored(place, ACRONYM_SCORE, True) for place in met.difference(by_reference)
            )
        for place in by_reference:
            by_hand = scored(query, self.listed(place), kind, self.rarity, self.crowd, floor)
            if round(by_hand.score * explanation.DIGITS) >= floor:
                yield Scored.of(place, by_hand)

    def may_score(self, asked: tuple[Facts, ...], legal: int, floor: int) -> bool:
        """Does some name reach the floor, or is it too entangled for the kernel to say?

        Args:
            asked: the words of a name as the kernel reads them.
            legal: its legal forms, as `legal_bits` gives them.
            floor: in ten-thousandths.
        """
        return bool(self._kernel.search(asked, legal, False, floor, self._kernel_of_crowd))

    def _acronyms(self, query: PreparedName) -> Sequence[int]:
        """Names that may be the query's letters, or whose letters the query may be."""
        if len(query.words) == 1:
            return self._keyed("acronym", key_of(only_word(query)))
        return [*self._named_only(query.acronym)] if query.acronym else ()

    def _named_only(self, acronym: str) -> Iterator[int]:
        """Names that are nothing but this word."""
        at, folded = self._arrays["name_at"], acronym.encode()
        for word in self._keyed("strong", key_of(strong_letters(acronym)), "strong_words"):
            if bytes(self._slice("folded", word)) == folded:
                yield from (
                    name for name in self._slice("word_names", word) if at[name + 1] - at[name] == 1
                )

    def _slice(self, flat: str, place: int) -> Sequence[int]:
        begins = self._arrays[f"{flat}_at"]
        return self._arrays[flat][begins[place] : begins[place + 1]]

    def _keyed(self, what: str, key: int, values: str | None = None) -> Sequence[int]:
        at = self._find(f"{what}_key", key)
        if at is None:
            return ()
        begins = self._arrays[f"{what}_at"]
        return self._arrays[values or f"{what}_names"][begins[at] : begins[at + 1]]

    def _find(self, keys: str, key: int) -> int | None:
        held = self._arrays[keys]
        at = bisect_left(held, key)
        return at if at < len(held) and held[at] == key else None


@lru_cache(KEPT)
def _facts(word: Word) -> Facts:
    """A word of a query as the kernel reads it."""
    text = word.text
    return (text.encode(), int(word.word_class), flags_of(word), stem_length(text))


def warn_of_the_plain_search() -> None:
    """Says that the slow search is running."""
    warnings.warn(
        "vigil's search kernel was not compiled when it was installed; the plain search gives "
        "the same answers, much slower. Install a C compiler with Python's headers, then vigil "
        "anew.",
        RuntimeWarning,
        stacklevel=2,
    )
