"""The Alabuga zone in addresses, legs and names; its town; listed ports; other zones."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ZONE, TOWN = "alabuga-sez", "yelabuga-town"
LISTED, BEFORE = ["place_listed"], ["place_not_yet_listed", "listing_undated"]

IN_THE_ZONE = [
    "423601, Republic of Tatarstan, Elabuga city, territory of the Alabuga SEZ, Sh-1 street, 8/1",
    "SH-2 St., b. 4, Special Economic Zone Alabuga, Yelabuga municipal district, Tatarstan 432601",
    "b. 5/12, SH-2 St., Special Economic Zone Alabuga, Yelabuga municipal district",
    "ОЭЗ ППТ «Алабуга», Елабужский район, Татарстан",
    "ul. Sh-1, 8/1, Yelabuga",
    "ul. Sh 2, 4, Tatarstan",
    "SH2 street, Yelabuga",
    "улица Ш-2, 4, Елабуга",
    "Елабуга, ул. Ш1",
    "423600, Елабуга",
    "Elabuga 423601",
    "RU-423601",
    "RU423 601",
    "４２３６０１",  # full-width digits
    "Tatarstan 432601",
    "Alaboga, Russia",
    "آلابوگا",
    "الابوگا",
    "阿拉布加经济特区",
    "Al\u200babuga",
    "Аlаbuga industrial park",  # the As are Cyrillic
]
SPELLINGS = [
    "Alabuga",
    "Alaboga",
    "Alabouga",
    "Алабуга",
    "Алабога",
    "ОЭЗ Алабуга",
    "ОЭЗ ППТ Алабуга",
    "SEZ Alabuga",
    "OEZ PPT Alabuga",
    "SEZ PPT Alabuga",
    "Alabuga SEZ",
    "Alabuga Special Economic Zone",
    "Yelabuga Special Economic Zone",
    "Alabuga Start",
    "Alabuga Polytech",
    "آلابوگا",
    "الابوگا",
    "423600",
    "423601",
    "432601",
    "Sh-1",
    "SH-2",
    "Ш-1",
    "Ш-2",
]
ELSEWHERE = [
    ("IN", "SH-2, Kolhapur, Maharashtra"),  # a state highway
    ("IN", "Plot 7, SH 1, Pune"),
    ("DE", "Postfach 423601, Bremen"),
    (None, "SH-2, Kolhapur, India"),
    ("RU", "Варшавское ш., 1, Москва"),  # house 1 on a highway
    ("RU", "Dmitrovskoe sh., 2, Moscow"),
    ("RU", "Sh-12, Kazan"),
    ("RU", "Kazan, 4236011"),
    ("RU", "St. Petersburg, Nevsky 1"),
    ("RU", "Dubna, Lenina 3"),
    ("RU", "Astrakhan, ul. Portovaya 1"),
    ("RU", "Makhachkala, Lenina 3"),
    ("AZ", "Baku, Port street"),
    ("RU", "Perm, Lenina 3"),
    ("IR", "Amirabad, Kerman"),
]


@pytest.mark.parametrize("country", ["RU", None])
@pytest.mark.parametrize("address", IN_THE_ZONE)
def test_zone_in_an_address_is_listed_from_its_first_day(address, country, with_end_user, grounds):
    found = grounds(with_end_user("2023-12-18", country=country, address=address))
    assert found[ZONE] == LISTED
    assert TOWN not in found


@pytest.mark.parametrize("address", IN_THE_ZONE)
def test_zone_on_the_day_before_is_not_yet_listed(address, with_end_user, grounds):
    assert grounds(with_end_user("2023-12-17", country="RU", address=address))[ZONE] == BEFORE


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_the_facts_ends_a_leg(spelling, leg, grounds):
    assert grounds(leg("CNSHA", spelling))[ZONE] == LISTED
    assert grounds(leg(spelling, "CNSHA", on="2023-12-17"))[ZONE] == BEFORE


@pytest.mark.parametrize(("country", "address"), ELSEWHERE)
def test_look_alike_address_is_silent(country, address, with_end_user, grounds):
    assert grounds(with_end_user(country=country, address=address)) == {}


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("RU", LISTED),
        (None, LISTED),
        ("BY", ["word_in_name_nearby"]),
        ("KZ", ["word_in_name_nearby"]),
        ("IR", ["word_in_name_nearby"]),
        ("FR", []),
        ("TR", []),
    ],
)
def test_bare_word_in_an_address_counts_by_country(country, expected, with_end_user, grounds):
    assert grounds(with_end_user(country=country, address="Alabuga 5"))[ZONE] == expected


def test_neighbour_word_brings_the_zone_home(with_end_user, grounds):
    address = "Alabuga, Yelabuga municipal district, Tatarstan"
    assert grounds(with_end_user(country="AE", address=address))[ZONE] == LISTED
    assert grounds(with_end_user(country="AE", address="SH-2, Tatarstan"))[ZONE] == LISTED


def test_full_name_counts_in_any_country(with_end_user, grounds):
    assert grounds(with_end_user(country="AE", address="SEZ Alabuga"))[ZONE] == LISTED


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("RU", ["word_in_name_nearby"]),
        ("BY", ["word_in_name_nearby"]),
        ("KZ", ["word_in_name_nearby"]),
        ("IR", ["word_in_name_nearby"]),
        (None, ["word_in_name_nearby"]),
        ("FR", []),
        ("CN", []),
    ],
)
@pytest.mark.parametrize("name", ["Alabuga Machinery", "ООО Алабуга Машины"])
def test_word_in_a_name_counts_by_country(name, country, expected, with_end_user, grounds):
    assert grounds(with_end_user(name=name, country=country))[ZONE] == expected


def test_restaurant_in_lyon_is_a_word_only(with_end_user, flags, grounds):
    seen = with_end_user(name="Restaurant Alabuga", country="FR", address="3 rue Mercière, Lyon")
    assert grounds(seen) == {ZONE: []}
    assert "alabuga_address" not in flags(seen)
    assert not any(f.provisions for f in seen.findings if f.subject == ZONE)


@pytest.mark.parametrize("name", ["Ala Buga Foods", "Kalabuga Ltd", "Yelabuga Trade", "Albwg GmbH"])
def test_other_name_is_silent(name, with_end_user, grounds):
    assert grounds(with_end_user(name=name, country="RU")) == {}


@pytest.mark.parametrize("end", ["RUYBE", "Yelabuga", "Елабуга, Россия"])
def test_town_ends_a_leg(end, leg, grounds):
    assert grounds(leg("CNSHA", end)) == {TOWN: ["town_ends_leg"]}


def test_town_in_an_address_is_a_note(with_end_user, grounds):
    assert grounds(with_end_user(country="RU", address="Елабуга, ул. Мира 3")) == {TOWN: []}


@pytest.mark.parametrize(
    ("end", "mode", "place"),
    [
        ("RUASF", "sea", "port-astrakhan"),
        ("RUASF", None, "port-astrakhan"),
        ("Astrakhan", "river", "port-astrakhan"),
        ("Махачкала", "sea", "port-makhachkala"),
        ("Port of Makhachkala", None, "port-makhachkala"),
        ("IRBAZ", "sea", "port-anzali"),
        ("IRAMD", "sea", "port-amirabad"),
        ("VKO", "air", "apt-vnukovo"),
        ("UUWW", "air", "apt-vnukovo"),
        ("Moscow Vnukovo", "air", "apt-vnukovo"),
        ("RUPKV", "air", "apt-pskov"),
        ("Begishevo Airport", None, "apt-begishevo"),
    ],
)
def test_listed_port_ends_a_leg(end, mode, place, leg, grounds):
    assert grounds(leg("AEJEA", end, mode=mode))[place] == LISTED
    assert grounds(leg("AEJEA", end, mode=mode, on="2024-01-01"))[place] == ["place_not_yet_listed"]


@pytest.mark.parametrize(
    ("end", "mode"),
    [
        ("IRBAM", "sea"),  # another Amirabad, on the Gulf
        ("IRNKA", "road"),  # the town of Neka
        ("Astrakhan", "road"),
        ("RUPKV", "rail"),
        ("Perm", "rail"),
        ("RUNBC", "road"),  # Nebolchi, a village; NBC is Begishevo
        ("AZBAK", "sea"),
        ("IRBND", "sea"),
    ],
)
def test_other_or_unlisted_end_is_silent(end, mode, leg, grounds):
    assert grounds(leg("AEJEA", end, mode=mode)) == {}


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("Astrakhan, Port, berth 3", "port-astrakhan"),
        ("порт Астрахань, причал 3", "port-astrakhan"),
        ("Vnukovo Airport, cargo terminal 2", "apt-vnukovo"),
        ("аэропорт Бегишево", "apt-begishevo"),
        ("Perm International Airport", "apt-perm"),
    ],
)
def test_port_word_makes_a_city_its_port(address, place, with_end_user, grounds):
    assert grounds(with_end_user(country="RU", address=address))[place] == LISTED


@pytest.mark.parametrize("on", ["2026-11-21", "2026-12-01"])
def test_undated_listing_counts_from_the_catalogue_s_day(on, with_end_user, grounds):
    found = grounds(with_end_user(on, country="RU", address="SEZ Dubna, Programmistov 4"))
    assert found["sez-dubna"] == LISTED


def test_undated_listing_before_that_day_says_so(with_end_user, grounds):
    found = grounds(with_end_user("2026-11-20", country="RU", address="Дубна, ОЭЗ, стр. 2"))
    assert found["sez-dubna"] == ["place_listed", "listing_undated"]


@pytest.mark.parametrize(
    ("on", "cited"),
    [
        ("2023-12-17", set()),
        ("2023-12-18", {"eu-269-2014-iran-names"}),
        ("2024-02-22", {"eu-269-2014-iran-names", "uk-russia-2019"}),
    ],
)
def test_provisions_are_those_of_the_day(on, cited, with_end_user):
    seen = with_end_user(on, country="RU", address="Alabuga")
    zone = next(f for f in seen.findings if f.subject == ZONE)
    assert {p.id for p in zone.provisions} == cited
    assert zone.provenance.url.startswith("https://")


def test_factory_s_address_is_a_note(with_end_user, grounds):
    address = "1106, Hemmat Corner 11, Hemmat Blvd, Shokuhieh Industrial Town, Qom"
    assert grounds(with_end_user(country="IR", address=address)) == {"mado-qom-plant": []}
    assert grounds(with_end_user(country="IR", address="Hemmat Boulevard 11, Qom")) == {}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"end_use": "assembly at SEZ Alabuga"}, True),
        ({"end_use": "for the Alabuga project"}, False),
        ({"end_use": "machine tools"}, False),
    ],
)
def test_free_text_needs_a_full_name(fields, found, screen, grounds):
    assert (ZONE in grounds(screen(**fields))) is found


@given(text=st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_text_breaks_the_screen(text, screen):
    parties = [{"role": "end_user", "name": text, "country": None, "address": text, "email": text}]
    seen = screen(parties=parties, route=[{"from": text, "to": text, "vessel": {"imo": text}}])
    assert seen.subjects == 1


FULL_NAME = "Alabuga Special Economic Zone"
TEXTS = {
    "$.lines[0].manufacturer": {"lines": [{"line": 1, "manufacturer": FULL_NAME}]},
    "$.lines[0].marking_request": {"lines": [{"line": 1, "marking_request": FULL_NAME}]},
    "$.payment.terms": {"payment": {"terms": f"on arrival at {FULL_NAME}"}},
    "$.route[0].carrier": {"route": [{"carrier": FULL_NAME}]},
    "$.parties[0].line_of_business": {
        "parties": [{"role": "buyer", "name": "A", "line_of_business": f"resident of {FULL_NAME}"}]
    },
}


@pytest.mark.parametrize(("path", "fields"), TEXTS.items(), ids=TEXTS)
def test_zone_is_seen_in_every_text(path, fields, screen):
    assert path in {f.path for f in screen(**fields).findings if f.kind == "place_of_concern"}


@pytest.mark.parametrize(
    ("lat", "lon", "places"),
    [
        (55.8328, 52.0372, {ZONE: LISTED}),  # its middle
        (55.9046, 52.0372, {ZONE: LISTED}),  # 7.98 km north of it
        (55.9049, 52.0372, {}),  # 8.02 km
        (55.7577, 52.0540, {}),  # the town of Yelabuga, 8.4 km
        (-55.8328, 52.0372, {}),
        (52.0372, 55.8328, {}),  # the two exchanged
    ],
)
def test_a_position_in_the_circle_is_the_place(lat, lon, places, with_end_user, leg, grounds):
    position = {"lat": lat, "lon": lon}
    assert grounds(with_end_user(country="RU", position=position)) == places
    assert grounds(leg("DEHAM", "NLRTM", to_position=position)) == places


def test_a_position_before_the_listing(with_end_user, grounds):
    position = {"lat": 55.8328, "lon": 52.0372}
    seen = with_end_user(country="RU", position=position, on="2023-06-09")
    assert grounds(seen) == {ZONE: BEFORE}


def test_a_position_is_told_with_its_distance(with_end_user):
    seen = with_end_user(country="RU", position={"lat": 55.8418, "lon": 52.0372})
    [found] = [f for f in seen.findings if f.subject == ZONE and f.kind == "place_of_concern"]
    assert found.path == "$.parties[2].position"
    assert "1.0 km from the middle of Alabuga" in found.summary
