"""The figures of the bench, on engines whose answers are known."""

import math

import pytest

from bench.names import measure as m
from bench.names import report
from bench.names.listed import Query
from bench.names.sets import CleanPerson, NameSet, Pair, SetError, clean_people, putin_names


def query(text, entity, manipulation="typo-insert", expected="match", apart=False):
    return Query(text, entity, text, "person", manipulation, expected, apart, "Latin", "2 words")


def pair(is_match, score):
    return m.Compared(Pair("p", "Person", {}, {}, is_match, "g"), score)


QUERIES = NameSet(
    "q", [query("found", "e1"), query("missed", "e2", "leet"), query("low", "e3", apart=True)]
)
PEOPLE = NameSet("c", [CleanPerson("found", "DE"), CleanPerson("nobody", None)])


def search(name, _kind, _country):
    """One name is known, and another entity comes near it."""
    return [("e1", 0.9), ("e9", 0.95)] if name == "found" else []


def test_only_the_entity_that_is_meant_counts_as_found():
    answers = m.search_all(QUERIES, search)
    assert [(a.score, a.best, a.answers) for a in answers] == [
        (0.9, 0.95, 2),
        (0.0, 0.0, 0),
        (0.0, 0.0, 0),
    ]


def test_what_is_told_apart_is_not_in_the_headline():
    counted = m.headline(m.search_all(QUERIES, search))
    assert m.found_rate(counted) == m.Rate(1, 2)
    assert m.by(counted, lambda q: q.manipulation) == {
        "leet": m.Rate(0, 1),
        "typo-insert": m.Rate(1, 1),
    }


def test_a_clean_person_is_searched_as_a_person_and_alerts_once():
    asked = []

    def seen(name, kind, country):
        asked.append((kind, country))
        return search(name, kind, country)

    answers = m.alert_all(PEOPLE, seen, with_country=True)
    assert asked == [("person", "DE"), ("person", None)]
    assert m.alert_rate(answers) == m.Rate(1, 2)
    assert answers[0].entity == "e9"


def test_precision_recall_and_f1_are_those_of_the_book():
    answers = [pair(True, 0.7), pair(True, 0.69), pair(False, 0.9), pair(False, 0.1)]
    verdicts = m.verdicts(answers)
    assert (verdicts.precision, verdicts.recall, verdicts.f1) == (0.5, 0.5, 0.5)
    assert [a.score for a in m.wrong(answers)] == [0.69, 0.9]


def test_a_pair_without_a_verdict_is_neither_right_nor_wrong():
    assert m.wrong([pair(None, 0.9)]) == []
    assert math.isnan(m.verdicts([pair(None, 0.9)]).f1)


def test_the_sweep_falls_with_the_threshold():
    lines = m.sweep(m.search_all(QUERIES, search), m.alert_all(PEOPLE, search), 0.6)
    assert (lines[0].threshold, lines[-1].threshold) == (0.6, 0.96)
    assert [line.found.hits for line in lines] == sorted(
        (line.found.hits for line in lines), reverse=True
    )


@pytest.mark.parametrize(("hits", "count"), [(0, 10), (10, 10), (3, 7)])
def test_the_interval_holds_the_rate(hits, count):
    low, high = m.Rate(hits, count).interval()
    assert 0 <= low <= hits / count + 1e-9
    assert hits / count - 1e-9 <= high <= 1


def test_a_digest_changes_with_any_item_and_with_their_order():
    digests = {
        NameSet("c", PEOPLE.items).digest,
        NameSet("c", PEOPLE.items[::-1]).digest,
        NameSet("c", PEOPLE.items[:1]).digest,
    }
    assert len(digests) == 3
    assert PEOPLE.sample(9, 1).digest == PEOPLE.digest


def test_a_section_prints_its_digest_and_what_is_wrong():
    wrong = report.wrong_pairs("pairs", [pair(True, 0.1)])
    section = report.Section("pairs", "ab" * 32, 1, 1.0, {"f1": 0.5}, wrong=wrong, refused=1)
    text = report.as_text(section, shown_wrong=1)
    assert "sha256 " + "ab" * 8 in text
    assert "missed" in text
    assert "1 refused" in text


def test_a_folder_without_the_sets_is_told_with_its_path(tmp_path):
    with pytest.raises(SetError, match="country-codes"):
        clean_people(tmp_path)


@pytest.mark.shared
def test_seven_of_the_spellings_have_no_given_name(shared):
    named, titled = putin_names(shared)
    assert (len(named.items), len(titled.items)) == (74, 7)
