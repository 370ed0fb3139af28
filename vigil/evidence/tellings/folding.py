"""Differences of many pairs of pages, folded: one line for pages that say the same on one side.

Five pages make ten pairs. Pages that print the same words are one wording; differences of a kind
that touch the same words are one line, with all that stands there and the pages that say it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Literal

import msgspec

from vigil.evidence.claim import Discrepancy, DiscrepancyKind, Place
from vigil.evidence.contrasts.frames import marks_around
from vigil.evidence.contrasts.side import Side
from vigil.evidence.differences import differences
from vigil.evidence.page import Page, Span
from vigil.evidence.statement import Statement
from vigil.evidence.told import Told

COMPARED = 8  # wordings of a claim of which each pair is compared; the others with the first only
CITED = 12  # words of a side in a summary
WIDENED = 6  # words to which a shorter piece is widened, so that it can be understood
_PRINTED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\S+")

SAYS: dict[DiscrepancyKind, str] = {
    "number": "the number is not the same",
    "date": "the time is not the same",
    "modality": "how sure it is said to be is not the same",
    "role": "the role is not the same",
    "actor": "who acts is not the same",
    "direction": "who gives to whom is not the same",
    "spelling": "a name is spelt in two ways",
    "quotation_altered": "what stands in quotation marks is not the same",
    "quotation_made_indirect": "a quotation is told without quotation marks",
    "attribution_lost": "it is told without saying who said it",
    "denial": "one denies what another states",
    "classification": "how the papers are classified is not the same",
    "version": "one is an earlier version",
    "tense": "when it happens is not the same",
    "wording": "other words may change the sense",
    "omission": "not all pages tell it",
    "metadata": "what the page says of itself does not fit",
}


class Wording(msgspec.Struct, frozen=True):
    """What one or several pages tell of a claim, word for word the same."""

    told: tuple[Told, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages that print it."""
        return tuple(t.page.id for t in self.told)


def wordings(told: Iterable[Told]) -> list[Wording]:
    """Statements of one claim by what is printed, that of most pages first."""
    same: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in told:
        statement = one.statement
        who = statement.speaker
        named = (who.name, who.role) if who else ()
        same[(printed(one.text), statement.mode, named, marks_around(one))].append(one)
    found = [Wording(tuple(group)) for group in same.values()]
    return sorted(found, key=lambda w: (-len(w.told), -len(w.told[0].text), w.pages))


def printed(text: str) -> str:
    """Words as compared: one kind of quotation marks, dashes and spaces, no marks at the ends."""
    return _SPACES.sub(" ", text.translate(_PRINTED)).strip(" .,;:\"'-").casefold()


class _Raw(msgspec.Struct, frozen=True):
    """A difference between two wordings, with all places of each side."""

    kind: DiscrepancyKind
    left: tuple[Place, ...]
    right: tuple[Place, ...]
    note: str
    weight: Literal[1, 2, 3]


def folded(found: Sequence[Wording], pages: dict[str, Page], claim: str) -> list[Discrepancy]:
    """What wordings of one claim say differently, a line for each thing that differs."""
    raw: list[_Raw] = []
    near, far = found[:COMPARED], found[COMPARED:]
    sides = {id(wording): Side(wording.told[0]) for wording in found}
    for left, right in (*combinations(near, 2), *((near[0], other) for other in far)):
        raw += _between(left, right, sides)
    lines = [_line(group, found, pages, claim) for group in _touching(raw)]
    return [line for line in lines if line is not None]


def _between(left: Wording, right: Wording, sides: dict[int, Side]) -> Iterable[_Raw]:
    """Differences of two wordings; the same words are sought on each page that prints them."""
    for d in differences(sides[id(left)], sides[id(right)]):
        yield _Raw(d.kind, _everywhere(left, d.left), _everywhere(right, d.right), d.note, d.weight)


def _everywhere(wording: Wording, at: Span) -> tuple[Place, ...]:
    """The place of words of the first page on each page of the wording.

    Pages of a wording print the same words, so the same word by number; spaces may differ.
    """
    first = wording.told[0]
    before = len(first.page.slice(Span(first.at.start, at.start)).split())
    inside = len(first.page.slice(at).split())
    places = [Place(first.page.id, at)]
    for other in wording.told[1:]:
        shift = other.at.start - first.at.start
        moved = Span(at.start + shift, at.end + shift)
        if other.page.slice(moved) != first.page.slice(at):
            inside_told = first.at.start <= at.start and at.end <= first.at.end
            moved = _words(other, before, inside) if inside_told else _same(other, first, at)
        places.append(Place(other.page.id, moved))
    return tuple(places)


def _words(told: Told, before: int, inside: int) -> Span:
    """Words by number; the whole statement where they are not there."""
    spans = [m.span() for m in re.finditer(r"\S+", told.page.slice(told.at))]
    if before + inside > len(spans) or not inside:
        return told.at
    start, end = spans[before][0], spans[before + inside - 1][1]
    return Span(told.at.start + start, told.at.start + end)


def _same(told: Told, first: Told, at: Span) -> Span:
    """Words around a statement (its speaker, its cue) by themselves; else the whole statement."""
    words = first.page.slice(at)
    sentence = told.statement.sentence
    start = told.page.text.find(words, *sentence)
    return Span(start, start + len(words)) if start >= 0 else told.at


def _touching(raw: Sequence[_Raw]) -> list[list[_Raw]]:
    """Differences of one kind whose words overlap on a page, together."""
    parent = list(range(len(raw)))

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    by_page: dict[tuple[str, str], list[tuple[Span, int]]] = defaultdict(list)
    for n, one in enumerate(raw):
        for place in (*one.left, *one.right):
            by_page[(one.kind, place.page)].append((place.at, n))
    for spans in by_page.values():
        spans.sort()
        end, last = -1, -1
        for at, n in spans:
            if at.start < end or (at.start == end and at.start == at.end):
                parent[root(n)] = root(last)
            if at.end > end:
                end, last = at.end, n
    groups: dict[int, list[_Raw]] = defaultdict(list)
    for n, one in enumerate(raw):
        groups[root(n)].append(one)
    return list(groups.values())


# What a page must have to stand on the left, for kinds that are about whole statements.
_HOLDS: dict[DiscrepancyKind, Callable[[Statement], bool]] = {
    "attribution_lost": lambda s: s.speaker is not None,
    "quotation_made_indirect": lambda s: s.mode == "direct",
}


_PRINTED_ONLY = frozenset({"date", "number"})


def _line(
    group: Sequence[_Raw], found: Sequence[Wording], pages: dict[str, Page], claim: str
) -> Discrepancy | None:
    """One line of differences that touch: what stands on each page, the most frequent first.

    Where all print the same, what differs stands around it (who says it): the line says it by the
    note. A day or a number that all print the same is none.
    """
    kind = group[0].kind
    spans: dict[str, Counter[Span]] = defaultdict(Counter)
    for one in group:
        for place in (*one.left, *one.right):
            spans[place.page][place.at] += 1
    told = {t.page.id: t for wording in found for t in wording.told if t.page.id in spans}
    values: dict[object, list[Place]] = defaultdict(list)
    for page, one_told in told.items():
        at = max(spans[page], key=lambda s: (spans[page][s], s.start - s.end, -s.start))
        holds = _HOLDS.get(kind)
        value = printed(pages[page].slice(at)) if holds is None else holds(one_told.statement)
        values[value].append(Place(page, at))
    sides = _sides(list(values.values()), group)
    if kind in _HOLDS:
        sides = [values[True], values[False]]
    noted = ""
    if len(sides) == 1 and kind not in _PRINTED_ONLY:
        sides, noted = [list(group[0].left), list(group[0].right)], group[0].note
    if len(sides) < 2 or not all(sides):
        return None
    order = {page: n for n, page in enumerate(pages)}
    sides = [sorted(places, key=lambda p: (order[p.page], p.at)) for places in sides]
    weight = max(group, key=lambda one: one.weight).weight
    right = tuple(place for side in sides[1:] for place in side)
    text = _noted(SAYS[kind], noted, sides, pages)
    text = text if noted else summary(SAYS[kind], sides, pages, found)
    return Discrepancy(kind, tuple(sides[0]), right, text, weight, claim)


def _sides(values: Sequence[list[Place]], group: Sequence[_Raw]) -> list[list[Place]]:
    """What stands on pages between which nothing was found to differ, together; most pages first.

    Other words ("was receiving", "was acquiring") are no other side of a difference of tense.
    """
    differ = {
        frozenset((left.page, right.page))
        for one in group
        for left in one.left
        for right in one.right
    }
    sides: list[list[Place]] = []
    for places in sorted(values, key=lambda places: -len(places)):
        for side in sides:
            if not any(frozenset((a.page, b.page)) in differ for a in side for b in places):
                side += places
                break
        else:
            sides.append(list(places))
    return sorted(sides, key=lambda places: -len(places))


def summary(
    says: str,
    sides: Sequence[Sequence[Place]],
    pages: dict[str, Page],
    found: Sequence[Wording] = (),
) -> str:
    """One sentence: what differs, the words of each side, the pages that have them."""
    within = {t.page.id: t.at for w in found for t in w.told}
    parts = []
    for side in sides:
        place = side[0]
        words = cited(pages[place.page], place.at, within.get(place.page))
        parts.append(f"“{words}” ({named(side, pages)})")
    return f"{says[0].upper()}{says[1:]}: {'; '.join(parts)}."


def _noted(says: str, note: str, sides: Sequence[Sequence[Place]], pages: dict[str, Page]) -> str:
    """One sentence where the words are the same: the note, and the pages of each side."""
    where = "; ".join(named(side, pages) for side in sides)
    return f"{says[0].upper()}{says[1:]}: {note} ({where})."


def named(places: Iterable[Place], pages: dict[str, Page]) -> str:
    """Pages by name, as a sentence lists them."""
    names = list(dict.fromkeys(pages[place.page].name for place in places))
    if len(names) > 4:
        return f"{', '.join(names[:3])} and {len(names) - 3} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[:-1] else names)


def cited(page: Page, at: Span, within: Span | None = None) -> str:
    """At most twelve words; fewer than six are widened by what stands around them.

    Words are whole (“$2.4”, never “2.4”), as on the page.
    """
    around = within or at
    start, end = min(at.start, around.start), max(at.end, around.end)
    spans = [m.span() for m in _WORD.finditer(page.text, start, end)]
    first = next((n for n, span in enumerate(spans) if span[1] > at.start), len(spans))
    last = first + sum(span[0] < at.end for span in spans[first:])
    room = WIDENED - (last - first) if within is not None else 0
    if room > 0:
        first = max(0, first - (room + 1) // 2)
        last = min(len(spans), max(last, first + WIDENED))
    words = [page.text[slice(*span)] for span in spans[first:last]]
    if len(words) > CITED:
        words = [*words[: CITED - 1], "…"]
    return " ".join(words).strip(' "“”,;')
