"""The shipped ways: places of concern, watched vessels, red flags and location codes, strictly."""

from __future__ import annotations

import re

import msgspec

from vigil.model.deal import EMBARGOED
from vigil.model.rows import (
    Table,
    check_form,
    check_known,
    check_unique,
    raise_all,
)
from vigil.model.shelf import Edition, Shelf
from vigil.routes.catalogue import Place, PlaceKind, RouteCatalogue, State, WatchedVessel
from vigil.routes.contact_countries import ContactSign
from vigil.routes.positions import Whereabouts
from vigil.routes.shipped_flags import load_combinations, load_flags, load_mains
from vigil.routes.shipped_places import CODE_LIST, load_locodes, load_towns

CODE_CHARS = 5
LOCATION_CHARS = 3  # UN/LOCODE: two letters of the country, three characters of the location
POST_CODE = re.compile("[0-9A-Z][0-9A-Z -]{2,9}")
STATE = re.compile("[A-Z]{2,3}")
IATA = re.compile("[A-Z]{3}")
DIAL = re.compile("[1-9][0-9]{0,3}")
ICAO = re.compile("[A-Z]{4}")
IMO = re.compile("[0-9]{7}")
IMO_WEIGHTS = range(7, 1, -1)  # IMO resolution A.1117(30): 7 to 2, the last digit of the sum checks


def load_routes(shelf: Shelf, edition: Edition) -> RouteCatalogue:
    """The routes catalogue of a shelf.

    Raises:
        InvalidInput: everything that is wrong in its files, each with file and path.
    """
    files = ("places.yaml", "vessels.yaml", CODE_LIST, "subdivisions.csv", "red_flags.yaml",
             "mains.yaml", "flag_combinations.yaml", "positions.csv",
             "contact_signs.csv")  # fmt: skip
    tables = [Table(name) for name in files]
    of_places, of_vessels, of_locodes, of_states, *of_flags, of_positions, of_contacts = tables
    of_red_flags, of_mains, of_combinations = of_flags
    locodes = load_locodes(of_locodes, shelf)
    routes = RouteCatalogue(
        version=edition.version,
        places=_places(of_places, shelf, locodes),
        vessels=_vessels(of_vessels, shelf),
        red_flags=load_flags(of_red_flags, shelf),
        locodes=locodes,
        locode_version=edition.locode_version,
        states=_states(of_states, shelf),
        mains=load_mains(of_mains, shelf),
        combinations=load_combinations(of_combinations, shelf),
        positions=_positions(of_positions, shelf, locodes),
        towns=load_towns(shelf, EMBARGOED),
        contact_signs=_contact_signs(of_contacts, shelf),
    )
    raise_all(tables)
    return routes


def _places(table: Table, shelf: Shelf, locodes: dict[str, str]) -> tuple[Place, ...]:
    rows = table.rows(shelf.document(table.file), "places", Place)
    check_unique(table, rows, "id")
    others = {row.id for _, row in rows if row.kind is not PlaceKind.ZONE}
    zones = shelf.places - others
    for path, row in rows:
        check_known(table, f"{path}.country", [row.country], shelf.countries, "country")
        check_known(table, f"{path}.zone", [row.zone] if row.zone else [], zones, "zone")
        if not row.spellings and not row.strong_spellings:
            table.problem("a place must have a spelling", path, row.id)
        _check_codes(table, path, row, locodes)
        _check_position(table, path, row)
        for i, listing in enumerate(row.listings):
            where = f"{path}.listings[{i}].provisions"
            check_known(table, where, listing.provisions, shelf.provisions, "provision")
    return tuple(row for _, row in rows)


def _check_codes(table: Table, path: str, place: Place, locodes: dict[str, str]) -> None:
    check_form(table, f"{path}.iata", place.iata, IATA, "three letters, like VKO")
    check_form(table, f"{path}.icao", place.icao, ICAO, "four letters, like UUWW")
    for code in place.post_codes:
        check_form(table, f"{path}.post_codes", code, POST_CODE, "a post code such as 423601")
    if place.other_locodes and place.locode is None:
        table.problem("locode must be given first", f"{path}.other_locodes", place.other_locodes)
    for locode in place.locodes:
        if not _is_locode(locode, locodes):
            table.problem("must be a known UN/LOCODE", f"{path}.locode", locode)
        if locode[:2] != place.country:
            table.problem(f"must be of {place.country}", f"{path}.locode", locode)


def _is_locode(code: str, locodes: dict[str, str]) -> bool:
    codes = locodes.get(code[:2], "")
    parts = range(0, len(codes), LOCATION_CHARS)
    return any(codes.startswith(code[2:], i) for i in parts) and len(code) == CODE_CHARS


def _check_degrees(table: Table, path: str, lat: float | None, lon: float | None) -> None:
    for name, value, most in (("lat", lat, 90), ("lon", lon, 180)):
        if value is not None and abs(value) > most:
            table.problem(f"must be within ±{most} degrees", f"{path}.{name}", value)


def _check_position(table: Table, path: str, place: Place) -> None:
    _check_degrees(table, path, place.lat, place.lon)
    if (place.lat is None) != (place.lon is None):
        table.problem("lat and lon must be given together", path, has_value=False)


def _vessels(table: Table, shelf: Shelf) -> tuple[WatchedVessel, ...]:
    rows = table.rows(shelf.document(table.file), "vessels", WatchedVessel)
    check_unique(table, rows, "imo")
    for path, row in rows:
        if not _is_imo(row.imo):
            table.problem("must be an IMO number with its check digit", f"{path}.imo", row.imo)
    return tuple(row for _, row in rows)


def _is_imo(text: str) -> bool:
    if not IMO.fullmatch(text):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(IMO_WEIGHTS, text, strict=False))
    return total % 10 == int(text[-1])


class PositionRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a port (by UN/LOCODE) or a country (by ISO alpha-2) lies."""

    code: str
    lat: float
    lon: float
    radius_km: float


def _positions(table: Table, shelf: Shelf, locodes: dict[str, str]) -> dict[str, Whereabouts]:
    rows = table.records(shelf.text(table.file), PositionRow)
    check_unique(table, rows, "code")
    for path, row in rows:
        check_known(table, f"{path}.code", [row.code[:2]], shelf.countries, "country")
        if row.code[2:] and not _is_locode(row.code, locodes):
            table.problem("must be a known UN/LOCODE", f"{path}.code", row.code)
        _check_degrees(table, path, row.lat, row.lon)
    return {row.code: Whereabouts(row.lat, row.lon, row.radius_km) for _, row in rows}


def _contact_signs(table: Table, shelf: Shelf) -> tuple[ContactSign, ...]:
    rows = table.records(shelf.text(table.file), ContactSign)
    check_unique(table, rows, "dial")
    for path, row in rows:
        check_known(table, f"{path}.country", [row.country], shelf.countries, "country")
        check_form(table, f"{path}.dial", row.dial, DIAL, "one to four digits, like 98")
    return tuple(row for _, row in rows)


def _states(table: Table, shelf: Shelf) -> tuple[State, ...]:
    rows = table.records(shelf.text(table.file), State)
    for path, row in rows:
        check_known(table, f"{path}.country", [row.country], shelf.countries, "country")
        check_form(table, f"{path}.code", row.code, STATE, "two or three letters, like TX")
    return tuple(row for _, row in rows)
