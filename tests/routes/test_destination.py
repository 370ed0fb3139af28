"""Embargoed destinations, by the exporter's law on the day."""

import pytest


def embargoed(screening):
    found = (f for f in screening.findings if f.kind == "embargoed_destination")
    return {f.subject: f for f in found}


@pytest.mark.parametrize("country", ["IR", "RU", "BY", "KP", "SY", "CU"])
def test_embargoed_end_user_is_found_at_its_country(country, with_end_user):
    found = embargoed(with_end_user(country=country))
    assert found[country].path == "$.parties[2].country"


@pytest.mark.parametrize("country", ["DE", "TR", "AE", "UA", "KR", None])
def test_other_country_is_silent(country, with_end_user):
    assert embargoed(with_end_user(country=country)) == {}


def test_provisions_in_force_are_cited(with_end_user):
    found = embargoed(with_end_user("2024-03-01", country="IR"))["IR"]
    assert "eu-2023-1529" in {p.id for p in found.provisions}
    assert "not held" not in found.summary


def test_held_law_that_was_not_in_force_is_no_finding(screen):
    parties = [{"role": "end_user", "name": "X", "country": "IR"}]
    exporter = {"name": "S", "country": "GB"}
    assert embargoed(screen(date="2023-12-01", parties=parties, exporter=exporter)) == {}
    assert "IR" in embargoed(screen(date="2023-12-14", parties=parties, exporter=exporter))


@pytest.mark.parametrize("country", ["KP", "SY", "CU"])
def test_destination_without_law_says_so(country, with_end_user):
    found = embargoed(with_end_user(country=country))[country]
    assert (found.provisions, "Provision not held" in found.summary) == ((), True)


def test_exporter_whose_law_is_not_held_is_told(screen):
    parties = [{"role": "end_user", "name": "X", "country": "RU"}]
    found = embargoed(screen(parties=parties, exporter={"name": "S", "country": "JP"}))["RU"]
    assert "none of the law of Japan" in found.summary


@pytest.mark.parametrize("role", ["consignee", "intermediate_consignee", "buyer", "notify_party"])
def test_goods_through_an_embargoed_country_are_found(role, screen):
    parties = [
        {"role": "end_user", "name": "U", "country": "AE"},
        {"role": role, "name": "C", "country": "IR"},
    ]
    assert embargoed(screen(parties=parties))["IR"].path == "$.parties[1].country"


def test_leg_s_end_counts_but_not_where_it_starts(leg):
    assert embargoed(leg("DEHAM", "IRBND"))["IR"].path == "$.route[0].to"
    assert embargoed(leg("IRBND", "DEHAM")) == {}


def test_one_finding_for_each_country(screen):
    parties = [{"role": r, "name": r, "country": "RU"} for r in ("buyer", "consignee", "end_user")]
    found = screen(parties=parties, route=[{"from": "DEHAM", "to": "RULED"}]).findings
    assert [f.path for f in found if f.kind == "embargoed_destination"] == ["$.parties[2].country"]


@pytest.mark.parametrize(
    ("country", "address", "region"),
    [
        ("UA", "Lenina 1, Simferopol, Republic of Crimea", "region-crimea"),
        (None, "Симферополь, Крым", "region-crimea"),
        ("UA", "Sevastopol", "region-sevastopol"),
        ("UA", "Kirova 5, Simferopol", "region-crimea"),
        ("RU", "г. Керчь, ул. Кирова 2", "region-crimea"),
        ("UA", "Маріуполь, проспект Миру 5", "region-donetsk"),
        ("RU", "Донецкая Народная Республика", "region-donetsk"),
    ],
)
def test_occupied_region_in_an_address(country, address, region, with_end_user):
    assert region in embargoed(with_end_user(country=country, address=address))


@pytest.mark.parametrize(
    ("country", "address"),
    [
        ("GB", "12 Crimea Street, London"),
        ("UA", "Khreshchatyk 1, Kyiv"),
        ("UA", "Donetsk avenue"),
        ("UA", "вул. Сімферопольська 3, Дніпро"),
        ("UA", "Mariupolska 1, Lviv"),
        ("UA", "Kerchenska 5, Kyiv"),
        ("TR", "Yalta Sokak 5, Istanbul"),
        ("UA", "Kramatorsk, Donetsk region"),
    ],
)
def test_namesake_of_a_region_is_silent(country, address, with_end_user):
    assert embargoed(with_end_user(country=country, address=address)) == {}


@pytest.mark.parametrize(
    ("to", "mode", "region"),
    [
        ("Sevastopol", "sea", "region-sevastopol"),
        ("UASVP", "sea", "region-sevastopol"),
        ("UASIP", "air", "region-crimea"),
        ("Simferopol", "air", "region-crimea"),
        ("Керчь, Украина", "road", "region-crimea"),
        ("Mariupol", "sea", "region-donetsk"),
        ("UAVSG", None, "region-luhansk"),
    ],
)
def test_region_ends_a_leg(to, mode, region, leg):
    assert region in embargoed(leg("TRIST", to, mode=mode))


@pytest.mark.parametrize("to", ["UAODS", "Kherson", "Chornomorsk, Ukraine", "UAKHE"])
def test_other_ports_of_ukraine_are_silent(to, leg):
    assert not any("region" in subject for subject in embargoed(leg("TRIST", to, mode="sea")))


def test_a_region_is_a_destination_and_no_place_of_concern(leg):
    seen = leg("TRIST", "UASIP", mode="air")
    assert {f.kind for f in seen.findings if f.subject == "region-crimea"} == {
        "embargoed_destination"
    }


@pytest.mark.parametrize(
    "address", ["Valiasr St 12, Tehran, Iran", "Tehran 15875-1234 IRAN", "Lenina 1, Russia 420111"]
)
def test_address_tells_the_country_that_is_not_given(address, with_end_user):
    (found,) = embargoed(with_end_user(country=None, address=address)).values()
    assert (found.path, found.grounds) == ("$.parties[2].address", ())


USER = {"role": "end_user", "name": "U", "country": "DE"}
TIES = {
    "agent": {"parties": [USER, {"role": "agent", "name": "A", "country": "IR"}]},
    "owner": {"parties": [USER | {"owners": [{"name": "O", "country": "IR"}]}]},
    "two owners": {
        "parties": [USER | {"owners": [
            {"name": "O", "country": "IR", "share_percent": 25},
            {"name": "P", "country": "IR", "share_percent": 25},
        ]}]
    },
    "another exporter": {"parties": [USER, {"role": "exporter", "name": "E", "country": "IR"}]},
    "bank": {"parties": [USER], "payment": {"bank": "B", "bank_country": "IR"}},
    "flag": {"parties": [USER], "route": [{"to": "DEHAM", "vessel": {"name": "V", "flag": "IR"}}]},
}  # fmt: skip


@pytest.mark.parametrize("fields", TIES.values(), ids=TIES)
def test_somebody_in_an_embargoed_country_is_a_tie(fields, screen):
    assert embargoed(screen(**fields))["IR"].grounds == ("only_a_tie",)


def test_the_exporter_itself_given_again_is_no_tie(screen):
    sender = {"role": "exporter", "name": "S", "country": "IR"}
    exporter = {"name": "S", "country": "IR"}
    assert embargoed(screen(parties=[USER, sender], exporter=exporter)) == {}


@pytest.mark.parametrize("country", ["IR", "DE"])
def test_small_owner_is_none(country, screen):
    owner = {"name": "O", "country": country, "share_percent": 10}
    assert embargoed(screen(parties=[USER | {"owners": [owner]}])) == {}


def test_where_the_goods_go_is_more_than_a_tie(screen):
    parties = [USER | {"country": "IR", "owners": [{"name": "O", "country": "IR"}]}]
    assert embargoed(screen(parties=parties))["IR"].grounds == ()
