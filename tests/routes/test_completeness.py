"""Buyer, ship-to and end user, each with name and country."""

import pytest

ROLES = ("buyer", "consignee", "end_user")


def missing(screening):
    return {(f.path, f.subject) for f in screening.findings if f.kind == "missing_information"}


def everyone(**changes):
    return [{"role": r, "name": "One Co", "country": "DE"} | changes.get(r, {}) for r in ROLES]


def test_one_company_may_hold_all_roles(screen):
    assert missing(screen(parties=everyone())) == set()


@pytest.mark.parametrize("role", ROLES)
def test_role_that_nobody_holds_is_missing(role, screen):
    seen = screen(parties=[p for p in everyone() if p["role"] != role])
    assert missing(seen) == {("$.parties", f"{role}.missing")}
    assert [gap.path for gap in seen.not_checked] == ["$.parties"]


@pytest.mark.parametrize("country", [None, ""])
def test_country_is_missing_at_its_path(country, screen):
    seen = screen(parties=everyone(end_user={"country": country}))
    assert missing(seen) == {("$.parties[2].country", "end_user.country")}


@pytest.mark.parametrize("name", ["", "  "])
def test_empty_name_is_missing(name, screen):
    seen = screen(parties=everyone(consignee={"name": name}))
    assert missing(seen) == {("$.parties[1].name", "consignee.name")}


def test_two_missing_roles_are_two_findings(screen):
    seen = screen(parties=everyone()[:1])
    assert len({f.id for f in seen.findings if f.kind == "missing_information"}) == 2


@pytest.mark.parametrize(
    "name", ["TBA", "n/a", "to be advised", "TO ORDER", "Co. Ltd", "未知", "🙂"]
)
def test_placeholder_names_nobody(name, screen):
    seen = screen(parties=everyone(end_user={"name": name}))
    assert missing(seen) == {("$.parties[2].name", "end_user.name")}


@pytest.mark.parametrize("name", ["Unknown Pleasures Ltd", "TBA Textil GmbH", "3M", "未来电子"])
def test_name_that_holds_such_a_word_is_a_name(name, screen):
    assert missing(screen(parties=everyone(end_user={"name": name}))) == set()
