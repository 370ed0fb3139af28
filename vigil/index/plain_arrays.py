"""The bulk work of building an index, plainly: the specification of the kernel's and the fallback.

Each function is one of `_kernel.c` with the same arguments and gives the same numbers. Words are
folded (a–z and 0–9) and stand one after another in a text, with the places where they begin and a
last one for the end. Lists of numbers stand likewise.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

from vigil.index.arrays import U8, U16, U32, U64, Numbers, key_of
from vigil.names.links import SHORTEST_JOIN, joined, spans
from vigil.names.prepared import Word, WordClass
from vigil.names.token_similarity import (
    CLASS_OF,
    CLASSES,
    HAS_DIGIT,
    LONGEST_COMPARED,
    canonical,
    strong_letters,
)

MOST_OF_A_CLASS = 7  # letters of one class told apart in a bag; `_kernel.c` make_bag
# The lowest bit of each letter and how many it has, one for each time that the letter occurs.
LETTERS = {letter: (3 * place, 3) for place, letter in enumerate("aeiouyhj")}
LETTERS |= {letter: (24 + 2 * place, 2) for place, letter in enumerate("kqcgvwfsztdpbmnlr")}
CLASS_NUMBER = {members[0]: number for number, members in enumerate(CLASSES, 1)}

Columns: TypeAlias = "tuple[array[int], ...]"


def order_words(at: Numbers, text: Numbers, classes: Numbers, syllables: Numbers) -> Columns:
    """The order in which words stand: of one shape, bag and skeleton together, those that only meet
    themselves last.

    Args:
        at, text: the words, u32 and u8.
        classes: of each word, u16.
        syllables: 1 for each that is one, u8.

    Returns:
        The words' numbers in their order, the place of each number, and what was given, in order.
    """
    words = list(zip(_texts(at, text), classes, syllables, strict=True))
    order = sorted(range(len(words)), key=lambda number: (_place(words[number][0]), words[number]))
    place_of = array(U32, bytes(4 * len(words)))
    for place, number in enumerate(order):
        place_of[number] = place
    ordered = [words[number] for number in order]
    return (
        array(U32, order),
        place_of,
        *_joined(word.encode() for word, _, _ in ordered),
        array(U16, (number for _, number, _ in ordered)),
        array(U8, (syllable for _, _, syllable in ordered)),
    )


def describe_words(at: Numbers, text: Numbers) -> Columns:
    """Facts of words in their order.

    Returns:
        Their canonical forms, bits for their letters, the keys of their strong letters; which
        different text each has, the texts' keys, and the first word of each.
    """
    words = list(_texts(at, text))
    number_of = {word: number for number, word in enumerate(dict.fromkeys(words))}
    first_of = {word: place for place, word in reversed(list(enumerate(words)))}
    return (
        *_joined(canonical(word).encode() for word in words),
        array(U64, map(_letters, words)),
        array(U64, (key_of(strong_letters(word)) for word in words)),
        array(U32, map(number_of.__getitem__, words)),
        array(U64, map(key_of, number_of)),
        array(U32, map(first_of.__getitem__, number_of)),
    )


def shape_words(form_at: Numbers, form: Numbers) -> Columns:
    """Shapes (strong letters, letters) with their bags, bags with their skeletons, and skeletons
    with their words.

    Args:
        form_at, form: the canonical forms of words in their order, u32 and u8.
    """
    compared = [word for word in _texts(form_at, form) if _is_compared(word)]
    shapes, bags, skeletons = array(U8), array(U64), list[bytes]()
    bags_at, skeletons_at, words_at = array(U32), array(U32), array(U32)
    for shape, of_shape in groupby(enumerate(compared), key=lambda word: _shape(word[1])):
        shapes.extend(shape)
        bags_at.append(len(bags))
        for bag, of_bag in groupby(of_shape, key=lambda word: _bag(_classes(word[1]))):
            bags.append(bag)
            skeletons_at.append(len(skeletons))
            for classes, words in groupby(of_bag, key=lambda word: _classes(word[1])):
                skeletons.append(classes)
                words_at.append(next(words)[0])
    bags_at.append(len(bags))
    skeletons_at.append(len(skeletons))
    words_at.append(len(compared))
    return (shapes, bags_at, bags, skeletons_at, *_joined(skeletons), words_at)


def find_holders(at: Numbers, numbers: Numbers, groups: int) -> Columns:
    """For each number below `groups`, the lists that hold it, rising, each once.

    Args:
        at, numbers: the lists, both u32.
        groups: how many numbers there are.
    """
    holders: list[list[int]] = [[] for _ in range(groups)]
    for one, (begin, end) in enumerate(pairwise(at)):
        for number in dict.fromkeys(numbers[begin:end]):
            holders[number].append(one)
    return _flat(holders)


def group_keys(keys: Numbers, values: Numbers) -> Columns:
    """Different keys in rising order, where the values of each begin, and the values.

    Args:
        keys: u64.
        values: of each key, u32; those of one key keep their order.
    """
    of_key: dict[int, list[int]] = {}
    for key, value in zip(keys, values, strict=True):
        of_key.setdefault(key, []).append(value)
    return (array(U64, sorted(of_key)), *_flat(of_key[key] for key in sorted(of_key)))


def sort_keys(keys: Numbers, values: Numbers) -> Columns:
    """Keys in rising order, each with its value; those of one key keep their order."""
    ordered = sorted(zip(keys, values, strict=True), key=lambda pair: pair[0])
    return array(U64, (key for key, _ in ordered)), array(U32, (value for _, value in ordered))


def sum_same(at: Numbers, text: Numbers, counts: Numbers) -> Columns:
    """For each text, the counts of all texts equal to it, u32."""
    sums: dict[str, int] = {}
    for one, count in zip(_texts(at, text), counts, strict=True):
        sums[one] = sums.get(one, 0) + count
    return (array(U32, map(sums.__getitem__, _texts(at, text))),)


def look_up(column: Numbers, places: Numbers) -> Columns:
    """What stands at each place of a column, both u32."""
    return (array(U32, map(column.__getitem__, places)),)


def find_runs(name_at: Numbers, name_words: Numbers, text_at: Numbers, text: Numbers) -> Columns:
    """Runs of words that may be written as one: the key of their strong letters, canonical form,
    and the names that have them.

    Args:
        name_at, name_words: the numbers of the words of each name, both u32.
        text_at, text: the words, u32 and u8.
    """
    words = [Word(word, WordClass.PLAIN) for word in _texts(text_at, text)]
    holding: dict[tuple[int, str], list[int]] = {}
    for name, (begin, end) in enumerate(pairwise(name_at)):
        own = [words[number] for number in name_words[begin:end]]
        runs = {joined(own, *span) for span in spans(own)}
        forms = {(key_of(strong_letters(r)), canonical(r)) for r in runs if len(r) >= SHORTEST_JOIN}
        for run in forms:
            holding.setdefault(run, []).append(name)
    ordered = sorted(holding)
    keys = array(U64, (key for key, _ in ordered))
    return (
        *group_keys(keys, array(U32, range(len(ordered)))),
        *_joined(form.encode() for _, form in ordered),
        *_flat(holding[run] for run in ordered),
    )


def _place(word: str) -> tuple[bool, tuple[int, int], int, bytes]:
    form = canonical(word)
    if not _is_compared(form):
        return (True, (0, len(form)), 0, b"")
    classes = _classes(form)
    return (False, _shape(form), _bag(classes), classes)


def _shape(form: str) -> tuple[int, int]:
    return len(_classes(form)), len(form)


def _is_compared(form: str) -> bool:
    """Can a canonical form be similar to another one, or does it only meet itself?"""
    return len(form) <= LONGEST_COMPARED and not HAS_DIGIT.search(form)


def _classes(form: str) -> bytes:
    """The skeleton of a canonical form, by the numbers of its classes."""
    return bytes(CLASS_NUMBER[CLASS_OF[letter]] for letter in form if letter in CLASS_OF)


def _letters(word: str) -> int:
    """Which letters the canonical form has, and how often; 0 when it only meets itself."""
    form = canonical(word)
    letters = 0
    for letter, (bit, most) in LETTERS.items() if _is_compared(form) else ():
        letters |= (1 << min(form.count(letter), most)) - 1 << bit
    return letters


def _bag(classes: bytes) -> int:
    bag = 0
    for number in set(classes):
        count = min(classes.count(number), MOST_OF_A_CLASS)
        bag |= ((1 << count) - 1) << ((number - 1) * MOST_OF_A_CLASS)
    return bag


def _texts(at: Numbers, text: Numbers) -> Iterator[str]:
    whole = bytes(text).decode("ascii")
    return (whole[begin:end] for begin, end in pairwise(at))


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
