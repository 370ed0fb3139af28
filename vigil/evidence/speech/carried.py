"""Whom a quotation without a cue is carried from: the one before it, or the one behind."""

from __future__ import annotations

import msgspec

from vigil.evidence.page import Page
from vigil.evidence.speech.layout import (
    Layout,
    Spoken,
    Told,
    assign,
    ends_colon,
    stands_alone,
)

_ASIDES = 3  # sentences back that a speaker may have been quoted last (chosen)


def carry(page: Page, layout: Layout, number: int) -> None:
    """Carries a speaker to the quotations of a sentence that end in it without a cue."""
    line = layout.lines[number]
    for place in line.quotes:
        spoken = layout.spoken[place]
        if spoken.done or spoken.lines[-1] != number or not stands_alone(layout, spoken):
            continue
        source = _source(page, layout, place)
        if source is None:
            continue
        spoken.speaker = (
            None
            if source.speaker is None
            else msgspec.structs.replace(source.speaker, found="carried", words=None)
        )
        spoken.via = source.via
        spoken.whole = spoken.done = True
    told = line.told[-1] if line.told else None
    if told is not None and told.clause.bare and not line.quotes and number:
        _give_back(layout, number, told)


def _asks(page: Page, spoken: Spoken) -> bool:
    inner = spoken.quoted.inner
    return page.text[inner.start : inner.end].rstrip(",").endswith("?")


def _source(page: Page, layout: Layout, place: int) -> Spoken | Told | None:
    """Whom a quotation that stands alone is carried from."""
    spoken = layout.spoken[place]
    first = spoken.lines[0]
    if first == 0:
        return None
    before, here = layout.lines[first - 1], layout.lines[first]
    gap = here.paragraph - before.paragraph
    if gap > 1 or before.headline != here.headline:
        return None
    if gap == 0 and before.goes_on and before.topic is not None and not before.told:
        return Spoken(spoken.quoted, [], before.topic)  # "She paused."
    back = first - 1
    while gap == 0 and back and before.goes_on and not before.told and not before.quotes:
        back -= 1  # "She paused."
        if layout.lines[back].paragraph != here.paragraph:
            return None
        before = layout.lines[back]
    quotes = before.quotes
    if quotes and layout.spoken[quotes[-1]].speaker is not None:
        last = layout.spoken[quotes[-1]]
        if gap and _asks(page, last):
            return None  # somebody else answers
        if gap == 0 or last.whole or last.quoted.goes_on:
            return last
    told = next((t for t in reversed(before.told) if not t.drop and t.speaker is not None), None)
    if told is not None and (gap == 0 or told.clause.bare or ends_colon(before)):
        return told
    if gap == 0 and before.topic is not None and not before.told and not quotes:
        return Spoken(spoken.quoted, [], before.topic)  # "Novak disagreed. “No.”"
    return _earlier(layout, first, here.paragraph) if gap == 0 and not before.told else None


def _earlier(layout: Layout, first: int, paragraph: int) -> Spoken | None:
    """The last quotation before a sentence or two that name nobody else."""
    for back in range(first - 1, max(-1, first - 1 - _ASIDES), -1):
        line = layout.lines[back]
        if paragraph - line.paragraph > 1 or line.headline:
            return None
        if line.quotes:
            last = layout.spoken[line.quotes[-1]]
            return last if last.whole and last.speaker is not None else None
        if line.told or line.people or line.topic is not None:
            return None
    return None


def _give_back(layout: Layout, number: int, told: Told) -> None:
    """`“We go.” Novak said.`: a sentence of its own that only tells who spoke."""
    before = layout.lines[number - 1]
    if before.paragraph != layout.lines[number].paragraph or ends_colon(layout.lines[number]):
        return
    for place in reversed(before.quotes):
        spoken = layout.spoken[place]
        if stands_alone(layout, spoken) and (not spoken.done or spoken.cue is None):
            assign(spoken, told, True)
        break


def carry_back(layout: Layout) -> None:
    """`“A.” “B,” she said.`: a quotation before one with a cue, in the same paragraph."""
    for place in range(len(layout.spoken) - 2, -1, -1):
        spoken, after = layout.spoken[place], layout.spoken[place + 1]
        if (
            spoken.done
            or not after.whole
            or after.speaker is None
            or not stands_alone(layout, spoken)
        ):
            continue
        last, first = spoken.lines[-1], after.lines[0]
        goes_on = spoken.quoted.goes_on and after.quoted.continues
        same = layout.lines[last].paragraph == layout.lines[first].paragraph
        if first - last == 1 and (same or goes_on):
            spoken.speaker = msgspec.structs.replace(after.speaker, found="carried", words=None)
            spoken.via, spoken.whole, spoken.done = after.via, True, True
