"""A body on its way to the disk: written in pieces, summed up, and sure up to the last note."""

from __future__ import annotations

import base64
import hashlib
import zlib
from types import TracebackType

import msgspec

from vigil.store.download_folder import DownloadFolder, Part, on_disk
from vigil.store.downloads import Download
from vigil.store.public_https import Unreachable

CHECKPOINT = 4_000_000  # chosen: bytes that a kill may cost


class Arriving:
    """A file that arrives; what is there of it already is the beginning that `part` records."""

    def __init__(self, folder: DownloadFolder, file: str, part: Part) -> None:
        self.part = part
        self.size = self._noted = part.bytes
        self._folder, self._file = folder, file
        self._path = folder.part_path(file)
        self._sums = {"sha256": hashlib.sha256(), "md5": hashlib.md5(usedforsecurity=False)}

    def __enter__(self) -> Arriving:
        with on_disk():
            if self.size:
                self._sum(self._path.read_bytes())
            self._open = self._path.open("ab" if self.size else "wb", buffering=0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with on_disk():
            self._open.close()
        if isinstance(error, Unreachable):
            self._note()

    def add(self, piece: bytes) -> None:
        """Write a piece after the others.

        Raises:
            WorldError: the disk does not take it.
        """
        view = memoryview(piece)
        with on_disk():
            while view:
                view = view[self._open.write(view) :]
        self.size += len(piece)
        self._sum(piece)
        if self.size - self._noted >= CHECKPOINT:
            self._note()

    def wrong(self) -> str | None:
        """What is not as its publisher declared; None: all is."""
        if self.part.total is not None and self.size != self.part.total:
            return f"{self.size:,} of {self.part.total:,} bytes"
        for algorithm, declared in self.part.digests.items():
            if base64.b64encode(self._sums[algorithm].digest()).decode() != declared:
                return f"another {algorithm} than its publisher declares"
        return None

    def on_the_disk(self) -> bytes:
        """What has arrived, as it came over the wire.

        Raises:
            WorldError: the disk holds other bytes than were written.
        """
        with on_disk():
            data = self._path.read_bytes()
            if hashlib.sha256(data).digest() != self._sums["sha256"].digest():
                raise OSError(0, "other bytes than were written", str(self._path))
        return data

    def _sum(self, piece: bytes) -> None:
        for one in self._sums.values():
            one.update(piece)

    def _note(self) -> None:
        sha256 = self._sums["sha256"].hexdigest()
        self._noted = self.size
        self._folder.note_part(
            self._file, msgspec.structs.replace(self.part, bytes=self.size, sha256=sha256)
        )


def unpacked(data: bytes, download: Download) -> bytes:
    """What a gzip stream holds; never more than the file's limit is unpacked.

    Raises:
        SourceChanged: it is damaged, too large, or not one whole stream.
    """
    most = download.most_bytes
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = stream.decompress(data, most + 1)
    except zlib.error as error:
        raise download.refused("must be whole gzip", str(error)) from error
    if len(plain) > most:
        raise download.refused(f"must have at most {most:,} bytes", "more when unpacked")
    if not stream.eof or stream.unused_data:
        raise download.refused("must be one whole gzip stream", "less or more")
    return plain
