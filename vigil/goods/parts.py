"""Drone parts: part numbers that were read on components of shot-down drones.

Such parts are ordinary and mostly sold through brokers: a finding says nothing against the maker
of a part, and everyday parts are never more than a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import msgspec

from vigil.goods.basis import with_url
from vigil.goods.catalogue import UavPart
from vigil.goods.inquiry import Inquiry
from vigil.goods.part_index import Level, PartIndex
from vigil.goods.part_number import SPLIT, looks_like_part_number, normal_form, with_digits
from vigil.goods.wording import pieces_of, words_of
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Screen
from vigil.model.order import Line
from vigil.model.provision import Basis

TIMES = {1: "once", 2: "twice"}
MAKER_BEFORE = re.compile(r"^[^\W\d_]{3,}[\W_]*(?=\d)")  # Rotax912, ROTAX-912-ULS


LONGEST_APART = 6  # characters: TMS320
SAME = {Level.EXACT: 1.0, Level.BASE: 0.9, Level.FAMILY: 0.5}  # chosen: how much of it is met


class Sighting(msgspec.Struct, frozen=True):
    """A part met in a line: in which field, as which text, and how much of its number."""

    part: UavPart
    field: str
    text: str
    level: Level
    verified: bool = True


def find_parts(inquiry: Inquiry) -> list[Finding]:
    """One finding for each line, field and part."""
    parts = inquiry.goods.part_index
    return [
        _finding(inquiry, f"$.lines[{i}].{sighting.field}", sighting)
        for i, line in enumerate(inquiry.deal.order.lines)
        for sighting in sightings(line, parts)
    ]


class Said(NamedTuple):
    """What a line says of its parts."""

    part_number: str | None
    description: str | None
    manufacturer: str | None
    marking_request: str | None


def sightings(line: Line, parts: PartIndex) -> tuple[Sighting, ...]:
    """Each part of the line once, in the field that says it best: its part number first."""
    said = Said(line.part_number, line.description, line.manufacturer, line.marking_request)
    return _sightings(said, parts)


@lru_cache(maxsize=8192)  # goods of a catalogue come again
def _sightings(said: Said, parts: PartIndex) -> tuple[Sighting, ...]:
    found: dict[str, Sighting] = {}
    for field, text, telling in _texts(said, parts):
        for part, level, verified in parts.in_text(text, telling=telling):
            if part.key not in found and has_word(part, said):
                found[part.key] = Sighting(part, field, text, level, verified)
    return _longest(list(found.values()))


def has_word(part: UavPart, said: Said) -> bool:
    """Does the line say one of the words that the part needs beside it, if it needs one?"""
    return not part.with_word or any(
        all(word.key in _words_said(said) for word in words_of(needed)) for needed in part.with_word
    )


@lru_cache(maxsize=64)
def _words_said(said: Said) -> frozenset[str]:
    given = [text for text in said if text]
    words = {word.key for text in given for word in words_of(text)}
    return frozenset(words | {piece.key for text in given for piece in pieces_of(text)})


def _texts(said: Said, parts: PartIndex) -> Iterator[tuple[str, str, bool]]:
    """Each text that may be a part, its field, and whether it is a part number by itself.

    A number glued to a maker's name (Rotax912) is given again without the name; letters that stand
    apart before their digits (NEO M8N) are given with them.
    """
    if said.part_number:
        yield "part_number", said.part_number, True
    for field, text in zip(said._fields, said, strict=True):
        before = ""
        for printed in _printed(text) if text is not None else ():
            token = _token(printed)
            if parts.may_begin(token.key):
                yield field, printed, field == "part_number" or looks_like_part_number(printed)
            if before and not token.key.isalpha():
                joined = normal_form(before + printed)
                if parts.may_begin(joined):
                    yield field, f"{before} {printed}", True
            before = printed if token.stands_apart else ""
            if token.tail is not None:
                yield field, token.tail, False
    yield from _over_two_fields(said, parts)


def _printed(text: str) -> list[str]:
    """What stands between blanks, then both sides of strokes: `C-0001/STM32F405RGT6`."""
    printed = SPLIT.split(text)
    if "/" in text:
        sides = [side for one in printed if "/" in one for side in one.split("/")]
        printed += filter(looks_like_part_number, sides)
    return printed


def _over_two_fields(said: Said, parts: PartIndex) -> Iterator[tuple[str, str, bool]]:
    """A number whose first letters end the field before: `STM32` as maker, `F405RGT6` as number."""
    pairs = ((said.manufacturer, said.part_number), (said.part_number, said.description))
    for before, text in pairs:
        if not before or not text:
            continue
        head = before.split()[-1:]
        if not head or not _may_stand_apart(head[0]):
            continue
        tail = SPLIT.split(text.strip(), maxsplit=1)[0]
        if looks_like_part_number(tail) and parts.may_begin(normal_form(head[0] + tail)):
            yield "part_number", f"{head[0]} {tail}", True


class Token(NamedTuple):
    """A word in normal form; `stands_apart`: the digits of its number may follow; `tail`: the
    number behind a maker's name.
    """

    key: str
    stands_apart: bool
    tail: str | None


@lru_cache(maxsize=16384)
def _token(text: str) -> Token:
    key = normal_form(text)
    tail = text if key.isalpha() or key.isdigit() else MAKER_BEFORE.sub("", text)
    return Token(key, _may_stand_apart(text), tail if tail != text else None)


def _may_stand_apart(token: str) -> bool:
    """May these capitals be the beginning of the number that follows: NEO, STM32?"""
    return len(token) <= LONGEST_APART and token.isupper() and token.isalnum()


def _longest(found: list[Sighting]) -> tuple[Sighting, ...]:
    """Without parts whose number is only a piece of another one met: TMS320 F28335PGFA."""
    keys = [sighting.part.key for sighting in found if sighting.level is not Level.FAMILY]
    return tuple(
        s for s in found if not any(key != s.part.key and s.part.key in key for key in keys)
    )


def _finding(inquiry: Inquiry, path: str, sighting: Sighting) -> Finding:
    part, heading, score = sighting.part, inquiry.heading, SAME[sighting.level]
    everyday = (Ground.EVERYDAY_PART,) if part.everyday else ()
    family_only = (Ground.FAMILY_ONLY,) if sighting.level is Level.FAMILY else ()
    met = Feature("part_number", score, f"{sighting.text} {_how(sighting)}")
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.UAV_PART,
        path=path,
        subject=part.key,
        value=sighting.text,
        summary=f"{_seen(sighting)} {heading.sentence}",
        grounds=(*heading.grounds, *everyday, *family_only),
        score=score,
        features=(met, *_published(inquiry, part), *heading.features),
        provisions=heading.citations,
        provenance=with_url(inquiry.provenance, next(iter(part.sources), None)),
        verified=part.verified and sighting.verified,
        basis=part.basis if sighting.verified else Basis.MEMORY,
    )


def _how(sighting: Sighting) -> str:
    """How the text and the part's number agree, so that it can be redone by hand."""
    number, key = sighting.part.part_number, sighting.part.key
    said = normal_form(sighting.text)
    if said == key:
        return f"is {number}"
    if with_digits(said) == key:
        return f"is {number} with letters for digits"
    if sighting.level is Level.EXACT:
        return f"is {number} on a reel"
    if sighting.level is Level.FAMILY:
        return f"is of the family of {number}"
    if said.startswith(key):
        return f"begins with {number}"
    return f"is {number} in another package or grade"


def _seen(sighting: Sighting) -> str:
    part = sighting.part
    maker = f" of {part.manufacturer}" if part.manufacturer else ""
    times = TIMES.get(part.seen, f"{part.seen} times")
    where = f" in {', '.join(part.models)}" if part.models else " in drones"
    by = f", as published by {_publisher(part)}" if part.sources else ""
    everyday = " It is an everyday part." if part.everyday else ""
    only = ""
    if sighting.level is Level.FAMILY:
        only = f"{sighting.text} is of the family of a part that was seen. "
    return (
        f"{only}Part {part.part_number}{maker} was seen {times}{where}{by}.{everyday} "
        "This says nothing against its maker."
    )


def _publisher(part: UavPart) -> str:
    """The site that published the first sighting, or the source as the facts name it."""
    source = part.sources[0]
    return source.split("/")[2] if source.startswith(("http://", "https://")) else source


def _published(inquiry: Inquiry, part: UavPart) -> list[Feature]:
    features = [Feature("published", 1.0, source) for source in part.sources]
    if inquiry.goods.part_attribution:
        features.append(Feature("attribution", 1.0, inquiry.goods.part_attribution))
    return features
