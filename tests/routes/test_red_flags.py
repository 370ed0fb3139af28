"""Flags as findings: one circumstance once, each source named, answers, windows."""

from datetime import date

import msgspec
import pytest

from vigil.decide import outcome_of, weigh
from vigil.model.decision import Outcome
from vigil.routes.indicators import INDICATORS
from vigil.routes.red_flags import answer_fields

UNIT = "Unit 1203, 12/F, Kwong Plaza, 11 Tai Tong Road, Yuen Long, Hong Kong"
DEALER = {
    "date": "2024-03-01",
    "parties": [
        {
            "role": r,
            "name": "Kin Lee Ltd",
            "country": "HK",
            "founded": "2023-01-05",
            "address": UNIT,
        }
        for r in ("buyer", "consignee")
    ]
    + [{"role": "end_user", "name": "Sun Ray Ltd", "country": "HK", "address": UNIT}],
    "lines": [{"line": 1, "hs": "854231", "eccn": "EAR99", "quantity": 5000}],
}


def test_dealer_in_hong_kong_is_reviewed_with_source_and_date(screen, flags):
    seen = screen(**DEALER)
    fired = flags(seen)
    expected = {"founded_after_invasion", "shared_unit_address", "priority_goods_outside_coalition"}
    assert expected <= set(fired)
    assert outcome_of(weigh(seen.findings), seen.not_checked) is Outcome.REVIEW
    assert "2023-05-19" in fired["founded_after_invasion"].features[0].detail
    published = [f for name, f in fired.items() if not name.startswith("combination:")]
    assert all(f.provenance.url for f in published if "from_memory" not in f.grounds)
    assert all(f.basis for f in fired.values())


def test_flags_of_one_circumstance_are_one_finding(screen, flags):
    found = flags(screen(**DEALER))["shared_unit_address"]
    assert [feature.name for feature in found.features] == ["tri-09", "adv-08"]
    assert ([str(g) for g in found.grounds], found.verified) == (["weight_medium"], True)


def test_company_in_two_roles_is_one_finding(screen):
    founded = [f for f in screen(**DEALER).findings if f.subject == "founded_after_invasion"]
    assert [f.path for f in founded] == ["$.parties[0].founded"]


def test_flag_read_only_from_memory_says_so(screen, flags):
    parties = [{"role": "buyer", "name": "A", "country": "AE"}]
    found = flags(screen(parties=parties, payment={"payer": "B"}))["payer_not_buyer"]
    assert "from_memory" in found.grounds
    assert (found.verified, found.basis) == (False, "memory")


def test_stop_weight_counts_as_high(screen, flags):
    found = flags(screen(route=[{"from": "AEDXB", "to": "AEJEA", "carrier": "Mahan Air"}]))
    assert [str(g) for g in found["carrier_of_concern"].grounds] == ["weight_high"]


@pytest.mark.parametrize("answer", [True, "yes", "Yes"])
def test_yes_fires_the_flags_of_its_field(answer, screen, flags):
    found = flags(screen(answers={"order.services_declined": answer}))
    flag = found["answered:order.services_declined"]
    assert {feature.name for feature in flag.features} == {"kyc-08", "tri-04"}
    assert flag.path == "$.answers['order.services_declined']"


@pytest.mark.parametrize("answer", [False, "", "no", None])
def test_other_answer_fires_nothing(answer, screen, flags):
    assert flags(screen(answers={"order.services_declined": answer})) == {}


def test_yes_to_what_the_order_can_show_is_the_same_circumstance(screen, flags):
    assert set(flags(screen(answers={"order.intermediaries": True}))) == {"several_intermediaries"}


def test_answer_about_a_certificate_that_is_there_fires_nothing(screen, flags):
    assert flags(screen(answers={"documents.certificate.fields": True})) == {}


@pytest.mark.parametrize(
    ("on", "named"),
    [
        ("2025-09-28", False),
        ("2025-09-29", True),
        ("2025-11-09", True),
        ("2025-11-10", False),
        ("2026-11-09", False),
        ("2026-11-10", True),
    ],
)
def test_flag_with_a_window_counts_only_inside(on, named, screen, flags):
    found = flags(screen(date=on, answers={"ownership.share": True})).values()
    assert ("kyc-29" in {f.name for finding in found for f in finding.features}) is named


def test_every_indicator_is_published_and_every_published_one_exists(routes):
    assert {f.indicator for f in routes.red_flags if f.indicator} == set(INDICATORS)


def test_every_indicator_says_what_it_means():
    assert all((sign.observe.__doc__ or "").strip().endswith(".") for sign in INDICATORS.values())


def test_answers_may_hold_every_field_of_every_flag(routes):
    fields = answer_fields(routes)
    assert {"order.services_declined", "external.bis_letter", "goods.hs6"} <= fields
    assert "order.servicesdeclined" not in fields


def test_screening_twice_gives_the_same_bytes(screen):
    once, again = screen(on=date(2024, 3, 1), **DEALER), screen(on=date(2024, 3, 1), **DEALER)
    assert msgspec.json.encode(once) == msgspec.json.encode(again)


def test_finding_ids_are_distinct(screen):
    found = screen(**DEALER).findings
    assert len({f.id for f in found}) == len(found)


@pytest.mark.parametrize("answer", ["declined the installation", "maybe", 2])
def test_answer_that_is_neither_yes_nor_no_is_not_checked(answer, screen):
    (gap,) = screen(answers={"order.services_declined": answer}).not_checked
    assert gap.path == "$.answers['order.services_declined']"


def test_text_about_a_certificate_is_an_answer(screen):
    assert screen(answers={"documents.certificate.fields": "signed 2026-05-01"}).not_checked == ()
