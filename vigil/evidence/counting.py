"""Which of the names met on a page count, by what the page says beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from vigil.evidence.acronyms import expansion_of, is_acronym, is_nearly
from vigil.evidence.footing import Footing
from vigil.evidence.link import Known, LinkKind
from vigil.evidence.phrasebook import Entry
from vigil.evidence.surroundings import NEAR, Surroundings, near

UNTELLING = frozenset({"US", "GB"})  # named on most pages, so that they say nothing of a party
FEW_LETTERS = 5  # of the short form of a country, which counts in capitals only


class Candidate(NamedTuple):
    """A name that stands there, whatever it needs; `score` below 1 for a near spelling."""

    start: int
    end: int
    entry: Entry
    score: float = 1.0

    @property
    def thing(self) -> tuple[LinkKind, str]:
        """What it names."""
        return self.entry.known.kind, self.entry.known.id

    @property
    def is_single(self) -> bool:
        """Is it one word?"""
        return self.end - self.start == 1


def is_written_as_name(around: Surroundings, start: int, end: int, known: Known) -> bool:
    """Are its capitals those of such a name?"""
    kind, name = known.kind, known.name
    if kind == "goods":
        return end - start > 1 or around.is_upper(start)
    if kind == "part" or (kind == "provision" and any(map(str.isdigit, name))):
        return True
    if kind == "country" and len(name.replace(".", "")) <= FEW_LETTERS and name.isupper():
        return around.is_upper(start)
    return around.is_proper(start, end)


def counting(
    met: Sequence[Candidate], around: Surroundings, names_of: Callable[[str], Sequence[str]]
) -> list[Candidate]:
    """Those that have beside them what they need, in the order given.

    Args:
        met: every name that stands there.
        around: what stands around them.
        names_of: the names of a party, by its id.
    """
    countries: dict[str, list[int]] = {}
    for one in met:
        if one.entry.known.kind == "country" and _has_beside(one, around):
            countries.setdefault(one.entry.known.id, []).append(one.start)
    beside = _Beside(around, countries, names_of)
    sure = {one for one in met if beside.counts(one)}
    spelt = {one.thing for one in sure if not one.is_single}
    return [one for one in met if one in sure or beside.counts_again(one, spelt)]


class _Beside(NamedTuple):
    """What stands beside names: their surroundings, and where the page names which country."""

    around: Surroundings
    countries: dict[str, list[int]]
    names_of: Callable[[str], Sequence[str]]

    def counts(self, one: Candidate) -> bool:
        """Has it what it needs, other names of the same thing aside?"""
        if not _has_beside(one, self.around):
            return False
        known, footing = one.entry.known, one.entry.footing
        if known.kind == "country":
            return not known.weak or not self._is_piece(one)
        stated = self._stated(one)
        if stated is not None:
            return stated
        if footing is Footing.ALONE:
            return one.score == 1.0 or bool(self._places(one))
        if footing is Footing.SPELT or self._looks_otherwise(one):
            return False
        places = self._places(one)
        if footing is Footing.PAGE:
            return bool(places or self.around.topics)
        if footing is Footing.BOTH:
            return bool(self.around.topics and (places or not known.countries))
        reaches = near(places, one.start, one.end) or not known.countries
        return near(self.around.topics, one.start, one.end) and reaches

    def counts_again(self, one: Candidate, spelt: set[tuple[LinkKind, str]]) -> bool:
        """Does the page have another name of the same thing that counts?"""
        return (
            one.thing in spelt
            and self._stated(one) is not False
            and one.score == 1.0
            and one.entry.footing is not Footing.ALONE
            and not self._is_piece(one)
            and not (one.is_single and self.around.is_headline(one.start))
        )

    def _looks_otherwise(self, one: Candidate) -> bool:
        """Do capitals, place or page make it a piece, a beginning, another's acronym?"""
        around, footing = self.around, one.entry.footing
        if one.entry.known.kind != "party":
            return False
        if one.is_single:
            if around.begins_sentence(one.start) or around.is_headline(one.start):
                return True
        elif footing is not Footing.PAGE and around.is_headline(one.start):
            return True
        return one.end - one.start <= 2 and self._is_piece(one)

    def _stated(self, one: Candidate) -> bool | None:
        """Whether the page says that an acronym stands for the party; None: it does not say."""
        if one.entry.known.kind != "party" or not one.is_single:
            return None
        around = self.around
        if not is_acronym(around.word(one.start)):
            return None
        words = around.words
        for at in around.places_of(words.folded[one.start]):
            if found := expansion_of(around.text, words, at):
                stated = words.folded[found.start : found.end]
                return any(is_nearly(stated, name) for name in self.names_of(one.entry.known.id))
        return None

    def _is_piece(self, one: Candidate) -> bool:
        return self.around.is_part_of_longer(one.start, one.end)

    def _places(self, one: Candidate) -> list[int]:
        """Where the page names a country of it, outside of its own words."""
        codes = (code for code in one.entry.known.countries if code not in UNTELLING)
        found = (at for code in codes for at in self.countries.get(code, ()))
        return [at for at in found if not one.start <= at < one.end]


def _has_beside(one: Candidate, around: Surroundings) -> bool:
    """Stands one of the words near that the name asks for?"""
    wanted = one.entry.known.beside
    if not wanted:
        return True
    window = around.words.folded[max(0, one.start - NEAR) : one.end + NEAR]
    return any(word in window for word in wanted)
