"""Hidden characters and mixed scripts in any text of an order."""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.finding import Feature, Finding, FindingKind, Screen
from vigil.model.order import Order
from vigil.names.evasion import EvasionMark, evasion_marks
from vigil.parties.subjects import subjects_of

MOST_SHOWN = 5  # chosen: marks that a sentence lists; the features hold them all

SENTENCE = {
    "hidden_character": "a character that a reader does not see",
    "mixed_scripts": "letters of different scripts within one word",
    "look_alike_word": "letters that stand for others",
}


def screen_evasion(order: Order) -> list[Finding]:
    """One finding for each text with marks of evasion, at its path."""
    return [
        _finding(path, text, marks)
        for path, text in texts_of(order)
        if (marks := evasion_marks(text))
    ]


def texts_of(order: Order) -> Iterator[tuple[str, str]]:
    """Every free text of an order with its path: names, addresses, goods, places and end use."""
    for subject in subjects_of(order):
        if subject.name:
            yield subject.path, subject.name
    for i, party in enumerate(order.parties):
        for field in ("address", "line_of_business", "website", "email"):
            yield from _given(f"$.parties[{i}].{field}", getattr(party, field))
    for i, line in enumerate(order.lines):
        for field in ("description", "part_number", "manufacturer", "marking_request"):
            yield from _given(f"$.lines[{i}].{field}", getattr(line, field))
    for i, leg in enumerate(order.route or ()):
        yield from _given(f"$.route[{i}].from", leg.origin)
        yield from _given(f"$.route[{i}].to", leg.to)
    yield from _given("$.end_use", order.end_use)


def _given(path: str, text: str | None) -> Iterator[tuple[str, str]]:
    if text:
        yield path, text


def _finding(path: str, text: str, marks: tuple[EvasionMark, ...]) -> Finding:
    what = " and ".join(dict.fromkeys(SENTENCE[mark.kind] for mark in marks))
    shown = "; ".join(mark.detail for mark in marks[:MOST_SHOWN])
    more = f"; and {len(marks) - MOST_SHOWN} more" if len(marks) > MOST_SHOWN else ""
    return Finding(
        screen=Screen.PARTIES,
        kind=FindingKind.EVASION_MARK,
        path=path,
        subject="evasion_marks",
        summary=f"The text has {what}: {shown}{more}.",
        value=text,
        features=tuple(
            Feature(mark.kind.value, 1.0, f"at character {mark.at + 1}: {mark.detail}")
            for mark in marks
        ),
    )
