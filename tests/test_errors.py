"""A message says what would be right, what was got, where, and the way out."""

import pytest

from vigil.errors import InputProblem, InvalidInput, shown


def test_a_problem_says_file_row_value_path_and_way_out():
    problem = InputProblem(
        "role must be one of a, b", "$.role", "ab", row=3, file="x.csv", hint="did you mean 'a'?"
    )
    assert str(problem) == (
        "x.csv, row 3: role must be one of a, b, got 'ab' at $.role; did you mean 'a'?"
    )


@pytest.mark.parametrize(
    ("place", "start"),
    [({}, "must be"), ({"row": 2}, "row 2: must"), ({"file": "f"}, "f: must")],
    ids=["nowhere", "row", "file"],
)
def test_what_is_not_known_of_the_place_is_not_said(place, start):
    assert str(InputProblem("must be", "", 1, **place)).startswith(start)


def test_a_problem_placed_elsewhere_leaves_the_first_as_it_was():
    first = InputProblem("must be", "$.a", 1, hint="h")
    moved = first.placed(file="f", row=2)
    assert (moved.path, moved.got, moved.hint, moved.row) == ("$.a", 1, "h", 2)
    assert (first.file, first.row) == (None, None)


def test_all_problems_are_in_the_message():
    error = InvalidInput([InputProblem("one", "", has_value=False), InputProblem("two", "$", 2)])
    assert str(error).splitlines() == ["one", "two, got 2 at $"]


@pytest.mark.parametrize("value", ["x" * 10**6, "\ud800", "\0"], ids=["long", "surrogate", "NUL"])
def test_any_text_can_be_shown(value):
    assert len(shown(value).encode("utf-8")) < 100
