"""What the evidence room must not fall below on its invented texts, and the judge of it."""

from pathlib import Path

import pytest
import yaml

from bench.evidence import said
from bench.evidence.edits import Edit
from bench.evidence.judge import found, judge
from bench.evidence.markup import Person, halves, read_articles
from bench.evidence.planted import Planted
from bench.evidence.quality import measure
from bench.evidence.rooms import Case, Sheet, changed_rooms, harmless_rooms, paraphrase_rooms
from vigil.evidence.claim import Discrepancy, Place
from vigil.evidence.page import Span
from vigil.evidence.statement import Speaker

ROOT = Path(__file__).resolve().parents[2]
FLOORS = yaml.safe_load((ROOT / "bench/evidence/floors.yml").read_text(encoding="utf-8"))
HALVES = halves(read_articles())
TOUCHED, ELSEWHERE = Span(10, 20), Span(40, 50)


def _reported(kind: str, *places: tuple[str, Span]) -> Discrepancy:
    left, right = (tuple(Place(page, at) for page, at in places[n::2]) for n in (0, 1))
    return Discrepancy(kind, left, right, "said", 2)


def _case(kind: str = "number") -> Case:
    planted = Planted("a change", kind, (Edit(Span(0, 1), "x"),), (TOUCHED,), "", "")
    sheets = (
        Sheet("base", "", (TOUCHED,), (), (ELSEWHERE,)),
        Sheet("changed", "", (TOUCHED,), (), (ELSEWHERE,)),
    )
    return Case("an article", sheets, planted)


@pytest.mark.parametrize(
    ("kind", "at", "judgement"),
    [
        ("number", TOUCHED, "planted"),
        ("wording", TOUCHED, "consequence"),
        ("date", TOUCHED, "false"),
        ("number", ELSEWHERE, "false"),
        ("denial", ELSEWHERE, "stands"),
    ],
)
def test_a_reported_difference_is_judged_by_kind_and_place(kind, at, judgement):
    judged = judge(_case(), ["a", "b"], [_reported(kind, ("a", at), ("b", at))])
    assert [one.judgement for one in judged] == [judgement]


def test_what_is_left_out_is_found_on_the_side_that_has_it():
    case = _case("omission")
    judged = judge(case, ["a", "b"], [_reported("omission", ("a", TOUCHED))])
    assert found(judged)
    assert not found(judge(case, ["a", "b"], []))


@pytest.mark.parametrize(
    ("gold", "read", "is_same"),
    [
        ("Ilona Varga", "Varga", True),
        ("Mayor Ruth Ellison / Ruth Ellison", "Ruth Ellison", True),
        ("the Ministry of Trade", "Ministry of Trade", True),
        ("a senior customs official", "customs official", True),
        ("Ilona Varga", "Ilona", False),
        ("a senior customs official", "official line", False),
        ("Ilona Varga", "Tomas Rybar", False),
    ],
)
def test_a_speaker_is_the_same_by_what_tells_the_name(gold, read, is_same):
    speaker = Speaker(read, None, None, "named", None)
    assert said.same_speaker(Person(gold), speaker) is is_same


def test_nobody_is_not_the_speaker():
    assert not said.same_speaker(Person("Ilona Varga"), None)


def test_the_same_seed_gives_the_same_rooms():
    for make in (changed_rooms, paraphrase_rooms):
        assert make(HALVES["dev"], 20, 3) == make(HALVES["dev"], 20, 3)
    assert harmless_rooms(HALVES["dev"], 3) == harmless_rooms(HALVES["dev"], 3)


def test_the_halves_share_no_article():
    dev, held = ({article.id for article in half} for half in HALVES.values())
    assert dev
    assert held
    assert not dev & held


@pytest.mark.parametrize("half", HALVES)
def test_single_pages_are_read_no_worse_than_before(half):
    quality = said.read_quality(HALVES[half])
    for what, floor in FLOORS["said"][half].items():
        share = quality.share(what)
        print(f"{half}, {what}: {share.share:.3f}, floor {floor}")
        assert share.share >= floor


def test_a_few_rooms_are_told_apart():
    figures, _, _ = measure("dev", HALVES["dev"][:4], 12, 1)
    hits = sum(row.found for row in figures.by_kind.values())
    planted = sum(row.cases for row in figures.by_kind.values())
    assert hits / planted >= FLOORS["few rooms"]


@pytest.fixture(scope="module")
def figures():
    """All figures of both halves, as the command prints them."""
    return {half: measure(half, articles, 300, 1)[0] for half, articles in HALVES.items()}


@pytest.mark.slow
@pytest.mark.parametrize("half", HALVES)
def test_differences_are_found_no_worse_than_before(half, figures):
    for kind, floor in FLOORS["rooms"][half].items():
        row = figures[half].by_kind[kind]
        print(f"{half}, {kind}: recall {row.recall:.3f}, precision {row.precision:.3f}, {floor}")
        assert row.recall >= floor["recall"]
        assert row.precision >= floor["precision"]


@pytest.mark.slow
@pytest.mark.parametrize("half", HALVES)
def test_honest_pages_are_reported_no_more_than_before(half, figures):
    for name, ceiling in FLOORS["harmless"][half].items():
        false, pairs = figures[half].harmless[name]
        print(f"{half}, {name}: {false}/{pairs}, at most {ceiling}")
        assert false / pairs <= ceiling
