"""What statements tell, as weighed keys, and how far two of them tell the same thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from math import fsum, log
from typing import Literal, NamedTuple

import msgspec

from vigil.evidence.link import Link
from vigil.evidence.page import Page, Span
from vigil.evidence.statement import Reading, Statement
from vigil.evidence.tellings.befores import is_earlier, is_later
from vigil.evidence.words.content import Word, words_of

# Where a sentence may be parted into clauses; a list is parted, too, and put together when matched.
# Not inside of a number: "1,180", "14:30", "10–12".
_PART = re.compile(
    r"(?:(?<!\d)[,;:–—]|[,;:–—](?!\d))|\s-\s|\b(?:and|but|while|whereas|with|which|that)\b"
)
_LINKED = frozenset({"party", "model", "place", "part"})
NEAR = 5  # letters of a name from which another spelling of it is looked for


class Telling(msgspec.Struct, frozen=True, eq=False):
    """A statement as keys. `order` is its place among its page's statements.

    `parts` are the places of its clauses, in order; `part_of` tells for each word its clause.
    `speaker` is who speaks, as states where it can be. `named` is what "it", "they" or "we" may
    stand for: keys of who speaks, and of what the sentence states besides. `when` is whether it is
    put before a time or after it.
    """

    page: str
    order: int
    statement: Statement
    words: tuple[Word, ...]
    parts: tuple[Span, ...]
    part_of: tuple[int, ...]
    keys: frozenset[str]
    speaker: frozenset[str]
    named: frozenset[str]
    when: Literal["", "earlier", "later"]

    def within(self, first: int, last: int) -> frozenset[str]:
        """The keys of some of its clauses."""
        if first == 0 and last >= len(self.parts) - 1:
            return self.keys
        return frozenset(
            w.key for w, n in zip(self.words, self.part_of, strict=True) if first <= n <= last
        )

    def span(self, first: int, last: int) -> Span:
        """Where some of its clauses stand."""
        return Span(self.parts[first].start, self.parts[last].end)


class Weights:
    """How much a key says within a story: what stands in most of its sentences says little."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        held: Counter[str] = Counter()
        prior: dict[str, float] = {}
        for telling in tellings:
            held.update(telling.keys)
            for word in telling.words:
                prior[word.key] = max(word.prior, prior.get(word.key, 0.0))
        # Pages that print the same must not make its words common: what counts is the share.
        n = len(tellings)
        self.of: Mapping[str, float] = {
            key: prior[key] * log(1.5 + n / count) for key, count in held.items()
        }
        self.held: Mapping[str, int] = held
        self.statements = n
        self._sums: dict[frozenset[str], float] = {}

    def sum(self, keys: frozenset[str]) -> float:
        """What keys weigh together, the same in any order of them."""
        found = self._sums.get(keys)
        if found is None:
            found = self._sums[keys] = fsum(map(self.of.__getitem__, keys))
        return found


def tellings_of(
    pages: Sequence[Page], readings: Sequence[Reading], links: Sequence[Sequence[Link]]
) -> list[Telling]:
    """All statements of a story's pages as keys, in order of pages and text."""
    speakers = _organisations(readings)
    found: list[Telling] = []
    for page, reading, linked in zip(pages, readings, links, strict=True):
        named = _named(linked)
        own = [_telling(page, n, s, named, speakers) for n, s in enumerate(reading.statements)]
        found += _in_sentence(own)
    spelt = _spellings(found)
    return [_respelt(t, spelt) for t in found] if spelt else found


def _telling(
    page: Page,
    order: int,
    statement: Statement,
    named: list[tuple[Span, str]],
    speakers: Mapping[str, frozenset[str]],
) -> Telling:
    at = statement.at
    inside = [(s, k) for s, k in named if at.start <= s.start and s.end <= at.end]
    left_out = [s for s in (statement.cue, *_speaker_words(statement)) if s is not None]
    words = [
        w
        for w in words_of(page.text, at, inside)
        if not any(s.start <= w.at.start < s.end for s in left_out)
    ]
    cuts = [at.start]
    for m in _PART.finditer(page.text, at.start + 1, at.end):
        if m.start() > cuts[-1]:
            cuts.append(m.start())
    parts: list[Span] = []
    part_of: list[int] = []
    i = 0
    for start, end in zip(cuts, [*cuts[1:], at.end], strict=True):
        held = 0
        while i < len(words) and words[i].at.start < end:
            i += 1
            held += 1
        if held or not parts:  # a piece without words belongs to the one before it
            part_of += [len(parts)] * held
            parts.append(Span(start, end))
        else:
            parts[-1] = Span(parts[-1].start, end)
    parts = [_trimmed(page.text, part) for part in parts]
    return Telling(
        page.id,
        order,
        statement,
        tuple(words),
        tuple(parts),
        tuple(part_of),
        frozenset(w.key for w in words),
        _speaker(statement, speakers),
        _keys(statement.speaker.name if statement.speaker else None),
        "earlier" if is_earlier(page.slice(at)) else "later" if is_later(page.slice(at)) else "",
    )


def _in_sentence(own: Sequence[Telling]) -> list[Telling]:
    """What a sentence stated before belongs to what a statement of it may be about."""
    found: list[Telling] = []
    before: set[str] = set()
    last: Span | None = None
    for telling in own:
        if telling.statement.sentence != last:
            before, last = set(), telling.statement.sentence
        named = telling.named | before
        before |= telling.keys
        found.append(msgspec.structs.replace(telling, named=named))
    return found


def _trimmed(text: str, at: Span) -> Span:
    """Without the commas and spaces around it."""
    start, end = at
    while start < end and not text[start].isalnum() and text[start] not in "$€£\"'“‘([":
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    return Span(start, end)


def _speaker_words(statement: Statement) -> list[Span | None]:
    """Where the sentence names who speaks: that is not what is told."""
    said = [statement.speaker, *statement.via]
    return [s.words for s in said if s is not None]


def _named(links: Sequence[Link]) -> list[tuple[Span, str]]:
    """Links to one thing each, in order and apart: parties, models, places, parts."""
    found: list[tuple[Span, str]] = []
    at_once: dict[Span, set[str]] = defaultdict(set)
    for link in links:
        at_once[link.at].add(f"{link.kind}:{link.id}" if link.kind in _LINKED else "")
    for span in sorted(at_once, key=lambda s: (s.start, -s.end)):
        keys = at_once[span]
        if len(keys) == 1 and "" not in keys and (not found or found[-1][0].end <= span.start):
            found.append((span, min(keys)))
    return found


def _organisations(readings: Sequence[Reading]) -> dict[str, frozenset[str]]:
    """Speakers by their last name, with the keys of whom they speak for on any page."""
    known: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for statement in reading.statements:
            speaker = statement.speaker
            if speaker is not None and speaker.name.split():
                last = speaker.name.split()[-1].casefold()
                known[last] |= _keys(speaker.organisation) | _keys(speaker.role)
    return {name: frozenset(keys) for name, keys in known.items()}


@lru_cache(maxsize=4096)
def _keys(words: str | None) -> frozenset[str]:
    return frozenset(w.key for w in words_of(words or "", Span(0, len(words or ""))))


def _speaker(statement: Statement, known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Keys of who speaks: states where any is known, else names; empty where nobody is named.

    An outlet that tells what it found is a party of its own, like a state.
    """
    speaker = statement.speaker
    if speaker is None or not speaker.name.split():
        return frozenset()
    if speaker.kind == "outlet":
        return frozenset({"@" + speaker.name.casefold()})
    keys = _keys(speaker.name) | _keys(speaker.organisation) | _keys(speaker.role)
    keys |= known.get(speaker.name.split()[-1].casefold(), frozenset())
    states = frozenset(k for k in keys if k.startswith("@"))
    return states or frozenset(keys)


def _spellings(tellings: Sequence[Telling]) -> dict[str, str]:
    """Names that differ by a letter ("Alabuga", "Alaboga"): the rarer by the more frequent.

    Two words that agree when one letter is left out of each, at the same place or not.
    """
    seen: Counter[str] = Counter(
        w.key for t in tellings for w in t.words if w.name and w.key[0] not in "@#~="
    )
    small = {w.key for t in tellings for w in t.words if not w.name}
    by_rest: dict[str, list[str]] = defaultdict(list)
    for key in sorted(seen, key=lambda k: (-seen[k], k)):
        if len(key) >= NEAR and key not in small:
            for i in range(1, len(key)):
                by_rest[key[:i] + key[i + 1 :]].append(key)
    spelt: dict[str, str] = {}
    for keys in by_rest.values():
        for key in keys[1:]:
            if key != keys[0]:
                spelt.setdefault(key, spelt.get(keys[0], keys[0]))
    return spelt


def _respelt(telling: Telling, spelt: Mapping[str, str]) -> Telling:
    if not any(w.key in spelt for w in telling.words):
        return telling
    words = tuple(w._replace(key=spelt.get(w.key, w.key)) for w in telling.words)
    named = frozenset(spelt.get(key, key) for key in telling.named)
    keys = frozenset(w.key for w in words)
    return msgspec.structs.replace(telling, words=words, keys=keys, named=named)


def best_clauses(telling: Telling, wanted: frozenset[str], weights: Weights) -> tuple[int, int]:
    """The run of clauses that tells most of what is wanted and least besides: first and last."""
    gains = [0.0] * len(telling.parts)
    for word, part in zip(telling.words, telling.part_of, strict=True):
        weight = weights.of[word.key]
        gains[part] += weight if word.key in wanted else -FOREIGN * weight
    totals = [0.0, *accumulate(gains)]
    best, run = float("-inf"), (0, 0)
    low = 0
    for end in range(1, len(totals)):
        if totals[end] - totals[low] > best:
            best, run = totals[end] - totals[low], (low, end - 1)
        if totals[end] < totals[low]:
            low = end
    return run


FOREIGN = 0.35  # chosen: what a word that the other side lacks takes away


class Keys(NamedTuple):
    """What is told, and what it may be about besides: who says it."""

    told: frozenset[str]
    named: frozenset[str] = frozenset()


def likeness(left: Keys, right: Keys, weights: Weights) -> float:
    """Shared weight over the mean of both, 0-1.

    Who speaks counts only where the other side names the same in what it tells: "Kestrel said it
    would pay" and "Kestrel will pay" are alike, two sentences that Kestrel said are not.
    """
    by_left = (left.named & right.told) - left.told
    by_right = (right.named & left.told) - right.told
    named = weights.sum(by_left) + weights.sum(by_right)
    both = weights.sum(left.told) + weights.sum(right.told) + named
    shared = weights.sum(left.told & right.told) + named
    return 2 * shared / both if both else 0.0
