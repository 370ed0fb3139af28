"""A log that only grows: one JSON line an event, each carrying the hash of the line before it.

A line counts once its newline is on the disk. What a killed writer left after the last newline is
no line: readers pass over it and the next writer cuts it off. A changed, missing or inserted line
breaks the chain; only lines cut from the end leave no trace, so keep the last hash elsewhere if
that matters to you.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from vigil.errors import WorldError
from vigil.store.objects import sync_folder

T = TypeVar("T")
BEGINNING = "0" * 64


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line: the hash of the line before, the event, and the hash over both."""

    previous: str
    event: msgspec.Raw
    hash: str


class Chain(Generic[T]):
    """The log in a file, as events of one type."""

    def __init__(self, path: Path, event_type: type[T]) -> None:
        self.path = path
        self._decode = msgspec.json.Decoder(event_type).decode

    def read(self) -> tuple[list[T], str]:
        """Every event in order, and the hash of the last line.

        Raises:
            WorldError: a line was changed, is missing, or is no event.
        """
        try:
            data = self.path.read_bytes() if self.path.exists() else b""
        except OSError as error:
            raise WorldError(f"{self.path} must be readable, got {error.strerror}") from error
        events: list[T] = []
        last = BEGINNING
        for number, text in enumerate(data.split(b"\n")[:-1], 1):
            try:
                line = msgspec.json.decode(text, type=Line)
                events.append(self._decode(line.event))
            except (msgspec.MsgspecError, UnicodeError) as error:
                raise self._broken(number, str(error)) from error
            if line.previous != last or line.hash != _hash(last, line.event):
                raise self._broken(number, "a line that does not follow from the one before")
            last = line.hash
        return events, last

    def append(self, event: T) -> None:
        """Add one event; the caller holds the lock. Failing, it leaves the log as it was."""
        _, last = self.read()
        body = msgspec.json.encode(event)
        line = msgspec.json.encode(Line(last, msgspec.Raw(body), _hash(last, body))) + b"\n"
        is_new = not self.path.exists()
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if is_new:
                sync_folder(self.path.parent)  # before the line: once that is on disk, it counts
            end = _cut_torn_line(handle)
            try:
                _write_all(handle, line)
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, end)
                raise
        finally:
            os.close(handle)

    def _broken(self, number: int, got: str) -> WorldError:
        return WorldError(
            f"{self.path} must be a whole chain of lines, got {got} in line {number}; put it back "
            "from a copy"
        )


def _hash(previous: str, event: msgspec.Raw | bytes) -> str:
    return hashlib.sha256(previous.encode() + bytes(event)).hexdigest()


def _cut_torn_line(handle: int) -> int:
    """Cut what stands after the last newline; the size of what is left."""
    size = os.lseek(handle, 0, os.SEEK_END)
    os.lseek(handle, 0, os.SEEK_SET)
    data = b""
    while len(data) < size:
        data += os.read(handle, size - len(data))
    end = data.rfind(b"\n") + 1
    if end != size:
        os.ftruncate(handle, end)
    os.lseek(handle, end, os.SEEK_SET)
    return end


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]
