"""Listed names as flat arrays: what the compiled search reads, in the order of `_kernel.c`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from vigil.names.explanation import deviation
from vigil.names.links import Rarity
from vigil.names.prepared import PreparedName, Word
from vigil.names.token_similarity import (
    CLASSES,
    HAS_DIGIT,
    LONGEST_COMPARED,
    SCALE,
    canonical,
    skeleton,
)

MOST_OF_A_CLASS = 7  # letters of one class told apart in a bag; `_kernel.c` make_bag
CLASS_NUMBER = {members[0]: number for number, members in enumerate(CLASSES, 1)}
U8, U16, U32, U64 = "B", "H", "I", "Q"


def is_compared_by_letters(word: Word) -> bool:
    """Can the word be similar to another one, or does it only meet itself?"""
    form = canonical(word.text)
    return len(form) <= LONGEST_COMPARED and not HAS_DIGIT.search(form)


def order_of_words(words: Iterable[Word]) -> list[Word]:
    """The words in the order of their places: those of one skeleton together, those that are
    not compared by letters last.
    """
    return sorted(words, key=_place)


def flat_arrays(
    names: Sequence[PreparedName], words: Sequence[Word], rarity: Rarity
) -> tuple[array[int], ...]:
    """The arrays of `_kernel.c`, in its order.

    Args:
        names: every listed name.
        words: every different word of theirs, as `order_of_words` gives them.
        rarity: how much a folded word says, 1–1000.
    """
    place_of = {word: place for place, word in enumerate(words)}
    holding: list[list[int]] = [[] for _ in words]
    name_words = [[place_of[word] for word in name.words] for name in names]
    for name, places in enumerate(name_words):
        for place in dict.fromkeys(places):
            holding[place].append(name)
    text_at, text = _joined(canonical(word.text).encode() for word in words)
    names_at, held = _flat(holding)
    name_at, flat_names = _flat(name_words)
    return (
        text_at,
        text,
        array(U16, (int(word.word_class) for word in words)),
        array(U16, (rarity(word.text) for word in words)),
        names_at,
        held,
        array(U32, map(_letters, words)),
        *_shapes(words),
        name_at,
        flat_names,
        array(U16, (min(deviation(s), 2**16 - 1) for s in range(SCALE + 1))),
    )


def _place(word: Word) -> tuple[bool, tuple[int, int], str, str, int, bool]:
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
    return (flat_shapes, shape_at, array(U64, map(_bag, skeletons)), text_at, text, words_at)


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
    at, joined = array(U32, [0]), array(U8)
    for text in texts:
        joined.frombytes(text)
        at.append(len(joined))
    return at, joined


def _flat(lists: Iterable[Sequence[int]]) -> tuple[array[int], array[int]]:
    at, flat = array(U32, [0]), array(U32)
    for one in lists:
        flat.extend(one)
        at.append(len(flat))
    return at, flat
