"""Listed names as flat arrays: what the compiled search reads, in memory or mapped from files.

`ARRAYS` names them all with their type codes; the first ones are those of `_kernel.c`, in its
order. A *key* is the first eight bytes of a BLAKE2b hash, in rising order, for looking up by
halving; a clash could only add a candidate, which is then scored like any other.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import TypeAlias

from vigil.names.explanation import deviation
from vigil.names.links import SHORTEST_JOIN, joined, spans
from vigil.names.prepared import PreparedName, Word
from vigil.names.token_similarity import (
    CLASSES,
    HAS_DIGIT,
    LONGEST_COMPARED,
    SCALE,
    canonical,
    skeleton,
    strong_letters,
)

DELETION_BUCKETS = 1 << 16
MOST_OF_A_CLASS = 7  # letters of one class told apart in a bag; `_kernel.c` make_bag
LEAST_RARITY = 200  # thousandths: a word of every second name still says a fifth of a rare one
CLASS_NUMBER = {members[0]: number for number, members in enumerate(CLASSES, 1)}
U8, U16, U32, U64 = "B", "H", "I", "Q"

ARRAYS = {
    "word_text_at": U32, "word_text": U8, "word_class": U16, "word_rarity": U16,
    "word_names_at": U32, "word_names": U32, "word_letters": U32,
    "shape": U8, "shape_skeletons": U32,
    "skeleton_bag": U64, "skeleton_text_at": U32, "skeleton_text": U8, "skeleton_words": U32,
    "skeleton_shape": U8, "kind_skeletons_at": U32, "kind_skeletons": U32,
    "deletion_bucket": U32, "deletion_key": U32, "deletion_kind": U32,
    "name_at": U32, "name_words": U32, "lost": U16, "word_first": U8,
    # what the kernel does not read
    "name_entity": U32, "name_order": U16, "name_reading": U8,
    "word_key": U64, "word_of_key": U32, "text_key": U64, "text_names": U32,
    "strong_key": U64, "strong_at": U32, "strong_words": U32,
    "run_key": U64, "run_at": U32, "run_of_key": U32,
    "run_text_at": U32, "run_text": U8, "run_names_at": U32, "run_names": U32,
    "acronym_key": U64, "acronym_at": U32, "acronym_names": U32,
}  # fmt: skip
OF_KERNEL = tuple(ARRAYS)[:23]

Numbers: TypeAlias = Sequence[int]
Arrays: TypeAlias = Mapping[str, Numbers]


def key_of(text: str) -> int:
    """The key of a text."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


def word_key(word: Word) -> int:
    """The key of a word with its class; the same text may stand in several."""
    return key_of(f"{word.text} {int(word.word_class)} {word.is_syllable}")


def is_compared_by_letters(word: Word) -> bool:
    """Can the word be similar to another one, or does it only meet itself?"""
    form = canonical(word.text)
    return len(form) <= LONGEST_COMPARED and not HAS_DIGIT.search(form)


def rarity_of(held: int, names: int) -> int:
    """How much a word says that `held` of `names` names hold, 200–1000.

    By the binary order of its share, in whole numbers, so that it is the same on every machine.
    A word of no listed name says 1000.
    """
    bits = names.bit_length()
    if held == 0 or bits < 2:
        return SCALE
    share = (names // held).bit_length() - 1
    return LEAST_RARITY + (SCALE - LEAST_RARITY) * share // (bits - 1)


def build_arrays(names: Sequence[tuple[int, int, int, PreparedName]]) -> Arrays:
    """The arrays of all names.

    Args:
        names: each reading of a name, with the place of its entity, of the name among the
            entity's names, and of the reading among the name's.
    """
    prepared = [name for *_, name in names]
    words = sorted({word for name in prepared for word in name.words}, key=_place)
    place_of = {word: place for place, word in enumerate(words)}
    name_words = [[place_of[word] for word in name.words] for name in prepared]
    texts = Counter(text for name in prepared for text in {w.text for w in name.words})
    holding: list[list[int]] = [[] for _ in words]
    for name, places in enumerate(name_words):
        for place in dict.fromkeys(places):
            holding[place].append(name)
    columns: list[Numbers] = [
        *_joined(canonical(word.text).encode() for word in words),
        array(U16, (int(word.word_class) for word in words)),
        array(U16, (rarity_of(texts[word.text], len(names)) for word in words)),
        *_flat(holding),
        array(U32, map(_letters, words)),
        *_shapes(words),
        *_flat(name_words),
        array(U16, (min(deviation(s), 2**16 - 1) for s in range(SCALE + 1))),
        array(U8, (ord(word.text[0]) for word in words)),
        array(U32, (entity for entity, _, _, _ in names)),
        array(U16, (order for _, order, _, _ in names)),
        array(U8, (reading for _, _, reading, _ in names)),
        *_pairs((word_key(word), place) for place, word in enumerate(words)),
        *_pairs((key_of(text), count) for text, count in texts.items()),
        *_lists((key_of(strong_letters(w.text)), place) for place, w in enumerate(words)),
        *_runs(prepared),
        *_lists((key_of(n.acronym), place) for place, n in enumerate(prepared) if n.acronym),
    ]
    return dict(zip(ARRAYS, columns, strict=True))


def _runs(names: Sequence[PreparedName]) -> tuple[array[int], ...]:
    """Runs of words that may be written as one, by their strong letters: key, canonical form, and
    the names that have them.
    """
    holding: dict[str, list[int]] = {}
    strong: dict[str, str] = {}
    for place, name in enumerate(names):
        texts = {joined(name.words, begin, end) for begin, end in spans(name.words)}
        long_enough = [text for text in texts if len(text) >= SHORTEST_JOIN]
        strong |= {canonical(text): strong_letters(text) for text in long_enough}
        for form in {canonical(text) for text in long_enough}:
            holding.setdefault(form, []).append(place)
    forms = sorted(holding)
    return (
        *_lists((key_of(strong[form]), run) for run, form in enumerate(forms)),
        *_joined(form.encode() for form in forms),
        *_flat(holding[form] for form in forms),
    )


def _place(word: Word) -> tuple[bool, tuple[int, int], str, str, int, bool]:
    """Words of one shape and skeleton stand together, those that only meet themselves last."""
    by_letters = is_compared_by_letters(word)
    classes = skeleton(word.text) if by_letters else ""
    shape = (len(classes), len(canonical(word.text)))
    return (not by_letters, shape, classes, word.text, int(word.word_class), word.is_syllable)


def _shapes(words: Sequence[Word]) -> tuple[array[int], ...]:
    """Shapes (strong letters, letters) with their skeletons, and skeletons with their words."""
    shapes: list[tuple[int, int]] = []
    skeletons: list[bytes] = []
    shape_at, words_at = array(U32), array(U32)
    compared = [word for word in words if is_compared_by_letters(word)]
    before = None
    for place, word in enumerate(compared):
        classes = skeleton(word.text)
        shape = (len(classes), len(canonical(word.text)))
        if not shapes or shapes[-1] != shape:
            shapes.append(shape)
            shape_at.append(len(skeletons))
        if before != (shape, classes):
            before = (shape, classes)
            skeletons.append(bytes(CLASS_NUMBER[c] for c in classes))
            words_at.append(place)
    shape_at.append(len(skeletons))
    words_at.append(len(compared))
    flat_shapes = array(U8, [count for shape in shapes for count in shape])
    text_at, text = _joined(skeletons)
    bags = array(U64, map(_bag, skeletons))
    of_shape = [
        shape for shape, at in enumerate(shape_at[:-1]) for _ in range(at, shape_at[shape + 1])
    ]
    return (
        flat_shapes, shape_at, bags, text_at, text, words_at,
        array(U8, of_shape), *_deletions(skeletons),
    )  # fmt: skip


def _deletions(skeletons: Sequence[bytes]) -> tuple[array[int], ...]:
    """For each way to drop up to two letters of a skeleton, the skeletons it may come from.

    Skeletons at most two edits apart have such a remainder in common. The same skeleton in several
    shapes is of one kind. Keys stand in rising order, in buckets by their upper half.
    """
    of_kind: dict[bytes, list[int]] = {}
    for place, classes in enumerate(skeletons):
        of_kind.setdefault(classes, []).append(place)
    rows = sorted(
        (deletion_key(left), kind)
        for kind, classes in enumerate(of_kind)
        for left in _remainders(classes)
    )
    buckets = array(U32, bytes(4 * (DELETION_BUCKETS + 1)))
    for key, _ in rows:
        buckets[(key >> 16) + 1] += 1
    for bucket in range(DELETION_BUCKETS):
        buckets[bucket + 1] += buckets[bucket]
    keys, kinds = array(U32, (key for key, _ in rows)), array(U32, (kind for _, kind in rows))
    return (*_flat(of_kind.values()), buckets, keys, kinds)


def _remainders(classes: bytes) -> set[bytes]:
    """What is left of a skeleton when none, one or two letters are dropped."""
    one = {classes[:i] + classes[i + 1 :] for i in range(len(classes))}
    two = {left[:i] + left[i + 1 :] for left in one for i in range(len(left))}
    return {classes} | one | two


def deletion_key(classes: bytes) -> int:
    """FNV-1a over the classes, 32 bits; `_kernel.c` deletion_key."""
    key = 2166136261
    for number in classes:
        key = (key ^ number) * 16777619 & 0xFFFFFFFF
    return key


def _letters(word: Word) -> int:
    """A bit for each letter a to z that the canonical form has; 0 when it has a digit."""
    if not is_compared_by_letters(word):
        return 0
    return sum(1 << (ord(letter) - ord("a")) for letter in set(canonical(word.text)))


def _bag(classes: bytes) -> int:
    bag = 0
    for number in set(classes):
        count = min(classes.count(number), MOST_OF_A_CLASS)
        bag |= ((1 << count) - 1) << ((number - 1) * MOST_OF_A_CLASS)
    return bag


def _joined(texts: Iterable[bytes]) -> tuple[array[int], array[int]]:
    at, text = array(U32, [0]), array(U8)
    for one in texts:
        text.frombytes(one)
        at.append(len(text))
    return at, text


def _flat(lists: Iterable[Sequence[int]]) -> tuple[array[int], array[int]]:
    at, flat = array(U32, [0]), array(U32)
    for one in lists:
        flat.extend(one)
        at.append(len(flat))
    return at, flat


def _pairs(pairs: Iterable[tuple[int, int]]) -> tuple[array[int], array[int]]:
    """Keys in rising order, and the value of each."""
    ordered = sorted(pairs)
    return array(U64, (key for key, _ in ordered)), array(U32, (value for _, value in ordered))


def _lists(pairs: Iterable[tuple[int, int]]) -> tuple[array[int], array[int], array[int]]:
    """Different keys in rising order, where the list of each begins, and the lists."""
    groups = [
        (key, [value for _, value in group])
        for key, group in groupby(sorted(pairs), key=lambda pair: pair[0])
    ]
    at, flat = _flat(values for _, values in groups)
    return array(U64, (key for key, _ in groups)), at, flat
