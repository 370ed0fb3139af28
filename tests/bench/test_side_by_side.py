"""Engines are read where they alert on as many clean people."""

from types import SimpleNamespace

import pytest

from bench.names.measure import Alerted, Compared
from bench.names.peers import PEERS, Rapidfuzz
from bench.names.sets import CleanPerson, Pair
from bench.names.side_by_side import best_f1, threshold_at
from vigil.model.entity import Name


def alerted(*scores):
    return [Alerted(CleanPerson("somebody", None), score, "") for score in scores]


@pytest.mark.parametrize(("share", "alerts"), [(0.0, 0), (0.25, 1), (0.5, 1), (0.75, 3), (1.0, 4)])
def test_no_more_clean_people_are_alerted_than_asked(share, alerts):
    answers = alerted(0.9, 0.8, 0.8, 0.6)
    threshold = threshold_at(answers, share)
    assert sum(answer.best >= threshold for answer in answers) == alerts


def test_the_best_f1_is_that_of_the_best_threshold():
    pair = {
        True: Pair("1", "Person", {}, {}, True, ""),
        False: Pair("2", "Person", {}, {}, False, ""),
    }
    assert best_f1([Compared(pair[True], 0.5), Compared(pair[False], 0.4)]) == 1.0


def test_the_plain_peer_finds_a_listed_name_and_compares_letters_only():
    known = SimpleNamespace(id="list:1", names=[Name("PETROV, Ivan"), Name("Ivan the Elder")])
    peer = Rapidfuzz(SimpleNamespace(names=SimpleNamespace(entities=[known])), 0.7)
    assert peer.search("Ivan Petrov", "person", "RU") == [("list:1", 1.0)]
    assert peer.search("Anna Berg", None, None) == []
    assert peer.compare("Person", {"name": ["Ivan Petrov"]}, {"name": ["Petrov Ivan"]}) == 1.0
    assert set(PEERS) == {"vigil", "rapidfuzz", "nomenklatura"}
