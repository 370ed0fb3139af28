"""The compile step: every problem of every file at once, and the committed world is fresh."""

import shutil

import pytest

from vigil.errors import InvalidInput
from vigil.store.compile import DATA, compile_world, read_shelf
from vigil.store.worlds import SHIPPED

NOT_FRESH = "vigil/data changed without `make world`: run it and commit vigil/data/world"


def files_of(folder):
    return {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def data(tmp_path):
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy, ignore=shutil.ignore_patterns("world", ".world*"))
    return copy


def test_the_committed_world_is_what_the_files_say(tmp_path):
    compile_world(DATA, tmp_path / "world")
    made, committed = files_of(tmp_path / "world"), files_of(SHIPPED)
    assert made.keys() == committed.keys(), NOT_FRESH
    differing = [n for n in made if made[n].read_bytes() != committed[n].read_bytes()]
    assert differing == [], NOT_FRESH


def test_every_problem_of_every_file_is_told_and_nothing_is_written(data, tmp_path):
    for name, old, new in (
        ("shipped.yaml", "version: 2026-11-21", "version: soon"),
        ("provisions.yaml", "jurisdiction: CN", "jurisdiction: XX"),
        ("key_items.yaml", "hs: '854231'", "hs: '85423'"),
        ("places.yaml", "kind: zone", "kind: park"),
        ("parties.yaml", "kind: person", "kind: human"),
    ):
        text = (data / name).read_text(encoding="utf-8")
        (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        compile_world(data, tmp_path / "world")
    files = {problem.path.split()[0] for problem in caught.value.problems}
    assert files >= {"shipped.yaml", "provisions.yaml", "key_items.yaml", "places.yaml"}
    assert "parties.yaml" in files
    assert not (tmp_path / "world").exists()


def test_a_missing_file_is_told(data, tmp_path):
    (data / "vessels.yaml").unlink()
    with pytest.raises(InvalidInput, match=r"vessels\.yaml"):
        compile_world(data, tmp_path / "world")


@pytest.mark.parametrize("broken", [b"\xff\xfe", b"a: [1", b"\tx: 1"], ids=["bytes", "open", "tab"])
def test_a_file_that_is_no_yaml_is_told_by_name(tmp_path, broken):
    (tmp_path / "lists.yaml").write_bytes(broken)
    with pytest.raises(InvalidInput, match=r"lists\.yaml"):
        read_shelf(tmp_path)
