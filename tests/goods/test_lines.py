"""The labelled lines of goods: is what is said true, and is what is true said?

Ordinary goods of the whole nomenclature are the slow half: `python -m bench.goods.lines --shared
../shared` prints both.
"""

from pathlib import Path

import pytest

from bench.goods.benign import alarms, ordinary_goods
from bench.goods.labelled import (
    CONFLICT,
    FLOW,
    figures,
    goods_findings,
    judge,
    read_lines,
    verdicts,
)
from vigil.model.finding import Strength
from vigil.model.order import Line
from vigil.store.worlds import open_world

FLOOR = 0.95  # of precision and of recall, over all lines
MOST_REVIEWS = 10  # of 1,000 ordinary goods: one in a hundred


def _is_of_goods(answer):
    return answer not in (CONFLICT, FLOW)


@pytest.fixture(scope="module")
def world():
    return open_world(None)


@pytest.fixture(scope="module")
def judged(world):
    return list(verdicts(world, read_lines()))


def test_what_is_said_is_true(judged):
    false = [(v.labelled.id, v.false) for v in judged if v.false]
    assert figures(judged).precision >= FLOOR, false


def test_what_is_true_is_said(judged):
    missed = [(v.labelled.id, v.missed) for v in judged if v.missed]
    assert figures(judged).recall >= FLOOR, missed
    assert figures(judged, _is_of_goods).recall >= FLOOR, missed


@pytest.mark.parametrize("half", [0, 1], ids=["even", "odd"])
def test_both_halves_hold(judged, half):
    of = figures((v for v in judged if v.labelled.id % 2 == half), _is_of_goods)
    assert min(of.precision, of.recall) >= FLOOR


def test_lines_are_of_all_languages_and_states_of_code():
    lines = read_lines()
    assert [line.id for line in lines] == list(range(1, len(lines) + 1))
    assert len(lines) >= 200
    assert {line.lang for line in lines} >= {"eng", "rus", "fas", "zho", "tur"}
    assert {line.code for line in lines} == {"absent", "right", "wrong", "old", "eccn"}
    assert sum(not line.expect for line in lines) >= 60
    assert {len(hs) for line in lines if (hs := line.line.get("hs"))} == {6, 8, 10}


def test_a_missed_answer_and_a_false_one_are_counted():
    [line] = [line for line in read_lines() if line.id == 1]
    verdict = judge(line, ["key:901420"])
    assert (verdict.missed, verdict.false) == (("key:854231",), ("key:901420",))
    assert figures([verdict]).precision == 0.0
    assert figures([judge(line, ["key:854231"])]).recall == 1.0


def _told(world, name):
    """Each line of a file with the codes that its last column's words point to."""
    text = (Path(__file__).parent / name).read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return [
        (
            line,
            [f.subject for f in goods_findings(world, Line(1, eccn="EAR99", description=line[-1]))],
        )
        for line in lines
    ]


def test_goods_of_shops_and_workshops_are_silent(world):
    assert [told for told in _told(world, "ordinary.txt") if told[1]] == []


def test_goods_that_tell_what_they_are_are_met(world):
    silent = [
        line
        for line, codes in _told(world, "telling.txt")
        if not any(code.startswith(line[0]) for code in codes)
    ]
    assert silent == []


@pytest.mark.slow
@pytest.mark.parametrize("to", ["IR", "RU", "DE", "TR"])
@pytest.mark.parametrize("has_code", [True, False], ids=["with code", "without code"])
def test_ordinary_goods_are_never_stopped_and_hardly_reviewed(shared, world, to, has_code):
    goods = ordinary_goods(shared, (item.hs for item in world.goods.key_items))
    assert len({one.hs[:2] for one in goods}) >= 95  # of all chapters
    found = [alarm.strength for alarm in alarms(world, goods, to, has_code=has_code)]
    assert found.count(Strength.STOP) == 0
    assert found.count(Strength.REVIEW) <= MOST_REVIEWS
