"""Who first said what a story tells: a person with the body he speaks for, or the body, and a day.

Each page is asked whose word it rests on: the speaker of most of its statements, the first one and
the headline's weighing more. "White House", "the White House", "White House spokesman John Kirby"
and "a White House official" are one body; a state by its name or capital gives way to a body of
that state which the story names. Other speakers of the page (a denial, an earlier report) are no
origin of the story. A story whose chains rest on the word of different bodies has several. A chain
that names nobody adds no origin: it is not known.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vigil.evidence.origin import Chain, Edge, PrimaryOrigin
from vigil.evidence.page import Page
from vigil.evidence.statement import Reading, Speaker
from vigil.evidence.states import STATE_OF

FIRST, HEADLINE = 3.0, 2.0  # weight of the first statement with a speaker, and of the headline's
AS_MUCH = 0.75  # of the weight of the chain's first body: a second one is an origin, too
_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W_]+")
# Not a part of a body's name.
_PLAIN_TEXT = """
the a an its his her their our spokesman spokesperson spokeswoman official officials senior
unnamed anonymous top chief minister secretary president government administration statement
press briefing release ministry's of for s
"""
_PLAIN = frozenset(_PLAIN_TEXT.split())
_STATES = {
    frozenset("".join(w.split(".")) for w in words): state for words, state in STATE_OF.items()
}
# Of the table of states: bodies with a voice of their own.
_BODIES = re.compile(
    r"house|department|pentagon|kremlin|street|office|commission|council|bundestag|knesset|"
    r"elysee|élysée|treasury|taliban|nato|\bun\b|nations"
)


class Body(NamedTuple):
    """Whose word it is: `key` is the same for all names of one body."""

    key: str
    is_state: bool  # a state by its name or capital alone


class Word(NamedTuple):
    """What one page rests on: weight by body."""

    page: str
    weights: Counter[str]
    speakers: dict[str, Counter[Speaker]]


def primary_origins(
    stories: Iterable[tuple[str, ...]],
    chains: Sequence[Chain],
    pages: dict[str, Page],
    readings: dict[str, Reading],
) -> tuple[tuple[PrimaryOrigin, ...], list[Edge]]:
    """The origins of all stories in order of their ids, and who states them."""
    chain_of = {page: chain for chain in chains for page in chain.pages}
    found: dict[str, PrimaryOrigin] = {}
    edges = []
    for story in stories:
        bodies, speakers = _bodies(readings[i] for i in story)
        of_chain: dict[str, Counter[str]] = defaultdict(Counter)
        for i in story:
            for key, weight in _weights(readings[i], bodies).items():
                of_chain[chain_of[i].id][key] += weight
        resting: dict[str, list[str]] = defaultdict(list)
        for chain, weights in sorted(of_chain.items()):
            most = max(weights.values())
            for key in sorted(weights):
                if weights[key] >= AS_MUCH * most:
                    resting[key].append(chain)
        day = _day([pages[i] for i in story])
        for key, ids in sorted(resting.items()):
            origin = _origin(key, speakers[key], day, ids, story)
            before = found.get(origin.id)
            if before:
                ids = sorted({*ids, *before.chains})
                origin = _origin(key, speakers[key], day, ids, story)
            found[origin.id] = origin
            heads = {chain.head: chain for chain in chains if chain.id in ids}
            edges += [
                Edge(page, origin.id, "states", True, f"rests on the word of {origin.speaker}")
                for chain in heads.values()
                for page in chain.pages
                if _weights(readings[page], bodies).get(key)
            ]
    return tuple(found[i] for i in sorted(found)), edges


def _bodies(
    readings: Iterable[Reading],
) -> tuple[dict[Speaker, str], dict[str, Counter[Speaker]]]:
    """The body of each speaker of a story, and the speakers of each body."""
    every: Counter[Speaker] = Counter()
    for reading in readings:
        every.update(s.speaker for s in reading.statements if s.speaker is not None)
    home: dict[str, Counter[str]] = defaultdict(Counter)
    for speaker, count in every.items():
        if speaker.kind == "person" and speaker.organisation:
            home[_surname(speaker)][_key(speaker.organisation)] += count
    bodies: dict[Speaker, str] = {}
    for speaker in every:
        if speaker.kind == "outlet":
            continue
        if speaker.organisation:
            key = _key(speaker.organisation)
        elif speaker.kind == "person" and home.get(_surname(speaker)):
            counted = home[_surname(speaker)]
            key = min(counted, key=lambda k: (-counted[k], k))
        elif speaker.kind == "unnamed" and speaker.role:
            key = _key(speaker.role)
        else:
            key = _key(speaker.name)
        if key:
            bodies[speaker] = key
    said = Counter[str]()
    for speaker, key in bodies.items():
        said[key] += every[speaker]
    for speaker, key in bodies.items():
        bodies[speaker] = _voice(key, said)
    speakers: dict[str, Counter[Speaker]] = defaultdict(Counter)
    for speaker, key in bodies.items():
        speakers[key][speaker] += every[speaker]
    return bodies, speakers


def _weights(reading: Reading, bodies: dict[Speaker, str]) -> Counter[str]:
    """How much of a page rests on each body, 0–1 in sum."""
    weights: Counter[str] = Counter()
    first = True
    for statement in reading.statements:
        key = bodies.get(statement.speaker) if statement.speaker else None
        if key is None or statement.denial:
            continue
        weights[key] += HEADLINE if statement.headline else FIRST if first else 1.0  # type: ignore[assignment]
        first = first and statement.headline
    total = sum(weights.values())
    return Counter({key: weight / total for key, weight in weights.items()})


def _key(name: str) -> str:
    words = [w.casefold().replace(".", "") for w in _WORD.findall(name)]
    left = [w for w in words if w not in _PLAIN]
    return " ".join(left or words)


def _state(key: str) -> str | None:
    return _STATES.get(frozenset(key.split()))


def _voice(key: str, said: Counter[str]) -> str:
    """The body itself, or for a state by its name the body of that state that says most."""
    state = _state(key)
    if state is None or _BODIES.search(key):
        return key
    own = [k for k in said if _state_of_body(k) == state and k != key]
    return min(own, key=lambda k: (-said[k], k), default=f"@{state}")


def _state_of_body(key: str) -> str | None:
    state = _state(key)
    return state if state is not None and _BODIES.search(key) else None


def _surname(speaker: Speaker) -> str:
    return (_key(speaker.name).split() or [""])[-1]


def _origin(
    key: str, speakers: Counter[Speaker], day: str, chains: list[str], story: tuple[str, ...]
) -> PrimaryOrigin:
    persons: Counter[str] = Counter()
    organisations: Counter[str] = Counter()
    for speaker, count in speakers.items():
        if speaker.kind == "person" and speaker.found != "pronoun":
            persons[speaker.name] += count
        name = speaker.organisation or (speaker.name if speaker.kind == "body" else "")
        if name and _key(name) == key:
            organisations[name.removeprefix("the ").removeprefix("The ")] += count

    def most(names: Counter[str]) -> str | None:
        return min(names, key=lambda n: (-names[n], -len(n), n), default=None)

    organisation = most(organisations)
    person = _fullest(most(persons), persons)
    name = person or organisation or most(Counter(s.name for s in speakers)) or key
    slug = re.sub(r"[^\w]+", "-", key).strip("-")
    told = f"{len(chains)} chain{'s' * (len(chains) > 1)} rest on the word of {name}"
    return PrimaryOrigin(
        f"{slug}:{day or story[0][:12]}", name, organisation, day, tuple(chains), told
    )


def _fullest(name: str | None, names: Iterable[str]) -> str | None:
    """The longest of the names that end with the same word: "John Kirby" for "Kirby"."""
    if name is None:
        return None
    last = name.split()[-1:]
    return max((n for n in names if n.split()[-1:] == last), key=lambda n: (len(n), n))


def _day(pages: list[Page]) -> str:
    """The day that most pages have as their own, the first of these; "" where none has one."""
    days = Counter(p.day.day for p in pages if p.day is not None and p.day.trust != "low")
    return min(days, key=lambda d: (-days[d], d), default="")
