"""Runs of capitalised words: where a name begins and ends in a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.speech.first_names import MEN_NAMES, WOMEN_NAMES
from vigil.evidence.speech.quoted_words import Word
from vigil.evidence.speech.speaker_words import (
    BODIES,
    COUNTRIES,
    ROLE_WORDS,
    is_role,
)
from vigil.evidence.speech.word_table import table

Range = tuple[int, int]
PARTICLES = table(
    "de del della di da van von der den bin ibn bint binti ben bn abu ould al el la le "
    "du dos das ter"
)
CUTS = table("of for at from in on with to by near inside about")
FIRST_NAMES = WOMEN_NAMES | MEN_NAMES
DETERMINERS = table("a an the his her its their our this that these those")
NAMED_SO = table("called named")
_NICKNAME = 24  # characters with their marks (chosen)
_LONGEST_BODY = 8  # words (chosen)
_TITLE_WORDS = table("mr mrs ms dr sir prof")
# What follows a capital role and "of", and still belongs to the role.
_PORTFOLIOS = table(
    "state defence defense interior justice finance treasury energy health labour labor "
    "commerce transport education agriculture intelligence affairs security staff trade "
    "foreign national economy industry homeland environment culture operations charge"
)
_BEFORE_ROLES = ROLE_WORDS - CUTS - {"the", "by"}


def name_run(words: Sequence[Word], first: int, right: int) -> Range | None:
    """The capitalised words that end a noun phrase, with particles between them."""
    k = right
    while k > first and (
        words[k - 1].capital
        or (
            words[k - 1].lower in PARTICLES and k < right and k - 1 > first and words[k - 2].capital
        )
        or (first < k - 1 and k < right and is_nickname(words, k - 1))
    ):
        if is_role(words[k - 1].lower) and k < right:
            break
        if words[k - 1].lower in DETERMINERS:
            break
        k -= 1
    return (k, right) if k < right and not is_role(words[right - 1].lower) else None


def is_nickname(words: Sequence[Word], k: int) -> bool:
    """`Boris “the Baker” Kral`: a few words in quotation marks between two of a name."""
    at = words[k]
    return (
        at.quote >= 0
        and at.end - at.start <= _NICKNAME
        and words[k - 1].capital
        and k + 1 < len(words)
        and words[k + 1].capital
    )


def behind_portfolio(words: Sequence[Word], role: int, run: Range) -> Range | None:
    """`Secretary of State Antony Example`: the name begins behind the office."""
    k = run[0]
    if words[k - 1].lower in CUTS | DETERMINERS:
        while k < run[1] and (words[k].lower in _PORTFOLIOS or words[k].lower in BODIES):
            k += 1
        if k == run[0] or k > run[1] - 2:
            return _after_office(words, run) if k <= run[1] - 2 else None
        return (k, run[1]) if run[1] - k < 4 else _after_office(words, (k, run[1]))
    if k > role + 1 or words[k].lower in _PORTFOLIOS:
        while k < run[1] - 1 and (words[k].lower in _PORTFOLIOS or run[1] - k > 3):
            k += 1
    while k < run[1] - 1 and (words[k].lower in BODIES or words[k].lower in _PORTFOLIOS):
        k += 1
    return (k, run[1])


def _after_office(words: Sequence[Word], run: Range) -> Range | None:
    """`Director of Export Enforcement Greta Sommer`: from a first name on, else the last two."""
    left, right = run
    if words[left - 1].lower in DETERMINERS or right - left < 3:
        return None
    for k in range(left + 1, right - 1):
        if words[k].lower in FIRST_NAMES:
            return (k, right)
    k = right - 2
    while k > left + 1 and words[k - 1].lower in PARTICLES:
        k -= 2  # "Noura bint Saeed"
    return None if is_body(words, (right - 1, right)) else (max(k, left + 1), right)


def is_body(words: Sequence[Word], at: Range) -> bool:
    """Whether a name is a body's: a word for one, a country, or capitals alone."""
    left, right = at
    if any(w.lower in BODIES and w.lower not in {"house"} for w in words[left:right]):
        return True
    lows = [w.lower for w in words[left:right]]
    if "house" in lows or any(low in COUNTRIES for low in lows):
        return True
    last = words[right - 1].text
    plain = last.replace(".", "")
    return right - left == 1 and len(plain) > 1 and plain.isupper()


def capitals(words: Sequence[Word], left: int, right: int) -> Range | None:
    """The first run of capitalised words, with "of", "for", "and" and "the" inside it."""
    k = left
    while k < right and (
        not words[k].capital or words[k].lower in DETERMINERS or words[k].lower in _TITLE_WORDS
    ):
        k += 1
    if k >= right:
        return None
    end = k + 1
    last = end
    while end < right and end - last < 3:
        if words[end].capital or words[end].text == "&":
            last = end + 1
        elif is_nickname(words, end):
            pass
        elif words[end].lower not in {"of", "for", "and", "the", "on", "&"} | PARTICLES:
            break
        end += 1
    return (k, last)


def body_of(words: Sequence[Word], left: int, right: int) -> Range | None:
    """The body among words: "White House", "customs authority", "Velm customs authority".

    A run of capitals goes on to a small word for a body behind it; without capitals only a
    phrase of two words or more that ends in such a word is one ("head of state" has none).
    """
    found = capitals(words, left, right)
    if found is not None:
        return (found[0], _last_body(words, found[1], right) or found[1])
    start = left
    while start < right:
        if words[start].lower in CUTS | DETERMINERS:
            start += 1
            continue
        last = _last_body(words, start, right)
        if last is not None and last - start > 1:
            return (start, last)
        while start < right and words[start].lower not in CUTS:
            start += 1
    return None


def _last_body(words: Sequence[Word], start: int, right: int) -> int | None:
    """The place behind the last small word for a body in a row of small words."""
    last = None
    for k in range(start, min(right, start + _LONGEST_BODY)):
        low = words[k].lower
        if words[k].capital or not low[:1].isalpha() or low in CUTS | DETERMINERS:
            break
        if low in BODIES:
            last = k + 1
    return last


def names_in(words: Sequence[Word]) -> list[Range]:
    """Where names of two words or more, and names behind a role, may stand in a sentence."""
    found: list[Range] = []
    k = 0
    while k < len(words):
        if not words[k].capital or words[k].quote >= 0:
            k += 1
            continue
        end = k + 1
        while end < len(words) and (
            words[end].capital
            or (words[end].lower in PARTICLES and end + 1 < len(words) and words[end + 1].capital)
        ):
            end += 1
        left = k
        while (
            left
            and k - left < 6
            and (
                is_role(words[left - 1].lower)
                or words[left - 1].lower in _BEFORE_ROLES
                or (left < k and words[left - 1].capital and words[left - 1].quote < 0)
            )
        ):
            left -= 1
        if end - k > 1 or left < k:
            found.append((left, end))
        k = end
    return found
