"""Who does what to whom, turned round: verbs that give nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vigil.evidence.difference import Difference, difference
from vigil.evidence.flow_words import GIVE, SYMMETRIC, TAKE
from vigil.evidence.governing import governed, state_of, subject_of
from vigil.evidence.mentions import mentions
from vigil.evidence.noun_phrases import named_or_described
from vigil.evidence.side import Side
from vigil.evidence.synonyms import STOP_WORDS
from vigil.evidence.verbs import verb_at


class Act(NamedTuple):
    """Somebody does something to somebody."""

    place: int
    key: str
    agent: str
    patient: str
    first: int
    last: int


def acts(side: Side) -> list[Act]:
    """Verbs with somebody before and after them, passive ones turned."""
    words = side.words
    people = [m for m in side.read(named_or_described) if m.kind != "people"]
    found: list[Act] = []
    if len({m.key for m in people}) < 2:
        return found
    for i, word in enumerate(words):
        if word.stem in GIVE or word.stem in TAKE or word.stem in SYMMETRIC or word.capital:
            continue
        if word.low in STOP_WORDS or not word.low.isalpha():
            continue
        verb = verb_at(words, i)
        if verb is None:
            continue
        subject = subject_of(words, verb.first, people)
        if subject is None:
            continue
        for role, mention in governed(words, i, people):
            if mention.key == subject.key:
                continue
            if (role == "object" and not verb.passive) or (role == "by" and verb.passive):
                pair = (mention.key, subject.key) if verb.passive else (subject.key, mention.key)
                agent, patient = map(state_of, pair)
                found.append(Act(i, word.key, agent, patient, subject.first, mention.end))
                break
            if role in ("to", "against", "from", "for", "on", "with") and not verb.passive:
                found.append(
                    Act(
                        i,
                        word.key + " " + role,
                        state_of(subject.key),
                        state_of(mention.key),
                        subject.first,
                        mention.end,
                    )
                )
                break
    return found


def acts_turned(sides: tuple[Side, Side]) -> Iterator[Difference]:
    """“A attacked B” against “B attacked A”."""
    left, right = (s.read(acts) for s in sides)
    for a in left:
        for b in right:
            if (
                a.key == b.key
                and a.agent == b.patient
                and a.patient == b.agent
                and a.agent != b.agent
            ):
                note = "who acts and who is acted on is turned round: {left} against {right}"
                yield difference("direction", sides, (a.first, a.last), (b.first, b.last), note, 3)
                return


def agents(side: Side) -> dict[str, tuple[str, int, int]]:
    """Who does what: by the verb's key the agent's, and where both stand; verbs that stand once."""
    words = side.words
    people = [m for m in side.read(mentions) if m.kind in ("state", "name", "body")]
    found: dict[str, tuple[str, int, int]] = {}
    if len({m.key for m in people}) < 2:
        return found
    for i, word in enumerate(words):
        if word.capital or word.low in STOP_WORDS or not word.low.isalpha():
            continue
        verb = verb_at(words, i)
        if verb is None or verb.passive or verb.time == "":
            continue
        subject = subject_of(words, verb.first, people)
        if subject is not None and verb.first - subject.end < 2:
            found[word.key] = (state_of(subject.key), subject.first, i + 1)
    return found


def agents_turned(sides: tuple[Side, Side]) -> Iterator[Difference]:
    """“A expelled two after B accused it” against “B expelled two after A accused it”."""
    left, right = (s.read(agents) for s in sides)
    both = [key for key in left if key in right and left[key][0] != right[key][0]]
    for n, one in enumerate(both):
        for two in both[n + 1 :]:
            if left[one][0] == right[two][0] and left[two][0] == right[one][0]:
                note = "who does what is turned round: {left} against {right}"
                yield difference("direction", sides, left[one][1:], right[one][1:], note, 3)
                return
