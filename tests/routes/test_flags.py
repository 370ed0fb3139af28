"""Each of the published red flags fires or is asked, and stays silent on its look-alike."""

from pathlib import Path

import msgspec
import pytest
import yaml

from tests.routes.conftest import PRIORITY, PROVENANCE, order, party
from tools.red_flags import PAGE, page
from vigil.model.deal import Deal
from vigil.model.finding import Finding, FindingKind, Ground, Matched, Screen
from vigil.model.order import Role, destination
from vigil.routes.earlier import EarlierOrders, Past
from vigil.routes.indicators import ABSENCE_FIELDS
from vigil.routes.screen import screen_routes

CASES = yaml.safe_load(Path(__file__).with_name("flags.yml").read_text("utf-8"))
BY_ID = [pytest.param(case, id=case["id"]) for case in CASES]
HARMLESS = ("buyer", "consignee", "end_user")


def made(change):
    fields = {k: v for k, v in change.items() if k not in ("parties", "met", "earlier")}
    given = change.get("parties", {})
    roles = [*HARMLESS, *(role for role in given if role not in HARMLESS)]
    return order(parties=[party(role) | given.get(role, {}) for role in roles], **fields)


def found_elsewhere(kind, path, screen="parties", value=None, source="us_bis_el", **more):
    matched = Matched(f"{source}:1", more.get("name", "Listed Ltd"), source)
    grounds = tuple(Ground(ground) for ground in more.get("grounds", ()))
    return Finding(
        Screen(screen), FindingKind(kind), path, f"{source}:1", "As told.", value, grounds,
        matched=matched,
    )  # fmt: skip


@pytest.fixture(scope="session")
def screened(routes, law):
    def screen(change):
        new = made(change)
        earlier = EarlierOrders(made(past) for past in change.get("earlier", ()))
        past = Past(earlier, earlier.version_of(new)) if "earlier" in change else None
        met = tuple(found_elsewhere(**found) for found in change.get("met", ()))
        deal = Deal(new, new.date, destination(new), law.jurisdictions(new))
        return screen_routes(deal, routes, law, PROVENANCE, PRIORITY, met, past=past)

    return screen


def fired(screening):
    found = [f for f in screening.findings if f.kind is FindingKind.RED_FLAG]
    return {feature.name for finding in found for feature in finding.features}


def test_every_published_flag_is_here_once(routes):
    assert sorted(case["id"] for case in CASES) == sorted(flag.id for flag in routes.red_flags)


@pytest.mark.parametrize("case", BY_ID)
def test_flag_fires(case, screened):
    assert case["id"] in fired(screened(case["fires"]))


@pytest.mark.parametrize("case", BY_ID)
def test_look_alike_is_silent(case, screened):
    assert case["id"] not in fired(screened(case["silent"]))
    assert case["why"]


ASKED = [case for case in CASES if "answers" in case["fires"]]


@pytest.mark.parametrize("case", ASKED, ids=[case["id"] for case in ASKED])
def test_flag_that_an_answer_fires_is_asked_until_then(case, screened):
    asking = {key: value for key, value in case["fires"].items() if key != "answers"}
    by_field = {question.field: question.flags for question in screened(asking).questions}
    [field] = case["fires"]["answers"]
    assert case["id"] in by_field[field]
    left = {question.field for question in screened(case["silent"]).questions}
    assert field not in left or field in ABSENCE_FIELDS


def test_flag_is_observed_or_asked_of_an_order_that_says_little(routes, screened):
    little = {"parties": {role: {"country": None} for role in HARMLESS}, "lines": [{"line": 1}]}
    asked = {flag for question in screened(little).questions for flag in question.flags}
    always_observed = {"kyc-01", "f22-05", "adv-02"}  # an order names its parties
    in_force = {flag.id for flag in routes.red_flags if flag.on(made(little).date)}
    assert in_force - asked <= always_observed


@pytest.mark.parametrize("case", BY_ID)
def test_flag_without_a_read_source_counts_at_most_as_a_note(case, routes, screened):
    flags = {flag.id: flag for flag in routes.red_flags}
    found = [f for f in screened(case["fires"]).findings if f.kind is FindingKind.RED_FLAG]
    for finding in found:
        told = [flags[feature.name] for feature in finding.features if feature.name in flags]
        memory_only = bool(told) and all(flag.from_memory for flag in told)
        assert (Ground.FROM_MEMORY in finding.grounds) is memory_only


def test_paths_of_a_red_flag_are_told_once(screened):
    for case in CASES:
        found = [(f.subject, f.path) for f in screened(case["fires"]).findings]
        assert len(found) == len(set(found)), case["id"]


def test_same_order_gives_the_same_bytes(screened):
    for case in CASES[:5]:
        once, again = screened(case["fires"]), screened(case["fires"])
        assert msgspec.json.encode(once) == msgspec.json.encode(again)


def test_every_role_of_the_cases_is_known():
    for case in CASES:
        assert {Role(role) for role in case["fires"].get("parties", {})} <= set(Role)


def test_the_page_of_all_flags_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python tools/red_flags.py`"


@pytest.mark.parametrize(("quantity", "fires"), [(1000, True), (999, False)])
def test_sudden_purchase_is_ten_times_what_was_usual(quantity, fires, screened):
    chips = {"line": 1, "hs": "854239", "eccn": "EAR99"}
    earlier = [{"id": "T-0", "lines": [chips | {"quantity": 100}]}]
    seen = screened({"lines": [chips | {"quantity": quantity}], "earlier": earlier})
    assert ("adv-14" in fired(seen)) is fires


@pytest.mark.shared
def test_nothing_of_the_facts_is_lost(shared, routes):
    facts = yaml.safe_load((shared / "facts/red_flags.yaml").read_text("utf-8"))["flags"]
    held = {flag.id: flag for flag in routes.red_flags}
    assert sorted(held) == sorted(fact["id"] for fact in facts)
    for fact in facts:
        flag = held[fact["id"]]
        told = (flag.family, flag.fields, flag.weight, flag.source_title, flag.source)
        asked = tuple(fact["data_fields"])
        given = (fact["family"], asked, fact["suggested_weight"], fact["source_title"])
        assert told == (*given, fact["source"])
        assert (flag.verified, flag.basis) == (fact["verified"], fact["basis"])
        assert (flag.statement, flag.source_date) == (fact["statement"], fact["source_date"])
        assert flag.note == fact.get("note") or "in_force" in fact


@pytest.mark.parametrize(
    ("flag", "fires", "silent"),
    [
        ("adv-07", {"parties": {"buyer": {"owners": []}}}, {"parties": {"buyer": {}}}),
        ("f23b-02", {"parties": {"buyer": {"email": "a@qq.com"}}}, {"parties": {"buyer": {}}}),
        ("f23b-04", {"payment": {"payer_country": "HK"}}, {"payment": {"payer_country": "DE"}}),
        ("f22-10", {"parties": {"end_user": {"country": "AM"}}}, {}),
        (
            "adv-11",
            {"payment": {"bank": "B"}, "earlier": [{"id": "T-1", "payment": {"bank": "A"}}]},
            {"payment": {"bank": "b"}, "earlier": [{"id": "T-1", "payment": {"bank": "B"}}]},
        ),
    ],
)
def test_flag_of_several_observations_fires_by_each(flag, fires, silent, screened):
    assert flag in fired(screened(fires))
    assert flag not in fired(screened(silent))


def test_clause_of_the_eu_is_no_question_under_other_law(screened):
    chips = {"lines": [{"line": 1, "hs": "854231"}], "parties": {"end_user": {"country": "HK"}}}
    for home, is_asked in (("DE", True), ("US", False)):
        seen = screened(chips | {"exporter": {"name": "Sender", "country": home}})
        fields = {question.field for question in seen.questions}
        assert ("documents.contract.clauses" in fields) is is_asked
        assert "documents.certificate.fields" in fields


@pytest.mark.parametrize(("country", "fires"), [("TR", True), ("FR", False)])
def test_goods_once_for_russia_may_be_used_in_the_coalition(country, fires, screened):
    earlier = [{"id": "T-0", "date": "2021-01-01", "parties": {"end_user": {"country": "RU"}}}]
    seen = screened({"parties": {"end_user": {"country": country}}, "earlier": earlier})
    assert ("tri-11" in fired(seen)) is fires


@pytest.mark.parametrize(("name", "fires"), [("TBA", True), ("same as buyer", False)])
def test_name_that_points_to_a_known_party_is_known(name, fires, screened):
    assert ("adv-02" in fired(screened({"parties": {"end_user": {"name": name}}}))) is fires


@pytest.mark.parametrize(
    ("day", "grounds"),
    [
        ("2025-11-09", ["weight_high"]),
        ("2026-11-09", None),
        ("2026-11-10", ["rule_unverified", "weight_high"]),
    ],
)
def test_flag_that_may_have_come_back_says_so(day, grounds, screened):
    [case] = [case for case in CASES if case["id"] == "kyc-29"]
    seen = screened(case["fires"] | {"date": day}).findings
    found = [f for f in seen if f.subject == "owner_share_unknown"]
    assert [[str(g) for g in f.grounds] for f in found] == ([] if grounds is None else [grounds])
