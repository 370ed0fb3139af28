"""A publisher's list as it was loaded."""

from __future__ import annotations

from datetime import date

import msgspec

from vigil.model.finding import Provenance


class SourceSnapshot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One source as loaded: `version` is the publisher's day, `dated_by` says who says so
    (`publisher`, `as_of` given by the builder, or `built`: the day of building).

    `answers_from`: the first day for which the source can prove an absence, because its entries
    carry their own dates; None: the snapshot's own day. `sha256` is of the publisher's bytes,
    `file_sha256` of the entities in the world's folder. `held_back` says that a newer file was
    stopped by a guard, and why; None: there was none.
    """

    id: str
    title: str
    version: date
    dated_by: str
    entries: int
    names: int
    sha256: str
    file: str
    file_sha256: str
    url: str | None = None
    answers_from: date | None = None
    official: bool = True
    note: str | None = None
    held_back: str | None = None

    @property
    def provenance(self) -> Provenance:
        """The source as a finding cites it."""
        return Provenance(self.id, self.version.isoformat(), self.sha256, self.url)
