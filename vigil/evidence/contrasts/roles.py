"""Somebody in another role: another kind of person in the same place, another rank or office.

“White House spokesman” and “spokesperson” are one role; “executives” and “officials” are two, and
so are a minister and a deputy minister, a defence and a foreign minister.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.mentions import BODY_WORDS, ROLE_OF, Mention, mentions
from vigil.evidence.contrasts.modality import FAMILY
from vigil.evidence.contrasts.noun_phrases import MODIFIERS
from vigil.evidence.contrasts.numerals import NUMBERS
from vigil.evidence.contrasts.replaced import replaced_people
from vigil.evidence.contrasts.side import Alignment, Side, Word, slot
from vigil.evidence.contrasts.word_forms import is_past, listed, stem
from vigil.evidence.page import Span
from vigil.evidence.statement import Speaker
from vigil.evidence.words.synonyms import STOP_WORDS

RANKS = frozenset(listed("deputy vice former acting assistant junior retired chief senior"))
MODEST = frozenset({"chief", "senior"})  # left out without harm: no rank on one side only


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Speakers and people of another role; at most one of each."""
    yield from _of_speakers(sides)
    left, right = (
        [m for m in s.read(mentions) if m.kind == "role" and not _is_body(s.words[m.first])]
        for s in sides
    )
    told = list(_kinds(sides, aligned, left, right)) or list(_ranks(sides, aligned))
    yield from told or replaced_people(sides, aligned)


def _is_body(word: Word) -> bool:
    """“The coast guard”, “the police”: who acts, no role."""
    return word.low in BODY_WORDS


def _of_speakers(sides: tuple[Side, Side]) -> Iterator[Difference]:
    """The speaker called something else; whose name differs is another speaker."""
    a, b = (s.told.statement.speaker for s in sides)
    if a is None or b is None or not a.role or not b.role or not _differ(a.role, b.role):
        return
    described = [x.found == "described" for x in (a, b)]
    if described[0] != described[1]:
        return
    if all(described) and _named_alike(a, b, sides):
        return  # “the aide”: what the pages call him elsewhere is told there
    if not described[0] and a.name.split()[-1:] != b.name.split()[-1:]:
        return
    note = f"the speaker is called “{a.role}” by one side and “{b.role}” by the other"
    left, right = (
        _place(x.role or "", s, x.words or s.told.at) for x, s in zip((a, b), sides, strict=True)
    )
    yield Difference("role", left, right, note, 2)


def _named_alike(a: Speaker, b: Speaker, sides: tuple[Side, Side]) -> bool:
    """Whether both sentences name the speaker by the same words."""
    words = [
        s.told.page.slice(x.words).casefold() if x.words else ""
        for x, s in zip((a, b), sides, strict=True)
    ]
    return words[0] == words[1] != ""


def _letters(role: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in role).split()


def _heads(role: str) -> set[str]:
    """The kinds of people that a role names; for an unknown one its last word."""
    words = [w.lower() for w in _letters(role)]
    known = {ROLE_OF[s] for w in words if (s := stem(w)) in ROLE_OF and w not in RANKS}
    stops = ("of", "at", "for", "in", "on")
    head = next((n for n, w in enumerate(words) if w in stops), len(words))
    return known or {stem(w) for w in words[max(0, head - 1) : head]}


def _differ(a: str, b: str) -> bool:
    """Another kind of person, another rank, or another office of the same kind."""
    mine, other = _heads(a), _heads(b)
    if mine and other and not mine & other:
        return True
    left, right = (
        {stem(w) for w in _letters(x) if w.islower() and w not in STOP_WORDS and len(w) > 1}
        for x in (a, b)
    )
    hard = (left ^ right) & {stem(r) for r in RANKS - MODEST}
    known = set(ROLE_OF) | {stem(r) for r in RANKS}
    return bool(hard) or bool((left - right - known) and (right - left - known))


def _place(role: str, side: Side, otherwise: Span) -> Span:
    """Where a sentence has the words of a role."""
    at = side.told.statement.sentence
    found = side.told.page.text.find(role, at.start, at.end) if role else -1
    return Span(found, found + len(role)) if found >= 0 else otherwise


def _kinds(
    sides: tuple[Side, Side], aligned: Alignment, left: list[Mention], right: list[Mention]
) -> Iterator[Difference]:
    """A role on one side, another one in its place."""
    keys_left, keys_right = {m.key for m in left}, {m.key for m in right}
    only_left = [m for m in left if m.key not in keys_right]
    only_right = [m for m in right if m.key not in keys_left]
    scored = sorted(
        (-slot(sides, aligned, m[:2], o[:2]), i, j)
        for i, m in enumerate(only_left)
        for j, o in enumerate(only_right)
    )
    for score, i, j in scored[:1]:
        if score < 0 or len(only_left) == len(only_right) == 1:
            yield _told(sides, only_left[i][:2], only_right[j][:2])


def _told(sides: tuple[Side, Side], left: tuple[int, int], right: tuple[int, int]) -> Difference:
    note = "the same people are called {left} by one side and {right} by the other"
    return difference("role", sides, left, right, note, 2)


def _ranks(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Another word before the same role: “defence minister”, “deputy minister”."""
    for i, j in aligned.pairs:
        word = sides[0].words[i]
        if word.stem not in ROLE_OF:
            continue
        left, right = (
            _before(sides[0], i, aligned.left_gap),
            _before(sides[1], j, aligned.right_gap),
        )
        words = [[s.words[k] for k in range(*x)] for s, x in zip(sides, (left, right), strict=True)]
        hard = [any(w.low in RANKS - MODEST for w in ws) for ws in words]
        if hard[0] != hard[1] or all(any(_qualifies(w) for w in ws) for ws in words):
            if {w.key for w in words[0]} == {w.key for w in words[1]}:
                continue
            yield _told(sides, (left[0], i + 1), (right[0], j + 1))
            return


def _before(side: Side, place: int, gaps: list[int]) -> tuple[int, int]:
    """Words right before a place that the other side has not."""
    first = place
    while first and gaps[first - 1] >= 0 and not side.words[first].before and place - first < 3:
        if side.words[first - 1].low in STOP_WORDS:
            break
        first -= 1
    return first, place


def _qualifies(word: Word) -> bool:
    """A word that says which: no number, no hedge, no name."""
    return not (
        word.capital
        or (word.low.endswith("s") and word.low not in MODIFIERS)
        or word.low[0].isdigit()
        or word.low in NUMBERS
        or word.low in STOP_WORDS
        or word.low in FAMILY
        or is_past(word.low)
        or word.state
    )
