"""Downloaded files and the beginnings of downloads, kept beside a world for the next update.

    <file>                    the publisher's bytes, unpacked; nothing else stands here
    marks/<file>.json         where they came from, their hash, and the marks to ask again with
    marks/<file>.part         the beginning of a download that was cut off, as it came over the wire
    marks/<file>.part.json    how much of it is sure to be on the disk, with its hash, and its mark

Each record holds the hash of what it stands for. A file whose hash is another one (a kill between
two steps, a full disk, a stranger's hand) counts as absent and is loaded anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from vigil.errors import WorldError

MARKS = "marks"


class Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file that was loaded whole: its address, its hash and the publisher's marks of it."""

    url: str
    sha256: str
    etag: str | None = None
    last_modified: str | None = None


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The beginning of a file: so many `bytes` with the hash `sha256`, of `total` where known.

    `encoding` (empty: none), `last_modified`, the `etag` and the `digests` of the whole (by
    algorithm, base64) are as the answer gave them.
    """

    url: str
    etag: str | None
    total: int | None
    encoding: str
    last_modified: str | None
    digests: dict[str, str]
    bytes: int = 0
    sha256: str = hashlib.sha256().hexdigest()

    @property
    def can_go_on(self) -> bool:
        """Whether the rest can be asked for: only a strong mark tells versions apart for sure."""
        return self.etag is not None and self.etag.startswith('"')


Record = TypeVar("Record", Kept, Part)


class DownloadFolder:
    """The downloads of one source."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, file: str) -> Path:
        """Where a file stands when it is whole."""
        return self._folder / file

    def part_path(self, file: str) -> Path:
        """Where the beginning of a file stands."""
        return self._folder / MARKS / f"{file}.part"

    def kept(self, file: str, url: str) -> tuple[Kept, bytes] | None:
        """A whole file and its bytes; None when there is none, or it is not what was recorded."""
        kept = _record(self._of(self.path(file)), Kept)
        if kept is None or kept.url != url:
            return None
        try:
            data = self.path(file).read_bytes()
        except OSError:
            return None  # loaded anew
        return (kept, data) if hashlib.sha256(data).hexdigest() == kept.sha256 else None

    def keep(self, file: str, data: bytes, kept: Kept) -> None:
        """Put a file that was loaded whole in its place.

        Raises:
            WorldError: the disk does not take it.
        """
        with on_disk():
            self._write(self.path(file), data)
            self._write(self._of(self.path(file)), msgspec.json.encode(kept))
        self.drop_part(file)

    def part(self, file: str, url: str) -> Part | None:
        """The beginning of a file, cut to what was recorded; None when it is of no use."""
        path = self.part_path(file)
        part = _record(self._of(path), Part)
        if part is None or part.url != url or not part.can_go_on or part.bytes == 0:
            return None
        try:
            if path.stat().st_size < part.bytes:
                return None
            os.truncate(path, part.bytes)
            with path.open("rb") as opened:
                found = hashlib.file_digest(opened, "sha256").hexdigest()
        except OSError:
            return None  # loaded anew
        return part if found == part.sha256 else None

    def note_part(self, file: str, part: Part) -> None:
        """Record how much of a file has arrived, where that is of use; it is on the disk then.

        Raises:
            WorldError: the disk does not take it.
        """
        if part.can_go_on:
            with on_disk():
                _sync(self.part_path(file))
                self._write(self._of(self.part_path(file)), msgspec.json.encode(part))

    def drop_part(self, file: str) -> None:
        """Forget the beginning of a file."""
        path = self.part_path(file)
        for left in (self._of(path), path):
            with suppress(OSError):  # what stays is not used: its hash is asked for
                left.unlink(missing_ok=True)

    def prepare(self) -> None:
        """Make the folder.

        Raises:
            WorldError: it cannot be made.
        """
        with on_disk():
            (self._folder / MARKS).mkdir(parents=True, exist_ok=True)

    def _of(self, path: Path) -> Path:
        """Where the record of a file or part stands."""
        return self._folder / MARKS / f"{path.name}.json"

    def _write(self, path: Path, data: bytes) -> None:
        fresh = self._folder / MARKS / f"{path.name}.new"
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)


@contextmanager
def on_disk() -> Iterator[None]:
    """Whatever the disk refuses, told as what it means: nothing has changed.

    Raises:
        WorldError: it was refused.
    """
    try:
        yield
    except OSError as error:
        raise WorldError(
            f"the disk must take what is loaded, got {error.strerror} at {error.filename}; "
            "the world is unchanged"
        ) from error


def _record(path: Path, shape: type[Record]) -> Record | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except (OSError, msgspec.MsgspecError, UnicodeError):
        return None  # no record, no file: it is loaded anew


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
