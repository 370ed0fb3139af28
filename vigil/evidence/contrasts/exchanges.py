"""Two who change places in a sentence that is else word for word the same."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.flow_words import SYMMETRIC
from vigil.evidence.contrasts.mentions import Mention
from vigil.evidence.contrasts.noun_phrases import BEGINS, named_or_described
from vigil.evidence.contrasts.side import Side
from vigil.evidence.contrasts.verbs import BE, HAVE, MODALS, verb_at
from vigil.evidence.contrasts.word_forms import is_past
from vigil.evidence.words.synonyms import STOP_WORDS

NOTE = "who does it and to whom is turned round: {left} against {right}"
OTHER_CLAUSE = frozenset(["i", "we", "you", "he", "she", "they", "it"])
LONGEST = 10  # words of somebody who changes places


def places_changed(sides: tuple[Side, Side]) -> Iterator[Difference]:
    """“X had sent it to Y, …” against “Y had sent it to X, …”, word for word.

    What stands before and after X and Y, and between them, is the same on both sides; between them
    something is done.
    """
    left, right = ([w.low for w in s.words] for s in sides)
    if left == right or sorted(left) != sorted(right):
        return
    if any(w.stem in SYMMETRIC for w in sides[0].words):
        return
    for begin in _begins(left, right):
        for end in _ends(left, right):
            sizes = _exchange(left[begin:end], right[begin:end])
            if sizes is not None and _is_done_between(sides[0], begin, end, sizes):
                yield difference("direction", sides, (begin, end), (begin, end), NOTE, 3)
                return


def _begins(left: list[str], right: list[str]) -> tuple[int, ...]:
    """Where the first words that differ stand; or before the articles before them."""
    first = next(n for n, (a, b) in enumerate(zip(left, right, strict=True)) if a != b)
    before = first
    while before and left[before - 1] in BEGINS:
        before -= 1
    return tuple(dict.fromkeys((before, first)))


def _ends(left: list[str], right: list[str]) -> tuple[int, ...]:
    """Where the words that are the same at the end of both begin; or a word or two later."""
    end = len(left)
    while left[end - 1] == right[end - 1]:
        end -= 1
    return tuple(n for n in (end, end + 1, end + 2) if n <= len(left))


def _exchange(left: list[str], right: list[str]) -> tuple[int, int] | None:
    """Sizes of X and Y where the words are X M Y on one side and Y M X on the other."""
    for x in range(1, min(LONGEST + 1, len(left))):
        if left[:x] != right[-x:]:
            continue
        for y in range(1, min(LONGEST + 1, len(left) - x)):
            if left[-y:] == right[:y] and left[x:-y] == right[y:-x]:
                return x, y
    return None


def _is_done_between(side: Side, begin: int, end: int, sizes: tuple[int, int]) -> bool:
    """Whether X and Y each name somebody, and between them something is done."""
    words = side.words
    parts = (words[begin : begin + sizes[0]], words[end - sizes[1] : end])
    if not all(any(w.low not in STOP_WORDS for w in part) for part in parts):
        return False
    if any(w.low in BE | HAVE | MODALS for part in parts for w in part):
        return False  # clauses that change places
    between = {w.low for w in words[begin + sizes[0] : end - sizes[1]]}
    if between & OTHER_CLAUSE:
        return False  # “we saw X, and we saw Y”
    return any(
        words[k].low in HAVE | MODALS
        or (words[k].low not in STOP_WORDS and verb_at(words, k) is not None)
        for k in range(begin + sizes[0], end - sizes[1])
    )


def exchanged(sides: tuple[Side, Side]) -> Iterator[Difference]:
    """Two who change places in a sentence that is else word for word the same."""
    left, right = (s.read(named_or_described) for s in sides)
    if len(left) < 2 or any(w.stem in SYMMETRIC for w in sides[0].words):
        return
    told = [{_telling(s, m): m for m in ms} for s, ms in zip(sides, (left, right), strict=True)]
    both = [key for key in told[0] if key and key in told[1]]
    for n, one in enumerate(both[:MOST]):
        for two in both[n + 1 : MOST]:
            mine, other = (t[one] for t in told), (t[two] for t in told)
            (a, b), (c, d) = mine, other
            if (a.first < c.first) == (b.first < d.first):
                continue
            rest = [_without(s, x, y) for s, x, y in zip(sides, (a, b), (c, d), strict=True)]
            if rest[0] == rest[1] and _has_verb(sides[0]) and not _listed(sides[0], a, c):
                spans = (
                    (min(a.first, c.first), max(a.end, c.end)),
                    (min(b.first, d.first), max(b.end, d.end)),
                )
                yield difference("direction", sides, *spans, NOTE, 3)
                return


MOST = 8  # mentions that are tried; a sentence with more is a list


def _telling(side: Side, mention: Mention) -> frozenset[str]:
    words = side.words[mention.first : mention.end]
    return frozenset(w.key for w in words if w.low not in STOP_WORDS)


def _without(side: Side, one: Mention, two: Mention) -> list[str]:
    """The words with two mentions left out."""
    return [
        w.low
        for k, w in enumerate(side.words)
        if not (one.first <= k < one.end or two.first <= k < two.end)
    ]


def _has_verb(side: Side) -> bool:
    """Whether something is done: “the broker was a middleman” is the same both ways."""
    after = [m.end for m in side.read(named_or_described) if m.end < len(side.words)]
    follow = [side.words[k] for k in after if not side.words[k].before]
    helped = any(w.low in HAVE | MODALS for w in follow)
    return helped or any(
        w.low not in STOP_WORDS or (w.low in BE and is_past(side.words[k + 1].low))
        for w, k in ((side.words[k], k) for k in after if k + 1 < len(side.words))
    )


def _listed(side: Side, one: Mention, two: Mention) -> bool:
    """“A, B and C”: only small words and other names stand between."""
    first, last = sorted((one, two))
    between = side.words[first.end : last.first]
    return all(w.low in ("and", "or", "with") or w.capital for w in between)
