"""The Latin readings of a name: the other ways in which a list may print it.

Folding gives each name one Latin form, which for many scripts is near what lists print. For others
it is not: Arabic and Hebrew scripts leave vowels out, a Korean name is romanised in two manners and
may be written in Chinese characters, and a firm's name is as often translated as spelt. A reading
is a whole name in Latin letters, to be prepared and compared like any other. A familiar given name
(Bob, Sasha) has its full form as a reading, too.

Whoever compares two names takes the best score over the readings of both sides, so a reading can
only add to what is found. Each is a pure function of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from vigil.names.given_names import given_names
from vigil.names.hidden import without_hidden
from vigil.names.legal_forms import strip_legal_forms
from vigil.names.other_scripts import HANGUL, is_han_name, script_readings
from vigil.names.prepared import PreparedName, Word, WordClass, prepare
from vigil.names.text import fold, words

# A word of letters and digits; no ordinal, no model (Shahed136), no 3M.
MIXED_WORD = re.compile(
    r"(?!\d+(?:st|nd|rd|th)$|\d[a-z]$|[a-z0-9]*\d\d$)(?=\d*[a-z])(?=[a-z]*\d)[a-z0-9]+"
)
# A word said again at once where two words stay; in longer names father and son may share it.
SAID_TWICE = re.compile(r"^(\w+ )?(\w{2,}|\d+) \2( \w+)?$")
# A legal form written to a word; only forms that begin or end no other word.
GLUED_BEFORE = ("llc", "jsc", "pjsc", "ojsc", "ooo")
GLUED_AFTER = (
    "incorporated", "limited", "corporation", "company", "gmbh", "fze", "fzco", "llc", "ltd",
    "corp", "jsc",
)  # fmt: skip
GLUED_FORM = re.compile(
    f"({'|'.join(GLUED_BEFORE)})([a-z]{{4,}})|([a-z]{{4,}}?)({'|'.join(GLUED_AFTER)})"
)
DIGIT_AS_LETTER = str.maketrans("01234567", "oizeasgt") | {ord("8"): "b"}
# Letters that may be a number after the first word: HOPE I is HOPE 1.
ROMAN = {"i": "1", "v": "5", "vi": "6", "x": "10", "xi": "11", "xv": "15"}
LONGEST_SYLLABLE = 6  # letters, as in hyeong
MOST_READINGS = 8  # of a name, its own form included


@lru_cache(maxsize=16384)
def prepared_readings(text: str, *, is_person: bool = False) -> tuple[PreparedName, ...]:
    """The name prepared as it is, then each further reading.

    >>> [" ".join(w.text for w in name.words) for name in prepared_readings("Bob Mugabe")]
    ['bob mugabe', 'robert mugabe']
    """
    own = prepare(text, is_person=is_person)
    of_people = not own.legal  # Slava is Vladislav, JSC Slava is not
    read = () if _is_read_once(text) else readings(text, of_people=of_people)[1:]
    turned = _turned_round(text, own) if "," in text and own.legal and not is_person else ()
    if not read:
        return (own, *turned)
    further = (*(prepare(r, is_person=is_person) for r in read), *turned)
    return (own, *(map(_of_syllables, further) if _is_of_syllables(text) else further))


def _is_of_syllables(text: str) -> bool:
    return HANGUL.search(text) is not None or is_han_name(text)


def _turned_round(text: str, own: PreparedName) -> tuple[PreparedName, ...]:
    """A name whose last word only the comma leaves at the end: the Se of PAK, Han Se is no form.

    What is nothing but a form after its comma (Orvelin Systems, Inc.) is one.
    """
    if strip_legal_forms(words(text.partition(",")[2])).only_forms:
        return ()
    said = prepare(text, is_person=True)
    return (said,) if len(said.words) > len(own.words) else ()


def _of_syllables(name: PreparedName) -> PreparedName:
    """A reading of a Korean or Chinese name, whose short words are syllables: there are few, nearly
    any two are a letter apart, and `i` and `o` are family names, no initials.
    """
    read = tuple(
        Word(word.text, WordClass.PLAIN, True) if len(word.text) <= LONGEST_SYLLABLE else word
        for word in name.words
    )
    return msgspec.structs.replace(name, words=read)


def readings(text: str, *, of_people: bool = True) -> tuple[str, ...]:
    """The name in Latin letters, folded, in every manner a list may print it.

    Args:
        text: a name in any script.
        of_people: it may be a person's, so that a familiar given name has its full form.

    Returns:
        At most `MOST_READINGS`, the folded name first, then the likelier before the rarer.

    >>> readings("Vostok"), readings("محمد")
    (('vostok',), ('mhmd', 'muhammad', 'mohammad', 'mohamed'))
    >>> readings("박영희")[1:]
    ('pak yong hui', 'park yeong hui')
    """
    own = fold(text)
    if text.isascii():
        return _of_latin(own, of_people=of_people)
    visible = unicodedata.normalize("NFKC", without_hidden(text))
    read = map(fold, script_readings(visible))
    found = dict.fromkeys((own, *read))
    people = tuple(found) if of_people and not is_han_name(visible) else ()
    familiar = (full for latin in people for full in _with_given_names(latin))
    return tuple(r for r in dict.fromkeys((*found, *familiar)) if r or r == own)[:MOST_READINGS]


def _of_latin(own: str, *, of_people: bool) -> tuple[str, ...]:
    """The readings of a folded Latin name: nothing said twice, digits as letters, legal forms
    apart, familiar given names in full, Roman numerals in digits.
    """
    words = own.split()
    if _are_read_once(words):
        return (own,)
    once = SAID_TWICE.sub(r"\1\2\3", own) if own.count(" ") == 2 else own
    words = once.split()
    found = [own, once, " ".join(map(_in_letters, words)), " ".join(map(_apart, words))]
    if of_people and not given_names().keys().isdisjoint(words):
        found += _with_given_names(once)
    if not ROMAN.keys().isdisjoint(words[1:]):
        found.append(" ".join([words[0], *(ROMAN.get(word, word) for word in words[1:])]))
    return tuple(dict.fromkeys(found))[:MOST_READINGS]


def _is_read_once(text: str) -> bool:
    """Has a name surely no further reading?"""
    return text.isascii() and _are_read_once(words(text))


def _are_read_once(words: Sequence[str]) -> bool:
    return len({*words}) == len(words) and not any(map(_is_read_otherwise, words))


@lru_cache(maxsize=65536)
def _is_read_otherwise(word: str) -> bool:
    """May a name have a further reading because of this word?"""
    if word in given_names() or word in ROMAN:
        return True
    return _in_letters(word) != word or _apart(word) != word


def _in_letters(word: str) -> str:
    """A word with its digits read as letters, when they are not the most of it (A320, F16)."""
    if word.isalpha() or not MIXED_WORD.fullmatch(word):
        return word
    letters = sum(map(str.isalpha, word))
    return word.translate(DIGIT_AS_LETTER) if 2 * letters >= len(word) else word


def _apart(word: str) -> str:
    """A word and the legal form that was written to it."""
    if not (word.startswith(GLUED_BEFORE) or word.endswith(GLUED_AFTER)):
        return word
    glued = GLUED_FORM.fullmatch(word)
    return " ".join(part for part in glued.groups() if part) if glued else word


def _with_given_names(folded: str) -> Iterator[str]:
    """The name with its familiar given names in full; of several only the first is replaced."""
    words = folded.split()
    for place, word in enumerate(words):
        full = given_names().get(word, ()) if len(words) > 1 else ()
        for name in full:
            yield " ".join([*words[:place], name, *words[place + 1 :]])
        if full:
            return
