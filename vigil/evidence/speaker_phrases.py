"""What a noun phrase says of a speaker: name, role, organisation, kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from vigil.evidence.agencies import agency_of
from vigil.evidence.quoted_words import Word
from vigil.evidence.speaker_words import (
    BODIES,
    BODY_PRONOUNS,
    COUNTRIES,
    DAYS,
    DOCUMENTS,
    MEN,
    MONTHS,
    OUTLETS,
    PERSON_PRONOUNS,
    ROLE_WORDS,
    ROLES,
    UNNAMED,
    WOMEN,
    is_role,
)
from vigil.evidence.word_table import table

MentionKind = Literal[
    "person", "several", "body", "unnamed", "outlet", "document", "he", "it", "i", "described"
]
Range = tuple[int, int]
_DETERMINERS = table("a an the his her its their our this that these those")
_PARTICLES = table("de del della di da van von der den bin ibn al el la le du dos das ter")
_CUTS = table("of for at from in on with to by near inside about")
_LEADING = table(
    "but and yet so also then later earlier meanwhile separately however still now while as "
    "only even again both finally eventually"
)
_OPENING = table("on in at during after before by from following since under")
_TITLE_WORDS = table("mr mrs ms dr sir prof")
# What follows a capital role and "of", and still belongs to the role.
_PORTFOLIOS = table(
    "state defence defense interior justice finance treasury energy health labour labor "
    "commerce transport education agriculture intelligence affairs security staff trade "
    "foreign national economy industry homeland environment culture operations"
)


_EACH = table("another one some no any each every")
_PEOPLE_NOUNS = WOMEN | MEN | table("person people child family victim suspect accused")
_BEFORE_ROLES = ROLE_WORDS - _CUTS - {"the", "by"}


class Mention(msgspec.Struct):
    """Places of words (half-open). `name` is None for a description."""

    at: Range
    kind: MentionKind
    name: Range | None = None
    role: Range | None = None
    organisation: Range | None = None
    definite: bool = False  # "the minister": somebody told of before
    woman: bool | None = None


def mention_of(
    words: Sequence[Word], at: Range, aside: Range | None = None, reports: bool = False
) -> Mention | None:
    """Reads a subject; `reports` where its verb is one that news outlets have."""
    left, right = _trimmed(words, at)
    if left >= right:
        return None
    low = words[left].lower
    if right - left == 1:
        if low in PERSON_PRONOUNS:
            return Mention((left, right), "he", woman=low in {"she", "her"})
        if low in BODY_PRONOUNS:
            return Mention((left, right), "it")
        if low in {"i", "we", "you"}:
            return Mention((left, right), "i")
    found = _joint(words, left, right) or _read(words, left, right, reports)
    if aside is not None:
        _with_aside(words, found, aside)
    if found.woman is None:
        found.woman = _gender(words, found)
    return found


def _joint(words: Sequence[Word], left: int, right: int) -> Mention | None:
    """Two people who speak together: "Anna Novak and Mayor Peter Lind"."""
    middle = next((k for k in range(left + 1, right - 1) if words[k].lower == "and"), None)
    if middle is None:
        return None
    one, other = _read(words, left, middle, False), _read(words, middle + 1, right, False)
    if one.kind == other.kind == "person":
        return Mention((left, right), "several", (left, right))
    return None


def _trimmed(words: Sequence[Word], at: Range) -> Range:
    left, right = at
    while left < right and (
        words[left].lower in _LEADING
        or (
            words[left].lower.endswith("ly")
            and words[left].lower not in {"italy"}
            and left + 1 < right
        )
        or words[left].lower in {",", "“”"}
    ):
        left += 1
    if left < right and words[left].lower in _OPENING:
        k = left + 1
        stop = left
        while k < right and k - left < 8:
            if words[k].lower in DAYS | MONTHS | DOCUMENTS or words[k].text.isdigit():
                stop = k + 1
            k += 1
        left = stop if left < stop < right else left
        if left < right and words[left].lower in _OPENING:
            k = left + 1
            while k < right and words[k].capital:
                k += 1
            left = k if k < right and words[k].lower in {"the", "a", "an"} else left
    while right > left and (words[right - 1].lower in DAYS or words[right - 1].lower == "on"):
        right -= 1
    return left, right


def _read(words: Sequence[Word], left: int, right: int, reports: bool) -> Mention:
    determiner = words[left].lower in _DETERMINERS
    first = left + 1 if determiner and right - left > 1 else left
    definite = words[left].lower in {"the", "his", "her", "its", "their"}
    cut = next(
        (k for k in range(first + 1, right) if words[k].lower in _CUTS or words[k].lower == ","),
        right,
    )
    roles = [k for k in range(first, right) if is_role(words[k].lower)]
    run = _name_run(words, first, right)
    if roles and (run is None or _is_body(words, run)):
        behind = next((k for k in range(roles[-1] + 1, right) if words[k].lower in _CUTS), right)
        run = _name_run(words, roles[-1] + 1, behind) or run
    if roles and run is not None and run[0] > roles[-1]:
        run = _without_portfolio(words, roles[-1], run)
    if roles and run is not None and run[0] > roles[-1] and not _is_body(words, run):
        role = (first, run[0])
        return Mention((left, right), "person", run, role, _organisation(words, role, roles[-1]))
    head = cut - 1
    if roles and roles[0] <= head and not _all_capital_body(words, first, cut, determiner):
        return _described(words, left, right, first, roles[0], cut, definite)
    low = words[head].lower
    if low in UNNAMED or any(w.lower in UNNAMED for w in words[first:cut] if not w.capital):
        return Mention((left, right), "unnamed", organisation=_capitals(words, first, right))
    if (low in DOCUMENTS and not words[head].capital) or (low in DOCUMENTS and head == left):
        return Mention(
            (left, right),
            "document",
            definite=definite,
            organisation=_capitals(words, first, right),
        )
    return _named(words, left, right, first, cut, definite, reports)


def _named(
    words: Sequence[Word],
    left: int,
    right: int,
    first: int,
    cut: int,
    definite: bool,
    reports: bool,
) -> Mention:
    name = _capitals(words, first, cut)
    phrase = " ".join(w.text for w in words[first:cut])
    whole = (left, right) if right - left < 26 else (left, cut)
    if name is None:
        kind: MentionKind = (
            "body" if definite or any(w.lower in BODIES for w in words[first:cut]) else "unnamed"
        )
        if _PEOPLE_NOUNS.intersection(w.lower for w in words[first:cut]):
            kind = "unnamed"
        if words[cut - 1].lower in OUTLETS and not words[cut - 1].capital:
            kind = "outlet"
        return Mention(whole, kind, definite=definite and kind == "body")
    run = _name_run(words, first, cut)
    if first > left and run is not None and first < run[0] < cut - 1 and not _is_body(words, run):
        return Mention((left, right), "person", run, (first, run[0]))
    if words[first].lower.endswith(("'s", "s'")) and run is not None and first < run[0] + 1 < cut:
        own = (first + 1, cut)
        if (
            cut - first > 2
            and all(w.capital for w in words[first + 1 : cut])
            and (not _is_body(words, own))
        ):
            return Mention((left, right), "person", own)  # "Labour's Ada Fox"
    while name[0] > first and words[name[0] - 1].lower in _PARTICLES:
        name = (name[0] - 1, name[1])
    last = words[cut - 1].lower
    if (
        agency_of(phrase)
        or (last in OUTLETS and words[cut - 1].capital)
        or phrase.casefold() in OUTLETS
    ):
        return Mention((left, cut), "outlet", (left, cut) if definite else (first, cut))
    if _is_body(words, (first, cut)) or definite:
        return Mention(whole, "body", whole, organisation=(first, right))
    if cut - first == 1 and reports and not words[first].text.isupper():
        return Mention((left, cut), "outlet", (first, cut))
    if cut < right and words[cut].lower in {"of", "for", "from", "at"} and cut - first >= 2:
        return Mention((left, right), "person", name, organisation=_capitals(words, cut + 1, right))
    return Mention((left, right), "person", name)


def _described(
    words: Sequence[Word], left: int, right: int, first: int, role: int, cut: int, definite: bool
) -> Mention:
    """A role without a name: "a White House official", "the minister", "the head of the agency"."""
    organisation = _organisation(words, (first, cut), role)
    if (
        organisation is None
        and cut < right
        and words[cut].lower in {"of", "for", "at", "from", "with"}
    ):
        organisation = _capitals(words, cut + 1, right)
    if left == first and words[left].lower not in UNNAMED | _EACH:
        definite = True  # "spokesman says": headlines leave the article out
    kind: MentionKind = "described" if definite else "unnamed"
    return Mention((left, right), kind, None, (first, right), organisation, definite)


def _name_run(words: Sequence[Word], first: int, right: int) -> Range | None:
    """The capitalised words that end a noun phrase, with particles between them."""
    k = right
    while k > first and (
        words[k - 1].capital
        or (
            words[k - 1].lower in _PARTICLES
            and k < right
            and k - 1 > first
            and words[k - 2].capital
        )
    ):
        if is_role(words[k - 1].lower) and k < right:
            break
        if words[k - 1].lower in _DETERMINERS:
            break
        k -= 1
    return (k, right) if k < right and not is_role(words[right - 1].lower) else None


def _without_portfolio(words: Sequence[Word], role: int, run: Range) -> Range | None:
    """`Secretary of State Antony Example`: the name begins behind the office."""
    k = run[0]
    if words[k - 1].lower in _CUTS | _DETERMINERS:
        while k < run[1] and (words[k].lower in _PORTFOLIOS or words[k].lower in BODIES):
            k += 1
        return (k, run[1]) if run[0] < k <= run[1] - 2 else None
    if k > role + 1 or words[k].lower in _PORTFOLIOS:
        while k < run[1] - 1 and (words[k].lower in _PORTFOLIOS or run[1] - k > 3):
            k += 1
    while k < run[1] - 1 and (words[k].lower in BODIES or words[k].lower in _PORTFOLIOS):
        k += 1
    return (k, run[1])


def _is_body(words: Sequence[Word], at: Range) -> bool:
    left, right = at
    if any(w.lower in BODIES and w.lower not in {"house"} for w in words[left:right]):
        return True
    lows = [w.lower for w in words[left:right]]
    if "house" in lows or any(low in COUNTRIES for low in lows):
        return True
    last = words[right - 1].text
    plain = last.replace(".", "")
    return right - left == 1 and len(plain) > 1 and plain.isupper()


def _all_capital_body(words: Sequence[Word], first: int, cut: int, determiner: bool) -> bool:
    """`the Chief Prosecutor's Office`: a body whose name holds a word for a role."""
    return (
        cut - first > 1
        and all(w.capital for w in words[first:cut])
        and words[cut - 1].lower in BODIES
        and words[cut - 1].lower not in ROLES
        and (determiner or True)
    )


def _organisation(words: Sequence[Word], role: Range, noun: int) -> Range | None:
    """Whom a role is held for: "White House" of "White House spokesman"."""
    if words[noun].capital and words[noun].lower not in {
        "spokesman", "spokeswoman", "spokesperson", "ceo", "cfo",
    }:  # fmt: skip
        return None
    found = _capitals(words, role[0], noun)
    if found is None and noun + 1 < role[1]:
        found = _capitals(words, noun + 1, role[1])
    return found


def _capitals(words: Sequence[Word], left: int, right: int) -> Range | None:
    """The first run of capitalised words, with "of", "for", "and" and "the" inside it."""
    k = left
    while k < right and (
        not words[k].capital or words[k].lower in _DETERMINERS or words[k].lower in _TITLE_WORDS
    ):
        k += 1
    if k >= right:
        return None
    end = k + 1
    last = end
    while end < right and end - last < 3:
        if words[end].capital or words[end].text == "&":
            last = end + 1
        elif words[end].lower not in {"of", "for", "and", "the", "on", "&"} | _PARTICLES:
            break
        end += 1
    return (k, last)


def _with_aside(words: Sequence[Word], found: Mention, aside: Range) -> None:
    """Reads an apposition: the role of a name, or the name of a role."""
    left, right = aside
    roles = [k for k in range(left, right) if is_role(words[k].lower)]
    if found.name is None and found.role is not None and roles and words[left].capital:
        inner = _read(words, left, right, False)
        if inner.kind == "person" and inner.name is not None:
            found.name, found.kind, found.definite = inner.name, "person", False
        return
    if found.kind == "unnamed" and found.role is None and not roles:
        run = _name_run(words, left, right)
        if run is not None and run[0] == left and 1 < run[1] - run[0] <= 4:
            found.name, found.kind = run, "person"
        return
    if found.name is None and found.role is not None and not roles:
        run = _name_run(words, left, right)
        if run is not None and run[0] == left and run[1] - run[0] <= 4:
            found.name, found.kind, found.definite = run, "person", False
        return
    if found.kind != "person" or found.name is None or found.role is not None or not roles:
        return
    stop = next(
        (k for k in range(roles[0], right) if words[k].lower in {",", "who", "said"}), right
    )
    first = left + 1 if words[left].lower in _DETERMINERS and stop - left > 1 else left
    found.role = (first, stop)
    found.organisation = _capitals(words, first, roles[0]) or _capitals(words, roles[0] + 1, stop)


def _gender(words: Sequence[Word], found: Mention) -> bool | None:
    left, right = found.at
    spans = [(left, right)] if found.role is None else [(left, right), found.role]
    for a, b in spans:
        for w in words[a:b]:
            low = w.lower.rstrip(".")
            if low in WOMEN and low not in {"her"}:
                return True
            if low in MEN and low not in {"his"}:
                return False
    return None


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
            or (words[end].lower in _PARTICLES and end + 1 < len(words) and words[end + 1].capital)
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
