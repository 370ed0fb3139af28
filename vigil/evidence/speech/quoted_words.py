"""The words of a sentence, with what stands in quotation marks as one word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from vigil.evidence.page import Span
from vigil.evidence.speech.abbreviations import TITLES
from vigil.evidence.speech.quotation_marks import Quoted

_PREFIX_ENDS = frozenset("-'’")
QUOTE = "“”"
_TITLES = "|".join(sorted(t.replace(".", r"\.") for t in TITLES))
# Most words: nothing of what stands below, as no full stop follows. `(?i:…)` is slow and rare.
_PLAIN = r"[^\W\d_][^\W_]*+(?:['’&-][^\W_]++)*+(?!\.)"
_WORD = re.compile(
    rf"{_PLAIN}|(?:[^\W\d_]\.){{2,}}"
    rf"|(?i:(?=[a-z]{{1,6}}\.)(?:(?:inc|ltd|co|corp|jr|sr)\.(?=[\s,])|(?:{_TITLES})\.(?=\s)))"
    r"|[^\W\d_]\.(?=\s[^\W\d_])"
    r"|\d+(?:[.,:]\d+)*[^\W\d_]*(?:-[^\W\d_]+)*|[^\W_]+(?:['’&-][^\W_]+)*|[^\w\s]|_"
)


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word, a mark, or a whole quotation (`quote` is its place in the list, else -1)."""

    start: int
    end: int
    text: str
    lower: str
    quote: int = -1
    capital: bool = False  # begins large, a short prefix aside: "al-Sudani", "d'Arc"


@lru_cache(maxsize=1 << 15)
def _form(text: str) -> tuple[str, bool]:
    """A word in small letters with straight apostrophes, and whether it is capital."""
    return text.lower().replace("’", "'"), _is_capital(text)


def _is_capital(text: str) -> bool:
    if text[:1].isupper():
        return True
    if "-" not in text and "'" not in text and "’" not in text:
        return False
    cut = next((k for k in (1, 2, 3) if text[k : k + 1] in _PREFIX_ENDS), 0)
    return cut > 0 and text[cut + 1 : cut + 2].isupper()


def words_of(text: str, at: Span, quoted: Sequence[Quoted], numbers: Sequence[int]) -> list[Word]:
    """Words and marks of a sentence; `numbers` are the quotations that reach into it, in order."""
    words: list[Word] = []
    start = at.start
    for number in numbers:
        outer = quoted[number].outer
        left, right = max(outer.start, at.start), min(outer.end, at.end)
        if left > start:
            words.extend(plain_words(text, Span(start, left)))
        last = quoted[number].inner.end - 1
        words.append(Word(left, right, QUOTE + text[last : last + 1], QUOTE, number))
        start = max(start, right)
    if start < at.end:
        words.extend(plain_words(text, Span(start, at.end)))
    return words


def plain_words(text: str, at: Span) -> list[Word]:
    """Words and marks of a part of a text, whatever stands in quotation marks."""
    words = []
    for m in _WORD.finditer(text, *at):
        word = m.group()
        low, capital = _form(word)
        words.append(Word(*m.span(), word, low, -1, capital))
    return words


def span_of(words: Sequence[Word], start: int, end: int) -> Span:
    """From the first to the last of words `start`–`end` (half-open, not empty)."""
    return Span(words[start].start, words[end - 1].end)
