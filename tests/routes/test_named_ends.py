"""A place's name in a text: its country, or the places that it may be."""

import pytest

from vigil.model.deal import EMBARGOED
from vigil.model.order import Mode
from vigil.model.shelf import content_lines
from vigil.routes.gazetteer import NO_NAMES, names_of
from vigil.routes.named_ends import Atlas, read_place
from vigil.routes.shipped_places import CODE_LIST

BESIDE = [
    ("Tripoli, Lebanon", "LB", "LBKYE"),
    ("Tripoli Libya", "LY", "LYTIP"),
    ("طرابلس، لبنان", "LB", "LBKYE"),
    ("Moscow, Idaho", "US", "USMJL"),
    ("Moscow, Russia", "RU", "RUMOW"),
    ("Москва, Россия", "RU", "RUMOW"),
    ("Hamburg (DE)", "DE", "DEHAM"),
    ("China, Shanghai", "CN", "CNSGH"),
    ("Atlanta, Georgia", "US", "USATL"),
    ("Batumi, Georgia", "GE", "GEBUS"),
    ("Newark, New Jersey", "US", "USEWR"),
    ("Newark, DE", "US", "USNWK"),
    ("New York, NY 10001", "US", "USNYC"),
    ("تهران، ایران", "IR", "IRTHR"),
    ("Гамбург, Германия", "DE", "DEHAM"),
    ("Georgetown, Penang", "MY", "MYPEN"),
    ("Mersin Türkiye", "TR", "TRMER"),
    ("Houston, USA", "US", "USHOU"),
    ("Dubai UAE", "AE", "AEDXB"),
    ("Felixstowe (UK)", "GB", "GBFXT"),
    ("Hamburg - Germany", "DE", "DEHAM"),
    ("Casablanca / Maroc", "MA", "MACAS"),
    ("Casablanca/Maroc", "MA", "MACAS"),
    ("NLRTM Rotterdam", "NL", "NLRTM"),
    ("Port of Rotterdam (NLRTM)", "NL", "NLRTM"),
    ("CN Shanghai", "CN", "CNSGH"),
    ("DE-Hamburg", "DE", "DEHAM"),
    ("Moscow - Vnukovo", "RU", "RUMOW"),
    ("Moscow/Sheremetyevo", "RU", "RUMOW"),
]


@pytest.mark.parametrize(("text", "country", "code"), BESIDE, ids=[b[0] for b in BESIDE])
def test_what_stands_beside_a_name_tells_its_country(text, country, code, atlas):
    read = read_place(text, None, atlas)
    assert read.country == country
    assert code in {spot.code for spot in read.spots}


BY_USE = [
    ("Santos", Mode.SEA, "BR"),
    ("Valencia", Mode.SEA, "ES"),
    ("Moscow", Mode.AIR, "RU"),
    ("New York", Mode.AIR, "US"),
    ("Havana", Mode.SEA, "CU"),
    ("Almaty", Mode.RAIL, "KZ"),
]


@pytest.mark.parametrize(("text", "mode", "country"), BY_USE)
def test_a_use_tells_the_one_place_that_has_it(text, mode, country, atlas):
    assert read_place(text, mode, atlas).country == country
    assert read_place(text, None, atlas).country in (None, country)


@pytest.mark.parametrize(
    ("text", "mode", "country"),
    [
        ("DXB", Mode.AIR, "AE"),
        ("FRA", Mode.AIR, "DE"),
        ("SDF", Mode.AIR, "US"),  # its UN/LOCODE is USLUI
        ("IKA", Mode.AIR, "IR"),
        ("DXB", Mode.SEA, None),
        ("dxb", Mode.AIR, None),
        ("ZZZ", Mode.AIR, None),
    ],
)
def test_an_airports_code_counts_for_a_flight(text, mode, country, atlas):
    assert read_place(text, mode, atlas).country == country


OPEN = [
    ("Tripoli", Mode.SEA, {"LB", "LY"}),
    ("Paris", Mode.AIR, {"FR", "US"}),  # the city's code has no airport, a town of Texas has one
    ("Cartagena", Mode.SEA, {"CO", "ES"}),
    ("Saint Petersburg", Mode.SEA, {"RU", "US"}),
    ("Moscow", Mode.SEA, {"RU", "US"}),  # an American river port does not speak against Russia
    ("Odessa", Mode.SEA, {"UA", "US"}),
    ("BY SEA", None, set()),  # no Belarus
    ("AT SEA", None, set()),
    ("HOTEL PARIS", None, set()),  # no place of Panama
    ("Hamburg NLRTM", None, set()),
    ("浦东", None, {"CN"}),  # read from characters, which name Korean and Japanese towns too
    ("Sirjan", None, {"IR"}),  # neither port nor airport: a town may be missing elsewhere
]


@pytest.mark.parametrize(("text", "mode", "countries"), OPEN)
def test_a_name_of_several_stays_open_with_its_candidates(text, mode, countries, atlas):
    read = read_place(text, mode, atlas)
    assert read.country is None
    assert countries <= {spot.country for spot in read.spots}


@pytest.mark.parametrize("text", ["ایران", "Россия", "中国", "Türkiye", "Deutschland", "Panama"])
def test_a_country_in_its_own_language_is_itself(text, atlas):
    own = {"ایران": "IR", "Россия": "RU", "中国": "CN", "Türkiye": "TR", "Deutschland": "DE"}
    assert read_place(text, None, atlas).stated == own.get(text, "PA")


@pytest.mark.parametrize("mode", [None, Mode.SEA, Mode.AIR, Mode.RAIL, Mode.ROAD])
def test_no_name_of_an_embargoed_country_is_taken_for_another_place(mode, shelf, atlas):
    entries = (line.split(",", 3) for line in content_lines(shelf.text(CODE_LIST))[1:])
    names = [(code[:2], one) for code, _, _, name in entries if code[:2] in EMBARGOED
             for one in names_of(name)]  # fmt: skip
    read = [(country, read_place(name, mode, atlas).country) for country, name in names]
    assert len(read) > 1000
    assert [found for found in read if found[1] not in (None, found[0])] == []


def test_without_names_the_country_beside_still_counts(law, routes):
    atlas = Atlas(NO_NAMES, law.countries, routes.states)
    assert read_place("Tripoli, Lebanon", None, atlas).country == "LB"
    assert read_place("Atlanta, Georgia", None, atlas).country is None
    assert read_place("Tripoli", Mode.SEA, atlas).country is None
