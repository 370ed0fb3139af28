"""How alike two words are: a weighted edit distance in whole numbers, with a provable radius.

A word is compared in its canonical form: doubled letters become one, then ph→f, ck→k, x→ks, and
tsch and tch→ch, dj→j.
Edits of the weak letters (vowels, y, h, j), which transliterations add, drop and swap, cost 8; a
swap within a class of consonants that sound alike costs 7; any other edit, and the exchange of two
neighbours, costs 20. The classes are a partition and no cost depends on context. So every edit of
full cost changes the *skeleton* (the classes of the strong letters) by at most one edit, and no
cheap edit changes it: distance ≥ 20 · edits between the skeletons. An index may therefore skip any
word whose skeleton is further away than the floor allows, and loses nothing.

A word with a digit, or of more than 32 letters, meets only itself.

`edit_distance` here is the specification; the kernel gives the same where it was compiled.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter

from vigil.names.kernel import IS_COMPILED, kernel

SCALE = 1000  # similarities are whole thousandths
FLOOR = 720  # docs/methods: below it two words say nothing about one another
EDIT, WEAK_EDIT, CLASS_EDIT = 20, 8, 7  # 1, .4 and .35 of an edit

WEAK_LETTERS = frozenset("aeiouyhj")
WITHOUT_WEAK = dict.fromkeys(map(ord, WEAK_LETTERS))
CLASSES = ("kqcg", "vwf", "sz", "td", "pb", "m", "n", "l", "r")
CLASS_OF = {letter: members[0] for members in CLASSES for letter in members}

LONGEST_COMPARED = 32  # letters of a canonical form; a longer one only meets itself

# German tsch and French tch write what English writes ch, French dj what it writes j.
SPELT = (("tsch", "ch"), ("tch", "ch"), ("dj", "j"), ("ph", "f"), ("ck", "k"), ("x", "ks"))
DOUBLED = re.compile(r"(.)\1+")
HAS_DIGIT = re.compile(r"[0-9]")


@lru_cache(maxsize=262144)
def canonical(word: str) -> str:
    """The form in which words are compared; a word with a digit stays as it is.

    >>> canonical("philippov"), canonical("alexandr"), canonical("shahed136")
    ('filipov', 'aleksandr', 'shahed136')
    >>> canonical("tschetschenow"), canonical("djamel")
    ('chechenow', 'jamel')
    """
    return kernel.canonical(word) if IS_COMPILED and word.isascii() else plain_canonical(word)


def plain_canonical(word: str) -> str:
    """The canonical form by its definition, which the kernel's is held to."""
    if _has_digit(word):
        return word
    single = DOUBLED.sub(itemgetter(1), word)
    for spelt, read in SPELT:
        single = single.replace(spelt, read)
    return single


@lru_cache(maxsize=262144)
def strong_letters(word: str) -> str:
    """The canonical form without its weak letters.

    >>> strong_letters("Mohammad".lower()), strong_letters("muhamed")
    ('mmd', 'mmd')
    """
    if IS_COMPILED and word.isascii():
        return kernel.strong_letters(word)
    return canonical(word).translate(WITHOUT_WEAK)


@lru_cache(maxsize=262144)
def skeleton(word: str) -> str:
    """The classes of the strong letters of a word, in order.

    >>> skeleton("qaddafi"), skeleton("gadhafi")
    ('ktv', 'ktv')
    """
    return "".join(CLASS_OF[c] for c in canonical(word) if c in CLASS_OF)


@lru_cache(maxsize=262144)
def similarity(left: str, right: str) -> int:
    """How alike two folded words are, in thousandths; 0 below the floor.

    Returns:
        1000 for the same canonical form, else 1000 less the distance over the longer form's
        length, or 0 when that is below `FLOOR` or when one holds a digit.

    >>> similarity("ovsyannikov", "ovsiannikov"), similarity("hesa", "hesar")
    (960, 800)
    """
    return similarity_of_forms(canonical(left), canonical(right))


def similarity_of_forms(a: str, b: str) -> int:
    """How alike two canonical forms are, in thousandths; 0 below the floor."""
    if IS_COMPILED and a.isascii() and b.isascii():
        return kernel.similarity(a, b)
    return plain_similarity(a, b)


def plain_similarity(a: str, b: str) -> int:
    """The similarity of two forms by its definition, which the kernel's is held to."""
    if a == b:
        return SCALE
    longest = max(len(a), len(b))
    if longest > LONGEST_COMPARED or _has_digit(a) or _has_digit(b):
        return 0
    allowed = (SCALE - FLOOR) * longest * EDIT // SCALE
    if abs(len(a) - len(b)) * WEAK_EDIT > allowed:
        return 0
    distance = edit_distance(a, b)
    alike = SCALE - -(-distance * SCALE // (EDIT * longest))
    return alike if alike >= FLOOR else 0


def edit_distance(a: str, b: str) -> int:
    """The weighted distance between two canonical forms, 20 to a full edit.

    >>> edit_distance("putin", "pulin"), edit_distance("lavrov", "lavrof")
    (20, 7)
    """
    before: list[int] = []
    above = [0]
    for letter in b:
        above.append(above[-1] + _cost(letter))
    for i, x in enumerate(a):
        row = [above[0] + _cost(x)]
        for j, y in enumerate(b):
            best = min(above[j] + _swap_cost(x, y), above[j + 1] + _cost(x), row[j] + _cost(y))
            if i and j and x == b[j - 1] and y == a[i - 1]:
                best = min(best, before[j - 1] + EDIT)
            row.append(best)
        before, above = above, row
    return above[-1]


def _has_digit(form: str) -> bool:
    return not form.isalpha() and HAS_DIGIT.search(form) is not None


def _cost(letter: str) -> int:
    """Of adding or dropping a letter."""
    return WEAK_EDIT if letter in WEAK_LETTERS else EDIT


def _swap_cost(x: str, y: str) -> int:
    """Of reading one letter for another."""
    if x == y:
        return 0
    if x in WEAK_LETTERS and y in WEAK_LETTERS:
        return WEAK_EDIT
    return CLASS_EDIT if x in CLASS_OF and CLASS_OF[x] == CLASS_OF.get(y) else EDIT
