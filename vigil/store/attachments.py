"""Files that belong to cases: kept by hash beside the store, named by it in the ledger.

The ledger has an attachment's hash, name and size; the bytes are here before it has. Of a store in
a file the folder is `vigil.db.files`; of one on a server it must be named.
"""

from __future__ import annotations

from pathlib import Path

from vigil.errors import InvalidInput, StoreError, WorldError
from vigil.store.lock import locked
from vigil.store.objects import Objects

LARGEST_BYTES = 100_000_000  # chosen: a scanned contract has a tenth of it
LOCK = "lock"


def folder_of(url: str, named: Path | None) -> Path:
    """The folder of a store's attachments.

    Raises:
        InvalidInput: the store is on a server, and no folder is named.
    """
    if named is not None:
        return named
    if "://" in url:
        what = "files of a store on a server must have a folder: --files DIR, or VIGIL_FILES"
        raise InvalidInput.single(what, has_value=False)
    return Path(f"{url}.files")


def keep(folder: Path, data: bytes) -> str:
    """Keep bytes, on the disk when this returns.

    Returns:
        Their sha256, in hex.

    Raises:
        StoreError: they cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder / LOCK):
            objects = Objects(folder)
            objects.tidy()
            sha256 = objects.put(data)
            objects.sync()
    except OSError as error:
        raise StoreError(f"{folder} must take what is attached, got: {error}") from error
    return sha256


def kept(folder: Path, sha256: str) -> bytes:
    """The bytes of a hash.

    Raises:
        StoreError: they are missing, or no longer what was kept.
    """
    try:
        return Objects(folder).get(sha256)
    except WorldError as error:
        raise StoreError(str(error)) from error
