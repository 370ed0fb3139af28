"""Numbers that name goods: HS codes beside a word that says so, parts by their beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vigil.evidence.link import Known
from vigil.evidence.names.words import Words
from vigil.evidence.page import Span

HS_CODE = re.compile(r"(?<![\w.,/-])(\d{4})[. ]?(\d{2})(?:[. ]?\d{2}){0,2}(?![\w/-]|[.,]\d)")
SAYS_CODE = re.compile(
    r"\b(?:HS|HTS|HTSUS|CN|TARIC|TN ?VED|[Hh]armoni[sz]ed|(?:[Ss]ub)?[Hh]eadings?|[Tt]ariff|"
    r"[Cc]ustoms|[Cc]ommodity) ?(?:[Cc]odes?|[Nn]umbers?)?\b"
)
REACH = 200  # characters before a code in which a word says that it is one; a list of nine codes
SHORTEST_STEM = 5  # characters of a part's number


class Coded(NamedTuple):
    """A number on the page and what it names."""

    at: Span
    known: Known


class Codes:
    """Key items by their six digits, parts by the beginning of their numbers."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_hs: dict[str, Known] = {}
        self._by_stem: dict[str, list[Known]] = {}
        for one in known:
            if one.kind == "goods" and one.name.isdigit():
                self._by_hs[one.name] = one
            elif one.kind == "part" and len(one.id) >= SHORTEST_STEM:
                self._by_stem.setdefault(one.id.lower(), []).append(one)

    def met(self, text: str, words: Words) -> Iterator[Coded]:
        """Every number of the text that names something."""
        if self._by_hs:
            yield from self._codes(text)
        if self._by_stem:
            yield from self._parts(words)

    def _codes(self, text: str) -> Iterator[Coded]:
        said = [match.end() for match in SAYS_CODE.finditer(text)]
        place = 0
        for match in HS_CODE.finditer(text) if said else ():
            while place + 1 < len(said) and said[place + 1] <= match.start():
                place += 1
            if 0 <= match.start() - said[place] <= REACH:
                known = self._by_hs.get(match[1] + match[2])
                if known is not None:
                    yield Coded(Span(*match.span()), known)

    def _parts(self, words: Words) -> Iterator[Coded]:
        for at, word in enumerate(words.folded):
            if len(word) > SHORTEST_STEM and not word.isalpha() and not word.isdigit():
                for known in self._of(word):
                    if not known.beside or _beside(known, words.folded, at):
                        yield Coded(Span(words.starts[at], words.ends[at]), known)

    def _of(self, word: str) -> Sequence[Known]:
        """The parts whose number goes on to this word: another package, never another digit."""
        for length in range(len(word) - 1, SHORTEST_STEM - 1, -1):
            found = self._by_stem.get(word[:length])
            if found and not (word[length - 1].isdigit() and word[length].isdigit()):
                return found
        return ()


def _beside(known: Known, folded: Sequence[str], at: int) -> bool:
    window = folded[max(0, at - 25) : at + 26]
    return any(word in window for word in known.beside)
