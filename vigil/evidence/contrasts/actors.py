"""Who acts: another name or body in the same place of what is told.

A state and its capital are one actor, a state and one of its bodies are not the same where the body
is what acts: who published, who imposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.flow_words import PREPOSITIONS
from vigil.evidence.contrasts.mentions import BODY_WORDS, Mention, mentions
from vigil.evidence.contrasts.noun_phrases import named_or_described
from vigil.evidence.contrasts.roles import is_person
from vigil.evidence.contrasts.side import Alignment, Side, Word, slot, state_words
from vigil.evidence.contrasts.spellings import are_spellings
from vigil.evidence.contrasts.verbs import BE, HAVE, MODALS
from vigil.evidence.contrasts.word_forms import is_past, listed, stem
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


SHORTEST, ALIKE = 6, 0.7  # words of a sentence; share of them that both have
DONE_TO_PEOPLE = frozenset(
    map(
        stem,
        listed(
            """
            arrest detain kill injure wound hire dismiss sanction charge sue accuse blame tell ask
            appoint warn fine expel deport invite pay train bribe rescue question
            """
        ),
    )
)
BODIES = (BODY_WORDS - {"intelligence"}) | frozenset(
    listed(
        """
        company firm group union association operator carrier shipyard yard institute university
        party militia brigade regiment coalition consortium fund insurer broker retailer charity
        foundation council watchdog regulator newspaper broadcaster airline railway utility
        parliament cabinet government opposition federation league board panel team squad unit
        factory plant mine refinery smelter laborator hospital school church museum club
        cooperative chamber syndicate
        """
    )
)


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Speakers of another name; others in the place of an actor."""
    yield from _speakers(sides)
    left, right = (s.read(mentions) for s in sides)
    told = list(_names(sides, aligned, left, right)) if left and right else []
    told = told or list(_bodies(sides, aligned))
    yield from told or _described(sides, aligned)


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
    only_left = [m for m in left if not any(_may_be(m, o) for o in right)]
    only_right = [m for m in right if not any(_may_be(m, o) for o in left)]
    for a, keys in only_left:
        for b, others in only_right:
            near = slot(sides, aligned, a[:2], b[:2])
            if near >= (2 if a.key == b.key else 3) and not keys <= others and not others <= keys:
                note = "in the same place one side names {left}, the other {right}"
                yield difference("actor", sides, a[:2], b[:2], note, 3)
                return


def _of_bodies(side: Side) -> list[tuple[Mention, frozenset[str]]]:
    """Noun phrases that end in a body, with the keys of their telling words."""
    words = side.words
    found = []
    for mention in side.read(named_or_described):
        head = words[mention.end - 1].low
        if mention.kind == "noun" and {head, head.rstrip("s")} & BODIES:
            own = words[mention.first : mention.end]
            keys = frozenset(w.key for w in own if w.low not in STOP_WORDS)
            found.append((mention, keys))
    return found


def _may_be(mine: tuple[Mention, frozenset[str]], other: tuple[Mention, frozenset[str]]) -> bool:
    """“The ministry” may be “the transport ministry”."""
    return mine[1] <= other[1] or other[1] <= mine[1]


def _described(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """In sentences that are else the same, somebody else does it: “two divers”, “a fisherman”."""
    shorter = min(len(s.words) for s in sides)
    if shorter < SHORTEST or aligned.share(shorter) < ALIKE:
        return
    left, right = (
        [m for m in a.read(named_or_described) if _is_new(a, b, m) and _acts(a.words, m)]
        for a, b in (sides, sides[::-1])
    )
    for a in left:
        for b in right:
            nouns = [s.words[m.end - 1] for s, m in zip(sides, (a, b), strict=True)]
            if (a.kind == "noun" or b.kind == "noun") and slot(sides, aligned, a[:2], b[:2]) >= 2:
                people = [is_person(s.words, m.end - 1) for s, m in zip(sides, (a, b), strict=True)]
                if all(people) or any(w.low[0].isdigit() for w in nouns):
                    continue  # people in another role, or a number
                note = "in the same place one side names {left}, the other {right}"
                yield difference("actor", sides, a[:2], b[:2], note, 3)
                return


def _is_new(side: Side, other: Side, mention: Mention) -> bool:
    """Whether the other side has nothing of a mention's telling words; no state, no body of it."""
    words = [w for w in side.words[mention.first : mention.end] if w.low not in STOP_WORDS]
    return mention.kind in ("noun", "name") and not any(w.key in other.key_set for w in words)


def _acts(words: list[Word], mention: Mention) -> bool:
    """Whether a mention stands before a verb, or after “by” or a verb done to people."""
    after = words[mention.end] if mention.end < len(words) else None
    before = words[mention.first - 1] if mention.first else None
    if before is not None and (before.low == "by" or before.stem in DONE_TO_PEOPLE):
        return True
    if before is not None and before.low in PREPOSITIONS:
        return False
    return (
        after is not None
        and not after.before
        and (after.low in BE | HAVE | MODALS or is_past(after.low))
    )
