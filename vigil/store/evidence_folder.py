"""A folder of open reports: their bytes by hash, and what a person said of each.

    pages.jsonl   one record a page, in the order in which they were added
    objects/      the bytes, as `vigil.store.objects` keeps them
    lock          one writer at a time

A page is its bytes: added again, what was said of it anew counts and it keeps its place. What was
found on a page is never stored, so that it cannot be stale.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from vigil.errors import InvalidInput, WorldError
from vigil.evidence.page import Page
from vigil.evidence.reading import read_page
from vigil.store.lock import locked
from vigil.store.objects import Objects, sync_folder

RECORDS, OBJECTS, LOCK = "pages.jsonl", "objects", "lock"


class Received(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A page as it was brought: `sha256` of its bytes, and what the person who brought it said.

    `name` is the file's own name; `day` the day on which it was published, where that is known
    from elsewhere; all but the hash are for readers, and `day` for decisions.
    """

    sha256: str
    name: str
    publisher: str | None = None
    url: str | None = None
    day: date | None = None


class EvidenceFolder:
    """The folder at a path; it need not be there before something is added."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._objects = Objects(path / OBJECTS)

    def add(self, brought: Iterable[tuple[bytes, Received]]) -> tuple[Page, ...]:
        """Read pages and keep them; when one cannot be read, none is kept.

        Returns:
            The pages as read, in the order given.

        Raises:
            InvalidInput: a page that cannot be read.
        """
        pairs = list(brought)
        pages = tuple(_read(data, received) for data, received in pairs)
        self._objects.folder.mkdir(parents=True, exist_ok=True)
        with locked(self.path / LOCK):
            records = {record.sha256: record for record in self.records()}
            for data, received in pairs:
                if self._objects.put(data) != received.sha256:
                    raise InvalidInput.single("a page must have the hash it is named by", "")
                records[received.sha256] = received
            self._objects.sync()
            self._write(records.values())
        return pages

    def records(self) -> tuple[Received, ...]:
        """What was brought, in the order in which it was added.

        Raises:
            WorldError: the folder's table of contents is damaged.
        """
        try:
            lines = (self.path / RECORDS).read_bytes().splitlines()
        except FileNotFoundError:
            return ()
        try:
            return tuple(msgspec.json.decode(line, type=Received) for line in lines)
        except msgspec.MsgspecError as error:
            raise WorldError(f"{self.path / RECORDS} must hold a record a line: {error}") from None

    def read(self, record: Received) -> Page:
        """A page, read anew from its bytes.

        Raises:
            WorldError: bytes are missing or no longer what was kept.
            InvalidInput: a page that an earlier version could read.
        """
        return _read(self._objects.get(record.sha256), record)

    def _write(self, records: Iterable[Received]) -> None:
        staged = self.path / f".new-{RECORDS}"
        with staged.open("wb") as file:
            for record in records:
                file.write(msgspec.json.encode(record) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        staged.replace(self.path / RECORDS)
        sync_folder(self.path)


def open_evidence(path: Path) -> EvidenceFolder:
    """A folder that reports were added to.

    Raises:
        InvalidInput: there is none.
    """
    if not (path / RECORDS).is_file():
        what = "must be a folder of reports; vigil evidence add makes one"
        raise InvalidInput.single(what, "--evidence", got=str(path))
    return EvidenceFolder(path)


def _read(data: bytes, received: Received) -> Page:
    day = received.day.isoformat() if received.day else None
    try:
        return read_page(
            data, received.name, publisher=received.publisher, url=received.url, day=day
        )
    except InvalidInput as error:
        raise InvalidInput(
            problem.placed(file=problem.file or received.name) for problem in error.problems
        ) from None
