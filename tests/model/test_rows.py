"""Rows are read strictly, and every problem is told at once."""

from datetime import date

import msgspec
import pytest

from vigil.errors import InvalidInput
from vigil.model.provision import Basis
from vigil.model.rows import Table, check_unique, check_window, ids_in, raise_all


class Stone(msgspec.Struct, frozen=True):
    name: str
    laid_on: date
    basis: Basis = Basis.PRIMARY
    marks: tuple[str, ...] = ()
    count: int = 1


class Wall(msgspec.Struct, frozen=True):
    id: str
    stones: tuple[Stone, ...] = ()


def read(*rows: object) -> tuple[list[Wall], list[str]]:
    table = Table("walls.yaml")
    found = table.rows({"walls": list(rows)}, "walls", Wall)
    return [row for _, row in found], [str(problem) for problem in table.problems]


STONE = {"name": "first", "laid_on": "2024-02-29"}


def test_a_right_row_becomes_a_value():
    walls, problems = read({"id": "a", "stones": [STONE | {"marks": ["x", "y"]}]})
    assert walls == [Wall("a", (Stone("first", date(2024, 2, 29), marks=("x", "y")),))]
    assert problems == []


@pytest.mark.parametrize(
    ("stone", "told"),
    [
        ({"laid_on": "2023-02-29"}, "must be a day such as 2023-06-09, got '2023-02-29'"),
        ({"laid_on": 2023}, "must be a day such as 2023-06-09, got 2023"),
        ({"basis": "hearsay"}, "must be one of primary, copy_of_primary, secondary, memory"),
        ({"count": "5"}, "must be a whole number, got '5'"),
        ({"count": True}, "must be a whole number, got True"),
        ({"name": None}, "must be a text, got None"),
        ({"marks": "x"}, "must be a list, got 'x'"),
        ({"mraks": ["x"]}, "unknown field 'mraks'; did you mean 'marks'? at"),
    ],
)
def test_a_bad_field_is_told_with_file_and_path(stone, told):
    walls, problems = read({"id": "a", "stones": [STONE | stone]})
    assert walls == []
    assert len(problems) == 1
    assert told in problems[0]
    assert "walls.yaml $.walls[0].stones[0]" in problems[0]


def test_one_bad_field_does_not_hide_the_next():
    _, problems = read({"id": 7, "stones": [{"name": 1}, {"laid_on": "x"}]}, {"stones": []})
    assert len(problems) == 6


def test_a_row_that_is_no_mapping_is_told():
    assert "a row must be a mapping, got ['a']" in read(["a"])[1][0]


@pytest.mark.parametrize("document", [None, [], {"wals": []}, {"walls": {}}], ids=str)
def test_a_file_without_its_rows_is_told(document):
    table = Table("walls.yaml")
    assert table.rows(document, "walls", Wall) == []
    assert len(table.problems) == 1


def test_a_csv_row_has_lists_by_semicolon_and_absent_cells():
    table = Table("stones.csv")
    text = "# a comment\nname,laid_on,marks,count\na,2024-01-01,x;y,\nb,2024-01-02,,3\n"
    rows = [row for _, row in table.records(text, Stone)]
    assert rows == [
        Stone("a", date(2024, 1, 1), marks=("x", "y")),
        Stone("b", date(2024, 1, 2), count=3),
    ]
    assert table.problems == []


@pytest.mark.parametrize(
    "text",
    [
        "name;laid_on\na;2024-01-01\n",
        "name,laid_on\na,2024-01-01,extra\n",
        'name,laid_on\n"a,2024-01-01\n',
        "name,laid_on\na,\n",
        "name,laid_on,count\na,2024-01-01,many\n",
    ],
    ids=["wrong delimiter", "cell too many", "open quote", "required cell empty", "no number"],
)
def test_broken_csv_is_told(text):
    table = Table("stones.csv")
    assert table.records(text, Stone) == []
    assert table.problems


def test_the_second_bearer_of_an_id_is_told():
    table = Table("walls.yaml")
    check_unique(table, [("$[0]", Wall("a")), ("$[1]", Wall("b")), ("$[2]", Wall("a"))], "id")
    assert [str(p) for p in table.problems] == [
        "id must be unique, also at $[0], got 'a' at walls.yaml $[2].id"
    ]


def test_a_window_may_last_one_day_but_not_end_before_it_begins():
    table = Table("t")
    check_window(table, "$", date(2024, 1, 2), date(2024, 1, 2))
    check_window(table, "$", None, date(2024, 1, 2))
    assert table.problems == []
    check_window(table, "$", date(2024, 1, 2), date(2024, 1, 1))
    assert len(table.problems) == 1


def test_ids_are_read_leniently():
    assert ids_in({"walls": [{"id": "a"}, {"id": 7}, "b", {}]}, "walls") == {"a", "7"}
    assert ids_in(None, "walls") == frozenset()


def test_problems_of_several_files_are_one_error():
    tables = [Table("a"), Table("b"), Table("c")]
    raise_all(tables)
    tables[0].problem("x", "$")
    tables[2].problem("y", "$")
    with pytest.raises(InvalidInput) as caught:
        raise_all(tables)
    assert len(caught.value.problems) == 2
