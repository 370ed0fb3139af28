"""Hidden characters and mixed scripts in any text of an order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from vigil.model.finding import Feature, Finding, FindingKind, Screen
from vigil.model.order import Order
from vigil.names.evasion import EvasionMark, evasion_marks
from vigil.parties.subjects import Subject

KEPT = 8192  # texts, by use: an address stands at several parties of an order
# Ordinary letters and signs of the languages of Europe that are written in Latin: no marks there.
PLAIN = re.compile("[ -~À-ÖØ-öø-\u017e–—‘’“”„«»€°]*")
MOST_SHOWN = 5  # chosen: marks that a sentence lists; the features hold them all

PARTY_TEXTS = ("address", "line_of_business", "website", "email", "phone")
LINE_TEXTS = ("description", "part_number", "manufacturer", "marking_request")

SENTENCE = {
    "hidden_character": "a character that a reader does not see",
    "mixed_scripts": "letters of different scripts within one word",
    "look_alike_word": "letters that stand for others",
    "overlaid_letter": "letters with strokes or accents laid over them",
}


def screen_evasion(order: Order, subjects: Iterable[Subject]) -> list[Finding]:
    """One finding for each text with marks of evasion, at its path.

    Args:
        order: the order.
        subjects: everybody in it, as `subjects_of` gives them.
    """
    return [
        _finding(path, text, marks)
        for path, text in texts_of(order, subjects)
        if not PLAIN.fullmatch(text) and (marks := _marks(text))
    ]


@lru_cache(maxsize=KEPT)
def _marks(text: str) -> tuple[EvasionMark, ...]:
    return evasion_marks(text)


def texts_of(order: Order, subjects: Iterable[Subject]) -> Iterator[tuple[str, str]]:
    """Every text of an order with its path; names in the order of the subjects, then the rest."""
    yield from _given("$", order, ("id", "currency", "end_use"))
    for subject in subjects:
        if subject.is_maker:  # comes with its line
            continue
        yield from _given_text(subject.path, subject.name)
        for scheme, number in sorted(subject.identifiers.items()):
            yield from _given_text(f"{subject.identifiers_at}.{scheme}", number)
    for i, party in enumerate(order.parties):
        yield from _given(f"$.parties[{i}]", party, PARTY_TEXTS)
    for i, line in enumerate(order.lines):
        yield from _given(f"$.lines[{i}]", line, LINE_TEXTS)
        for j, number in enumerate(line.serial_numbers or ()):
            yield from _given_text(f"$.lines[{i}].serial_numbers[{j}]", number)
    for i, leg in enumerate(order.route or ()):
        yield from _given_text(f"$.route[{i}].from", leg.origin)
        yield from _given_text(f"$.route[{i}].to", leg.to)
    if order.payment is not None:
        yield from _given("$.payment", order.payment, ("method", "terms"))
    for field, answer in sorted(order.answers.items()):
        yield from _given_text(f"$.answers['{field}']", answer if isinstance(answer, str) else None)


def _given(at: str, holder: object, fields: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for field in fields:
        yield from _given_text(f"{at}.{field}", getattr(holder, field))


def _given_text(path: str, text: str | None) -> Iterator[tuple[str, str]]:
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
