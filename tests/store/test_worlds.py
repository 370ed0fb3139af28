import hashlib
import json
import os
import subprocess
import sys
from datetime import date

import pytest

from vigil.errors import WorldError
from vigil.store.worlds import open_world, verify_world, write_world

FILES = (
    "manifest.json",
    "manifest.sha256",
    "sources/vigil_uav.jsonl",
    "catalogues/goods.json",
    "catalogues/routes.json",
    "catalogues/law.json",
)


def content(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def reseal(folder, change):
    """Change the manifest and give it the seal that fits."""
    plain = json.loads((folder / "manifest.json").read_text())
    change(plain)
    data = json.dumps(plain).encode()
    (folder / "manifest.json").write_bytes(data)
    seal = f"{hashlib.sha256(data).hexdigest()}  manifest.json\n"
    (folder / "manifest.sha256").write_text(seal)


def test_what_is_written_is_what_is_opened(world_folder, catalogues, source):
    world = open_world(world_folder)
    goods, routes, law = catalogues
    assert (world.goods, world.routes, world.parts.law()) == (goods, routes, law)
    assert world.names.entities == source().entities


def test_the_id_is_the_hash_of_the_manifest(world_folder):
    expected = hashlib.sha256((world_folder / "manifest.json").read_bytes()).hexdigest()
    assert open_world(world_folder).id == f"sha256:{expected}"


def test_the_manifest_has_only_strings_integers_and_booleans(world_folder):
    def leaves(value):
        inside = value.values() if isinstance(value, dict) else value
        nested = isinstance(value, dict | list)
        return [leaf for v in inside for leaf in leaves(v)] if nested else [value]

    manifest = json.loads((world_folder / "manifest.json").read_text())
    assert {type(leaf) for leaf in leaves(manifest)} == {str, int, bool}


def test_the_same_world_has_the_same_bytes_whatever_the_order(tmp_path, catalogues, source):
    some, other = source("us_csl"), source("un_sc", 2)
    write_world(tmp_path / "a", [some, other], *catalogues)
    write_world(tmp_path / "b", [other, some], *catalogues)
    assert content(tmp_path / "a") == content(tmp_path / "b")


def test_another_hash_seed_gives_the_same_bytes():
    program = (
        "import msgspec; from datetime import date; from vigil.store.worlds import _put_catalogue;"
        "from vigil.goods.catalogue import GoodsCatalogue; d = date(2026, 7, 31);"
        "g = GoodsCatalogue(d, (), (), (), (), (), {'CN': (), 'AE': ()}, {}, (), (),"
        " frozenset({'854231', '880730', '010121', '840710'}), d); f = {};"
        "_put_catalogue(f, 'goods', g, 0); print(f)"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(seen) == 1


@pytest.mark.parametrize("change", [{"version": date(2026, 8, 1)}, {"names": ("Other",)}])
def test_another_day_or_name_is_another_world(tmp_path, catalogues, source, world_folder, change):
    write_world(tmp_path / "other", [source(**change)], *catalogues)
    assert open_world(tmp_path / "other").id != open_world(world_folder).id


def test_one_entity_of_two_sources_is_one_with_both_origins(tmp_path, catalogues, source):
    write_world(tmp_path / "w", [source("us_csl"), source("vigil_uav")], *catalogues)
    (entity,) = open_world(tmp_path / "w").names.entities
    assert [origin.source for origin in entity.origins] == ["us_csl", "vigil_uav"]


def test_the_publishers_rows_are_the_entries(tmp_path, catalogues, source):
    manifest = write_world(tmp_path / "w", [source(rows=3)], *catalogues)
    assert (manifest.sources[0].entries, manifest.sources[0].names) == (3, 2)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("position", [0, 10, -1])
def test_one_changed_byte_is_noticed(world_folder, name, position):
    data = bytearray((world_folder / name).read_bytes())
    data[position] ^= 1
    (world_folder / name).write_bytes(data)
    with pytest.raises(WorldError, match=name.removeprefix("manifest.")):
        open_world(world_folder)
    assert verify_world(world_folder)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_the_way_out(world_folder, name):
    (world_folder / name).unlink()
    with pytest.raises(WorldError, match=rf"{name} must be readable.*vigil world build"):
        open_world(world_folder)


def test_a_missing_folder_is_an_error(tmp_path):
    with pytest.raises(WorldError, match=r"No such file or directory.*vigil world build"):
        open_world(tmp_path / "nowhere")


def test_all_broken_files_are_named_at_once(world_folder):
    (world_folder / "catalogues/law.json").unlink()
    (world_folder / "sources/vigil_uav.jsonl").write_bytes(b"")
    assert len(verify_world(world_folder)) == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda m: m.update(format=2), "must be of format 1, got 2"),
        (lambda m: m.update(author="x"), "unknown field `author`"),
        (lambda m: m["catalogues"].pop(), "must name goods, routes, law"),
        (lambda m: m["sources"][0].update(file="../../etc/passwd"), "must be inside it"),
        (lambda m: m["sources"][0].update(entries="1"), "Expected `int`"),
    ],
    ids=["format", "field", "catalogue", "outside", "type"],
)
def test_a_manifest_that_is_not_ours_is_an_error(world_folder, change, message):
    reseal(world_folder, change)
    with pytest.raises(WorldError, match=message):
        open_world(world_folder)


def test_a_whole_world_has_no_problems(world_folder):
    assert verify_world(world_folder) == []


def test_wrong_counts_are_a_problem(world_folder):
    reseal(world_folder, lambda m: m["sources"][0].update(names=3))
    assert [problem.split(",")[0] for problem in verify_world(world_folder)] == [
        "sources/vigil_uav.jsonl must hold 3 names",
    ]


def test_an_unexpected_file_is_a_problem(world_folder):
    (world_folder / "sources/us_csl.jsonl").write_text("")
    assert verify_world(world_folder) == [
        "only the world's own files may be in it, got 'sources/us_csl.jsonl'"
    ]


def test_a_folder_of_something_else_is_never_replaced(tmp_path, catalogues, source):
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(WorldError, match="needs a folder of its own"):
        write_world(tmp_path, [source()], *catalogues)
    assert (tmp_path / "thesis.doc").read_text() == "years of work"


def test_a_file_is_never_replaced_by_a_world(tmp_path, catalogues, source):
    (tmp_path / "world").write_text("notes")
    with pytest.raises(WorldError, match="a world is a folder, got a file"):
        write_world(tmp_path / "world", [source()], *catalogues)


def test_an_opened_world_does_not_see_a_later_one(world_folder, catalogues, source):
    world = open_world(world_folder)
    write_world(world_folder, [source(names=("Other",))], *catalogues)
    assert world.names.entities == source().entities


def test_a_world_whose_swap_was_cut_short_is_still_opened(world_folder):
    expected = open_world(world_folder).id
    world_folder.rename(world_folder.with_name(".world.old"))
    assert open_world(world_folder).id == expected
