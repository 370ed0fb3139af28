"""The stored index answers as the one made in memory, and nothing damaged is used."""

import json

import pytest

from vigil.errors import WorldError
from vigil.names.kernel import IS_COMPILED
from vigil.store.worlds import open_world, verify_world, write_world

pytestmark = pytest.mark.skipif(not IS_COMPILED, reason="no kernel: the index is made in memory")
QUERIES = ("Example Works", "Exampleworks", "Primer", "Пример", "Exmple Worcs", "EW", "Nobody")


@pytest.fixture
def indexed(tmp_path, catalogues, source):
    folder = tmp_path / "indexed"
    lists = [
        source("us_csl", names=("Example Works", "Sample Foundry Group Holding")),
        source("un_sc", 2),
    ]
    write_world(folder, lists, *catalogues, with_index=True)
    return folder


@pytest.fixture
def plain(tmp_path, catalogues, source):
    folder = tmp_path / "plain"
    lists = [
        source("us_csl", names=("Example Works", "Sample Foundry Group Holding")),
        source("un_sc", 2),
    ]
    write_world(folder, lists, *catalogues)
    return folder


@pytest.mark.parametrize("query", [*QUERIES, "SFGH", "Sample Foundrygroup"])
def test_the_stored_index_answers_as_the_one_made_in_memory(query, indexed, plain):
    stored, made = (open_world(folder).names for folder in (indexed, plain))
    assert stored.search(query, threshold=0.3) == made.search(query, threshold=0.3)


def test_the_index_does_not_change_the_id_of_a_world(indexed, plain):
    assert open_world(indexed).id == open_world(plain).id


def test_entities_are_the_same_read_one_by_one(indexed, plain):
    assert list(open_world(indexed).names.entities) == list(open_world(plain).names.entities)


def test_an_indexed_world_is_whole(indexed):
    assert verify_world(indexed) == []


@pytest.mark.parametrize("name", ["word_text", "name_entity", "line_begin"])
def test_a_changed_array_is_noticed(name, indexed):
    path = indexed / "index" / name
    path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:])
    with pytest.raises(WorldError, match=name):
        open_world(indexed)


def test_a_missing_array_is_noticed(indexed):
    (indexed / "index" / "lost").unlink()
    with pytest.raises(WorldError, match="lost"):
        open_world(indexed)


def test_a_foreign_file_in_the_index_is_told(indexed):
    (indexed / "index" / "notes.txt").write_text("x")
    assert len(verify_world(indexed)) == 1


def reseal(folder, **change):
    path = folder / "index" / "index.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))


def test_an_index_of_another_world_is_refused(indexed):
    reseal(indexed, world="sha256:0")
    with pytest.raises(WorldError, match="of this world"):
        open_world(indexed)


def test_an_index_of_another_engine_is_made_anew_with_a_warning(indexed, plain):
    reseal(indexed, engine="0")
    with pytest.warns(RuntimeWarning, match="another version"):
        world = open_world(indexed)
    found = world.names.search("Exampleworks", threshold=0.7)
    assert found == open_world(plain).names.search("Exampleworks", threshold=0.7)
