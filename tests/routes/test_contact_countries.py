"""Telephones and internet names of embargoed countries under another country."""

import pytest

from vigil.model.finding import FindingKind


@pytest.fixture
def conflicts(screen):
    def of(country, **contact):
        buyer = {"role": "buyer", "name": "Buyer Works", "country": country} | contact
        found = screen(parties=[buyer]).findings
        return [f.subject for f in found if f.kind is FindingKind.CONFLICTING_INFORMATION]

    return of


@pytest.mark.parametrize(
    ("country", "field", "text"),
    [
        ("AE", "phone", "+98 21 8888 7777"),
        ("AE", "phone", "0098-21-88887777"),
        ("AE", "phone", "+971 4 123 4567 / (+98) 912 345 6789"),
        ("TR", "phone", "+7 495 123-45-67"),
        ("CN", "phone", "+850 2 1234567"),
        ("AE", "email", "sales@pars-kala.ir"),
        ("KZ", "email", "info@vektor-snab.ru"),
        ("AE", "website", "https://www.pars-kala.ir/en"),
    ],
)
def test_a_contact_of_an_embargoed_country_under_another(country, field, text, conflicts):
    assert conflicts(country, **{field: text}) == [f"{field}_country"]


@pytest.mark.parametrize(
    ("country", "field", "text"),
    [
        ("IR", "phone", "+98 21 8888 7777"),
        ("KZ", "phone", "+7 727 123 45 67"),  # +7 6 and +7 7 are Kazakhstan's
        ("AE", "phone", "+971 98 765 4321"),
        ("IN", "phone", "9821 888 877"),  # no number to dial from abroad
        ("DE", "phone", "0098"),
        ("KZ", "email", "alatau.trade@mail.ru"),  # a private provider
        ("AE", "email", "iran@pars-kala.ae"),
        ("AE", "website", "https://trade.example/ir"),
        ("DE", "website", "www.fair.de"),
        ("DE", "website", ""),
    ],
)
def test_what_only_looks_like_one(country, field, text, conflicts):
    assert conflicts(country, **{field: text}) == []
