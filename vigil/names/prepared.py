"""A name made ready for comparing: its words with their classes, its legal forms apart."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

import msgspec

from vigil.names.common_words import COMMON_WORDS, PARTICLES
from vigil.names.honorifics import DESCENT, HONORIFICS, LEAST_BESIDE
from vigil.names.legal_forms import LegalClass, may_be_of_form, strip_legal_forms
from vigil.names.scripts import is_syllable
from vigil.names.text import fold, words
from vigil.names.wording import FIRST_BEFORE, LAST_AFTER, REWORDED, one_wording, without_frame

MOST_WORDS = 64  # chosen: the longest of 57 174 names on the US list has 56
MOST_CHARACTERS = 1000  # chosen: three times the longest listed name
FEWEST_COMMON = 2  # common words that must all agree before they say anything
MOST_OF_A_WORD = 2  # of one and the same word: the rest repeats and says nothing new
ACRONYM_FROM = 4  # letters; shorter ones meet by chance (57 174 names, 17 576 acronyms of three)
FEWEST_SPELT = 3  # single letters in a row that make a firm's short name, not somebody's initials
FEWEST_LETTERS = 3  # of a word whose digits are read as letters: Ig0r is one, B2B and 3M are none

# One digit at a time, so that Shahed136 stays; 2 and 6 to 9 pass for no letter.
LETTERS_AND_LOOK_ALIKES = re.compile(r"(?=.*[a-z])(?=.*\d)(?!.*\d\d)[a-z01345]+")
DIGIT_AS_LETTER = str.maketrans("01345", "oieas")

TEXT_OF = attrgetter("text")
# Words with which a rule begins or ends (vigil.names.wording) or that are titles.
SPECIAL = FIRST_BEFORE | LAST_AFTER | REWORDED | HONORIFICS | DESCENT
ARTICLES = frozenset({"al", "el"})  # a title after one is a family's name: Al Shaikh, El Hajj


class WordClass(IntEnum):
    """What sort of word it is; the value is its weight in thousandths."""

    PLAIN = 1000
    NUMBER = 450
    COMMON = 350
    INITIAL = 300
    PARTICLE = 80

    __hash__ = int.__hash__  # that of Enum is slow, and words are hashed all the time


class Word(msgspec.Struct, frozen=True, gc=False):
    """A folded word, its class, and whether it was a Han or Hangul character.

    Syllables are few and short, so that nearly any two are a letter apart: they meet exactly.
    """

    text: str
    word_class: WordClass
    is_syllable: bool = False

    @property
    def is_distinctive(self) -> bool:
        """Can the word alone point to somebody? Common words, particles and `2` cannot."""
        if self.word_class is WordClass.NUMBER:
            return len(self.text) >= ACRONYM_FROM
        return self.word_class is WordClass.PLAIN


class PreparedName(msgspec.Struct, frozen=True, gc=False):
    """What is compared of a name.

    `words` are in the order of the name, without legal forms, titles and repetitions; `legal`
    what its legal forms amount to; `acronym` the first letters of its words, empty when the name
    is too short to have one or is a person's.
    """

    text: str
    words: tuple[Word, ...]
    legal: tuple[LegalClass, ...]
    acronym: str = ""

    @property
    def numbers(self) -> frozenset[str]:
        """The words that are numbers."""
        return frozenset(w.text for w in self.words if w.word_class is WordClass.NUMBER)


@lru_cache(maxsize=1024)  # a name is searched, then asked whether it says anything
def prepare(text: str, *, is_person: bool = False) -> PreparedName:
    """A name ready for `vigil.names.score.compare_names`.

    Args:
        text: a name in any script.
        is_person: a person's initials make no acronym, and a comma turns the name round.

    >>> [word.text for word in prepare("ООО «Восток 1» Trading").words]
    ['vostok', '1', 'trading']
    """
    spoken = _in_spoken_order(text) if is_person else text
    said = words(spoken)
    plain = tuple(filter(None, map(_plain_word, said)))
    if len(plain) == len(said) and text.isascii():
        return _prepared(text, plain, (), is_person=is_person)
    read = one_wording(_with_letters(without_frame(said)))
    stripped = strip_legal_forms(read)
    kept = _without_titles(stripped.words)
    if not is_person and (stripped.classes or not COMMON_WORDS.isdisjoint(kept)):
        kept = _letters_together(kept)
    syllables = _syllables(text)
    if stripped.only_forms or syllables:
        classed = tuple(
            Word(
                w,
                WordClass.COMMON
                if stripped.only_forms
                else WordClass.PLAIN  # 斌 is no `bin`, 이 no initial
                if w in syllables
                else word_class(w),
                w in syllables,
            )
            for w in kept
        )
    else:
        classed = tuple(map(_word, kept))
    return _prepared(text, _initials_at_ends(classed), stripped.classes, is_person=is_person)


def _prepared(
    text: str, classed: tuple[Word, ...], legal: tuple[LegalClass, ...], *, is_person: bool
) -> PreparedName:
    again = len(set(map(TEXT_OF, classed))) < len(classed)
    named = _without_repetition(classed) if again else classed
    return PreparedName(text, named, legal, "" if is_person else _acronym(named))


@lru_cache(maxsize=65536)
def _plain_word(text: str) -> Word | None:
    """A word with its class, when no other rule of this room reads it, wherever it stands."""
    if len(text) == 1 or not text.isalpha() or text in SPECIAL or may_be_of_form(text):
        return None
    return Word(text, word_class(text))


def _in_spoken_order(text: str) -> str:
    """A person's name without its comma: "KHANDAN, Mohsen" is said Mohsen Khandan.

    Words meet in any order; only words written as one (Mohsenkhandan) need the spoken one.
    """
    family, comma, given = text.partition(",")
    return f"{given} {family}" if comma and "," not in given else text


def _letters_together(kept: tuple[str, ...]) -> tuple[str, ...]:
    """A firm's letters spelt one by one, read as the word that they are: A. B. C. is ABC."""
    if [*map(len, kept)].count(1) < FEWEST_SPELT:
        return kept
    read: list[str] = []
    for single, run in groupby(kept, key=lambda word: len(word) == 1 and word.isalpha()):
        group = tuple(run)
        read += ["".join(group)] if single and len(group) >= FEWEST_SPELT else group
    return tuple(read)


def refusal(text: str) -> str | None:
    """Why a name cannot be searched, as a sentence; None when it can.

    >>> refusal("!!!")
    'the name has no letter or digit that can be read'
    """
    if len(text) > MOST_CHARACTERS:
        return f"a name may have at most {MOST_CHARACTERS} characters, this one has {len(text)}"
    count = len(words(text))
    if count > MOST_WORDS:
        return f"a name may have at most {MOST_WORDS} words, this one has {count}"
    return None if count else "the name has no letter or digit that can be read"


def says_nothing(name: PreparedName) -> bool:
    """Has the name no word that could point to anybody, and not two common words either?

    >>> says_nothing(prepare("Trading Co")), says_nothing(prepare("11420 Corp."))
    (True, False)
    """
    common = sum(word.word_class is WordClass.COMMON for word in name.words)
    return common < FEWEST_COMMON and not any(word.is_distinctive for word in name.words)


def word_class(word: str) -> WordClass:
    """The class of a folded word.

    >>> word_class("trading").name, word_class("al").name, word_class("k").name
    ('COMMON', 'PARTICLE', 'INITIAL')
    """
    if word.isdigit():
        return WordClass.NUMBER
    if word in PARTICLES:
        return WordClass.PARTICLE
    if len(word) == 1:
        return WordClass.INITIAL
    return WordClass.COMMON if word in COMMON_WORDS else WordClass.PLAIN


@lru_cache(maxsize=65536)
def _word(text: str) -> Word:
    """A word of letters, with its class."""
    return _plain_word(text) or Word(text, word_class(text))


def _with_letters(name_words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with digits that pass for letters read as letters."""
    if "".join(name_words).isalpha():
        return name_words
    return tuple(map(_as_letters, name_words))


def _as_letters(word: str) -> str:
    if word.isalpha() or word.isdigit() or not LETTERS_AND_LOOK_ALIKES.fullmatch(word):
        return word
    letters = sum(map(str.isalpha, word))
    return word.translate(DIGIT_AS_LETTER) if letters >= FEWEST_LETTERS else word


def _syllables(text: str) -> frozenset[str]:
    """The folded Han and Hangul characters of a text."""
    if text.isascii():
        return frozenset()
    return frozenset(map(fold, filter(is_syllable, text)))


def _without_titles(name_words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that are no titles; titles stay where nothing else tells a name (Lady D)."""
    kept = name_words
    if not HONORIFICS.isdisjoint(name_words):
        before = ("", *name_words)
        kept = tuple(
            word
            for word, last in zip(name_words, before, strict=False)
            if word not in HONORIFICS or last in ARTICLES
        )
        telling = any(word_class(word) is WordClass.PLAIN for word in kept)
        kept = kept if telling else name_words
    if not DESCENT.isdisjoint(kept):
        without = tuple(word for word in kept if word not in DESCENT)
        full = sum(word_class(word) is WordClass.PLAIN for word in without)
        kept = without if full >= LEAST_BESIDE else kept
    return kept


def _initials_at_ends(classed: tuple[Word, ...]) -> tuple[Word, ...]:
    """Particles of one letter (`y`, `e`, `s`) stand between words; at an end they are initials."""
    if len(classed) < 2 or (len(classed[0].text) > 1 and len(classed[-1].text) > 1):
        return classed
    return (_as_initial(classed[0]), *classed[1:-1], _as_initial(classed[-1]))


def _as_initial(word: Word) -> Word:
    """The word as an initial when it is a particle of one letter."""
    if len(word.text) > 1 or word.word_class is not WordClass.PARTICLE:
        return word
    return msgspec.structs.replace(word, word_class=WordClass.INITIAL)


def _without_repetition(classed: tuple[Word, ...]) -> tuple[Word, ...]:
    kept: list[Word] = []
    for word in classed:
        if kept.count(word) < MOST_OF_A_WORD:
            kept.append(word)
    return tuple(kept)


def _acronym(named: tuple[Word, ...]) -> str:
    """The first letters of a name of several words, one of them a common word of firms.

    Without such a word it is most often a person's name, whose initials nobody goes by.
    """
    if len(named) < ACRONYM_FROM or WordClass.COMMON not in [w.word_class for w in named]:
        return ""
    told = [w.text[0] for w in named if w.word_class in (WordClass.PLAIN, WordClass.COMMON)]
    return "".join(told) if len(told) >= ACRONYM_FROM else ""
