"""What stands around a place of a page: capitals, sentence beginnings, longer names, subjects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property

from vigil.evidence.names.everyday import TITLES
from vigil.evidence.names.topics import DEALING, TOPIC, WAR
from vigil.evidence.names.words import Words
from vigil.names.common_words import PARTICLES

CLOSE = 12  # words to each side; about a clause and the next; chosen
NEAR = 25  # words to each side; about a sentence and its neighbour; chosen
REACH = 8  # characters before a word in which the end of a sentence is looked for
ENDS_WHOLE = (".", "!", "?", ".”", '."')  # which no headline does
GREEK = "\u0370"  # where other alphabets begin
HYPHENS = "-\u00ad\u2010"  # at the end of a line
ENDS_SENTENCE = ".!?:;•|\n"
SKIPPED = " \t\u00a0\"'“”‘’«»„([*-–—"
MOSTLY = 0.7  # of the longer words of a line in capitals: a headline, where capitals say nothing
LONGER = 4  # letters
FEWEST = 3  # longer words of a line that tells how it is written


class Surroundings:
    """A page's words and what stands around them; made once a page."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words
        self._lines: dict[int, tuple[bool, bool]] = {}

    def word(self, at: int) -> str:
        """The word as it stands."""
        return self.text[self.words.starts[at] : self.words.ends[at]]

    def places_of(self, folded: str) -> Sequence[int]:
        """Where a folded word stands."""
        return self._places.get(folded, ())

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words.folded):
            found.setdefault(word, []).append(at)
        return found

    def is_capital(self, at: int) -> bool:
        """Begins the word with a capital or a digit, or has its script none?"""
        first = self.text[self.words.starts[at]]
        return not first.islower()

    def is_latin(self, at: int) -> bool:
        """Is the word in Latin letters, accents or not?"""
        return max(self.word(at)) < GREEK

    def is_upper(self, at: int) -> bool:
        """Is the word in capitals only?"""
        return self.word(at).isupper()

    def is_proper(self, start: int, end: int) -> bool:
        """Begin all words there with capitals, but for particles and what a line cuts off?"""
        folded = self.words.folded
        return all(
            self.is_capital(at) or folded[at] in PARTICLES or (at > start and at - 1 in self.cut)
            for at in range(start, end)
        )

    def begins_sentence(self, at: int) -> bool:
        """Is it the first word of a sentence or line?"""
        start = self.words.starts[at]
        before = self.text[max(0, start - REACH) : start].rstrip(SKIPPED)
        return not before or before[-1] in ENDS_SENTENCE

    def is_joined(self, at: int) -> bool:
        """Does only a blank or a hyphen stand between this word and the next?"""
        if at < 0 or at + 1 >= len(self.words.starts):
            return False
        return self.text[self.words.ends[at] : self.words.starts[at + 1]] in (" ", "-", "\u00a0")

    def is_part_of_longer(self, start: int, end: int) -> bool:
        """Does a capital before or after make it a piece of a longer name?"""
        before, after = start - 1, end
        if self.is_joined(before) and self._goes_on(before) and not self.begins_sentence(before):
            return True
        return self.is_joined(end - 1) and self._goes_on(after)

    def _goes_on(self, at: int) -> bool:
        word = self.words.folded[at]
        return self.is_capital(at) and word not in TITLES and not word[:1].isdigit()

    @cached_property
    def capitals(self) -> Sequence[int]:
        """Places of the words that begin with a capital letter."""
        text = self.text
        return [at for at, start in enumerate(self.words.starts) if text[start].isupper()]

    @cached_property
    def topics(self) -> Sequence[int]:
        """Places of the words that speak of sanctions, arms or drones."""
        return [at for at, word in enumerate(self.words.folded) if word in TOPIC]

    @cached_property
    def dealings(self) -> Sequence[int]:
        """Places of the words that speak of sanctions, smuggling, procurement."""
        return [at for at in self.topics if self.words.folded[at] in DEALING]

    @cached_property
    def has_matter(self) -> bool:
        """Does the page speak of sanctions, arms, drones or war?"""
        return bool(self.topics) or not WAR.isdisjoint(self.words.folded)

    def is_headline(self, at: int) -> bool:
        """Stands the word in a line of capitals, which tell nothing of a word, or of an acronym?"""
        start = self.text.rfind("\n", 0, self.words.starts[at])
        if start not in self._lines:
            end = self.text.find("\n", self.words.starts[at])
            self._lines[start] = self._capitals_of(start, end if end >= 0 else len(self.text))
        capitals, uppers = self._lines[start]
        return uppers if self.is_upper(at) else capitals

    def _capitals_of(self, start: int, end: int) -> tuple[bool, bool]:
        """Are most of the longer words between two offsets capital, and are they upper case?"""
        starts, ends = self.words.starts, self.words.ends
        line = range(bisect_left(starts, start), bisect_left(starts, end))
        longer = [at for at in line if ends[at] - starts[at] >= LONGER]
        is_whole = self.text[start + 1 : end].rstrip().endswith(ENDS_WHOLE)
        is_title = not is_whole and _mostly(longer, self.is_capital)
        return is_title, _mostly(longer, self.is_upper)

    @cached_property
    def cut(self) -> frozenset[int]:
        """Places of words that a hyphen at the end of a line cuts from the next one."""
        text, ends, starts = self.text, self.words.ends, self.words.starts
        if "\n" not in text:
            return frozenset()
        return frozenset(
            at
            for at in range(len(starts) - 1)
            if starts[at + 1] - ends[at] < REACH
            and text[ends[at]] in HYPHENS
            and "\n" in text[ends[at] : starts[at + 1]]
        )


def _mostly(places: Sequence[int], is_so: Callable[[int], bool]) -> bool:
    return len(places) >= FEWEST and sum(map(is_so, places)) >= MOSTLY * len(places)


def near(places: Sequence[int], start: int, end: int, reach: int = NEAR) -> bool:
    """Is one of the rising places within reach of the words, but not among them?"""
    before = bisect_left(places, start - reach)
    after = bisect_left(places, end)
    return (before < len(places) and places[before] < start) or (
        after < len(places) and places[after] < end + reach
    )
