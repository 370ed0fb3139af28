"""Who acts, in which role: another name, body or role in the same place of what is told.

“White House spokesman” and “spokesperson” are one role; “executives” and “officials” are two. A
state and its capital are one actor, a state and one of its bodies are not the same where the body
is what acts: who published, who imposed.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.difference import Difference, difference
from vigil.evidence.mentions import BODY_WORDS, ROLE_OF, Mention, mentions
from vigil.evidence.page import Span
from vigil.evidence.side import Alignment, Side, slot, state_words
from vigil.evidence.spellings import are_spellings
from vigil.evidence.statement import Speaker
from vigil.evidence.synonyms import STOP_WORDS
from vigil.evidence.word_forms import listed, stem

# Acts of a body: whether the state or a body of it did them matters to who cites them.
OFFICIAL = frozenset(
    map(
        stem,
        listed(
            """
            publish issue release impose sanction announce sign adopt designate indict charge
            arrest order approve ban seize fine blacklist advisory sanctions list
            """
        ),
    )
)


RANKS = frozenset(listed("deputy vice former acting assistant junior retired"))


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Speakers of another role or name; others in the place of an actor."""
    yield from _speakers(sides)
    left, right = (s.read(mentions) for s in sides)
    if not left or not right:
        return
    yield from _roles(sides, aligned, left, right)
    yield from _names(sides, aligned, left, right)


def _speakers(sides: tuple[Side, Side]) -> Iterator[Difference]:
    a, b = (s.told.statement.speaker for s in sides)
    if a is None or b is None:
        return
    spans = tuple(who.words or s.told.at for who, s in zip((a, b), sides, strict=True))
    named = a.kind == b.kind == "person" and a.found in ("named", "pronoun", "carried")
    if named and b.found in ("named", "pronoun", "carried") and not _same_person(a, b):
        if are_spellings(a.name, b.name):
            return
        note = f"one side has it said by {a.name}, the other by {b.name}"
        yield Difference("actor", spans[0], spans[1], note, 3)
        return
    if a.role and b.role and (named or a.found == b.found == "described"):
        if _roles_differ(a.role, b.role):
            note = f"the speaker is called “{a.role}” by one side and “{b.role}” by the other"
            left, right = (
                _place(x.role or "", s, own) for x, s, own in zip((a, b), sides, spans, strict=True)
            )
            yield Difference("role", left, right, note, 2)
    elif a.kind == b.kind == "body" and a.name != b.name:
        one, two = (_body(x) for x in (a, b))
        if one and two and not (one <= two or two <= one) and not _same_states(a, b):
            note = f"one side has it said by {a.name}, the other by {b.name}"
            yield Difference("actor", spans[0], spans[1], note, 2)


def _same_person(a: Speaker, b: Speaker) -> bool:
    one, two = (set(_letters(x.name).split()) for x in (a, b))
    return one <= two or two <= one or a.name.split()[-1:] == b.name.split()[-1:]


def _letters(name: str) -> str:
    return "".join(c if c.isalnum() else " " for c in name.lower())


def _role_words(role: str) -> set[str]:
    """The kinds of people that a role names; for an unknown one its last word."""
    words = _letters(role).split()
    known = {ROLE_OF[s] for w in words if (s := stem(w)) in ROLE_OF and w not in RANKS}
    stops = ("of", "at", "for", "in", "on")
    head = next((n for n, w in enumerate(words) if w in stops), len(words))
    return known or {stem(w) for w in words[max(0, head - 1) : head]}


def _place(role: str, side: Side, otherwise: Span) -> Span:
    """Where a sentence has the words of a role."""
    at = side.told.statement.sentence
    found = side.told.page.text.find(role, at.start, at.end) if role else -1
    return Span(found, found + len(role)) if found >= 0 else otherwise


def _roles_differ(a: str, b: str) -> bool:
    """Another role, or a deputy, former or acting one on one side only."""
    mine, other = _role_words(a), _role_words(b)
    if mine and other and not mine & other:
        return True
    left, right = set(_letters(a).split()), set(_letters(b).split())
    return bool(mine & other) and (left & RANKS) != (right & RANKS)


def _same_states(a: Speaker, b: Speaker) -> bool:
    """Whether both are the same states, or one a state of which the other is a body."""
    one, two = (state_words(x.name, Span(0, len(x.name))) for x in (a, b))
    states = [{w.state for w in name if w.state} for name in (one, two)]
    bodies = [any(w.low in BODY_WORDS for w in name) for name in (one, two)]
    return bool(states[0]) and states[0] == states[1] and not all(bodies)


def _body(speaker: Speaker) -> set[str]:
    return {w for w in _letters(speaker.name).split() if w not in STOP_WORDS}


def _roles(
    sides: tuple[Side, Side], aligned: Alignment, left: list[Mention], right: list[Mention]
) -> Iterator[Difference]:
    """A role on one side, another one in its place."""
    mine = [m for m in left if m.kind == "role"]
    other = [m for m in right if m.kind == "role"]
    keys_left, keys_right = {m.key for m in mine}, {m.key for m in other}
    only_left = [m for m in mine if m.key not in keys_right]
    only_right = [m for m in other if m.key not in keys_left]
    scored = sorted(
        (-slot(sides, aligned, m[:2], o[:2]), i, j)
        for i, m in enumerate(only_left)
        for j, o in enumerate(only_right)
    )
    taken: set[int] = set()
    for score, i, j in scored:
        alone = len(only_left) == len(only_right) == 1
        if i in taken or (score > -1 and not alone):
            continue
        taken.add(i)
        note = "the same people are called {left} by one side and {right} by the other"
        yield difference("role", sides, only_left[i][:2], only_right[j][:2], note, 2)
        return


def _names(
    sides: tuple[Side, Side], aligned: Alignment, left: list[Mention], right: list[Mention]
) -> Iterator[Difference]:
    """A name on one side, another one in its place."""
    mine = [m for m in left if m.kind != "role"]
    other = [m for m in right if m.kind != "role"]
    only_left = [m for m in mine if not _is_told(m, other)]
    only_right = [m for m in other if not _is_told(m, mine)]
    scored = sorted(
        (-slot(sides, aligned, m[:2], o[:2]), i, j)
        for i, m in enumerate(only_left)
        for j, o in enumerate(only_right)
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for score, i, j in scored:
        a, b = only_left[i], only_right[j]
        if i in taken_left or j in taken_right or score > -2:
            continue
        taken_left.add(i)
        taken_right.add(j)
        name_a, name_b = sides[0].said(*a[:2]), sides[1].said(*b[:2])
        if are_spellings(name_a, name_b):
            continue
        within = a.key.split(" ")[0] == b.key.split(" ")[0] and a.key.startswith("@")
        if within and not _official(sides, a, b):
            continue
        note = "in the same place one side names {left}, the other {right}"
        yield difference("actor", sides, a[:2], b[:2], note, 2 if within else 3)
    if not taken_left and len(only_left) == len(only_right) == 1:
        a, b = only_left[0], only_right[0]
        within = a.key.split(" ")[0] == b.key.split(" ")[0] and a.key.startswith("@")
        if within and _official(sides, a, b):
            note = "for the same act one side names {left}, the other {right}"
            yield difference("actor", sides, a[:2], b[:2], note, 2)


def _is_told(mention: Mention, others: list[Mention]) -> bool:
    """Whether the other side mentions the same: the same key, or a part of the same name."""
    words = set(mention.key.split())
    return any(
        m.key == mention.key
        or (
            not m.key.startswith("@")
            and (words <= set(m.key.split()) or set(m.key.split()) <= words)
        )
        for m in others
    )


def _official(sides: tuple[Side, Side], a: Mention, b: Mention) -> bool:
    """Whether an official act stands beside both."""
    return all(
        any(w.stem in OFFICIAL for w in s.words[max(0, m.first - 4) : m.end + 6])
        for s, m in zip(sides, (a, b), strict=True)
    )
