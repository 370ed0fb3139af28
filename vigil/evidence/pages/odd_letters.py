"""Letters of a page that read as one thing to a person and as another to a machine."""

from __future__ import annotations

import re

from vigil.evidence.page import Mark, MarkKind, Span
from vigil.names.evasion import EvasionKind, EvasionMark, evasion_marks

WINDOW = 200  # characters looked at together; chosen, as the look at one is not linear in them
MOST_MARKS = 20  # of one kind; chosen
MOST_WINDOWS = 1_000  # with anything odd; chosen: a long page in Russian has fewer
# Controls, marks of direction, joiners, fillers, tags; letters of scripts that pass for Latin ones,
# and styled ones. No line end is among them.
ODD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u034f\u0334-\u0338\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13fd\u2c80-\u2cff\ua4d0-\ua4ff\u2460-\u24ff"
    "\U0001d400-\U0001d7ff\U0001f130-\U0001f189\U000e0000-\U000e01ef]"
)
DIRECTION = re.compile(r"U\+(?:202[ABDE]|206[678])\b")  # turn the order of letters; not their ends
SOFT_HYPHEN = "U+00AD"


def letter_marks(text: str) -> tuple[Mark, ...]:
    """Controls of direction, letters that nobody sees, scripts mixed in a word.

    Left alone are what languages write (see `vigil.names.evasion`), soft hyphens, and characters of
    no width beside a space, which publishing systems leave behind.

    >>> [mark.kind for mark in letter_marks("The plant in Аlаbugа grows.")]
    ['mixed_script']
    """
    found: dict[MarkKind, list[Mark]] = {}
    upto = windows = 0
    while (odd := ODD.search(text, upto)) and windows < MOST_WINDOWS:
        windows += 1
        if sum(map(len, found.values())) > 10 * MOST_MARKS:
            break
        start, upto = _window(text, odd.start())
        for one in evasion_marks(text[start:upto]):
            mark = _mark(one, text, start + one.at)
            if mark is not None:
                found.setdefault(mark.kind, []).append(mark)
    marks = [mark for several in found.values() for mark in _few(several)]
    if odd is not None:
        why = f"letters are looked at to character {upto} only; what follows may be odd, too"
        marks.append(Mark("hidden_character", Span(upto, len(text)), why))
    return tuple(marks)


def _window(text: str, at: int) -> tuple[int, int]:
    """A piece of a line around a place, cut at spaces where there are any."""
    start = max(text.rfind("\n", max(0, at - WINDOW), at), at - WINDOW, -1) + 1
    start = max(start, text.find(" ", start, at))
    end = text.find("\n", at, at + WINDOW)
    if end < 0:
        end = text.rfind(" ", at + 1, at + WINDOW) if at + WINDOW < len(text) else len(text)
    return start, end if end > at else min(len(text), at + WINDOW)


def _mark(one: EvasionMark, text: str, at: int) -> Mark | None:
    place = Span(at, at + 1)
    if one.kind is EvasionKind.HIDDEN_CHARACTER:
        if DIRECTION.match(one.detail):
            return Mark("bidi_control", place, f"{_point(one)} turns the order of letters")
        is_inside = text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
        if not is_inside or one.detail.startswith(SOFT_HYPHEN):
            return None
        return Mark("hidden_character", place, f"{_point(one)} stands unseen inside a word")
    if one.kind is EvasionKind.ENCODED_LETTER:
        return None
    return Mark("mixed_script", place, one.detail)


def _point(one: EvasionMark) -> str:
    return one.detail.partition(" after ")[0]


def _few(marks: list[Mark]) -> list[Mark]:
    """The first of many, and how many more there are."""
    if len(marks) <= MOST_MARKS:
        return marks
    more = len(marks) - MOST_MARKS
    return [*marks[:MOST_MARKS], Mark(marks[0].kind, None, f"at least {more} more like these")]
