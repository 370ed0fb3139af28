"""Who first said what a story tells: a person with the body he speaks for, or the body, and a day.

Each page is asked whose word it rests on: the speaker of most of its statements, the first one and
the headline's weighing more. Names of one body are one (`bodies`). Other speakers of the page (a
denial, an earlier report) are no origin of the story. A story whose chains rest on the word of
different bodies has several; whoever else is named stands beside them. A chain that names nobody
adds no origin: it is not known. The same body on the same day is one origin in several stories,
too, unless every place has such a body ("the police").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from vigil.evidence.origin import Chain, Edge, PrimaryOrigin
from vigil.evidence.page import Page
from vigil.evidence.sources.bodies import bodies_of
from vigil.evidence.sources.body_names import body_key, is_named, spoken_name
from vigil.evidence.sources.whose_word import WhoseWord
from vigil.evidence.statement import Reading, Speaker

FIRST, HEADLINE = 3.0, 2.0  # weight of the first statement with a speaker, and of the headline's
AS_MUCH = 0.75  # of the weight of the chain's first body: a second one is an origin, too


class Origins(NamedTuple):
    """Origins and who stands beside them, in order of their ids, and which pages state them."""

    origins: tuple[PrimaryOrigin, ...]
    beside: tuple[PrimaryOrigin, ...]
    edges: list[Edge]


def primary_origins(
    stories: Iterable[tuple[str, ...]],
    chains: Sequence[Chain],
    pages: dict[str, Page],
    readings: dict[str, Reading],
) -> Origins:
    """The origins of all stories."""
    chain_of = {page: chain for chain in chains for page in chain.pages}
    owner = {chain.id: chain.owner for chain in chains}
    found: dict[str, PrimaryOrigin] = {}
    beside: dict[str, PrimaryOrigin] = {}
    edges = []
    for story in stories:
        bodies = bodies_of(readings[i] for i in story)
        speakers = _speakers((readings[i] for i in story), bodies)
        weights = {page: _weights(readings[page], bodies) for page in story}
        day = _day([pages[i] for i in story])
        own = []
        for key, resting in sorted(_resting(weights, chain_of).items()):
            origin = _origin(key, speakers[key], day, resting, story)
            if origin.id in found:
                every = sorted({*resting, *found[origin.id].chains})
                origin = _origin(key, speakers[key], day, every, story)
            found[origin.id] = _with_houses(origin, owner)
            own.append(origin)
            why = f"rests on the word of {origin.speaker}"
            edges += [
                Edge(page, origin.id, "states", True, why)
                for page in story
                if weights[page].get(key) and chain_of[page].id in resting
            ]
        for other in _beside(story, readings, chain_of, WhoseWord(bodies, own)):
            held = beside.get(other.id)
            of = {*other.chains, *(held.chains if held else ())}
            beside[other.id] = structs.replace(held or other, chains=tuple(sorted(of)))
    return Origins(
        tuple(found[i] for i in sorted(found)), tuple(beside[i] for i in sorted(beside)), edges
    )


def _beside(
    story: tuple[str, ...],
    readings: dict[str, Reading],
    chain_of: dict[str, Chain],
    word: WhoseWord,
) -> Iterable[PrimaryOrigin]:
    told = [
        (statement.speaker, chain_of[page].id)
        for page in story
        for statement in readings[page].statements
        if statement.speaker is not None
    ]
    return word.beside(told).values()


def _resting(weights: dict[str, Counter[str]], chain_of: dict[str, Chain]) -> dict[str, list[str]]:
    """The chains of a story that rest on each body, by id."""
    of_chain: dict[str, Counter[str]] = defaultdict(Counter)
    for page, of_page in weights.items():
        for key, weight in of_page.items():
            of_chain[chain_of[page].id][key] += weight
    resting: dict[str, list[str]] = defaultdict(list)
    for chain, of_bodies in sorted(of_chain.items()):
        most = max(of_bodies.values())
        for key, weight in of_bodies.items():
            if weight >= AS_MUCH * most:
                resting[key].append(chain)
    return resting


def _with_houses(origin: PrimaryOrigin, owner: dict[str, str]) -> PrimaryOrigin:
    """The origin, told that several of its chains belong to one house."""
    houses = Counter(owner[chain] for chain in origin.chains if owner[chain])
    several = sorted(house for house, count in houses.items() if count > 1)
    if not several:
        return origin
    why = f"{origin.why}; several belong to {', '.join(several)}"
    return structs.replace(origin, why=why)


def _speakers(
    readings: Iterable[Reading], bodies: dict[Speaker, str]
) -> dict[str, Counter[Speaker]]:
    """Who speaks for each body, and how often."""
    speakers: dict[str, Counter[Speaker]] = defaultdict(Counter)
    for reading in readings:
        for statement in reading.statements:
            if statement.speaker in bodies:
                speakers[bodies[statement.speaker]][statement.speaker] += 1
    return speakers


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


def _origin(
    key: str, speakers: Counter[Speaker], day: str, chains: list[str], story: tuple[str, ...]
) -> PrimaryOrigin:
    persons: Counter[str] = Counter()
    organisations: Counter[str] = Counter()
    for speaker, count in speakers.items():
        if speaker.kind == "person" and speaker.found != "pronoun":
            persons[speaker.name] += count
        name = speaker.organisation or (speaker.name if speaker.kind == "body" else "")
        bare = spoken_name(name)
        if bare and body_key(name) == key:
            organisations[bare] += count

    def most(names: Counter[str]) -> str | None:
        return min(names, key=lambda n: (-names[n], -len(n), n), default=None)

    organisation = most(organisations)
    person = _fullest(most(persons), persons)
    name = person or organisation or most(Counter(s.name for s in speakers)) or key
    slug = re.sub(r"\W+", "-", (organisation or name).casefold()).strip("-")
    everywhere = is_named(key) and any(speaker.kind != "unnamed" for speaker in speakers)
    where = day if day and everywhere else f"{day}:{story[0][:12]}".strip(":")
    told = f"{len(chains)} chain{'s' * (len(chains) > 1)} rest on the word of {name}"
    return PrimaryOrigin(f"{slug}:{where}", name, organisation, day, tuple(chains), told, key)


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
