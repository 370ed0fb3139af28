"""Snapshots of lists as objects: a list's own facts, its files, its entities in chunks.

snapshot     JSON: what `LoadedSource` holds but the entities, the hashes of the publisher's files
             by name, and the hashes of the chunks; its own hash is the snapshot's id
chunk        JSON lines of entities, by id: on average sixty-four, cut after those whose id's hash
             says so, so that a change of one entry makes one new chunk and no other
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from vigil.errors import WorldError
from vigil.lists.loaded import LoadedSource
from vigil.model.entity import Entity
from vigil.store.guards import Reading
from vigil.store.objects import Objects

CHUNK = 64  # entities on average: a day's change of ten entries is then ten chunks; chosen


class Snapshot(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One state of one list; the fields are those of `vigil.lists.loaded.LoadedSource`.

    `files` are the publisher's files, hash by name; `chunks` the entities' hashes in their order.
    """

    source: str
    title: str
    version: date
    dated_by: str
    sha256: str
    files: dict[str, str]
    chunks: tuple[str, ...]
    url: str | None = None
    answers_from: date | None = None
    official: bool = True
    note: str | None = None
    rows: int | None = None


def put_snapshot(objects: Objects, loaded: LoadedSource, files: Mapping[str, bytes]) -> str:
    """Keep a list as it was read, with the publisher's bytes.

    Returns:
        The snapshot's id: the same list, files and day have the same one.
    """
    snapshot = Snapshot(
        source=loaded.id,
        title=loaded.title,
        version=loaded.version,
        dated_by=loaded.dated_by,
        sha256=loaded.sha256,
        files=put_files(objects, files),
        chunks=tuple(objects.put(chunk) for chunk in _chunks(loaded.entities)),
        url=loaded.url,
        answers_from=loaded.answers_from,
        official=loaded.official,
        note=loaded.note,
        rows=loaded.rows,
    )
    return objects.put(msgspec.json.encode(snapshot, order="sorted"))


def put_files(objects: Objects, files: Mapping[str, bytes]) -> dict[str, str]:
    """Keep the publisher's files; their hashes by name."""
    return {name: objects.put(data) for name, data in sorted(files.items())}


def get_snapshot(objects: Objects, snapshot_id: str) -> Snapshot:
    """The snapshot of an id."""
    try:
        return msgspec.json.decode(objects.get(snapshot_id), type=Snapshot)
    except msgspec.MsgspecError as error:
        raise WorldError(f"{snapshot_id} must be a snapshot, got {error}") from error


def get_entities(objects: Objects, chunks: Iterable[str]) -> list[Entity]:
    """The entities of chunks, in their order."""
    decoder = msgspec.json.Decoder(Entity)
    try:
        return [e for chunk in chunks for e in decoder.decode_lines(objects.get(chunk))]
    except msgspec.MsgspecError as error:
        raise WorldError(f"a chunk must hold entities, got {error}") from error


def get_reading(objects: Objects, snapshot_id: str, held_back: str | None = None) -> Reading:
    """The list as it was read."""
    snapshot = get_snapshot(objects, snapshot_id)
    loaded = LoadedSource(
        id=snapshot.source,
        title=snapshot.title,
        version=snapshot.version,
        dated_by=snapshot.dated_by,
        entities=tuple(get_entities(objects, snapshot.chunks)),
        sha256=snapshot.sha256,
        url=snapshot.url,
        answers_from=snapshot.answers_from,
        official=snapshot.official,
        note=snapshot.note,
        rows=snapshot.rows,
        held_back=held_back,
    )
    return Reading(loaded, tuple(snapshot.files))


def _chunks(entities: Iterable[Entity]) -> Iterator[bytes]:
    encoder = msgspec.json.Encoder(order="deterministic")
    lines: list[Entity] = []
    for entity in sorted(entities, key=lambda entity: entity.id):
        lines.append(entity)
        if _ends_chunk(entity.id):
            yield encoder.encode_lines(lines)
            lines = []
    if lines:
        yield encoder.encode_lines(lines)


def _ends_chunk(entity_id: str) -> bool:
    return hashlib.sha256(entity_id.encode()).digest()[0] % CHUNK == 0
