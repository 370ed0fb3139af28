"""Each indicator fires on its circumstance and stays silent on the look-alike beside it."""

from itertools import pairwise

import pytest

HS, EVERYDAY = {"line": 1, "hs": "854231"}, {"line": 1, "hs": "850440"}
UNIT = "Unit 1203, 12/F, Kwong Plaza, 11 Tai Tong Road, Yuen Long, Hong Kong"


def p(role="end_user", country="DE", **fields):
    return {"role": role, "name": f"{role} Works", "country": country} | fields


def pair(first, second):
    return [
        p("buyer", "HK", name="Kin Lee Ltd", address=first),
        p("end_user", "HK", name="Sun Ray Ltd", address=second),
    ]


def paid(**payment):
    return {"parties": [p("buyer", "AE"), p(country="AE")], "payment": payment}


def line(**fields):
    return {"lines": [{"line": 1} | fields]}


def via(*ends, **fields):
    legs = pairwise(ends)
    return {"route": [{"from": a, "to": b} | fields for a, b in legs]}


FIRES = [
    ("founded_after_invasion", {"parties": [p(founded="2022-02-25")]}),
    ("young_company", {"parties": [p(founded="2021-12-02")]}),
    ("shared_unit_address", {"parties": pair(UNIT, "Rm 1203 12th Floor Kwong Plaza, Yuen Long")}),
    ("no_website", {"parties": [p(website="")]}),
    ("private_email", {"parties": [p(email="sales.kinlee@163.com")]}),
    ("private_email", {"parties": [p(email="x@Yandex.ru")]}),
    (
        "new_front_with_bank_abroad",
        {
            "parties": [p("buyer", "HK", founded="2024-05-01", website="")],
            "payment": {"bank_country": "AE"},
        },
    ),
    (
        "several_intermediaries",
        {"parties": [p("intermediate_consignee", name="A"), p("agent", name="B")]},
    ),
    ("forwarder_as_consignee", {"parties": [p("consignee", name="X"), p("forwarder", name="X")]}),
    ("forwarder_as_consignee", {"parties": [p("consignee", line_of_business="Freight, customs")]}),
    ("reseller_as_customer", {"parties": [p(country="AE", line_of_business="electronics dealer")]}),
    ("business_does_not_fit", {"parties": [p(line_of_business="Restaurant")], "lines": [HS]}),
    ("end_use_withheld", {"end_use": ""}),
    ("end_user_statement_missing", {"end_user_statement": False}),
    ("priority_goods_outside_coalition", {"parties": [p(country="HK")], "lines": [HS]}),
    ("everyday_priority_goods", line(hs="85423190", eccn="EAR99")),
    (
        "certificate_missing",
        {
            "parties": [p(country="HK")],
            "lines": [HS],
            "answers": {"documents.certificate.fields": False},
        },
    ),
    (
        "reexport_clause_missing",
        {
            "parties": [p(country="HK")],
            "lines": [HS],
            "answers": {"documents.contract.clauses": False},
        },
    ),
    ("goods_without_marks", line(marking_request="please ship with no marks")),
    ("goods_without_marks", line(marking_request="Sand the tops")),
    ("goods_without_marks", line(hs="840710", serial_numbers=[])),
    (
        "engines_to_reseller",
        {
            "parties": [p("buyer", "CN", line_of_business="aviation parts trading")],
            "lines": [{"line": 1, "hs": "840710", "quantity": 10}],
        },
    ),
    (
        "cover_words",
        {"parties": [p(country="RU", address="SEZ Alabuga")], **line(description="boats, kit")},
    ),
    ("third_country_pays", paid(payer_country="HK")),
    ("payer_not_buyer", paid(payer="Stranger LLC")),
    ("exchange_house_pays", paid(payer="Gulf Exchange LLC")),
    (
        "shell_with_bank_abroad",
        {
            "parties": [p("buyer", "AE", founded="2022-05-01")],
            "payment": {"bank_country": "HK"},
        },
    ),
    (
        "shell_with_bank_abroad",
        {"parties": [p("buyer", "AE", website="")], "payment": {"bank_country": "HK"}},
    ),
    ("cash_for_costly_goods", {"value": 50000, "payment": {"method": "Cash on delivery"}}),
    (
        "credit_consigned_to_bank",
        {
            "parties": [p("consignee", name="First Bank PJSC")],
            "payment": {"method": "Letter of credit", "bank": "First Bank"},
        },
    ),
    ("transshipment_payment", paid(bank_country="HK")),
    ("transshipment", {"parties": [p(country="AM")]}),
    ("transshipment", via("DEHAM", "TRIST", "FRPAR")),
    ("odd_route", via("DEHAM", "TRIST", "DEBRE")),
    ("odd_route", {"parties": [p("consignee", "TR"), p(country="FR")]}),
    ("odd_route", via("DEHAM", "AEDXB", "TRIST", mode="sea")),
    ("odd_route", via("CNYTN", "Istanbul", "Bishkek, Kyrgyzstan")),
    ("many_countries_before_iran", via("DEHAM", "TRIST", "AEJEA", "IRBND")),
    ("carrier_of_concern", via("AEDXB", "AEJEA", carrier="MAHAN AIR")),
    ("carrier_of_concern", via("AEDXB", "AEJEA", carrier="Iran Air Cargo")),
    ("carrier_of_concern", via("NLRTM", "TRIST", vessel={"imo": "8846814"})),
    ("alabuga_address", {"parties": [p(country="RU", address="423601, Sh-1 8/1")]}),
    ("alabuga_address", via("CNSHA", "SEZ Alabuga")),
    ("alabuga_address", {"parties": [p(country="RU", position={"lat": 55.84, "lon": 52.04})]}),
    ("caspian_leg", via("IRBAZ", "RUASF")),
]

SILENT = [
    ("founded_after_invasion", {"parties": [p(founded="2022-02-24")]}),
    ("founded_after_invasion", {"parties": [p("forwarder", founded="2024-01-01")]}),
    ("founded_after_invasion", {"parties": [p(founded=None)]}),
    ("young_company", {"parties": [p(founded="2021-12-01")]}),
    ("shared_unit_address", {"parties": pair(UNIT, UNIT.replace("1203", "1204"))}),
    ("shared_unit_address", {"parties": pair(UNIT, UNIT.replace(" 11 ", " 19 "))}),
    ("shared_unit_address", {"parties": pair("1 Main Road, Berlin", "1 Main Road, Berlin")}),
    (
        "shared_unit_address",
        {
            "parties": [
                p("buyer", name="Kin Lee Ltd", address=UNIT),
                p(name="KIN LEE LIMITED", address=UNIT),
            ]
        },
    ),
    ("no_website", {"parties": [p(website=None)]}),
    ("no_website", {"parties": [p(website="kinlee.example")]}),
    ("private_email", {"parties": [p(email="sales@gmail.example.com")]}),
    ("private_email", {"parties": [p(email="x@gmail.com", kind="person")]}),
    (
        "new_front_with_bank_abroad",
        {
            "parties": [p("buyer", "HK", founded="1999-05-01", website="")],
            "payment": {"bank_country": "AE"},
        },
    ),
    ("several_intermediaries", {"parties": [p("intermediate_consignee"), p("forwarder")]}),
    (
        "several_intermediaries",
        {"parties": [p("agent", name="A Ltd"), p("agent", name="A Limited")]},
    ),
    ("forwarder_as_consignee", {"parties": [p("consignee", line_of_business="toolmaker")]}),
    ("forwarder_as_consignee", {"parties": [p("consignee", name="X"), p("forwarder", name="Y")]}),
    ("reseller_as_customer", {"parties": [p(country="FR", line_of_business="dealer")]}),
    ("reseller_as_customer", {"parties": [p(country="AE", line_of_business="hospital")]}),
    ("business_does_not_fit", {"parties": [p(line_of_business="Restaurant")], "lines": [EVERYDAY]}),
    ("business_does_not_fit", {"parties": [p(line_of_business="electronics")], "lines": [HS]}),
    ("end_use_withheld", {"end_use": None}),
    ("end_use_withheld", {"end_use": "traffic lights"}),
    ("end_user_statement_missing", {"end_user_statement": None}),
    ("end_user_statement_missing", {"end_user_statement": True}),
    ("priority_goods_outside_coalition", {"parties": [p(country="JP")], "lines": [HS]}),
    ("priority_goods_outside_coalition", {"parties": [p(country="HK")], "lines": [EVERYDAY]}),
    ("priority_goods_outside_coalition", {"parties": [p(country=None)], "lines": [HS]}),
    ("everyday_priority_goods", line(hs="854231", eccn="3A001")),
    (
        "certificate_missing",
        {
            "parties": [p(country="HK")],
            "lines": [HS],
            "answers": {"documents.certificate.fields": True},
        },
    ),
    ("certificate_missing", {"parties": [p(country="HK")], "lines": [HS]}),
    ("reexport_clause_missing", {"answers": {"documents.contract.clauses": False}}),
    ("goods_without_marks", line(marking_request="Do not remove the labels")),
    ("goods_without_marks", line(marking_request="customer's order number on each box")),
    ("goods_without_marks", line(hs="854231", serial_numbers=[])),
    ("goods_without_marks", line(hs="840710", serial_numbers=None)),
    (
        "engines_to_reseller",
        {
            "parties": [p("buyer", "CN", line_of_business="aviation parts trading")],
            "lines": [{"line": 1, "hs": "840710", "quantity": 1}],
        },
    ),
    (
        "engines_to_reseller",
        {
            "parties": [p("buyer", "CN", line_of_business="flying school")],
            "lines": [{"line": 1, "hs": "840710", "quantity": 10}],
        },
    ),
    ("cover_words", line(description="boats, kit")),
    ("third_country_pays", paid(payer_country="AE")),
    ("payer_not_buyer", paid(payer="BUYER WORKS LLC")),
    ("payer_not_buyer", paid(payer=None)),
    ("exchange_house_pays", paid(payer="Stranger LLC")),
    (
        "exchange_house_pays",
        {"parties": [p("buyer", name="A Trading")], "payment": {"payer": "A Trading"}},
    ),
    (
        "shell_with_bank_abroad",
        {
            "parties": [p("buyer", "AE", founded="1999-05-01")],
            "payment": {"bank_country": "HK"},
        },
    ),
    (
        "shell_with_bank_abroad",
        {
            "parties": [p("buyer", "DE", founded="2022-05-01")],
            "payment": {"bank_country": "AT"},
        },
    ),
    ("cash_for_costly_goods", {"value": 49999, "payment": {"method": "cash"}}),
    ("cash_for_costly_goods", {"value": 90000, "payment": {"method": "wire"}}),
    (
        "credit_consigned_to_bank",
        {"parties": [p("consignee")], "payment": {"method": "Letter of credit", "bank": "First"}},
    ),
    ("transshipment_payment", paid(bank_country="FR")),
    ("transshipment", {"parties": [p(country="FR")]}),
    ("transshipment", via("TRIST", "FRPAR")),
    ("transshipment", {"parties": [p(country="UA")]}),  # only on a list that nobody decreed
    ("transshipment", {"date": "2022-06-27", "parties": [p(country="AM")]}),
    ("odd_route", via("DEHAM", "DEBRE", "TRIST")),
    ("odd_route", via("NLRTM", "SGSIN", "CNSGH", mode="sea")),
    ("odd_route", via("DEHAM", "Dubai", "Almaty, Kazakhstan")),
    ("odd_route", via("DEHAM", "AEDXB", "TRIST", mode="air")),
    ("odd_route", {"parties": [p("consignee", "NL"), p(country="FR")]}),
    ("odd_route", {"parties": [p("consignee", "TR"), p(country=None)]}),
    ("many_countries_before_iran", via("DEHAM", "AEJEA", "IRBND")),
    ("many_countries_before_iran", via("DEHAM", "TRIST", "AEJEA")),
    ("carrier_of_concern", via("AEDXB", "AEJEA", carrier="Iran Aircraft Manufacturing")),
    ("carrier_of_concern", via("AEDXB", "AEJEA", carrier="Lufthansa Cargo")),
    ("alabuga_address", {"parties": [p(country="RU", address="Yelabuga, Mira 3")]}),
    ("alabuga_address", {"parties": [p(country="RU", position={"lat": 55.756, "lon": 52.04})]}),
    ("alabuga_address", {"parties": [p(country="FR", name="Alabuga", address="Alabuga 3, Lyon")]}),
    ("caspian_leg", via("AZBAK", "TMKRW")),
]


def ids(cases):
    return [f"{name}-{number}" for number, (name, _) in enumerate(cases)]


@pytest.mark.parametrize(("indicator", "fields"), FIRES, ids=ids(FIRES))
def test_circumstance_fires(indicator, fields, screen, flags):
    assert indicator in flags(screen(**fields))


@pytest.mark.parametrize(("indicator", "fields"), SILENT, ids=ids(SILENT))
def test_look_alike_is_silent(indicator, fields, screen, flags):
    assert indicator not in flags(screen(**fields))


def test_harmless_order_raises_nothing(screen):
    assert screen().findings == ()


def test_company_of_the_last_years_of_the_calendar_is_young(screen, flags):
    parties = [{"role": "buyer", "name": "A", "country": "DE", "founded": "9999-12-31"}]
    assert "young_company" in flags(screen(parties=parties))


def test_company_is_looked_at_in_every_role_that_describes_it(screen, flags):
    known = {"name": "Acme Ltd", "country": "HK"}
    parties = [
        {"role": "buyer", **known},
        {"role": "consignee", "founded": "2023-01-01", **known},
        {"role": "end_user", "founded": "2023-01-01", "website": "", **known},
    ]
    found = flags(screen(parties=parties))
    assert found["founded_after_invasion"].path == "$.parties[1].founded"
    assert found["no_website"].path == "$.parties[2].website"
    seen = [f.subject for f in screen(parties=parties).findings if f.kind == "red_flag"]
    assert seen.count("founded_after_invasion") == 1
