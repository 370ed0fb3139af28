"""What law asks of the goods catalogue."""

import pytest

import vigil
from vigil.goods.code_book import code_book
from vigil.store.worlds import open_world


@pytest.fixture(scope="module")
def book():
    return code_book(open_world(None).goods)


def lists(book, hs):
    return {code.list: code.is_candidate for code in book.lists_by_hs.get(hs, ())}


def test_a_code_of_today_is_on_its_lists(book):
    assert lists(book, "854149")["CHPL"] is False


def test_an_old_code_is_on_the_lists_of_what_it_became_as_a_candidate(book):
    assert lists(book, "854140")["CHPL"] is True
    assert lists(book, "854890")["US_HIGH_PRIORITY_NINE"] is True


def test_an_old_code_that_became_nothing_listed_is_on_no_list(book):
    assert lists(book, "851712") == {}


def test_ten_digits_of_a_notice_are_on_it(book):
    assert lists(book, "8411111010") == {"CN_MOFCOM_2023_27": False}
    assert lists(book, "8411111090") == {}


@pytest.mark.parametrize(
    ("hs", "exporter", "is_cited"),
    [("8411111010", "CN", True), ("8411111090", "CN", False), ("8411111010", "DE", False)],
)
def test_the_notice_is_cited_for_its_ten_digits_out_of_china(hs, exporter, is_cited):
    parties = [
        {"role": role, "name": "Example Trading", "country": "IR"}
        for role in ("buyer", "consignee", "end_user")
    ]
    line = {"line": 1, "hs": hs, "description": "goods", "origin": exporter}
    decision = vigil.screen_order(
        {"id": "PO-1", "date": "2026-08-07", "exporter": {"name": "E", "country": exporter},
         "parties": parties, "lines": [line]},
        open_world(None),
    )  # fmt: skip
    cited = {provision.id for finding in decision.findings for provision in finding.provisions}
    assert ("cn-mofcom-2023-27" in cited) is is_cited
