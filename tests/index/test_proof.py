"""Search and reference agree over hundreds of thousands of pairs; `NAME_PAIRS` sets how many.

NAME_PAIRS=5000000 pytest -m slow -s tests/index/test_proof.py
"""

import os
from random import Random

import pytest

from bench.names import proof
from bench.names.invented import Inventor
from vigil.index.names import NameIndex
from vigil.model.order import Kind

PAIRS = int(os.environ.get("NAME_PAIRS", "600000"))
SEED = int(os.environ.get("NAME_SEED", "1"))


@pytest.mark.slow
def test_on_invented_lists_search_answers_what_scoring_every_name_answers():
    tally = proof.Tally()
    proof.prove_made_up(PAIRS // 3, SEED, tally)
    _check(tally, PAIRS // 3)


@pytest.mark.slow
@pytest.mark.shared
def test_on_real_lists_search_answers_what_scoring_every_name_answers(shared):
    tally = proof.Tally()
    proof.prove_real(PAIRS - PAIRS // 3, SEED, shared, tally)
    _check(tally, PAIRS - PAIRS // 3)


def _check(tally, pairs):
    print(tally.told())
    assert tally.pairs >= pairs
    assert tally.answers > tally.queries
    assert tally.differences == []


def test_a_lost_answer_is_a_difference(monkeypatch):
    entities, queries = proof.made_up(7)
    monkeypatch.setattr(NameIndex, "search", lambda *_, **__: [])
    tally = proof.Tally()
    proof.prove(entities, queries, 7, 5_000, tally)
    assert tally.differences
    assert all(not difference.only_search for difference in tally.differences)


def test_another_score_is_a_difference(monkeypatch):
    entities, queries = proof.made_up(7)
    search = NameIndex.search

    def slightly_off(index, query, *, threshold, kind=None):
        hits = search(index, query, threshold=threshold, kind=kind)
        for hit in hits:
            hit.score -= 0.0001
        return hits

    monkeypatch.setattr(NameIndex, "search", slightly_off)
    tally = proof.Tally()
    proof.prove(entities, queries, 7, 5_000, tally)
    assert any(difference.only_search for difference in tally.differences)


def test_invented_lists_are_of_every_kind_and_the_same_from_the_same_seed():
    entities = Inventor(Random(3)).entities(40)
    assert entities == Inventor(Random(3)).entities(40)
    assert {entity.kind for entity in entities} >= {Kind.PERSON, Kind.UNKNOWN, Kind.VESSEL}
