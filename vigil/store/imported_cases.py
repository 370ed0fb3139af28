"""Sealed cases of other stores: kept as they came, under the head of the store they are from.

They are no cases of this store: nothing can be done with them but to read them, and each reading
checks the whole file again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from vigil.errors import InvalidInput
from vigil.store.database import Store
from vigil.store.ledger import Entry, append, rows
from vigil.store.sealed_case import SealedCase, open_sealed

IMPORTED = "imported"  # the kind of ledger row; its subject is the sha256 of the file


class Imported(msgspec.Struct, frozen=True):
    """One imported file: whose case, of which store, and who brought it in."""

    file: str  # sha256 of the sealed file
    case: str
    order: str
    head_number: int  # of the store it is from
    head_hash: str
    by: str


class Brought(NamedTuple):
    """An imported file with the ledger's number of its row."""

    number: int
    imported: Imported


def import_case(
    store: Store, data: bytes, keep: Callable[[bytes], str], *, by: str, at: int, sha256: str | None
) -> Brought:
    """Check a sealed file, keep it, and write that it came; one that is here already stays.

    Args:
        store: that it is to be kept beside.
        data: the file.
        keep: keeps bytes under their hash, before the ledger names them.
        by: who brings it.
        at: milliseconds since 1970, UTC.
        sha256: of the file, where it was told.

    Raises:
        InvalidInput: it is no sealed case, or was changed, or nobody is named.
        StoreError: the store does not take it.
    """
    if not by.strip():
        raise InvalidInput.single("an import must say who did it", "by", by)
    found = open_sealed(data, sha256)
    keep(data)
    manifest = found.manifest
    body = Imported(
        file=found.sha256,
        case=manifest.case,
        order=manifest.order,
        head_number=manifest.head_number,
        head_hash=manifest.head_hash,
        by=by,
    )
    with store.write() as connection:
        for row in rows(connection, subject=found.sha256, kind=IMPORTED):
            if row.body is not None:
                return Brought(row.number, msgspec.json.decode(row.body, type=Imported))
        plain = msgspec.to_builtins(body)
        [row] = append(connection, [Entry(at, IMPORTED, found.sha256, plain)])
    return Brought(row.number, body)


def imported_cases(store: Store) -> list[Brought]:
    """All that were imported, by the ledger's numbers."""
    with store.read() as connection:
        return [
            Brought(row.number, msgspec.json.decode(row.body, type=Imported))
            for row in rows(connection, kind=IMPORTED)
            if row.body is not None
        ]


def imported_case(imported: Imported, kept: Callable[[str], bytes]) -> SealedCase:
    """An imported case, its file checked again.

    Raises:
        InvalidInput: the file is not what it was.
        StoreError: it is missing.
    """
    return open_sealed(kept(imported.file), imported.file)
