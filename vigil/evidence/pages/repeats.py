"""Words of a page that stood on it before: whole paragraphs, and pieces of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vigil.evidence.page import Span
from vigil.evidence.pages.runs_of_letters import runs_of_letters

_TOKEN = re.compile(r"[^\W_]+")
# Eight words in a row are not said twice by chance (chosen; shingles of 5–10 are usual).
_GRAM = 8
# A copy may differ by a word or its blanks: nine of ten words must stand in shared grams.
_COVERED = 0.9
# A cut piece of fewer words may be a turn of phrase.
_PIECE = 5
# How many places of a gram are looked at: a page of one repeated word stays linear.
_PLACES = 4
_AROUND = " .!?…\"“”„«»'‘’"
_BOUNDS = ".!?…\"“”„«»'‘’"


class Tokens(NamedTuple):
    """Words in lower case and where each stands."""

    words: tuple[str, ...]
    at: tuple[Span, ...]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in lower case, without what stands between them."""
    return tuple(runs_of_letters(text.casefold()))


def tokens_of(texts: Iterable[tuple[str, int]]) -> Tokens:
    """The words of texts that follow each other; each comes with the offset of its beginning."""
    found = [
        (match.group().casefold(), Span(match.start() + start, match.end() + start))
        for text, start in texts
        for match in _TOKEN.finditer(text)
    ]
    return Tokens(tuple(word for word, _ in found), tuple(at for _, at in found))


def copies(paragraphs: Sequence[tuple[str, ...]]) -> set[int]:
    """Paragraphs whose words stood before on the page, in earlier paragraphs, in their order.

    A short paragraph counts only between two copies or behind one: a short sentence may be said
    twice, a whole text is not.
    """
    seen: set[tuple[str, ...]] = set()
    apart: list[tuple[str, ...]] = []  # paragraphs whose grams nobody has asked for
    said: set[str] = set()
    copied: set[int] = set()
    short: set[tuple[str, ...]] = set()
    for number, words in enumerate(paragraphs):
        if len(words) >= _GRAM:
            if sum(map(said.__contains__, words)) < _COVERED * len(words):
                apart.append(words)
                said.update(words)
                continue
            seen.update(gram for before in apart for gram in _grams(before))
            apart = [words]
            covered = bytearray(len(words))
            for at, gram in enumerate(_grams(words)):
                if gram in seen:
                    covered[at : at + _GRAM] = b"\x01" * _GRAM
            if sum(covered) >= _COVERED * len(words):
                copied.add(number)
        elif words and words in short and number - 1 in copied:
            copied.add(number)
        else:
            short.add(words)
        said.update(words)
    return copied


def _grams(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[first:] for first in range(_GRAM)), strict=False)


def bare_of(text: str) -> str:
    """A text without the marks around it."""
    return text.strip(_AROUND)


def said_beside(short: str, others: Iterable[str]) -> bool:
    """Whether a paragraph near by holds the same words as whole sentences: a sentence set large."""
    bare = bare_of(short)
    folded = bare.casefold()
    if not bare:
        return False
    for other in others:
        at = other.casefold().find(folded)
        if at < 0 or len(other) <= len(short):
            continue
        before, behind = other[:at].rstrip(), other[at + len(bare) :]
        if (not before or before[-1] in _BOUNDS) and behind[:1] in _BOUNDS:
            return True
    return False


def piece_of_another(words: Sequence[str]) -> int:
    """How many words at the beginning also stand, in a row, later in the same words.

    Returns:
        The length of the longest such piece in words; 0 for fewer than five.
    """
    head = tuple(words[:_PIECE])
    best = tried = 0
    for at in range(_PIECE, len(words) - _PIECE + 1):
        if words[at] != head[0] or tuple(words[at : at + _PIECE]) != head:
            continue
        length, limit = _PIECE, min(at, len(words) - at)
        while length < limit and words[length] == words[at + length]:
            length += 1
        best = max(best, length)
        tried += 1
        if tried == _PLACES:
            break
    return best
