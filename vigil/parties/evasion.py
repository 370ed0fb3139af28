"""Hidden characters and mixed scripts in any text of an order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import msgspec

from vigil.model.finding import Feature, Finding, FindingKind, Screen
from vigil.model.order import Order
from vigil.names.evasion import EvasionMark, evasion_marks
from vigil.parties.subjects import Subject

KEPT = 8192  # texts, by use: an address stands at several parties of an order
# Ordinary letters and signs of the languages of Europe that are written in Latin: no marks there.
PLAIN = re.compile("[ -~À-ÖØ-öø-\u017e–—‘’“”„«»€°]*")
ENTITY_IN_BYTES = re.compile(rb"&[#A-Za-z][0-9A-Za-z]+;")
MOST_SHOWN = 5  # chosen: marks that a sentence lists; the features hold them all

PARTY_TEXTS = ("address", "line_of_business", "website", "email", "phone")
LINE_TEXTS = ("description", "part_number", "manufacturer", "marking_request")

SENTENCE = {
    "hidden_character": "a character that a reader does not see",
    "mixed_scripts": "letters of different scripts within one word",
    "look_alike_word": "letters that stand for others",
    "overlaid_letter": "letters with strokes or accents laid over them",
    "encoded_letter": "letters written as HTML entities",
}


def screen_evasion(order: Order, subjects: Iterable[Subject]) -> list[Finding]:
    """One finding for each text with marks of evasion, at its path.

    Args:
        order: the order.
        subjects: everybody in it, as `subjects_of` gives them.
    """
    if _is_plain(order):
        return []
    return [
        _finding(path, text, marks)
        for path, text in odd_texts_of(order, subjects)
        if (marks := _marks(text))
    ]


def _is_plain(order: Order) -> bool:
    """Is every text of the order of printable ASCII, without what JSON writes with a backslash,
    and without HTML entities?
    """
    written = msgspec.json.encode(order)
    odd = b"\\" in written or b"\x7f" in written or ENTITY_IN_BYTES.search(written) is not None
    return written.isascii() and not odd


@lru_cache(maxsize=KEPT)
def _marks(text: str) -> tuple[EvasionMark, ...]:
    return () if PLAIN.fullmatch(text) and "&" not in text else evasion_marks(text)


def odd_texts_of(order: Order, subjects: Iterable[Subject]) -> Iterator[tuple[str, str]]:
    """Every text of an order that is not of printable ASCII or may hold an entity, with its path.

    Names come in the order of the subjects, then the rest.
    """
    yield from _odd("$", order, ("id", "currency", "end_use"))
    for subject in subjects:
        if subject.is_maker:  # comes with its line
            continue
        if _is_odd(subject.name):
            yield subject.path, subject.name or ""
        yield from _odd_values(subject.identifiers, subject.identifiers_at + ".{}")
    for i, party in enumerate(order.parties):
        yield from _odd(f"$.parties[{i}]", party, PARTY_TEXTS)
    for i, line in enumerate(order.lines):
        yield from _odd(f"$.lines[{i}]", line, LINE_TEXTS)
        for j, number in enumerate(line.serial_numbers or ()):
            if _is_odd(number):
                yield f"$.lines[{i}].serial_numbers[{j}]", number
    for i, leg in enumerate(order.route or ()):
        for field, text in (("from", leg.origin), ("to", leg.to)):
            if _is_odd(text):
                yield f"$.route[{i}].{field}", text or ""
    if order.payment is not None:
        yield from _odd("$.payment", order.payment, ("method", "terms"))
    answers = {field: text for field, text in order.answers.items() if isinstance(text, str)}
    yield from _odd_values(answers, "$.answers['{}']")


def _odd(at: str, holder: object, fields: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for field in fields:
        text = getattr(holder, field)
        if _is_odd(text):
            yield f"{at}.{field}", text


def _odd_values(values: Mapping[str, str], path: str) -> Iterator[tuple[str, str]]:
    for key, text in sorted(values.items()):
        if _is_odd(text):
            yield path.format(key), text


def _is_odd(text: str | None) -> bool:
    return text is not None and not (text.isascii() and text.isprintable() and "&" not in text)


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
