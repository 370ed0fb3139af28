"""Names of several countries, read by the countries that the order itself names."""

import itertools

import pytest

from vigil.model.finding import FindingKind
from vigil.routes.ports import way_of

SIDES = ("buyer", "consignee", "end_user")


@pytest.fixture
def sent(screen):
    """Screens a way of stations from an exporter in one country to parties in another."""

    def ask(way, sender, receiver, mode="road", on="2026-12-01"):
        pairs = itertools.pairwise(way.split(" > "))
        legs = [{"from": a, "to": b, "mode": mode} for a, b in pairs]
        sides = [{"role": r, "name": f"{r} Works", "country": receiver} for r in SIDES]
        exporter = {"name": "Sender", "country": sender}
        return screen(date=on, exporter=exporter, parties=sides, route=legs)

    return ask


def open_ends(screening):
    return {gap.path for gap in screening.not_checked if gap.path.startswith("$.route")}


@pytest.mark.parametrize(
    ("way", "sender", "receiver", "mode"),
    [
        ("Munich > Salzburg", "DE", "AT", "road"),
        ("Hamburg > Lyon", "DE", "FR", "road"),
        ("Stuttgart > Zug", "DE", "CH", "road"),  # no port and no airport, and one country has it
        ("Vancouver > Seattle", "CA", "US", "road"),  # the receiver's country has a Vancouver, too
        ("Munich > Hamburg > New York", "DE", "US", "sea"),
        ("Hamburg > Tripoli", "DE", "LB", "sea"),  # Libya is on no list that makes it count more
        ("Tripoli > Hamburg", "LY", "DE", "sea"),
    ],
)
def test_the_place_in_a_country_of_the_order_is_meant(way, sender, receiver, mode, sent):
    assert open_ends(sent(way, sender, receiver, mode)) == set()


@pytest.mark.parametrize(
    ("way", "sender", "receiver", "mode", "end"),
    [
        ("Hamburg > Moscow", "DE", "US", "road", "to"),  # Russia is embargoed
        ("Rostock > Saint Petersburg", "DE", "US", "sea", "to"),
        ("Veracruz > Manzanillo", "MX", "MX", "sea", "to"),  # Cuba has one
        ("Hamburg > Odessa", "DE", "RU", "road", "to"),  # of no country that the order names
        ("Utrecht > Ghent", "NL", "BE", "road", "from"),  # South Africa was named
        ("Hamburg > Donetsk", "DE", "UA", "road", "to"),  # Russia's, and the region's
        ("Hamburg > Donetsk", "DE", "RU", "road", "to"),
        ("Hamburg > Rotterdaam", "DE", "NL", "road", "to"),  # a slip stays a guess
    ],
)
def test_a_place_that_would_weigh_more_keeps_the_end_open(way, sender, receiver, mode, end, sent):
    assert open_ends(sent(way, sender, receiver, mode)) == {f"$.route[0].{end}"}


def test_a_place_of_transshipment_counts_from_the_day_of_its_list(sent):
    assert not open_ends(sent("Utrecht > Ghent", "NL", "BE", on="2022-06-27"))
    assert open_ends(sent("Utrecht > Ghent", "NL", "BE", on="2022-06-28"))


def test_a_name_that_the_order_says_to_be_embargoed_is_found_and_told(sent):
    found = sent("Hamburg > Moscow", "DE", "RU").findings
    at_end = [f for f in found if f.kind is FindingKind.EMBARGOED_DESTINATION]
    assert {f.subject for f in at_end} == {"RU"}
    assert not open_ends(sent("Hamburg > Moscow", "DE", "RU"))


def test_what_was_taken_is_told_with_the_end(order, routes, law, atlas):
    sides = [{"role": role, "name": role, "country": "AT"} for role in SIDES]
    legs = [{"from": "CHZRH", "to": "Salzburg"}, {"from": "Salzburg", "to": "ATVIE"}]
    asked = order(route=legs, parties=sides, exporter={"country": "CH"})
    told = way_of(asked, routes, law, atlas, asked.date).ends[0]
    place = "taken for Salzburg in Austria, a country that the order names"
    assert told == ("AT", f"Salzburg ({place}), $.route[0].to")


def test_a_region_of_an_own_country_is_found(sent):
    found = sent("Odessa > Kerch", "UA", "UA", "sea").findings
    assert "region-crimea" in {f.subject for f in found}


def test_a_flight_to_a_city_without_an_airport_of_its_code_goes_to_no_town(sent):
    """Paris between France and the United States stays open, though Paris, Texas, has one."""
    assert "$.route[0].to" in open_ends(sent("Lyon > Paris > Houston", "FR", "US", "air"))
