"""What stands around a place of a page: capitals, sentence beginnings, longer names, subjects."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from vigil.evidence.everyday import TITLES
from vigil.evidence.topics import TOPIC
from vigil.evidence.words import Words
from vigil.names.common_words import PARTICLES

NEAR = 25  # words to each side; about a sentence and its neighbour; chosen
REACH = 8  # characters before a word in which the end of a sentence is looked for
ENDS_SENTENCE = ".!?:;•|\n"
SKIPPED = " \t\u00a0\"'“”‘’«»„([*-–—"
MOSTLY = 0.7  # of the longer words of a line in capitals: a headline, where capitals say nothing
LONGER = 4  # letters


class Surroundings:
    """A page's words and what stands around them; made once a page."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words

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

    def is_upper(self, at: int) -> bool:
        """Is the word in capitals only?"""
        return self.word(at).isupper()

    def is_proper(self, start: int, end: int) -> bool:
        """Begin all words there with capitals, but for particles?"""
        folded = self.words.folded
        return all(self.is_capital(at) or folded[at] in PARTICLES for at in range(start, end))

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

    def is_headline(self, at: int) -> bool:
        """Stands the word in a line of capitals, which tell nothing?"""
        return self._lines[self._line_of[at]]

    @cached_property
    def _line_of(self) -> Sequence[int]:
        lines, line, start = [], 0, 0
        for begin in self.words.starts:
            line += self.text.count("\n", start, begin)
            start = begin
            lines.append(line)
        return lines

    @cached_property
    def _lines(self) -> dict[int, bool]:
        longer: dict[int, list[bool]] = {}
        for at, line in enumerate(self._line_of):
            held = longer.setdefault(line, [])
            if self.words.ends[at] - self.words.starts[at] >= LONGER:
                held.append(self.is_capital(at))
        return {
            line: len(held) > 2 and sum(held) >= MOSTLY * len(held) for line, held in longer.items()
        }


def near(places: Sequence[int], start: int, end: int) -> bool:
    """Is one of the places within reach of the words?"""
    return any(start - NEAR <= place < end + NEAR for place in places)
