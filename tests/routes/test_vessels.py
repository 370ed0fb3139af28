"""Watched ships by number and by name, and ships that are none of them."""

import pytest

from vigil.routes.vessels import is_sound


def ships(screening):
    found = (f for f in screening.findings if f.kind == "listed_vessel")
    return {f.path: [str(g) for g in f.grounds] for f in found}


@pytest.mark.parametrize("imo", ["8861058", "IMO 8861058", "IMO8861058"])
def test_number_tells_the_ship_under_any_name(imo, leg):
    found = ships(leg("NLRTM", "TRIST", vessel={"name": "New Name", "imo": imo}))
    assert found == {"$.route[0].vessel.imo": ["identifier_equal"]}


@pytest.mark.parametrize(
    ("name", "told"), [("New Name", True), ("M/V Rasul Gamzatov", False), (None, False)]
)
def test_another_name_of_a_watched_ship_is_told(name, told, leg):
    seen = leg("NLRTM", "TRIST", vessel={"name": name, "imo": "8861058"})
    [found] = [f for f in seen.findings if f.kind == "listed_vessel"]
    assert ("under the other name" in found.summary) is told


@pytest.mark.parametrize("name", ["Begey", "M/V BEGEY", "Бегей"])
def test_name_alone_is_weak(name, leg):
    found = ships(leg("NLRTM", "TRIST", vessel={"name": name}))
    assert found == {"$.route[0].vessel.name": ["name_close", "weak_name"]}


@pytest.mark.parametrize(
    "vessel",
    [
        {"name": "BEGEY", "imo": "9074729"},  # a sound number of another ship
        {"name": "Begonia"},
        {"name": "Musa"},
        {"imo": "8861046"},
        {},
    ],
)
def test_other_ship_is_silent(vessel, leg):
    assert ships(leg("NLRTM", "TRIST", vessel=vessel)) == {}


def test_undated_listing_before_the_catalogue_says_so(leg):
    found = ships(leg("NLRTM", "TRIST", on="2026-01-01", vessel={"imo": "8861058"}))
    assert found == {"$.route[0].vessel.imo": ["identifier_equal", "listing_undated"]}


def test_ship_given_as_a_party_is_found(screen):
    ship = {"role": "vessel", "name": "Other", "identifiers": {"imo": "8846814"}}
    assert ships(screen(parties=[ship])) == {"$.parties[0].identifiers.imo": ["identifier_equal"]}


@pytest.mark.parametrize(("imo", "sound"), [("8861058", True), ("8861085", False), ("123", False)])
def test_check_digit(imo, sound):
    assert is_sound(imo) is sound


@pytest.mark.parametrize(("flag", "gaps"), [("XX", ["$.route[0].vessel.flag"]), ("LR", [])])
def test_flag_of_no_country_is_not_checked(flag, gaps, leg):
    seen = leg("NLRTM", "AEJEA", vessel={"name": "Example Star", "flag": flag})
    assert [gap.path for gap in seen.not_checked] == gaps
