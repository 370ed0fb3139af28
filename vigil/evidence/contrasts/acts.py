"""Who does what to whom, turned round: verbs that give nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.flow_words import GIVE, SYMMETRIC, TAKE
from vigil.evidence.contrasts.governing import governed, state_of, subject_of
from vigil.evidence.contrasts.mentions import mentions
from vigil.evidence.contrasts.noun_phrases import named_or_described
from vigil.evidence.contrasts.side import Side
from vigil.evidence.contrasts.verbs import verb_at
from vigil.evidence.words.synonyms import STOP_WORDS

DONE_TO = frozenset({"object", "to", "against", "from", "for", "on", "with"})


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
        after = [(r, m) for r, m in governed(words, i, people) if m.key != subject.key]
        agent = next((m for r, m in after if r == "by"), None) if verb.passive else subject
        if agent is None:
            continue
        if verb.passive:
            last = max(agent.end, i + 1)
            pair = (state_of(agent.key), state_of(subject.key))
            found.append(Act(i, word.key, *pair, subject.first, last))
        for role, mention in after:
            if mention is agent or role not in DONE_TO:
                continue
            if role == "object" and verb.passive:
                continue
            key = word.key if role == "object" else f"{word.key} {role}"
            pair = (state_of(agent.key), state_of(mention.key))
            first, last = min(subject.first, agent.first), max(agent.end, mention.end)
            found.append(Act(i, key, *pair, first, last))
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
