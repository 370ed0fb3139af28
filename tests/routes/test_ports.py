"""Ends of legs: known codes, known words, and what is said of the rest."""

from datetime import date

import pytest

from vigil.routes.gazetteer import Gazetteer
from vigil.routes.named_ends import Atlas
from vigil.routes.ports import way_of


def gaps(screening):
    return {gap.path: gap.why for gap in screening.not_checked}


@pytest.mark.parametrize(
    "end",
    [
        "NLRTM",
        "NL RTM",
        "nlrtm",
        "Rotterdam, Netherlands",
        "AE",
        "DUBAI",  # the form of a code
        "MINSK",
        "Anzali",
        "VKO",
        "Dubai",
        "Аль-Фао, Ирак",
        "",
        None,
    ],
)
def test_known_or_absent_end_leaves_no_gap(end, leg):
    assert gaps(leg("DEHAM", end)) == {}


@pytest.mark.parametrize("end", ["XXYYY", "NLQQQ"])
def test_unknown_code_is_not_checked(end, leg):
    assert "UN/LOCODE not known" in gaps(leg("DEHAM", end))["$.route[0].to"]


@pytest.mark.parametrize("end", ["TBA", "various", "N/A"])
def test_a_placeholder_is_no_place(end, leg):
    assert "place of this end is not known" in gaps(leg("DEHAM", end, mode="air"))["$.route[0].to"]


@pytest.mark.parametrize("end", ["Timbuktu", "somewhere", "Tripoli", "Rotterdaam"])
def test_unknown_words_say_what_would_be_right(end, leg):
    assert "right is a UN/LOCODE" in gaps(leg(end, "DEHAM"))["$.route[0].from"]


def test_candidates_are_told(leg):
    told = gaps(leg("Tripoli", "DEHAM"))["$.route[0].from"]
    assert "Tripoli in Lebanon (LBKYE) or Tripoli in Libya (LYTIP)" in told


def test_of_each_country_the_chief_candidate_is_told(screen):
    sides = [{"role": "buyer", "name": "Buyer Works", "country": "FR"}]
    legs = [{"from": "Hamburg", "to": "ATVIE"}]
    told = gaps(screen(exporter=None, parties=sides, route=legs))["$.route[0].from"]
    assert "Hamburg in Germany (DEHAM) or Hamburg in United States (US" in told
    assert told.count("United States") == 1


def test_a_slip_is_told_and_not_resolved(leg):
    told = gaps(leg("Rotterdaam", "DEHAM"))["$.route[0].from"]
    assert "close to it is Rotterdam in Netherlands (NLRTM)" in told


def test_of_many_unknown_ends_a_few_are_guessed_and_all_are_told(screen):
    legs = [{"from": "DEHAM", "to": f"Rotterd{'aei'[i % 3]}{'aei'[i // 3]}m"} for i in range(9)]
    told = gaps(screen(route=legs))
    assert len(told) == 9
    assert sum("close to it" in why for why in told.values()) in range(1, 6)


@pytest.mark.parametrize(
    ("end", "mode", "places"),
    [
        ("هشترخان", "sea", {"port-astrakhan": ["place_listed"]}),
        ("порт Астрахань, Россия", "sea", {"port-astrakhan": ["place_listed"]}),
        ("هشترخان", "air", {}),  # a flight to a port's city does not end in the port
        ("Astrakhan, Texas", "sea", {}),
    ],
)
def test_another_name_of_a_listed_port_is_that_port(end, mode, places, leg, grounds):
    assert grounds(leg("DEHAM", end, mode=mode)) == places


def test_a_way_in_names_has_the_countries_of_its_ends(order, routes, law, atlas):
    legs = [{"from": "Hamburg, Germany", "to": "دبي"}, {"from": "AEJEA", "to": "Tripoli"}]
    asked = order(route=legs)
    way = way_of(asked, routes, law, atlas, asked.date)
    assert (way.start, way.last) == ("DE", None)
    assert way.ends == (("AE", "دبي, $.route[0].to"), ("AE", "AEJEA, $.route[1].from"))


def test_an_unknown_code_still_tells_its_country(order, routes, law, atlas):
    legs = [{"from": "DEHAM", "to": "IRXXX"}, {"from": "IRXXX", "to": "DUBAI"}]
    way = way_of(order(route=legs), routes, law, atlas, date(2026, 12, 1))
    assert [country for country, _ in way.ends] == ["IR", "IR", "AE"]
    unknown = order(route=[{"from": "DEHAM", "to": "QQXXX"}])
    assert way_of(unknown, routes, law, atlas, unknown.date).ends == ()


def test_a_way_in_codes_asks_for_no_name(order, routes, law):
    legs = [{"from": "DEHAM", "to": "AEJEA"}]
    unopened = Atlas(Gazetteer(lambda: pytest.fail("opened")), law.countries, routes.states)
    asked = order(route=legs)
    assert way_of(asked, routes, law, unopened, asked.date).last == "AE"


def test_subjects_are_the_legs(screen):
    legs = [{"from": "DEHAM", "to": "NLRTM"}, {"from": "NLRTM", "to": "USNYC"}]
    assert screen(route=legs).subjects == 2
    assert screen().subjects == 0
