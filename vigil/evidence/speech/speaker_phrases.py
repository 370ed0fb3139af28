"""What a noun phrase says of a speaker: name, role, organisation, kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from vigil.evidence.sources.agencies import agency_of
from vigil.evidence.speech.cues import ISSUED
from vigil.evidence.speech.name_runs import (
    CUTS,
    DETERMINERS,
    NAMED_SO,
    PARTICLES,
    Range,
    behind_portfolio,
    body_of,
    capitals,
    is_body,
    name_run,
)
from vigil.evidence.speech.quoted_words import Word
from vigil.evidence.speech.speaker_words import (
    BODIES,
    BODY_PRONOUNS,
    DAYS,
    DOCUMENTS,
    MEN,
    MONTHS,
    OUTLETS,
    PERSON_PRONOUNS,
    ROLES,
    UNNAMED,
    WOMEN,
    is_role,
)
from vigil.evidence.speech.word_table import table

MentionKind = Literal[
    "person", "several", "body", "unnamed", "outlet", "document", "he", "it", "i", "described"
]
_LEADING = table(
    "but and yet so also then later earlier meanwhile separately however still now while as "
    "only even again both finally eventually"
)
_OPENING = table("on in at during after before by from following since under to for with")
_EACH = table("another one some no any each every")
_STYLES = table("excellency highness majesty eminence honour honor holiness grace worship")
_PERSON_ENDS = ("er", "or", "ist", "ian", "man", "woman")  # "the pensioner"
_PEOPLE_NOUNS = WOMEN | MEN | table("person people child family victim suspect accused")


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
    if words[right - 1].lower in {"he", "she"}:
        left = right - 1  # "The third time he said"
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
    if left + 2 < right and words[left + 1].lower in _STYLES:
        left += 2  # "His Excellency"
    if left + 1 < right and words[left].lower in _OPENING and not is_role(words[left + 1].lower):
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
            left = k if left + 1 < k < right and words[k].lower in {"the", "a", "an"} else left
        if words[left].lower in _OPENING and (run := name_run(words, left + 1, right)) is not None:
            left = run[0]  # "To the local radio Novak said"
    while right > left + 1 and (
        words[right - 1].lower in DAYS | ISSUED or words[right - 1].lower in {"on", "last", "this"}
    ):
        right -= 1
    return left, right


def _read(words: Sequence[Word], left: int, right: int, reports: bool) -> Mention:
    called = next((k for k in range(left + 1, right - 1) if words[k].lower in NAMED_SO), 0)
    if called and (own := name_run(words, called + 1, right)) == (called + 1, right):
        first = left + (words[left].lower in DETERMINERS)
        return Mention((left, right), "person", own, (first, called) if first < called else None)
    determiner = words[left].lower in DETERMINERS
    first = left + 1 if determiner and right - left > 1 else left
    definite = words[left].lower in {"the", "his", "her", "its", "their"}
    cut = next(
        (k for k in range(first + 1, right) if words[k].lower in CUTS or words[k].lower == ","),
        right,
    )
    roles = [k for k in range(first, right) if is_role(words[k].lower)]
    run = name_run(words, first, right)
    if roles and (run is None or is_body(words, run)):
        behind = next((k for k in range(roles[-1] + 1, right) if words[k].lower in CUTS), right)
        run = name_run(words, roles[-1] + 1, behind) or run
    if roles and run is not None and run[0] > roles[-1]:
        behind = next((k for k in range(roles[-1] + 1, right) if words[k].lower in CUTS), right)
        run = behind_portfolio(words, roles[-1], run) or name_run(words, roles[-1] + 1, behind)
    if roles and run is None and words[roles[-1]].capital:
        run = _within_office(words, roles[-1], right)
    if roles and run is not None and run[0] > roles[-1] and not is_body(words, run):
        role = (first, run[0])
        return Mention((left, right), "person", run, role, _organisation(words, role, roles[-1]))
    head = cut - 1
    if roles and roles[0] <= head and not _all_capital_body(words, first, cut, determiner):
        return _described(words, left, right, first, roles[0], cut, definite)
    low = words[head].lower
    if low in UNNAMED or any(w.lower in UNNAMED for w in words[first:cut] if not w.capital):
        return Mention((left, right), "unnamed", organisation=capitals(words, first, right))
    if (low in DOCUMENTS and not words[head].capital) or (low in DOCUMENTS and head == left):
        return Mention(
            (left, right),
            "document",
            definite=definite,
            organisation=capitals(words, first, right),
        )
    return _named(words, left, right, first, cut, definite, reports)


def _within_office(words: Sequence[Word], role: int, right: int) -> Range | None:
    """`Special Agent in Charge Dana Kowal of the Denver office`: the name between the two."""
    cuts = [k for k in range(role + 1, right) if words[k].lower in CUTS]
    if len(cuts) < 2:
        return None
    run = name_run(words, cuts[0] + 1, cuts[1])
    return None if run is None else behind_portfolio(words, role, run)


def _named(
    words: Sequence[Word],
    left: int,
    right: int,
    first: int,
    cut: int,
    definite: bool,
    reports: bool,
) -> Mention:
    name = capitals(words, first, cut)
    phrase = " ".join(w.text for w in words[first:cut])
    whole = (left, right) if right - left < 26 else (left, cut)
    if name is None:
        kind: MentionKind = (
            "body" if definite or any(w.lower in BODIES for w in words[first:cut]) else "unnamed"
        )
        if _PEOPLE_NOUNS.intersection(w.lower for w in words[first:cut]):
            kind = "unnamed"
        if words[cut - 1].lower.endswith(_PERSON_ENDS) and words[cut - 1].lower not in BODIES:
            kind = "unnamed"
        if words[cut - 1].lower in OUTLETS and not words[cut - 1].capital:
            kind = "outlet"
        return Mention(whole, kind, definite=definite and kind == "body")
    run = name_run(words, first, cut)
    plain = first > left or not words[first].capital
    if plain and run is not None and first < run[0] < cut - 1 and not is_body(words, run):
        return Mention((left, right), "person", run, (first, run[0]))
    if words[first].lower.endswith(("'s", "s'")) and run is not None and first < cut - 1:
        own = (first + 1, cut)
        if (
            cut - first > 1
            and all(w.capital for w in words[first + 1 : cut])
            and (not is_body(words, own))
        ):
            return Mention((left, right), "person", own)  # "Labour's Ada Fox"
    while name[0] > first and words[name[0] - 1].lower in PARTICLES:
        name = (name[0] - 1, name[1])
    last = words[cut - 1].lower
    if (
        agency_of(phrase)
        or (last in OUTLETS and words[cut - 1].capital)
        or phrase.casefold() in OUTLETS
    ):
        return Mention((left, cut), "outlet", (left, cut) if definite else (first, cut))
    if is_body(words, (first, cut)) or definite:
        return Mention(whole, "body", whole, organisation=(first, right))
    if cut - first == 1 and reports and not words[first].text.isupper():
        return Mention((left, cut), "outlet", (first, cut))
    post = words[first].text.partition("-")[2]
    if post.islower() and run is not None and run[0] == first < cut - 2:
        return Mention((left, cut), "person", (first + 1, cut), (first, first + 1))  # "Left-back"
    if cut < right and words[cut].lower in {"of", "for", "from", "at"} and cut - first >= 2:
        return Mention((left, right), "person", name, organisation=capitals(words, cut + 1, right))
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
        organisation = body_of(words, cut + 1, right)
    if left == first and words[left].lower not in UNNAMED | _EACH:
        definite = True  # "spokesman says": headlines leave the article out
    kind: MentionKind = "described" if definite else "unnamed"
    return Mention((left, right), kind, None, (first, right), organisation, definite)


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
        behind = noun + 1 < role[1] and words[noun + 1].lower == "of"
        return body_of(words, noun + 2, role[1]) if behind else None
    return body_of(words, role[0], noun) or body_of(words, noun + 1, role[1])


def _with_aside(words: Sequence[Word], found: Mention, aside: Range) -> None:
    """Reads an apposition: the role of a name, or the name of a role."""
    left, right = aside
    roles = [k for k in range(left, right) if is_role(words[k].lower)]
    if found.name is None and found.role is not None and roles and words[left].capital:
        inner = _read(words, left, right, False)
        if inner.kind == "person" and inner.name is not None:
            found.name, found.kind, found.definite = inner.name, "person", False
        return
    if found.kind == "body" and found.name is None and is_body(words, aside):
        if right - left <= 6 and all(w.capital for w in words[left:right]):
            found.at = found.name = found.organisation = aside
        return
    if found.kind == "unnamed" and found.role is None and not roles:
        run = name_run(words, left, right)
        if run is not None and run[0] == left and 1 < run[1] - run[0] <= 4:
            found.name, found.kind = run, "person"
        return
    if found.name is None and found.role is not None and not roles:
        run = name_run(words, left, right)
        if run is not None and run[0] == left and run[1] - run[0] <= 4:
            found.name, found.kind, found.definite = run, "person", False
        return
    if found.kind != "person" or found.name is None or found.role is not None or not roles:
        return
    stop = next(
        (k for k in range(roles[0], right) if words[k].lower in {",", "who", "said"}), right
    )
    first = left + 1 if words[left].lower in DETERMINERS and stop - left > 1 else left
    found.role = (first, stop)
    found.organisation = body_of(words, first, roles[0]) or body_of(words, roles[0] + 1, stop)


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
