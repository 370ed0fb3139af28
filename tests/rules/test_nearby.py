"""What begins soon after an order's day, and what ended shortly before it, told as notes."""

import pytest
from rich.console import Console

from vigil.report.explain import explain
from vigil.report.prose import prose
from vigil.report.table import render_decision
from vigil.screen import screen_order
from vigil.store.worlds import open_world

DAYS = 30


@pytest.fixture(scope="module")
def near(asked, law):
    """The notes on a deal, by id; its arguments are those of `asked`, and `days`."""

    def ask(to, on, days=DAYS, **fields):
        return {n.id: n for n in law.nearby(asked(to, on, **fields), (to,), days)}

    return ask


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("2023-06-25", None),
        ("2023-06-26", "begins in 30 days, on 2023-07-26"),
        ("2023-07-14", "begins in 12 days, on 2023-07-26"),
        ("2023-07-25", "begins in 1 day, on 2023-07-26"),
        ("2023-07-26", None),
        ("2023-07-27", None),
    ],
)
def test_what_begins_soon_is_told_until_it_has_begun(on, sentence, near):
    found = near("IR", on, home="DE", hs="840710").get("eu-2023-1529")
    assert (found.sentence if found else None) == sentence


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("2023-10-18", None),
        ("2023-10-19", "ended 1 day before, its last day was 2023-10-18"),
        ("2023-11-17", "ended 30 days before, its last day was 2023-10-18"),
        ("2023-11-18", None),
    ],
)
def test_what_ended_shortly_before_is_told(on, sentence, near):
    found = near("IR", on, home="DE", hs="880624").get("unscr-2231-annexB-missile")
    assert (found.sentence if found else None) == sentence


@pytest.mark.parametrize(
    ("to", "home", "hs", "eccn"),
    [
        ("RU", "DE", "840710", None),
        ("FR", "DE", "840710", None),
        ("IR", "US", "840710", None),
    ],
    ids=["another embargoed country", "a country without", "another exporter's law"],
)
def test_what_does_not_fit_the_order_is_not_near_it(to, home, hs, eccn, near):
    assert "eu-2023-1529" not in near(to, "2023-07-14", home=home, hs=hs, eccn=eccn)


@pytest.mark.parametrize(
    ("eccn", "sentence"),
    [
        ("9A012", "grows in 1 day, on 2024-07-23: CCL categories 3 to 9"),
        ("7A103", None),
        ("EAR99", None),
    ],
    ids=["comes into scope", "in scope already", "in neither"],
)
def test_a_phase_is_near_where_it_brings_the_goods_into_scope(eccn, sentence, near):
    found = near("IR", "2024-07-22", home="US", hs="940320", eccn=eccn).get("us-ear-fdp-iran")
    assert (found is not None) is (sentence is not None)
    assert found is None or found.sentence.startswith(sentence)


@pytest.mark.parametrize(("hs", "is_near"), [("854231", True), ("940320", False)])
def test_the_clause_is_near_for_its_goods_only(hs, is_near, near):
    assert ("eu-833-2014-12g" in near("AE", "2024-03-10", home="DE", hs=hs)) is is_near


def test_what_came_in_its_place_is_named(near):
    snapback = near("IR", "2025-09-20", home="DE", hs="854231")["unscr-snapback-2025"]
    assert (snapback.days, snapback.contested) == (8, True)


@pytest.mark.parametrize(("days", "is_near"), [(0, False), (11, False), (12, True)])
def test_how_far_is_a_setting(days, is_near, near):
    assert ("eu-2023-1529" in near("IR", "2023-07-14", days, home="DE", hs="840710")) is is_near


def test_notes_stand_in_the_decision_the_table_and_the_prose():
    parties = [
        {"role": role, "name": "Tehran Lampworks", "country": "IR"}
        for role in ("buyer", "consignee", "end_user")
    ]
    order = {
        "id": "x",
        "date": "2023-07-14",
        "exporter": {"name": "S", "country": "DE"},
        "parties": parties,
        "lines": [{"line": 1, "hs": "9405.11", "description": "lamp"}],
    }
    decision = screen_order(order, open_world(None))
    told = "begins in 12 days, on 2023-07-26"
    assert [n["sentence"] for n in decision.to_dict()["law_nearby"]] == [told]
    assert told in explain(decision)
    assert told in " ".join(prose(decision).split())
    console = Console(width=100)
    with console.capture() as page:
        console.print(render_decision(decision))
    assert told in " ".join(page.get().split())
    assert "eu-2023-1529" not in {p.id for f in decision.findings for p in f.provisions}


@pytest.mark.parametrize(
    ("on", "outcome"), [("0001-01-01", "incomplete"), ("9999-12-31", "incomplete")]
)
def test_the_first_and_the_last_day_of_the_calendar_are_days(on, outcome):
    sides = [
        {"role": r, "name": "Acme", "country": "DE"} for r in ("buyer", "consignee", "end_user")
    ]
    goods = {"line": 1, "hs": "940360", "description": "wooden tables"}
    order = {"id": "O-1", "date": on, "parties": sides, "lines": [goods]}
    assert screen_order(order, open_world(None)).outcome == outcome
