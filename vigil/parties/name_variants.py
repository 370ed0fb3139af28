"""What else a name that is given to be compared may be, beside what it says as a whole.

A variant takes part in the comparison like a name; where it leaves something out that may matter,
it brings the factor that says so. So a variant only adds to what is found, and never as much as the
whole name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from vigil.model.finding import Feature
from vigil.names.explanation import factor
from vigil.names.features import worth
from vigil.names.places import PLACES
from vigil.names.ship_prefixes import without_ship_prefix
from vigil.names.text import words

BRANCH = worth("branch")  # a branch is a review when nothing else differs
ONE_OF_SEVERAL = worth("one_of_several")  # which of the names is meant is not said
PLACE_LEFT_OUT = worth("place_left_out")  # PLA China is the PLA, if letters say anything

IN_BRACKETS = re.compile(r"\s*[(\[（]([^()\[\]（）]+)[)\]）]\s*")
COUNTRY_CODE = re.compile(r"[A-Z]{2,3}|(?:[A-Z]\.){2,3}")
STROKE = re.compile(r"\s*[/|]\s*")
SHORTEST_OF_SEVERAL = 4  # letters; A/S and M/V are no two names
INITIALS_TOGETHER = re.compile(r"\b([B-DF-HJ-NP-TV-XZ])\.?([B-DF-HJ-NP-TV-XZ])\b\.?")
ACRONYM_AND_PLACE = re.compile(r"([A-Z]{3,6})\s+(\S.*)")


class Variant(msgspec.Struct, frozen=True):
    """A way to take a name, and what it lowers when that way is the one that met."""

    text: str
    lowering: Feature | None = None


def variants(name: str, schema: str) -> Iterator[Variant]:
    """The ways to take a name, the one that it says first.

    Args:
        name: as given, in any script.
        schema: the FollowTheMoney schema of its bearer.

    >>> [variant.text for variant in variants("Deutsche Bank (Schweiz) AG", "Company")]
    ['Deutsche Bank (Schweiz) AG', 'Deutsche Bank AG']
    >>> [variant.text for variant in variants("JC Juncker", "Person")]
    ['JC Juncker', 'J C Juncker']
    """
    if schema == "Vessel":
        yield Variant(without_ship_prefix(name))
    else:
        yield Variant(name)
    if schema == "Person":
        yield from _initials_apart(name)
    else:
        yield from _without_branch(name)
        yield from _without_place(name)
    yield from _one_of_several(name)


def _initials_apart(name: str) -> Iterator[Variant]:
    """Two capitals without a vowel between them are nobody's name, but two initials."""
    apart = INITIALS_TOGETHER.sub(r"\1 \2", name)
    if apart != name and not name.isupper():
        yield Variant(apart)


def _without_branch(name: str) -> Iterator[Variant]:
    """A country in brackets is a branch's: Deutsche Bank (Schweiz) AG."""
    for found in IN_BRACKETS.finditer(name):
        place = found[1].strip()
        if COUNTRY_CODE.fullmatch(place) or PLACES.issuperset(words(place)):
            left = f"{name[: found.start()]} {name[found.end() :]}".strip()
            if words(left):
                told = f"{place!r} in brackets is on one side only"
                yield Variant(left, factor("branch", BRANCH, told))


def _without_place(name: str) -> Iterator[Variant]:
    """Letters with their country after them: PLA China."""
    found = ACRONYM_AND_PLACE.fullmatch(name.strip())
    if found and PLACES.issuperset(words(found[2])):
        told = f"{found[2]!r} is on one side only"
        yield Variant(found[1], factor("place_left_out", PLACE_LEFT_OUT, told))


def _one_of_several(name: str) -> Iterator[Variant]:
    """Two names in one field: Al-Qa'ida/Islamic Army."""
    parts = STROKE.split(name)
    if len(parts) > 1 and all(sum(map(str.isalpha, p)) >= SHORTEST_OF_SEVERAL for p in parts):
        for part in parts:
            yield Variant(part, factor("one_of_several", ONE_OF_SEVERAL, f"{part!r} of {name!r}"))
