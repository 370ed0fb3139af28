"""One side denies what the other states: a negation on one side only, an act and its opposite."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.evidence.difference import Difference, difference
from vigil.evidence.side import Alignment, Side
from vigil.evidence.synonyms import STOP_WORDS
from vigil.evidence.verbs import NEGATIONS
from vigil.evidence.word_forms import listed, stem

REFUSALS = frozenset(
    map(
        stem,
        listed(
            """
        deny reject refute dismiss rebut fail refuse decline
        """
        ),
    )
) | {
    "deni",
    "denied",
    "denial",
}
# Acts and what undoes them; one side of a line against the other.
OPPOSITES = [
    tuple(frozenset(map(stem, half.split())) for half in line.split("|"))
    for line in """
approve accept back endorse support agree | reject oppose refuse veto decline
confirm acknowledge admit concede | deny reject dispute
increase rise grow raise climb expand widen boost | decrease fall drop decline reduce cut shrink
impose introduce tighten | lift ease remove relax waive
open reopen resume restart | close shut suspend halt
win gain | lose
allow permit authorise | ban forbid prohibit block bar
arrive enter | leave exit withdraw
begin start launch | end finish stop halt
export | import
guilty convict | acquit innocent clear
succeed pass | fail
join | quit leave
buy purchase | sell
before | after
""".strip().splitlines()
]


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """A negation or a denial without a counterpart over the same word; opposite acts."""
    left, right = _negated(sides[0]), _negated(sides[1])
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
    if not left and not right:
        yield from _opposites(sides, aligned)


def _negated(side: Side) -> list[tuple[int, int, str]]:
    """Negations with the key of the word that they negate."""
    words = side.words
    found = []
    for i, word in enumerate(words):
        negates = word.low in NEGATIONS or word.low.endswith("n't") or word.stem in REFUSALS
        if not negates or (
            word.low == "no"
            and i + 1 < len(words)
            and words[i + 1].low in ("longer", "more", "fewer", "less", "later")
        ):
            if word.low == "no" and i + 1 < len(words) and words[i + 1].low == "longer":
                pass
            else:
                continue
        if (
            word.low == "not"
            and i + 1 < len(words)
            and words[i + 1].low in ("only", "immediately", "just")
        ):
            continue
        for k in range(i + 1, min(i + 7, len(words))):
            after = words[k]
            if after.low in STOP_WORDS or after.state or after.low.endswith("ly") or after.capital:
                continue
            found.append((i, k + 1, after.key))
            break
    return found


def _opposites(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Acts that undo one another in the same place."""
    for gap in aligned.gaps:
        for one, two in OPPOSITES:
            for first, second in ((one, two), (two, one)):
                i = next(
                    (k for k in range(gap.left, gap.left_end) if sides[0].words[k].stem in first),
                    None,
                )
                if i is None:
                    continue
                j = next(
                    (
                        k
                        for k in range(gap.right, gap.right_end)
                        if sides[1].words[k].stem in second
                    ),
                    None,
                )
                if j is None:
                    continue
                note = "the two sides tell opposite things: {left} against {right}"
                yield difference("wording", sides, (i, i + 1), (j, j + 1), note, 3)
