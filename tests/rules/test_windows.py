"""The window of every provision: first day, last day and the days beside them.

The expectation is written here and not read from the rows: a date that slips in the data fails.
"""

from datetime import date, timedelta

import pytest

DAY = timedelta(days=1)
FAR = date(2100, 1, 1)

WINDOWS = {
    "cn-mofcom-2023-27": ("2023-09-01", None),
    "cn-mofcom-2023-28": ("2023-09-01", None),
    "eu-2023-1529": ("2023-07-26", None),
    "eu-267-2012-snapback": ("2025-09-29", None),
    "eu-269-2014-iran-names": ("2022-10-20", None),
    "eu-765-2006-8g": ("2024-07-01", None),
    "eu-833-2014-12g": ("2024-03-20", None),
    "eu-833-2014-2": ("2022-02-26", None),
    "eu-833-2014-5ae": ("2025-02-25", None),
    "eu-833-2014-annex-IV": ("2022-02-26", None),
    "eu-833-2014-annex-LII": ("2025-10-24", None),
    "eu-asset-freeze": ("2001-12-28", None),
    "eu-ownership-2024-07": ("2024-07-03", None),
    "eu-ownership-before-2024-07": (None, "2024-07-02"),
    "uk-asset-freeze": ("2020-12-31", None),
    "uk-iran-2023": ("2023-12-14", None),
    "uk-iran-nuclear-retained": ("2023-10-18", None),
    "uk-ownership": ("2020-12-31", None),
    "uk-russia-2019": ("2020-12-31", None),
    "un-asset-freeze": ("1999-10-15", None),
    "unscr-1737-family-1": ("2006-07-31", "2016-01-16"),
    "unscr-2231": ("2015-07-20", "2025-09-27"),
    "unscr-2231-annexB-arms": ("2016-01-16", "2020-10-18"),
    "unscr-2231-annexB-assets": ("2016-01-16", "2023-10-18"),
    "unscr-2231-annexB-missile": ("2016-01-16", "2023-10-18"),
    "unscr-snapback-2025": ("2025-09-28", None),
    "us-advisory-missile-2023": ("2023-10-18", None),
    "us-advisory-uav-2023": ("2023-06-09", None),
    "us-bis-certificate-2023": ("2023-10-10", None),
    "us-caatsa-107": ("2017-08-02", None),
    "us-ear-738.4": ("1996-03-25", None),
    "us-ear-744.15": ("2014-01-21", None),
    "us-ear-744.16": ("1997-02-01", None),
    "us-ear-744.21": ("2020-06-29", None),
    "us-ear-744.3": (None, None),
    "us-ear-746.5-supp4": ("2023-05-19", None),
    "us-ear-746.7": ("1996-03-25", None),
    "us-ear-746.8": ("2022-02-24", None),
    "us-ear-764.3": ("1996-03-25", None),
    "us-ear-affiliates-rule": ("2025-09-29", "2025-11-09"),
    "us-ear-affiliates-rule-2": ("2026-11-10", None),
    "us-ear-entity-list-iran-2023": ("2023-01-31", None),
    "us-ear-fdp-iran": ("2023-02-24", None),
    "us-ear-fdp-rus-meu": ("2022-02-24", None),
    "us-ear-fdp-russia-belarus": ("2022-02-24", None),
    "us-ear-iran-uav-supp7": ("2023-02-24", None),
    "us-eo-13224": ("2001-09-23", None),
    "us-eo-13382": ("2005-06-28", None),
    "us-eo-13949": ("2020-09-21", None),
    "us-eo-14024": ("2021-04-15", None),
    "us-fincen-iran-2025": ("2025-06-06", None),
    "us-ifca-1245": ("2013-07-01", None),
    "us-inksna": ("2000-03-14", None),
    "us-itar-127.7": ("1993-07-22", None),
    "us-itsr": ("2012-10-22", None),
    "us-nspm-2": ("2025-02-04", None),
    "us-ofac-50": ("2014-08-13", None),
    "us-sdn-blocking": (None, None),
}
LAST_DAY_IS_DISPUTED = {
    "unscr-2231-annexB-arms",
    "unscr-2231-annexB-assets",
    "unscr-2231-annexB-missile",
}
PHASES = {
    "us-ear-744.21": ("2020-06-29", "2021-03-08", "2021-12-09", "2022-03-02", "2024-03-15"),
    "us-ear-746.7": ("1996-03-25", "2023-02-24"),
    "us-ear-746.8": ("2022-02-24", "2022-03-02", "2022-04-08"),
    "us-ear-fdp-iran": ("2023-02-24", "2024-07-23"),
    "us-ear-fdp-rus-meu": ("2022-02-24", "2023-01-31"),
    "us-ear-fdp-russia-belarus": (
        "2022-02-24",
        "2022-03-02",
        "2022-04-08",
        "2023-02-24",
        "2023-05-19",
    ),
    "us-ear-iran-uav-supp7": ("2023-02-24", "2023-05-19"),
}


def day(text):
    return date.fromisoformat(text)


WITH_FIRST = [(i, day(first)) for i, (first, _) in WINDOWS.items() if first]
WITH_LAST = [
    (i, day(last)) for i, (_, last) in WINDOWS.items() if last and i not in LAST_DAY_IS_DISPUTED
]
PHASE_STARTS = [
    (i, n, day(start)) for i, starts in PHASES.items() for n, start in enumerate(starts)
]


def test_every_provision_has_its_window_here(provisions):
    assert provisions.keys() == WINDOWS.keys()
    assert {i for i, p in provisions.items() if p.last_day_contested} == LAST_DAY_IS_DISPUTED


@pytest.mark.parametrize(("provision", "first"), WITH_FIRST, ids=str)
def test_it_begins_on_its_first_day_and_not_before(provisions, provision, first):
    assert provisions[provision].in_force(first)
    assert provisions[provision].in_force(first - DAY) is None


@pytest.mark.parametrize(("provision", "last"), WITH_LAST, ids=str)
def test_it_ends_after_its_last_day(provisions, provision, last):
    assert provisions[provision].in_force(last)
    assert provisions[provision].in_force(last + DAY) is None


@pytest.mark.parametrize("provision", sorted(LAST_DAY_IS_DISPUTED))
def test_a_disputed_last_day_is_over_the_day_after_and_certain_the_day_before(
    provisions, provision
):
    last = day(WINDOWS[provision][1])
    assert provisions[provision].in_force(last + DAY) is None
    assert provisions[provision].in_force(last - DAY).contested is None


@pytest.mark.parametrize("provision", [i for i, (_, last) in WINDOWS.items() if not last])
def test_what_has_no_known_end_goes_on(provisions, provision):
    assert provisions[provision].in_force(FAR)


@pytest.mark.parametrize("provision", [i for i, (first, _) in WINDOWS.items() if not first])
def test_what_is_older_than_any_date_was_always_there(provisions, provision):
    assert provisions[provision].in_force(date(1950, 1, 1))


@pytest.mark.parametrize(("provision", "number", "start"), PHASE_STARTS, ids=str)
def test_the_phase_of_the_day_is_the_one_in_the_proof(provisions, provision, number, start):
    phases = provisions[provision].phases
    assert len(phases) == len(PHASES[provision])
    assert provisions[provision].in_force(start).phase is phases[number]
    before = provisions[provision].in_force(start - DAY)
    assert (before.phase if before else None) is (phases[number - 1] if number else None)


def test_every_provision_with_phases_has_them_here(provisions):
    assert {i for i, p in provisions.items() if p.phases} == PHASES.keys()


def test_the_proof_says_window_source_and_how_well_it_is_known(provisions):
    proof = provisions["us-ear-fdp-iran"].in_force(day("2024-07-23"))
    assert (proof.in_force_from, proof.in_force_to) == (day("2023-02-24"), None)
    assert (
        proof.source
        == "https://regulations.justia.com/regulations/fedreg/2023/02/27/2023-03930.html"
    )
    assert (proof.verified, proof.basis) == (True, "secondary")


def test_a_first_day_from_memory_is_not_verified(provisions):
    assert not provisions["us-ifca-1245"].in_force(day("2023-06-09")).verified


@pytest.mark.parametrize(
    ("provision", "on", "contested"),
    [
        ("unscr-snapback-2025", "2025-10-01", True),
        ("unscr-snapback-2025", "2026-11-21", True),
        ("unscr-2231", "2025-09-27", False),
        ("unscr-2231", "2025-10-18", True),
        ("unscr-2231", "2025-10-19", False),
        ("unscr-2231-annexB-missile", "2023-10-18", True),
        ("unscr-2231-annexB-missile", "2023-10-17", False),
        ("us-eo-13382", "2023-06-09", False),
    ],
)
def test_days_that_are_read_in_two_ways_are_said(provisions, provision, on, contested):
    assert provisions[provision].contested(day(on)) is contested


def test_the_stricter_reading_of_the_snapback_is_applied_and_the_other_told(provisions):
    proof = provisions["unscr-snapback-2025"].in_force(day("2025-10-05"))
    assert "Iran, Russia, China" in proof.contested
    assert provisions["unscr-2231"].in_force(day("2025-10-05")) is None


@pytest.mark.parametrize(
    ("provision", "later"),
    [
        ("unscr-1737-family-1", "unscr-2231"),
        ("unscr-2231", "unscr-snapback-2025"),
        ("eu-ownership-before-2024-07", "eu-ownership-2024-07"),
        ("us-ear-affiliates-rule", "us-ear-affiliates-rule-2"),
    ],
)
def test_what_came_after_is_named(provisions, provision, later):
    assert provisions[provision].superseded_by == later


def test_guidance_is_not_binding(provisions):
    guidance = {p.id for p in provisions.values() if not p.binding}
    assert guidance == {
        "us-advisory-uav-2023", "us-advisory-missile-2023", "us-fincen-iran-2025",
        "us-bis-certificate-2023", "eu-ownership-before-2024-07", "eu-ownership-2024-07",
    }  # fmt: skip
