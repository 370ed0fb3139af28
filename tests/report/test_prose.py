"""A decision as short prose: nothing that matters is missing, and it fits a terminal."""

import json
import re
from pathlib import Path

import pytest

import vigil
from vigil.model.decision import Outcome
from vigil.model.finding import FindingKind, Strength
from vigil.report.prose import NOTES_TOLD, SETTLED_BY, WIDTH, prose
from vigil.report.reasons import reasons

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "orders.jsonl"


@pytest.fixture(scope="module")
def decisions():
    world = vigil.load_world()
    orders = EXAMPLES.read_text(encoding="utf-8").splitlines()
    return [vigil.screen_order(json.loads(order), world) for order in orders]


def flat(text):
    return " ".join(text.split())


def test_every_kind_of_finding_says_what_settles_it():
    assert set(SETTLED_BY) == set(FindingKind)


def test_every_reason_to_look_and_every_gap_is_told_with_its_place(decisions):
    for decision in decisions:
        told = flat(prose(decision))
        for finding in decision.findings:
            if finding.strength in (Strength.STOP, Strength.REVIEW):
                assert flat(finding.path) in told
                if finding.matched is None:
                    for sentence in finding.summary.split(". "):
                        assert flat(sentence) in told
        for gap in decision.not_checked:
            assert gap.path in told


def test_a_sentence_is_told_once(decisions):
    for decision in decisions:
        told = flat(prose(decision))
        for sentence in re.findall(r"The goods go to [^.:;]*\.", told):
            assert told.count(sentence) == 1


def test_only_a_clear_order_has_nothing_left_to_do(decisions):
    for decision in decisions:
        to_do = "For this order to become clear:" in prose(decision)
        to_undo = "It stays stopped unless" in prose(decision)
        assert to_do == (decision.outcome in (Outcome.REVIEW, Outcome.INCOMPLETE))
        assert to_undo == (decision.outcome is Outcome.STOP)


def test_lines_fit_a_terminal_of_ordinary_width(decisions):
    lines = [line for decision in decisions for line in prose(decision).splitlines()]
    assert max(map(len, lines)) <= WIDTH


def test_notes_beyond_the_first_are_counted(decisions):
    counted = 0
    for decision in decisions:
        notes = [r for r in reasons(decision) if r.first.strength is Strength.NOTE]
        left = len(notes) - NOTES_TOLD
        counted += left > 0
        assert (f"And {left} more note" in flat(prose(decision))) == (left > 0)
    assert counted
