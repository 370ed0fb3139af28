"""Somebody else in a sentence that is else the same: “by the coast guard”, “by the airport”.

Two phrases stand for one another in the same place. Who has another trade is in another role; a
body against another one, a person or a thing is another actor. A word for anybody (“an official”,
“the company”) against a closer one is no difference, nor is a phrase that says more of the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Literal

from vigil.evidence.contrasts import bodies, people
from vigil.evidence.contrasts.difference import Difference, difference
from vigil.evidence.contrasts.flow_words import PREPOSITIONS
from vigil.evidence.contrasts.mentions import BODY_WORDS, ROLE_OF
from vigil.evidence.contrasts.noun_phrases import BEGINS, named_or_described
from vigil.evidence.contrasts.numerals import NUMBERS
from vigil.evidence.contrasts.side import Alignment, Gap, Side, Word, slot
from vigil.evidence.contrasts.spellings import are_spellings
from vigil.evidence.contrasts.time_words import TIMES
from vigil.evidence.contrasts.verbs import BE, HAVE, MODALS
from vigil.evidence.contrasts.word_forms import is_past, listed, stem
from vigil.evidence.words.synonyms import STOP_WORDS

SHORTEST, ALIKE = 5, 0.7  # words of a sentence; share of them that both have
SURE = 4  # slot by which a phrase stands in the same place of sentences that are not so alike
LONGEST = 6  # words of a phrase
NOBODY = frozenset(listed("nobody somebody anybody everybody anyone everyone someone none nothing"))
OF = frozenset({"of", "for", "in", "at", "from"})
SPEAK_FOR = frozenset(  # people by whom a body speaks
    map(
        stem,
        listed(
            """
            official spokesman spokeswoman spokesperson minister leader chief head president
            secretary director executive manager lawyer attorney ambassador diplomat adviser aide
            officer representative general governor mayor commissioner prosecutor source
            """
        ),
    )
)
Sort = Literal["people", "body", ""]


def replaced_people(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """The first people in whose place other people stand."""
    for left, right in _replaced(sides, aligned):
        one, two = (_words(s, at) for s, at in zip(sides, (left, right), strict=True))
        if sort_of(one) == sort_of(two) == "people" and not may_be_one(one, two):
            note = "the same people are called {left} by one side and {right} by the other"
            yield difference("role", sides, left, right, note, 2)
            return


def replaced_actors(sides: tuple[Side, Side], aligned: Alignment) -> Iterator[Difference]:
    """The first body or person in whose place somebody or something else stands."""
    for left, right in _replaced(sides, aligned):
        one, two = (_words(s, at) for s, at in zip(sides, (left, right), strict=True))
        sorts = {sort_of(one), sort_of(two)}
        if sorts not in ({""}, {"people"}) and not may_be_one(one, two):
            note = "in the same place one side names {left}, the other {right}"
            yield difference("actor", sides, left, right, note, 3)
            return


def other_sort(one: Sequence[Word], two: Sequence[Word]) -> Literal["role", "actor", ""]:
    """Whether two who speak are people of other trades, or somebody else; empty where one may be
    the other, or may speak for it.
    """
    sorts = {sort_of(one), sort_of(two)}
    if ("" in sorts and len(sorts) == 1) or may_be_one(one, two):
        return ""
    if sorts == {"people"}:
        return "role"
    heads = [h for h in (_head(one), _head(two)) if h is not None]
    return "" if any(h.stem in SPEAK_FOR for h in heads) else "actor"


def sort_of(words: Sequence[Word]) -> Sort:
    """What the head of a phrase is a word for."""
    head = _head(words)
    if head is None:
        return ""
    known = head.stem in ROLE_OF and not head.capital and head.low not in BODY_WORDS
    if bodies.is_body(head.low) and not known:
        return "body"
    return "people" if people.names_people(head) else ""


def may_be_one(one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Whether two phrases may be other words for the same: one says more, or says less.

    “The ministry” may be “the transport ministry”, “the company” may be “the ferry line”; “a family
    firm” is no “state firm”.
    """
    telling = [[w for w in x if _tells(w)] for x in (one, two)]
    a, b = _head(one), _head(two)
    if not all(telling) or a is None or b is None:
        return True
    keys = [{w.key for w in x} for x in telling]
    if keys[0] <= keys[1] or keys[1] <= keys[0]:
        return True
    anybody = people.ANYBODY | bodies.ANYBODY
    for x, head in zip(telling, (a, b), strict=True):
        if len(x) == 1 and {head.low, head.low.removesuffix("s")} & anybody:
            return True
    if a.stem == b.stem or a.key == b.key:
        return not (keys[0] - {a.key} and keys[1] - {b.key})
    roles = [{people.role_of(w) for w in x} - {""} for x in telling]
    if roles[0] & roles[1]:
        return True
    short, long = sorted((a.low.removesuffix("s"), b.low.removesuffix("s")), key=len)
    return long.endswith(short) or any(_is_initials(x) for x in telling)


def _is_initials(words: Sequence[Word]) -> bool:
    return any(len(w.text) > 1 and w.text.isupper() for w in words)


def _tells(word: Word) -> bool:
    """Whether a word says who: no article, no number."""
    low = word.low
    own = low in ("own", "outside", "inside", "other")
    return own or not (low in STOP_WORDS or low in NUMBERS or low[0].isdigit())


def _head(words: Sequence[Word]) -> Word | None:
    """The word that a phrase speaks of: “heads of government” of heads."""
    end = next((n for n, w in enumerate(words) if n and w.low in OF), len(words))
    return words[end - 1] if end else None


def _words(side: Side, at: tuple[int, int]) -> list[Word]:
    return side.words[at[0] : at[1]]


def _replaced(
    sides: tuple[Side, Side], aligned: Alignment
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Noun phrases of both sides in the same place, in order."""
    shorter = min(len(s.words) for s in sides)
    alike = shorter >= SHORTEST and aligned.share(shorter) >= ALIKE
    for gap in aligned.gaps:
        if not (gap.left < gap.left_end and gap.right < gap.right_end):
            continue
        left, right = _phrase(sides[0], gap, 0), _phrase(sides[1], gap, 1)
        if left is None or right is None or _told_by_both(sides, left, right):
            continue
        if are_spellings(sides[0].said(*left), sides[1].said(*right)):
            continue
        near = slot(sides, aligned, left, right)
        near += left[0] == right[0] == 0  # the first words of both
        near += left[1] == len(sides[0].words) and right[1] == len(sides[1].words)
        if near >= (2 if alike else SURE):
            yield left, right


def _told_by_both(sides: tuple[Side, Side], left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether the head of one stands at another place of the other side: an order of words."""
    for (side, at), (other, there) in permutations(zip(sides, (left, right), strict=True)):
        head = _head(_words(side, at))
        rest = (*other.words[: there[0]], *other.words[there[1] :])
        if head is not None and any(w.stem == head.stem for w in rest):
            return True
    return False


def _phrase(side: Side, gap: Gap, which: int) -> tuple[int, int] | None:
    """The noun phrase that the words of a gap are, or belong to."""
    first, end = gap[2 * which : 2 * which + 2]
    words = side.words
    for mention in side.read(named_or_described):
        if mention.first < end <= mention.end:
            first, end = min(first, mention.first), mention.end
            break
    while first < end and words[first].low in STOP_WORDS - BEGINS:
        first += 1
    inner = words[first:end]
    if not inner or len(inner) > LONGEST or any(w.before for w in inner[1:] if w.before != "-"):
        return None
    last = inner[-1]
    before = words[first - 1].low if first else ""
    begins = first == 0 or bool(words[first].before) or inner[0].low in BEGINS
    begins = begins or before in BEGINS | PREPOSITIONS or before in NUMBERS or before[0].isdigit()
    begins = begins or (last.low.endswith(("s", "men")) and before not in ("to",))
    ends = end == len(words) or bool(words[end].before) or not _is_noun(words[end])
    if not begins or not ends or not _is_noun(last) or any(w.state for w in inner):
        return None
    return first, end


def _is_noun(word: Word) -> bool:
    """Whether a word may end a noun phrase: no verb form, number, time or small word."""
    low = word.low
    verb = low in BE or low in HAVE or low in MODALS or is_past(low)
    return not (
        verb
        or low in STOP_WORDS
        or low in NUMBERS
        or low[0].isdigit()
        or low in TIMES
        or low in NOBODY
        or low in PREPOSITIONS
    )
