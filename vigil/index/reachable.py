"""Which stored names some listed names can reach: the search the other way round.

The score is not symmetric, so it is not turned round. Two steps give the stored names that score:

- without a similar word, joined words or an acronym that meet, the score is 0. So the words of the
  listed names are sought among those of the stored ones; who holds none of them is left alone;
- the kernel scores those that are left as the queries they are, on an index of these listed names
  alone in which every word is as rare as in the whole list.

What the kernel leaves to the reference is given as well, so the answer may hold a few names too
many, and none too few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from vigil.index.arrays import key_of
from vigil.index.build import Listed, build_arrays
from vigil.index.compiled import KEPT, CompiledNames, Facts
from vigil.names.links import SHORTEST_JOIN, joined, spans
from vigil.names.prepared import PreparedName
from vigil.names.token_similarity import (
    HAS_DIGIT,
    LONGEST_COMPARED,
    canonical,
    strong_letters,
)


class ReachableNames(CompiledNames):
    """Stored names as an index that listed names are sought in.

    Args:
        names: as `vigil.index.build.build_arrays` takes them, prepared as queries are.
    """

    def __init__(self, names: Iterable[Listed]) -> None:
        super().__init__((), build_arrays(names))
        self._only_itself: dict[bytes, list[int]] = {}
        compared = self._arrays["skeleton_words"][-1]
        for place in range(compared, len(self._arrays["word_text_at"]) - 1):
            form = bytes(self._slice("word_text", place))
            self._only_itself.setdefault(form, []).append(place)
        self._asked = lru_cache(KEPT)(self._facts_of)

    def reachable(
        self, listed: Iterable[PreparedName], among: CompiledNames, floor: int
    ) -> set[int]:
        """Whose names score as much on any of the listed names: the bearers' numbers.

        Args:
            listed: names of entries.
            among: the index of these names, in which words are as rare as in the whole list.
            floor: in ten-thousandths, above 0.
        """
        words: set[int] = set()
        sure: set[int] = set()
        names: set[int] = set()
        for name in listed:
            for word in name.words:
                words.update(self._similar(word.text))
            sure.update(self._acronyms(name))
            names.update(self._joining(name))
        for place in words:
            names.update(self._slice("word_names", place))
        bearer = self._arrays["name_entity"]
        found = {bearer[place] for place in sure}
        for place in names:
            if bearer[place] not in found and self._scores(place, among, floor):
                found.add(bearer[place])
        return found

    def _scores(self, place: int, among: CompiledNames, floor: int) -> bool:
        """Does a stored name reach the floor on any name, or may it, for all the kernel knows?"""
        at = self._arrays["name_at"]
        own = self._arrays["name_words"][at[place] : at[place + 1]]
        asked = tuple(map(self._asked, own))
        return among.may_score(asked, self._arrays["name_legal"][place], floor)

    def _facts_of(self, place: int) -> Facts:
        """A stored word as the kernel reads the words of a query."""
        arrays = self._arrays
        text = bytes(self._slice("folded", place))
        return (
            text, arrays["word_class"][place], arrays["word_flags"][place],
            arrays["word_stem"][place],
        )  # fmt: skip

    def _similar(self, text: str) -> Iterator[int]:
        """The stored words that may stand for a word."""
        form = canonical(text)
        if HAS_DIGIT.search(form) or len(form) > LONGEST_COMPARED:
            yield from self._only_itself.get(form.encode(), ())
        else:
            yield from (place for place, _ in self._kernel.similar(form.encode()))

    def _joining(self, name: PreparedName) -> Iterator[int]:
        """Stored names that write as one what the listed one parts, or the other way round."""
        for begin, end in spans(name.words):
            text = joined(name.words, begin, end)
            if len(text) >= SHORTEST_JOIN:
                for word in self._keyed("strong", key_of(strong_letters(text)), "strong_words"):
                    yield from self._slice("word_names", word)
        for known in name.words:
            if len(known.text) >= SHORTEST_JOIN:
                for run in self._keyed("run", key_of(strong_letters(known.text)), "run_of_key"):
                    yield from self._slice("run_names", run)
