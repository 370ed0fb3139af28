"""For whom the speakers of a story speak: all names of one body as one key.

"White House", "the White House", "White House spokesman John Kirby" and "a White House official"
are one. A person without a body is looked for among the story's persons with one, then by what his
role says ("ministry spokeswoman"). A short name ("the ministry") is the one longer name in the
story that holds its words; a state by its name or capital gives way to the body of that state which
the story quotes most. Where several fit, the name stays on its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from vigil.evidence.statement import Reading, Speaker
from vigil.evidence.words.content import stem
from vigil.evidence.words.states import STATE_OF

_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W_]+")
# Not a part of a body's name.
_PLAIN_TEXT = """
the a an its his her their our spokesman spokesperson spokeswoman official officials senior
unnamed anonymous top chief minister secretary president government administration statement
press briefing release ministry's of for s
"""
_PLAIN = frozenset(_PLAIN_TEXT.split())
# Bodies that every country, town or firm has.
_GENERIC_TEXT = """
agency air army attorney authorities authority bank border bureau capital chancellery city coast
commerce commission committee company council court customs defence defense department deputy
district economy embassy energy experts finance fire firm force foreign general guard harbour health
home indictment interior justice manufacturer mayor military ministry navy office operator
opposition owner panel parliament police port president prosecution prosecutor prosecutors report
secretary security service state supreme trade transport treasury tribunal union
"""
_GENERIC = frozenset(_GENERIC_TEXT.split())
# Words for a state in names of bodies: "Swedish", "Sweden", "Stockholm"; "US" and its like.
_STATE_WORDS = {
    "".join(words).replace(".", ""): state for words, state in STATE_OF.items() if len(words) == 1
}
_PHRASES = {words: state for words, state in STATE_OF.items() if len(words) > 1}
# Of the table of states: bodies with a voice of their own.
_BODIES_TEXT = """
house department pentagon kremlin street office commission council bundestag knesset elysee élysée
treasury taliban nato nations quai d'orsay whitehall administration
"""
_BODIES = frozenset(_BODIES_TEXT.split())
_BODY_STATES = {
    frozenset(words): f"@{state}" for words, state in STATE_OF.items() if _BODIES & {*words}
}


def bodies_of(readings: Iterable[Reading]) -> dict[Speaker, str]:
    """The key of the body of each speaker; outlets pass on what others say and have none."""
    every = Counter(
        statement.speaker
        for reading in readings
        for statement in reading.statements
        if statement.speaker is not None and statement.speaker.kind != "outlet"
    )
    known = {
        s.name: body_key(s.organisation)
        for s in sorted(every, key=lambda s: (s.name, s.organisation or ""))
        if s.kind == "person" and s.organisation
    }
    names: dict[str, set[str]] = defaultdict(set)
    for s in every:
        if s.kind == "person":
            names[_last(s.name)].add(s.name)
    keys: dict[Speaker, str] = {}
    for speaker in every:
        if speaker.organisation:
            keys[speaker] = body_key(speaker.organisation)
        elif speaker.kind != "person":
            keys[speaker] = body_key(speaker.role or speaker.name)
    said: Counter[str] = Counter()
    for speaker, key in keys.items():
        said[key] += every[speaker]
    bodies = _Bodies(said)
    for speaker in sorted(every, key=lambda s: (s.name, s.role or "")):
        body = bodies.by_role(speaker.role) if speaker not in keys and speaker.role else None
        if body:
            known.setdefault(speaker.name, body)
    homes = {name: _of_person(name, alike, known) for alike in names.values() for name in alike}
    for speaker in every:
        if speaker not in keys:
            keys[speaker] = homes[speaker.name]
    longer = {key: bodies.voice(bodies.longer(key)) for key in said}
    return {speaker: longer.get(key, key) for speaker, key in keys.items() if key}


def body_key(name: str) -> str:
    """A body's name as a set of words: without articles, ranks and words for people, states by
    their code, in alphabetical order.

    >>> body_key("a senior White House official"), body_key("Sweden's Ministry of Defence")
    ('house white', '@SE defence ministry')
    """
    words = [w.casefold().replace(".", "") for w in _WORD.findall(name)]
    phrase = _PHRASES.get(tuple(w for w in words if w != "the"))
    if phrase and not _BODIES & {*words}:
        return f"@{phrase}"
    left = [w for w in words if w not in _PLAIN] or words
    return " ".join(sorted({w if w in _BODIES else _state_word(w) for w in left}))


def is_named(key: str) -> bool:
    """Whether a key can mean one body only, whatever the story: "the police" cannot."""
    words = {*key.split()}
    return frozenset(words) in _BODY_STATES or not words <= _GENERIC


def _state_word(word: str) -> str:
    state = _STATE_WORDS.get(word)
    return f"@{state}" if state else word


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
        """The body that a role names: "ministry spokeswoman"."""
        key = body_key(role)
        body = self.longer(key)
        return body if body in self._said and not {*key.split()} & _PLAIN else None

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
    return _BODY_STATES.get(frozenset(words))
