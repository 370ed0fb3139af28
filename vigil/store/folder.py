"""A folder that is replaced whole or not at all.

A new folder is written and fsynced beside the old one under a hidden name, then swapped in by two
renames. Killed at any moment, the whole old or the whole new folder is there:

    writing     `world` is old             `.world.new` is half; the next writing removes it
    renaming    `world` is absent          `.world.old` is old and whole; readers use it
    swapped     `world` is new             `.world.old` is left over; the next writing removes it

One writer a folder: of two at once, one fails and the folder stays whole.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from vigil.errors import WorldError
from vigil.store.objects import sync_folder


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold exactly these files (path inside it, with `/`, to bytes).

    Raises:
        WorldError: it could not be written; what was there is there still.
    """
    folder = folder.resolve()  # a link stays a link: its target is replaced
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _settle(folder)
        staged = _stage(_beside(folder, "new"), files)
        _swap(folder, staged)
    except OSError as error:
        raise WorldError(
            f"a world must be writable, got {error.strerror} at {error.filename}; "
            "what was there before is unchanged"
        ) from error


def standing_folder(folder: Path) -> Path:
    """Where the folder's content stands: itself, or the old one when a swap was cut short."""
    resolved = folder.resolve()
    old = _beside(resolved, "old")
    return old if not resolved.exists() and old.is_dir() else resolved


def _beside(folder: Path, role: str) -> Path:
    return folder.with_name(f".{folder.name}.{role}")


def _settle(folder: Path) -> None:
    """Tidy what a killed writer left behind."""
    old = _beside(folder, "old")
    if old.is_dir():
        if folder.exists():
            shutil.rmtree(old)
        else:
            old.rename(folder)
    new = _beside(folder, "new")
    if new.exists():
        shutil.rmtree(new)


def _stage(staged: Path, files: Mapping[str, bytes]) -> Path:
    """Write all files into a new folder and have the disk confirm each."""
    staged.mkdir()
    for name, data in files.items():
        path = staged / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    for directory in (*(p for p in staged.rglob("*") if p.is_dir()), staged):
        sync_folder(directory)
    return staged


def _swap(folder: Path, staged: Path) -> None:
    """Put the staged folder in the place of the old one."""
    old = _beside(folder, "old")
    had_one = folder.exists()
    if had_one:
        folder.rename(old)
    try:
        staged.rename(folder)
    except OSError:
        if had_one and not folder.exists():
            old.rename(folder)
        raise
    sync_folder(folder.parent)
    if had_one:
        shutil.rmtree(old)
