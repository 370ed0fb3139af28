"""The table of contents of a sealed case: its files, and the rows of the ledger that it holds."""

from __future__ import annotations

import msgspec

from vigil.store.ledger import Head, Row, sealed


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of the ledger without its body."""

    number: int
    at: int
    kind: str
    subject: str
    body_sha256: str
    previous: str
    hash: str

    @classmethod
    def of(cls, row: Row) -> Columns:
        """The columns of a row."""
        return cls(*row[:7])

    @property
    def is_whole(self) -> bool:
        """Has it the hash of its columns?"""
        row = sealed(
            self.number, self.at, self.kind, self.subject, self.body_sha256, self.previous
        )  # fmt: skip
        return row.hash == self.hash


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row and the one after it; None at the end of the chain."""

    row: Columns
    next: Columns | None


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the files beside the manifest."""

    name: str
    sha256: str
    size: int


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table of contents: strings and integers only."""

    format: int
    vigil: str
    case: str
    order: str
    head_number: int
    head_hash: str
    files: tuple[File, ...]
    events: tuple[Link, ...]
    screenings: tuple[Link, ...]

    @property
    def head(self) -> Head:
        """The end of the store's chain when the file was made."""
        return Head(self.head_number, self.head_hash)
