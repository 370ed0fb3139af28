"""Each manipulation does what its sentence says, the same way from the same seed."""

import csv
from random import Random

import pytest

from bench.names import characters, firms, letters, people, romanisation, words
from bench.names.fold import Rarity, edits, keeps_one, words_of
from bench.names.listed import Drawer, ListedName
from bench.names.manipulate import CLASSES, COMBINED, MATCH, NO_MATCH, SINGLE, manipulated

OURS = {"diacritics-gained", "legal-form-added", "legal-form-spelt-out"}
NAMES = (
    ListedName("1", "person", "AL-ASSAD, Bashar Hafiz"),
    ListedName("2", "person", "OVSYANNIKOV, Dmitriy Vladimirovich"),
    ListedName("3", "person", "HOSSEINZADEH, Mohammad Reza"),
    ListedName("4", "person", "Lucia Carmen Montealegre Lopez"),
    ListedName("5", "organisation", "First International Organization for Müller Trading 44 GmbH"),
    ListedName("6", "organisation", "Baikal Cargo Lines LLC"),
    ListedName("7", "unknown", "Suzhou Xinyan Holdings Co., Ltd."),
    ListedName("8", "vessel", "BALTIC STAR II"),
    ListedName("9", "vessel", "SANARBAY 6"),
    ListedName("10", "organisation", "Semiconductor Electronics Bank Two"),
    ListedName("11", "person", "Khamis al-Saadi, Jacqueline"),
    ListedName("12", "person", "MESSINGER, Robert Josephus"),
    ListedName("13", "aircraft", "BOURKHAN"),
)
RARITY = Rarity(name.text for name in NAMES)
WORKING = [m for m in CLASSES if m.change is not None]


def answers(manipulation, seeds=range(6)):
    """Every name changed this way from several seeds, with the name it came from."""
    changed = (
        (name, manipulated(manipulation, name.text, name.kind, Random(seed)))
        for name in NAMES for seed in seeds
    )  # fmt: skip
    return [(name, query) for name, query in changed if query is not None]


@pytest.mark.parametrize(
    "manipulation", WORKING, ids=lambda m: f"{m.name}-{'-'.join(sorted(m.kinds))}"
)
def test_a_class_changes_some_name_and_the_same_way_from_the_same_seed(manipulation):
    changed = answers(manipulation)
    assert changed
    assert changed == answers(manipulation)
    assert all(query != name.text for name, query in changed)


@pytest.mark.parametrize("manipulation", [m for m in WORKING if m.kinds], ids=lambda m: m.name)
def test_a_class_leaves_other_kinds_alone(manipulation):
    assert {name.kind for name, _ in answers(manipulation)} <= manipulation.kinds


@pytest.mark.shared
def test_every_published_class_is_in_the_table(shared):
    with (shared / "labelled/manipulation_classes.csv").open(encoding="utf-8", newline="") as file:
        published = {row["class"] for row in csv.DictReader(file)}
    assert {m.name for m in SINGLE} == published | OURS


@pytest.mark.parametrize(
    ("change", "listed", "query"),
    [
        (letters.single_double, "Picaso Rosso", "Picaso Roso"),
        (letters.reverse_string, "Ivan Petrov", "navI vorteP"),
        (characters.widen, "DELTA", "ＤＥＬＴＡ"),
        (characters.lose_diacritics, "Jörg Björn", "Jorg Bjorn"),
        (characters.question_diacritics, "Jörg Björn", "J?rg Bj?rn"),
        (characters.drop_diacritics, "Jörg Björn", "Jrg Bjrn"),
        (characters.expand_diacritics, "Köhler", "Koehler"),
        (words.make_acronym, "Office of Naval Works", "ONW"),
        (words.abbreviate, "Baltic International Lines", "Baltic Int'l Lines"),
        (people.only_initials, "Anna Berg", "A.B."),
        (people.use_nickname, "Robert Stone", "Bob Stone"),
        (people.write_homophone, "Steven Stone", "Stephen Stone"),
        (firms.drop_form, "Nordwind Optik GmbH", "Nordwind Optik"),
        (firms.spell_form, "Delta LLC", "Delta Limited Liability Company"),
        (firms.digits_to_words, "Factory 21", "Factory Twenty-One"),
        (firms.words_to_digits, "Blue Line Seven Cargo", "Blue Line 7 Cargo"),
        (firms.rewrite_ordinal, "Third Baltic Line", "3rd Baltic Line"),
        (firms.rewrite_roman, "BALTIC STAR 3", "BALTIC STAR III"),
        (firms.write_british, "DEFENSE WORKS", "DEFENCE WORKS"),
        (romanisation.write_cyrillic, "Vladimirov", "Владимиров"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_the_example_is_changed_as_told(change, listed, query):
    assert change(listed, Random(1)) == query


@pytest.mark.parametrize(
    ("change", "listed"),
    [
        (letters.single_double, "Putin"),
        (characters.lose_diacritics, "Putin"),
        (characters.change_spaces, "Putin"),
        (words.drop_word, "Vladimir Putin"),
        (words.split_word, "Abu Ali"),
        (people.change_patronymic, "Mile Pejcic"),
        (people.use_nickname, "Robert"),
        (firms.drop_form, "Alabuga"),
        (firms.add_place, "DONALD V. BERNARDO"),
        (firms.rewrite_roman, "NAMED AFTER V. TARASOV"),
        (firms.conflict_number, "STELLAR ORACLE"),
        (romanisation.write_cyrillic, "TYLER JAMES SUMLIN"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_class_that_does_not_apply_says_so(change, listed):
    assert all(change(listed, Random(seed)) is None for seed in range(5))


@pytest.mark.parametrize("seed", range(5))
def test_hidden_characters_and_look_alikes_are_there_and_are_seen_through(seed):
    hidden = characters.hide_characters("Alabuga", Random(seed))
    mixed = characters.write_look_alikes("Alabuga", Random(seed))
    assert hidden != "Alabuga" != mixed
    assert words_of(hidden) == words_of(mixed) == ("alabuga",)


def test_a_father_of_the_same_name_is_no_conflict():
    changed = {people.change_patronymic("Oleg Ivanovich Petrov", Random(s)) for s in range(20)}
    assert "Oleg Ivanovich Petrov" not in changed


def test_another_number_is_never_the_same():
    assert all(firms.conflict_number("SANAR 6", Random(s)) != "SANAR 6" for s in range(20))


def test_combined_ones_change_more_than_one_thing():
    queries = [query for way in COMBINED for _, query in answers(way)]
    assert len(queries) > 100


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("Bashar al Asad", True),
        ("AlAssadBashar", True),
        ("Ba shar", True),
        ("B4sh4r", True),
        ("Башар", True),
        ("Bxshxr", True),
        ("Bxxhxr Axxxd", False),
        ("B. A.", False),
        ("", False),
    ],
)
def test_a_telling_word_is_kept_within_two_edits(query, kept):
    assert keeps_one(("bashar", "assad"), query) is kept


def test_a_word_of_four_letters_bears_one_edit():
    assert keeps_one(("omar",), "omer")
    assert not keeps_one(("omar",), "amer")


def test_common_and_short_words_do_not_tell():
    rarity = Rarity(["Company Xi Alabuga", "Company A", "Company B", "Company C"])
    assert rarity.telling_words("Company Xi Alabuga") == ("alabuga",)


def test_a_registration_does_not_tell():
    assert Rarity(["YV2558", "Alabuga"]).telling_words("YV2558") == ()


@pytest.mark.parametrize(
    ("left", "right", "count"), [("putin", "putin", 0), ("ab", "ba", 1), ("abc", "xyz", 3)]
)
def test_edits_count_swaps_as_one(left, right, count):
    assert edits(left, right, 3) == count == edits(right, left, 3)


@pytest.mark.parametrize("expected", [MATCH, NO_MATCH])
def test_a_seed_draws_the_same_queries_and_another_others(expected):
    drawer = Drawer(NAMES)
    once = drawer.draw(200, 1, expected)
    assert once == Drawer(reversed(NAMES)).draw(200, 1, expected)
    assert once != drawer.draw(200, 2, expected)
    assert {query.expected for query in once} == {expected}


def test_drawn_queries_keep_a_telling_word_unless_told_apart():
    counted = [query for query in Drawer(NAMES).draw(400, 3) if not query.apart]
    assert len(counted) > 150
    assert all(keeps_one(RARITY.telling_words(q.listed), q.text) for q in counted)


def test_names_without_a_telling_word_are_not_drawn():
    drawer = Drawer([*NAMES, ListedName("99", "person", "LI, Bo")])
    assert drawer.without_telling_word == 1
    assert "99" not in {query.entity for query in drawer.draw(400, 1)}
