"""Which provisions were in force on which day; the windows are closed on both sides."""

from datetime import date, timedelta

import pytest

from vigil.model.shelf import load_edition
from vigil.rules.shipped import load_law
from vigil.store.compile import DATA, read_shelf

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def provisions():
    shelf = read_shelf(DATA)
    return {p.id: p for p in load_law(shelf, load_edition(shelf)).provisions}


IN_FORCE = {
    "2020-06-01": ("unscr-2231", "unscr-2231-annexB-arms", "unscr-2231-annexB-missile"),
    "2022-11-15": ("unscr-2231-annexB-missile", "us-eo-14024", "us-ear-fdp-russia-belarus"),
    "2023-06-09": ("unscr-2231-annexB-missile", "us-ear-fdp-iran", "us-ear-iran-uav-supp7",
                   "us-advisory-uav-2023"),
    "2023-11-01": ("eu-2023-1529", "us-ear-fdp-iran"),
    "2025-09-27": ("unscr-2231",),
    "2025-10-01": ("unscr-snapback-2025", "eu-267-2012-snapback", "us-ear-affiliates-rule"),
    "2025-12-01": ("unscr-snapback-2025",),
    "2026-11-21": ("us-ear-affiliates-rule-2", "unscr-snapback-2025"),
}  # fmt: skip
NOT_IN_FORCE = {
    "2020-06-01": ("us-ear-fdp-iran", "unscr-snapback-2025"),
    "2022-11-15": ("unscr-2231-annexB-arms", "us-ear-fdp-iran", "eu-2023-1529"),
    "2023-06-09": ("unscr-2231-annexB-arms", "eu-2023-1529", "uk-iran-2023"),
    "2023-11-01": ("unscr-2231-annexB-missile", "uk-iran-2023"),
    "2025-09-27": ("unscr-snapback-2025",),
    "2025-12-01": ("us-ear-affiliates-rule",),
    "2026-11-21": ("us-ear-affiliates-rule",),
}


def pairs(table):
    return [(day, provision) for day, ids in table.items() for provision in ids]


@pytest.mark.parametrize(("day", "provision"), pairs(IN_FORCE))
def test_a_provision_is_in_force_on_its_days(provisions, day, provision):
    assert provisions[provision].in_force(date.fromisoformat(day))


@pytest.mark.parametrize(("day", "provision"), pairs(NOT_IN_FORCE))
def test_a_provision_is_not_in_force_on_other_days(provisions, day, provision):
    assert not provisions[provision].in_force(date.fromisoformat(day))


def test_first_and_last_day_are_covered_and_their_neighbours_are_not(provisions):
    for provision in provisions.values():
        first, last = provision.in_force_from, provision.in_force_to
        if first is not None:
            assert provision.in_force(first)
            assert not provision.in_force(first - DAY)
        if last is not None:
            assert provision.in_force(last)
            assert not provision.in_force(last + DAY)
        else:
            assert provision.in_force(date(2100, 1, 1))


@pytest.mark.parametrize(
    ("provision", "day", "contested"),
    [
        ("unscr-snapback-2025", "2025-10-01", True),
        ("unscr-2231-annexB-missile", "2023-10-18", True),
        ("unscr-2231-annexB-missile", "2023-10-17", False),
        ("us-eo-13382", "2023-06-09", False),
    ],
)
def test_what_states_dispute_is_said(provisions, provision, day, contested):
    assert provisions[provision].contested(date.fromisoformat(day)) is contested


def test_guidance_is_not_binding(provisions):
    guidance = {p.id for p in provisions.values() if not p.binding}
    assert guidance == {
        "us-advisory-uav-2023", "us-advisory-missile-2023", "us-fincen-iran-2025",
        "eu-ownership-before-2024-07", "eu-ownership-2024-07",
    }  # fmt: skip


def test_the_reach_of_the_foreign_product_rule_grew_in_2024(provisions):
    before, after = provisions["us-ear-fdp-iran"].phases
    assert before.in_force_to == date(2024, 7, 22)
    assert after.in_force_from == before.in_force_to + DAY
    assert set(before.ccl_categories) < set(after.ccl_categories)
