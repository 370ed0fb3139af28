"""For whom the speakers of a story speak: all names of one body as one key.

"White House", "the White House", "White House spokesman John Kirby" and "a White House official"
are one. A person without a body is looked for among the story's persons with one, then by what his
role says ("ministry spokeswoman", "head of the customs service"), by his rank, and, where he has a
title, as speaking for the body that the page names right before. A role alone ("the director of the
customs authority") is the person who has it in the story. A short name ("the ministry") is the one
longer name in the story that holds its words; a state by its name or capital gives way to the body
of that state which the story quotes most. Where several fit, the name stays on its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from vigil.evidence.sources.body_names import (
    BODY_STATES,
    PLAIN,
    STATE_WORDS,
    body_key,
    role_words,
)
from vigil.evidence.statement import Reading, Speaker
from vigil.evidence.words.content import stem

# Whose words they are is said by a pronoun: no name of a body.
_POSSESSED = re.compile(r"(?:our|my|his|her|their|its|your)\s", re.IGNORECASE)
# By the last word of a rank, the service that has it.
_SERVICE = {"admiral": "navy", "superintendent": "police", "constable": "police"}
_OF = re.compile(r" (?:of|at|for|in|with|from) (?:the )?")
_OWNED = re.compile(r"['’]s? ")
# Who speaks for the body that is named right before.
_TITLED_TEXT = """
minister secretary spokesman spokeswoman spokesperson director head chief commissioner master
chairman chairwoman governor mayor administrator inspector registrar marshal president chancellor
ombudsman auditor prosecutor attorney
"""
_TITLED = frozenset(_TITLED_TEXT.split())


def bodies_of(readings: Iterable[Reading]) -> dict[Speaker, str]:
    """The key of the body of each speaker; outlets pass on what others say and have none."""
    pages = [_said(reading) for reading in readings]
    every = Counter(speaker for page in pages for speaker in page)
    persons = {s for s in every if s.kind == "person"}
    roles: dict[str, set[frozenset[str]]] = defaultdict(set)  # by one of their words
    for speaker in persons:
        words = role_words(speaker.role or "")
        if len(words) > 1:
            roles[min(words)].add(words)
    alone = {s: held for s in every if s not in persons and (held := _roles_of(s, roles))}
    keys = {
        s: body_key(_whose(s) or s.name) for s in every if _whose(s) or s.kind == "body"
    }  # fmt: skip
    said: Counter[str] = Counter()
    for speaker, key in keys.items():
        said[key] += every[speaker] * (speaker not in alone)
    bodies = _Bodies(+said)
    for speaker in every:
        if speaker not in keys and speaker not in persons:
            told = speaker.role or speaker.name
            keys[speaker] = bodies.by_role(told) or body_key(told)
            said[keys[speaker]] += every[speaker] * (speaker not in alone)
    bodies = _Bodies(+said)
    homes = _homes(persons, bodies, _named_before(pages, keys))
    keys |= {speaker: homes[speaker.name] for speaker in persons if speaker not in keys}
    holders: dict[frozenset[str], set[str]] = defaultdict(set)
    for speaker in persons:
        holders[role_words(speaker.role or "")].add(keys[speaker])
    called: dict[str, str] = {}  # a town that somebody's role names, where it speaks by itself
    for speaker in sorted(alone, key=lambda s: (s.name, s.role or "", s.organisation or "")):
        of = {key for role in alone[speaker] for key in holders[role]}
        if len(of) == 1:
            called[keys[speaker]] = keys[speaker] = min(of)
    lone = {key for speaker, key in keys.items() if key == speaker.name.casefold()}
    longer = {key: bodies.voice(bodies.longer(called.get(key, key))) for key in {*keys.values()}
              if key in said or key in lone}  # fmt: skip
    return {speaker: longer.get(key, key) for speaker, key in keys.items() if key}


def _whose(speaker: Speaker) -> str | None:
    """The organisation of a speaker; a part of a rank ("High" Representative) is none."""
    name = speaker.organisation
    return name if name and not role_words(name) <= PLAIN else None


def _said(reading: Reading) -> list[Speaker]:
    """Who speaks on a page, statement by statement."""
    return [
        s.speaker
        for s in reading.statements
        if s.speaker is not None
        and s.speaker.kind != "outlet"
        and not _POSSESSED.match(s.speaker.name)
    ]


def _homes(speakers: Iterable[Speaker], bodies: _Bodies, before: dict[str, str]) -> dict[str, str]:
    """The body of each person by name: his own, by his role or rank, or named right before him."""
    persons = sorted(speakers, key=lambda s: (s.name, s.role or "", s.organisation or ""))
    known = {s.name: body_key(own) for s in persons if (own := _whose(s))}
    for find in (bodies.by_role, bodies.by_rank):
        for speaker in persons:
            body = find(speaker.role) if speaker.role and not _whose(speaker) else None
            if body:
                known.setdefault(speaker.name, body)
    names: dict[str, set[str]] = defaultdict(set)
    for speaker in persons:
        names[_last(speaker.name)].add(speaker.name)
    held = {_last(name) for name in known}
    known |= {name: body for name, body in before.items() if _last(name) not in held}
    return {name: _of_person(name, alike, known) for alike in names.values() for name in alike}


def _named_before(pages: Iterable[list[Speaker]], keys: dict[Speaker, str]) -> dict[str, str]:
    """For persons with a title the body that speaks right before their first words on a page.

    "The port authority said on Friday. … 'Yes,' harbour master Bea Lorn said."
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        met: set[str] = set()
        for before, speaker in pairwise(page):
            met.add(_last(before.name))
            titled = speaker.role and _TITLED & {*role_words(speaker.role)}
            first = speaker.kind == "person" and _last(speaker.name) not in met
            if first and titled and not _whose(speaker) and before.kind == "body":
                found[speaker.name][keys[before]] += 1
    return {name: min(c, key=lambda key: (-c[key], key)) for name, c in found.items()}


def _roles_of(speaker: Speaker, roles: Mapping[str, set[frozenset[str]]]) -> list[frozenset[str]]:
    """The roles of persons that a description or body is: with a word or two more, no state."""
    own, words = (speaker.organisation or "").casefold(), role_words(speaker.name)
    if own and own not in speaker.name.casefold():
        return []
    return [
        role
        for word in words & roles.keys()
        for role in roles[word]
        if role <= words
        and len(words - role) <= 2
        and not any(word in STATE_WORDS for word in words - role)
    ]


def _last(name: str) -> str:
    return (name.split() or [""])[-1]


def _of_person(name: str, alike: set[str], known: dict[str, str]) -> str:
    """The body of a person, by what is said of him; `alike` are names with the same last word."""
    mine = {*name.split()}
    fuller = sorted(other for other in alike if mine <= {*other.split()})
    homes = Counter(known[other] for other in fuller if other in known)
    if homes:
        return min(homes, key=lambda key: (-homes[key], key))
    return body_key(max(fuller, key=lambda other: (len(other), other)))


class _Bodies:
    """The bodies of a story, by how much each says, found by their words."""

    def __init__(self, said: Counter[str]) -> None:
        self._said = said
        self._stems = {key: _stems(key) for key in said}
        self._holding: dict[str, set[str]] = defaultdict(set)
        for key, stems in self._stems.items():
            for one in stems:
                self._holding[one].add(key)

    def longer(self, key: str) -> str:
        """The one longer name that holds all words of a key, else the key."""
        mine = _stems(key)
        holding = [self._holding[one] for one in mine if one in self._holding]
        if not mine or len(holding) < len(mine):
            return key
        found = sorted(
            (k for k in set.intersection(*holding) if mine < self._stems[k] and not _are_states(k)),
            key=lambda k: (-len(k.split()), k),
        )
        if found and all(self._stems[k] <= self._stems[found[0]] for k in found):
            return found[0]
        return key

    def by_role(self, role: str) -> str | None:
        """The body that a role names: "ministry spokeswoman", "head of news at the ministry"."""
        for part in (role, *_OF.split(role)[:0:-1], *_OWNED.split(role)[:1]):
            key = body_key(part)
            body = self.longer(key)
            if body in self._said and not {*key.split()} & PLAIN:
                return body
        return None

    def by_rank(self, role: str) -> str | None:
        """The one body of the service that has a rank."""
        service = _SERVICE.get(_last(role).casefold())
        held = {self.longer(k) for k in self._holding.get(stem(service), ())} if service else set()
        return min(held) if len(held) == 1 else None

    def voice(self, key: str) -> str:
        """For a state by its name the body of that state that says most, else the key."""
        if not key.startswith("@") or " " in key:
            return key
        own = [k for k in self._said if _state_of(k) == key]
        return min(own, key=lambda k: (-self._said[k], k), default=key)


def _are_states(key: str) -> bool:
    """Whether it names several states ("britain, france and germany"): no name of one body."""
    return len({word for word in key.split() if word[0] == "@"}) > 1


def _stems(key: str) -> frozenset[str]:
    return frozenset(map(stem, key.split()))


def _state_of(body: str) -> str | None:
    """The state whose body it is, by the table or by its name: "@US" of "house white"."""
    words = body.split()
    if len(words) > 1 and words[0].startswith("@"):
        return words[0]
    return BODY_STATES.get(frozenset(words))
