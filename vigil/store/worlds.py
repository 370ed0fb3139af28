"""Worlds as folders: written, opened and verified.

    manifest.json          table of contents: each file with its hash; sorted keys, no floats
    manifest.sha256        its own hash, as `sha256sum -c` reads it; the hash is the world's id
    sources/<id>.jsonl     the entities of one source, one a line, by id
    catalogues/<id>.json   goods, routes, law
    catalogues/place_names.tsv   names of the world's places of trade, where the world holds them
    index/                 the names as flat arrays, where the world was built with them

The same lists, catalogues and days give the same bytes. `vigil.store.folder` says how a world is
replaced without ever being half there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from vigil.errors import WorldError
from vigil.goods.catalogue import GoodsCatalogue
from vigil.lists.loaded import LoadedSource
from vigil.model.entity import Entity
from vigil.model.source import SourceSnapshot
from vigil.routes.catalogue import RouteCatalogue
from vigil.routes.gazetteer import Lines
from vigil.rules.catalogue import LawCatalogue
from vigil.store.folder import replace_folder, standing_folder
from vigil.store.index_files import INDEX, index_files, index_problems
from vigil.store.parts import FORMAT, MANIFEST, PLACE_NAMES, SEAL, FolderParts, read_parts
from vigil.world import CatalogueFile, Manifest, World

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "world"
OURS = frozenset({MANIFEST, SEAL, INDEX, "sources", "catalogues"})

Catalogue = GoodsCatalogue | RouteCatalogue | LawCatalogue


def write_world(
    folder: Path,
    loaded: Sequence[LoadedSource],
    goods: GoodsCatalogue,
    routes: RouteCatalogue,
    law: LawCatalogue,
    *,
    place_names: Lines | None = None,
    with_index: bool = False,
) -> Manifest:
    """Write a world in place of whatever world the folder holds; whole or not at all.

    Args:
        place_names: the sorted names of the world's places of trade, if the world is to hold them.
        with_index: also the index of names, so that opening needs not make it.

    Returns:
        The manifest written; sources stand in it by id.

    Raises:
        WorldError: the folder holds something else than a world, or cannot be written.
    """
    _refuse_foreign(folder)
    files: dict[str, bytes] = {}
    manifest = Manifest(
        format=FORMAT,
        sources=tuple(_put_source(files, s) for s in sorted(loaded, key=lambda s: s.id)),
        catalogues=(
            _put_catalogue(files, "goods", goods, _count_goods(goods)),
            _put_catalogue(files, "routes", routes, _count_routes(routes)),
            _put_catalogue(files, "law", law, len(law.provisions)),
            *_put_place_names(files, routes, place_names),
        ),
    )
    files[MANIFEST] = canonical_bytes(manifest)
    world_hash = _sha256(files[MANIFEST])
    files[SEAL] = f"{world_hash}  {MANIFEST}\n".encode()
    if with_index:
        sources = [files[source.file] for source in manifest.sources]
        files |= index_files(f"sha256:{world_hash}", sources)
    replace_folder(folder, files)
    return manifest


def open_world(folder: Path | str | None = None) -> World:
    """The world in a folder, every file of it checked against its hash.

    Args:
        folder: a built world; None: the one shipped with the package.

    Raises:
        WorldError: it is missing, incomplete, changed, or of another format.
    """
    try:
        parts = read_parts(_standing(folder))
    except WorldError:
        parts = read_parts(_standing(folder))  # it may have been replaced while we read: once more
    return World(parts.world_id, parts.manifest, parts)


def verify_world(folder: Path | None = None) -> list[str]:
    """Everything wrong with a world: hashes, counts, missing or unexpected files.

    Returns:
        One sentence a problem; empty when the world is whole.
    """
    standing = _standing(folder)
    try:
        parts = read_parts(standing)
    except WorldError as error:
        return str(error).splitlines()
    return [
        *_unexpected(standing, parts),
        *index_problems(standing),
        *_unreadable(parts),
        *_miscounted(parts),
    ]


def canonical_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is hashed: sorted keys, nothing unknown, one indent, a newline.

    Its values are strings, integers and booleans only, which every JSON library prints alike.
    """
    plain = _without_nulls(msgspec.to_builtins(manifest))
    return msgspec.json.format(msgspec.json.encode(plain, order="sorted"), indent=1) + b"\n"


def _without_nulls(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_nulls(v) for k, v in value.items() if v is not None}
    if isinstance(value, list | tuple):
        return [_without_nulls(v) for v in value]
    return value


def _put_source(files: dict[str, bytes], source: LoadedSource) -> SourceSnapshot:
    name = f"sources/{source.id}.jsonl"
    files[name] = _lines(source.entities)
    return SourceSnapshot(
        id=source.id,
        title=source.title,
        version=source.version,
        dated_by=source.dated_by,
        entries=len(source.entities) if source.rows is None else source.rows,
        names=_count_names(source.entities),
        sha256=source.sha256,
        file=name,
        file_sha256=_sha256(files[name]),
        url=source.url,
        answers_from=source.answers_from,
        official=source.official,
        note=source.note,
        held_back=source.held_back,
    )


def _put_catalogue(
    files: dict[str, bytes], catalogue_id: str, catalogue: Catalogue, entries: int
) -> CatalogueFile:
    name = f"catalogues/{catalogue_id}.json"
    # Sets have no order of their own; `deterministic` gives them one on every run.
    encoded = msgspec.json.encode(catalogue, order="deterministic")
    files[name] = msgspec.json.format(encoded, indent=1) + b"\n"
    return CatalogueFile(catalogue_id, catalogue.version, entries, name, _sha256(files[name]))


def _put_place_names(
    files: dict[str, bytes], routes: RouteCatalogue, lines: Lines | None
) -> tuple[CatalogueFile, ...]:
    if lines is None:
        return ()
    name = f"catalogues/{PLACE_NAMES}.tsv"
    files[name] = data = bytes(lines)
    hashed = _sha256(data)
    return (CatalogueFile(PLACE_NAMES, routes.version, data.count(b"\n"), name, hashed),)


def _lines(entities: Iterable[Entity]) -> bytes:
    encoder = msgspec.json.Encoder(order="deterministic")
    return encoder.encode_lines(sorted(entities, key=lambda entity: entity.id))


def _count_names(entities: Iterable[Entity]) -> int:
    return sum(len(entity.names) for entity in entities)


def _count_goods(goods: GoodsCatalogue) -> int:
    kinds = (goods.key_items, goods.controlled, goods.other_lists, goods.parts, goods.models)
    return sum(len(kind) for kind in kinds)


def _count_routes(routes: RouteCatalogue) -> int:
    return len(routes.places) + len(routes.vessels) + len(routes.red_flags)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _standing(folder: Path | str | None) -> Path:
    return standing_folder(SHIPPED if folder is None else Path(folder))


def _refuse_foreign(folder: Path) -> None:
    """Replacing deletes what was there: it must be a world, or empty, or nothing."""
    if folder.is_dir():
        foreign = sorted(path.name for path in folder.iterdir() if path.name not in OURS)
        if foreign:
            raise WorldError(
                f"a world needs a folder of its own, got {folder} with {foreign[0]!r} in it; "
                "name a new folder"
            )
    elif folder.exists():
        raise WorldError(f"a world is a folder, got a file at {folder}; name a new folder")


def _unexpected(folder: Path, parts: FolderParts) -> list[str]:
    files = (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    there = {name for name in files if not name.startswith(f"{INDEX}/")}
    known = {MANIFEST, SEAL, *parts.files}
    return [f"only the world's own files may be in it, got {name!r}" for name in
            sorted(there - known)]  # fmt: skip


def _unreadable(parts: FolderParts) -> list[str]:
    decoders: tuple[Callable[[], object], ...] = (
        parts.goods, parts.routes, parts.law, parts.place_names,
    )  # fmt: skip
    return [problem for decode in decoders if (problem := _problem_of(decode)) is not None]


def _problem_of(decode: Callable[[], object]) -> str | None:
    try:
        decode()
    except WorldError as error:
        return str(error)
    return None


def _miscounted(parts: FolderParts) -> list[str]:
    problems = []
    for source in parts.manifest.sources:
        try:
            entities = parts.entities_of(source)
        except WorldError as error:
            problems.append(str(error))
            continue
        names = _count_names(entities)
        if names != source.names:
            problems.append(f"{source.file} must hold {source.names} names, got {names}")
    return problems
