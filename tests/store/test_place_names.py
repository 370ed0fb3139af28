"""The names of places in a world: kept, hashed when a first one is asked for, and not needed."""

import pytest

from vigil.errors import WorldError
from vigil.store.worlds import open_world, verify_world, write_world

LINES = b"#dxb\tAEDXB\t14\t\tDubai\ndubai\tAEDXB\t14\t\tDubai\n"
FILE = "catalogues/place_names.tsv"


@pytest.fixture
def folder(tmp_path, catalogues, source):
    write_world(tmp_path / "named", [source()], *catalogues, place_names=LINES)
    return tmp_path / "named"


def test_names_are_found_in_the_world_that_holds_them(folder):
    world = open_world(folder)
    assert [spot.code for spot in world.atlas.gazetteer.named("Dubai")] == ["AEDXB"]
    assert world.catalogue("place_names").entries == 2
    assert verify_world(folder) == []


def test_a_world_without_names_finds_none(world_folder):
    world = open_world(world_folder)
    assert world.parts.place_names() is None
    assert world.atlas.gazetteer.named("Dubai") == ()


def test_other_names_make_another_world(folder, tmp_path, catalogues, source):
    write_world(tmp_path / "other", [source()], *catalogues, place_names=LINES[:-1] + b"i\n")
    assert open_world(tmp_path / "other").id != open_world(folder).id


@pytest.mark.parametrize("position", [0, 10, -1])
def test_a_changed_name_is_noticed_when_one_is_asked_for(folder, position):
    data = bytearray((folder / FILE).read_bytes())
    data[position] ^= 1
    (folder / FILE).write_bytes(data)
    world = open_world(folder)
    with pytest.raises(WorldError, match=r"place_names\.tsv must have the hash"):
        world.atlas.gazetteer.named("Dubai")
    assert [problem.split()[0] for problem in verify_world(folder)] == [FILE]


def test_a_missing_file_is_named(folder):
    (folder / FILE).unlink()
    with pytest.raises(WorldError, match=rf"{FILE} must be readable"):
        open_world(folder)


def test_a_world_built_from_another_keeps_its_names(folder, tmp_path, source):
    parts = open_world(folder).parts
    write_world(
        tmp_path / "next", [source()], parts.goods(), parts.routes(), parts.law(),
        place_names=parts.place_names(),
    )  # fmt: skip
    assert (tmp_path / "next" / FILE).read_bytes() == LINES
