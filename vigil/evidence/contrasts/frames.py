"""What stands around the words told: “it said on Monday”, “its bookkeeper reportedly told them”.

Where two pages print nearly the same sentence, the clause that says who says it may differ, too:
in its day, its numbers, its hedges.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from vigil.evidence.contrasts import amounts, modality, times
from vigil.evidence.contrasts.difference import Difference
from vigil.evidence.contrasts.modality import FAMILY
from vigil.evidence.contrasts.numerals import NUMBERS
from vigil.evidence.contrasts.side import Alignment, Side, Word, words_of
from vigil.evidence.contrasts.time_words import TIMES
from vigil.evidence.page import Span
from vigil.evidence.told import Told

ALIKE = 0.7  # share of the shorter sentence's words that both have
FINDERS = (amounts.find, times.find, modality.find)


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:  # noqa: ARG001
    """Numbers, times and hedges around what is told, in sentences that are nearly the same."""
    if any(s.told.statement.speaker is None for s in sides):
        return
    if marks_around(sides[0].told) == marks_around(sides[1].told):
        return
    whole = (_sentence(sides[0]), _sentence(sides[1]))
    between = Alignment(whole[0].keys, whole[1].keys)
    if between.share(max(len(s.words) for s in whole)) < ALIKE:
        return
    for finder in FINDERS:
        for found in finder(whole, between):
            ends = zip((found.left, found.right), sides, strict=True)
            if not any(_inside(at.start, s.told.at) for at, s in ends):
                yield found


def marks_around(told: Told) -> tuple[str, ...]:
    """Numbers, times and hedges that a sentence has around what it tells, in order."""
    sentence, at = told.statement.sentence, told.at
    ends = (Span(sentence.start, at.start), Span(at.end, sentence.end))
    words = [w for end in ends if end.start < end.end for w in words_of(told.page.text, end)]
    return tuple(w.low for w in words if _is_mark(w))


def _is_mark(word: Word) -> bool:
    low = word.low
    return (
        low[0].isdigit() or low in NUMBERS or low in TIMES or (low in FAMILY and low[-2:] == "ly")
    )


def _inside(place: int, at: Span) -> bool:
    return at.start <= place < at.end


def _sentence(side: Side) -> Side:
    told = side.told
    at = told.statement.sentence
    statement = msgspec.structs.replace(told.statement, at=at)
    return Side(Told(told.page, statement, at))
