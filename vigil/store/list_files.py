"""The files of a list as somebody brings them: one file, a folder of files, or a zip archive."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from vigil.errors import SourceChanged

Found = tuple[str, int, Callable[[], bytes]]
"""A file's name, its size in bytes, and what reads it."""

BROKEN = (
    OSError, zipfile.BadZipFile, zlib.error, struct.error, ValueError, NotImplementedError,
    RuntimeError, EOFError,
)  # fmt: skip
"""What the standard library raises over files and over archives that are cut or damaged."""

MAX_BYTES = 1_000_000_000  # chosen: forty times the largest list; more is not a list
MAX_FILES = 100  # chosen: the largest set has eight


def read_files(source_id: str, path: Path) -> dict[str, bytes]:
    """The files by their lower-case names without folders.

    Raises:
        SourceChanged: not readable, too large, or two files of one name.
    """
    try:
        if path.is_dir():
            inside = [one for one in sorted(path.iterdir()) if one.is_file()]
            return _collected(
                source_id, ((one.name, one.stat().st_size, one.read_bytes) for one in inside)
            )
        with path.open("rb") as file:
            if zipfile.is_zipfile(file) and path.suffix.lower() == ".zip":
                with zipfile.ZipFile(file) as archive:
                    return _collected(source_id, _members(archive))
        return _collected(source_id, [(path.name, path.stat().st_size, path.read_bytes)])
    except BROKEN as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceChanged(f"{source_id} must be readable, got {reason}") from error


def _members(archive: zipfile.ZipFile) -> Iterator[Found]:
    for member in archive.infolist():
        if not member.filename:
            raise zipfile.BadZipFile("a member of the archive has no name")
        if not member.is_dir():
            name = PurePosixPath(member.filename).name
            yield name, member.file_size, partial(archive.read, member)


def _collected(source_id: str, found: Iterable[Found]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = MAX_BYTES
    for name, size, read in found:
        if size > left or len(files) == MAX_FILES:
            raise SourceChanged(
                f"{source_id} must be smaller than {MAX_BYTES:,} bytes in at most {MAX_FILES} files"
            )
        if name.lower() in files:
            raise SourceChanged(f"{source_id} must have each file once, got {name} twice")
        files[name.lower()] = data = read()
        left -= len(data)
    return files
