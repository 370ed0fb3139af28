"""Who acts: another name or body in the same place of what is told.

A state and its capital are one actor, a state and one of its bodies are not the same where the body
is what acts: who published, who imposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigil.evidence.contrasts.bodies import is_body
from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.mentions import BODY_WORDS, Mention, mentions
from vigil.evidence.contrasts.noun_phrases import named_or_described
from vigil.evidence.contrasts.replaced import may_be_one, other_sort, replaced_actors
from vigil.evidence.contrasts.side import Alignment, Side, slot, state_words
from vigil.evidence.contrasts.spellings import are_spellings
from vigil.evidence.contrasts.word_forms import listed, stem
from vigil.evidence.page import Span
from vigil.evidence.statement import Speaker
from vigil.evidence.words.synonyms import STOP_WORDS

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


SHORTEST, ALIKE = 4, 0.8  # words told; share of them that both have, for speakers to be compared


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Speakers of another name; others in the place of an actor."""
    yield from list(_described_speakers(sides, aligned)) or _speakers(sides)
    left, right = (s.read(mentions) for s in sides)
    told = list(_names(sides, aligned, left, right)) if left and right else []
    told = told or list(_bodies(sides, aligned))
    yield from told or replaced_actors(sides, aligned)


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
    if a.kind == b.kind == "body" and _other_body(a.name, b.name, sides) and not _same_states(a, b):
        note = f"one side has it said by {a.name}, the other by {b.name}"
        yield Difference("actor", spans[0], spans[1], note, 2)


def _described_speakers(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Nearly the same words, said by somebody else: “according to the coast guard”."""
    a, b = (s.told.statement.speaker for s in sides)
    shorter = min(len(s.words) for s in sides)
    if a is None or b is None or shorter < SHORTEST or aligned.share(shorter) < ALIKE:
        return
    if {a.found, b.found} & {"pronoun", "carried"}:
        return
    names = [state_words(x.name, Span(0, len(x.name))) for x in (a, b)]
    if any(w.state for name in names for w in name) or all(w.capital for w in names[0] + names[1]):
        return
    kind = other_sort(*names)
    if kind:
        note = f"one side has it said by {a.name}, the other by {b.name}"
        spans = tuple(who.words or s.told.at for who, s in zip((a, b), sides, strict=True))
        yield Difference(kind, spans[0], spans[1], note, 2)


def _other_body(a: str, b: str, sides: tuple[Side, Side]) -> bool:
    """Two proper names without a word in common, or one kind of body told apart by other words.

    “The company” may be “Sable Marine”: a description is not another one than a name; another
    one than a description it is where the words said are the same.
    """
    one, two = (
        [w for w in re.split("[^\\w]+", name) if w.lower() not in STOP_WORDS and len(w) > 1]
        for name in (a, b)
    )
    if not one or not two or are_spellings(a, b) or {*map(stem, one)} & {*map(stem, two[:-1])}:
        return False
    if stem(one[-1]) == stem(two[-1]):
        rest = [{stem(w) for w in name[:-1]} for name in (one, two)]
        return bool(rest[0] and rest[1]) and not rest[0] & rest[1]
    proper = all(w[0].isupper() and not w.isupper() for w in (*one, *two))
    if {*map(stem, one)} & {*map(stem, two)}:
        return False
    plain = all(w.islower() for w in (*one, *two)) and min(len(one), len(two)) > 1
    return proper or (plain and sides[0].keys == sides[1].keys)


def _same_person(a: Speaker, b: Speaker) -> bool:
    one, two = (set(_letters(x.name).split()) for x in (a, b))
    return (
        one <= two
        or two <= one
        or a.name.split()[-1:] == b.name.split()[-1:]
        or (len(one) == 1) != (len(two) == 1)  # a single word may be any part of a name
    )


def _letters(name: str) -> str:
    return "".join(c if c.isalnum() else " " for c in name.lower())


def _same_states(a: Speaker, b: Speaker) -> bool:
    """Whether both are the same states, or one a state of which the other is a body."""
    one, two = (state_words(x.name, Span(0, len(x.name))) for x in (a, b))
    states = [{w.state for w in name if w.state} for name in (one, two)]
    bodies = [any(w.low in BODY_WORDS for w in name) for name in (one, two)]
    return bool(states[0]) and states[0] == states[1] and not all(bodies)


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


def _bodies(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """A body told by common nouns, another one in its place: “the coast guard”, “the navy”."""
    left, right = (_of_bodies(s) for s in sides)
    words = [
        {m: s.words[m.first : m.end] for m in own}
        for s, own in zip(sides, (left, right), strict=True)
    ]
    only_left = [m for m in left if not any(may_be_one(words[0][m], w) for w in words[1].values())]
    only_right = [
        m for m in right if not any(may_be_one(words[1][m], w) for w in words[0].values())
    ]
    for a in only_left:
        for b in only_right:
            if slot(sides, aligned, a[:2], b[:2]) >= (2 if a.key == b.key else 3):
                note = "in the same place one side names {left}, the other {right}"
                yield difference("actor", sides, a[:2], b[:2], note, 3)
                return


def _of_bodies(side: Side) -> list[Mention]:
    """Noun phrases that end in a body."""
    own = side.read(named_or_described)
    return [m for m in own if m.kind == "noun" and is_body(side.words[m.end - 1].low)]
