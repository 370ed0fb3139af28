"""Names of the world found on a page, in one pass over its words.

Kept and dropped blocks are read alike, for a name in a caption or in hidden text is said on the
page, too; a link's offsets say in which block it stands. A name counts by its `Footing`; of
names that overlap the longest counts, and one name of several things gives a link for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal

from vigil.evidence.link import Known, Link
from vigil.evidence.names.acronyms import is_acronym
from vigil.evidence.names.codes import Coded, Codes
from vigil.evidence.names.counting import Candidate, counting, is_written_as_name
from vigil.evidence.names.footing import Footing, telling
from vigil.evidence.names.near_names import NearNames
from vigil.evidence.names.phrasebook import Entry, Phrasebook
from vigil.evidence.names.surroundings import Surroundings
from vigil.evidence.names.words import words_of
from vigil.evidence.page import Page, Span

How = Literal["name", "weak_alias", "acronym", "near_spelling", "code"]


class Linker:
    """All names of a world, made ready once; then `links` reads page by page."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = tuple(known)
        self._book = Phrasebook(self._known)

    def links(self, page: Page) -> tuple[Link, ...]:
        """Every name of the world on the page, in order of place, kind and id."""
        return self.links_of(page.text, disguises(page))

    def links_of(self, text: str, disguised: Sequence[Span] = ()) -> tuple[Link, ...]:
        """The same of any text, of which some is made to be unseen."""
        words = words_of(text)
        around = Surroundings(text, words)
        met = [*self._met(around), *self._met_nearly(around)]
        unseen = _unseen(met, around, disguised) if disguised else []
        names = _longest([*counting(met, around, self._names_of), *unseen])
        links = [_link(one, around) for one in names]
        taken = {link.at for link in links if link.kind in ("goods", "part")}
        links += [_code(one) for one in self._codes.met(text, words) if one.at not in taken]
        return tuple(sorted(links, key=lambda link: (link.at, link.kind, link.id)))

    def _met(self, around: Surroundings) -> Iterator[Candidate]:
        words = around.words
        for found in self._book.met(words.folded, around.cut):
            for entry in found.entries:
                if is_written_as_name(around, found.start, found.end, entry.known):
                    yield Candidate(found.start, found.end, entry)

    def _met_nearly(self, around: Surroundings) -> Iterator[Candidate]:
        folded, capitals = around.words.folded, around.capitals
        for near in self._near.places(folded, capitals):
            entry = Entry(near.known, Footing.ALONE)
            yield Candidate(near.start, near.end, entry, near.score)
        for near in self._near.persons(folded, capitals):
            rare = telling(folded[near.start + 1 : near.end])
            if rare and around.is_joined(near.start):
                entry = Entry(near.known, Footing.PAGE)
                yield Candidate(near.start, near.end, entry, near.score)

    def _names_of(self, party: str) -> Sequence[str]:
        return self._names.get(party, ())

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in self._known:
            if one.kind == "party":
                found.setdefault(one.id, []).append(one.name)
        return found

    @cached_property
    def _near(self) -> NearNames:
        return NearNames(self._known)

    @cached_property
    def _codes(self) -> Codes:
        return Codes(self._known)


def disguises(page: Page) -> tuple[Span, ...]:
    """Where words are made to be unseen; what is put aside openly (menus, tooltips) is not."""
    marks = (mark.at for mark in page.marks if mark.kind == "hidden_text")
    return tuple(at for at in marks if at is not None)


def _unseen(
    met: Iterable[Candidate], around: Surroundings, disguised: Sequence[Span]
) -> list[Candidate]:
    """Whole names of parties in disguise: who hides one says enough of it."""
    words = around.words
    return [
        one
        for one in met
        if one.entry.known.kind == "party"
        and one.score == 1.0
        and not one.entry.known.weak
        and (not one.is_single or telling(words.folded[one.start : one.end]))
        and _is_within(words.starts[one.start], words.ends[one.end - 1], disguised)
    ]


def _is_within(start: int, end: int, places: Sequence[Span]) -> bool:
    return any(place.start <= start and end <= place.end for place in places)


def _longest(counted: Iterable[Candidate]) -> list[Candidate]:
    """Of candidates that overlap the best spelt and longest; of one span one for each thing."""
    order = sorted(counted, key=lambda c: (c.score < 1, c.start - c.end, c.start, -c.score))
    owner: dict[int, tuple[int, int]] = {}
    kept: dict[tuple[int, int, str, str], Candidate] = {}
    for one in order:
        span = (one.start, one.end)
        if all(owner.get(at, span) == span for at in range(*span)):
            owner.update(dict.fromkeys(range(*span), span))
            kept.setdefault((*span, *one.thing), one)
    return list(kept.values())


def _link(one: Candidate, around: Surroundings) -> Link:
    known, words = one.entry.known, around.words
    at = Span(words.starts[one.start], words.ends[one.end - 1])
    return Link(at, known.kind, known.id, known.name, _how(one, around), one.score)


def _code(one: Coded) -> Link:
    return Link(one.at, one.known.kind, one.known.id, one.known.name, "code")


def _how(one: Candidate, around: Surroundings) -> How:
    known = one.entry.known
    if one.score < 1:
        return "near_spelling"
    if known.kind == "part" or (known.kind == "goods" and one.is_single):
        return "code"
    if known.kind == "party" and one.is_single and is_acronym(around.word(one.start)):
        return "acronym"
    is_weak = known.weak and known.kind in ("party", "model", "country", "provision")
    return "weak_alias" if is_weak or one.entry.is_short else "name"
