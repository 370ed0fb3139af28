"""Towns and names of embargoed countries beside another country, and what only looks like one."""

import pytest

from vigil.model.finding import FindingKind

BESIDE = [
    ("Valiasr St 12, Tehran", "AE", "address_place"),
    ("Tehran 1991834567, Valiasr St", "AE", "address_place"),
    ("تهران، خیابان ولیعصر ۱۲", "AE", "address_place"),
    ("г. Москва, ул. Ленина 5", "KZ", "address_place"),
    ("ul. Lenina 5\nSankt-Peterburg", "FI", "address_place"),
    ("德黑兰, 12", "CN", "address_place"),
    ("Tehran, Iran, c/o Dubai office, Dubai, UAE", "AE", "address_place"),
    ("PO Box 5, Iran (branch), Dubai", "AE", "address_place"),
    ("Minsk City, Pobediteley 7", "PL", "address_place"),
    ("Valiasr St 12, Tehran, Iran", "AE", "address_country"),
    ("Teheran-ro 152, Gangnam-gu, Seoul", "KR", None),
    ("Moskauer Strasse 5, Berlin", "DE", None),
    ("Via Teheran, 3, Milano", "IT", None),
    ("Plaza de Cuba, Sevilla", "ES", None),
    ("Havana Street 7, Dubai", "AE", None),
    ("12 Main St, Moscow, ID 83843", "US", None),
    ("100 Oak Ave, St. Petersburg, FL 33701", "US", None),
    ("Damascus, MD 20872", "US", None),
    ("Minsk Mazowiecki, ul. Polna 3", "PL", None),
    ("Valiasr St 12, Tehran", "IR", None),
    ("Sheikh Zayed Road 12, Dubai", "AE", None),
]


@pytest.fixture
def conflicts(screen):
    def of(**fields):
        found = screen(**fields).findings
        return {(f.path, f.subject) for f in found if f.kind is FindingKind.CONFLICTING_INFORMATION}

    return of


@pytest.mark.parametrize(("address", "country", "subject"), BESIDE, ids=[b[0] for b in BESIDE])
def test_an_address_that_names_an_embargoed_place_under_another_country(
    address, country, subject, conflicts
):
    buyer = {"role": "buyer", "name": "Buyer Works", "country": country, "address": address}
    wanted = {("$.parties[0].address", subject)} if subject else set()
    assert conflicts(parties=[buyer]) == wanted


@pytest.mark.parametrize(
    ("end", "is_conflict"),
    [
        ("Dubai (for Tehran)", True),
        ("Dubai, via Moscow", True),
        ("Jebel Ali, UAE / Тегеран", True),
        ("Moscow, Idaho", False),
        ("Teheran-ro 152, Seoul, Korea", False),
        ("Dubai, UAE", False),
        ("AEDXB", False),
        ("Tehran, Iran", False),  # it lies there: an embargoed destination
    ],
)
def test_an_end_that_names_an_embargoed_place_beside_another(end, is_conflict, conflicts):
    wanted = {("$.route[0].to", "end_place")} if is_conflict else set()
    assert conflicts(route=[{"from": "DEHAM", "to": end, "mode": "road"}]) == wanted


def test_towns_are_of_embargoed_countries_and_have_their_names(routes):
    assert {code[:2] for code in routes.towns} == {"IR", "RU", "BY", "KP", "SY", "CU"}
    assert {"Tehran", "تهران", "Тегеран"} <= set(routes.towns["IRTHR"])
    assert {"Moskva", "Moscow"} <= set(routes.towns["RUMOW"])
