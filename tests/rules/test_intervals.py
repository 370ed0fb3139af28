"""Which provisions were in force on which day: the interval tests of the compiled facts."""

from datetime import date

import pytest

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
