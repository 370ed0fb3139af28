"""Is this text about that place? The evidence, apart from what it means for an order."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from vigil.routes.catalogue import Place, PlaceKind
from vigil.routes.writing import LETTERS_AND_NUMBER, Written, word_set, written


class Evidence(StrEnum):
    """By what a text points to a place, surest first."""

    CODE = "code"  # UN/LOCODE, IATA or ICAO code
    FULL_NAME = "full_name"  # a spelling that tells the place whatever the country says
    POSITION = "position"  # within the place's circle
    POST_CODE = "post_code"
    STREET = "street"
    NAME = "name"  # the bare word
    ADDRESS = "address"  # a factory's printed address


class Mention(msgspec.Struct, frozen=True):
    """A place, the evidence for it, the words that met, and whether they stand at home.

    `at_home`: the country is the place's own or unknown, or a word of the neighbourhood stands
    in the same text.
    """

    place: Place
    evidence: Evidence
    met: str
    at_home: bool


PORT_WORDS = word_set(
    "port porta portu seaport riverport harbour harbor hafen airport aeroport aeroporta "
    "aeroportu airfield aerodrome flughafen aeropuerto aeroporto havaalani havalimani"
)
PORT_WORD_REACH = 2  # words between the name and "port": "Port of Astrakhan", "Perm Intl Airport"
ADDRESS_NUMBERS = 2  # numbers that a factory's address must share: house and post code
ADDRESS_WORDS = 3  # and further words; fewer stand in many addresses of one town

# "Варшавское ш., 1" is house 1 on a highway (shosse), not the zone's street Sh-1: the adjective
# before the letters tells it apart.
NO_HIGHWAY = r"(?<!oe )(?<!oje )(?<!oye )(?<!oie )"


def mention_in(text: str, country: str | None, place: Place) -> Mention | None:
    """The surest evidence that the text gives for the place, or None.

    Args:
        text: an address, the end of a leg, or another text.
        country: ISO alpha-2 of the country that the text is about, None when not known.
        place: any place but a region.
    """
    held = written(text)
    near = country in (place.country, None) or bool(_neighbours_met(held, place))
    if place.kind in (PlaceKind.PORT, PlaceKind.AIRPORT):
        return _port(held, place, near)
    if place.kind is PlaceKind.FACTORY and place.address:
        return _factory(held, place, near)
    return _by_words(held, place, near)


def strong_spelling_in(text: str, place: Place) -> str | None:
    """A spelling of the place that needs no other word beside it, or None."""
    return written(text).first_of(place.strong_spellings)


def name_in(text: str, place: Place) -> str | None:
    """Any spelling of the place that the text holds, beside its needed words, or None."""
    held = written(text)
    met = held.first_of((*place.strong_spellings, *place.spellings))
    return met if met and _has_needed_words(held, place, met) else None


def _by_words(held: Written, place: Place, near: bool) -> Mention | None:
    strong = held.first_of(place.strong_spellings)
    if strong is not None:
        return Mention(place, Evidence.FULL_NAME, strong, near)
    if near:
        code = next((c for c in place.post_codes if holds_post_code(held, c)), None)
        if code is not None:
            return Mention(place, Evidence.POST_CODE, code, near)
        street = next((s for s in place.streets if holds_street(held, s)), None)
        if street is not None:
            return Mention(place, Evidence.STREET, street, near)
    bare = held.first_of(place.spellings)
    if bare is None or not _has_needed_words(held, place, bare):
        return None
    return Mention(place, Evidence.NAME, bare, near)


def holds_post_code(held: Written, code: str) -> bool:
    """Does the text hold a post code, alone, in two groups, or after its country's letters?"""
    return re.search(rf"\b(ru ?)?{code[:3]} ?{code[3:]}\b", held.flat) is not None


def holds_street(held: Written, street: str) -> bool:
    """Does the text hold a street of letters and a number (`Sh-1`), however it is joined?"""
    parts = LETTERS_AND_NUMBER.fullmatch(written(street).flat)
    if parts is None:
        return held.holds(street)
    letters, number = parts.groups()
    pattern = rf"{NO_HIGHWAY}\b{letters} ?{number}\b"
    return re.search(pattern, held.flat) is not None


def _port(held: Written, place: Place, near: bool) -> Mention | None:
    """A city's name is not its port: a port word stands near, or the full name is given."""
    strong = held.first_of(place.strong_spellings)
    if strong is not None:
        return Mention(place, Evidence.FULL_NAME, strong, near)
    for spelling in (place.name, *place.spellings):
        at = held.finds(spelling)
        if at is None:
            continue
        size = len(written(spelling).latin)
        around = held.latin[max(0, at - PORT_WORD_REACH) : at + size + PORT_WORD_REACH]
        if PORT_WORDS.intersection(around):
            return Mention(place, Evidence.FULL_NAME, spelling, near)
    return None


def _factory(held: Written, place: Place, near: bool) -> Mention | None:
    wanted = frozenset(written(place.address or "").latin)
    shared = wanted.intersection(held.latin)
    numbers = {word for word in shared if any(c.isdigit() for c in word)}
    if not near or len(numbers) < ADDRESS_NUMBERS or len(shared - numbers) < ADDRESS_WORDS:
        return _by_words(held, place, near)
    return Mention(place, Evidence.ADDRESS, " ".join(sorted(shared)), near)


def _has_needed_words(held: Written, place: Place, met: str) -> bool:
    """A needed word must stand beside the name, not be part of it."""
    if not place.needs_words or met in place.strong_spellings:
        return True
    return any(held.holds(word) for word in place.needs_words)


def _neighbours_met(held: Written, place: Place) -> list[str]:
    """Words of the neighbourhood other than the place's own name."""
    own = {written(s).latin for s in place.spellings}
    return [n for n in place.neighbours if written(n).latin not in own and held.holds(n)]
