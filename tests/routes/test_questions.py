"""What a person is asked: whatever the order does not show, and nothing that it does."""

import pytest

from vigil.routes.flag_book import FlagBook
from vigil.routes.indicators import INDICATORS

COMPANY = {
    "name": "Kin Lee Ltd",
    "country": "HK",
    "founded": "1999-01-05",
    "website": "kinlee.example",
    "email": "sales@kinlee.example",
    "line_of_business": "machine tools",
    "address": "11 Castle Peak Road, Hong Kong",
    "owners": [{"name": "Lee Wing", "share_percent": 100}],
}


@pytest.fixture(scope="session")
def asked(screen):
    def by_field(**fields):
        return {question.field: question for question in screen(**fields).questions}

    return by_field


def described(**changes):
    return [{"role": r} | COMPANY | changes for r in ("buyer", "consignee", "end_user")]


def test_what_no_order_can_show_is_asked_of_every_order(asked):
    question = asked()["order.services_declined"]
    assert (question.flags, question.weight) == (("kyc-08", "tri-04"), "medium")
    assert question.statements[0] == "Routine installation, training or service is turned down"


@pytest.mark.parametrize("answer", [False, "no", True, "kyc-08"])
def test_answered_question_is_gone(answer, asked):
    assert "order.services_declined" not in asked(answers={"order.services_declined": answer})


def test_answer_that_is_not_understood_leaves_the_question(asked):
    assert "order.services_declined" in asked(answers={"order.services_declined": "perhaps"})


def test_answer_may_name_the_flag_that_holds(screen, flags):
    found = flags(screen(answers={"external.bis_letter": "bis24-01, bis24-03"}))
    features = found["answered:external.bis_letter"].features
    assert [feature.name for feature in features] == ["bis24-01", "bis24-03"]


def test_answer_that_names_another_field_s_flag_is_not_understood(screen):
    seen = screen(answers={"external.bis_letter": "kyc-08"})
    assert [gap.path for gap in seen.not_checked] == ["$.answers['external.bis_letter']"]


def test_company_without_founding_date_is_asked_about_and_one_with_it_is_not(asked):
    field = "party.incorporated_on"
    assert field in asked(parties=described(founded=None))
    assert field not in asked(parties=described())


def test_one_customer_without_founding_date_is_enough_to_ask(asked):
    stranger = {"role": "end_user", "name": "Sun Ray Ltd", "country": "HK"}
    question = asked(parties=[*described()[:2], stranger])["party.incorporated_on"]
    assert question.instead == ("parties[].founded",)


def test_company_described_in_one_of_its_roles_is_known(asked):
    bare = {"name": COMPANY["name"], "country": "HK"}
    parties = [{"role": "buyer"} | bare, *described()[1:]]
    assert "party.incorporated_on" not in asked(parties=parties)


def test_circumstance_that_fired_is_not_asked(asked):
    assert "party.website" in asked(parties=described(website=None))
    assert "party.website" not in asked(parties=described(website=""))


def test_part_that_an_order_cannot_show_is_asked_though_the_rest_is_known(asked):
    assert "address.type" in asked(parties=described())


@pytest.mark.parametrize(
    ("field", "moot", "asks"),
    [
        ("documents.certificate.fields", {}, {"lines": [{"line": 1, "hs": "854231"}]}),
        ("goods.serial_numbers", {}, {"lines": [{"line": 1, "hs": "840710"}]}),
        ("goods.serial_numbers", {}, {"lines": [{"line": 1, "description": "engine"}]}),
        ("goods.foundry", {"lines": [{"line": 1, "hs": "392690"}]}, {}),
        ("payment.lc_consignee", {"payment": {"method": "cash"}}, {"payment": {}}),
    ],
)
def test_question_that_cannot_concern_the_order_is_not_asked(field, moot, asks, asked):
    parties = described()
    assert field not in asked(**{"parties": parties} | moot)
    assert field in asked(**{"parties": parties} | asks)


def test_heaviest_come_first_and_the_order_is_stable(screen):
    questions = screen().questions
    weights = ["stop", "high", "medium", "low"]
    ranks = [weights.index(question.weight) for question in questions]
    assert ranks == sorted(ranks)
    assert questions == screen().questions


def test_flag_outside_its_window_is_not_asked(asked):
    parties = described(owners=None)
    inside, outside = (asked(date=d, parties=parties) for d in ("2025-10-01", "2026-02-01"))
    assert "kyc-29" in inside["ownership.share"].flags
    assert "ownership.share" not in outside


def test_flag_that_may_have_come_back_is_asked_as_not_verified(asked):
    parties = described(owners=None)
    sure, unsure = (asked(date=d, parties=parties) for d in ("2025-10-01", "2026-11-10"))
    assert (sure["ownership.share"].verified, unsure["ownership.share"].verified) == (True, False)


def test_every_flag_is_observed_or_asked(routes):
    book = FlagBook(routes.red_flags).on(routes.version)
    reachable = {flag.id for flags in book.by_question.values() for flag in flags}
    assert reachable == {flag.id for flag in book.flags}
    assert set(book.by_indicator) <= set(INDICATORS)
