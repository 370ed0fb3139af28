"""The index of a world's names as files: one array a file, mapped into memory when it is opened.

    index/index.json    which world and which version of the name engine it was made for, and for
                        each array its type, length and hash
    index/<array>       the numbers, little-endian

The index is derived: the world's id does not depend on it. One made by another version of the
engine is not used, with a warning, because its words might be other ones; the index is then made
in memory.
"""

from __future__ import annotations

import hashlib
import mmap
import sys
import warnings
from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from vigil.errors import WorldError
from vigil.index.arrays import ARRAYS, Arrays, Numbers, Typecode
from vigil.index.build import build_arrays
from vigil.index.listed_names import all_names
from vigil.lists.merge import unite
from vigil.model.entity import Entity

INDEX = "index"
CONTENTS = f"{INDEX}/index.json"
# Where the lines of each entity stand: an entity of several sources has several.
LINES: dict[str, Typecode] = {
    "entity_lines_at": "I",
    "line_file": "B",
    "line_begin": "Q",
    "line_end": "Q",
}
KEPT = 16_384  # decoded entities kept at hand, by use

SMALL = 64 * 1024  # bytes; chosen: less than what a mapping costs besides

File = bytes | mmap.mmap


class StoredArray(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One array: its type code, how many numbers, and the hash of its file."""

    typecode: str
    length: int
    sha256: str


class Contents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an index was made for, and its arrays."""

    world: str
    engine: str
    arrays: dict[str, StoredArray]


class StoredEntities(Sequence[Entity]):
    """The entities of a world, each decoded from its lines when it is asked for."""

    def __init__(self, files: Sequence[File], lines: Mapping[str, Sequence[int]]) -> None:
        self._files = files
        self._lines = lines
        self._size = len(lines["entity_lines_at"]) - 1
        self._decode = msgspec.json.Decoder(Entity).decode
        self._at = lru_cache(KEPT)(self._read)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, place):  # type: ignore[no-untyped-def]  # int and slice, as Sequence
        if isinstance(place, slice):
            return [self._at(i) for i in range(*place.indices(self._size))]
        if not -self._size <= place < self._size:
            raise IndexError(place)
        return self._at(place % self._size)

    def _read(self, place: int) -> Entity:
        at = self._lines["entity_lines_at"]
        found = [self._decode(self._line(i)) for i in range(at[place], at[place + 1])]
        return found[0] if len(found) == 1 else unite(found)[0]

    def _line(self, i: int) -> bytes:
        begin, end = self._lines["line_begin"][i], self._lines["line_end"][i]
        return self._files[self._lines["line_file"][i]][begin:end]


@lru_cache(1)
def engine_digest() -> str:
    """The version of the name engine: a hash over the files that decide how names are read."""
    package = Path(__file__).resolve().parents[1]
    built = (package / "index" / name for name in ("arrays.py", "build.py", "plain_arrays.py"))
    parts = [*(package / "names").glob("*.py"), *built]
    digest = hashlib.sha256()
    for path in sorted(parts):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def index_files(world_id: str, sources: Sequence[bytes]) -> dict[str, bytes]:
    """The files of the index of a world.

    Args:
        world_id: the world's.
        sources: the bytes of each source's file, in the order of the manifest.
    """
    lines, entities = _entity_lines(sources)
    names = [listed.numbered for listed in all_names(entities)]
    columns: dict[str, Sequence[int]] = {**build_arrays(names), **lines}
    files, stored = {}, {}
    for name, typecode in {**ARRAYS, **LINES}.items():
        data = _little_endian(typecode, columns[name])
        files[f"{INDEX}/{name}"] = data
        digest = hashlib.sha256(data).hexdigest()
        stored[name] = StoredArray(typecode, len(columns[name]), digest)
    contents = Contents(world_id, engine_digest(), stored)
    files[CONTENTS] = msgspec.json.format(msgspec.json.encode(contents), indent=1) + b"\n"
    return files


def read_index(
    folder: Path, world_id: str, sources: Sequence[File]
) -> tuple[StoredEntities, Arrays] | None:
    """The index in a world's folder, mapped into memory; None when there is none of use.

    Raises:
        WorldError: it is damaged.
    """
    path = folder / CONTENTS
    if not path.is_file():
        return None
    try:
        contents = msgspec.json.decode(path.read_bytes(), type=Contents)
    except msgspec.MsgspecError as error:
        raise _fault(f"{CONTENTS} must be an index's contents, got {error}", folder) from error
    if contents.world != world_id:
        raise _fault(f"{CONTENTS} must be of this world, got one of {contents.world}", folder)
    if contents.engine != engine_digest():
        warnings.warn(
            f"the index in {folder} was made by another version of vigil; it is made anew for "
            "this run, which takes seconds. Build the world anew to keep it",
            RuntimeWarning,
            stacklevel=2,
        )
        return None
    if contents.arrays.keys() != {**ARRAYS, **LINES}.keys():
        raise _fault(f"{CONTENTS} must name the arrays of this version", folder)
    columns = {name: _mapped(folder, name, a) for name, a in contents.arrays.items()}
    lines = {name: columns.pop(name) for name in LINES}
    return StoredEntities(sources, lines), columns


def index_problems(folder: Path) -> list[str]:
    """Everything wrong with the files of an index, and files that do not belong to it."""
    if not (folder / INDEX).is_dir():
        return []
    there = {path.name for path in (folder / INDEX).iterdir()}
    known = {*ARRAYS, *LINES, Path(CONTENTS).name}
    return [
        f"only the index's own files may be in it, got {name!r}" for name in sorted(there - known)
    ]


def map_file(path: Path) -> File:
    """The bytes of a file; they stay when the file is replaced. A small file is read, a large one
    mapped into memory: each mapping holds a file open, and a process may hold few.
    """
    with path.open("rb") as file:
        if path.stat().st_size < SMALL:
            return file.read()
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _mapped(folder: Path, name: str, stored: StoredArray) -> memoryview:
    try:
        data = map_file(folder / INDEX / name)
    except OSError as error:
        raise _fault(f"{INDEX}/{name} must be readable, got {error.strerror}", folder) from error
    if stored.typecode != {**ARRAYS, **LINES}[name]:
        raise _fault(f"{INDEX}/{name} must be of type {({**ARRAYS, **LINES})[name]}", folder)
    if hashlib.sha256(data).hexdigest() != stored.sha256:
        raise _fault(f"{INDEX}/{name} must have the hash {stored.sha256}", folder)
    plain = memoryview(_native(data, stored.typecode))
    numbers: memoryview[int] = plain.cast(TYPECODES[stored.typecode])
    if len(numbers) != stored.length:
        raise _fault(f"{INDEX}/{name} must hold {stored.length} numbers", folder)
    return numbers


TYPECODES: dict[str, Typecode] = {"B": "B", "H": "H", "I": "I", "Q": "Q"}


def _entity_lines(sources: Sequence[bytes]) -> tuple[dict[str, Sequence[int]], list[Entity]]:
    """Where each entity's lines stand, entities in the order of their first appearance."""
    decode = msgspec.json.Decoder(Entity).decode
    by_id: dict[str, list[tuple[int, int, int, Entity]]] = {}
    for file, data in enumerate(sources):
        begin = 0
        for line in data.splitlines(keepends=True):
            entity = decode(line)
            by_id.setdefault(entity.id, []).append((file, begin, begin + len(line), entity))
            begin += len(line)
    at: list[int] = [0]
    flat: list[tuple[int, int, int, Entity]] = []
    for lines in by_id.values():
        flat.extend(lines)
        at.append(len(flat))
    columns: dict[str, Sequence[int]] = {"entity_lines_at": at}
    columns["line_file"] = [file for file, _, _, _ in flat]
    columns["line_begin"] = [begin for _, begin, _, _ in flat]
    columns["line_end"] = [end for _, _, end, _ in flat]
    return columns, list(unite(entity for lines in by_id.values() for *_, entity in lines))


def _little_endian(typecode: Typecode, numbers: Numbers) -> bytes:
    if isinstance(numbers, memoryview) and sys.byteorder == "little":
        return numbers.tobytes()
    column = array(typecode, numbers)
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()


def _native(data: File, typecode: str) -> File:
    if sys.byteorder == "little" or typecode == "B":
        return data
    numbers = array(typecode, bytes(data))
    numbers.byteswap()
    return numbers.tobytes()


def _fault(what: str, folder: Path) -> WorldError:
    return WorldError(f"{what}, in the world {folder}; build it anew with `vigil world build`")
