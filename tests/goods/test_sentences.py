"""Where a statement about the goods ends."""

import pytest

from vigil.goods.sentences import clauses_of
from vigil.goods.wording import words_of


@pytest.mark.parametrize(
    ("text", "clause", "sentence"),
    [
        ("radio modem", (0, 0), (0, 0)),
        ("pump, belt", (0, 1), (0, 0)),
        ("pump; belt", (0, 1), (0, 1)),
        ("pump - belt", (0, 1), (0, 1)),
        ("pump / belt", (0, 1), (0, 1)),
        ("pump/belt", (0, 0), (0, 0)),
        ("DC-DC", (0, 0), (0, 0)),
        ("n.e.s. pump", (0, 0, 0, 1), (0, 0, 0, 1)),
        ("泵，带", (0, 1), (0, 0)),
        ("پمپ، تسمه", (0, 1), (0, 0)),
        ("", (), ()),
    ],
)
def test_commas_end_clauses_and_stronger_marks_sentences(text, clause, sentence):
    found = clauses_of(words_of(text))
    assert (found.clause, found.sentence) == (clause, sentence)


def test_a_bracket_is_a_number_of_its_own():
    assert clauses_of(words_of("a (b c) d (e)")).bracket == (0, 1, 1, 0, 2)


def test_ends_are_the_places_after():
    found = clauses_of(words_of("a b, c d; e"))
    assert (found.end_of_clause(0), found.end_of_sentence(0), found.beginning_of_clause(3)) == (
        2, 4, 2,
    )  # fmt: skip
