"""The address of a listed party, and addresses that are only near it."""

from collections.abc import Callable

import pytest

from vigil.model.finding import Finding, FindingKind
from vigil.parties.addresses import address_words
from vigil.rules.law import Law

Met = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "address",
    [
        "7 Shahid Babaei St., Qom",
        "Qom, Shahid Babaei Street No 7, Islamic Republic of Iran",
    ],
)
def test_the_address_of_a_listed_party_is_met(met: Met, address: str) -> None:
    (finding,) = met("Acme Optics", address=address, country="IR")
    assert (finding.kind, finding.subject) == (FindingKind.LISTED_ADDRESS, "sdn:1")
    assert finding.path == "$.parties[0].address"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("Qom, Iran", id="the town alone"),
        pytest.param("9 Shahid Babaei Street, Qom", id="another house"),
        pytest.param("Shahid Babaei Street, Qom", id="no house"),
        pytest.param("7 Shahid Beheshti Street, Qom", id="another street"),
        pytest.param("Qom 3714611111", id="town and post code"),
        pytest.param("", id="known to be none"),
    ],
)
def test_a_near_address_is_not_met(met: Met, address: str) -> None:
    assert met("Acme Optics", address=address, country="IR") == []


def test_a_post_code_is_no_house(law: Law) -> None:
    assert address_words("423600 Yelabuga Tatarstan Alabuga", "RU", law) is None
