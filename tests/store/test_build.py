from datetime import date

import pytest

from vigil.errors import InvalidInput, SourceChanged, WorldError
from vigil.store.build import build_world, countries_of
from vigil.store.worlds import open_world, verify_world, write_world

BUILT = date(2026, 8, 7)


@pytest.fixture
def build(tmp_path, world_folder):
    """Build `built` from the small world as the shipped one."""

    def run(*sources, as_of=None):
        shipped = open_world(world_folder)
        return build_world(
            tmp_path / "built", sources, as_of=as_of, built_on=BUILT, shipped=shipped
        )

    return run


def test_the_shipped_parties_come_without_a_path(build, tmp_path, world_folder):
    build(("vigil_uav", None))
    assert open_world(tmp_path / "built").id == open_world(world_folder).id


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ([("us_csl", None)], "a source must have its file, like us_csl=PATH"),
        ([("vigil_uav", "x.json")], "vigil_uav is shipped and takes no path"),
        ([("vigil_uav", None), ("vigil_uav", None)], "a source must be named once"),
        ([("ofac", "x.xml")], "a source must be one of"),
    ],
    ids=["no_path", "path_too_many", "twice", "unknown"],
)
def test_sources_that_make_no_sense_are_refused(build, tmp_path, sources, message):
    with pytest.raises(InvalidInput, match=message):
        build(*((i, p and tmp_path / p) for i, p in sources))
    assert not (tmp_path / "built").exists()


def test_all_bad_sources_are_told_at_once(build):
    with pytest.raises(InvalidInput) as caught:
        build(("us_csl", None), ("eu_fsf", None))
    assert len(caught.value.problems) == 2


def test_all_refused_files_are_told_at_once_and_the_old_world_stays(build, tmp_path):
    build(("vigil_uav", None))
    before = open_world(tmp_path / "built").id
    (tmp_path / "csl.json").write_text('{"results": []}')
    (tmp_path / "un.xml").write_bytes(b"<CONSOLIDATED_LIST>\xe9")
    with pytest.raises(SourceChanged, match=r"(?s)csl\.json: .*un\.xml: "):
        build(("us_csl", tmp_path / "csl.json"), ("un_sc", tmp_path / "un.xml"))
    assert open_world(tmp_path / "built").id == before
    assert verify_world(tmp_path / "built") == []


@pytest.mark.parametrize(
    ("name", "said"),
    [("missing.json", "us_csl must be readable"), ("empty", "us_csl must be one file, got none")],
    ids=["missing", "empty folder"],
)
def test_a_file_that_cannot_be_read_is_a_refused_source(build, tmp_path, name, said):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceChanged, match=said):
        build(("us_csl", tmp_path / name))


def test_a_shipped_world_must_hold_the_shipped_parties(build, tmp_path, catalogues, source):
    write_world(tmp_path / "world", [source("us_csl")], *catalogues)
    with pytest.raises(WorldError, match="must hold vigil_uav and nothing else, got us_csl"):
        build(("vigil_uav", None))


def test_no_code_is_read_as_a_name(catalogues):
    assert countries_of(catalogues[2]).code("ir") is None


@pytest.mark.shared
@pytest.mark.slow
def test_the_real_lists_build_one_world_twice(build, shared, tmp_path):
    sources = (
        ("us_csl", shared / "lists/us_csl/consolidated.json"),
        ("un_sc", shared / "lists/un_sc/consolidated_2026-02-27.xml"),
    )
    first = build(*sources)
    world = open_world(tmp_path / "built")
    assert build(*reversed(sources)) == first
    assert open_world(tmp_path / "built").id == world.id
    counts = {s.id: (s.entries, s.version, s.dated_by) for s in world.sources}
    assert counts == {
        "us_csl": (25_921, date(2026, 7, 31), "publisher"),
        "un_sc": (1_003, date(2026, 2, 27), "publisher"),
    }
    assert len(world.parts.entities()) == 25_918 + 1_003
