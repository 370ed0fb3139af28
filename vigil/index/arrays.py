"""Listed names as flat arrays: what the compiled search reads, in memory or mapped from files.

`ARRAYS` names them all with their type codes; the first ones are those of `_kernel.c`, in its
order. A *key* is a hash of 64 bits, in rising order, for looking up by halving; what it finds is
then compared, so a clash changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from vigil.model.order import Kind
from vigil.names.kernel import IS_COMPILED, kernel
from vigil.names.legal_forms import LegalClass
from vigil.names.places import PLACES
from vigil.names.prepared import Word
from vigil.names.token_similarity import SCALE

KIND_CODE = {Kind.PERSON: 1, Kind.UNKNOWN: 2}  # of a name's bearer; 0: any other
LEGAL_BIT = {legal_class: 1 << place for place, legal_class in enumerate(LegalClass)}
LEAST_RARITY = 200  # thousandths: a word of every second name still says a fifth of a rare one
ALL_BITS = (1 << 64) - 1
Typecode = Literal["B", "H", "I", "Q"]
U8: Typecode = "B"
U16: Typecode = "H"
U32: Typecode = "I"
U64: Typecode = "Q"

ARRAYS: dict[str, Typecode] = {
    "word_text_at": U32, "word_text": U8, "word_class": U16, "word_rarity": U16,
    "word_names_at": U32, "word_names": U32, "word_letters": U64,
    "shape": U8, "shape_bags": U32, "bag": U64, "bag_skeletons": U32,
    "skeleton_text_at": U32, "skeleton_text": U8, "skeleton_words": U32,
    "name_at": U32, "name_words": U32, "lost": U16,
    "folded_at": U32, "folded": U8, "word_flags": U8, "word_stem": U8, "word_held": U32,
    "word_same": U32, "text_key": U64, "text_word": U32,
    "strong_key": U64, "strong_at": U32, "strong_words": U32,
    "run_key": U64, "run_at": U32, "run_of_key": U32,
    "run_text_at": U32, "run_text": U8, "run_names_at": U32, "run_names": U32,
    "near_word": U32, "near_at": U32, "near_words": U32, "near_similarity": U16,
    "name_legal": U8, "name_kind": U8,
    # what the kernel does not read
    "name_entity": U32, "name_order": U16, "name_reading": U8,
    "acronym_key": U64, "acronym_at": U32, "acronym_names": U32,
}  # fmt: skip
OF_KERNEL = tuple(ARRAYS)[: tuple(ARRAYS).index("name_entity")]

Numbers: TypeAlias = Sequence[int]
Arrays: TypeAlias = Mapping[str, Numbers]


def plain_key_of(text: str) -> int:
    """FNV-1a over the bytes, 64 bits, with the last mix of MurmurHash3."""
    key = 14695981039346656037
    for byte in text.encode():
        key = (key ^ byte) * 1099511628211 & ALL_BITS
    key = (key ^ key >> 33) * 0xFF51AFD7ED558CCD & ALL_BITS
    key = (key ^ key >> 33) * 0xC4CEB9FE1A85EC53 & ALL_BITS
    return key ^ key >> 33


def key_of(text: str) -> int:
    """The key of a folded text."""
    return kernel.text_key(text) if IS_COMPILED else plain_key_of(text)


def flags_of(word: Word) -> int:
    """What else the score asks of a word: 1 a syllable, 2 a country; `_kernel.c`."""
    return word.is_syllable | (word.text in PLACES) << 1


def legal_bits(legal: Iterable[LegalClass]) -> int:
    """A bit for each class of legal form, in the order of `LegalClass`."""
    bits = 0
    for legal_class in legal:
        bits |= LEGAL_BIT[legal_class]
    return bits


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
