"""Which of the names met on a page count, by what the page says beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from vigil.evidence.link import Known, LinkKind
from vigil.evidence.names.acronyms import expansion_of, is_acronym, is_nearly
from vigil.evidence.names.footing import Footing, looks_english
from vigil.evidence.names.phrasebook import Entry
from vigil.evidence.names.surroundings import CLOSE, NEAR, Surroundings, near

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
    # Kiev and London are names of ships and firms, too.
    capitals = {(one.start, one.end) for one in met if one.entry.known.kind == "country"}
    met = [
        one
        for one in met
        if one.entry.known.kind != "party" or (one.start, one.end) not in capitals
    ]
    beside = _Beside(around, countries, names_of, {})
    sure = {one for one in met if beside.counts(one)}
    spelt = {one.thing for one in sure if not one.is_single}
    return [one for one in met if one in sure or beside.counts_again(one, spelt)]


class _Beside(NamedTuple):
    """What stands beside names: their surroundings, and where the page names which country."""

    around: Surroundings
    countries: dict[str, list[int]]
    names_of: Callable[[str], Sequence[str]]
    stated: dict[tuple[str, str], bool | None]

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
            return one.score == 1.0 or self._names_country(one)
        if footing is Footing.SPELT or self._looks_otherwise(one):
            return False
        if footing is Footing.PAGE:
            return self._names_country(one) or self.around.has_matter
        if footing is Footing.BOTH:
            return bool(self.around.topics) and self._fits_country(one)
        return self._has_both_near(one)

    def _has_both_near(self, one: Candidate) -> bool:
        """Stand its country and its matter near? A party's matter is dealings, and close by."""
        known = one.entry.known
        if known.kind == "party":
            dealings = self.around.dealings
            return self._country_near(one) and near(dealings, one.start, one.end, CLOSE)
        if not near(self.around.topics, one.start, one.end):
            return False
        return not known.countries or self._country_near(one)

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
            word = around.words.folded[one.start]
            if not around.is_latin(one.start):
                return True  # what is everyday is known of English only
            if around.begins_sentence(one.start) and looks_english(word):
                return not around.is_upper(one.start)
            return around.is_headline(one.start) or self._is_piece(one)
        if footing is not Footing.PAGE and around.is_headline(one.start):
            return True
        return one.end - one.start <= 2 and self._is_piece(one)

    def _stated(self, one: Candidate) -> bool | None:
        """Whether the page says that an acronym stands for the party; None: it does not say."""
        if one.entry.known.kind != "party" or not one.is_single:
            return None
        if not is_acronym(self.around.word(one.start)):
            return None
        key = (self.around.words.folded[one.start], one.entry.known.id)
        if key not in self.stated:
            self.stated[key] = self._stated_of(*key)
        return self.stated[key]

    def _stated_of(self, letters: str, party: str) -> bool | None:
        words = self.around.words
        for at in self.around.places_of(letters):
            if found := expansion_of(self.around.text, words, at):
                stated = words.folded[found.start : found.end]
                return any(is_nearly(stated, name) for name in self.names_of(party))
        return None

    def _is_piece(self, one: Candidate) -> bool:
        return self.around.is_part_of_longer(one.start, one.end)

    def _names_country(self, one: Candidate) -> bool:
        """Does the page name a country of it, outside of its own words?"""
        return any(
            places[0] < one.start or places[-1] >= one.end for places in self._places_of(one)
        )

    def _fits_country(self, one: Candidate) -> bool:
        """Does the page name its country, of a single word near it? Else it must have none."""
        if one.is_single and one.entry.known.kind == "party":
            return self._country_near(one)
        return not one.entry.known.countries or self._names_country(one)

    def _country_near(self, one: Candidate) -> bool:
        return any(near(places, one.start, one.end) for places in self._places_of(one))

    def _places_of(self, one: Candidate) -> Iterator[Sequence[int]]:
        codes = (code for code in one.entry.known.countries if code not in UNTELLING)
        return (self.countries[code] for code in codes if code in self.countries)


def _has_beside(one: Candidate, around: Surroundings) -> bool:
    """Stands one of the words near that the name asks for?"""
    wanted = one.entry.known.beside
    if not wanted:
        return True
    window = around.words.folded[max(0, one.start - NEAR) : one.end + NEAR]
    return any(word in window for word in wanted)
