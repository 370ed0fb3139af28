"""One side denies what the other states: a negation on one side only."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.side import Alignment, Side, Word
from vigil.evidence.contrasts.verbs import NEGATIONS
from vigil.evidence.contrasts.word_forms import listed, stem
from vigil.evidence.words.synonyms import STOP_WORDS

DENY = frozenset(map(stem, listed("deny denial refute rebut disavow")))
REJECT = frozenset(map(stem, listed("reject dismiss dispute")))
FAIL = frozenset(map(stem, listed("fail refuse decline")))
ACCUSATIONS = frozenset(
    map(stem, listed("claim allegation accusation report charge suggestion reports claims notion"))
)
# A negation that none is before these words.
NO_NEGATION = {
    "no": frozenset(listed("fewer less more later matter doubt")),
    "not": frozenset(
        listed(
            """
            only immediately just least until after before because since in on at by from for with
            as like everywhere all every necessarily
            """
        )
    ),
}


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:  # noqa: ARG001
    """A negation or a denial without a counterpart over the same word."""
    left, right = (s.read(_negated) for s in sides)
    denial = [s.told.statement.denial for s in sides]
    if denial[0] != denial[1] and not (left and right):
        words = ((0, len(sides[0].words)), (0, len(sides[1].words)))
        yield difference("denial", sides, *words, "one side denies what the other states", 3)
        return
    if bool(left) != bool(right):
        own, side, other = (left, *sides) if left else (right, *sides[::-1])
        for place, end, scope in own:
            if scope not in other.key_set:
                continue
            there = other.keys.index(scope)
            here, that = (place, end), (there, there + 1)
            ends = (here, that) if side is sides[0] else (that, here)
            note = "one side denies what the other states: {left} against {right}"
            yield difference("denial", sides, *ends, note, 3)
            return


def _negated(side: Side) -> list[tuple[int, int, str]]:
    """Negations with the key of each word that they may negate."""
    words = side.words
    found = []
    for i, word in enumerate(words):
        after = words[i + 1].low if i + 1 < len(words) else ""
        if word.low in NEGATIONS or word.low.endswith("n't"):
            if after in NO_NEGATION.get(word.low, ()):
                continue
            scopes = _scopes(words, i, 2)[1:] if word.low == "neither" else _scopes(words, i, 1)
            if not scopes and word.low in ("nobody", "nothing", "none"):
                scopes = _before(words, i)
        elif word.stem in DENY or (
            word.stem in REJECT and any(w.stem in ACCUSATIONS for w in words[i + 1 : i + 4])
        ):
            scopes = _scopes(words, i, 4)
        elif word.stem in FAIL and after == "to":
            scopes = _scopes(words, i, 1)
        else:
            continue
        found += [(i, place + 1 if place > i else i + 1, words[place].key) for place in scopes]
    return found


def _scopes(words: list[Word], i: int, most: int) -> list[int]:
    """The next telling words after a negation that name nobody."""
    places: list[int] = []
    for k in range(i + 1, min(i + 5 + most, len(words))):
        word = words[k]
        if word.before and word.before != "-":
            break
        if word.low in STOP_WORDS or word.state or word.capital or word.low.endswith("ly"):
            continue
        if word.stem in ACCUSATIONS:
            continue
        places.append(k)
        if len(places) == most:
            break
    return places


def _before(words: list[Word], i: int) -> list[int]:
    """The telling word before “nobody” or “nothing” at the end of a clause."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if words[k].low not in STOP_WORDS:
            return [k]
    return []
