"""A zip whose bytes follow from its files: no times, nothing compressed, each name once."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from vigil.errors import InvalidInput

LARGEST_BYTES = 1_000_000_000  # of a whole file; chosen: ten of the largest attachments
TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
UNIX = 3  # said on every system, so that all write the same bytes
FAULTS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The zip of these files, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, TIME)
            entry.create_system = UNIX
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data)
    return out.getvalue()


def unzipped(data: bytes, is_ours: Callable[[str], bool]) -> dict[str, bytes]:
    """The files of a zip, in their order; nothing is unpacked onto a disk.

    Args:
        data: the zip.
        is_ours: may a file have this name? Asked before it is read.

    Raises:
        InvalidInput: it is no zip, or has a name that is not ours or stands twice, or is packed.
    """
    if len(data) > LARGEST_BYTES:
        raise refused(f"a sealed case may have {LARGEST_BYTES} bytes", len(data))
    files: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                name = entry.filename
                if name in files or not is_ours(name):
                    raise refused("a sealed case must hold its own files, each once", name)
                if entry.compress_type != zipfile.ZIP_STORED or entry.file_size > len(data):
                    raise refused("nothing of a sealed case is compressed", name)
                files[name] = archive.read(entry)
    except FAULTS as error:
        raise refused("a sealed case must be a zip", str(error)) from error
    return files


def refused(expected: str, got: object) -> InvalidInput:
    """Why a file is not let in."""
    return InvalidInput.single(expected, "sealed case", got)
