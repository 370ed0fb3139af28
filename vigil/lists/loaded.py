"""A publisher's list as a reader hands it over, and the day that it is dated by."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from vigil.errors import SourceChanged
from vigil.model.entity import Entity


class LoadedSource(msgspec.Struct, frozen=True):
    """One list, read whole and not yet written to a world.

    `version` is the list's day and `dated_by` says who gave it: `publisher`, `as_of` (whoever
    builds the world) or `built`. `sha256` is of the publisher's bytes. `rows` is the publisher's
    own count of entries where rows of one number were united into one entity; None: one entity a
    row. `answers_from`, `official`, `note` and `held_back` are as in
    `vigil.model.source.SourceSnapshot`.
    """

    id: str
    title: str
    version: date
    dated_by: str
    entities: tuple[Entity, ...]
    sha256: str
    url: str | None = None
    answers_from: date | None = None
    official: bool = True
    note: str | None = None
    rows: int | None = None
    held_back: str | None = None


class Dating(msgspec.Struct, frozen=True):
    """The day of a list whose file gives none: `as_of` if given, else the day of building."""

    built_on: date
    as_of: date | None = None

    def of(self, published_on: date | None) -> tuple[date, str]:
        """The list's day, and who says so.

        >>> Dating(date(2026, 8, 7)).of(date(2026, 7, 31))
        (datetime.date(2026, 7, 31), 'publisher')
        >>> Dating(date(2026, 8, 7), as_of=date(2026, 8, 1)).of(None)
        (datetime.date(2026, 8, 1), 'as_of')
        """
        if published_on is not None:
            return published_on, "publisher"
        if self.as_of is not None:
            return self.as_of, "as_of"
        return self.built_on, "built"


class Bounds(msgspec.Struct, frozen=True):
    """How many entries a list has when it is whole; outside of it the file is refused."""

    fewest: int
    most: int

    def check(self, count: int, source_id: str) -> None:
        """Raise `SourceChanged` when the count says that this is not the list as we know it."""
        if not self.fewest <= count <= self.most:
            raise SourceChanged(
                f"{source_id} must have {self.fewest} to {self.most} entries, got {count}; "
                "the file is refused whole"
            )


def first_repeated(numbers: Iterable[str]) -> str | None:
    """The first of a list's own numbers that comes more than once, or None.

    >>> first_repeated(["1", "2", "1"]), first_repeated(["1", "2"])
    ('1', None)
    """
    counts = Counter(numbers)
    return next((number for number, count in counts.items() if count > 1), None)


def digest(data: bytes) -> str:
    """The sha256 of a file's bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_of(files: Mapping[str, bytes]) -> str:
    """The sha256 of a source's bytes, in hex: of its one file, or over the sums of its files.

    Several files give the sum of what `sha256sum` prints for them in the order of their names.

    >>> digest_of({"a.csv": b"1"}) == digest(b"1")
    True
    """
    if len(files) == 1:
        return digest(next(iter(files.values())))
    sums = [f"{digest(data)}  {name}\n" for name, data in sorted(files.items())]
    return digest("".join(sums).encode())
