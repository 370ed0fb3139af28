"""What two pages share: prose, quotations, slips, and the course of what they tell.

Shares are exact: n-grams of one page are looked up in the other, and shared passages are grown
word by word. What one page prints as its own words and the other in quotation marks counts as a
shared quotation, so that a release that is all statement meets the pages that quote it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from vigil.evidence.origin import Overlap, Passage, Relation
from vigil.evidence.page import Span
from vigil.evidence.sources.aligned import alignment
from vigil.evidence.sources.matches import matches, shared_words
from vigil.evidence.sources.ready import Read
from vigil.evidence.sources.versions import version_mark

SAME_TEXT = 0.5  # of the smaller page's prose; chosen
PART_OF_TEXT = 0.15
LEAST_PROSE = 40  # words in common that make a copy: about two sentences
LITTLE_PROSE = 15  # words in common beside which fewer reworded sentences make a paraphrase
SAME_QUOTATIONS = 0.3  # of the smaller page's words in quotation marks
LEAST_QUOTED = 15  # words in common that make the same source; one phrase is everybody's
# Short pages hold less; what is shared must then be nearly all (tests/evidence/stories).
SHORT_TEXT, LEAST_SHORT = 0.75, 20  # of the prose, words: a copy
MOST_QUOTED, LEAST_SAYING = 0.5, 7  # of the words in quotation marks, words: one sentence …
TOLD_BESIDE = 0.5  # … beside which this share of the sentences, two at least, tells the same
REWORDED = 0.5  # of the shorter page's sentences, told in other words, with some prose in common
REWORDED_WHOLLY = 0.75  # … with none
LEAST_REWORDED = 4  # sentences
MOST_PASSAGES = 500  # the first, of prose and of quotations each way; shares count all words


class Shares(NamedTuple):
    """Counts behind a relation; shares are of the smaller side, 0–1."""

    prose: float
    prose_words: int
    quoted: float
    quoted_words: int
    quotations: int  # separate passages
    aligned: float
    sentences: int
    reworded: float
    reworded_sentences: int
    slips: int
    version: int  # below 0: the left page is the earlier version


def overlap(left: Read, right: Read) -> Overlap:
    """What two pages share; left is the one of the smaller id, whichever way they are given."""
    if right.page.id < left.page.id:
        left, right = right, left
    shared = list(islice(matches(left.streams.prose, right.streams.prose), MOST_PASSAGES))
    prose = [m.passage(left.streams.prose, right.streams.prose) for m in shared]
    quoted = [
        match.passage(one, other)
        for one, other in (
            (left.streams.quotations, right.streams.quotations),
            (left.streams.quotations, right.streams.prose),
            (left.streams.prose, right.streams.quotations),
        )
        for match in islice(matches(one, other), MOST_PASSAGES)
    ]
    slips = tuple(p for p in prose if _holds(p.left, left.slips))
    version = version_mark(left.streams.prose, right.streams.prose, shared)
    version = version or left.take - right.take
    shares = _shares(left, right, [*prose, *quoted], len(quoted), len(slips), version)
    relation, why = _relation(shares)
    return Overlap(
        left.page.id,
        right.page.id,
        round(shares.prose, 3),
        round(shares.quoted, 3),
        round(shares.aligned, 3),
        relation,
        tuple(sorted({*prose, *quoted}, key=lambda p: (p.left, p.right))),
        slips,
        why,
        shares.sentences,
        _earlier(left, right, version if shares.prose_words >= LEAST_PROSE else 0),
    )


def _earlier(left: Read, right: Read, version: int) -> str:
    if version == 0:
        return ""
    return left.page.id if version < 0 else right.page.id


def _shares(
    left: Read, right: Read, passages: list[Passage], quotations: int, slips: int, version: int
) -> Shares:
    small, large = sorted((left.streams, right.streams), key=lambda s: s.prose.countable)
    prose_words = shared_words(small.prose, large.prose)
    quoted = [s for s in (left.streams, right.streams) if s.quotations.countable]
    quoted.sort(key=lambda s: s.quotations.countable)
    quoted_words = 0
    if quoted:
        other = right.streams if quoted[0] is left.streams else left.streams
        quoted_words = shared_words(quoted[0].quotations, other.quotations, other.prose)
    pairs = alignment(left.course, right.course)
    shorter = min(len(left.course.sentences), len(right.course.sentences)) or 1
    on_left, on_right = sorted(p.left for p in passages), sorted(p.right for p in passages)
    reworded = [
        (i, j)
        for i, j, _ in pairs
        if not _verbatim(left.course.spans[i], on_left)
        and not _verbatim(right.course.spans[j], on_right)
    ]
    return Shares(
        prose_words / (small.prose.countable or 1),
        prose_words,
        quoted_words / (quoted[0].quotations.countable if quoted else 1),
        quoted_words,
        quotations,
        len(pairs) / shorter,
        len(pairs),
        len(reworded) / shorter,
        len(reworded),
        slips,
        version,
    )


def _verbatim(sentence: Span, shared: list[Span]) -> bool:
    """Whether three quarters of a sentence stand on the other page word for word."""
    common = 0
    for at in shared[max(0, bisect_left(shared, sentence) - 1) :]:
        if at.start >= sentence.end:
            break
        common += max(0, min(at.end, sentence.end) - max(at.start, sentence.start))
    return 4 * common >= 3 * (sentence.end - sentence.start)


def _holds(passage: Span, slips: Sequence[Span]) -> bool:
    """Whether a slip stands in a passage."""
    first = bisect_left(slips, passage.start, key=lambda slip: slip.start)
    return first < len(slips) and slips[first].end <= passage.end


def _relation(s: Shares) -> tuple[Relation, str]:
    slip = "; both hold the same slip" if s.slips else ""
    if (s.prose >= SAME_TEXT and s.prose_words >= LEAST_PROSE) or _is_short_copy(s):
        if s.version:
            return (
                "earlier_version",
                f"{s.prose:.0%} of the prose is the same{slip}, one is earlier",
            )
        return "same_text", f"{s.prose:.0%} of the prose is the same{slip}"
    told = f"{s.reworded_sentences} sentences tell the same in the same order in other words"
    some_prose = s.prose >= PART_OF_TEXT and s.prose_words >= LEAST_PROSE
    a_little = s.prose >= PART_OF_TEXT and s.prose_words >= LITTLE_PROSE
    enough = REWORDED if a_little else REWORDED_WHOLLY
    if s.reworded >= enough and s.reworded_sentences >= LEAST_REWORDED:
        return "paraphrase", told
    if some_prose or (s.slips and s.prose_words):
        return "same_text", f"part of the prose is the same ({s.prose_words} words{slip})"
    if (s.quoted >= SAME_QUOTATIONS and s.quoted_words >= LEAST_QUOTED) or _is_same_saying(s):
        return (
            "same_quotations",
            f"{s.quoted_words} quoted words are the same, {s.prose:.0%} of the prose",
        )
    return "unrelated", "too little is the same"


def _is_short_copy(s: Shares) -> bool:
    return s.prose >= SHORT_TEXT and s.prose_words >= LEAST_SHORT


def _is_same_saying(s: Shares) -> bool:
    """One quoted sentence is the same, and more than that: an old saying stands alone."""
    told = s.sentences > 1 and s.aligned >= TOLD_BESIDE
    prose = s.prose >= PART_OF_TEXT and s.prose_words >= LEAST_SAYING
    return s.quoted >= MOST_QUOTED and s.quoted_words >= LEAST_SAYING and (told or prose)
