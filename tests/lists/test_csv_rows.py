import csv as csv_module

import pytest

from vigil.errors import SourceChanged
from vigil.lists.csv_rows import csv_table, rows_under

KNOWN = ("a", "b")


def read(table):
    return [row for _, row in rows_under(table[0], KNOWN, table[1:], "x")]


def test_rows_are_read_by_column_without_outer_space():
    table = csv_table(b'\xef\xbb\xbfa,b\r\n1," 2,\r\n3 "\r\n', "x")
    assert read(table) == [{"a": "1", "b": "2,\r\n3"}]


def test_an_empty_row_is_none():
    assert read([["a", "b"], ["", ""], [], ["1", "2"]]) == [{"a": "1", "b": "2"}]


@pytest.mark.parametrize(
    ("heading", "message"),
    [
        (["a"], "the next column must be 'b', got None"),
        (["a", "b", "c"], "the next column must be None, got 'c'"),
        (["b", "a"], "the next column must be 'a', got 'b'"),
    ],
)
def test_another_heading_is_refused(heading, message):
    with pytest.raises(SourceChanged, match=message):
        read([heading])


@pytest.mark.parametrize("row", [["1"], ["1", "2", "3"], ["1", "2", ""]])
def test_a_row_of_another_length_is_refused(row):
    with pytest.raises(SourceChanged, match="row 1 must have 2 fields"):
        read([["a", "b"], row])


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"a\xe9,b", "must be UTF-8"), (b'a,"b', "well-formed"), (b'a,"b"c', "well-formed")],
)
def test_what_is_no_csv_is_refused(data, message):
    with pytest.raises(SourceChanged, match=message):
        csv_table(data, "x")


def test_a_list_changes_no_limit_of_other_readers():
    before = csv_module.field_size_limit()
    csv_table(b"a,b\n1,2\n", "x")
    assert csv_module.field_size_limit() == before
