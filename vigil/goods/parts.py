"""Drone parts: part numbers that were read on components of shot-down drones.

Such parts are ordinary and mostly sold through brokers: a finding says nothing against the maker
of a part, and everyday parts are never more than a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from vigil.goods.basis import with_url
from vigil.goods.catalogue import UavPart
from vigil.goods.inquiry import Inquiry
from vigil.goods.part_index import PartIndex
from vigil.goods.part_number import looks_like_part_number, normal_form, tokens
from vigil.goods.wording import pieces_of, words_of
from vigil.model.finding import Feature, Finding, FindingKind, Ground, Screen
from vigil.model.order import Line

TIMES = {1: "once", 2: "twice"}
MAKER_BEFORE = re.compile(r"^[^\W\d_]{3,}[\W_]*(?=\d)")  # Rotax912, ROTAX-912-ULS


class Sighting(msgspec.Struct, frozen=True):
    """A part met in a line: in which field, and as which text."""

    part: UavPart
    field: str
    text: str


def find_parts(inquiry: Inquiry) -> list[Finding]:
    """One finding for each line, field and part."""
    parts = inquiry.goods.part_index
    return [
        _finding(inquiry, f"$.lines[{i}].{sighting.field}", sighting)
        for i, line in enumerate(inquiry.deal.order.lines)
        for sighting in sightings(line, parts)
    ]


def sightings(line: Line, parts: PartIndex) -> list[Sighting]:
    """Each part of the line once, in the field that says it best: its part number first."""
    found: dict[str, Sighting] = {}
    for field, text, telling in _texts(line):
        for part in parts.in_text(text, telling=telling):
            if part.key not in found and has_word(part, line):
                found[part.key] = Sighting(part, field, text)
    return _longest(list(found.values()))


def has_word(part: UavPart, line: Line) -> bool:
    """Does the line say one of the words that the part needs beside it, if it needs one?"""
    return not part.with_word or any(
        all(word.key in _said(line) for word in words_of(needed)) for needed in part.with_word
    )


@lru_cache(maxsize=64)
def _said(line: Line) -> frozenset[str]:
    texts = (line.description, line.manufacturer, line.part_number)
    given = [text for text in texts if text]
    words = {word.key for text in given for word in words_of(text)}
    return frozenset(words | {piece.key for text in given for piece in pieces_of(text)})


def _texts(line: Line) -> Iterator[tuple[str, str, bool]]:
    """Each text that may be a part number, its field, and whether it is one by itself.

    A number glued to a maker's name (Rotax912) is given again without the name.
    """
    if line.part_number:
        yield "part_number", line.part_number, True
    for field, text in (("part_number", line.part_number), ("description", line.description)):
        for token in tokens(text or ""):
            yield field, token, field == "part_number" or looks_like_part_number(token)
            if (tail := MAKER_BEFORE.sub("", token)) != token:
                yield field, tail, False


def _longest(found: list[Sighting]) -> list[Sighting]:
    """Without parts that are only the beginning of another one met."""
    keys = [sighting.part.key for sighting in found]
    return [
        s for s in found
        if not any(key != s.part.key and key.startswith(s.part.key) for key in keys)
    ]  # fmt: skip


def _finding(inquiry: Inquiry, path: str, sighting: Sighting) -> Finding:
    part, heading = sighting.part, inquiry.heading
    everyday = (Ground.EVERYDAY_PART,) if part.everyday else ()
    how = "begins with" if normal_form(sighting.text) != part.key else "is"
    met = Feature("part_number", 1.0, f"{sighting.text} {how} {part.part_number}")
    return Finding(
        screen=Screen.GOODS,
        kind=FindingKind.UAV_PART,
        path=path,
        subject=part.key,
        value=sighting.text,
        summary=f"{_seen(part)} {heading.sentence}",
        grounds=(*heading.grounds, *everyday),
        score=1.0,
        features=(met, *_published(inquiry, part), *heading.features),
        provisions=heading.citations,
        provenance=with_url(inquiry.provenance, next(iter(part.sources), None)),
        verified=part.verified,
        basis=part.basis,
    )


def _seen(part: UavPart) -> str:
    maker = f" of {part.manufacturer}" if part.manufacturer else ""
    times = TIMES.get(part.seen, f"{part.seen} times")
    where = f" in {', '.join(part.models)}" if part.models else " in drones"
    by = f", as published by {_publisher(part)}" if part.sources else ""
    everyday = " It is an everyday part." if part.everyday else ""
    return (
        f"Part {part.part_number}{maker} was seen {times}{where}{by}.{everyday} "
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
