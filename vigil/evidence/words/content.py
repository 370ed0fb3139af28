"""What words tell, whatever their form: the keys by which statements of one thing are found.

A key stands for a word with its endings off and its synonyms beside it: "shipped" and "transported"
have one key, so have "Moscow" and "Russian", "UAVs" and "drones".
Keys only find statements that belong together; what is cited are the words at their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from vigil.evidence.page import Span
from vigil.evidence.words.states import CAPITALS, STATE_OF
from vigil.evidence.words.synonyms import EVERYDAY, GROUPS, STOP_WORDS

# Initials with points, numbers with their marks, words; a hyphen parts two words.
WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*\d*")
LONGEST_WORD = 40  # longer ones are no words
_POSSESSIVE = re.compile("['’]s?$")
_INFLECTIONS = ("ings", "ing", "ed", "es", "s", "e")
_DERIVATIONS = (
    *("ational", "ations", "ation", "ating", "ators", "ator", "ate", "at"),
    *("itions", "ition", "ements", "ement", "ments", "ment", "ingly", "edly"),
    *("ions", "ion", "ives", "ive", "ances", "ance", "ences", "ence", "ers", "er"),
    *("ally", "als", "al", "ly", "ous"),
    *_INFLECTIONS,
)
_IRREGULAR_TEXT = """
    said:say told:tell sent:send gave:give given:give built:build made:make found:find
    held:hold sold:sell bought:buy took:take taken:take struck:strike shot:shoot met:meet
    paid:pay left:leave went:go gone:go came:come brought:bring began:begin begun:begin
    grew:grow grown:grow knew:know known:know led:lead lost:lose rose:rise risen:rise
    saw:see seen:see sought:seek spent:spend spoke:speak spoken:speak stood:stand stole:steal
    stolen:steal taught:teach thought:think threw:throw thrown:throw wrote:write
    written:write won:win broke:break broken:break chose:choose chosen:choose fell:fall
    fallen:fall flew:fly flown:fly fought:fight got:get hidden:hide kept:keep laid:lay
    meant:mean ran:run shown:show slain:slay underwent:undergo withdrew:withdraw
    withdrawn:withdraw forbade:forbid forbidden:forbid dealt:deal men:man women:woman
    people:people plane:aeroplane planes:aeroplane
    """
_IRREGULAR = dict(pair.split(":") for pair in _IRREGULAR_TEXT.split())
_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(_COUNTED.split())
    if number > 2  # "one" and "two" are seldom numbers
} | {
    **{word: str(10 * n) for n, word in enumerate(_TENS.split(), start=3)},
    **dict.fromkeys(("hundred", "hundreds"), "hundred"),
    **dict.fromkeys(("thousand", "thousands"), "thousand"),
    **dict.fromkeys(("million", "millions", "mln"), "million"),
    **dict.fromkeys(("billion", "billions", "bn"), "billion"),
    **dict.fromkeys(("dozen", "dozens"), "dozen"),
}


class Word(NamedTuple):
    """A word that tells something: where it stands, its key, how much a key of its sort says.

    Keys of states begin with `@`, of numbers with `#`, of synonyms with `~`, of what links found
    with `=`.
    """

    at: Span
    key: str
    prior: float
    name: bool  # begins with a capital


def _cut(word: str, endings: tuple[str, ...], shortest: int) -> str:
    if not word.endswith(endings):
        return word
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            base = word[: -len(ending)]
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "ls":
                base = base[:-1]
            return base
    return word


def inflected(word: str) -> str:
    """A word of small letters without the endings of its number, tense and person.

    >>> [inflected(w) for w in ("ships", "shipped", "sent", "used", "using", "parties")]
    ['ship', 'ship', 'send', 'us', 'us', 'party']
    """
    word = _IRREGULAR.get(word, word)
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    return _cut(word, _INFLECTIONS, 2)


def stem(word: str) -> str:
    """A word of small letters without what makes a noun of a verb, either; three letters stay.

    >>> [stem(w) for w in ("violation", "violates", "violated", "operational", "operator")]
    ['viol', 'viol', 'viol', 'oper', 'oper']
    """
    return _underived(inflected(word))


def _underived(base: str) -> str:
    """A word without inflection, without what makes a noun of a verb."""
    return _cut(base, _DERIVATIONS, 3)


def _table() -> tuple[dict[str, str], dict[tuple[str, ...], str]]:
    """Synonyms by stem, and by phrase."""
    single: dict[str, str] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for line in GROUPS.strip().splitlines():
        words = line.split()
        for word in words:
            if "_" in word:
                phrases.setdefault(tuple(map(inflected, word.split("_"))), "~" + words[0])
            else:
                single.setdefault(inflected(word), "~" + words[0])
    return single, phrases


_SINGLE, _PHRASES = _table()
_STATES = {words[0]: state for words, state in STATE_OF.items() if len(words) == 1}
_STATE_PHRASES = {words: state for words, state in STATE_OF.items() if len(words) > 1}
# The first two words of each phrase: a state's as they are, others without inflection.
_STATE_STARTS = {words[:2] for words in _STATE_PHRASES}
_PHRASE_STARTS = {words[:2] for words in _PHRASES}
_FIRST_WORDS = {words[0] for words in (*_PHRASES, *_STATE_PHRASES)}
_EVERYDAY = frozenset(map(inflected, EVERYDAY))
_LONGEST_PHRASE = max(map(len, (*_PHRASES, *_STATE_PHRASES)))

EVERYDAY_KEYS = frozenset(_SINGLE.get(base) or stem(base) for base in _EVERYDAY)
STATE, NUMBER, COMMON, PLAIN = 0.5, 1.2, 0.3, 1.0


_Read = tuple[str, str, str | None, float]
_NO_WORD: _Read = ("", "", None, 0.0)


@lru_cache(maxsize=65536)
def _reading(word: str) -> _Read:
    """A word as printed: in small letters, without inflection, its key and its prior; a stop word
    has no key.
    """
    bare = _POSSESSIVE.sub("", word)
    small = bare.lower().replace("’", "'")
    if bare in CAPITALS:
        return small, small, "@" + CAPITALS[bare], STATE
    if small[0].isdigit():
        return small, small, "#" + small.replace(",", "").rstrip("."), NUMBER
    if small in _NUMBER_WORDS:
        return small, small, "#" + _NUMBER_WORDS[small], NUMBER
    if small in _STATES:
        return small, small, "@" + _STATES[small], STATE
    base = inflected(small)
    if small in STOP_WORDS:
        return small, base, None, 0.0
    key = _SINGLE.get(base) or _underived(base)
    return small, base, key, COMMON if base in _EVERYDAY else PLAIN


def _readings(words: Iterable[str]) -> list[_Read]:
    return [_reading(word) if len(word) <= LONGEST_WORD else _NO_WORD for word in words]


def words_of(text: str, at: Span, links: Iterable[tuple[Span, str]] = ()) -> Iterator[Word]:
    """The words of a span that tell something, in order.

    Args:
        text: the page's text.
        at: the span.
        links: places in it that name one known thing, in order, with a key for the thing.
    """
    found = [(m.start(), m.end(), m.group()) for m in WORD.finditer(text, at.start, at.end)]
    read = _readings(word for _, _, word in found)
    named = list(links)
    i = 0
    while i < len(found):
        start, end, word = found[i]
        while named and named[0][0].end <= start:
            named.pop(0)
        if named and named[0][0].start <= start:
            span, key = named.pop(0)
            while i < len(found) and found[i][0] < span.end:
                end = found[i][1]
                i += 1
            yield Word(Span(start, end), "=" + key, PLAIN, True)
            continue
        key_, prior, taken = _at(read, i)
        if key_ is not None:
            end = found[i + taken - 1][1]
            yield Word(Span(start, end), key_, prior, word[0].isupper())
        i += taken


def keys_of(text: str, at: Span, above: float = 0.0) -> list[str]:
    """The keys that `words_of` gives for a span, in order, of a prior above some value."""
    read = _readings(WORD.findall(text, at.start, at.end))
    keys: list[str] = []
    i = 0
    while i < len(read):
        key, prior, taken = _at(read, i)
        if key is not None and prior > above:
            keys.append(key)
        i += taken
    return keys


def _at(read: list[_Read], i: int) -> tuple[str | None, float, int]:
    """The key and prior at a word, and how many words they are of: a phrase before a word."""
    small, base, key, prior = read[i]
    if (small in _FIRST_WORDS or base in _FIRST_WORDS) and i + 1 < len(read):
        after = read[i + 1]
        if (small, after[0]) in _STATE_STARTS or (base, after[1]) in _PHRASE_STARTS:
            phrase = _phrase(read, i)
            if phrase is not None:
                return phrase
    return (key if len(small) > 1 else None), prior, 1


def _phrase(read: list[_Read], i: int) -> tuple[str, float, int] | None:
    """The longest phrase of the tables that begins at a word: its key, prior and words."""
    words = read[i : i + _LONGEST_PHRASE]
    for n in range(len(words), 1, -1):
        state = _STATE_PHRASES.get(tuple(w[0] for w in words[:n]))
        if state is not None:
            return "@" + state, STATE, n
        key = _PHRASES.get(tuple(w[1] for w in words[:n]))
        if key is not None:
            return key, PLAIN, n
    return None
