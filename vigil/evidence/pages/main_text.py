"""Which lines of a page are its report, by trafilatura, found again in our own text.

trafilatura gives words without places. Each of its lines is looked for in the lines that a reader
sees, in order, by their letters and digits alone, so that its bullets, bars and spaces do not
matter; what is not found again is not used. Nothing here rewrites our text.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from typing import NamedTuple

from vigil.evidence.pages.runs_of_letters import runs_of_letters

KEY = 16  # letters by which a place is looked for: three words or so; chosen
WHOLE_LINE = 40  # letters of a line that is the report's wherever it stands; chosen
MOST_TRIED = 6  # places of the same key that are compared; chosen
WORD = re.compile(r"[^\W_]+")


class Refound(NamedTuple):
    """For each line the share of its letters that trafilatura has, 0–1, and what it has besides."""

    shares: list[float]
    lost: int  # letters of its answer that stand nowhere in the lines
    whole: int  # letters of its answer


def main_text(source: str) -> str:
    """What trafilatura takes for the report in a page's source; "" when it finds none or fails.

    It reads no dates, no comments of readers, nothing from elsewhere, and its own words about a
    page go nowhere.
    """
    # Here, as it takes a quarter of a second to load and most of Vigil needs none of it.
    import trafilatura

    logging.getLogger("trafilatura").propagate = False
    try:
        found = trafilatura.extract(
            source, fast=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except Exception:  # foreign code on hostile input; the caller says that it found nothing
        return ""
    return found or ""


def found_again(lines: list[str], answer: str) -> Refound:
    """How much of each line stands in an answer of trafilatura's.

    Linear in both: a place is looked up by its first letters and compared once.
    """
    folded = ["".join(runs_of_letters(line)) for line in lines]
    starts = [0]
    for one in folded:
        starts.append(starts[-1] + len(one))
    seen = "".join(folded)
    by_line: dict[str, list[int]] = {}
    for letters, start in zip(folded, starts, strict=False):
        by_line.setdefault(letters, []).append(start)
    places: dict[str, list[int]] | None = None  # made when it is first needed
    taken: list[tuple[int, int]] = []
    cursor = lost = whole = 0
    for line in answer.split("\n"):
        letters = "".join(runs_of_letters(line))
        whole += len(letters)
        if not letters:
            continue
        if letters in by_line:
            start = _next(by_line[letters], cursor)
            taken.append((start, start + len(letters)))
            if len(letters) >= WHOLE_LINE and len(by_line[letters]) > 1:
                # trafilatura tells a paragraph once, however often it stands on the page.
                taken += [(at, at + len(letters)) for at in by_line[letters]]
                by_line[letters] = [start]
            cursor = start + len(letters)
            continue
        if places is None:
            places = _places(lines, seen, starts)
        before = 0  # letters of this line before the word
        done = 0
        for word in WORD.findall(line):
            at, before = before, before + len(word)
            if at < done:
                continue
            best, length = _longest(
                places.get(letters[at : at + KEY], []), letters, at, seen, cursor
            )
            if length >= KEY:
                taken.append((best, best + length))
                cursor, done = best + length, at + length
            else:
                lost += len(word)
                done = before
    return Refound(_shares(starts, taken), lost, whole)


def _places(lines: list[str], seen: str, starts: list[int]) -> dict[str, list[int]]:
    """Where words begin, by the letters from there on."""
    places: dict[str, list[int]] = {}
    for line, at in zip(lines, starts, strict=False):
        for word in WORD.findall(line):
            places.setdefault(seen[at : at + KEY], []).append(at)
            at += len(word)
    return places


def _next(places: list[int], cursor: int) -> int:
    """The first place behind the cursor, or else the first."""
    return places[bisect_left(places, cursor) % len(places)]


def _longest(places: list[int], letters: str, at: int, seen: str, cursor: int) -> tuple[int, int]:
    """The place that agrees longest, those behind the cursor first."""
    best = length = 0
    first = bisect_left(places, cursor)
    for n in range(min(MOST_TRIED, len(places))):
        place = places[(first + n) % len(places)]
        common = _common(letters, at, seen, place)
        if common > length:
            best, length = place, common
    return best, length


def _common(left: str, at: int, right: str, place: int) -> int:
    """How many letters agree from two places on."""
    length, step = 0, 64
    while step:
        if left[at + length : at + length + step] == right[place + length : place + length + step]:
            if at + length + step >= len(left) or place + length + step >= len(right):
                return min(len(left) - at, len(right) - place)
            length += step
            step *= 2
        else:
            step //= 2
    return length


def _shares(starts: list[int], taken: list[tuple[int, int]]) -> list[float]:
    covered = [0] * (len(starts) - 1)
    end = 0
    for start, stop in sorted(taken):
        start = max(start, end)
        end = max(end, stop)
        line = max(0, bisect_left(starts, start + 1) - 1)
        while start < stop and line < len(covered):
            upto = min(stop, starts[line + 1])
            covered[line] += max(0, upto - start)
            start, line = max(start, upto), line + 1
    return [
        got / (after - before) if after > before else 0.0
        for got, before, after in zip(covered, starts, starts[1:], strict=False)
    ]
