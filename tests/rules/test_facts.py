"""The shipped provisions against the compiled facts: nothing is dropped in silence."""

from datetime import date

import pytest
import yaml

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def facts(shared):
    return yaml.safe_load((shared / "facts/regimes.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def rows(facts):
    return {row["id"]: row for row in facts["regimes"]}


def day(text):
    return date.fromisoformat(text) if text else None


def told(provision):
    """Everything a row says in words or days, as one text."""
    parts = [provision.scope, provision.note or "", *(str(p) for p in provision.phases)]
    parts += [f"{c.on} {c.what} {c.source}" for c in provision.changes]
    parts += [
        str(provision.contested_claim),
        *(str(d) for p in provision.phases for d in (p.in_force_from, p.in_force_to)),
    ]
    return " ".join(parts)  # fmt: skip


def test_every_fact_is_held(rows, provisions):
    assert rows.keys() <= provisions.keys()


def test_windows_marks_and_sources_are_the_facts_own(rows, provisions):
    for row_id, row in rows.items():
        held = provisions[row_id]
        assert (held.in_force_from, held.in_force_to) == (
            day(row["effective_from"]), day(row["effective_to"])
        ), row_id  # fmt: skip
        assert held.verified is row["verified"], row_id
        assert held.from_verified is row.get("from_verified", True), row_id
        assert held.basis == row["basis"], row_id
        assert held.binding is row.get("binding", True), row_id
        assert held.last_day_contested is row.get("last_day_contested", False), row_id
        given = {row["source"], *row.get("also_source", [])} - {None}
        assert given <= {held.source, *held.read_at}, row_id
        assert held.jurisdiction == row["authority"].split("-")[0], row_id


def test_changes_stand_as_changes_or_phases(rows, provisions):
    for row_id, row in rows.items():
        for change in row.get("changes", []):
            on = change["date"] if isinstance(change, dict) else change[:10]
            assert on in told(provisions[row_id]), (row_id, on)
            source = change.get("source") if isinstance(change, dict) else None
            assert (source or "") in told(provisions[row_id]), (row_id, source)


def test_days_beside_the_window_are_told(rows, provisions):
    """Adoption, wind-down, suspension, the moment of taking effect, marks on list entries."""
    beside = ("adopted", "published", "announced", "entity_marks_from", "as_of", "text_as_of")
    for row_id, row in rows.items():
        days = [str(row[key])[:10] for key in beside if key in row]
        for inner in ("suspended", "wind_down"):
            days += [v for v in row.get(inner, {}).values() if str(v)[:2] == "20"]
        if "effective_instant" in row:
            days += [row["effective_instant"].split(" ")[0], row["triggered"][:10]]
        for text in days:
            assert text in told(provisions[row_id]), (row_id, text)


def test_phases_have_the_facts_reach(rows, provisions):
    with_phases = {i: row for i, row in rows.items() if "phases" in row}
    assert with_phases
    for row_id, row in with_phases.items():
        for fact, phase in zip(row["phases"], provisions[row_id].phases, strict=True):
            assert phase.in_force_from == day(fact["from"]), row_id
            assert phase.in_force_to == day(fact["to"]), row_id
            assert list(phase.ccl_categories) == fact["ccl_categories"], row_id
            assert phase.government_of_iran_party_test is fact["government_of_iran_party_test"], (
                row_id
            )
            assert phase.source == row["phases_source"], row_id


def test_partner_countries_and_readings_are_the_facts_own(rows, provisions):
    partners = set(rows["eu-833-2014-12g"]["partner_countries"])
    assert partners <= set(provisions["eu-833-2014-12g"].reach.not_to)
    for row_id, row in rows.items():
        if "contested_by" in row:
            assert list(provisions[row_id].contested_by) == row["contested_by"]


def test_the_facts_own_interval_tests_pass(facts, provisions):
    for test in facts["interval_tests"]:
        on = day(test["date"])
        in_force = {p.id for p in provisions.values() if p.in_force(on)}
        assert set(test["expect_in_force"]) <= in_force, on
        assert not set(test["expect_not"]) & in_force, on


def test_transshipment_lists_are_the_facts_own(shared, law):
    facts = yaml.safe_load((shared / "facts/places.yaml").read_text("utf-8"))
    listed = next(v for v in facts.values() if isinstance(v, list) and v
                  and v[-1].get("id") == "tajikistan-plant")  # fmt: skip
    for row in listed:
        for country in row["countries"]:
            on = day(row["date"])
            assert row["id"] in {t.id for t in law.transshipment(country, on)}
            assert row["id"] not in {
                t.id for t in law.transshipment(country, date.fromordinal(on.toordinal() - 1))
            }
