"""Done, going on, or to come: where the same act is told as another of these.

Indirect speech moves tenses back ("is" → "was", "has sent" → "had sent", "will" → "would"); that
is no difference. A document's act (issued / would be issued) is a mark of versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from vigil.evidence.claim import DiscrepancyKind
from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.flows import flows
from vigil.evidence.contrasts.modality import FAMILY
from vigil.evidence.contrasts.side import Alignment, Side
from vigil.evidence.contrasts.verbs import HAVE, MODALS, Verb, is_negated, verb_at
from vigil.evidence.contrasts.word_forms import is_past, listed, stem
from vigil.evidence.words.synonyms import STOP_WORDS

# Acts by which a paper or a decision comes out: told as coming by earlier takes of a report.
COMES_OUT = frozenset(
    map(
        stem,
        listed(
            """
            issue publish release announce unveil sign adopt impose submit present introduce
            launch unseal file approve ratify pass enact post circulate publicise publish disclose
            reveal convene hold brief open declassify
            """
        ),
    )
)
AWAITED = frozenset(["expected", "due", "scheduled", "planned", "awaited", "set", "foreseen"])
NOW_AND_THEN = ({"is", "was"}, {"are", "were"})
ALIKE = 0.8  # share of words of sentences that a tense alone parts
TELLING = {("done", "future"), ("done", "ongoing"), ("ongoing", "future"), ("future", "present")}


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """The same verb told as done by one side, as going on or to come by the other."""
    left, right = (s.read(_once) for s in sides)
    seen: set[str] = set()
    for key, place in left.items():
        if key not in right or key in seen:
            continue
        verb = verb_at(sides[0].words, place)
        other = verb_at(sides[1].words, right[key]) if verb else None
        if verb is None or other is None or not _differ(verb, other):
            continue
        if any(_is_hedged(s, v) for s, v in zip(sides, (verb, other), strict=True)):
            continue  # how sure it is, is a difference of its own
        if is_negated(sides[0].words, verb) != is_negated(sides[1].words, other):
            continue
        seen.add(key)
        word = sides[0].words[verb.place].stem
        kind: DiscrepancyKind = "tense"
        weight: Literal[1, 2, 3] = 2
        note = "one side tells it as {left}, the other as {right}"
        if "future" in (verb.time, other.time) and (
            word in COMES_OUT or sides[1].words[other.place].stem in COMES_OUT
        ):
            kind = "version"
            note = (
                "told as still to come by one side only, an earlier version: {left} against {right}"
            )
        yield difference(
            kind, sides, (verb.first, verb.place + 1), (other.first, other.place + 1), note, weight
        )
    if not seen:
        told = list(_came(sides, aligned)) or list(_flows(sides))
        yield from told or _now_and_then(sides, aligned)


def _came(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """“A verdict is due on Monday” against “a verdict fell on Monday”."""
    for gap in aligned.gaps:
        ends = ((gap.left, gap.left_end), (gap.right, gap.right_end))
        due = [_is_awaited(s, *at) for s, at in zip(sides, ends, strict=True)]
        past = [_is_past(s, *at) for s, at in zip(sides, ends, strict=True)]
        if (due[0] and past[1] and not due[1]) or (due[1] and past[0] and not due[0]):
            note = "told as still to come by one side only: {left} against {right}"
            yield difference("version", sides, *ends, note, 2)
            return


def _is_awaited(side: Side, first: int, end: int) -> bool:
    """“is expected on 3 May”, “is due”: a day to come, and no “is expected to be”."""
    words = side.words
    return any(
        words[k].low in AWAITED
        and k > 0
        and words[k - 1].low in ("is", "are")
        and (k + 1 == len(words) or words[k + 1].low != "to")
        for k in range(first, end)
    )


def _is_past(side: Side, first: int, end: int) -> bool:
    words = side.words[first:end]
    return not any(w.low in MODALS or w.low in AWAITED for w in words) and any(
        w.low in ("was", "were") or is_past(w.low) for w in words
    )


def _now_and_then(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """“Soldiers are guarding it” against “were guarding it”, in a page's own words.

    Where somebody is said to say it, “is” becomes “was” without harm.
    """
    longer = max(len(s.words) for s in sides)
    if any(s.told.statement.mode != "narrated" for s in sides) or aligned.share(longer) < ALIKE:
        return
    for gap in aligned.gaps:
        if not (gap.left < gap.left_end and gap.right < gap.right_end):
            continue
        one, two = sides[0].words[gap.left].low, sides[1].words[gap.right].low
        near = (
            *sides[0].words[max(0, gap.left - 2) : gap.left_end + 2],
            *sides[1].words[max(0, gap.right - 2) : gap.right_end + 2],
        )
        if {one, two} in NOW_AND_THEN and not any(w.low in MODALS | HAVE for w in near):
            note = "one side tells it as {left}, the other as {right}"
            ends = ((gap.left, gap.left_end), (gap.right, gap.right_end))
            yield difference("tense", sides, *ends, note, 2)
            return


def _once(side: Side) -> dict[str, int]:
    """Places of telling words by key, of those that stand once on a side."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    for i, word in enumerate(side.words):
        if word.low not in STOP_WORDS and word.low.isalpha():
            if word.key in found:
                twice.add(word.key)
            found[word.key] = i
    return {key: place for key, place in found.items() if key not in twice}


def _is_hedged(side: Side, verb: Verb) -> bool:
    between = side.words[verb.first : verb.place]
    return any(FAMILY.get(w.low) in ("likely", "possible", "alleged", "apparent") for w in between)


def _differ(a: Verb, b: Verb) -> bool:
    return (a.time, b.time) in TELLING or (b.time, a.time) in TELLING


def _flows(sides: tuple[Side, Side]) -> Iterator[Difference]:
    """“was receiving materials from Iran” against “Iran has sent the materials”."""
    for a in sides[0].read(flows):
        for b in sides[1].read(flows):
            same = (a.giver == b.giver != "") or (a.receiver == b.receiver != "")
            told = a.degree == b.degree == "done"
            if told and same and a.theme & b.theme and {a.time, b.time} == {"done", "ongoing"}:
                words = (sides, (a.first, a.last), (b.first, b.last))
                yield difference(
                    "tense",
                    *words,
                    "told as done by one side, as going on by the other: {left} against {right}",
                    2,
                )
                return
