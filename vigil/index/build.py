"""Builds the arrays of an index: Python numbers the words, the kernel does the bulk.

A new column of the words is a line over `words` in `_columns`, as they stand there; one of the
names is a list that `NumberedNames.add` fills.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from vigil.index import plain_arrays
from vigil.index.arrays import (
    ARRAYS,
    KIND_CODE,
    OF_KERNEL,
    U8,
    U16,
    U32,
    U64,
    Arrays,
    Numbers,
    Typecode,
    flags_of,
    key_of,
    legal_bits,
    rarity_of,
)
from vigil.model.order import Kind
from vigil.names.explanation import deviation
from vigil.names.kernel import IS_COMPILED, kernel
from vigil.names.links import Rarity
from vigil.names.name_parts import stem_length
from vigil.names.prepared import PreparedName, Word
from vigil.names.token_similarity import SCALE

Listed = tuple[int, int, int, PreparedName, Kind]
"""A reading of a name between the places of its entity, of the name among the entity's names and of
the reading among the name's, and what bears it."""

MOST_FREQUENT = 16_384  # words whose similar ones are kept: most words of names are among so many
COMPARED = 500_000_000  # chosen: as many pairs of words at most are thought of, half a second

by = kernel if IS_COMPILED else plain_arrays


class WordNumbers(dict[Word, int]):
    """The number of each word, in the order in which they were first asked for."""

    def __missing__(self, word: Word) -> int:
        number = self[word] = len(self)
        return number


class NumberedNames:
    """Names as numbers of their distinct words, in the order in which they were added."""

    def __init__(self) -> None:
        self.number_of = WordNumbers()
        self.at, self.words = array(U32, [0]), array(U32)
        self.entity, self.order, self.reading = array(U32), array(U16), array(U8)
        self.legal, self.kind = array(U8), array(U8)
        self.acronym_key, self.acronym_names = array(U64), array(U32)

    def __len__(self) -> int:
        return len(self.entity)

    def add(
        self,
        entity: int,
        order: int,
        reading: int,
        name: PreparedName,
        kind: Kind = Kind.UNKNOWN,
    ) -> None:
        """A further name; see `Listed`."""
        if name.acronym:
            self.acronym_key.append(key_of(name.acronym))
            self.acronym_names.append(len(self.entity))
        self.words.extend(map(self.number_of.__getitem__, name.words))
        self.at.append(len(self.words))
        self.entity.append(entity)
        self.order.append(order)
        self.reading.append(reading)
        self.legal.append(legal_bits(name.legal))
        self.kind.append(KIND_CODE.get(kind, 0))


def build_arrays(names: Iterable[Listed], rarity: Rarity | None = None) -> Arrays:
    """The arrays of all names.

    Args:
        names: every reading of every name.
        rarity: how much a folded word says, where other names than these decide it; None: these.
    """
    numbered = NumberedNames()
    for name in names:
        numbered.add(*name)
    return arrays_of(numbered, rarity)


def arrays_of(names: NumberedNames, rarity: Rarity | None = None) -> Arrays:
    """The arrays of numbered names; `rarity` as in `build_arrays`."""
    handed = list(names.number_of)
    order, place_of, *told = by.order_words(*_as_columns(handed))
    words = [handed[number] for number in _numbers(U32, order)]
    (name_words,) = by.look_up(place_of, names.words)
    columns = _columns(names, words, told, name_words, rarity)
    columns |= _no_rows()
    arrays = {name: _numbers(typecode, columns[name]) for name, typecode in ARRAYS.items()}
    return arrays | near_frequent_words(arrays) if IS_COMPILED else arrays


def _columns(
    names: NumberedNames,
    words: Sequence[Word],
    told: Sequence[Numbers],
    name_words: Numbers,
    rarity: Rarity | None,
) -> dict[str, Numbers]:
    """Every array by its name.

    Args:
        names: as they were added.
        words: their words in the order of the index.
        told: of these words, places, text, classes and flags.
        name_words: what `names.words` is in that order.
        rarity: as in `build_arrays`.
    """
    form_at, form, letters, strong_key, text_of_word, text_key, text_word = by.describe_words(
        *told[:2]
    )
    (name_texts,) = by.look_up(text_of_word, name_words)
    held = _counts(by.find_holders(names.at, name_texts, len(_numbers(U64, text_key)))[0])
    places = array(U32, range(len(words)))
    word_names = by.find_holders(names.at, name_words, len(words))
    (word_held,) = by.look_up(held, text_of_word)
    counted_once = array(U32, bytes(4 * len(words)))  # by the first of the words of one text
    for text, word in enumerate(_numbers(U32, text_word)):
        counted_once[word] = held[text]
    (word_same,) = by.sum_same(form_at, form, counted_once)
    columns: dict[str, Numbers] = {
        "word_class": told[2],
        "word_rarity": _rarities(words, held, text_of_word, len(names), rarity),
        "word_letters": letters,
        "folded_at": told[0],
        "folded": told[1],
        "word_flags": array(U8, map(flags_of, words)),
        "word_stem": array(U8, (stem_length(word.text) for word in words)),
        "word_held": word_held,
        "word_same": word_same,
        "name_legal": names.legal,
        "name_kind": names.kind,
        "name_at": names.at,
        "name_words": name_words,
        "name_entity": names.entity,
        "name_order": names.order,
        "name_reading": names.reading,
        "lost": array(U16, (min(deviation(s), 2**16 - 1) for s in range(SCALE + 1))),
    }
    several: dict[str, Sequence[Numbers]] = {
        "word_text_at word_text": (form_at, form),
        "word_names_at word_names": word_names,
        "shape shape_bags bag bag_skeletons skeleton_text_at skeleton_text skeleton_words":
            by.shape_words(form_at, form),
        "text_key text_word": by.sort_keys(text_key, text_word),
        "strong_key strong_at strong_words": by.group_keys(strong_key, places),
        "run_key run_at run_of_key run_text_at run_text run_names_at run_names":
            by.find_runs(names.at, name_words, *told[:2]),
        "acronym_key acronym_at acronym_names":
            by.group_keys(names.acronym_key, names.acronym_names),
    }  # fmt: skip
    for named, made in several.items():
        columns.update(zip(named.split(), made, strict=True))
    return columns


def _no_rows() -> dict[str, Numbers]:
    """No words with the similar ones at hand."""
    empty: dict[str, Numbers] = {"near_at": array(U32, [0]), "near_similarity": array(U16)}
    return empty | {"near_word": array(U32), "near_words": array(U32)}


def near_frequent_words(arrays: Arrays) -> dict[str, Numbers]:
    """The words similar to each of those that most names hold, so that nobody seeks them again."""
    index = kernel.Index(tuple(arrays[name] for name in OF_KERNEL))
    text_at, text = arrays["word_text_at"], arrays["word_text"]
    held = _counts(arrays["word_names_at"])[: arrays["skeleton_words"][-1]]
    count = min(MOST_FREQUENT, COMPARED // max(1, len(held)))
    kept = sorted(sorted(range(len(held)), key=held.__getitem__, reverse=True)[:count])
    near = [index.similar(bytes(text[text_at[word] : text_at[word + 1]])) for word in kept]
    return {
        "near_word": array(U32, kept),
        "near_at": array(U32, accumulate(map(len, near), initial=0)),
        "near_words": array(U32, (word for row in near for word, _ in row)),
        "near_similarity": array(U16, (alike for row in near for _, alike in row)),
    }


def _as_columns(words: Sequence[Word]) -> tuple[array[int], array[int], array[int], array[int]]:
    """Words as places, text, classes and a 1 for each syllable."""
    at = array(U32, accumulate((len(word.text) for word in words), initial=0))
    text = array(U8, "".join(word.text for word in words).encode("ascii"))
    classes = array(U16, (word.word_class for word in words))
    return at, text, classes, array(U8, (word.is_syllable for word in words))


def _rarities(
    words: Sequence[Word], held: Numbers, text_of_word: Numbers, names: int, rarity: Rarity | None
) -> array[int]:
    """How much each word says: by how many of these names hold its text, or as given."""
    if rarity:
        return array(U16, (rarity(word.text) for word in words))
    says = {count: rarity_of(count, names) for count in set(held)}
    return array(U16, (says[held[text]] for text in _numbers(U32, text_of_word)))


def _counts(at: Numbers) -> array[int]:
    """How many numbers each list has."""
    return array(U32, (end - begin for begin, end in pairwise(_numbers(U32, at))))


def _numbers(typecode: Typecode, column: Numbers) -> Numbers:
    """A column as numbers, whoever made it."""
    flat = memoryview(column)  # type: ignore[arg-type]  # columns are arrays or bytes
    numbers: memoryview[int] = flat.cast("B").cast(typecode)
    return numbers
