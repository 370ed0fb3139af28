"""What an order says in one place and contradicts in another."""

import pytest

CUBAN = [{"role": "end_user", "name": "Clinic", "country": "CU"}]


def conflicts(screening):
    return {f.path for f in screening.findings if f.kind == "conflicting_information"}


@pytest.mark.parametrize(
    "address",
    [
        "Valiasr St, Tehran, Iran",
        "Улица Ленина 1, Минск, Belarus",
        "220030, ул. Ленина 1, Минск, Беларусь",
        "تهران، خیابان ولیعصر، ایران ۱۹۳۹۵",
        "平壤市，朝鲜",
    ],
)
def test_address_in_an_embargoed_country_under_another_code(address, with_end_user):
    found = with_end_user(country="AE", address=address)
    assert conflicts(found) == {"$.parties[2].address"}


@pytest.mark.parametrize(
    ("country", "address"),
    [
        ("IR", "Valiasr St, Tehran, Iran"),
        ("ES", "Plaza de Cuba 3, Sevilla"),
        ("US", "1 Main St, Atlanta, Georgia"),
        ("DE", "Iranische Strasse 3, Berlin"),
        ("KZ", "ул. Российская 3, Алматы"),
        ("OM", "شارع إيران، مسقط"),
        ("GB", None),
    ],
)
def test_address_that_agrees_or_only_sounds_alike(country, address, with_end_user):
    assert conflicts(with_end_user(country=country, address=address)) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("for resale in Iran", True),
        ("for the Islamic Republic of Iran", True),
        ("для поставки в Иран", True),
        ("برای فروش در ایران", True),
        ("Iranian carpets repair", False),
        ("Иранские ковры", False),
        ("Russian lessons", False),
    ],
)
def test_embargoed_country_that_only_the_end_use_names(text, told, screen):
    assert conflicts(screen(end_use=text)) == ({"$.end_use"} if told else set())


def test_country_of_a_party_is_no_surprise_in_the_end_use(screen):
    assert conflicts(screen(parties=CUBAN, end_use="clinics in Cuba")) == set()


def test_marks_that_name_another_country(screen):
    line = {"line": 1, "marking_request": "stencil TEHRAN, IRAN on each carton"}
    assert conflicts(screen(lines=[line])) == {"$.lines[0].marking_request"}


@pytest.mark.parametrize(
    ("terms", "told"),
    [("goods go on to Iran after payment", True), ("net 30, by Iranian law", False)],
)
def test_terms_of_payment_that_name_another_country(terms, told, screen):
    found = conflicts(screen(payment={"terms": terms}))
    assert found == ({"$.payment.terms"} if told else set())


@pytest.mark.parametrize(("shares", "told"), [((60, 60), True), ((33.4,) * 3, False), ((), False)])
def test_owners_hold_no_more_than_the_whole(shares, told, with_end_user):
    owners = [{"name": f"Owner {n}", "share_percent": share} for n, share in enumerate(shares)]
    assert bool(conflicts(with_end_user(owners=owners))) is told


@pytest.mark.parametrize(("founded", "told"), [("2026-12-02", True), ("2026-12-01", False)])
def test_company_is_older_than_its_order(founded, told, with_end_user):
    assert bool(conflicts(with_end_user(founded=founded))) is told
