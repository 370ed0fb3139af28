"""Names of the world found on a page, in one pass over its words.

Kept and dropped blocks are read alike, for a name in a caption or in hidden text is said on the
page, too; a link's offsets say in which block it stands. A name counts by its `Footing`; of
names that overlap the longest counts, and one name of several things gives a link for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from vigil.evidence.footing import Footing
from vigil.evidence.link import Known, Link
from vigil.evidence.page import Page, Span
from vigil.evidence.phrasebook import Entry, Phrasebook
from vigil.evidence.surroundings import Surroundings, near
from vigil.evidence.words import words_of

ACRONYM = 6  # letters or fewer, in capitals
UNTELLING = frozenset({"US", "GB"})  # named on most pages, so that they say nothing of a party


class Candidate(NamedTuple):
    """A name that stands there, whatever it needs."""

    start: int
    end: int
    entry: Entry


class Linker:
    """All names of a world, made ready once; then `links` reads page by page."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._book = Phrasebook(known)

    def links(self, page: Page) -> tuple[Link, ...]:
        """Every name of the world on the page, in order of place, kind and id."""
        return self.links_of(page.text)

    def links_of(self, text: str) -> tuple[Link, ...]:
        """The same of any text."""
        words = words_of(text)
        around = Surroundings(text, words)
        joins = [
            at
            for at in range(len(words.starts) - 1)
            if text.startswith("-\n", words.ends[at]) and words.starts[at + 1] - words.ends[at] < 4
        ]
        met = [
            Candidate(found.start, found.end, entry)
            for found in self._book.met(words.folded, joins)
            for entry in found.entries
            if _is_written_so(around, found.start, found.end, entry)
        ]
        counted = _longest(_counting(met, around))
        return tuple(_link(candidate, around) for candidate in counted)


def _is_written_so(around: Surroundings, start: int, end: int, entry: Entry) -> bool:
    """Are its capitals those of a name?"""
    known = entry.known
    if known.kind in ("goods", "provision"):
        return end - start > 1 or around.is_capital(start)
    if known.kind == "country" and around.words.ends[end - 1] - around.words.starts[start] <= 4:
        return around.is_upper(start) or (len(known.name) > 3 and around.is_capital(start))
    return around.is_proper(start, end)


def _counting(met: Sequence[Candidate], around: Surroundings) -> list[Candidate]:
    """Those candidates that have beside them what they need."""
    countries: dict[str, list[int]] = {}
    for one in met:
        if one.entry.known.kind == "country":
            countries.setdefault(one.entry.known.id, []).append(one.start)
    sure = [one for one in met if _counts(one, around, countries)]
    spelt = {(one.entry.known.kind, one.entry.known.id) for one in sure if not _is_single(one)}
    return [
        *sure,
        *(
            one
            for one in met
            if one.entry.footing is not Footing.ALONE
            and (one.entry.known.kind, one.entry.known.id) in spelt
            and not around.is_part_of_longer(one.start, one.end)
            and not around.is_headline(one.start)
            and one not in sure
        ),
    ]


def _counts(one: Candidate, around: Surroundings, countries: dict[str, list[int]]) -> bool:
    start, end, entry = one
    known, footing = entry.known, entry.footing
    if known.beside:
        folded = around.words.folded
        window = folded[max(0, start - 25) : end + 25]
        if not any(word in window for word in known.beside):
            return False
    if known.kind == "country":
        return not known.weak or not around.is_part_of_longer(start, end)
    if footing is Footing.ALONE:
        return True
    if footing is Footing.SPELT:
        return False
    if known.kind == "party" and end - start <= 2 and around.is_part_of_longer(start, end):
        return False
    if end - start == 1 and around.begins_sentence(start):
        return False
    if footing is not Footing.PAGE and around.is_headline(start):
        return False
    places = [
        at
        for code in known.countries
        if code not in UNTELLING
        for at in countries.get(code, ())
        if not start <= at < end
    ]
    if footing is Footing.PAGE:
        return bool(places or around.topics)
    if footing is Footing.BOTH:
        return bool(around.topics) and bool(places or not known.countries)
    return near(around.topics, start, end) and (near(places, start, end) or not known.countries)


def _is_single(one: Candidate) -> bool:
    return one.end - one.start == 1


def _longest(counted: Iterable[Candidate]) -> list[Candidate]:
    """Of candidates that overlap the longest; of one length all, one for each thing."""
    order = sorted(
        set(counted),
        key=lambda c: (c.start - c.end, c.start, c.entry.known.kind, c.entry.known.id),
    )
    owner: dict[int, tuple[int, int]] = {}
    kept: dict[tuple[int, int, str, str], Candidate] = {}
    for one in order:
        span = (one.start, one.end)
        if all(owner.get(at, span) == span for at in range(*span)):
            owner.update(dict.fromkeys(range(*span), span))
            kept.setdefault((*span, one.entry.known.kind, one.entry.known.id), one)
    return [kept[key] for key in sorted(kept)]


How = Literal["name", "weak_alias", "acronym", "near_spelling", "code"]


def _link(one: Candidate, around: Surroundings) -> Link:
    known = one.entry.known
    at = Span(around.words.starts[one.start], around.words.ends[one.end - 1])
    return Link(at, known.kind, known.id, known.name, _how(one, around))


def _how(one: Candidate, around: Surroundings) -> How:
    known = one.entry.known
    if known.kind == "part":
        return "code"
    word = around.words.folded[one.start]
    if (
        known.kind == "party"
        and _is_single(one)
        and len(word) <= ACRONYM
        and around.is_upper(one.start)
    ):
        return "acronym"
    return "weak_alias" if known.weak or one.entry.is_short else "name"
