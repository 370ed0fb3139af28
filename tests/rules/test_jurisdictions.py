"""Whose law applies: the order's exporter, the settings, the goods; never silently fewer."""

import pytest

from vigil.model.policy import Policy
from vigil.model.provision import Jurisdiction

EVERY = frozenset(Jurisdiction)


def law_of(deal):
    return {str(j) for j in deal.jurisdictions}


@pytest.mark.parametrize(
    ("home", "expected"),
    [("DE", {"EU", "UN"}), ("US", {"US", "UN"}), ("GB", {"UK", "UN"}), ("JP", {"UN"})],
)
def test_the_exporter_of_the_order_says_whose_law_applies(home, expected, asked):
    assert law_of(asked("AE", "2026-01-15", home=home)) == expected


def test_without_order_and_settings_every_jurisdiction_counts(asked):
    assert asked("AE", "2026-01-15").jurisdictions == EVERY
    assert asked("AE", "2026-01-15").own_law == EVERY - {Jurisdiction.UN}


def test_a_code_of_no_country_never_makes_fewer(asked):
    assert asked("AE", "2026-01-15", home="UK").jurisdictions == EVERY
    assert asked("AE", "2026-01-15", policy=Policy(exporter_country="ZZ")).jurisdictions == EVERY


def test_the_set_country_stands_in_for_an_order_that_names_none(asked):
    policy = Policy(exporter_country="DE")
    assert law_of(asked("AE", "2026-01-15", policy=policy)) == {"EU", "UN"}
    assert law_of(asked("AE", "2026-01-15", policy=policy, home="GB")) == {"UK", "UN"}


def test_a_german_subsidiary_of_a_us_company_has_both_laws(asked):
    policy = Policy(jurisdictions=(Jurisdiction.US,))
    deal = asked("AE", "2026-01-15", policy=policy, home="DE")
    assert law_of(deal) == {"EU", "UN", "US"}
    assert {str(j) for j in deal.own_law} == {"EU", "US"}


def test_set_jurisdictions_alone_never_make_fewer(asked):
    policy = Policy(jurisdictions=(Jurisdiction.US,))
    assert asked("AE", "2026-01-15", policy=policy).jurisdictions == EVERY


@pytest.mark.parametrize(("origin", "has_us"), [("US", True), ("TW", False), (None, False)])
def test_goods_of_us_origin_bring_us_law_along(origin, has_us, asked):
    deal = asked("AE", "2026-01-15", home="DE", origin=origin)
    assert (Jurisdiction.US in deal.jurisdictions) is has_us
    assert Jurisdiction.US not in deal.own_law


def test_the_settings_decide_what_is_cited(cited):
    with_us = Policy(jurisdictions=(Jurisdiction.US,))
    assert "us-itsr" in cited("IR", "2026-01-15", home="DE", policy=with_us)
    assert "us-itsr" not in cited("IR", "2026-01-15", home="DE")
