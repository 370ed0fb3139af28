"""Names to look up, from files."""

import io

import pytest

from vigil.errors import InvalidInput
from vigil.store.name_files import read_queries


def read(tmp_path, text, name="names.txt"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return read_queries(str(path), io.BytesIO(), None, None)


def test_a_name_a_line_without_blank_ones(tmp_path):
    assert [q.name for q in read(tmp_path, "Iran Air\r\n\n  Mado \n")] == ["Iran Air", "Mado"]


def test_a_csv_gives_kind_and_country_where_it_knows_them(tmp_path):
    (one, other) = read(tmp_path, "name,country,note\nMado,IR,x\nAcme,,y\n", "names.csv")
    assert [(one.country, other.country)] == [("IR", None)]


@pytest.mark.parametrize(
    ("text", "file"),
    [("Acme\n\n!!!\n???\n", "names.txt"), ("name\nAcme\n!!!\n???\n", "names.csv")],
)
def test_every_name_that_cannot_be_searched_is_told_with_its_row(text, file, tmp_path):
    with pytest.raises(InvalidInput) as refused:
        read(tmp_path, text, file)
    assert [problem.row for problem in refused.value.problems] == [3, 4]
