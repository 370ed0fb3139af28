"""The parts of a world, read from its folder: each file hashed at once, decoded when asked for.

The bytes are read when the world is opened, so that nobody who replaces the folder later can mix
two worlds; decoding is left until a part is needed, because a name needs no goods. The names of
places are mapped then and hashed when a first one is looked up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from vigil.errors import WorldError
from vigil.goods.catalogue import GoodsCatalogue
from vigil.index.arrays import Arrays
from vigil.lists.merge import unite
from vigil.model.entity import Entity
from vigil.model.source import SourceSnapshot
from vigil.routes.catalogue import RouteCatalogue
from vigil.rules.catalogue import LawCatalogue
from vigil.store.index_files import File, map_file, read_index
from vigil.world import CatalogueFile, Manifest

FORMAT = 1
MANIFEST = "manifest.json"
SEAL = "manifest.sha256"
CATALOGUES = ("goods", "routes", "law")
PLACE_NAMES = "place_names"  # a fourth, which a world may lack
WAY_OUT = "build it anew with `vigil world build`, or reinstall vigil if it is the shipped one"

T = TypeVar("T")


class FolderParts:
    """A world's parts as `vigil.world.World` asks for them.

    `files` maps the name of each file of the manifest to its bytes, already checked. `index` is
    the stored index of names, where the folder holds one.
    """

    def __init__(
        self,
        folder: Path,
        world_id: str,
        manifest: Manifest,
        files: dict[str, File],
    ) -> None:
        self.folder = folder
        self.world_id = world_id
        self.manifest = manifest
        self.files = files
        sources = [files[source.file] for source in manifest.sources]
        self._index = read_index(folder, world_id, sources)

    def entities(self) -> Sequence[Entity]:
        """Every listed entity; those of one id in several sources are one."""
        if self._index is not None:
            return self._index[0]
        return unite(e for source in self.manifest.sources for e in self.entities_of(source))

    def arrays(self) -> Arrays | None:
        """The stored index of the names of `entities`, or None where there is none."""
        return None if self._index is None else self._index[1]

    def entities_of(self, source: SourceSnapshot) -> list[Entity]:
        """The entities of one source, by id."""
        decoder = msgspec.json.Decoder(Entity)
        try:
            return decoder.decode_lines(memoryview(self.files[source.file]))
        except msgspec.MsgspecError as error:
            raise _fault(f"{source.file} must hold entities, got {error}", self.folder) from error

    def goods(self) -> GoodsCatalogue:
        """The goods catalogue."""
        return self._catalogue("goods", GoodsCatalogue)

    def routes(self) -> RouteCatalogue:
        """The routes catalogue."""
        return self._catalogue("routes", RouteCatalogue)

    def law(self) -> LawCatalogue:
        """The law catalogue."""
        return self._catalogue("law", LawCatalogue)

    def place_names(self) -> File | None:
        """The sorted names of places, or None where the world holds none.

        Hashed when they are first asked for: most orders give codes and never ask.
        """
        entry = next((c for c in self.manifest.catalogues if c.id == PLACE_NAMES), None)
        return None if entry is None else _hashed(self.files[entry.file], entry, self.folder)

    def _catalogue(self, catalogue_id: str, shape: type[T]) -> T:
        file = next(c.file for c in self.manifest.catalogues if c.id == catalogue_id)
        try:
            return msgspec.json.decode(memoryview(self.files[file]), type=shape)
        except msgspec.MsgspecError as error:
            raise _fault(
                f"{file} must hold the {catalogue_id}, got {error}", self.folder
            ) from error


def read_parts(folder: Path) -> FolderParts:
    """The parts of the world in a folder, each file checked against its hash.

    Raises:
        WorldError: naming every file that is missing or changed, and the way out.
    """
    manifest_bytes = _read(folder, MANIFEST)
    found = hashlib.sha256(manifest_bytes).hexdigest()
    if _read(folder, SEAL) != f"{found}  {MANIFEST}\n".encode():
        raise _fault(f"{MANIFEST} must have the hash that {SEAL} gives, got {found}", folder)
    manifest = _manifest(manifest_bytes, folder)
    files: dict[str, File] = {}
    faults = []
    entries: list[SourceSnapshot | CatalogueFile] = [*manifest.sources, *manifest.catalogues]
    for entry in entries:
        try:
            data = _open(folder, entry.file, map_file)
            files[entry.file] = data if entry.id == PLACE_NAMES else _hashed(data, entry, folder)
        except WorldError as error:
            faults.append(str(error))
    if faults:
        raise WorldError("\n".join(faults))
    return FolderParts(folder, f"sha256:{found}", manifest, files)


def _manifest(data: bytes, folder: Path) -> Manifest:
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except msgspec.MsgspecError as error:
        raise _fault(f"{MANIFEST} must be a world's table of contents, got {error}", folder) from (
            error
        )
    if manifest.format != FORMAT:
        raise _fault(f"the world must be of format {FORMAT}, got {manifest.format}", folder)
    held = tuple(c.id for c in manifest.catalogues)
    if held not in (CATALOGUES, (*CATALOGUES, PLACE_NAMES)):
        got = ", ".join(held)
        raise _fault(f"{MANIFEST} must name {', '.join(CATALOGUES)}, got {got!r}", folder)
    return manifest


def _hashed(data: File, entry: SourceSnapshot | CatalogueFile, folder: Path) -> File:
    """The bytes of a file, checked against its hash."""
    found = hashlib.sha256(data).hexdigest()
    if found != entry.file_sha256:
        raise _fault(f"{entry.file} must have the hash {entry.file_sha256}, got {found}", folder)
    return data


def _read(folder: Path, name: str) -> bytes:
    return _open(folder, name, Path.read_bytes)


def _open(folder: Path, name: str, how: Callable[[Path], T]) -> T:
    if Path(name).is_absolute() or ".." in Path(name).parts:
        raise _fault(f"a world's files must be inside it, got {name!r}", folder)
    try:
        return how(folder / name)
    except OSError as error:
        raise _fault(f"{name} must be readable, got {error.strerror}", folder) from error


def _fault(what: str, folder: Path) -> WorldError:
    return WorldError(f"{what}, in the world {folder}; {WAY_OUT}")
