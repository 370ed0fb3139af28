import os
import shutil
from pathlib import Path

import pytest

from vigil.errors import WorldError
from vigil.store.folder import replace_folder, standing_folder

OLD = {"manifest.json": b"old", "sources/a.jsonl": b"1"}
NEW = {"manifest.json": b"new", "sources/b.jsonl": b"2", "catalogues/law.json": b"3"}
STEPS = ((os, "fsync"), (os, "close"), (Path, "mkdir"), (Path, "rename"), (shutil, "rmtree"),
         (os, "unlink"), (os, "rmdir"))  # fmt: skip


class Killed(BaseException):
    """Stands for a kill: nothing may catch it to tidy up."""


def content(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def kill_at(monkeypatch, step):
    """Die before the given call of those that change the disk."""
    calls = iter(range(1, 1_000))

    def guarded(original):
        def call(*args, **kwargs):
            if next(calls) == step:
                raise Killed
            return original(*args, **kwargs)

        return call

    for owner, name in STEPS:
        monkeypatch.setattr(owner, name, guarded(getattr(owner, name)))


def test_a_folder_holds_exactly_the_new_files(tmp_path):
    replace_folder(tmp_path / "world", OLD)
    replace_folder(tmp_path / "world", NEW)
    assert content(tmp_path / "world") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["world"]


@pytest.mark.parametrize("step", range(1, 26))
def test_a_kill_at_any_step_leaves_a_whole_folder(tmp_path, monkeypatch, step):
    folder = tmp_path / "world"
    replace_folder(folder, OLD)
    with monkeypatch.context() as patched:
        kill_at(patched, step)
        with pytest.raises(Killed):
            replace_folder(folder, NEW)
    assert content(standing_folder(folder)) in (OLD, NEW)
    replace_folder(folder, NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["world"]
    assert content(folder) == NEW


def test_a_swap_that_fails_puts_the_old_folder_back(tmp_path, monkeypatch):
    folder = tmp_path / "world"
    replace_folder(folder, OLD)
    rename = Path.rename

    def no_new(self, target):
        if self.name.endswith(".new"):
            raise OSError(28, "No space left on device", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", no_new)
    with pytest.raises(WorldError, match="No space left"):
        replace_folder(folder, NEW)
    assert content(folder) == OLD


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    replace_folder(tmp_path / "world-1", OLD)
    (tmp_path / "current").symlink_to("world-1")
    replace_folder(tmp_path / "current", NEW)
    assert (tmp_path / "current").is_symlink()
    assert content(tmp_path / "world-1") == NEW


def test_a_place_that_cannot_be_written_is_an_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WorldError, match="a world must be writable"):
        replace_folder(tmp_path / "file" / "world", NEW)
