"""How sure a statement is: hedges that one side drops, adds or changes.

A hedge is a word of a family with the word it governs. It is dropped where the other side tells
the governed word without it; where the whole clause is absent, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.side import Alignment, Side, Word
from vigil.evidence.contrasts.verbs import BE, FUTURE, HAVE, MODALS
from vigil.evidence.contrasts.word_forms import stem
from vigil.evidence.words.synonyms import STOP_WORDS

# Words by family, in any form. Written for Vigil from general knowledge of English news prose.
FAMILIES = {
    "possible": "could may might can possibly perhaps maybe potentially potential possible",
    "likely": "likely probably presumably",
    "apparent": "appear seem apparently seemingly apparent suggest evidently indicate",
    "alleged": "allegedly reportedly purportedly supposedly alleged purported accuse suspect"
    " unconfirmed unverified",
    "expected": "expect anticipate forecast scheduled due set slated",
    "believed": "believe think assess suspected estimate",
    "planned": "plan intend aim seek hope try attempt want consider mull propose prepare work"
    " contemplate weigh",
    "feared": "concerned worried fear concern worry",
    "obliged": "must shall required",
    "advised": "should ought",
}
FAMILY: dict[str, str] = {}
for _family, _words in FAMILIES.items():
    for _word in _words.split():
        FAMILY.setdefault(_word, _family)
        FAMILY.setdefault(stem(_word), _family)
# A verb of these families hedges only before “to”, “that”, a gerund or a clause.
VERBAL = frozenset({"planned", "apparent", "expected", "believed", "feared", "alleged"})
PLAIN_NOUNS = frozenset({"plans", "aims", "concerns", "fears", "hopes", "estimates", "attempts"})
# What each weighs when it is dropped.
WEIGHT: dict[str, Literal[2, 3]] = {"possible": 3, "apparent": 3, "alleged": 3, "likely": 3}
REPLACED = 5  # words of a gap in which another verb stands for the hedged one
WEIGHED = frozenset(map(stem, ("consider", "weigh", "mull", "contemplate")))
WEAK = frozenset({"due", "set", "slated"})  # match “expected”, and are no hedge alone
STANDS = frozenset(["in", "on", "at", "before", "under", "with", "for", "beside", "near"])
LETS = frozenset({"let", "allow", "permit"})
NEAR = (
    frozenset({"likely", "expected"}),
    frozenset({"alleged", "believed"}),
    frozenset({"obliged", "future"}),
)


class Hedge(NamedTuple):
    """A hedge: its words, its family, and the key of what it governs."""

    first: int
    end: int
    family: str
    scope: str
    place: int  # of the governed word, −1 for none


def hedges(side: Side) -> list[Hedge]:
    """All hedges of a side's words."""
    words = side.words
    found: list[Hedge] = []
    for i, word in enumerate(words):
        family = FAMILY.get(word.low) or FAMILY.get(word.stem)
        if word.low in HAVE and i + 2 < len(words) and words[i + 1].low == "to":
            family = "obliged"
        if family is None or not _hedges(words, i, family):
            continue
        first, end = i, i + 1
        while first and words[first - 1].low in BE | {"not"} and not words[first].before:
            first -= 1
        while end < len(words) and words[end].low in ("to", "be", "that", "have", "been"):
            end += 1
        place = _governed(words, end, i)
        scope = words[place].key if place >= 0 else ""
        found.append(
            Hedge(i, max(i + 1, end if words[i].low in MODALS else i + 1), family, scope, place)
        )
    return found


def _hedges(words: list[Word], i: int, family: str) -> bool:
    """Whether the word is a hedge where it stands: not a month, not a thing, not a person."""
    word = words[i]
    after = words[i + 1] if i + 1 < len(words) else None
    before = words[i - 1].low if i else ""
    if word.low == "may" and (word.capital and (i or not after or after.low[0].isdigit())):
        return False
    if (word.low == "can" and word.capital) or (after is not None and after.low == "not"):
        return False
    if word.stem in ("appear", "seem") and after is not None and after.low in STANDS:
        return False  # “the names appear in the register”
    if word.low in WEAK:
        return before in BE and after is not None and after.low == "to"
    if word.stem in WEAK:
        return False
    if word.low in ("potential", "possible", "required", "scheduled", "apparent"):
        return after is not None and (before in BE or word.low in ("potential", "possible"))
    if word.low in PLAIN_NOUNS and (
        before in ("the", "its", "their", "of", "his", "no", "any", "raised")
    ):
        return False
    if family in VERBAL and not word.low.endswith("ly"):
        if after is None:
            return word.low == "expected"
        if before in ("the", "a", "an", "its", "their", "this", "his", "her") and word.low.endswith(
            "ed"
        ):
            return word.low in (
                "planned",
                "proposed",
                "alleged",
                "suspected",
                "intended",
                "expected",
                "purported",
            )
        if before in ("the", "a", "an", "its", "their", "this", "under", "of", "for", "in"):
            return False
        if after.before.startswith(",") and word.low.endswith("s"):
            return True  # “by autumn, the navy hopes, …”
        if word.stem in WEIGHED:
            return word.low != "considered" or before == "being" or after.low in ("by", "for")
        if family == "planned" and word.stem in ("seek", "want", "propos"):
            return after.low == "to" or after.low.endswith("ing")
        if family == "feared":
            return after.low not in ("about", "over")
        if word.low == "aimed":
            return False  # what a paper is for
        if family == "planned":
            return after.low in ("to", "on") or word.low in (
                "planned",
                "plans",
                "planning",
                "intended",
            )
    return True


def _governed(words: list[Word], start: int, hedge: int) -> int:
    """The place of the word that a hedge governs: the next telling one that names nobody."""
    for place in range(start, min(start + 6, len(words))):  # “expects the plant will be ready”
        if words[place].before:
            break
        if words[place].low in FUTURE:
            start = place + 1
            break
    for place in range(start, min(start + 7, len(words))):
        word = words[place]
        if word.before and word.before != "-" and place > hedge + 1:
            break
        if word.low in STOP_WORDS or word.state or word.low.endswith("ly"):
            continue
        if word.capital and place > 0:
            continue
        return place
    return -1


def find(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """Hedges that do not stand on both sides."""
    left, right = (s.read(hedges) for s in sides)
    if not left and not right:
        return
    left, right = _unmatched(_once(left), _once(right))
    for hedge in list(left):
        other = next((h for h in right if _same_place(hedge, h, aligned)), None)
        if other is not None:
            right.remove(other)
            left.remove(hedge)
            if frozenset({hedge.family, other.family}) not in NEAR:
                note = "how sure it is differs: {left} against {right}"
                yield difference("modality", sides, hedge[:2], other[:2], note, 2)
    for mine, hedge in [(True, h) for h in left] + [(False, h) for h in right]:
        if (sides[0] if mine else sides[1]).words[hedge.first].low in WEAK:
            continue
        own, other_side = sides if mine else sides[::-1]
        if own.words[hedge.first].stem in WEIGHED and any(
            w.low in FUTURE for w in other_side.words
        ):
            continue  # “is considering bail”, “will rule on bail”: both to come
        place = _told_without(hedge, other_side, aligned, mine)
        if place is None:
            continue
        note = "what one side says with {left} the other says as {right}"
        if not mine:
            note = "what one side says as {left} the other says with {right}"
        here, there = (hedge.first, hedge.end), place
        ends = (here, there) if mine else (there, here)
        yield difference("modality", sides, *ends, note, WEIGHT.get(hedge.family, 2))


def _once(found: list[Hedge]) -> list[Hedge]:
    """Hedges without a second one of the same family close by: “might, possibly”."""
    return [
        h
        for k, h in enumerate(found)
        if not any(o.family == h.family and h.first - o.end < 4 for o in found[:k])
    ]


def _unmatched(left: list[Hedge], right: list[Hedge]) -> tuple[list[Hedge], list[Hedge]]:
    """Hedges without one of the same family on the other side; the same scope goes first."""
    rest_right = list(right)
    for same_scope in (True, False):
        rest_left = []
        for hedge in left:
            match = next(
                (
                    h
                    for h in rest_right
                    if h.family == hedge.family and (not same_scope or h.scope == hedge.scope)
                ),
                None,
            )
            if match is None:
                rest_left.append(hedge)
            else:
                rest_right.remove(match)
        left = rest_left
    return left, rest_right


def _same_place(a: Hedge, b: Hedge, aligned: Alignment) -> bool:
    gap = aligned.left_gap[a.first]
    return bool(a.scope and a.scope == b.scope) or (gap >= 0 and gap == aligned.right_gap[b.first])


def _told_without(
    hedge: Hedge, other: Side, aligned: Alignment, mine: bool
) -> tuple[int, int] | None:
    """Where the other side tells the governed word without the hedge."""
    if hedge.family == "possible" and any(w.stem in LETS for w in other.words):
        return None  # “may” is leave, here
    if hedge.scope and hedge.scope in other.key_set:
        place = other.keys.index(hedge.scope)
        first = place
        while first and other.words[first - 1].low in BE | HAVE | MODALS | {"to"}:
            first -= 1
        return first, place + 1
    gaps = aligned.left_gap if mine else aligned.right_gap
    number = gaps[hedge.first]
    if number < 0:
        return None
    gap = aligned.gaps[number]
    first, end = (gap.right, gap.right_end) if mine else (gap.left, gap.left_end)
    if max(gap.left_end - gap.left, gap.right_end - gap.right) > REPLACED:
        return None
    verbs = [k for k in range(first, end) if other.words[k].low in BE | HAVE | MODALS]
    if verbs:
        return verbs[0], min(end, verbs[-1] + 2)
    return None
