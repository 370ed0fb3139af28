"""The shipped names of places, read strictly: the code list, other spellings, and what a world
keeps of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from vigil.model.provision import Basis
from vigil.model.rows import Table, check_form, check_known, raise_all
from vigil.model.shelf import Shelf, content_lines
from vigil.routes.gazetteer import Spot, names_of, sorted_lines

CODE_LIST = "unlocode.csv"
OTHER_NAMES = "place_names.csv"
AIRPORTS = "airports.csv"
IATA = re.compile("[A-Z]{3}")
HEADER = "code,functions,subdivision,name"
ENTRY = re.compile(r"([A-Z]{2}[A-Z2-9]{3}),([1-7B]*),([A-Z0-9]{0,3}),([^\t]+)")


class OtherName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A spelling of a place that the code list does not print."""

    code: str
    name: str
    verified: bool
    basis: Basis


class AirportRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An airport's IATA code and its UN/LOCODE."""

    iata: str
    code: str


def load_place_names(shelf: Shelf) -> bytes:
    """The sorted file of names that a `Gazetteer` searches.

    Raises:
        InvalidInput: everything that is wrong in its three files, each with file and path.
    """
    of_list, of_others, of_airports = Table(CODE_LIST), Table(OTHER_NAMES), Table(AIRPORTS)
    code_list = shelf.text(CODE_LIST)
    known = {spot.code for spot in _checked(of_list, code_list)}
    others = of_others.records(shelf.text(OTHER_NAMES), OtherName)
    for path, row in others:
        if row.code not in known:
            of_others.problem("must be the code of a known place", f"{path}.code", row.code)
    airports = of_airports.records(shelf.text(AIRPORTS), AirportRow)
    for path, airport in airports:
        check_form(of_airports, f"{path}.iata", airport.iata, IATA, "three letters, like VKO")
        if airport.code not in known:
            of_airports.problem("must be the code of a known place", f"{path}.code", airport.code)
    raise_all([of_list, of_others, of_airports])
    return _sorted(
        code_list,
        tuple((row.code, row.name) for _, row in others),
        tuple((row.iata, row.code) for _, row in airports),
    )


def load_locodes(table: Table, shelf: Shelf) -> dict[str, str]:
    """The codes of each country, three characters each, written together; problems noted."""
    found: dict[str, dict[str, None]] = {}
    for spot in _checked(table, shelf.text(CODE_LIST)):
        found.setdefault(spot.country, {})[spot.code[2:]] = None
    # XZ is UNECE's own code for places in international waters.
    check_known(table, "$", found, shelf.countries | {"XZ"}, "country")
    return {country: "".join(codes) for country, codes in sorted(found.items())}


def load_towns(shelf: Shelf, countries: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names of the countries' towns that writers have other names for: the best known ones.

    What is wrong in the files is `load_place_names`' to say.
    """
    rows = Table(OTHER_NAMES).records(shelf.text(OTHER_NAMES), OtherName)
    wanted = frozenset(countries)
    named: dict[str, dict[str, None]] = {row.code: {} for _, row in rows if row.code[:2] in wanted}
    for spot in _entries(shelf.text(CODE_LIST))[1]:
        if spot.code in named:
            named[spot.code].update(dict.fromkeys(names_of(spot.name)))
    for _, row in rows:
        if row.code in named:
            named[row.code][row.name] = None
    return {code: tuple(names) for code, names in sorted(named.items())}


def _checked(table: Table, code_list: str) -> tuple[Spot, ...]:
    """The entries of the code list; what is none is noted."""
    header, entries, refused = _entries(code_list)
    if header != HEADER:
        table.problem(f"the header must be {HEADER}", "$", header)
    for i, line in refused:
        table.problem(f"must be {HEADER}", f"$[{i}]", line)
    return entries


# The list is long, and whoever changes another file compiles the same one again and again.
@lru_cache(maxsize=2)
def _entries(code_list: str) -> tuple[str, tuple[Spot, ...], tuple[tuple[int, str], ...]]:
    header, *lines = content_lines(code_list) or [""]
    read = [ENTRY.fullmatch(line) for line in lines]
    refused = tuple((i, line) for i, line in enumerate(lines) if read[i] is None)
    return header, tuple(Spot(*entry.groups()) for entry in read if entry), refused


@lru_cache(maxsize=2)
def _sorted(
    code_list: str, others: tuple[tuple[str, str], ...], airports: tuple[tuple[str, str], ...]
) -> bytes:
    entries = _entries(code_list)[1]
    spots = {spot.code: spot for spot in reversed(entries)}
    named = (msgspec.structs.replace(spots[code], name=name) for code, name in others)
    return sorted_lines((*entries, *named), ((iata, spots[code]) for iata, code in airports))
