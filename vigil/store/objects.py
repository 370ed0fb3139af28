"""Bytes kept under their own hash: written once, never changed, checked at each reading.

    objects/ab/cdef…       zlib-compressed; named by the sha256 of what was compressed
    objects/.new-<hash>    being written; a killed writer leaves one behind, the next removes it

An object appears by a rename, so that it is there whole or not at all; that it stays after a power
cut is sure once `sync` has returned. One writer at a time: whoever calls `put` holds the history's
lock.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from pathlib import Path

from vigil.errors import WorldError

TEMPORARY = ".new-"


class Objects:
    """The objects in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._to_sync: set[Path] = set()

    def put(self, data: bytes) -> str:
        """Keep the bytes; those that are there already stay.

        Returns:
            Their sha256, in hex.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._path(sha256)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            staged = self.folder / f"{TEMPORARY}{sha256}"
            with staged.open("wb") as file:
                file.write(zlib.compress(data, 6))
                file.flush()
                os.fsync(file.fileno())
            staged.replace(path)
        # Also of one that was there: whoever put it may have died before its folder was confirmed.
        self._to_sync |= {path.parent, self.folder}
        return sha256

    def sync(self) -> None:
        """Have the disk confirm everything put, before anything names it."""
        for folder in sorted(self._to_sync):
            sync_folder(folder)
        self._to_sync.clear()

    def get(self, sha256: str) -> bytes:
        """The bytes of a hash.

        Raises:
            WorldError: they are missing, or no longer what was kept.
        """
        path = self._path(sha256)
        try:
            data = zlib.decompress(path.read_bytes())
        except (OSError, zlib.error) as error:
            raise WorldError(f"{path} must hold what was kept under it, got {error}") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise WorldError(f"{path} must have the hash that it is named by")
        return data

    def tidy(self) -> None:
        """Remove what a killed writer left half written."""
        for left in self.folder.glob(f"{TEMPORARY}*"):
            left.unlink()

    def _path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256[2:]


def sync_folder(folder: Path) -> None:
    """Have the disk confirm a folder's own entries (names and renames)."""
    if os.name == "nt":
        return  # Windows cannot open a folder for syncing
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
