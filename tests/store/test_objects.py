import pytest

from vigil.errors import WorldError
from vigil.store.objects import Objects


@pytest.fixture
def objects(tmp_path):
    """An empty store."""
    (tmp_path / "objects").mkdir()
    return Objects(tmp_path / "objects")


def test_what_is_put_is_got(objects):
    assert objects.get(objects.put(b"list")) == b"list"


def test_the_same_bytes_are_kept_once(objects):
    assert objects.put(b"list") == objects.put(b"list")
    assert len([path for path in objects.folder.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda path, _: path.unlink(),
        lambda path, _: path.write_bytes(b"not compressed"),
        lambda path, _: path.write_bytes(path.read_bytes()[:-1]),
        lambda path, other: path.write_bytes(other.read_bytes()),
    ],
    ids=["missing", "no zlib", "cut", "another's"],
)
def test_a_damaged_object_is_refused(objects, damage):
    one, other = (objects.put(data) for data in (b"one", b"other"))
    paths = [objects.folder / sha256[:2] / sha256[2:] for sha256 in (one, other)]
    damage(*paths)
    with pytest.raises(WorldError, match=r"must hold what was kept|must have the hash"):
        objects.get(one)


def test_what_a_killed_writer_left_is_removed(objects):
    (objects.folder / ".new-abc").write_bytes(b"half")
    objects.tidy()
    assert list(objects.folder.iterdir()) == []
